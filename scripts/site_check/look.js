// What check-site sees on a page as it is shown now: what overflows, is cut off, covered, dead, or hard to read.
// Evaluated by the browser in every state of the page; returns faults as [kind, place, text, line of the id].
(state) => {
  const faults = [];
  const styles = new Map();
  const style = (element) => {
    let own = styles.get(element);
    if (!own) styles.set(element, own = getComputedStyle(element));
    return own;
  };
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const short = (text) => { text = tidy(text); return text.length > 40 ? text.slice(0, 40) + "…" : text; };
  const place = (element) => {
    const named = element.closest("[id]");
    const own = element.localName + [...element.classList].slice(0, 2).map((name) => "." + name).join("");
    const words = short(element.innerText ?? element.textContent ?? "");
    return [named?.id ?? "", own + (words ? ` “${words}”` : "")];
  };
  const fault = (kind, element, text) => faults.push([kind, ...place(element), text]);

  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

  // Hidden from the eye on purpose: words for screen readers, and a picture in the place of its word.
  const silenced = new Map();
  const isSilenced = (element) => {
    if (!element || element === document.documentElement) return false;
    if (silenced.has(element)) return silenced.get(element);
    const own = style(element);
    const isTiny = element.offsetWidth <= 1 || element.offsetHeight <= 1;
    const result = own.clipPath.startsWith("inset(") || (isTiny && own.overflowX !== "visible" && own.position === "absolute")
      || own.clip === "rect(1px, 1px, 1px, 1px)"
      || (own.textIndent !== "0px" && parseFloat(own.textIndent) > 20 && own.overflowX !== "visible")
      || isSilenced(element.parentElement);
    silenced.set(element, result);
    return result;
  };

  // What can be read: pieces of text, and formulas, pictures and controls as wholes.
  const pieces = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        if (child.data.trim() && !isSilenced(node)) pieces.push([node, child]);
      } else if (child.nodeType === 1) {
        const name = child.localName;
        if (name === "script" || name === "style" || name === "template" || name === "noscript") continue;
        if (name === "svg" || name === "img" || name === "input" || child.classList.contains("katex-html")) {
          if (isShown(child) && !isSilenced(child)) pieces.push([child, child]);
        } else if (name !== "math" && isShown(child)) {
          walk(child);
        }
      }
    }
  };
  walk(document.body);

  const box = (piece) => {
    if (piece[1].nodeType === 1) {
      const bases = piece[1].querySelectorAll(":scope > .base, :scope > .tag");
      const rects = [...(bases.length ? bases : [piece[1]])].map((one) => one.getBoundingClientRect());
      return {
        left: Math.min(...rects.map((r) => r.left)), right: Math.max(...rects.map((r) => r.right)),
        top: Math.min(...rects.map((r) => r.top)), bottom: Math.max(...rects.map((r) => r.bottom)),
      };
    }
    const range = document.createRange();
    range.selectNodeContents(piece[1]);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  for (const piece of pieces) piece.push(box(piece));

  // Overflow of the page itself: told by what sticks out farthest.
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    let widest = null;
    for (const element of document.body.querySelectorAll("*")) {
      const right = element.getBoundingClientRect().right;
      if (right > width + 1 && isShown(element) && (!widest || right > widest.right + 0.5)) widest = { element, right };
    }
    fault("overflow", widest?.element ?? document.body,
      `it makes the page ${document.documentElement.scrollWidth - width} px wider than the screen`);
  }

  // Whether something sticks out of a box that hides it, with no way to scroll there.
  const told = new Set();
  const slack = 3;
  for (const [element, node, rect] of pieces) {
    if (rect.right - rect.left < 1 || rect.bottom - rect.top < 1) continue;
    let { left, right, top, bottom } = rect;
    let scrollsX = false, scrollsY = false;
    for (let holder = node.nodeType === 3 ? element : element.parentElement; holder; holder = holder.parentElement) {
      if (holder === document.body || holder === document.documentElement) break;
      const own = style(holder);
      if (own.overflowX === "visible" && own.overflowY === "visible") continue;
      if (own.display.startsWith("inline") && own.display === "inline") continue;
      const hold = holder.getBoundingClientRect();
      const mends = (value) => value === "auto" || value === "scroll";
      const hides = (value) => value === "hidden" || value === "clip";
      const isCut = (!scrollsX && hides(own.overflowX) && (right > hold.right + slack || left < hold.left - slack))
        || (!scrollsY && hides(own.overflowY) && (bottom > hold.bottom + slack || top < hold.top - slack));
      if (isCut && !told.has(holder)) {
        told.add(holder);
        fault("cut", holder, `‘${short(node.textContent)}’ is cut off, and cannot be scrolled to`);
      }
      if (mends(own.overflowX)) { scrollsX = true; left = hold.left; right = hold.right; }
      if (mends(own.overflowY)) { scrollsY = true; top = hold.top; bottom = hold.bottom; }
      if (isCut) break;
    }
    const isPutAside = right < 0 && (() => {
      for (let up = element; up; up = up.parentElement) if (["absolute", "fixed"].includes(style(up).position)) return true;
      return false;
    })();
    if (!scrollsX && left < -1 && !isPutAside && !told.has(element)) {
      told.add(element);
      fault("cut", element, `its beginning is ${Math.round(-left)} px left of the screen`);
    }
  }

  // Landmarks and marks that lie on the text.
  const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
  const main = document.querySelector("main");
  if (main && state.media !== "print") {
    const inMain = pieces.filter(([element]) => main.contains(element));
    for (const landmark of document.querySelectorAll("body nav, body aside, body header, body footer")) {
      if (main.contains(landmark) || landmark.contains(main) || !isShown(landmark) || landmark.matches(":popover-open")) continue;
      const own = pieces.filter(([element]) => landmark.contains(element));
      const hit = own.length && inMain.find(([, , rect]) => own.some(([, , other]) => meet(rect, other)));
      if (hit) fault("overlap", landmark, `it lies on ‘${short(hit[1].textContent)}’`);
    }
  }
  // The marks of a derivation stand beside its formulas, at whatever width.
  for (const holder of document.querySelectorAll(".derivation")) {
    const formulas = pieces.filter(([element]) => element.classList?.contains("katex-html") && holder.contains(element));
    for (const mark of holder.querySelectorAll("button")) {
      if (!isShown(mark) || state.media === "print" || mark.closest("details, [popover]")) continue;
      const own = mark.getBoundingClientRect();
      const hit = formulas.find(([element, , rect]) => {
        if (mark.contains(element)) return false;
        let { left, right } = rect;
        for (let up = element.parentElement; up && up !== holder; up = up.parentElement) {
          if (style(up).overflowX === "visible") continue;
          const hold = up.getBoundingClientRect();
          left = Math.max(left, hold.left);
          right = Math.min(right, hold.right);
        }
        return right > left && meet({ ...rect, left, right }, own);
      });
      if (hit) { fault("overlap", mark, "the mark covers the formula beside it"); break; }
    }
  }

  // Controls that nothing serves.
  for (const control of document.querySelectorAll("button, input, select, textarea, [contenteditable=true], [role=slider], [role=button]")) {
    if (!isShown(control) || isSilenced(control)) continue;
    const serves = control.hasAttribute("popovertarget") || control.hasAttribute("commandfor")
      || (control.closest("form[action]") !== null);
    if (state.media === "print") {
      if (!control.matches("button.claim, li.task > input")) fault("print", control, "a control is printed, and paper has no use for it");
    } else if (control.matches("input[type=checkbox][disabled]")) {
      continue;  // a task list's box says something, and is none to press
    } else if (!state.scripted && !serves) {
      fault("dead", control, "it is shown, and does nothing without JavaScript");
    } else if (state.scripted && control.disabled) {
      fault("dead", control, "it is shown and disabled, though scripts run");
    }
  }
  for (const link of document.querySelectorAll("a[href^='javascript:'], [onclick]")) {
    if (!state.scripted && isShown(link)) fault("dead", link, "it is served by JavaScript alone");
  }

  // Inks: the ratio of each text to what it stands on. The text of the page itself has more than what stands beside it.
  const luminance = ([r, g, b]) => [r, g, b].map((value) => value / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const rgba = (text) => {
    const numbers = (text.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    return text.startsWith("color(srgb") ? [...numbers.slice(0, 3).map((one) => one * 255), numbers[3] ?? 1] : numbers;
  };
  const over = (top, bottom) => top.slice(0, 3).map((one, index) => one * (top[3] ?? 1) + bottom[index] * (1 - (top[3] ?? 1)));
  const papers = new Map();
  const paper = (element) => {
    if (!element) return state.dark && state.media !== "print" && style(document.documentElement).colorScheme.includes("dark")
      ? [18, 18, 18] : [255, 255, 255];
    if (!papers.has(element)) {
      const own = rgba(style(element).backgroundColor);
      papers.set(element, own.length === 3 || own[3] === 1 ? own.slice(0, 3) : over(own, paper(element.parentElement)));
    }
    return papers.get(element);
  };
  const isBody = (element) => element.matches("main > p, article > p, :is(main, article) > :is(ul, ol) > li, article > section > p");
  const isFaint = (element) => element && (style(element).opacity < 0.1 || isFaint(element.parentElement));
  const inks = new Set();
  for (const [element, node] of pieces) {
    if (state.media === "print" || node.nodeType === 1 && !element.classList.contains("katex-html")) continue;
    const own = style(element);
    const isText = isBody(element);
    const size = parseFloat(own.fontSize);
    const least = isText ? 7 : size >= 24 || (size >= 18.66 && own.fontWeight >= 700) ? 3 : 4.5;
    const ground = paper(element);
    const name = `${own.color}/${ground}/${least}`;
    if (inks.has(name) || isFaint(element) || element.closest(":disabled, [aria-disabled=true]")) continue;
    inks.add(name);
    const [one, other] = [luminance(over(rgba(own.color), ground)), luminance(ground)].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < least) {
      fault("contrast", element, `its contrast is ${ratio.toFixed(1)}:1, and ${isText ? "the text of a page" : "this"} has ${least}:1 at least`);
    }
  }

  // Targets: 24 px, or so much room around them (WCAG 2.5.8); links in lines of text are as high as the line.
  if (state.media !== "print") {
    const targets = [];
    for (const one of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=slider], [tabindex='0']")) {
      if (!isShown(one) || isSilenced(one) || one.closest(".katex-html") || isFaint(one)) continue;
      if (one.matches("[tabindex='0']:not(a, button, [role=button], [role=slider])")) continue;
      let { left, right, top, bottom } = one.getBoundingClientRect();
      // What enlarges a target is drawn behind it.
      for (const part of ["::before", "::after"]) {
        const own = getComputedStyle(one, part);
        if (own.content === "none" || own.position !== "absolute") continue;
        const [wide, high] = [parseFloat(own.width), parseFloat(own.height)];
        if (wide > right - left) [left, right] = [(left + right - wide) / 2, (left + right + wide) / 2];
        if (high > bottom - top) [top, bottom] = [(top + bottom - high) / 2, (top + bottom + high) / 2];
      }
      if (right - left < 1 || bottom - top < 1) continue;
      let line = one;
      while (line.parentElement && style(line).display.startsWith("inline")) line = line.parentElement;
      const isInline = line !== one && tidy(line.textContent).length > tidy(one.textContent).length + 1;
      targets.push({ one, left, right, top, bottom, isInline, isSmall: Math.min(right - left, bottom - top) < 23.5 });
    }
    for (const target of targets) {
      if (!target.isSmall || target.isInline) continue;
      const [x, y] = [(target.left + target.right) / 2, (target.top + target.bottom) / 2];
      const near = targets.find((other) => other !== target && !other.one.contains(target.one) && !target.one.contains(other.one) && (() => {
        const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
        const [ox, oy] = [(other.left + other.right) / 2, (other.top + other.bottom) / 2];
        return other.isSmall ? Math.hypot(ox - x, oy - y) < 24 : Math.hypot(dx, dy) < 12;
      })());
      if (near) {
        fault("target", target.one, `it is ${Math.round(target.right - target.left)} × ${Math.round(target.bottom - target.top)} px, and `
          + `‘${short(near.one.textContent || near.one.localName)}’ is nearer than 24`);
      }
    }
    // What scrolls can be reached by keyboard, and has a name.
    for (const holder of new Set(pieces.map(([element]) => element.parentElement))) {
      for (let up = holder; up && up !== document.body; up = up.parentElement) {
        if (told.has(up) || up.scrollWidth <= up.clientWidth + 1 || !["auto", "scroll"].includes(style(up).overflowX)) continue;
        told.add(up);
        if (up.tabIndex < 0 && !up.querySelector("a[href], button, input, summary, [tabindex='0']")) {
          fault("axe", up, "it scrolls, and no key reaches it (scrollable-region-focusable)");
        }
      }
    }
  }
  if (state.media === "print" && luminance(paper(document.body)) < 0.9) {
    fault("print", document.body, "the page is printed on a dark ground");
  }
  if (state.media === "print" && document.querySelector("main")) {
    for (const one of document.querySelectorAll("main details:not(.sources details) > summary")) {
      const inside = [...one.parentElement.childNodes].filter((node) => node !== one && node.textContent.trim());
      const seen = inside.some((node) => node.nodeType === 1 && node.getBoundingClientRect().height > 0);
      if (isShown(one) && inside.length && !seen) fault("print", one, "what it opens is not printed, though the summary is");
    }
  }

  // Type: measured on paragraphs of plain words.
  if (state.type) {
    const plain = [...document.querySelectorAll("main > p, article > p")]
      .filter((one) => isShown(one) && !one.querySelector(".katex, button, img, svg, [popover]"));
    let letters = 0, lines = 0;
    for (const paragraph of plain) {
      const own = style(paragraph);
      const size = parseFloat(own.fontSize), height = parseFloat(own.lineHeight) / size;
      if (size < 18) fault("type", paragraph, `its letters are ${size.toFixed(1)} px, and 18 are the least`);
      if (height < 1.5 || height > 1.65) fault("type", paragraph, `its lines stand ${height.toFixed(2)} apart, and 1.5 to 1.65 read well`);
      if (size < 18 || height < 1.5 || height > 1.65) break;
      const count = Math.round(paragraph.getBoundingClientRect().height / parseFloat(own.lineHeight));
      // The last line is half a line, by and large.
      if (count >= 3) { letters += tidy(paragraph.textContent).length; lines += count - 0.5; }
    }
    const measured = letters / lines;
    if (state.measure && lines >= 20 && (measured < 60 || measured > 75)) {
      fault("type", main ?? document.body, `a line has ${measured.toFixed(0)} characters, and 60 to 75 read well`);
    }
  }
  return faults;
}
