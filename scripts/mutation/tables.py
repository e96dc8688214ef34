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


HEAD = "| survivor | function | what | was | became | why it is equivalent |"


def survivors(results, texts, reasons):
    lines = [HEAD, "|---|---|---|---|---|---|"]
    for mutant, verdict in results:
        if verdict == "survived":
            line, column = place_of(texts[mutant.path], mutant.start)
            key = key_of(mutant)
            lines.append(
                f"| {mutant.path.name}:{line}:{column} | " + " | ".join(key[1:]) + f" | {reasons.get(key, '')} |")
    return lines


def key_of(mutant):
    """What tells a survivor apart when lines have moved."""
    return (
        mutant.path.name, cell(mutant.function), mutant.what, cell(mutant.old), cell(mutant.new))


def reasons_in(path):
    """The reasons that somebody wrote into an earlier table."""
    reasons, is_table = {}, False
    for line in path.read_text().splitlines() if path.exists() else []:
        is_table = line == HEAD or is_table and line.startswith("|")
        cells = [cell.strip() for cell in line.replace("\\|", "\0").strip("|").split("|")]
        cells = [cell.replace("\0", "\\|") for cell in cells]
        if is_table and len(cells) == 6 and ":" in cells[0] and cells[5]:
            reasons[(cells[0].split(":")[0], *cells[1:5])] = cells[5]
    return reasons
