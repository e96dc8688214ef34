"""What came of it, as tables in Markdown."""


def place_of(text, offset):
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def shown(text):
    """A text of the source in one line."""
    flat = " ".join(text.split()) or "nothing"
    return flat if len(flat) <= 60 else flat[:57] + "…"


def cell(text):
    """The same as code in a table's cell."""
    return "`" + shown(text).replace("|", "\\|") + "`"


def table(results):
    groups = {}
    for mutant, verdict in results:
        groups.setdefault((mutant.path.name, mutant.function), []).append(verdict)
    lines = [
        "| file | function | mutants | killed | time-out | unreached | survived |",
        "|---|---|---|---|---|---|---|",
    ]
    sums = [0, 0, 0, 0, 0]
    for (name, function), verdicts in sorted(groups.items()):
        valid = [verdict for verdict in verdicts if verdict != "invalid"]
        row = [len(valid)] + [valid.count(word) for word in ("killed", "time-out", "unreached", "survived")]
        sums = [a + b for a, b in zip(sums, row)]
        lines.append(f"| {name} | {cell(function)} | " + " | ".join(map(str, row)) + " |")
    lines.append("| all | | " + " | ".join(map(str, sums)) + " |")
    return lines


def survivors(results, texts, keys, record):
    lines = ["| survivor | function | what | was | became | why it is equivalent |", "|---|---|---|---|---|---|"]
    for mutant, verdict in results:
        if verdict == "survived":
            line, column = place_of(texts[mutant.path], mutant.start)
            cells = [f"{mutant.path.name}:{line}:{column}", cell(mutant.function), mutant.what, cell(mutant.old),
                     cell(mutant.new), record.reason(keys[mutant])]
            lines.append("| " + " | ".join(cells) + " |")
    return lines
