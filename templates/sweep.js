// Sweeps: the row of pictures becomes one picture with a slider. The style sheet has made room for it
// already, so nothing moves. The pictures that do not stand in the row wait in a template; whichever
// the slider comes to is put beside the others, hidden in print, and taken away again.
for (const figure of document.querySelectorAll("figure.sweep")) {
  const input = figure.querySelector("input[type=range]");
  const output = figure.querySelector("output");
  const store = figure.querySelector("template")?.content;
  // One show for the pictures and one for their tables: both have the same frames.
  const shows = [[".frames", ".frame"], ["details.data", ".table"]].flatMap(([home, part]) => {
    const place = figure.querySelector(home);
    if (!place) return [];
    const parts = [];
    for (const own of place.querySelectorAll(part)) parts[own.dataset.frame] = own;
    const spare = store ? [...store.querySelectorAll(part)] : [];
    for (let index = 0; index <= input.max; index++) parts[index] ??= spare.shift();
    return [{ place, parts, shown: place.querySelector(part + ".shown") }];
  });
  const show = (index) => {
    for (const one of shows) {
      const next = one.parts[index];
      if (next === one.shown) continue;
      one.shown.classList.remove("shown");
      if (!one.shown.dataset.frame) one.shown.remove();
      if (!next.dataset.frame) one.place.append(next);
      next.classList.add("shown");
      one.shown = next;
    }
    const name = shows[0].shown.querySelector(".value").textContent;
    input.setAttribute("aria-valuetext", name);
    output.textContent = name.slice(name.indexOf("= ") + 2);
    input.parentElement.style.setProperty("--at", index / input.max);
  };
  input.addEventListener("input", () => show(input.valueAsNumber));
  input.disabled = false;
}
