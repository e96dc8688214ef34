// Sweeps: the row of pictures becomes one picture with a slider, or with two and a pad on which both are dragged. The style
// sheet has made room already, so nothing moves. The pictures that do not stand in the row are loaded when somebody
// touches the slider, by a script element, which works from a disk too. What the slider stands at stands in the address.
for (const figure of document.querySelectorAll("figure.sweep")) {
  const inputs = [...figure.querySelectorAll("input[type=range]")];
  const sliders = figure.querySelector(".sliders");
  const pad = figure.querySelector(".pad");
  const store = figure.querySelector("template")?.content;
  const list = (input, name) => input.dataset[name].split(name === "names" ? "|" : " ");
  const index = () => inputs.reduce((sum, input) => sum * (+input.max + 1) + input.valueAsNumber, 0);
  const count = inputs.reduce((product, input) => product * (+input.max + 1), 1);

  // One show for the pictures and one for their tables: both have the same frames, elements or texts that become some.
  const shows = [[".frames", ".frame"], ["details.data", ".table"]].flatMap(([home, part]) => {
    const place = figure.querySelector(home);
    if (!place) return [];
    const parts = [];
    for (const own of place.querySelectorAll(part)) parts[own.dataset.frame] = own;
    const spare = store ? [...store.querySelectorAll(part)] : [];
    for (let at = 0; spare.length && at < count; at++) parts[at] ??= spare.shift();
    return [{ place, parts, shown: place.querySelector(part + ".shown") }];
  });

  let loading;
  const load = () => loading ??= new Promise((done) => {
    const { frames, name } = sliders.dataset;
    if (!frames) return done();
    const script = document.createElement("script");
    script.onload = () => {
      shows.forEach((one, kind) => self.galleyFrames[name][kind].forEach((text, at) => one.parts[at] ??= text));
      done();
    };
    script.onerror = () => { loading = undefined; };  // the next touch asks again
    script.src = frames;
    document.head.append(script);
  });

  const show = () => {
    for (const one of shows) {
      let next = one.parts[index()];
      if (next === undefined) return load().then(() => one.parts[index()] !== undefined && show());
      if (typeof next === "string") {
        const made = document.createElement("template");
        made.innerHTML = next;
        one.parts[index()] = next = made.content.firstElementChild;
      }
      if (next === one.shown) continue;
      one.shown.classList.remove("shown");
      if (!one.shown.dataset.frame) one.shown.remove();
      if (!next.dataset.frame) one.place.append(next);
      next.classList.add("shown");
      one.shown = next;
    }
  };

  const update = () => {
    for (const [number, input] of inputs.entries()) {
      const name = list(input, "names")[input.valueAsNumber];
      const at = input.max > 0 ? input.valueAsNumber / input.max : 0;
      input.setAttribute("aria-valuetext", `${input.labels[0].textContent} = ${name}`);
      input.parentElement.querySelector("output").textContent = name;
      input.parentElement.style.setProperty("--at", at);
      pad?.style.setProperty(number ? "--up" : "--across", at);
    }
    show();
  };

  // The address: ?fig:name=0.5,2#fig:name, which leads to the figure without JavaScript as well.
  const key = encodeURIComponent(figure.id).replaceAll("%3A", ":") + "=";
  const others = () => location.search.slice(1).split("&").filter((one) => one && !one.startsWith(key));
  const remember = () => {
    if (!figure.id) return;
    const values = inputs.map((input) => list(input, "values")[input.valueAsNumber]);
    try {
      history.replaceState(history.state, "", `?${[...others(), key + values].join("&")}#${key.slice(0, -1)}`);
    } catch { /* A browser that forbids this on a disk keeps its address. */ }
  };
  const wanted = location.search.slice(1).split("&").find((one) => figure.id && one.startsWith(key));
  wanted?.slice(key.length).split(",").map(Number).slice(0, inputs.length).forEach((value, number) => {
    const far = list(inputs[number], "values").map((one) => Math.abs(one - value));
    if (isFinite(value)) inputs[number].value = far.indexOf(Math.min(...far));
  });

  for (const input of inputs) {
    input.addEventListener("input", update);
    input.addEventListener("change", remember);
    input.disabled = false;
  }
  for (const touch of ["pointerenter", "pointerdown", "focusin"]) sliders.addEventListener(touch, load);
  if (pad) {
    const drag = ({ clientX, clientY }) => {
      const box = pad.getBoundingClientRect();
      for (const [number, part] of [(clientX - box.left) / box.width, (box.bottom - clientY) / box.height].entries()) {
        inputs[number].value = Math.round(part * inputs[number].max);
      }
      update();
    };
    pad.addEventListener("pointerdown", (event) => { pad.setPointerCapture(event.pointerId); drag(event); });
    pad.addEventListener("pointermove", (event) => { if (pad.hasPointerCapture(event.pointerId)) drag(event); });
    pad.addEventListener("lostpointercapture", remember);
    // Left and right are the first parameter's keys, up and down the second's, whichever has the focus.
    sliders.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowDown: [1, -1], ArrowUp: [1, 1] }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      inputs[step[0]].focus();
      inputs[step[0]].stepUp(step[1]);
      update();
      remember();
    });
  }
  if (wanted || pad) update();
}
