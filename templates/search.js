// search.js: finds pages and sections by their titles, headings, text and TeX. Loaded when somebody asks for it the first time. What it reads
// comes as scripts that call galleyFound, which works from a disk, too. SearchIndex.swift writes them, and says what stands in them.
(() => {
  "use strict";
  const link = document.querySelector("a.find");
  const folder = link.dataset.index;
  const say = link.dataset;

  // ---- What is read ----

  const loads = new Map();
  const arrived = new Map();
  globalThis.galleyFound = (name, value) => arrived.get(name)?.(value);
  const load = name => {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        arrived.set(name, resolve);
        script.onerror = () => { loads.delete(name); reject(new Error(name)); };
        script.src = `${folder}${name}.js`;
        document.head.append(script);
      }));
    }
    return loads.get(name);
  };
  let places;
  const index = () => load("index").then(found => {
    if (places) { return found; }
    places = [];
    found.pages.forEach(([path, title, piece, sections], page) => {
      sections.forEach(([anchor, heading]) => places.push({ path, title, piece, page, anchor, heading, number: places.length }));
    });
    found.first = found.texts.map((_, piece) => places.findIndex(place => place.piece === piece));
    return found;
  });

  // ---- What is found ----

  const parts = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  const weights = { T: 30, H: 14, C: 5, B: 4, A: 3 };

  // For each place the weight of a word in it, whatever the word goes on with.
  const placesOf = (word, words) => {
    const best = new Map();
    for (const term in words) {
      if (term !== word && (word.length < 2 || !term.startsWith(word))) { continue; }
      const code = words[term];
      let number = 0;
      let place = 0;
      for (let at = 0; at < code.length; at++) {
        const sign = code.charCodeAt(at);
        if (sign < 58) { number = number * 36 + sign - 48; continue; }
        if (sign > 96) { number = number * 36 + sign - 87; continue; }
        place += number;
        number = 0;
        const weight = weights[code[at]] * (term === word ? 1 : 0.6);
        if (weight > (best.get(place) ?? 0)) { best.set(place, weight); }
      }
    }
    return best;
  };

  // The places on pages that have all the words, those with most of them first.
  async function find(question) {
    const found = await index();
    const wanted = [...new Set(parts(question))].slice(0, 12);
    const words = await Promise.all(wanted.map(word => {
      const piece = found.words[String.fromCodePoint(word.codePointAt(0))];
      return piece ? load(piece) : {};
    }));
    const scores = new Map();
    const onPages = new Map();
    wanted.forEach((word, bit) => {
      const own = placesOf(word, words[bit]);
      const rarity = Math.log(1 + places.length / own.size);
      for (const [place, weight] of own) {
        const score = scores.get(place) ?? { sum: 0, bits: 0 };
        score.sum += weight * rarity;
        score.bits |= 1 << bit;
        scores.set(place, score);
        const page = places[place].page;
        onPages.set(page, onPages.get(page) | 1 << bit);
      }
    });
    const all = (1 << wanted.length) - 1;
    const results = [];
    for (const [place, score] of scores) {
      if (onPages.get(places[place].page) !== all) { continue; }
      results.push({ place: places[place], score: score.sum * (score.bits === all ? 3 : 1) });
    }
    results.sort((a, b) => b.score - a.score || a.place.number - b.place.number);
    const formula = /[\\^_{]/.test(question) ? question.replace(/[\s$]/g, "") : "";
    const perPage = new Map();
    const kept = [];
    for (const [number, { place }] of results.slice(0, formula ? 300 : undefined).entries()) {
      if (kept.length === 20) { break; }
      const count = perPage.get(place.page) ?? 0;
      if (count === 4) { continue; }
      if (formula) {
        // Texts are loaded some at a time, not one after another.
        if (number % 50 === 0) { await Promise.all(results.slice(number, number + 50).map(result => text(result.place))); }
        place.formulas ??= (await text(place)).replace(/\s/g, "");
        if (!place.formulas.includes(formula)) { continue; }
      }
      perPage.set(place.page, count + 1);
      kept.push(place);
    }
    return { places: kept, words: wanted };
  }

  const text = async place => {
    const found = await index();
    return (await load(found.texts[place.piece]))[place.number - found.first[place.piece]];
  };

  // Some words around the first one that was asked for.
  function excerpt(text, words) {
    const plain = text.toLowerCase();
    let start = -1;
    for (const word of words) {
      const at = plain.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u"));
      if (at >= 0 && (start < 0 || at < start)) { start = at; }
    }
    const from = start < 70 ? 0 : text.indexOf(" ", start - 60) + 1 || start;
    const piece = text.slice(from, from + 190);
    const box = document.createElement("span");
    box.className = "excerpt";
    let last = 0;
    const shown = (from ? "… " : "") + piece.slice(0, piece.lastIndexOf(" ") + 1 || undefined) + (from + 190 < text.length ? "…" : "");
    for (const match of shown.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})`, "giu"))) {
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      box.append(shown.slice(last, match.index), mark);
      last = match.index + match[0].length;
    }
    box.append(shown.slice(last));
    return box;
  }

  // ---- What is shown ----

  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", say.field);
  dialog.innerHTML = `<form method="dialog"><input type="search" autocomplete="off" autocapitalize="off" spellcheck="false"><button class="close"></button></form><p role="status"></p><ol></ol>`;
  document.body.append(dialog);
  const [input, close, status, list] = ["input", "button", "p", "ol"].map(name => dialog.querySelector(name));
  input.setAttribute("aria-label", say.field);
  input.placeholder = say.field;
  close.textContent = say.close;

  let turn = 0;
  async function show() {
    const own = ++turn;
    const question = input.value.trim();
    if (!question) { list.replaceChildren(); status.textContent = ""; return; }
    let found;
    let texts;
    try {
      found = await find(question);
      texts = await Promise.all(found.places.map(text));
    } catch {
      if (own === turn) { list.replaceChildren(); status.textContent = say.missing; }
      return;
    }
    // Somebody typed on meanwhile.
    if (own !== turn) { return; }
    const count = found.places.length;
    status.textContent = count === 0 ? say.none : count === 1 ? say.one : say.many.replace("{1}", count);
    list.replaceChildren(...found.places.map((place, number) => {
      const item = document.createElement("li");
      const anchor = document.createElement("a");
      anchor.href = `${say.root}${place.path}${place.anchor ? `#${encodeURIComponent(place.anchor)}` : ""}`;
      const title = document.createElement("span");
      title.className = "where";
      title.textContent = place.heading ? `${place.title} › ${place.heading}` : place.title;
      anchor.append(title, excerpt(texts[number], found.words));
      item.append(anchor);
      return item;
    }));
  }
  input.addEventListener("input", show);

  const links = () => [...list.querySelectorAll("a")];
  dialog.addEventListener("keydown", event => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && all.length) {
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at ? all[at - 1] : input).focus();
    } else if (event.key === "Enter" && event.target === input) {
      all[0]?.click();
    } else {
      return;
    }
    event.preventDefault();
  });
  // Beside the dialog, and on a place that it led to on this very page.
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("li a")) { dialog.close(); }
  });

  globalThis.galleySearch = () => {
    if (!dialog.open) { dialog.showModal(); }
    input.select();
    index().catch(() => { status.textContent = say.missing; });
  };
})();
