"""Copies of the project in which changes are built and checked."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from mutation.reach import Reach

# Counts how often each place of the library runs; only for asking which essay comes where.
COUNTING = """
for target in package.targets where target.name == "Simplex" {
  let flags = ["-profile-generate", "-profile-coverage-mapping"]
  target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(flags)]
  target.linkerSettings = (target.linkerSettings ?? []) + [.unsafeFlags(["-profile-generate"])]
}
"""


class Ground:
    """A copy of the project in which changes are built and checked, one after the other."""

    def __init__(self, root, galley, seconds):
        self.galley, self.seconds = galley, seconds
        self.folder = Path(tempfile.mkdtemp(prefix="galley-mutants-")).resolve()

        def unwanted(folder, names):
            hidden = {name for name in names if name.startswith(".")}
            return hidden | ({"site"} & set(names) if Path(folder) == root else set())

        shutil.copytree(root, self.folder / "project", ignore=unwanted, symlinks=True)
        self.project = self.folder / "project"
        self.essays = sorted(
            str(path.relative_to(self.project)) for path in self.project.glob("content/**/*.md"))

    def check(self, essay=None, limit=None, environment=None):
        """What `galley check` finds: its exit code and its report; None when it is out of time."""
        process = subprocess.Popen(
            [self.galley, "check", "--project", str(self.project), "--format", "json"]
            + ([essay] if essay else []),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **(environment or {})},
            # An interruption is the script's to answer.
            start_new_session=True)
        try:
            output, errors = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            end_with_all_it_started(process)
            return None
        except BaseException:
            end_with_all_it_started(process)
            raise
        if process.returncode not in (0, 1):
            raise SystemExit(f"galley check ended with {process.returncode}:\n{output}{errors}")
        return process.returncode, json.loads(output)

    def reaches(self):
        """For each essay, the quickest first, which places of the library it runs."""
        manifest = self.project / "Package.swift"
        original = manifest.read_text()
        manifest.write_text(original + COUNTING)
        try:
            self.check(self.essays[0])
            found = []
            for essay in self.essays:
                profiles = self.folder / "profiles" / Path(essay).stem
                started = time.monotonic()
                self.check(essay, environment={"LLVM_PROFILE_FILE": f"{profiles}/%p.profraw"})
                seconds = time.monotonic() - started
                found.append((seconds, essay, Reach.read(profiles, self.project)))
        finally:
            manifest.write_text(original)
        return [(essay, reach) for _, essay, reach in sorted(found, key=lambda entry: entry[0])]

    def verdict(self, mutant, essays):
        """What those essays say of a change, and why; they are asked until one notices."""
        path = self.project / mutant.path
        original = path.read_text()
        path.write_text(original[:mutant.start] + mutant.new + original[mutant.end:])
        try:
            for essay in essays:
                result = self.check(essay, self.seconds)
                if result is None:
                    return "time-out", essay
                status, report = result
                if status != 0:
                    break
        finally:
            path.write_text(original)
        if status == 0:
            return "survived", ""
        ids = [entry["id"] for entry in report["diagnostics"] if entry["severity"] == "error"]
        if "library.unbuildable" in ids:
            return "invalid", ""
        names = ", ".join(f"{ids.count(name)} {name}" for name in sorted(set(ids)))
        return "killed", f"{Path(essay).stem}: {names}"

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def end_with_all_it_started(process):
    """Compilers and programs lead process groups of their own, so that a signal to one group would leave them running."""
    stopped = [process.pid]
    while True:
        # What is stopped starts nothing more, so that the list comes to an end.
        for pid in stopped:
            send(pid, signal.SIGSTOP)
        listing = subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid="], check=True, stdout=subprocess.PIPE, text=True).stdout
        parents = dict(map(int, line.split()) for line in listing.splitlines())
        new = [pid for pid, parent in parents.items() if parent in stopped and pid not in stopped]
        if not new:
            break
        stopped += new
    for pid in stopped:
        send(pid, signal.SIGKILL)
    process.communicate()


def send(pid, what):
    try:
        os.kill(pid, what)
    except ProcessLookupError:
        pass
