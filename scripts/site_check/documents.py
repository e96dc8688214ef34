"""What the files of pages say without a browser: addresses, ids, names, and words that no author meant."""

import html.parser
import re
import urllib.parse
from pathlib import Path

from site_check.faults import Fault

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What is not prose: code, and what nobody sees.
VERBATIM = {"code", "pre", "samp", "kbd", "script", "style", "annotation", "title", "noscript"}
ADDRESSES = ("href", "src", "poster", "data", "action", "formaction", "cite", "xlink:href")
REFERENCES = ("for", "popovertarget", "commandfor", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "headers")
# An essay may speak of NaN and of what is undefined; nobody writes “= NaN” or “NaN %”, or nil outside code.
MEANINGLESS = re.compile(r"[=≈] ?(?:NaN|undefined)\b|\bNaN ?[%‰°]|\bnil\b|Optional\(|\[object |\{\{|\}\}")
NO_LABEL = re.compile(r"^\s*-?(?:NaN|nan|inf|undefined)\b")
RAW_TEX = re.compile(r"\\(?:[A-Za-z]+|[%,;!()\[\]])|\$\$")
GEOMETRY = {"d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "points", "transform", "viewbox", "width", "height", "style"}
NO_NUMBER = re.compile(r"NaN|(?<![A-Za-z-])(?:nan|inf|undefined|nil)(?![A-Za-z-])")


class Page(html.parser.HTMLParser):
    """One read of a page; faults are `(kind, line, text)`."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.ids, self.addresses, self.referred, self.faults = {}, [], [], []
        self.stack, self.formulas, self.elements = [], 0, 0
        self.figures, self.ledgers = [], []
        self.leads_on = False
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def fault(self, kind, text):
        line, column = self.getpos()
        self.faults.append((kind, f"{line}:{column + 1}", text))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes, closes=True)

    def handle_starttag(self, tag, attributes, closes=False):
        values = dict(attributes)
        classes = (values.get("class") or "").split()
        if not any(name == "template" for name, *_ in self.stack):
            self.elements += 1
            self.formulas += tag == "math"
        self.identify(values)
        self.collect(tag, values)
        for name, value in values.items():
            if name in GEOMETRY and value and NO_NUMBER.search(value) and "url(" not in value:
                self.fault("words", f"the attribute {name} of <{tag}> says {excerpt(value, NO_NUMBER)}")
        self.look_at_name(tag, values)
        if tag not in VOID and not closes:
            silent = tag in VERBATIM or "proof" in classes or "katex-html" in classes or "claim" in classes
            named = values.get("aria-label") or values.get("aria-labelledby") or values.get("aria-hidden")
            self.stack.append((tag, silent, bool(named) and tag != "figure"))
            # A ledger lists what programs said, nil among it.
            if "ledger" in classes:
                self.ledgers.append(len(self.stack))

    def handle_endtag(self, tag):
        if any(name == tag for name, *_ in self.stack):
            while self.stack.pop()[0] != tag:
                pass
            self.ledgers = [depth for depth in self.ledgers if depth <= len(self.stack)]
        if tag == "figure" and self.figures:
            place, named = self.figures.pop()
            if not named:
                self.faults.append(("name", place, "a <figure> without a name"))

    def identify(self, values):
        name = values.get("id")
        if name is not None:
            if name in self.ids:
                self.fault("id", f"the id ‘{name}’ stands in line {self.ids[name]} too")
            self.ids.setdefault(name, self.getpos()[0])
        for key in REFERENCES:
            for one in (values.get(key) or "").split():
                self.referred.append((f"{self.getpos()[0]}:{self.getpos()[1] + 1}", key, one))

    def collect(self, tag, values):
        place = f"{self.getpos()[0]}:{self.getpos()[1] + 1}"
        # An old address, which no reader stays at.
        self.leads_on |= tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh"
        if tag == "link" and values.get("rel") in ("canonical", "alternate") and "://" in (values.get("href") or ""):
            return
        for key in ADDRESSES:
            if values.get(key) is not None:
                self.addresses.append((place, values[key]))
        for part in (values.get("srcset") or "").split(","):
            if part.strip():
                self.addresses.append((place, part.split()[0]))

    def look_at_name(self, tag, values):
        named = values.get("aria-labelledby") or (values.get("aria-label") or "").strip()
        if tag == "figure":
            place = f"{self.getpos()[0]}:{self.getpos()[1] + 1}"
            self.figures.append([place, bool(named)])
        elif tag == "figcaption" and self.figures:
            self.figures[-1][1] = True
        elif tag == "img" and values.get("alt") is None:
            self.fault("name", "an <img> without alt")
        elif tag == "iframe" and not values.get("title"):
            self.fault("name", "an <iframe> without a title")
        elif tag == "svg" and not named and not values.get("aria-hidden") and values.get(
                "role") not in ("presentation", "none") and not any(silent or has for _, silent, has in self.stack):
            self.fault("name", "an <svg> without a name, and nothing around it has one")
        if values.get("role") == "img" and not named:
            self.fault("name", f"<{tag} role=img> without a name")

    def handle_data(self, data):
        if any(silent for _, silent, _ in self.stack) or data.isspace():
            return
        tags = [tag for tag, *_ in self.stack]
        looks = [("tex", RAW_TEX, "readers see the TeX")]
        if "svg" in tags:
            looks.append(("words", NO_LABEL, "a picture says"))
        if not self.ledgers:
            looks.append(("words", MEANINGLESS, "prose says"))
        for kind, pattern, what in looks:
            if pattern.search(data):
                self.fault(kind, f"{what} {excerpt(data, pattern)}")


def excerpt(text, pattern):
    found = pattern.search(text)
    start, end = max(0, found.start() - 20), found.end() + 20
    return "‘" + ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "") + "’"


def read(folder, pages, report):
    """Reads the pages, tells what is wrong in them, and returns them by path."""
    folder = folder.resolve()
    known = {}

    def page(path):
        if path not in known:
            known[path] = Page(path)
        return known[path]

    read = {}
    for path in (page_path.resolve() for page_path in pages):
        name, here = str(path.relative_to(folder)), page(path)
        read[name] = here
        for kind, place, text in here.faults:
            report.add(Fault(kind, name, place, text))
        for place, key, one in here.referred:
            if one not in here.ids:
                report.add(Fault("id", name, place, f"{key} names ‘{one}’, and nothing on the page has that id"))
        for place, address in here.addresses:
            wrong = lead(address, path, folder, page)
            if wrong:
                report.add(Fault(wrong[0], name, place, wrong[1]))
    return read


def lead(address, path, folder, page):
    """What is wrong with an address on the page at `path`."""
    parts = urllib.parse.urlsplit(address.strip())
    if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
        return None
    if parts.path.startswith("/"):
        return "disk", f"the address ‘{address}’ begins at the server's root, and a disk has another"
    target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
    if not target.is_relative_to(folder) or not target.exists():
        return "link", f"there is no file for the address ‘{address}’"
    if target.is_dir():
        return "disk", f"the address ‘{address}’ is a folder's: from a disk it shows a list of files"
    fragment = urllib.parse.unquote(parts.fragment).partition(":~:")[0]
    if fragment and fragment != "top" and target.suffix == ".html" and fragment not in page(Path(target)).ids:
        # What a slider shows stands in the address too, behind the figure's own name.
        if fragment.partition("=")[0] not in page(Path(target)).ids:
            return "link", f"nothing has the name in the address ‘{address}’"
    return None
