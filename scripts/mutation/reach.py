"""Which places of the library an essay runs, by the compiler's own counters."""

import bisect
import json
import subprocess
from pathlib import Path


class Reach:
    """For each file the places at which a count begins: line, column, count, whether there is one."""

    def __init__(self, files):
        self.files = files

    @staticmethod
    def read(profiles, project):
        """What the programs that ran left in that folder; nothing where none ran."""
        raw = sorted(str(path) for path in Path(profiles).glob("*.profraw"))
        if not raw:
            return Reach({})
        merged = str(Path(profiles) / "merged.profdata")
        subprocess.run([tool("llvm-profdata"), "merge", "-o", merged] + raw, check=True)
        library = next((library_of(project) / ".build").glob("*/release/libGalleyLibrary.*"))
        report = subprocess.run(
            [tool("llvm-cov"), "export", "-format=text", "-instr-profile", merged, str(library)],
            check=True, stdout=subprocess.PIPE, text=True).stdout
        files = {}
        for entry in json.loads(report)["data"][0]["files"]:
            name = Path(entry["filename"])
            if project in name.parents:
                name = name.relative_to(project)
            files[str(name)] = [tuple(segment[:4]) for segment in entry["segments"]]
        return Reach(files)

    def comes_to(self, path, line, column):
        """Whether the place ran. Where nobody counts, as in constants, it may have, if any of the library did."""
        segments = self.files.get(str(path))
        if segments is None:
            return bool(self.files)
        index = bisect.bisect_right([tuple(segment[:2]) for segment in segments], (line, column)) - 1
        if index < 0 or not segments[index][3]:
            return True
        return segments[index][2] > 0


def library_of(project):
    """The package that Galley builds the project's library with."""
    return next((project / ".build/galley").glob("library-*"))


def tool(name):
    """A companion of the compiler's."""
    compiler = subprocess.run(
        ["swift", "-print-target-info"], check=True, stdout=subprocess.PIPE, text=True).stdout
    resources = Path(json.loads(compiler)["paths"]["runtimeResourcePath"])
    return str(resources.parent.parent / "bin" / name)
