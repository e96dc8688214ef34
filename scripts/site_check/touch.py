"""Controls that scripts serve, tried by keyboard and pointer as a reader would."""

# What a control of a figure says and shows now.
SHOWN = """(input) => {
  const figure = input.closest("figure");
  const seen = [...figure.querySelectorAll("svg")].filter((one) => one.checkVisibility({ contentVisibilityAuto: true }));
  return { says: input.getAttribute("aria-valuetext") ?? "", pictures: seen.map((one) => one.outerHTML).join(""), count: seen.length,
    output: input.parentElement.querySelector("output")?.textContent ?? "", anchor: figure.id, at: input.value, max: input.max, address: location.hash };
}"""


async def try_sliders(page, fault):
    """`fault(id, words)` is told what does not do what it says."""
    for figure in await page.query_selector_all("figure:has(input[type=range])"):
        sliders = [one for one in await figure.query_selector_all("input[type=range]")
                   if await one.is_visible() and await one.is_enabled()]
        for number, slider in enumerate(sliders):
            # Of two parameters the second is moved upwards.
            await try_slider(page, slider, "ArrowUp" if number else "ArrowRight", fault)
        if len(sliders) == 2:
            await try_pad(page, figure, sliders, fault)


async def try_pad(page, figure, sliders, fault):
    anchor = await figure.get_attribute("id") or ""
    says = [await slider.get_attribute("aria-valuetext") for slider in sliders]
    await sliders[1].press("ArrowLeft")
    if await sliders[0].get_attribute("aria-valuetext") == says[0]:
        fault(anchor, "the key ArrowLeft on its second slider does not move the first")
    pad = await figure.query_selector(".pad")
    if not pad or not await pad.is_visible():
        fault(anchor, "it has two sliders and no pad")
        return
    await pad.scroll_into_view_if_needed()
    box = await pad.bounding_box()
    before = [await slider.evaluate(SHOWN) for slider in sliders]
    await page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.8)
    await page.mouse.down()
    await page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.7, steps=3)
    await page.mouse.up()
    for _ in range(40):
        after = [await slider.evaluate(SHOWN) for slider in sliders]
        if after[0]["pictures"] != before[0]["pictures"]:
            break
        await page.wait_for_timeout(25)
    for was, now in zip(before, after):
        if was["says"] == now["says"]:
            fault(anchor, f"dragging in its pad leaves the slider at ‘{now['says']}’")
        if abs(int(now["at"]) / int(now["max"]) - 0.3) > 0.06:
            fault(anchor, f"its pad was left at 0.3 of both ways, and a slider stands at {now['at']} of {now['max']}")
    await page.mouse.move(0, 0)


async def try_address(page, fault):
    """A slider's value stands in the address, and whoever comes by that address finds the slider so."""
    slider = await page.query_selector("figure[id] input[type=range]")
    if not slider or not await slider.is_visible():
        return
    await press(page, slider, "Home")
    _, moved = await press(page, slider, "ArrowRight")
    address = page.url
    if moved["anchor"].rpartition(":")[2] not in address:
        fault(moved["anchor"], "what its slider stands at does not stand in the address")
        return
    await page.goto("about:blank")
    await page.goto(address, wait_until="load")
    slider = await page.query_selector("figure[id] input[type=range]")
    for _ in range(40):
        found = await slider.evaluate(SHOWN)
        if found["pictures"] == moved["pictures"]:
            break
        await page.wait_for_timeout(25)
    if found["says"] != moved["says"] or found["pictures"] != moved["pictures"]:
        fault(moved["anchor"], f"its slider was left at ‘{moved['says']}’, and by that address it stands at ‘{found['says']}’")


async def press(page, control, key):
    before = await control.evaluate(SHOWN)
    await control.press(key)
    # What is loaded on first touch needs a moment.
    for _ in range(40):
        after = await control.evaluate(SHOWN)
        if after != before:
            break
        await page.wait_for_timeout(25)
    return before, after


async def try_slider(page, slider, step, fault):
    _, first = await press(page, slider, "Home")
    for key in (step, "End"):
        before, after = await press(page, slider, key)
        if before["at"] == after["at"] == after["max"]:
            continue
        anchor = after["anchor"]
        if before["says"] == after["says"]:
            fault(anchor, f"its slider still says ‘{after['says']}’ after the key {key}")
        # Two neighbours may look the same, the ends may not.
        elif key == "End" and first["pictures"] == after["pictures"]:
            fault(anchor, f"its slider shows the same picture for ‘{first['says']}’ and ‘{after['says']}’")
        elif after["count"] != 1:
            fault(anchor, f"its slider shows {after['count']} pictures at once")
        if after["output"] and after["output"] not in after["says"]:
            fault(anchor, f"its slider shows ‘{after['output']}’ and says ‘{after['says']}’")


async def try_claim(page, fault):
    claim = await page.query_selector("main button.claim[popovertarget]")
    if not claim or not await claim.is_visible():
        return
    name = await claim.get_attribute("popovertarget")
    is_open = "(name) => document.getElementById(name)?.matches(':popover-open') ?? false"
    await claim.focus()
    await page.keyboard.press("Enter")
    if not await page.evaluate(is_open, name):
        fault(name, "its button does not open the proof")
    await page.keyboard.press("Escape")
    if await page.evaluate(is_open, name):
        fault(name, "Escape does not close the proof")


async def try_preview(page, fault):
    """A preview can be pointed at, stays while it is, and is closed by Escape (WCAG 1.4.13)."""
    link = await page.query_selector("main p a.ref[href*='#']")
    if not link or not await page.query_selector(".preview") or not await link.is_visible():
        return
    shown = "() => document.querySelector('.preview')?.matches(':popover-open') ?? false"

    async def becomes(wanted):
        for _ in range(40):
            if await page.evaluate(shown) == wanted:
                return True
            await page.wait_for_timeout(25)
        return False

    anchor = (await link.get_attribute("href")).partition("#")[2]
    await link.scroll_into_view_if_needed()
    await link.hover(force=True)
    if not await becomes(True):
        fault(anchor, "pointing at a link to it shows no preview")
        return
    box = await (await page.query_selector(".preview")).bounding_box()
    await page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    await page.wait_for_timeout(500)
    if not await page.evaluate(shown):
        fault(anchor, "its preview goes away under the pointer")
        return
    await page.keyboard.press("Escape")
    if not await becomes(False):
        fault(anchor, "Escape does not close its preview")
    await page.mouse.move(0, 0)
