"""The small changes that can be made to a source."""

from collections import namedtuple
from decimal import Decimal

from mutation.swift import CLOSE, OPEN, bodies_of, functions_of, tokens_of

# `body` is the range between the braces of the function that it stands in; None outside of any.
Mutant = namedtuple("Mutant", "path function start end old new what body")

EXCHANGES = {
    "+": "-", "-": "+", "*": "/", "/": "*", "&+": "&-", "&-": "&+", "&*": "&+",
    "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=",
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "&&": "||", "||": "&&", "..<": "...", "...": "..<", ">>": "<<", "<<": ">>",
}
KINDS = {
    "+": "arithmetic", "-": "arithmetic", "*": "arithmetic", "/": "arithmetic",
    "<": "comparison", ">": "comparison", "=": "comparison", "!": "comparison",
    ".": "range", "<<": "shift", ">>": "shift", "&&": "logic", "||": "logic", "&": "arithmetic",
}


def mutants_of(path, text):
    tokens = tokens_of(text)
    names, bodies = functions_of(tokens), bodies_of(tokens)
    mutants = []

    def add(place, start, end, new, what):
        if text[start:end] != new:
            mutants.append(Mutant(path, names[place], start, end, text[start:end], new, what, bodies[place]))

    for place, token in enumerate(tokens):
        before = text[token.start - 1] if token.start else " "
        after = text[token.end] if token.end < len(text) else " "
        previous = tokens[place - 1] if place else None
        if token.kind == "operator":
            is_declared = previous is not None and previous.text == "func"
            is_binary = before.isspace() == after.isspace() and not is_declared
            if token.text in EXCHANGES and is_binary and (before.isspace() or token.text in ("..<", "...")):
                add(place, token.start, token.end, EXCHANGES[token.text], KINDS.get(token.text, KINDS.get(token.text[0])))
                if token.text in "+-*/" and len(token.text) == 1:
                    end = end_of_operand(tokens, place + 1, text, token.text in "+-")
                    if end is not None:
                        start = tokens[place - 1].end
                        what = "dropped term" if token.text in "+-" else "dropped factor"
                        add(place, start, end, "", what)
            elif token.text == "-" and not after.isspace() and not is_declared:
                add(place, token.start, token.end, "", "sign")
        elif token.kind == "number":
            if before == "." and previous is not None and previous.text == ".":
                if token.text in ("0", "1"):
                    add(place, token.start, token.end, "10"[int(token.text)], "member")
            else:
                for step in (1, -1):
                    changed = moved(token.text, step)
                    if changed is not None:
                        add(place, token.start, token.end, changed, "constant")
        elif token.kind == "word" and token.text in ("true", "false"):
            add(place, token.start, token.end, "false" if token.text == "true" else "true", "constant")
        elif token.text == "(" and previous is not None and previous.kind == "word" and before != " ":
            swap = swapped(tokens, place, text)
            if swap is not None:
                add(place, swap[0], swap[1], swap[2], "swapped arguments")
    return mutants


def moved(number, step):
    """The literal with its last digit one up or down; nil where that has no sense."""
    plain = number.replace("_", "")
    if plain.startswith("0x"):
        head, mark, tail = plain.partition("p")
        if "." in head:
            return None
        value = int(head, 16) + step
        return None if value < 0 else hex(value) + mark + tail
    head, mark, tail = plain.lower().partition("e")
    places = len(head.partition(".")[2])
    value = Decimal(head) + step * Decimal(1).scaleb(-places)
    return None if value < 0 else f"{value:.{places}f}" + mark + tail


def matching(tokens, place):
    depth = 0
    for index in range(place, len(tokens)):
        if tokens[index].text in OPEN and tokens[index].kind == "mark":
            depth += 1
        if tokens[index].text in CLOSE and tokens[index].kind == "mark":
            depth -= 1
            if depth == 0:
                return index
    return None


def end_of_operand(tokens, place, text, takes_products):
    """Where the operand that begins there ends; None where that is not plain to see."""
    if place < len(tokens) and tokens[place].kind == "operator" and tokens[place].text in ("-", "."):
        place += 1
    if place >= len(tokens):
        return None
    if tokens[place].text in ("(", "["):
        place = matching(tokens, place)
    elif tokens[place].kind not in ("word", "number") or tokens[place].text in ("try", "await"):
        return None
    while place is not None and place + 1 < len(tokens):
        following = tokens[place + 1]
        if following.start == tokens[place].end and following.text in ("(", "["):
            place = matching(tokens, place + 1)
        elif following.start == tokens[place].end and following.text in (".", "!"):
            place += 2 if following.text == "." else 1
        elif following.text == "." and place + 2 < len(tokens):
            place += 2
        elif following.text == "{" and "\n" not in text[tokens[place].end:following.start]:
            return None
        else:
            break
    if place is None:
        return None
    if takes_products and place + 1 < len(tokens) and tokens[place + 1].text in ("*", "/"):
        return end_of_operand(tokens, place + 2, text, True)
    return tokens[place].end


def swapped(tokens, place, text):
    """The first two arguments of a call in each other's place, under the same labels."""
    name = tokens[place - 1].text
    earlier = tokens[place - 2].text if place > 1 else ""
    if earlier in ("func", "case") or name in ("if", "while", "for", "switch", "return", "in", "guard"):
        return None
    if name in ("init", "subscript") and earlier != ".":
        return None
    close = matching(tokens, place)
    if close is None:
        return None
    arguments, depth, first = [], 0, place + 1
    for index in range(place + 1, close + 1):
        token = tokens[index]
        if index == close or (depth == 0 and token.text == ","):
            if index > first:
                arguments.append((first, index - 1))
            first = index + 1
        elif token.kind == "mark":
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(token.text, 0)
    if len(arguments) < 2:
        return None
    bounds = []
    for first, last in arguments[:2]:
        if first + 1 < last + 1 and tokens[first].kind == "word" and tokens[first + 1].text == ":":
            first += 2
        if first > last:
            return None
        # The words of a message are no arithmetic.
        if any(token.kind == "skip" for token in tokens[first:last + 1]):
            return None
        bounds.append((tokens[first].start, tokens[last].end))
    (a, b), (c, d) = bounds
    return a, d, text[c:d] + text[b:c] + text[a:b]
