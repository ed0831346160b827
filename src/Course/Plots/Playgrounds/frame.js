// The frame of every playground. It finds its box in the page, and hands each machine's script the same controls: `ui`.
const frame = (id, name, play) => {
  // The box stands just before this script; where a front end runs scripts apart from their place, its id finds it.
  const before = document.currentScript && document.currentScript.previousElementSibling;
  const box = before && before.classList.contains("course-playground") ? before : document.getElementById(id);
  if (!box || box.dataset.alive) return;
  box.dataset.alive = "yes";
  const stage = box.querySelector(".play-stage"), spoken = box.querySelector(".play-spoken");

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (key in element && key !== "list") element[key] = value; else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };

  // State: #play=digit&ink=...&t=0.5. Only a page of one's own may write its address; a notebook's is the notebook's.
  const ownPage = document.querySelector('meta[name=generator][content^="course"]') !== null;
  const given = new URLSearchParams(location.hash.slice(1));
  const state = new URLSearchParams(given.get("play") === name ? given : { play: name });
  const recall = (key, otherwise) => state.has(key) ? state.get(key) : otherwise;
  let write = 0;
  const remember = (key, value) => {
    state.set(key, value);
    clearTimeout(write);
    if (ownPage) write = setTimeout(() => history.replaceState(null, "", "#" + state), 200);
  };

  // Painting: at most once a frame, and again when the colours or the width change.
  const painters = [];
  let waiting = false;
  const paint = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      for (const painter of painters) painter();
    });
  };

  const colours = () => {
    const ink = getComputedStyle(box).color;
    const [r, g, b] = ink.match(/[\d.]+/g).map(Number);
    const dark = 0.3 * r + 0.6 * g + 0.1 * b > 128;
    const mix = (from, to, share) => `rgb(${from.map((c, i) => Math.round(c + (to[i] - c) * share)).join(" ")})`;
    const paper = dark ? [30, 31, 34] : [255, 255, 255], black = dark ? [235, 235, 230] : [16, 16, 16];
    const red = dark ? [255, 130, 90] : [178, 24, 43], blue = dark ? [100, 180, 255] : [33, 102, 172];
    return {
      dark, ink, paper: mix(paper, paper, 0), grey: "#808080", red: mix(red, red, 0), blue: mix(blue, blue, 0),
      shade: value => mix(paper, black, Math.min(1, Math.max(0, value))),                // 0 paper, 1 ink
      signed: value => mix(paper, value > 0 ? red : blue, Math.min(1, Math.abs(value) || 0)), // -1 blue, 0 paper, +1 red
    };
  };

  const labelled = (label, control, after = "") =>
    make("label", { className: "play-label" }, make("span", {}, label), control, after);

  const ui = {
    stage, make, recall, remember, paint, colours,
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,

    /** Controls or panels side by side; they wrap on a narrow page. */
    row: (...children) => {
      const row = make("div", { className: "play-row" }, ...children);
      stage.append(row);
      return row;
    },

    /** A part with a heading. */
    panel: (title, ...children) => make("div", { className: "play-panel", role: "group", ariaLabel: title },
      make("div", { className: "play-heading" }, title), ...children),

    button: (label, act) => make("button", { type: "button", onclick: act }, label),

    /** A slider whose value is in the page's address. `show` writes the value; `act` gets it. */
    slider: (key, label, { min, max, step, value, show = String }, act) => {
      const input = make("input", { type: "range", min, max, step });
      input.value = recall(key, value);
      const shown = make("output", {}, show(Number(input.value)));
      input.oninput = () => {
        shown.textContent = show(Number(input.value));
        remember(key, input.value);
        act(Number(input.value));
      };
      const element = labelled(label, input, shown);
      element.set = next => { input.value = next; input.oninput(); };
      Object.defineProperty(element, "value", { get: () => Number(input.value) });
      return element;
    },

    /** A field of text in the page's address. */
    field: (key, label, value, act, attributes = {}) => {
      const input = make("input", { type: "text", spellcheck: false, autocomplete: "off", ...attributes });
      input.value = recall(key, value);
      input.oninput = () => { remember(key, input.value); act(input.value); };
      const element = labelled(label, input);
      element.set = next => { input.value = next; input.oninput(); };
      Object.defineProperty(element, "value", { get: () => input.value });
      return element;
    },

    /** A choice among words, in the page's address. */
    choice: (key, label, words, value, act) => {
      const input = make("select", {}, ...words.map(word => make("option", {}, word)));
      input.value = recall(key, value);
      input.onchange = () => { remember(key, input.value); act(input.value); };
      const element = labelled(label, input);
      element.set = next => { input.value = next; input.onchange(); };
      Object.defineProperty(element, "value", { get: () => input.value });
      return element;
    },

    /** A picture. `draw(context, colours)` paints it in CSS pixels, and is called again whenever something changed. */
    canvas: (width, height, alt, draw) => {
      const canvas = make("canvas", { role: "img", ariaLabel: alt });
      canvas.style.cssText = `width:${width}px;max-width:100%;aspect-ratio:${width}/${height}`;
      painters.push(() => {
        const dots = window.devicePixelRatio || 1;
        canvas.width = width * dots;
        canvas.height = height * dots;
        const context = canvas.getContext("2d");
        context.scale(dots, dots);
        draw(context, colours());
      });
      /** The place of a pointer's event, in the picture's own pixels. */
      canvas.place = event => {
        const at = canvas.getBoundingClientRect();
        return [(event.clientX - at.left) * width / at.width, (event.clientY - at.top) * height / at.height];
      };
      return canvas;
    },

    /** A box to tick, in the page's address. */
    check: (key, label, value, act) => {
      const input = make("input", { type: "checkbox" });
      input.checked = recall(key, value ? "1" : "0") === "1";
      input.onchange = () => { remember(key, input.checked ? "1" : "0"); act(input.checked); };
      const element = make("label", { className: "play-label play-check" }, input, make("span", {}, label));
      element.set = next => { input.checked = next; input.onchange(); };
      Object.defineProperty(element, "value", { get: () => input.checked });
      return element;
    },

    /** Bars with words and numbers: `set([{ label, value, text, strong }])`, values from 0 to 1; `signed`: from -1. */
    bars: (label, { signed = false } = {}) => {
      const list = make("ul", { className: "play-bars", ariaLabel: label });
      const place = value => {
        const share = 100 * Math.min(1, Math.max(signed ? -1 : 0, value));
        return signed ? `width:${Math.abs(share) / 2}%;margin-left:${50 + Math.min(0, share) / 2}%` : `width:${share}%`;
      };
      list.set = bars => list.replaceChildren(...bars.map(({ label, value, text, strong }) =>
        make("li", { className: strong ? "strong" : "" },
          make("span", { className: "play-word" }, label),
          make("span", { className: signed ? "play-track play-signed" : "play-track" },
            make("span", { className: signed && value < 0 ? "play-bar play-below" : "play-bar", style: place(value) })),
          make("span", { className: "play-number" }, text))));
      return list;
    },

    /** Says a sentence below the machine, and to those who hear the page. */
    say: text => { if (spoken.textContent !== text) spoken.textContent = text; },

    /** Calls `step` before each frame while it runs. Nothing runs by itself, and nothing runs unseen. */
    motion: (step, changed = () => {}) => {
      let running = false;
      const next = () => {
        if (!running) return;
        if (box.isConnected && !document.hidden) step();
        if (box.isConnected) requestAnimationFrame(next);
      };
      const set = on => {
        if (on === running) return;
        running = on;
        changed(on);
        if (on) requestAnimationFrame(next);
      };
      const start = () => set(true), stop = () => set(false), toggle = () => set(!running);
      return { start, stop, toggle, get running() { return running; } };
    },

    /** Packed numbers, as C#'s PackedNumbers writes them. */
    numbers: ({ bits, data }) => {
      const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
      if (bits === 32) return new Float32Array(bytes.buffer);
      return Float32Array.from(new Uint16Array(bytes.buffer), half => {
        const sign = half & 0x8000 ? -1 : 1, exponent = (half >> 10) & 31, fraction = half & 1023;
        if (exponent === 31) return fraction ? NaN : sign * Infinity;
        return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : sign * 2 ** -14 * fraction / 1024;
      });
    },

    /** Random numbers that a seed repeats: `random()` from 0 to 1, `random.normal()`. It is mulberry32 (T. Ettinger, 2017). */
    random: seed => {
      let at = seed >>> 0;
      const random = () => {
        at = at + 0x6D2B79F5 | 0;
        let t = Math.imul(at ^ at >>> 15, 1 | at);
        t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
        return ((t ^ t >>> 14) >>> 0) / 4294967296;
      };
      random.normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return random;
    },
  };

  play(ui, box);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(paint, 100));
  new MutationObserver(() => setTimeout(paint, 100)).observe(document.body, { attributes: true });
  new ResizeObserver(paint).observe(box);
  paint();
  if (given.get("play") === name) box.scrollIntoView();
};
