// Draw a digit: ten neurons vote while you draw.
const side = machine.side, start = Array.from(ui.numbers(machine.start));
let image = start, sums = [], chances = [], everywhere = [], chosen = null, before = null;

/** What the machine sees: the drawing, or the drawing as MNIST's makers would have made it. */
const seen = drawing => centred.value ? likeMnist(drawing, side) : drawing;
const read = drawing => winner(sumsOf(tenSums, seen(drawing)));
const shownDigit = () => chosen ?? winner(sums);

const update = () => {
  image = seen(pad.values);
  sums = sumsOf(tenSums, image);
  chances = softmaxOf(sums);
  everywhere = readEverywhere(pad, read);
  small.hidden = !centred.value;

  const first = winner(sums), second = winner(sums.map((sum, k) => k === first ? -Infinity : sum));
  const moved = movedWords(pad.away);
  const largest = Math.max(...sums.map(Math.abs), 1e-9), soft = kind.value === "softmax";
  (soft ? shares : bars).set(sums.map((sum, k) => ({
    label: String(k), strong: k === first,
    value: soft ? chances[k] : sum / largest, text: soft ? percent(chances[k]) : signedNumber(sum),
  })));
  bars.hidden = soft;
  shares.hidden = !soft;

  const same = asAtHome(everywhere);
  places.textContent = `The same answer at ${same} of 81 places.` + (centred.value ? "" : best(same));
  answer.show(first, chances[first]);
  ui.say(image.some(ink => ink > 0)
    ? `${moved ? `Moved ${moved}: it` : "It"} reads ${first}, ${percent(chances[first])} sure. `
      + `Next is ${second}, with ${percent(chances[second])}.`
    : "No ink: each sum is its bias alone. Draw a digit.");
  explain();
  ui.paint();
};

/** The most places so far; the lesson's own drawing is the one to beat. */
const best = same => {
  const own = !pad.drawing && pad.away.every(way => way === 0) && image.some((ink, i) => ink !== start[i]);
  const most = Number(ui.recall("best", before));
  if (!own || same <= most || Math.max(...chances) < 0.9) return ` To beat: ${most}.`;
  ui.remember("best", same);
  return ` Your best so far!`;
};

const explain = () => {
  const digit = shownDigit(), all = votes(tenSums.weights, image, digit);
  const total = sign => all.filter(vote => sign * vote > 0).reduce((a, b) => a + b, 0);
  why.textContent = `The neuron for ${digit}: ${signedNumber(total(1))} for, ${signedNumber(total(-1))} against, `
    + `bias ${signedNumber(tenSums.biases[digit])}. Sum ${signedNumber(sums[digit])}.`;
};

// One scale for all ten, so that equal colours are equal votes.
const shownNumbers = digit => maps.value === "weights"
  ? tenSums.weights.slice(digit * image.length, (digit + 1) * image.length) : votes(tenSums.weights, image, digit);
const scale = Math.max(...Array.from(tenSums.weights, Math.abs)) / 2;

const centred = ui.check("centre", "First centre and size it, as MNIST's makers did", false, () => update());
const pad = ui.pad("ink", "Your drawing", { rows: side, columns: side, value: start }, () => update());
const small = ui.make("div", { hidden: true }, "It sees:",
  ui.canvas(side * 6, side * 6, "The drawing, centred and sized", (context, colours) =>
    paintSquares(context, image, side, 0, 0, 6, colours.shade)));
const answer = answerCard("It reads");

const cell = 6, gap = 8, width = side * cell + gap, height = side * cell + 24;
const ten = ui.canvas(5 * width, 2 * height, "Ten neurons", (context, colours) => {
  for (let digit = 0; digit < 10; digit++) {
    const left = digit % 5 * width + gap / 2, top = Math.floor(digit / 5) * height + 2, shown = digit === shownDigit();
    paintSquares(context, shownNumbers(digit), side, left, top, cell, value => colours.signed(value / scale));
    outline(context, shown ? colours.ink : colours.grey, left, top, side * cell, side * cell, shown ? 2 : 0.5);
    context.fillStyle = colours.ink;
    context.font = `${digit === winner(sums) ? "bold " : ""}14px sans-serif`;
    context.textAlign = "center";
    context.fillText(`${digit}: ${signedNumber(sums[digit])}`, left + side * cell / 2, top + side * cell + 15);
  }
});
const look = digit => {
  chosen = digit;
  explain();
  ui.paint();
  if (digit !== null && document.activeElement === ten) ui.say(why.textContent);      // for those who came by keyboard
};
choosable(ten, "Ten neurons", 5, 10, (x, y) => {
  const digit = Math.floor(x / width) + 5 * Math.floor(y / height);
  return digit >= 0 && digit < 10 ? digit : null;
}, () => chosen, look);
ten.onpointerleave = event => { if (event.pointerType === "mouse") look(null); };
ten.onblur = () => look(null);

const large = ui.canvas(side * 12, side * 12, "One neuron's votes, pixel by pixel", (context, colours) =>
  paintSquares(context, shownNumbers(shownDigit()), side, 0, 0, 12, value => colours.signed(value / scale)));
const why = narrow(230, ui.make("div"));

const maps = ui.choice("maps", "Maps show", ["ink × weight", "weights"], "ink × weight", () => ui.paint());
const kind = ui.choice("bars", "Bars show", ["sums", "softmax"], "sums", () => update());
const bars = ui.bars("The ten sums", { signed: true }), shares = ui.bars("The ten probabilities");
const places = ui.make("div");
const everywhereMap = placesMap(pad, "What it reads at 81 places; a tap moves the drawing", () => everywhere);

ui.row(narrow(side * 16, ui.panel("Draw here", pad, answer, centred, small)),
  ui.panel("Ten neurons vote: red for, blue against. Point at one, or tap it", ten, maps,
    ui.make("div", { className: "play-row" }, large, why)));
ui.row(ui.panel("Who is loudest?", kind, bars, shares),
  narrow(280, ui.panel("What it reads if moved", everywhereMap, places)));

before = asAtHome(readEverywhere({ moved: (dx, dy) => pad.moved(dx, dy, start) },
  drawing => winner(sumsOf(tenSums, drawing))));
update();
box.seen = () => image;
