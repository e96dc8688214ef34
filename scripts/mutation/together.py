"""Many changes in one library: each function has a body for every change, and the environment says which one runs.

So the library is built once for dozens of changes, which takes longer than to check the essays with one of them.
"""

CHOSEN = "GALLEY_MUTANT"

# Stands beside the library's own sources.
CHOICE_FILE = "ChosenMutant.swift"
CHOICE = f"""
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The number of the change that is tried; 0 for none.
@usableFromInline let chosenMutant = getenv("{CHOSEN}").flatMap {{ Int(String(cString: $0)) }} ?? 0
"""


def together(text, numbered):
    """A source in which every one of the numbered changes can be chosen, and which lines stand for which.

    numbered: pairs of a number and a mutant, each mutant with a body.
    Returns the text, and for each change the first line, the last line and its number.
    """
    bodies = {}
    for number, mutant in numbered:
        bodies.setdefault(mutant.body, []).append((number, mutant))
    parts, lines, position = [], [], 0

    def add(part):
        start = 1 + sum(entry.count("\n") for entry in parts)
        parts.append(part)
        return start, start + part.count("\n")

    for (start, end), changes in sorted(bodies.items()):
        add(text[position:start] + " switch chosenMutant {\n")
        for number, mutant in changes:
            add(f"case {number}:\n")
            body = text[start:mutant.start] + mutant.new + text[mutant.end:end]
            lines.append(add(body + "\n") + (number,))
        add("default:\n" + text[start:end] + "\n}\n")
        position = end
    add(text[position:])
    return "".join(parts), lines
