// What is seen of the sorter: a row that it reads, a row that it writes, and between them a line for every look.
const WIDTH = 620, HEIGHT = 170, MOST = 12;
const VIEWS = {
  "what it writes looks at what it reads": "cross",
  "what it reads looks at itself": "encoder",
  "what it has written looks at itself": "decoder",
};
const name = token => tokens[token].replace(/[<>]/g, "");        // <end> reads better as end
const sorted = text => [...text].sort().join("");
const word = text => ui.make("span", { style: "align-self: center" }, text);
const two = number => number.toFixed(2).replace("-", "−");

let text = "", source = [], written = [], seen, shown = 0;      // shown: how many of its symbols are on the page
let from = 0, to = 0;                                           // who looks, and at whom; both as places in their rows
let best = ui.recall("best", "");                               // the shortest row that the reader found it gets wrong

// --- what to type, and what it answers ---
const answer = ui.make("output", { className: "sorter-answer" });
const digits = ui.field("row", "Digits:", "4153", value => begin(value), { inputMode: "numeric", maxLength: MOST });
ui.row(digits, answer);

const tries = ["4153", "90817263", "12345678", "3333", "3141592058"];
ui.row(word("Try:"), ...tries.map(row => ui.button(row, () => digits.set(row))),
  ui.button("any row", () => digits.set(Array.from({ length: 2 + Math.floor(7 * Math.random()) },
    () => Math.floor(10 * Math.random())).join(""))));

// --- where to look ---
const view = ui.choice("view", "Lines:", Object.keys(VIEWS), Object.keys(VIEWS)[0], () => select(0));
const numbered = (word, count) => Array.from({ length: count }, (_, n) => `${word} ${n + 1}`);
const layer = ui.choice("layer", "Layer:", numbered("layer", layers), "layer 1", () => select(from));
const head = ui.choice("head", "Head:", numbered("head", heads), "head 1", () => select(from));
const anew = ui.button("anew", () => forget());
const slowly = ui.motion(() => {
  if (performance.now() - slowly.last < 700) return;
  if (shown > written.length) return slowly.stop();
  writeOne();
}, on => { slowly.last = on ? performance.now() : 0; slow.textContent = on ? "stop" : "all, slowly"; });
const one = ui.button("one symbol", () => writeOne());
const slow = ui.button("all, slowly", () => {
  if (shown > written.length && !slowly.running) forget();
  slowly.toggle();
});
ui.row(view, ...layers > 1 ? [layer] : [], ...heads > 1 ? [head] : []);
ui.row(word("Write:"), anew, one, slow);

// --- the two rows, and the lines between them ---
const style = ui.make("style", {}, `
.course-playground .sorter-answer { font-size: 1.15em; align-self: center; }
.course-playground .sorter-symbols { display: grid; gap: 0; width: ${WIDTH}px; max-width: 100%; min-height: 3.2em; }
.course-playground .sorter-symbols button { padding: 0.1em 0; min-width: 0; width: 92%; max-width: 3.4em;
  justify-self: center; }
.course-playground .sorter-symbols small { display: block; font-size: 0.72em; font-variant-numeric: tabular-nums; }
.course-playground table.sorter-why { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.course-playground .sorter-why th, .course-playground .sorter-why td { padding: 0.1em 0.45em; text-align: right;
  background: none; color: inherit; border: 0; font-weight: 400; }
.course-playground .sorter-why tbody * { white-space: nowrap; }
.course-playground .sorter-why thead th { font-weight: 600; border-bottom: 1px solid #808080; }
.course-playground .sorter-why tr.strong > * { font-weight: 700; background: rgba(128, 128, 128, 0.2); }`);
const above = ui.make("div", { className: "sorter-symbols", role: "group" });
const below = ui.make("div", { className: "sorter-symbols", role: "group" });
const lines = ui.canvas(WIDTH, HEIGHT, "Lines from those that look to those that are looked at", drawLines);
lines.style.border = "0";
const heading = () => ui.make("div", { className: "play-heading" });
const aboveName = heading(), belowName = heading();
ui.stage.append(style, aboveName, above, lines, below, belowName);

// --- why ---
const why = ui.make("table", { className: "sorter-why" });
const whyPanel = ui.panel("Why: how well its query matches each key", why);
const strips = ui.canvas(340, 116, "A query and a key, number by number, and their products", drawStrips);
strips.style.border = "0";
const sum = ui.make("div");
const next = ui.bars("What it may write here");
ui.row(whyPanel, ui.make("div", { className: "play-panel" },
  ui.panel("Query and key, number by number: red is above 0", strips, sum),
  ui.panel("What it may write here", next)));
const challenge = ui.make("p");
ui.stage.append(challenge);

/** Both rows are as wide, so that a line's ends are under their symbols. */
const columnsOf = (lookers, looked) => Math.max(6, lookers.length, looked.length, text.length + 1);

/** The head that the lines show, and the symbols of those who look and of those who are looked at. */
const now = () => {
  const kind = VIEWS[view.value], looks = seen[kind][layer.value.slice(6) - 1][head.value.slice(5) - 1];
  const answers = seen.logits.map(row => name(likeliest(row))), sofar = ["start", ...written.map(name)];
  const lookers = {
    encoder: [...text], cross: answers.slice(0, shown), decoder: sofar.slice(0, Math.max(1, shown)),
  }[kind];
  return { kind, looks, lookers, looked: kind === "decoder" ? lookers : [...text] };
};

function begin(value) {
  text = [...value].filter(symbol => tokens.indexOf(symbol) > END).slice(0, MOST).join("");
  slowly.stop();
  if (!text) { answer.textContent = "Type some digits."; return; }
  source = read(text);
  written = write(source);
  seen = watch(source, written);
  shown = written.length + 1;
  judge();
  select(0);
}

function judge() {
  const row = written.map(name).join(""), right = row === sorted(text);
  const verdict = right ? "✓ in order" : `✗ not ${sorted(text)}`;
  const begun = written.slice(0, shown).map(name).join("");
  answer.textContent = `${text} → ${shown > written.length ? `${row} ${verdict}` : `${begun}…`}`;
  if (!right && text.length > 1 && (!best || text.length < best.length)) ui.remember("best", best = text);
  challenge.textContent = "Outwit it: find the shortest row, of two digits or more, that it gets wrong. "
    + (best ? `Your best: ${best}, ${best.length} digits.` : "Your best: none yet.");
}

function forget() {
  slowly.stop();
  shown = 0;
  judge();
  select(0);
}

function writeOne() {
  slowly.last = performance.now();
  if (shown > written.length) shown = 0;
  shown++;
  judge();
  select(shown - 1);
}

/** Place `place` looks; the lines lead to all whom it sees, and the numbers tell of the one it looks at most. */
function select(place, at = null) {
  if (!text) return;
  const { looks, lookers } = now();
  from = Math.max(0, Math.min(place, lookers.length - 1));
  to = at ?? likeliest(looks.shares[from]);
  show();
}

function show() {
  const { kind, looks, lookers, looked } = now(), shares = looks.shares[from], columns = columnsOf(lookers, looked);
  const empty = lookers.length === 0;
  aboveName.textContent = `${kind === "decoder" ? "It has written" : "It reads"}: whom one looks at, and the share`;
  belowName.textContent = kind === "cross" ? "It writes: point at a symbol. Where does it look?"
    : "Who looks: point at a symbol";
  symbols(above, looked, columns, s => empty ? "" : two(shares[s]), s => s === to, s => { to = s; show(); });
  symbols(below, lookers, columns, () => "", t => t === from, t => select(t));
  whyPanel.hidden = empty;
  if (empty) {
    next.set([]);
    sum.textContent = "";
    ui.say("It has written nothing yet. Press “one symbol”.");
    return ui.paint();
  }
  const d = looks.Q[0].length, visible = looked.map((_, s) => s).filter(s => Number.isFinite(looks.matches[from][s]));
  why.replaceChildren(
    ui.make("thead", {}, ui.make("tr", {}, ...["at (place)", "match q·k", `÷ √${d}`, "e to that", "share"].map(title =>
      ui.make("th", { scope: "col" }, title)))),
    ui.make("tbody", {}, ...visible.map(s => {
      const match = looks.matches[from][s];
      const numbers = [two(match * Math.sqrt(d)), two(match), brief(Math.exp(match)), two(shares[s])];
      const row = { className: s === to ? "strong" : "", onmouseenter: () => choose(s), onclick: () => choose(s) };
      return ui.make("tr", row, ui.make("th", { scope: "row" }, `${looked[s]} (${s + 1})`),
        ...numbers.map(cell => ui.make("td", {}, cell)));
    })));
  const match = looks.matches[from][to];
  sum.textContent = `${lookers[from]} and ${looked[to]}: the products add up to ${two(match * Math.sqrt(d))}. `
    + `Divided by √${d}: ${two(match)}.`;
  if (kind !== "encoder") {
    const chances = softmax(seen.logits[from]);
    const order = chances.map((_, token) => token).sort((a, b) => chances[b] - chances[a]);
    next.set(order.slice(0, 4).map((token, n) => (
      { label: name(token), value: chances[token], text: `${(100 * chances[token]).toFixed(1)} %`, strong: n === 0 })));
  }
  next.parentElement.hidden = kind === "encoder";
  const most = likeliest(shares);
  const who = kind === "cross" ? `Writing ${lookers[from]}, it` : `The ${lookers[from]} in place ${from + 1}`;
  ui.say(`${who} looks most at the ${looked[most]} in place ${most + 1}: share ${two(shares[most])}, `
    + `match ${two(looks.matches[from][most])}.`);
  ui.paint();
}

const brief = number => number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2);

function choose(s) {
  if (s === to) return;
  to = s;
  show();
}

/** A row of symbols as buttons. Those that stand there already stay, so that the focus stays. */
function symbols(row, names, columns, small, pressed, act) {
  row.style.gridTemplateColumns = `repeat(${columns}, 1fr)`;
  while (row.children.length > names.length) row.lastChild.remove();
  while (row.children.length < names.length) {
    const place = row.children.length, pick = () => row.act(place);
    const onkeydown = event => row.children[place + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? NaN)]?.focus();
    // A finger has no hover: what it seems to point at first would only delay its tap.
    const onpointerenter = event => { if (event.pointerType !== "touch") pick(); };
    row.append(ui.make("button", { type: "button", onclick: pick, onfocus: pick, onpointerenter, onkeydown }));
  }
  row.act = act;
  names.forEach((symbol, place) => {
    const button = row.children[place], note = small(place);
    button.replaceChildren(symbol, ...note ? [" ", ui.make("small", {}, note)] : []);
    button.setAttribute("aria-pressed", pressed(place));
    // What is heard begins with what is seen, for those who speak to their browser.
    const where = `place ${place + 1}`;
    button.setAttribute("aria-label", note ? `${symbol} ${note}: ${where} and its share` : `${symbol}: ${where}`);
  });
}

function drawLines(context, colours) {
  if (!seen) return;
  const { looks, lookers, looked } = now(), columns = columnsOf(lookers, looked);
  const x = place => (place + 0.5) * WIDTH / columns;
  const line = (t, s, colour, strength) => {
    const share = looks.shares[t][s];
    if (share < 0.005) return;
    context.globalAlpha = strength;
    context.strokeStyle = colour;
    context.lineWidth = 16 * share;
    context.beginPath();
    context.moveTo(x(t), HEIGHT - 2);
    context.bezierCurveTo(x(t), 0.6 * HEIGHT, x(s), 0.4 * HEIGHT, x(s), 2);
    context.stroke();
  };
  // All the others in the background, then the one that looks.
  lookers.forEach((_, t) => { if (t !== from) looked.forEach((_, s) => line(t, s, colours.grey, 0.25)); });
  if (lookers.length) looked.forEach((_, s) => line(from, s, s === to ? colours.red : colours.blue, 0.9));
  context.globalAlpha = 1;
}

function drawStrips(context, colours) {
  if (!seen) return;
  const { looks, lookers } = now();
  if (!lookers.length) return;
  const q = looks.Q[from], k = looks.K[to], products = q.map((number, i) => number * k[i]), cell = 290 / q.length;
  const rows = [["q", q], ["k", k], ["q × k", products]];
  context.font = "14px system-ui, sans-serif";
  context.textBaseline = "middle";
  rows.forEach(([label, numbers], n) => {
    const largest = Math.max(...numbers.map(Math.abs), 1e-9), top = 4 + 38 * n;
    context.fillStyle = colours.ink;
    context.fillText(label, 0, top + 15);
    numbers.forEach((number, i) => {
      context.fillStyle = colours.signed(number / largest);
      context.fillRect(48 + i * cell, top, cell - 1, 30);
    });
    context.strokeStyle = colours.grey;
    context.strokeRect(47.5, top - 0.5, 290, 31);
  });
}

begin(digits.value);
