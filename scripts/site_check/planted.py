"""A small site of pages that are alike but for one fault each, and whether check-site finds that fault and no other."""

import fnmatch
import sys
import tempfile
import time
from pathlib import Path

from site_check.faults import KINDS, Report
from site_check.survey import survey

WORDS = ("Shares of a whole are what this page is about, and each of its lines has about as many letters as a reader likes "
         "to have before the eye must find its way back to where the next of them begins, which is why they are counted. ") * 3

STYLE = """
:root { color-scheme: light dark; --paper: #fffdf9; --ink: #211d18; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #181613; --ink: #ebe5da; } }
html { font: 20px/1.58 serif; background: var(--paper); color: var(--ink); }
body { margin: 0 auto; padding: 0 1rem; max-width: 57ch; overflow-wrap: break-word; }
a { color: inherit; }
nav a, summary, button { display: inline-block; min-height: 26px; min-width: 26px; }
.katex-mathml { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.formula, .table-scroll { overflow-x: auto; }
.katex { white-space: nowrap; }
svg { width: 100%; height: auto; }
.slider { display: none; }
.slider input { min-height: 26px; width: 80%; }
@media screen and (scripting: enabled) { .slider { display: block; } .frame:not(.shown) { display: none; } }
@media print { nav, .sources { display: none; } }
"""

SCRIPT = """
const wanted = location.search.match(/one=([0-9])/);
for (const figure of document.querySelectorAll(".sweep")) {
  const input = figure.querySelector("input");
  input.disabled = false;
  input.addEventListener("input", () => {
    figure.querySelectorAll(".frame").forEach((frame, index) => frame.classList.toggle("shown", index === input.valueAsNumber));
    input.setAttribute("aria-valuetext", "T = " + [1, 2, 4][input.valueAsNumber]);
    figure.querySelector("output").textContent = [1, 2, 4][input.valueAsNumber];
    history.replaceState(null, "", "?fig:one=" + input.value + "#fig:one");
  });
  if (wanted) {
    input.value = wanted[1];
    input.dispatchEvent(new Event("input"));
  }
}
"""

HASTY = """
const link = document.querySelector(".ref"), preview = document.querySelector(".preview");
link.addEventListener("pointerenter", () => preview.showPopover());
link.addEventListener("pointerleave", () => preview.hidePopover());
"""


def picture(number):
    return (f'<div class="frame{" shown" if number == 0 else ""}"><div role="img" aria-label="Frame {number}">'
            f'<svg viewBox="0 0 40 10"><path d="M0 {number}L40 9" stroke="currentColor"/></svg></div></div>')


SWEEP = ('<figure class="sweep" id="fig:one" aria-labelledby="said">' + "".join(map(picture, range(3)))
         + '<div class="slider"><label for="slide">T</label> <input id="slide" type="range" min="0" max="2" value="0" '
         'aria-valuetext="T = 1" autocomplete="off" disabled><output for="slide" aria-hidden="true">1</output></div>'
         '<figcaption><p id="said">Three pictures.</p></figcaption></figure>')
FORMULA = ('<div class="formula" role="region" aria-label="Formula" tabindex="0"><span class="katex"><span class="katex-mathml">'
           '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi></mrow><annotation encoding='
           '"application/x-tex">\\frac{x}{1}</annotation></semantics></math></span>'
           '<span class="katex-html" aria-hidden="true"><span class="base">x over one</span></span></span></div>')
CLAIM = ('<p>A third is <button class="claim" type="button" popovertarget="claim-1" aria-label="0.333, verified">0.333</button>, '
         'near enough. ' + WORDS + '</p><div id="claim-1" popover role="dialog" aria-label="0.333, verified">0.3333</div>')
PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script defer src="sweep.js"></script>
</head>
<body>
<nav aria-label="Contents"><a href="#end">To the end</a></nav>
<main>
<h1>A page</h1>
<p id="first">{WORDS}</p>
<p>{WORDS}</p>
{CLAIM}
{FORMULA}
{SWEEP}
<!--here-->
<details><summary>More</summary><p>What was folded.</p></details>
<p id="end">{WORDS} Programs say <code>NaN</code>, and so may an essay on NaN.</p>
</main>
</body>
</html>
"""
OLD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><meta http-equiv="refresh" content="0; url=good.html"></head>
<body><p><a href="good.html">A page</a></p></body></html>
"""
HERE = "<!--here-->"
CUT = '<div style="width: 8em; overflow: hidden; white-space: nowrap">These words are longer than their box has room</div>'

# name: the kind that must be found, and what is exchanged on the page.
PLANTED = {
    "link to a file": ("link", HERE, '<p>See <a href="nowhere.html">there</a>, where nothing is.</p>'),
    "link to a fragment": ("link", 'href="#end"', 'href="#ending"'),
    "link to another page's fragment": ("link", HERE, '<p>See <a href="good.html#nothing">there</a>, where nothing is.</p>'),
    "id that stands twice": ("id", HERE, '<p id="first">Again.</p>', "html"),
    "id that is missing": ("id", 'aria-labelledby="said"', 'aria-labelledby="unsaid"', "html"),
    "figure without a name": ("name", HERE, '<figure><div role="img" aria-label="Ink"><svg viewBox="0 0 4 1"><path d="M0 0h4"/></svg></div></figure>'),
    "picture without a name": ("name", HERE, '<p><svg viewBox="0 0 4 1"><path d="M0 0h4"/></svg></p>'),
    "image without alt": ("name", HERE, '<p><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></p>', "html axe"),
    "nil in prose": ("words", HERE, "<p>The largest is nil of them.</p>"),
    "a number that is none": ("words", HERE, "<p>It is = NaN here.</p>"),
    "an optional": ("words", HERE, "<p>It is Optional(0.5) here.</p>"),
    "braces of a template": ("words", HERE, "<p>By {{author}}.</p>"),
    "NaN in a picture": ("words", "M0 1L40 9", "M0 NaNL40 9", "console html"),
    "TeX in prose": ("tex", HERE, r"<p>The share \frac{1}{3} is each one’s.</p>"),
    "dollars in prose": ("tex", HERE, "<p>The share $$x$$ is each one’s.</p>"),
    "HTML error": ("html", HERE, '<p width="3">A paragraph.</p>'),
    "button without a name": ("axe", HERE, '<p><button class="claim" type="button" popovertarget="claim-1"></button></p>'),
    "another language": ("axe", '<html lang="en">', '<html lang="">'),
    "scrolling box without a key": ("axe", HERE, '<div style="overflow-x: auto"><div style="width: 3000px; height: 3em">A wide thing</div></div>'),
    "another host": ("host", "</head>", '<link rel="stylesheet" href="https://fonts.example/face.css"></head>', "console failed"),
    "error in a script": ("console", "</body>", "<script>nobody.knows();</script></body>"),
    "missing script": ("failed", "</head>", '<script defer src="none.js"></script></head>', "link disk"),
    "too wide": ("overflow", HERE, '<p style="width: 1500px">A wide paragraph.</p>'),
    "too wide on a phone": ("overflow", HERE, '<p style="width: 380px">A wide paragraph.</p>'),
    "cut off": ("cut", HERE, CUT),
    "left of the screen": ("cut", HERE, '<p style="position: relative; left: -60vw">These words begin outside.</p>'),
    "cut off below": ("cut", HERE, f'<div style="height: 3em; overflow: hidden"><p>{WORDS}</p></div>'),
    "navigation on the text": ("overlap", "<nav ", '<nav style="position: absolute; left: 45vw; top: 260px" '),
    "mark on a formula": ("overlap", HERE, '<div class="derivation" style="position: relative">' + FORMULA
                          + '<button class="claim" type="button" popovertarget="claim-1" style="position: absolute; left: 10px; top: 0">≈ 1</button></div>'),
    "dead button": ("dead", HERE, '<p><button type="button">Copy this</button></p>', "print"),
    "dead slider": ("dead", ".slider { display: none; }", ".slider { display: block; }", "print"),
    "slider that did not wake": ("dead", 'src="sweep.js"', 'src="other.js"', "disk"),
    "slider that moves nothing": ("script", 'src="sweep.js"', 'src="still.js"', "disk"),
    "slider that says nothing": ("script", 'src="sweep.js"', 'src="mute.js"', "disk"),
    "slider without an address": ("disk", 'src="sweep.js"', 'src="secret.js"'),
    "slider that forgets": ("disk", 'src="sweep.js"', 'src="lost.js"'),
    "text written by a script": ("lost", "</body>", "<script>document.querySelector('h1').insertAdjacentHTML('afterend', '<p>"
                                 + "late " * 200 + "</p>')</script></body>", "shift"),
    "formula without MathML": ("lost", HERE, '<p><span class="katex"><span class="katex-html" aria-hidden="true"><span class="base">y</span></span></span></p>'),
    "sweep of one picture": ("lost", "</style>", "@media (scripting: none) { .frame:not(.shown) { display: none; } }</style>"),
    "small type": ("type", "font: 20px/1.58 serif", "font: 16px/1.58 serif"),
    "tight lines": ("type", "font: 20px/1.58 serif", "font: 20px/1.2 serif"),
    "long lines": ("type", "max-width: 57ch", "max-width: 110ch"),
    "pale text": ("contrast", "--ink: #211d18", "--ink: #777"),
    "pale text at night": ("contrast", "--ink: #ebe5da", "--ink: #777"),
    "pale words": ("contrast", HERE, '<figcaption-like style="color: light-dark(#bbb, #bbb); display: block">Faint words.</figcaption-like>', "html"),
    "small target": ("target", HERE, '<div><button style="all: unset; font-size: 9px" type="button" popovertarget="claim-1">a</button>'
                     '<button style="all: unset; font-size: 9px" type="button" popovertarget="claim-1">b</button></div>', "print"),
    "jumping page": ("shift", "</body>", "<script>requestAnimationFrame(() => setTimeout(() => document.querySelector('h1')"
                     ".insertAdjacentHTML('beforebegin', '<div style=\"height: 200px\"></div>'), 30))</script></body>"),
    "button on paper": ("print", HERE, '<p><button type="button" popovertarget="claim-1">Ledger</button></p>'),
    "dark paper": ("print", "@media screen and (prefers-color-scheme: dark)", "@media (prefers-color-scheme: dark)"),
    "address from the root": ("disk", HERE, '<p>See <a href="/good.html">this</a>, which a disk has elsewhere.</p>'),
    "address of a folder": ("disk", HERE, '<p>See <a href="folder/">this</a>, which is a list on a disk.</p>'),
    "a module": ("disk", "</head>", '<script type="module" src="module.js"></script></head>'),
    "proof that stays": ("disk", 'popover role="dialog"', 'popover="manual" role="dialog"', "own"),
    "preview that goes": ("disk", HERE, '<p>See <a class="ref" href="#first">above</a> for what was said, and more of it.</p><div class="preview" '
                          'popover="manual">What was said.</div><script src="hasty.js"></script>', "print"),
    "heavy page": ("weight", HERE, "<!--noise-->"),
    "heavy scripts": ("weight", "</head>", '<script defer src="heavy.js"></script></head>'),
    "many requests": ("request", "</head>", "".join(f'<link rel="stylesheet" href="more{n}.css">' for n in range(8)) + "</head>"),
    "many elements": ("element", HERE, "<p>" + "<b>x</b> " * 12_100 + "</p>", "type"),
}


def noise(length):
    """Text that no compressor makes much smaller; the same each time."""
    state, letters = 12345, []
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2**31
        letters.append("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ _"[state >> 16 & 63])
    return "".join(letters)


def write(folder):
    """The site; returns what each page must be found with, by its name."""
    (folder / "folder").mkdir()
    (folder / "folder" / "index.html").write_text(PAGE.replace("style.css", "../style.css").replace("sweep.js", "../sweep.js"))
    (folder / "style.css").write_text(STYLE)
    (folder / "sweep.js").write_text(SCRIPT)
    (folder / "other.js").write_text("")
    (folder / "module.js").write_text("export const one = 1;")
    (folder / "still.js").write_text(SCRIPT.replace('frame.classList.toggle("shown", index === input.valueAsNumber)', "0"))
    (folder / "mute.js").write_text(SCRIPT.replace("input.setAttribute", "0 && input.setAttribute"))
    (folder / "secret.js").write_text(SCRIPT.replace("history.replaceState", "0 && history.replaceState"))
    (folder / "lost.js").write_text(SCRIPT.replace("if (wanted)", "if (0)"))
    (folder / "hasty.js").write_text(HASTY)
    (folder / "own.js").write_text("")
    (folder / "heavy.js").write_text("//" + noise(21_000))
    for number in range(8):
        (folder / f"more{number}.css").write_text("")
    (folder / "good.html").write_text(PAGE)
    # An old address leads on, and nobody looks at it.
    (folder / "old.html").write_text(OLD)
    wanted = {"good.html": (None, set()), "old.html": (None, set())}
    for number, (title, (kind, old, new, *also)) in enumerate(PLANTED.items()):
        name = f"{number:02}-{'-'.join(title.replace(chr(39), '').split())}.html"
        page = PAGE
        if old in STYLE or old == "</style>":
            style = (STYLE + new.removesuffix("</style>")) if old == "</style>" else STYLE.replace(old, new)
            (folder / f"{number}.css").write_text(style)
            page = page.replace("style.css", f"{number}.css")
        else:
            if old not in page:
                sys.exit(f"check-site: the planted fault ‘{title}’ has no place on the page")
            page = page.replace(old, new, 1)
        # Pages of the same scripts are opened from the disk once.
        if "own" in also:
            page = page.replace("</head>", '<script defer src="own.js"></script></head>')
        (folder / name).write_text(page.replace("<!--noise-->", f"<!--{noise(140_000)}-->"))
        wanted[name] = (kind, set("".join(also).split()))
    return wanted


def run(jobs=None, only=()):
    """Looks at all planted faults, or at those whose page is named like one of `only`."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="galley-planted-") as place:
        folder = Path(place).resolve()
        wanted = write(folder)
        if only:
            wanted = {name: found for name, found in wanted.items() if any(fnmatch.fnmatch(name, one) for one in only)}
        report = Report(folder)
        survey(folder, sorted(folder / name for name in wanted), report, jobs)
        wrong = 0
        for name, (kind, also) in wanted.items():
            found = {}
            for fault in report.faults():
                if fault.page == name:
                    found.setdefault(fault.kind, f"{fault.text}; {report.states[fault]}")
            strange = set(found) - also - {kind}
            if kind and kind not in found:
                wrong += 1
                print(f"{name}: nobody found what is planted, [{kind}]")
            for other in strange:
                wrong += 1
                print(f"{name}: nobody planted this: {found[other]} [{other}]")
        tried = {kind for kind, *_ in PLANTED.values()}
        for kind in set(KINDS) - tried:
            wrong += 1
            print(f"check-site: no fault of the kind ‘{kind}’ is planted")
    print(f"check-site: {len(PLANTED)} planted faults of {len(tried)} kinds, {wrong} complaints, {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0
