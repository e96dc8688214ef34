"""What has been tried so far, in a file that grows from run to run."""

import csv
import os
from collections import Counter
from pathlib import Path


def keys_of(mutants):
    """What tells each change apart when lines have moved: how many of its kind stand before it in its function."""
    seen, keys = Counter(), {}
    for mutant in mutants:
        kind = (mutant.path.name, mutant.function, mutant.what, mutant.old, mutant.new)
        keys[mutant] = "\t".join(kind + (str(seen[kind]),))
        seen[kind] += 1
    return keys


COLUMNS = ["file", "function", "change", "old", "new", "number", "verdict", "reason", "essay"]


class Record:
    """Verdicts by key, with the reasons that somebody wrote beside survivors: a table that essays can read. Without a path
    nothing is kept."""

    def __init__(self, path):
        self.path = Path(path) if path else None
        self.entries = {}
        if self.path and self.path.exists():
            with self.path.open(newline="", encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    key = "\t".join(row[name] for name in COLUMNS[:6])
                    rest = ((name, row.get(name)) for name in COLUMNS[6:])
                    self.entries[key] = {name: value for name, value in rest if value}

    def verdict(self, key):
        return self.entries.get(key, {}).get("verdict")

    def reason(self, key):
        return self.entries.get(key, {}).get("reason", "")

    def essay(self, key):
        """Which essay noticed it when it was tried last."""
        return self.entries.get(key, {}).get("essay")

    def forget(self, mutants):
        """All verdicts on them; reasons stay, and so does what the compiler refused. What is no place any more is dropped.

        mutants: for each name of a file the keys of all its places.
        """
        for key in list(self.entries):
            name, entry = key.partition("\t")[0], self.entries[key]
            if name in mutants and key not in mutants[name]:
                del self.entries[key]
            elif name in mutants and entry.get("verdict") != "invalid":
                entry.pop("verdict", None)
        self.write()

    def put(self, key, verdict, essay=None):
        entry = self.entries.setdefault(key, {})
        entry["verdict"] = verdict
        if verdict == "survived":
            entry.setdefault("reason", "")
        else:
            entry.pop("reason", None)
        if verdict == "killed" and essay:
            entry["essay"] = essay
        else:
            entry.pop("essay", None)
        self.write()

    def write(self):
        if self.path:
            # Whole or not at all, whenever this run ends.
            new = self.path.with_name(self.path.name + ".new")
            with new.open("w", newline="", encoding="utf-8") as file:
                table = csv.writer(file, lineterminator="\n")
                table.writerow(COLUMNS)
                for key, entry in sorted(self.entries.items()):
                    table.writerow(key.split("\t") + [entry.get(name, "") for name in COLUMNS[6:]])
            os.replace(new, self.path)
