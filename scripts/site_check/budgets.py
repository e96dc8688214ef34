"""What a page may weigh, ask for and consist of."""

import gzip
import urllib.parse
from functools import lru_cache
from pathlib import Path

from site_check.faults import Fault

KIB = 1024
WHOLE = 100 * KIB
SCRIPTS = 15 * KIB
REQUESTS = 8
ELEMENTS = 12_000
FONTS = {".woff2", ".woff", ".ttf", ".otf"}
# What is as small as it gets already.
PACKED = FONTS | {".png", ".jpg", ".jpeg", ".webp", ".avif"}


def allowance(formulas):
    """HTML, style sheets and scripts of a page, compressed: 60 KiB with 60 formulas, 85 with 160, a line through both. KaTeX's
    style sheet counts with its fonts: it is theirs, and the same for any formulas."""
    return (60 + max(0, formulas - 60) / 4) * KIB


@lru_cache(maxsize=None)
def weight(path):
    data = Path(path).read_bytes()
    return len(data) if Path(path).suffix in PACKED else len(gzip.compress(data, 6, mtime=0))


def check(folder, read, loads, report):
    """`read` has pages as files by path, `loads` the paths that each asked for when it was opened."""
    for name, asked in loads.items():
        page = read[name]
        files = [name] + [path for path in asked if path != name and (folder / path).is_file()]
        sizes = {path: weight(str(folder / path)) for path in files}
        text = sum(size for path, size in sizes.items() if Path(path).suffix in (".html", ".css", ".js")
                   and not Path(path).name.startswith("katex"))
        whole = sum(sizes.values())
        heaviest = ", ".join(
            f"{path} {size / KIB:.1f}" for path, size in sorted(sizes.items(), key=lambda one: -one[1])[:4])
        limit = min(allowance(page.formulas), WHOLE)
        if text > limit:
            report.add(Fault("weight", name, "", f"its HTML, style sheets and scripts are {text / KIB:.1f} KiB compressed, and "
                             f"{limit / KIB:.0f} are the most with {page.formulas} formulas ({heaviest})"))
        if whole > WHOLE:
            report.add(Fault("weight", name, "", f"all in all it is {whole / KIB:.1f} KiB compressed, and "
                             f"{WHOLE / KIB:.0f} are the most ({heaviest})"))
        scripts = sum(size for path, size in sizes.items() if Path(path).suffix == ".js")
        if scripts > SCRIPTS:
            report.add(Fault("weight", name, "", f"its scripts are {scripts / KIB:.1f} KiB, and {SCRIPTS / KIB:.0f} are the most"))
        requests = [path for path in [name, *asked] if Path(urllib.parse.urlsplit(path).path).suffix not in FONTS]
        if len(set(requests)) > REQUESTS:
            report.add(Fault("request", name, "", f"it makes {len(set(requests))} requests beside those for fonts, and "
                             f"{REQUESTS} are the most: {', '.join(sorted(set(requests)))}"))
        if page.elements > ELEMENTS:
            report.add(Fault("element", name, "", f"it has {page.elements} elements, and {ELEMENTS} are the most"))
