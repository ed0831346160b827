// The network of 1989 while you draw: each of its 1,256 units is one small square, and each can be asked why.
const start = Array.from(ui.numbers(machine.start));
const layers = { h1: "H1", h2: "H2", h3: "H3", output: "output" };
let image = start, state = forward(start), sums = [], everywhere = [], everywhereSums = [], later = 0, before = 0;
let chosen = { layer: "h1", unit: 27 }, pinned = false;

const seen = drawing => centred.value ? likeMnist(drawing, 16) : drawing;
const readNet = drawing => winner([...forward(seen(drawing)).output]);
const readSums = drawing => winner(sumsOf(tenSums, seen(drawing)));

const update = () => {
  image = seen(pad.values);
  state = forward(image);
  const answer = winner([...state.output]), moved = movedWords(pad.away), where = moved ? `Moved ${moved}: t` : "T";
  outputs.set([...state.output].map((value, digit) =>
    ({ label: String(digit), value: value / 1.7159, text: signedNumber(value, 2), strong: digit === answer })));
  let said = `${where}he network of 1989 reads ${answer}, with ${signedNumber(state.output[answer], 2)}`;
  if (tenSums) {
    sums = sumsOf(tenSums, image);
    const shares = softmaxOf(sums), first = winner(sums);
    bars.set(shares.map((share, digit) =>
      ({ label: String(digit), value: share, text: percent(share), strong: digit === first })));
    said += `; the ten sums read ${first}, ${percent(shares[first])} sure`;
    answerSums.show(first);
  }
  small.hidden = !centred.value;
  answerNet.show(answer);
  ui.say(said + ".");
  explain();
  ui.paint();
  // The map of places asks both machines 81 times: after the first answer is seen.
  clearTimeout(later);
  later = setTimeout(walk, 60);
};

const walk = () => {
  everywhere = readEverywhere(pad, readNet);
  if (tenSums) everywhereSums = readEverywhere(pad, readSums);
  const same = asAtHome(everywhere), most = Number(ui.recall("best", before));
  const own = !pad.drawing && pad.away.every(way => way === 0) && image.some((ink, i) => ink !== start[i]);
  const record = own && !centred.value && same > most && Math.max(...state.output) > 0.5;
  if (record) ui.remember("best", same);
  places.textContent = `The same answer at ${same} of 81 places.`
    + (centred.value ? "" : record ? " Your best so far!" : ` To beat: ${most}.`);
  if (tenSums) placesSums.textContent = `The same answer at ${asAtHome(everywhereSums)} of 81 places.`;
  ui.paint();
};

/** A pointer passes over a unit, a tap holds it (and lets it go), a key goes to the next. */
const choose = (layer, unit, hold) => {
  chosen = { layer, unit };
  pinned = hold;
  explain();
  ui.paint();
};

let why = null;
const explain = () => {
  const { layer, unit } = chosen;
  why = explainUnit(state, layer, unit);
  const side = { h1: 8, h2: 4 }[layer], map = Math.floor(unit / side ** 2) + 1;
  const place = `row ${Math.floor(unit / side) % side + 1}, column ${unit % side + 1}`;
  const [name, sees] = {
    h1: [`H1, map ${map}, ${place},`, "5 × 5 pixels"],
    h2: [`H2, map ${map}, ${place},`, "5 × 5 units in each of 8 maps of H1: 13 × 13 pixels"],
    h3: [`H3, unit ${unit + 1},`, "all of H2"],
    output: [`The output for ${unit}`, "all of H3"],
  }[layer];
  const [products, bias, sum, value] = [why.products, why.bias, why.products + why.bias, why.value].map(
    number => signedNumber(number, 2));
  words.textContent = `${name} sees ${sees}. Products ${products}, bias ${bias}, sum ${sum}: it answers ${value}.`
    + (pinned ? " Held: tap it again to let go." : "");
};

// The drawing, and on it the pixels that the chosen unit looks at.
const centred = ui.check("centre", "First centre and size it, as MNIST's makers did", false, () => update());
const pad = ui.pad("ink", "Your drawing", { rows: 16, columns: 16, pixel: 14, pen: 0.8, value: start,
  over: (context, colours, pixel) => {
    if (!why || centred.value) return;
    const [left, top, width] = why.pixels;
    outline(context, colours.red, left * pixel, top * pixel, width * pixel, width * pixel);
  } }, () => update());
const small = ui.make("div", { hidden: true }, "It sees:",
  ui.canvas(96, 96, "The drawing, centred and sized", (context, colours) => {
    paintSquares(context, image, 16, 0, 0, 6, colours.shade);
    const [left, top, width] = why.pixels;
    outline(context, colours.red, left * 6, top * 6, width * 6, width * 6);
  }));

/** A layer's units, each one square; maps stand `perRow` side by side. */
const unitsCanvas = (layer, maps, columns, rows, size, perRow) => {
  const gap = 6, width = columns * size + gap, height = rows * size + gap, count = columns * rows;
  const down = Math.ceil(maps / perRow), label = `${layers[layer]}: ${maps * count} units`;
  const canvas = ui.canvas(perRow * width, down * height, label, (context, colours) => {
    for (let map = 0; map < maps; map++) {
      const left = map % perRow * width + gap / 2, top = Math.floor(map / perRow) * height + gap / 2;
      const units = state[layer].slice(map * count, (map + 1) * count);
      paintSquares(context, units, columns, left, top, size, value => colours.signed(value / 1.7159));
      outline(context, colours.grey, left, top, columns * size, rows * size, 0.5);
      if (chosen.layer === layer && Math.floor(chosen.unit / count) === map) {
        const unit = chosen.unit % count;
        const x = left + unit % columns * size, y = top + Math.floor(unit / columns) * size;
        outline(context, colours.ink, x, y, size, size);
      }
      if (layer === "h1" && chosen.layer === "h2" && scheme[Math.floor(chosen.unit / 16)].includes(map)) {
        const row = Math.floor(chosen.unit / 4) % 4, column = chosen.unit % 4;
        const from = at => Math.max(0, 2 * at - 2), to = at => Math.min(8, 2 * at + 3);
        outline(context, colours.ink, left + from(column) * size, top + from(row) * size,
          (to(column) - from(column)) * size, (to(row) - from(row)) * size, 1);
      }
    }
  });
  const find = (x, y) => {
    const across = Math.floor(x / width), below = Math.floor(y / height), map = below * perRow + across;
    const column = Math.min(columns - 1, Math.max(0, Math.floor((x - across * width - gap / 2) / size)));
    const row = Math.min(rows - 1, Math.max(0, Math.floor((y - below * height - gap / 2) / size)));
    return across >= 0 && across < perRow && map >= 0 && map < maps ? map * count + row * columns + column : null;
  };
  const unitAt = event => find(...canvas.place(event));
  canvas.tabIndex = 0;
  canvas.style.cursor = "pointer";
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "units to choose from");
  canvas.setAttribute("aria-label", `${label}. Arrow keys choose one.`);
  canvas.onpointermove = event => {
    if (event.pointerType === "mouse" && !pinned && unitAt(event) !== null) choose(layer, unitAt(event), false);
  };
  canvas.onclick = event => {
    const unit = unitAt(event);
    if (unit !== null) choose(layer, unit, !(pinned && chosen.layer === layer && chosen.unit === unit));
  };
  canvas.onkeydown = event => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const unit = chosen.layer === layer ? chosen.unit : 0, map = Math.floor(unit / count), place = unit % count;
    // From a map's edge on to the next map.
    const x = map % perRow * columns + place % columns + step[0];
    const y = Math.floor(map / perRow) * rows + Math.floor(place / columns) + step[1];
    if (x < 0 || y < 0 || x >= perRow * columns || y >= down * rows) return;
    const next = Math.floor(y / rows) * perRow + Math.floor(x / columns);
    choose(layer, next * count + y % rows * columns + x % columns, pinned);
    ui.say(words.textContent);
  };
  return canvas;
};

// What the unit sees, its weights, their products: side by side for one group, under each other for a group a map.
const parts = [["sees", "what it sees"], ["weights", "× its weights"], ["products", "= products"]];
const whyCanvas = ui.canvas(464, 194, "What the unit sees, its weights, their products", (context, colours) => {
  const count = why.groups.length, columns = { 25: 5, 16: 4, 30: 10 }[why.groups[0].sees.length];
  const size = count === 1 ? Math.floor(150 / columns) : Math.min(9, Math.floor((464 / count - 4) / columns));
  context.font = "14px sans-serif";
  parts.forEach(([part, label], p) => {
    const left = count === 1 ? p * 154 + 2 : 2, top = count === 1 ? 22 : p * 65 + 17;
    const all = why.groups.flatMap(group => Array.from(group[part], Math.abs));
    const largest = part === "sees" ? 1.7159 : Math.max(...all, 1e-9);
    context.fillStyle = colours.ink;
    context.fillText(label, left, top - 5);
    why.groups.forEach((group, k) => {
      const at = left + k * 464 / count;
      paintSquares(context, group[part], columns, at, top, size, value => colours.signed(value / largest));
      outline(context, colours.grey, at, top, columns * size, group.sees.length / columns * size, 0.5);
    });
  });
});
const words = ui.make("div");
words.style.minHeight = "4.4em";

const outputs = ui.bars("The ten outputs", { signed: true }), bars = ui.bars("The ten sums' softmax");
outputs.style.minWidth = bars.style.minWidth = "11em";
const places = ui.make("div"), placesSums = ui.make("div"), mapWidth = (2 * reach + 1) * placeSize;
const answerNet = answerCard("1989 reads"), answerSums = answerCard("ten sums read");

ui.row(narrow(224, ui.panel("Draw here: 256 units", pad, answerNet, ...tenSums ? [answerSums] : [], centred, small)),
  narrow(480, ui.make("div", { className: "play-panel" },
    ui.make("div", { className: "play-row" },
      ui.panel("H1: 12 maps of 8 × 8", unitsCanvas("h1", 12, 8, 8, 8, 4)),
      ui.make("div", { className: "play-panel" },
        ui.panel("H2: 12 maps of 4 × 4", unitsCanvas("h2", 12, 4, 4, 9, 4)),
        ui.panel("H3: 30 units", unitsCanvas("h3", 1, 10, 3, 16, 1)),
        ui.panel("Output: 10, for 0 to 9", unitsCanvas("output", 1, 10, 1, 16, 1)))),
    ui.panel("Ask a unit why: point at it, tap it, or use the arrow keys", whyCanvas, words))));
const below = ui.row(), besides = (title, list, label, answers, line) =>
  below.append(narrow(170, ui.panel(title, list)),
    narrow(mapWidth, ui.panel("If it is moved", placesMap(pad, label, answers), line)));
besides("Network of 1989", outputs, "What the network reads at 81 places", () => everywhere, places);
if (tenSums) besides("Ten sums of lesson 02", bars, "What they read at 81 places", () => everywhereSums, placesSums);
before = asAtHome(readEverywhere({ moved: (dx, dy) => pad.moved(dx, dy, start) },
  drawing => winner([...forward(drawing).output])));
update();
box.seen = () => image;
