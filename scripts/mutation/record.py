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


COLUMNS = ["file", "function", "change", "old", "new", "number", "verdict", "reason"]


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
                    self.entries[key] = {"verdict": row["verdict"], "reason": row["reason"]}

    def verdict(self, key):
        return self.entries.get(key, {}).get("verdict")

    def reason(self, key):
        return self.entries.get(key, {}).get("reason", "")

    def put(self, key, verdict):
        entry = self.entries.setdefault(key, {})
        entry["verdict"] = verdict
        if verdict == "survived":
            entry.setdefault("reason", "")
        else:
            entry.pop("reason", None)
        if self.path:
            # Whole or not at all, whenever this run ends.
            new = self.path.with_name(self.path.name + ".new")
            with new.open("w", newline="", encoding="utf-8") as file:
                table = csv.writer(file, lineterminator="\n")
                table.writerow(COLUMNS)
                for key, entry in sorted(self.entries.items()):
                    table.writerow(key.split("\t") + [entry["verdict"], entry.get("reason", "")])
            os.replace(new, self.path)
