"""What the Nu HTML Checker says of all pages, in one run of it."""

import asyncio
import json
import urllib.parse
from pathlib import Path

from site_check import tools
from site_check.faults import Fault


async def check(folder, pages, report):
    # Compiled once and lightly: it is short work, and the browser needs the other core.
    process = await asyncio.create_subprocess_exec(
        tools.found("java"), "-Xss16m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(tools.jar()),
        "--format", "json", "--errors-only", "--skip-non-html", *map(str, pages),
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE)
    _, answer = await process.communicate()
    try:
        messages = json.loads(answer)["messages"]
    except ValueError:
        tools.give_up("vnu did not answer: " + answer.decode(errors="replace")[:2000])
    for message in messages:
        path = Path(urllib.parse.unquote(urllib.parse.urlsplit(message["url"]).path))
        place = f"{message['lastLine']}:{message.get('firstColumn', 1)}" if "lastLine" in message else ""
        report.add(Fault("html", str(path.relative_to(folder.resolve())), place, message["message"]))
