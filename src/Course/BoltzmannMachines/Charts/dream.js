// What is seen of the dream: the picture, which can be held pixel by pixel, the hidden units, and the energy.
const { rows, columns, starts } = machine;
const side = 20, tile = 34, across = 8;
let clamped = new Array(visible).fill(-1);
let random, v, h, p, steps, energies, watched = -1, cursor = 0;

// Where the world holds pixels, in the address: each row that has any, which are held, and which of them are ink.
const packed = () => Array.from({ length: rows }, (_, y) => {
  const row = clamped.slice(y * columns, (y + 1) * columns);
  const bits = is => row.reduce((sum, held, x) => sum + (is(held) ? 2 ** x : 0), 0);
  const held = bits(held => held >= 0);
  return held ? [y, held, bits(held => held === 1)].map(n => n.toString(36)).join(".") : "";
}).filter(Boolean).join("_");
const unpack = text => {
  for (const row of text.split("_").filter(Boolean)) {
    const [y, held, ink] = row.split(".").map(n => parseInt(n, 36));
    for (let x = 0; x < columns; x++) if (y < rows && held >> x & 1) clamped[y * columns + x] = ink >> x & 1;
  }
};

const begin = picture => {
  motion.stop();
  random = ui.random(Number(seed.value) || 0);
  v = (picture ?? Array.from({ length: visible }, () => random() < 0.5 ? 1 : 0))
    .map((on, i) => clamped[i] < 0 ? on : clamped[i]);
  p = v;
  h = new Array(hidden).fill(0);
  steps = 0;
  energies = [freeEnergy(v)];
  tell();
};
const once = () => {
  ({ h, p, v } = gibbs(v, clamped, heat.value, random));
  steps++;
  energies.push(freeEnergy(v));
  if (energies.length > 300) energies.shift();
};
const sentence = () => `Step ${steps}, temperature ${heat.value.toFixed(1)}: `
  + `${h.filter(Boolean).length} of ${hidden} hidden units are on, `
  + `the energy is ${energies.at(-1).toFixed(1).replace("-", "−")}.`;
const tell = () => { ui.say(sentence()); ui.paint(); };

// The film: as many steps a second as asked for.
let due = 0, last = 0;
const motion = ui.motion(() => {
  const now = performance.now();
  due += Math.min(now - last, 500) / 1000 * speed.value;
  last = now;
  for (; due >= 1; due--) once();
  ui.paint();
}, on => {
  last = performance.now();
  due = on ? 1 : 0;
  play.textContent = on ? "❚❚ Wake" : "▶ Dream";
  if (!on && v) tell();
});

const hold = (i, value) => {
  clamped[i] = value;
  if (value >= 0) v[i] = p[i] = value;
  ui.remember("held", packed());
  ui.paint();
};
const holdAll = is => {
  clamped = clamped.map((_, i) => is(i) ? v[i] : -1);
  ui.remember("held", packed());
  tell();
};

const play = ui.button("▶ Dream", () => motion.toggle());
const heat = ui.slider("t", "Temperature",
  { min: 0.1, max: 3, step: 0.1, value: 1, show: t => t.toFixed(1) }, () => ui.paint());
const speed = ui.slider("speed", "Steps per second", { min: 1, max: 60, step: 1, value: ui.still ? 2 : 10 }, () => {});
const seed = ui.field("seed", "Seed", "1", () => begin(), { inputMode: "numeric", size: 5 });
const start = ui.choice("start", "Begin with", ["noise", ...starts.map((_, i) => `digit ${i}`)], "noise", () => from());
const tool = ui.choice("tool", "Your pen", ["holds ink", "holds paper", "lets go"], "holds ink", () => {});
const from = () => begin(start.value === "noise" ? undefined : [...starts[Number(start.value.slice(6))]].map(Number));
const put = i => hold(i, { "holds ink": 1, "holds paper": 0, "lets go": -1 }[tool.value]);

const pictureSays = "The picture that the machine dreams. Draw on it to hold pixels.";
const picture = ui.canvas(columns * side, rows * side, pictureSays, (context, colours) => {
  p.forEach((on, i) => {
    const [x, y] = [i % columns * side, Math.floor(i / columns) * side];
    context.fillStyle = colours.shade(on);
    context.fillRect(x, y, side, side);
    if (watched >= 0) {                                  // the weights of the unit under the pointer, over the picture
      context.globalAlpha = 0.75;
      context.fillStyle = colours.signed(w[watched * visible + i] / 3);
      context.fillRect(x, y, side, side);
      context.globalAlpha = 1;
    }
    if (clamped[i] >= 0) {
      context.strokeStyle = clamped[i] ? colours.red : colours.blue;
      context.lineWidth = 2;
      context.strokeRect(x + 2, y + 2, side - 4, side - 4);
    }
  });
  if (document.activeElement === picture) {
    context.strokeStyle = colours.ink;
    context.lineWidth = 3;
    context.strokeRect(cursor % columns * side + 1, Math.floor(cursor / columns) * side + 1, side - 2, side - 2);
  }
});
picture.classList.add("play-touch");
picture.tabIndex = 0;
const under = event => {
  const [x, y] = picture.place(event).map(at => Math.floor(at / side));
  return x >= 0 && x < columns && y >= 0 && y < rows ? y * columns + x : -1;
};
picture.onpointerdown = picture.onpointermove = event => {
  if (!event.buttons || under(event) < 0) return;
  if (event.type === "pointerdown" && event.isTrusted) picture.setPointerCapture(event.pointerId);
  put(under(event));
};
picture.onfocus = picture.onblur = () => ui.paint();
picture.onkeydown = event => {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (by) cursor = (cursor + by + visible) % visible;
  else if (event.key === " ") put(cursor);
  else return;
  event.preventDefault();
  ui.paint();
};

// Each hidden unit is drawn by its weights: red where ink switches it on. Those that are off are faint.
const unitsSay = "The hidden units, drawn by their weights";
const units = ui.canvas(across * tile, Math.ceil(hidden / across) * tile, unitsSay, (context, colours) => {
  const dot = (tile - 6) / Math.max(rows, columns);
  for (let j = 0; j < hidden; j++) {
    const [left, top] = [j % across * tile + 3, Math.floor(j / across) * tile + 3];
    context.globalAlpha = h[j] ? 1 : 0.4;
    for (let i = 0; i < visible; i++) {
      context.fillStyle = colours.signed(w[j * visible + i] / 3);
      context.fillRect(left + i % columns * dot, top + Math.floor(i / columns) * dot, dot + 0.3, dot + 0.3);
    }
    context.globalAlpha = 1;
    if (!h[j] && j !== watched) continue;
    context.strokeStyle = j === watched ? colours.red : colours.ink;
    context.lineWidth = 2;
    context.strokeRect(left - 2, top - 2, tile - 2, tile - 2);
  }
});
const watch = j => {
  watched = j;
  const isOn = h[j] ? "on" : "off";
  if (j >= 0) ui.say(`Hidden unit ${j} is ${isOn}. Over the picture: ink on red switches it on, on blue off.`);
  ui.paint();
};
units.onpointermove = event => {
  const [x, y] = units.place(event).map(at => Math.floor(at / tile)), j = y * across + x;
  if (j >= 0 && j < hidden && j !== watched) watch(j);
};
units.onpointerleave = units.onblur = () => watch(-1);
units.tabIndex = 0;
units.onkeydown = event => {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }[event.key];
  if (!by) return;
  event.preventDefault();
  watch((Math.max(watched, 0) + by + hidden) % hidden);
};

const curve = ui.canvas(across * tile, 60, "The energy of the last 300 steps", (context, colours) => {
  const low = Math.min(...energies), high = Math.max(...energies, low + 1);
  context.strokeStyle = colours.ink;
  context.beginPath();
  energies.forEach((energy, k) => context.lineTo(k * across * tile / 300, 55 - 50 * (energy - low) / (high - low)));
  context.stroke();
  // While the film runs, the line says where it is; those who hear the page are told when it stops.
  status.textContent = motion.running ? sentence() : "";
});
const status = ui.make("div", { ariaHidden: "true", style: `max-width:${across * tile}px` });

ui.row(play, ui.button("One step", () => { motion.stop(); once(); tell(); }), start, ui.button("Again", () => from()));
ui.row(heat, speed, seed);
ui.row(tool, ui.button("Hold the upper half", () => holdAll(i => i < visible / 2)),
  ui.button("Let all go", () => holdAll(() => false)));
ui.row(ui.panel("The picture (red: held ink, blue: held paper)", picture),
  ui.panel("The hidden units", units, ui.make("div", { className: "play-heading" }, "The energy"), curve, status));
unpack(ui.recall("held", ""));
from();
