// previews.js: what a link to an equation, a figure, a section, a footnote or a source leads to, shown
// beside the link while the pointer or the focus is on it. Everything it shows is on the page already;
// without this script the links are plain links. Escape closes; the pointer may move onto the preview.
(() => {
  "use strict";
  if (!("showPopover" in HTMLElement.prototype)) { return; }

  const box = document.createElement("div");
  box.className = "preview";
  box.id = "page.preview";
  box.popover = "manual";
  box.setAttribute("role", "tooltip");
  document.body.append(box);

  let current = null;
  let opening = 0;
  let closing = 0;

  // A copy of the target in which nothing can be pressed and nothing has an id.
  function content(link) {
    const hidden = link.dataset.preview && document.getElementById(link.dataset.preview);
    const nodes = hidden ? [...hidden.content.childNodes] : visible(link);
    const copy = document.createElement("div");
    copy.append(...nodes.map(node => document.importNode(node, true)));
    copy.querySelectorAll(".permalink, .footnote-back, .formula-ref, .proof, script")
      .forEach(node => node.remove());
    copy.querySelectorAll("a, button").forEach(node => {
      const plain = document.createElement("span");
      plain.append(...node.childNodes);
      node.replaceWith(plain);
    });
    // A picture’s own ids are referred to in it; on the page they stand once.
    copy.querySelectorAll(".picture").forEach(node => {
      node.innerHTML = node.innerHTML.replace(/( id="|url\(#|href="#)/g, "$1preview.");
    });
    for (const node of copy.querySelectorAll("*")) {
      for (const name of node.closest("svg") ? ["tabindex"] : ["id", "tabindex", "role", "aria-label"]) {
        node.removeAttribute(name);
      }
    }
    return copy;
  }

  function visible(link) {
    const url = new URL(link.href);
    if (url.pathname !== location.pathname || url.hash.length < 2) { return []; }
    const target = document.getElementById(decodeURIComponent(url.hash.slice(1)));
    if (!target) { return []; }
    const isHeading = /^H[1-6]$/.test(target.tagName);
    // Of links that nobody marked only those to sections have one.
    if (!isHeading && !link.matches(".ref, .footnote-ref > a")) { return []; }
    if (isHeading) {
      const title = document.createElement("p");
      const strong = document.createElement("strong");
      strong.append(...[...target.childNodes].map(node => node.cloneNode(true)));
      title.append(strong);
      // Its first lines: a paragraph, and a formula behind it.
      const lines = [];
      let next = target.nextElementSibling;
      while (next?.matches("p, .math.display") && lines.length < 2) {
        lines.push(next);
        next = next.nextElementSibling;
      }
      return [title, ...lines];
    }
    if (target.tagName === "FIGURE") {
      const picture = target.querySelector(".frame.shown .picture, :scope > .picture");
      const caption = target.querySelector("figcaption > p") || target.querySelector("figcaption");
      return [picture, caption].filter(Boolean);
    }
    if (target.classList.contains("derivation-line")) {
      // What a chain begins with stands in the row of its first line.
      const pieces = [...target.querySelectorAll(".start, .left, .right")];
      let row = target;
      while (row && !row.querySelector(".start .katex, .left .katex")) {
        row = row.previousElementSibling;
      }
      const first = row && row !== target && row.querySelector(".start, .left");
      const formula = document.createElement("div");
      formula.className = "math display";
      formula.append(...(first ? [first, ...pieces] : pieces).map(node => node.cloneNode(true)));
      return [formula];
    }
    // A row's place is an empty element in its formula.
    const formula = target.closest(".math.display");
    return target.tagName === "LI" ? [...target.childNodes] : [formula || target];
  }

  function show(link) {
    if (current === link) { return; }
    const copy = content(link);
    if (!copy.textContent.trim()) { return; }
    hide();
    box.replaceChildren(copy);
    box.showPopover();
    const around = link.getBoundingClientRect();
    const own = box.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const above = around.bottom + own.height + 12 > innerHeight && around.top > own.height + 12;
    box.style.top = `${above ? around.top - own.height - 6 : around.bottom + 6}px`;
    box.style.left = `${Math.max(8, Math.min(around.left - 16, width - own.width - 8))}px`;
    link.setAttribute("aria-describedby", box.id);
    current = link;
  }

  function hide() {
    clearTimeout(opening);
    clearTimeout(closing);
    if (!current) { return; }
    current.removeAttribute("aria-describedby");
    current = null;
    box.hidePopover();
    box.replaceChildren();
  }

  const later = () => {
    clearTimeout(opening);
    clearTimeout(closing);
    closing = setTimeout(hide, 300);
  };

  for (const link of document.querySelectorAll("a.ref, .footnote-ref > a, main :is(p, li, td) > a[href^='#']:not(.footnote-back, .badge)")) {
    link.addEventListener("pointerenter", event => {
      if (event.pointerType === "touch") { return; }  // a finger follows the link
      clearTimeout(closing);
      clearTimeout(opening);
      opening = setTimeout(show, 120, link);
    });
    link.addEventListener("pointerleave", later);
    link.addEventListener("focus", () => {
      if (link.matches(":focus-visible")) { show(link); }
    });
    link.addEventListener("blur", hide);
    link.addEventListener("click", hide);
  }
  box.addEventListener("pointerenter", () => clearTimeout(closing));
  box.addEventListener("pointerleave", later);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && current) { hide(); }
  });
  addEventListener("beforeprint", hide);
})();
