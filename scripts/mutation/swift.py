"""Reads Swift as tokens, and says which function each of them stands in."""

from collections import namedtuple

Token = namedtuple("Token", "kind text start end")

OPERATORS = "/=-+!*%<>&|^~?."
WORD = "_$"
OPEN, CLOSE = "([{", ")]}"
ACCESSORS = ("get", "set", "willSet", "didSet", "_read", "_modify")


def tokens_of(text):
    """Words, numbers, operators and marks; what must not be changed is left out, but for `skip` in its place."""
    tokens, index = [], 0

    def is_word(character):
        return character.isalnum() or character in WORD

    def after_brackets(index):
        depth = 0
        while index < len(text):
            if text[index] in OPEN:
                depth += 1
            if text[index] in CLOSE:
                depth -= 1
                if depth == 0:
                    return index + 1
            index += 1
        return index

    while index < len(text):
        start, character = index, text[index]
        if character.isspace():
            index += 1
            continue
        if text.startswith("//", index):
            end = text.find("\n", index)
            index = len(text) if end < 0 else end
            continue
        if text.startswith("/*", index):
            depth = 0
            while index < len(text):
                if text.startswith("/*", index):
                    depth, index = depth + 1, index + 2
                elif text.startswith("*/", index):
                    depth, index = depth - 1, index + 2
                    if depth == 0:
                        break
                else:
                    index += 1
            continue
        if character == '"':
            index = after_string(text, index)
            tokens.append(Token("skip", text[start:index], start, index))
            continue
        if character == "#":
            # `#if` and its kin take their line along; `#file` and its kin are words.
            index += 1
            while index < len(text) and is_word(text[index]):
                index += 1
            if text[start:index] in ("#if", "#elseif", "#else", "#endif", "#available", "#sourceLocation"):
                end = text.find("\n", index)
                index = len(text) if end < 0 else end
            tokens.append(Token("skip", text[start:index], start, index))
            continue
        if character == "@":
            index += 1
            while index < len(text) and is_word(text[index]):
                index += 1
            # `@escaping (T) -> U` is no attribute with arguments: those stand right behind the name.
            if index < len(text) and text[index] == "(":
                index = after_brackets(index)
            tokens.append(Token("skip", text[start:index], start, index))
            continue
        if character.isdigit():
            index = after_number(text, index)
            tokens.append(Token("number", text[start:index], start, index))
        elif is_word(character):
            while index < len(text) and is_word(text[index]):
                index += 1
            tokens.append(Token("word", text[start:index], start, index))
        elif character == "`":
            index = text.index("`", index + 1) + 1
            tokens.append(Token("word", text[start:index], start, index))
        elif character in OPERATORS:
            while index < len(text) and text[index] in OPERATORS and not text.startswith(("//", "/*"), index):
                index += 1
            tokens.append(Token("operator", text[start:index], start, index))
        else:
            index += 1
            tokens.append(Token("mark", character, start, index))
    return tokens


def after_string(text, index):
    """Behind a string literal, its interpolations included."""
    quote = '"""' if text.startswith('"""', index) else '"'
    index += len(quote)
    while index < len(text):
        if text.startswith(quote, index):
            return index + len(quote)
        if text.startswith("\\(", index):
            depth, index = 1, index + 2
            while index < len(text) and depth:
                if text[index] == '"':
                    index = after_string(text, index)
                    continue
                depth += {"(": 1, ")": -1}.get(text[index], 0)
                index += 1
        else:
            index += 2 if text[index] == "\\" else 1
    return index


def after_number(text, index):
    is_hex = text.startswith("0x", index)
    digits = "0123456789_abcdefABCDEF" if is_hex else "0123456789_"
    index += 2 if is_hex else 0
    while index < len(text) and text[index] in digits:
        index += 1
    if index + 1 < len(text) and text[index] == "." and text[index + 1].isdigit():
        index += 1
        while index < len(text) and text[index] in digits:
            index += 1
    if index < len(text) and text[index] in ("pP" if is_hex else "eE"):
        after = index + 1
        if after < len(text) and text[after] in "+-":
            after += 1
        if after < len(text) and text[after].isdigit():
            index = after
            while index < len(text) and text[index].isdigit():
                index += 1
    return index


def functions_of(tokens):
    """For each token the function that it stands in, with its types; `-` outside of any."""
    return [name for name, _ in places_of(tokens)]


def bodies_of(tokens):
    """For each token what stands between the braces of its outermost function, as a range; None outside of any."""
    ends, open_braces = {}, []
    for place, token in enumerate(tokens):
        if token.text == "{":
            open_braces.append(place)
        elif token.text == "}" and open_braces:
            ends[open_braces.pop()] = place

    def body(brace):
        # Of accessors, each has a body of its own.
        if brace is None or brace not in ends or tokens[brace + 1].text in ACCESSORS:
            return None
        return tokens[brace].end, tokens[ends[brace]].start

    return [body(brace) for _, brace in places_of(tokens)]


def places_of(tokens):
    """For each token the name of the function that it stands in, and which token opens the outermost one's body."""
    places, stack, pending, depth = [], [], None, 0
    for place, token in enumerate(tokens):
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        before = tokens[place - 1].text if place else ""
        if token.kind == "word" and before != ".":
            if token.text in ("func", "struct", "enum", "class", "extension", "protocol", "actor"):
                pending = (following, token.text == "func", depth)
            elif token.text in ("init", "subscript") and following[:1] in ("(", "<", "?"):
                pending = (token.text, True, depth)
            elif token.text in ("var", "let") and not any(entry[1] for entry in stack if entry):
                pending = (following, True, depth)
        if token.text in OPEN:
            if token.text == "{":
                stack.append(pending[:2] + (place,) if pending and pending[2] == depth else None)
                pending = None
            depth += 1
        elif token.text in CLOSE:
            depth -= 1
            if token.text == "}" and stack:
                stack.pop()
        inside = [entry for entry in stack if entry]
        name = ".".join(entry[0] for entry in inside)
        if pending and pending[1]:
            name = ".".join([entry[0] for entry in inside] + [pending[0]])
        brace = next((entry[2] for entry in inside if entry[1]), None)
        places.append((name if name else "-", brace))
    return places
