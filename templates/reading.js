// reading.js: small things for a reader, on every page. The search is loaded when it is asked for, the link to it otherwise leads to
// a page that lists all pages; where one is among the contents; light or dark; formulas are copied as TeX, and code by a button.
(() => {
  "use strict";
  const root = document.documentElement;

  // ---- Search ----

  const find = document.querySelector("a.find");
  const search = () => {
    if (globalThis.galleySearch) { galleySearch(); return; }
    const script = document.createElement("script");
    script.src = find.dataset.script;
    script.onload = () => galleySearch();
    script.onerror = () => { location.href = find.href; };
    document.head.append(script);
  };
  find?.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    search();
  });
  document.addEventListener("keydown", event => {
    const isWritten = event.target.closest?.("input:not([type=range]), textarea, select, [contenteditable]");
    if (event.key !== "/" || !find || isWritten || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    search();
  });

  // ---- Where one is ----

  const entries = [...document.querySelectorAll(".contents a[href^='#']")]
    .map(link => ({ link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(entry => entry.target);
  if (entries.length) {
    let current;
    let isWaiting = false;
    const mark = () => {
      isWaiting = false;
      const isAtEnd = scrollY + innerHeight >= root.scrollHeight - 2;
      const passed = entries.filter(entry => entry.target.getBoundingClientRect().top < innerHeight / 3);
      const next = isAtEnd && scrollY > 0 ? entries.at(-1) : passed.at(-1);
      if (next === current) { return; }
      current?.link.removeAttribute("aria-current");
      next?.link.setAttribute("aria-current", "true");
      current = next;
    };
    addEventListener("scroll", () => {
      if (isWaiting) { return; }
      isWaiting = true;
      requestAnimationFrame(mark);
    }, { passive: true });
    mark();
  }

  // ---- Light and dark ----

  const themes = ["system", "light", "dark"];
  const button = document.querySelector("button.theme");
  const name = () => root.dataset.theme ?? "system";
  const label = () => {
    button.setAttribute("aria-label", button.dataset[name()]);
    button.title = button.dataset[name()];
  };
  const apply = theme => {
    if (theme === "light" || theme === "dark") { root.dataset.theme = theme; } else { delete root.dataset.theme; }
    if (button) { label(); }
  };
  if (button) {
    label();
    button.addEventListener("click", () => {
      const next = themes[(themes.indexOf(name()) + 1) % themes.length];
      apply(next);
      try { localStorage.setItem("galley.theme", next); } catch { /* For this page only. */ }
    });
  }
  // Another window of the site.
  addEventListener("storage", event => { if (event.key === "galley.theme") { apply(event.newValue); } });

  // ---- Copying ----

  // A formula is copied whole, and as TeX.
  const formula = node => (node.nodeType === 1 ? node : node.parentElement)?.closest(".katex");
  document.addEventListener("copy", event => {
    const selection = getSelection();
    if (selection.isCollapsed || !event.clipboardData) { return; }
    const range = selection.getRangeAt(0).cloneRange();
    const first = formula(range.startContainer);
    const last = formula(range.endContainer);
    if (first) { range.setStartBefore(first); }
    if (last) { range.setEndAfter(last); }
    const piece = range.cloneContents();
    const formulas = piece.querySelectorAll(".katex");
    if (!formulas.length) { return; }
    const html = document.createElement("div");
    html.append(piece.cloneNode(true));
    for (const node of formulas) {
      const tex = node.querySelector("annotation[encoding='application/x-tex']")?.textContent.trim();
      if (tex === undefined) { continue; }
      const sign = node.parentElement?.matches(".katex-display") || first?.closest(".katex-display") && formulas.length === 1 ? "$$" : "$";
      node.replaceWith(sign + tex + sign);
    }
    for (const node of piece.querySelectorAll(".tick, .proof, .permalink, .visually-hidden")) { node.remove(); }
    event.clipboardData.setData("text/html", html.innerHTML);
    event.clipboardData.setData("text/plain", words(piece).replace(/\n{3,}/g, "\n\n").trim());
    event.preventDefault();
  });
  const blocks = "p, div, li, pre, h1, h2, h3, h4, h5, h6, tr, figcaption, dt, dd, blockquote";
  function words(piece) {
    let text = "";
    for (const node of piece.childNodes) {
      if (node.nodeType === 3) {
        text += node.parentElement?.closest("pre") ? node.data : node.data.replace(/\s+/g, " ");
      } else if (node.nodeType === 1) {
        const inside = words(node);
        text += node.matches("br") ? "\n" : node.matches(blocks) ? `\n${inside}\n` : inside;
      }
    }
    return text;
  }

  const copy = find?.dataset.copy;
  if (copy && navigator.clipboard) {
    const all = document.querySelectorAll("main .listing, main pre:not(.listing pre, .proof pre)");
    for (const code of all) {
      const place = document.createElement("div");
      const press = document.createElement("button");
      place.className = "copy";
      press.type = "button";
      press.textContent = copy;
      place.append(press);
      code.before(place);
      press.addEventListener("click", async () => {
        const own = code.cloneNode(true);
        for (const node of own.querySelectorAll(".claim, .tick, .proof, .remark, .visually-hidden, summary")) { node.remove(); }
        try {
          await navigator.clipboard.writeText(own.textContent.replace(/\n*$/, "\n"));
          press.textContent = find.dataset.copied;
        } catch {
          getSelection().selectAllChildren(code);
        }
        setTimeout(() => { press.textContent = copy; }, 1600);
      });
    }
  }
})();
