"""Copies of the project in which changes are built and checked."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from mutation.reach import Reach, library_of
from mutation.together import CHOICE, CHOICE_FILE, CHOSEN, blamed, together

# Counts how often each place of the library runs; only for asking which essay comes where.
COUNTING = """
for target in package.targets where target.name == "NAME" {
  let flags = ["-profile-generate", "-profile-coverage-mapping"]
  target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(flags)]
  target.linkerSettings = (target.linkerSettings ?? []) + [.unsafeFlags(["-profile-generate"])]
}
"""


# Where a program leaves what it counted.
PROFILE = "LLVM_PROFILE_FILE"


class Ground:
    """A copy of the project in which changes are built and checked, one after the other."""

    def __init__(self, root, library, galley, seconds, folder=None):
        """folder: where the copy stays for the next run; without one it is temporary."""
        self.galley, self.seconds, self.name, self.isKept = galley, seconds, library.name, folder is not None
        self.folder = Path(folder or tempfile.mkdtemp(prefix="galley-mutants-")).resolve()
        # What was built there before is good for another time.
        for path in (self.folder / "project").glob("*"):
            if not path.name.startswith("."):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

        def unwanted(folder, names):
            hidden = {name for name in names if name.startswith(".")}
            return hidden | ({"site"} & set(names) if Path(folder) == root else set())

        shutil.copytree(root, self.folder / "project", ignore=unwanted, symlinks=True, dirs_exist_ok=True)
        self.project = self.folder / "project"
        # From the beginning, so that what the library shows to programs stays as it is.
        (self.project / library / CHOICE_FILE).write_text(CHOICE)
        # Programs see no other variables than those.
        settings = self.project / "galley.yml"
        settings.write_text(settings.read_text() + f"\nenvironment: [{CHOSEN}, {PROFILE}]\n")
        # Which essays were seen to hold with every change of the library switched off; how many seconds each takes.
        self.sound, self.durations, self.lock = set(), {}, threading.Lock()
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
        """For each essay which places of the library it runs. A kept folder knows it while nothing has changed."""
        kept, state = self.folder / "reach.json", self.state()
        if kept.exists():
            known = json.loads(kept.read_text())
            if known["state"] == state:
                self.durations = known["durations"]
                return {essay: Reach(files) for essay, files in known["reaches"].items()}
        manifest = self.project / "Package.swift"
        original = manifest.read_text()
        manifest.write_text(original + COUNTING.replace("NAME", self.name))
        try:
            self.check(self.essays[0])
            reaches = {}
            for essay in self.essays:
                profiles = self.folder / "profiles" / essay
                started = time.monotonic()
                self.check(essay, environment={PROFILE: f"{profiles}/%p.profraw"})
                self.durations[essay] = time.monotonic() - started
                reaches[essay] = Reach.read(profiles, self.project)
        finally:
            manifest.write_text(original)
        kept.write_text(json.dumps({
            "state": state, "durations": self.durations,
            "reaches": {essay: reach.files for essay, reach in reaches.items()}}))
        return reaches

    def state(self):
        """What stands in the copy, in a few letters."""
        digest = hashlib.sha256()
        for path in sorted(self.project.rglob("*")):
            name = path.relative_to(self.project)
            if path.is_file() and name.parts[0] in ("content", "Sources", "galley.yml", "Package.swift"):
                digest.update(f"{name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
        return digest.hexdigest()

    def verdict(self, mutant, essays):
        """What those essays say of a change that is built alone, and why."""
        path = self.project / mutant.path
        original = path.read_text()
        path.write_text(original[:mutant.start] + mutant.new + original[mutant.end:])
        try:
            return self.answer(essays)
        finally:
            path.write_text(original)

    def build_together(self, mutants):
        """A library in which each of them can be chosen, of one file or of several, and the number that chooses it.

        What the compiler refuses in company is left out. The library stays until `restore`.
        """
        self.sound = set()
        self.originals = {path: (self.project / path).read_text() for path in {m.path for m in mutants}}
        numbers = {mutant: number for number, mutant in enumerate(mutants, 1)}
        while numbers:
            blame = {}
            for path, original in self.originals.items():
                text, blame[path] = together(original, [(n, m) for m, n in numbers.items() if m.path == path])
                (self.project / path).write_text(text)
            errors = self.compiler_errors()
            if not errors:
                break
            guilty = {number for path in blame for number in blamed(errors.get(path, []), blame[path])}
            # What nobody can be blamed for is everybody's.
            numbers = {m: n for m, n in numbers.items() if guilty and n not in guilty}
        return numbers

    def chosen_verdict(self, number, essays):
        """What those essays say of the change of that number, which was built with others, and why."""
        verdict, why = self.answer(essays, {CHOSEN: str(number)})
        # That it was this change, and not that many are built together.
        if verdict in ("killed", "time-out"):
            with self.lock:
                self.prove(why.partition(":")[0])
        return verdict, why

    def prove(self, essay):
        """That an essay holds with all changes switched off; once for each library."""
        if essay not in self.sound:
            status, report = self.check(essay)
            if status != 0:
                raise SystemExit(f"{essay} does not hold with all changes switched off:\n" + messages(report))
            self.sound.add(essay)

    def restore(self):
        for path, text in self.originals.items():
            (self.project / path).write_text(text)

    def compiler_errors(self):
        """For each source the lines that the compiler refuses; nothing when the library can be built."""
        status, report = self.check(self.essays[0])
        if "library.unbuildable" not in identifiers(report):
            return {}
        build = subprocess.run(
            ["swift", "build", "-c", "release", "--product", "GalleyLibrary", "--package-path", str(library_of(self.project))],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = {None: []}
        for path, line in re.findall(r"^(/[^\n:]+):(\d+):\d+: error:", build.stdout, re.MULTILINE):
            if self.project in Path(path).parents:
                lines.setdefault(Path(path).relative_to(self.project), []).append(int(line))
        return lines

    def answer(self, essays, environment=None):
        """Those essays are asked until one notices; the verdict, and what was noticed."""
        for essay in essays:
            started = time.monotonic()
            result = self.check(essay, self.seconds, environment)
            self.durations[essay] = 0.8 * self.durations[essay] + 0.2 * (time.monotonic() - started)
            if result is None:
                return "time-out", essay
            status, report = result
            if status != 0:
                found = identifiers(report)
                if "library.unbuildable" in found:
                    return "invalid", ""
                names = ", ".join(f"{found.count(name)} {name}" for name in sorted(set(found)))
                return "killed", f"{essay}: {names}"
        return "survived", ""

    def remove(self):
        if self.isKept:
            return
        # A program that was just ended may still hold something in there for a moment.
        for _ in range(10):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                return
            time.sleep(0.5)


def messages(report):
    return "\n".join(entry["message"] for entry in report["diagnostics"])


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
