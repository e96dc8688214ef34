"""Pages in Chromium: every state that readers meet, one browser, several pages together."""

import asyncio
import contextlib
import functools
import http.server
import os
import threading
import time
import urllib.parse
from collections import Counter
from pathlib import Path

from playwright.async_api import Error, async_playwright

from site_check import tools, touch
from site_check.faults import Fault

HERE = Path(__file__).resolve().parent
WIDTHS = (320, 390, 820, 1440)
PAPER = 718  # A4 without its margins, at 96 to the inch
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const watch = new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; });
  watch.observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => {
    for (const one of watch.takeRecords()) sum += one.value;
    done(sum);
  }, 50));
})"""
# Formulas and pictures are emptied first, each keeping its size: they are most of a page’s elements, hidden from assistive
# technology or named as wholes, and would cost axe most of its time.
EMPTIED = """() => {
  const emptied = [...document.querySelectorAll(".katex-html, svg")];
  const sizes = emptied.map((one) => one.getBoundingClientRect());
  emptied.forEach((one, index) => {
    one.replaceChildren();
    one.style.cssText += `; display: inline-block; inline-size: ${sizes[index].width}px; block-size: ${sizes[index].height}px`;
  });
}"""
# Contrast and the size of targets hang on inks and widths: look.js sees them in every state, and much sooner.
AXE = """(tags) => axe.run(document, {
  runOnly: { type: "tag", values: tags }, rules: { "color-contrast": { enabled: false }, "target-size": { enabled: false } },
  resultTypes: ["violations"], preload: false, iframes: false,
}).then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) => {
  const element = document.querySelector(node.target[0]);
  return [rule.id, element?.closest("[id]")?.id ?? "", node.target.join(" "), rule.help, element?.textContent.trim().slice(0, 40) ?? ""];
})))"""
CONTENT = """() => ({
  words: (document.querySelector("main") ?? document.body).innerText.split(/\\s+/),
  formulas: document.querySelectorAll("math").length,
  bare: [...document.querySelectorAll(".katex")].filter((one) => !one.querySelector("math")).length,
  scripts: [...document.scripts].map((one) => one.src.split("/").pop()).filter(Boolean).sort().join(" "),
  sweeps: [...document.querySelectorAll("figure.sweep")].map((one) => [one.id,
    [...one.querySelectorAll("svg")].filter((svg) => svg.checkVisibility({ contentVisibilityAuto: true })).length]),
})"""

FACES = """() => document.fonts.ready.then(() => [...document.fonts].filter((one) => one.status === "error").map((one) => one.family))"""


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


class Files(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass


def processor_time():
    """Of this process and all below it, those that ended among them; where the system tells."""
    parents, times = {}, {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            words = path.read_text().rpartition(")")[2].split()
            parents[int(path.parent.name)] = int(words[1])
            times[int(path.parent.name)] = sum(map(int, words[11:15]))

    def is_ours(process):
        while process in parents and process != os.getpid():
            process = parents[process]
        return process == os.getpid()

    return sum(spent for process, spent in times.items() if is_ours(process)) / os.sysconf("SC_CLK_TCK")


class Browser:
    def __init__(self, folder, report, jobs):
        self.folder, self.report, self.jobs = folder.resolve(), report, jobs
        self.spent = Counter()
        self.processor_time = 0.0
        self.axe = tools.axe()
        self.look = (HERE / "look.js").read_text(encoding="utf-8")
        self.lines = {}

    def clock(self):
        return [(f"of that: {name}, pages together", spent) for name, spent in self.spent.most_common()]

    @contextlib.contextmanager
    def timed(self, name):
        began = time.monotonic()
        yield
        self.spent[name] += time.monotonic() - began

    async def look_at(self, pages):
        """Looks at every page in every state; returns what each asked for when it was opened."""
        server = Server(("127.0.0.1", 0), functools.partial(Files, directory=str(self.folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{server.server_port}/"
        loads = {}
        try:
            async with async_playwright() as playwright:
                # A page that asks another host shall not reach it.
                self.browser = await playwright.chromium.launch(
                    executable_path=tools.found("chromium"),
                    args=["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-dev-shm-usage"])
                gate = asyncio.Semaphore(self.jobs)
                # The longest first, so that none is waited for at the end.
                order = sorted(pages, key=lambda path: -path.stat().st_size)
                contents = {}

                async def one(path):
                    async with gate:
                        name = str(path.resolve().relative_to(self.folder))
                        try:
                            loads[name], contents[name] = await self.look_at_page(name)
                        except Error as error:
                            self.add("failed", name, "", f"the browser could not go on: {error.message.splitlines()[0]}", "")

                await asyncio.gather(*map(one, order))
                await self.look_from_disk(contents)
                self.processor_time = processor_time()
                await self.browser.close()
        finally:
            server.shutdown()
        return loads

    # One page

    async def look_at_page(self, name):
        address = self.base + urllib.parse.quote(name)
        asked = []
        with self.timed("narrow screens"):
            async with self.open(name, address, asked, width=390) as page:
                await self.shift(page, name, 390)
                for width in (390, 320, 820):
                    await self.see(page, name, width=width)
        with self.timed("wide screens"):
            async with self.open(name, address, [], width=1440) as page:
                await self.shift(page, name, 1440)
                await self.see(page, name, width=1440)
                content = await page.evaluate(CONTENT)
                await page.emulate_media(color_scheme="dark")
                await self.see(page, name, width=1440, dark=True)
                await page.emulate_media(color_scheme="dark", media="print")
                await self.see(page, name, width=PAPER, dark=True, media="print")
                printed = await page.evaluate(CONTENT)
                await page.emulate_media(color_scheme="light", media="screen")
                await page.set_viewport_size({"width": 1440, "height": 900})
                with self.timed("sliders"):
                    await touch.try_sliders(page, lambda place, text: self.add("script", name, place, text, "1440 px"))
                await self.judge(page, name)
        with self.timed("without JavaScript"):
            async with self.open(name, address, [], width=1440, scripted=False) as page:
                plain = await page.evaluate(CONTENT)
                for width in (1440, 820, 390, 320):
                    await self.see(page, name, width=width, scripted=False)
                await page.emulate_media(color_scheme="dark")
                await self.see(page, name, width=320, scripted=False, dark=True)
        self.compare(name, content, plain, printed)
        return asked, content

    def compare(self, name, content, plain, printed):
        wanted, there = Counter(content["words"]), Counter(plain["words"])
        kept = sum((wanted & there).values()) / max(1, sum(wanted.values()))
        state = "without JavaScript"
        if kept < 0.97:
            lost = ", ".join(list((wanted - there).elements())[:8])
            self.add("lost", name, "", f"{100 * (1 - kept):.0f} % of its words are shown by JavaScript alone: {lost} …", state)
        if plain["formulas"] < content["formulas"]:
            self.add("lost", name, "", f"{content['formulas'] - plain['formulas']} formulas’ MathML is written by JavaScript", state)
        if plain["bare"]:
            self.add("lost", name, "", f"{plain['bare']} formulas have no MathML", state)
        for sweeps, where in ((plain["sweeps"], state), (printed["sweeps"], "print")):
            for anchor, count in sweeps:
                if count < 2:
                    self.add("lost", name, anchor, f"this sweep shows {count} of its pictures, and 2 are the least", where)

    # What is done with a page

    @contextlib.asynccontextmanager
    async def open(self, name, address, asked, width, scripted=True, kind=None):
        state = f"{width} px" + ("" if scripted else ", without JavaScript") + (", from a disk" if kind else "")
        context = await self.browser.new_context(
            java_script_enabled=scripted, viewport={"width": width, "height": 900})
        try:
            page = await context.new_page()
            page.on("pageerror", lambda error: self.add(kind or "console", name, "", f"an error in a script: {error}", state))
            page.on("console", lambda message: message.type == "error" and not self.is_told_elsewhere(message.text, kind)
                    and self.add(kind or "console", name, "", f"the console says: {message.text}", state))
            page.on("request", lambda request: self.asks(name, request.url, asked, state))
            page.on("requestfailed", lambda request: self.own(request.url) and not (
                kind and request.url.endswith(".woff2")) and self.add(
                kind or "failed", name, "", f"the request for {self.short(request.url)} failed: {request.failure}", state))
            page.on("response", lambda answer: answer.status >= 400 and self.add(
                "failed", name, "", f"{self.short(answer.url)} is answered with {answer.status}", state))
            await page.goto(address, wait_until="load")
            yield page
        finally:
            await context.close()

    @staticmethod
    def is_told_elsewhere(words, kind):
        # On a disk browsers forbid that fonts are asked for early; asked whether they came is what counts.
        return words.startswith("Failed to load resource") or (kind and words.startswith("Access to font at 'file:"))

    def own(self, address):
        return address.startswith((self.base, "file:", "data:"))

    def short(self, address):
        return urllib.parse.unquote(address.removeprefix(self.base))

    def asks(self, name, address, asked, state):
        if address.startswith(self.base):
            path = self.short(address.partition("#")[0])
            if path not in asked:
                asked.append(path)
        elif not self.own(address) and not address.startswith(("blob:", "about:")):
            self.add("host", name, "", f"it asks {urllib.parse.urlsplit(address).netloc} for {address}", state)

    async def shift(self, page, name, width):
        moved = await page.evaluate(SHIFTS)
        if moved > 0.0001:
            self.add("shift", name, "", f"its layout shifts by {moved:.4f} while it loads", f"{width} px")

    async def see(self, page, name, width, scripted=True, dark=False, media="screen"):
        if page.viewport_size["width"] != width:
            await page.set_viewport_size({"width": width, "height": 900})
        state = {"scripted": scripted, "dark": dark, "media": media,
                 "type": media == "screen", "measure": media == "screen" and width in (820, 1440)}
        words = ["on paper" if media == "print" else f"{width} px"]
        words += ["dark"] * dark + ["without JavaScript"] * (not scripted)
        with self.timed("looking"):
            seen = await page.evaluate(self.look, state)
        for kind, anchor, place, text in seen:
            self.add(kind, name, anchor, f"{place}: {text}", ", ".join(words))

    async def judge(self, page, name):
        """What axe says; the page is good for nothing else afterwards."""
        with self.timed("axe"):
            await page.evaluate(EMPTIED)
            await page.evaluate(self.axe + ";0")
            for rule, anchor, target, advice, text in await page.evaluate(AXE, WCAG):
                words = f"{target} “{' '.join(text.split())}” ({rule})"
                self.report.add(Fault("axe", name, self.place(name, anchor), words, "1440 px", advice))

    def add(self, kind, name, anchor, text, state):
        self.report.add(Fault(kind, name, self.place(name, anchor), text, state))

    def place(self, name, anchor):
        """The line in which an element's id stands."""
        if not anchor:
            return ""
        if name not in self.lines:
            self.lines[name] = (self.folder / name).read_text(encoding="utf-8")
        at = self.lines[name].find(f' id="{anchor}"')
        return f"{self.lines[name].count(chr(10), 0, at) + 1}" if at >= 0 else f"#{anchor}"

    # From a disk

    async def look_from_disk(self, contents):
        """One page for each set of scripts, opened as a file."""
        chosen = {}
        for name in sorted(contents, key=lambda one: (one != "index.html", one)):
            chosen.setdefault(contents[name]["scripts"], name)
        with self.timed("from a disk"):
            for name in chosen.values():
                async with self.open(name, (self.folder / name).as_uri(), [], width=1440, kind="disk") as page:
                    content = await page.evaluate(CONTENT)
                    if content["words"] != contents[name]["words"]:
                        self.add("disk", name, "", "its words are others than those that a server’s page has", "from a disk")
                    for face in await page.evaluate(FACES):
                        self.add("disk", name, "", f"the face {face} did not come", "from a disk")
                    wrong = lambda place, text: self.add("disk", name, place, text, "from a disk")  # noqa: E731
                    await touch.try_sliders(page, wrong)
                    await touch.try_claim(page, wrong)
                    await touch.try_preview(page, wrong)
                    await touch.try_address(page, wrong)
