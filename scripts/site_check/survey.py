"""The order of looking: files first, then the browser with the HTML checker beside it, then budgets."""

import asyncio
import os
import time

from site_check import budgets, documents, markup
from site_check.browser import Browser


def survey(folder, pages, report, jobs=None):
    """Looks at all pages, and returns how long each part took."""
    return asyncio.run(look(folder, pages, report, jobs or max(2, os.cpu_count() or 2)))


def name(folder, page):
    return str(page.resolve().relative_to(folder.resolve()))


async def look(folder, pages, report, jobs):
    clock = []

    async def timed(name, work):
        began = time.monotonic()
        result = await work
        clock.append((name, time.monotonic() - began))
        return result

    began = time.monotonic()
    read = documents.read(folder, pages, report)
    clock.append(("addresses, ids, words", time.monotonic() - began))
    browser = Browser(folder, report, jobs)
    checked = asyncio.create_task(timed("HTML checker", markup.check(folder, pages, report)))
    loads = await timed("browser", browser.look_at([page for page in pages if not read[name(folder, page)].leads_on]))
    await checked
    budgets.check(folder, read, loads, report)
    return clock + browser.clock() + [("processor time, all programs together", browser.processor_time)]
