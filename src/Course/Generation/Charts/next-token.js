// What is seen of the small GPT: the text as tokens, bars of what may come next, and the knobs that cut them.
const BARS = 10, ON = 60;                                      // bars, and tokens that "write on" writes at most
const KS = [1, 2, 3, 5, 10, 20, 40, 100, 400, null];           // null: all tokens
const percent = share => share > 0 && share < 0.0005 ? "< 0.1 %" : `${(100 * share).toFixed(1)} %`;

/** A token as it is shown: blanks and line ends are seen, and half a character shows its bytes. */
const shown = token => {
  const text = decode([token]);
  return text.includes("\uFFFD") ? spelt[token].map(byte => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ")
    : text.replaceAll(" ", "␣").replaceAll("\n", "⏎");
};

let typed = [], written = [], logits = [], choice;             // written: tokens, with the chance that each had
let best = JSON.parse(ui.recall("best", "null"));              // the beginning after which it was surest

const beginning = ui.field("text", "Beginning:", "She had been a very", () => begin(), { maxLength: 300 });
beginning.querySelector("input").classList.add("next-field");
ui.row(beginning);
const starts = ["She had been a very", "Mr", "I do not", "It is a truth univers", "床"];
ui.row(ui.make("span", { style: "align-self: center" }, "Try:"),
  ...starts.map(text => ui.button(text, () => beginning.set(text))));

// --- the text so far ---
ui.stage.append(ui.make("style", {}, `
.course-playground .next-field { width: 26em; max-width: 100%; }
.course-playground .next-tokens { display: flex; flex-wrap: wrap; gap: 2px; font-family: monospace; min-height: 2.9em;
  max-height: 9.5em; overflow-y: auto; }
.course-playground .next-tokens span { border-radius: 3px; padding: 1px 3px; text-align: center; white-space: pre; }
.course-playground .next-tokens .next-written { outline: 2px solid #808080; outline-offset: -2px; }
.course-playground .next-tokens small { display: block; font-size: 0.72em; opacity: 0.8; }
.course-playground .next-prose { white-space: pre-wrap; margin: 0.5em 0; max-height: 6.5em; overflow-y: auto; }
.course-playground .next-list { list-style: none; margin: 0; padding: 0; width: 28em; max-width: 100%; }
.course-playground .next-list li { display: flex; align-items: center; gap: 0.6em; margin: 0.15em 0;
  font-variant-numeric: tabular-nums; }
.course-playground .next-list button { min-width: 7.5em; min-height: 1.9em; padding: 0 0.4em; font-family: monospace;
  text-align: left; white-space: pre; }
.course-playground .next-list .next-cut { opacity: 0.55; }
.course-playground .next-list .next-cut button { text-decoration: line-through; }`));
const scrolls = { role: "group", tabIndex: 0 };                // where they are long, a keyboard can scroll them
const boxes = ui.make("div", { ...scrolls, className: "next-tokens", ariaLabel: "The text in tokens" });
const prose = ui.make("p", { ...scrolls, className: "next-prose", ariaLabel: "The text" });

// --- writing ---
const on = ui.motion(() => {
  if (performance.now() - on.last < 100) return;
  if (on.left-- === 0) return on.stop();
  writeOne();
  on.last = performance.now();
}, runs => { [on.left, on.last] = [ON, 0]; onButton.textContent = runs ? "Stop" : "Write on"; });
const onButton = ui.button("Write on", () => on.toggle());
const back = ui.button("Take one back", () => { on.stop(); written.pop(); ask(); });
const again = ui.button("Begin again", () => forget());
ui.row(ui.button("Write one", () => { on.stop(); writeOne(); }), onButton, back, again);
ui.stage.append(boxes, prose);                                 // below the buttons, which stay in their place

// --- the knobs ---
const temperature = ui.slider("t", "Temperature", {
  min: 0, max: 2, step: 0.1, value: 1, show: t => t === 0 ? "0: the likeliest" : t.toFixed(1) }, () => turn());
const topK = ui.slider("k", "Top-k", {
  min: 0, max: KS.length - 1, step: 1, value: KS.length - 1, show: n => KS[n] ?? "all" }, () => turn());
const topP = ui.slider("p", "Top-p", {
  min: 0.05, max: 1, step: 0.05, value: 1, show: p => p.toFixed(2) }, () => turn());
const seed = ui.slider("seed", "Seed", { min: 1, max: 99, step: 1, value: 1 }, () => forget());
ui.row(temperature, topK, topP, seed);

// --- what may come next ---
const list = ui.make("ol", { className: "next-list", ariaLabel: "The likeliest next tokens" });
const kept = ui.make("p");
ui.stage.append(ui.panel("What may come next: press one to take it", list), kept);
const challenge = ui.make("p");
ui.stage.append(challenge);

const knobs = () => ({ temperature: temperature.value, topK: KS[topK.value], topP: topP.value });

function begin() {
  on.stop();
  [typed, written] = [encode(beginning.value), []];
  if (typed.length) return ask();
  boxes.replaceChildren();
  list.replaceChildren();
  prose.textContent = kept.textContent = "";
  ui.say("Type at least one letter: it has to begin from something.");
}

function forget() {
  on.stop();
  written = [];
  ask();
}

/** Lets the model read the text, and shows what it says. */
function ask() {
  if (!typed.length) return;
  logits = next([...typed, ...written.map(one => one.token)]);
  const chances = softmax(logits), top = Math.max(...chances), text = beginning.value;
  if (!written.length && top > (best?.[0] ?? 0)) {
    best = [top, text, shown(chances.indexOf(top))];
    ui.remember("best", JSON.stringify(best));
  }
  challenge.textContent = "Make it sure: find a beginning after which one token is nearly certain at temperature 1. "
    + (best ? `Your best: ${percent(best[0])} for “${best[2]}” after “${best[1]}”.` : "");
  showText();
  turn();
}

function showText() {
  const colours = ["#0072B255", "#E69F0055", "#009E7355", "#CC79A755"];      // faint enough for black and white letters
  const box = (token, place, note, own) => ui.make("span",
    { style: `background:${colours[place % 4]}`, className: own ? "next-written" : "", title: `token ${token}` },
    shown(token), ui.make("small", {}, note));
  boxes.replaceChildren(...typed.map((token, place) => box(token, place, token, false)),
    ...written.map(({ token, chance }, n) => box(token, typed.length + n, percent(chance), true)));
  prose.textContent = decode([...typed, ...written.map(one => one.token)]);
  for (const end of [boxes, prose]) end.scrollTop = end.scrollHeight;
  back.disabled = again.disabled = written.length === 0;
}

/** Shows the bars again: a knob was turned. */
function turn() {
  if (!typed.length) return;
  choice = choose(logits, knobs());
  const { order, before: tempered, chances } = choice, stay = new Set(order.slice(0, choice.kept));
  const largest = Math.max(...order.slice(0, BARS).map(token => Math.max(chances[token], tempered[token])));
  while (list.children.length < BARS) list.append(bar(list.children.length));
  order.slice(0, BARS).forEach((token, n) => {
    const row = list.children[n], [button, track, number] = row.children, isKept = stay.has(token);
    const share = isKept ? chances[token] : tempered[token];
    row.className = isKept ? "" : "next-cut";
    button.textContent = shown(token);
    track.firstChild.style.width = `${100 * share / largest}%`;
    number.textContent = isKept ? percent(share) : "cut";
  });
  const mass = order.slice(0, choice.kept).reduce((sum, token) => sum + tempered[token], 0);
  kept.textContent = choice.kept === order.length ? `All ${order.length.toLocaleString("en")} tokens may come.`
    : `${choice.kept.toLocaleString("en")} of ${order.length.toLocaleString("en")} tokens may come. `
      + (temperature.value === 0 ? "" : `Before the cut they had ${percent(mass)} together.`);
  ui.say(`Likeliest: ${order.slice(0, 3).map(token => `“${shown(token)}”`).join(" ")}. `
    + `The first comes with ${percent(chances[order[0]])}.`);
}

/** An empty bar. Pressed, its token is taken, whatever the dice would say. */
function bar(n) {
  const take = () => {
    on.stop();
    const token = choice.order[n];
    written.push({ token, chance: choice.chances[token] });
    ask();
  };
  return ui.make("li", {}, ui.button("", take),
    ui.make("span", { className: "play-track" }, ui.make("span", { className: "play-bar" })),
    ui.make("span", { className: "play-number" }));
}

/** Each place has a number of its own from the seed: taken back and written again, it is the same. */
function writeOne() {
  if (!typed.length) return;
  const token = draw(choice.chances, ui.random(1000 * seed.value + written.length));
  written.push({ token, chance: choice.chances[token] });
  ask();
}

begin();
