"""Many changes in one library: each function has a body for every change, and the environment says which one runs.

So the library is built once for dozens of changes, which takes longer than to check the essays with one of them.
"""

# Programs see a variable only where `environment:` in galley.yml names it, and none there begins with GALLEY_.
CHOSEN = "CHOSEN_MUTANT"

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
    """A source in which every one of the numbered changes can be chosen.

    numbered: pairs of a number and a mutant, each mutant with a body.
    Returns the text, and whom an error of the compiler's is blamed on: first line, last line, and the numbers of changes.
    In the copy of a change it is that one; elsewhere in the function those that may end a loop, for after it a value is
    missing; or else all of the function.
    """
    bodies = {}
    for number, mutant in numbered:
        bodies.setdefault(mutant.body, []).append((number, mutant))
    parts, copies, loops, functions, position = [], [], [], [], 0

    def line():
        return 1 + sum(part.count("\n") for part in parts)

    for (start, end), changes in sorted(bodies.items()):
        parts.append(text[position:start] + " switch chosenMutant {\n")
        opening = line()
        for number, mutant in changes:
            parts.append(f"case {number}:\n")
            first = line()
            parts.append(text[start:mutant.start] + mutant.new + text[mutant.end:end] + "\n")
            copies.append((first, line(), [number]))
        parts.append("default:\n" + text[start:end] + "\n}\n")
        loops.append((opening, line(), [number for number, mutant in changes if mutant.old == "true"]))
        functions.append((opening, line(), [number for number, _ in changes]))
        position = end
    parts.append(text[position:])
    return "".join(parts), copies + loops + functions


def blamed(lines, blame):
    """The changes that the compiler's errors point at, as few as may be."""
    for line in lines:
        for first, last, numbers in blame:
            if numbers and first <= line <= last:
                yield from numbers
                break
