// LiveScript: what a page of the server runs, and no other page: it asks for the page as it is by then, and puts in the place of
// what stands there only what is another. So the scroll position stays, and so does what is open or chosen.

enum LiveScript {
  static let path = ".galley/live.js"
  /// Where the script asks.
  static let question = ".galley/page"
  static let tagHeader = "Galley-Tag"

  static let text = #"""
    (() => {
      "use strict";
      const own = document.currentScript;
      const page = own.dataset.page;
      let { tag, assets } = own.dataset;

      // What scripts of the page change themselves is compared as it came.
      const sweeps = new WeakMap();
      for (const sweep of document.querySelectorAll("figure.sweep")) {
        sweeps.set(sweep, sweep.outerHTML);
      }

      const sources = (root, selector, name) =>
        [...root.querySelectorAll(selector)].map(node => node.getAttribute(name)).join("\n");

      // False where only loading the page anew shows it as it is.
      function canStay(next) {
        const script = next.querySelector("script[data-tag]");
        return script && script.dataset.assets === assets
          && sources(document.head, "script", "src") === sources(next.head, "script", "src")
          && document.body.className === next.body.className;
      }

      // A page that has its first formula needs KaTeX's style sheet, before its own.
      function changeStyles(next) {
        const own = new Map();
        for (const link of document.head.querySelectorAll("link[rel=stylesheet]")) {
          own.set(link.getAttribute("href"), link);
        }
        let before = null;
        for (const link of [...next.head.querySelectorAll("link[rel=stylesheet]")].reverse()) {
          const href = link.getAttribute("href");
          const here = own.get(href) ?? document.importNode(link);
          if (!own.delete(href)) { document.head.insertBefore(here, before); }
          before = here;
        }
        for (const link of own.values()) { link.remove(); }
      }

      function change(old, next) {
        if (old.isEqualNode(next)) { return true; }
        if (sweeps.has(old)) { return sweeps.get(old) === next.outerHTML; }
        if (old.id === "page.preview" || old === own) { return true; }
        if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName
            || old.nodeType !== Node.ELEMENT_NODE) {
          if (next.nodeName === "FIGURE" && next.classList.contains("sweep")) { return false; }
          old.replaceWith(document.importNode(next, true));
          return true;
        }
        for (const { name } of [...old.attributes]) {
          // What a reader has opened stays open.
          if (name !== "open" && !next.hasAttribute(name)) { old.removeAttribute(name); }
        }
        for (const { name, value } of [...next.attributes]) {
          if (old.getAttribute(name) !== value) { old.setAttribute(name, value); }
        }
        return changeChildren(old, next);
      }

      function changeChildren(old, next) {
        const isOwn = node => node === own || node.id === "page.preview"
          || (node.nodeName === "SCRIPT" && node.dataset.tag !== undefined);
        const a = [...old.childNodes].filter(node => !isOwn(node));
        const b = [...next.childNodes].filter(node => !isOwn(node));
        let start = 0, endA = a.length, endB = b.length;
        const same = (x, y) => x.isEqualNode(y) || (sweeps.has(x) && sweeps.get(x) === y.outerHTML);
        while (start < endA && start < endB && same(a[start], b[start])) { start += 1; }
        while (endA > start && endB > start && same(a[endA - 1], b[endB - 1])) {
          endA -= 1;
          endB -= 1;
        }
        const last = a[endA] ?? (old === document.body ? own : null);
        let [i, j] = [start, start];
        for (const [nextI, nextJ] of [...common(a, b, start, endA, endB), [endA, endB]]) {
          for (; i < nextI && j < nextJ; i += 1, j += 1) {
            if (!change(a[i], b[j])) { return false; }
          }
          for (; i < nextI; i += 1) { a[i].remove(); }
          for (; j < nextJ; j += 1) {
            if (b[j].nodeName === "FIGURE" && b[j].classList.contains("sweep")) { return false; }
            old.insertBefore(document.importNode(b[j], true), a[nextI] ?? last);
          }
          i = nextI + 1;
          j = nextJ + 1;
        }
        return true;
      }

      // What stands once in both lists, in the same order in both: what is between is changed.
      function common(a, b, start, endA, endB) {
        const places = (list, end) => {
          const found = new Map();
          for (let index = start; index < end; index += 1) {
            const node = list[index];
            if (node.nodeType !== Node.ELEMENT_NODE) { continue; }
            const key = sweeps.get(node) ?? node.outerHTML;
            found.set(key, found.has(key) ? -1 : index);
          }
          return found;
        };
        const inB = places(b, endB);
        const pairs = [...places(a, endA)].map(([key, index]) => [index, inB.get(key) ?? -1])
          .filter(([i, j]) => i >= 0 && j >= 0);
        // The longest part of them that rises in b as well: each knows the one before it.
        const ends = [], before = [];
        pairs.forEach(([, j], number) => {
          let low = 0, high = ends.length;
          while (low < high) {
            const middle = (low + high) >> 1;
            if (pairs[ends[middle]][1] < j) { low = middle + 1; } else { high = middle; }
          }
          before[number] = ends[low - 1];
          ends[low] = number;
        });
        const rising = [];
        for (let number = ends.at(-1); number !== undefined; number = before[number]) {
          rising.unshift(pairs[number]);
        }
        return rising;
      }

      function show(html) {
        const next = new DOMParser().parseFromString(html, "text/html");
        if (!canStay(next)) { location.reload(); return; }
        const script = next.querySelector("script[data-tag]");
        document.title = next.title;
        changeStyles(next);
        if (!change(document.body, next.body)) { location.reload(); return; }
        tag = script.dataset.tag;
        document.documentElement.dataset.galleyTag = tag;
      }

      // Outside of the body, where nothing is compared.
      let gone = null;
      function tellGone(isGone) {
        if (isGone && !gone) {
          gone = document.createElement("div");
          gone.setAttribute("role", "status");
          gone.textContent = "galley serve has ended: what this page shows is not followed any more";
          gone.style.cssText = "position: fixed; inset: auto 0 0; padding: 0.4em 1em; "
            + "background: CanvasText; color: Canvas; font: 1rem sans-serif";
          document.documentElement.append(gone);
        } else if (!isGone && gone) {
          gone.remove();
          gone = null;
        }
      }

      const pause = time => new Promise(done => setTimeout(done, time));
      // A browser opens few connections to one server; a page that nobody sees takes none.
      const sight = () => document.hidden
        ? new Promise(done => document.addEventListener("visibilitychange", done, { once: true }))
        : null;

      (async () => {
        for (;;) {
          await sight();
          try {
            const answer = await fetch(
              `/.galley/page?path=${encodeURIComponent(page)}&after=${tag}`, { cache: "no-store" });
            const isPage = answer.headers.has("Galley-Tag");
            if (!isPage) { throw new Error("no page"); }
            tellGone(false);
            if (answer.headers.get("Galley-Tag") !== tag) { show(await answer.text()); }
          } catch (error) {
            tellGone(true);
            await pause(1000);
          }
        }
      })();
    })();
    """#
}
