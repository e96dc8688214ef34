"""Copies of the project in which changes are built and checked."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from mutation.reach import Reach
from mutation.together import CHOICE, CHOICE_FILE, CHOSEN, blamed, together

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

    def __init__(self, root, library, galley, seconds):
        self.galley, self.seconds = galley, seconds
        self.folder = Path(tempfile.mkdtemp(prefix="galley-mutants-")).resolve()

        def unwanted(folder, names):
            hidden = {name for name in names if name.startswith(".")}
            return hidden | ({"site"} & set(names) if Path(folder) == root else set())

        shutil.copytree(root, self.folder / "project", ignore=unwanted, symlinks=True)
        self.project = self.folder / "project"
        # From the beginning, so that what the library shows to programs stays as it is.
        (self.project / library / CHOICE_FILE).write_text(CHOICE)
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
        """What those essays say of a change that is built alone, and why."""
        path = self.project / mutant.path
        original = path.read_text()
        path.write_text(original[:mutant.start] + mutant.new + original[mutant.end:])
        try:
            return self.answer(essays)
        finally:
            path.write_text(original)

    def verdicts(self, path, trials):
        """The same for many changes of one file, which are built together; `refused` for what must be tried alone.

        trials: pairs of a mutant and its essays.
        """
        file = self.project / path
        original = file.read_text()
        try:
            built = self.build_together(file, original, [mutant for mutant, _ in trials])
            for number, (mutant, essays) in enumerate(trials, 1):
                started = time.monotonic()
                answer = self.answer(essays, {CHOSEN: str(number)}) if number in built else ("refused", "")
                yield mutant, answer, time.monotonic() - started
        finally:
            file.write_text(original)

    def build_together(self, file, original, mutants):
        """Writes them all into the file, and leaves out what the compiler refuses until it refuses nothing."""
        numbered = dict(enumerate(mutants, 1))
        while numbered:
            text, blame = together(original, numbered.items())
            file.write_text(text)
            errors = self.compiler_errors(file)
            if not errors:
                status, _ = self.check()
                if status != 0:
                    raise SystemExit(f"the essays do not hold with all changes of {file.name} switched off")
                break
            # What nobody can be blamed for is everybody's.
            for number in set(blamed(errors, blame)) or list(numbered):
                del numbered[number]
        return set(numbered)

    def compiler_errors(self, file):
        """The lines of a source that the compiler refuses; none when the library can be built."""
        status, report = self.check(self.essays[0])
        if "library.unbuildable" not in identifiers(report):
            return []
        build = subprocess.run(
            ["swift", "build", "-c", "release", "--product", "GalleyLibrary",
             "--package-path", str(self.project / ".build/galley/library")],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found = re.findall(re.escape(str(file)) + r":(\d+):\d+: error:", build.stdout)
        return [int(line) for line in found] or [0]

    def answer(self, essays, environment=None):
        """Those essays are asked until one notices; the verdict, and what was noticed."""
        for essay in essays:
            result = self.check(essay, self.seconds, environment)
            if result is None:
                return "time-out", essay
            status, report = result
            if status != 0:
                found = identifiers(report)
                if "library.unbuildable" in found:
                    return "invalid", ""
                names = ", ".join(f"{found.count(name)} {name}" for name in sorted(set(found)))
                return "killed", f"{Path(essay).stem}: {names}"
        return "survived", ""

    def remove(self):
        # A program that was just ended may still hold something in there for a moment.
        for _ in range(10):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                return
            time.sleep(0.5)


def identifiers(report):
    return [entry["id"] for entry in report["diagnostics"] if entry["severity"] == "error"]


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
