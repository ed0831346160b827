// What is seen: the film with a hand on it, what the machine sees in each picture, and eight ways on from one moment.
const futureCount = 8, agreement = 10, columns = 11;
let film, turns, futures = null, playing = false, moving = false, due = 0, last = 0;
const tried = [];                                        // how far apart eight futures ended: { t, apart, seed }

// Ways to draw: Ho's, or Song's without new noise, which may leave out steps.
const ways = [{ words: `${steps} steps, new noise in each`, fresh: true, stride: 1 },
  ...[1, 5, 10, 20].filter(stride => steps % stride === 0 && steps > stride)
    .map(stride => ({ words: `${steps / stride} steps, no new noise`, fresh: false, stride }))];
const way = () => ways.find(one => one.words === sampler.value) ?? ways[0];

// A film is a list of moments. A turn [t, seed] says whose noise comes in below step t; the first is the seed's own.
const moment = (x, t) => {
  if (t === 0) return { x, t, noise: new Float64Array(pixels), x0: x };
  const noise = guessNoise(x, t);
  return { x, t, noise, x0: believed(x, noise, t) };
};
const seedAt = t => turns.findLast(([from]) => from > t)[1];
const grow = (film, seedOf) => {
  const { x, x0, t } = film.at(-1), { fresh, stride } = way(), next = t - stride;
  film.push(moment(fresh ? stepHo(x, x0, t, noiseOf(seedOf(next), next)) : stepSong(x, x0, t, next), next));
};
const isWhole = film => film.at(-1).t === 0;
const apart = (a, b) => a.reduce((count, v, i) => count + (v > 0 !== b[i] > 0 ? 1 : 0), 0);

const ownSeed = () => Number.parseInt(seed.value, 10) || 0;
const wanted = () => Math.round(hand.value / way().stride);
const now = () => film[Math.min(wanted(), film.length - 1)];
const move = taken => { moving = true; hand.set(Math.min(steps, taken)); moving = false; };

const begin = (...given) => {
  turns = [[steps + 1, ownSeed()], ...given];
  film = [moment(noiseOf(ownSeed(), steps), steps)];
  futures = null;
  playing = false;
  hand.querySelector("input").step = way().stride;
  work.start();
};
const rememberTurns = () => ui.remember("turns", turns.slice(1).map(turn => turn.join(".")).join("_"));
const again = () => { begin(); rememberTurns(); move(0); tell(); };

const play = () => {
  if (ui.still) move(steps);                             // who wants no motion gets the last picture, and the slider
  else [playing, due, last] = [true, 0, performance.now()];
  work.start();
};
const draw = () => {
  if (playing) { playing = false; return; }
  if (hand.value >= steps) move(0);
  play();
};

// Work is spread over the page's frames: as many steps as a few milliseconds allow, then the page has its turn.
const work = ui.motion(() => {
  const start = performance.now(), { stride } = way();
  if (playing) {                                         // the whole film takes three seconds
    due += Math.min(start - last, 200) / 3000 * steps / stride;
    last = start;
    if (film.length > wanted() && due >= 1) move(hand.value + Math.floor(due) * stride);
    due %= 1;
    if (hand.value >= steps) playing = false;
  }
  let busy = true;
  while (busy && performance.now() < start + 12) {
    const open = futures?.films.filter(film => !isWhole(film)) ?? [];
    if (film.length <= wanted()) grow(film, seedAt);
    else if (open.length) {
      const next = open.reduce((a, b) => b.length < a.length ? b : a);
      grow(next, () => futures.seeds[futures.films.indexOf(next)]);
    } else busy = false;
  }
  if (!busy && !playing) work.stop();
  if (!busy || !ui.still) ui.paint();
}, on => {
  if (!on) { measure(); tell(); }
});

// Eight ways on from the present moment, each with the noise of another seed.
const ask = () => {
  const { t } = now(), from = film.indexOf(now()), first = seedAt(t - 1) + 1;
  playing = false;
  move(steps - t);
  const seeds = Array.from({ length: futureCount }, (_, k) => first + k);
  futures = { t, from, seeds, films: seeds.map(() => [film[from]]), apart: null };
  work.start();
};
const measure = () => {
  if (!futures || futures.apart !== null || !futures.films.every(isWhole)) return;
  const ends = futures.films.map(film => film.at(-1).x);
  const pairs = ends.flatMap((a, i) => ends.slice(0, i).map(b => apart(a, b)));
  futures.apart = pairs.reduce((sum, one) => sum + one / pairs.length, 0);
  futures.news = true;
  if (way().fresh) tried.push({ t: futures.t, apart: futures.apart, seed: turns[0][1] });
};
const follow = k => {
  const { t, from, seeds, films } = futures;
  film = [...film.slice(0, from), ...films[k]];
  turns = [...turns.filter(turn => turn[0] > t), [t, seeds[k]]];
  rememberTurns();
  move(steps - t);
  play();
};

// Words.
const sentence = () => {
  const { t, x, x0 } = now();
  if (t === 0) return `Done: ${x.filter(v => v > 0).length} of ${pixels} pixels are ink. Now move the slider back.`;
  if (t === steps) return `${t} steps to go: pure noise.` + (isWhole(film) ? "" : " Press Draw.");
  const [picture, noise] = [alphaBar[t], 1 - alphaBar[t]].map(share => Math.sqrt(share).toFixed(2));
  return `${t} steps to go: the picture counts ${picture}, the noise ${noise}.` + (!isWhole(film) ? ""
    : ` What it believes in differs from the end in ${apart(x0, film.at(-1).x)} of ${pixels} pixels.`);
};
const verdict = () => `From ${futures.t} steps to go, two of the eight differ in ${futures.apart.toFixed(1)} of `
  + `${pixels} pixels. ` + (!way().fresh ? "Without new noise, the first noise decides all."
    : futures.apart <= agreement ? "They agree: the picture was decided." : "They do not agree yet.");
const challenge = () => {
  const agreed = tried.filter(one => one.apart <= agreement);
  const best = agreed.reduce((a, b) => b.t > a.t ? b : a, agreed[0]);
  return `How early can you find a moment from which the eight differ in at most ${agreement} pixels? `
    + (best ? `Your best: ${best.t} steps to go, seed ${best.seed}.` : "");
};
const tell = () => {
  ui.say(futures?.news ? verdict() : sentence());
  if (futures) futures.news = false;
  ui.paint();
};

// Controls.
const drawButton = ui.button("▶ Draw", draw), askButton = ui.button("Eight futures from here", ask);
const backButton = ui.button("The first way again", () => { begin(); rememberTurns(); play(); });
const left = taken => `${steps - taken} to go`;
const hand = ui.slider("at", "The film", { min: 0, max: steps, step: 1, value: 0, show: left }, () => {
  if (!moving) playing = false;
  work.start();
});
const seed = ui.field("seed", "Seed", "1", again, { inputMode: "numeric", size: 5 });
const another = ui.button("Another seed", () => { seed.set(String(ownSeed() + 1)); play(); });
const sampler = ui.choice("way", "Draw in", ways.map(one => one.words), ways[0].words, again);

// Pictures.
const print = (context, numbers, left, top, dot, inks) => numbers.forEach((v, i) => {
  context.fillStyle = inks[Math.round(32 * (Math.max(-1, Math.min(1, v)) + 1))];
  context.fillRect(left + i % side * dot, top + Math.floor(i / side) * dot, dot + 0.2, dot + 0.2);
});
const inks = tint => Array.from({ length: 65 }, (_, k) => tint(k / 32 - 1));
const blackAndWhite = colours => inks(v => colours.shade((v + 1) / 2)), redAndBlue = colours => inks(colours.signed);
const dot = 12;
const picture = (title, alt, numbers, inksOf) => {
  const panel = ui.panel(title, ui.canvas(side * dot, side * dot, alt, (context, colours) =>
    print(context, numbers(now()), 0, 0, dot, inksOf(colours))));
  panel.style.cssText = `flex:1 1 6em;max-width:${side * dot}px`;                    // so that a phone has all three
  return panel;
};

// Charts over the steps, from noise at the left to the picture at the right, as the slider.
const wide = 300, high = 150, floor = high - 18;
const across = t => 6 + (wide - 12) * (1 - t / steps);
const chart = (alt, most, paint) => ui.canvas(wide, high, alt, (context, colours) => {
  context.font = "12px sans-serif";
  context.fillStyle = colours.grey;
  context.fillRect(across(now().t) - 1, 0, 2, floor + 4);
  context.fillStyle = colours.ink;
  context.fillText(`${steps} steps to go`, 6, high - 3);
  context.fillText("0", wide - 13, high - 3);
  context.lineWidth = 2;
  paint(context, colours, value => 2 + (floor - 2) * (1 - value / most));
});
const spot = (context, colour, x, y) => {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, 4, 0, 7);
  context.fill();
};
const schedule = chart("The schedule: how much picture and noise count", 1, (context, colours, up) => {
  const curve = (colour, dashes, name, x, y, value) => {
    context.strokeStyle = colour;
    context.setLineDash(dashes);
    context.beginPath();
    for (let t = steps; t >= 0; t--) context.lineTo(across(t), up(value(t)));
    context.stroke();
    spot(context, colour, across(now().t), up(value(now().t)));
    context.fillText(name, x, up(y));
  };
  curve(colours.red, [5, 3], "noise √(1−ᾱ)", 10, 0.82, t => Math.sqrt(1 - alphaBar[t]));
  curve(colours.blue, [], "picture √ᾱ", 190, 0.68, t => Math.sqrt(alphaBar[t]));
});
schedule.classList.add("play-touch");
schedule.onpointerdown = schedule.onpointermove = event => {
  const share = (schedule.place(event)[0] - 6) / (wide - 12);
  if (event.buttons) hand.set(Math.round(Math.min(1, Math.max(0, share)) * steps));
};
const partings = chart("How far apart eight futures ended, by the step where they part", 50, (context, colours, up) => {
  context.fillStyle = colours.grey;
  context.fillRect(across(steps), up(agreement), across(0) - across(steps), 1);
  context.fillStyle = colours.ink;
  context.fillText(`${agreement} pixels`, across(steps), up(agreement) - 4);
  for (const { t, apart } of tried) {
    spot(context, apart <= agreement ? colours.blue : colours.red, across(t), up(Math.min(48, apart)));
  }
});

const small = 4, cell = side * small + 4;
const strip = ui.canvas(columns * cell, 2 * cell, "The film in eleven pictures", (context, colours) => {
  const tints = blackAndWhite(colours);
  for (let k = 0; k < columns; k++) {
    const there = film[Math.round(k / (columns - 1) * steps / way().stride)], left = k * cell + 2;
    context.strokeStyle = there === now() ? colours.red : colours.grey;
    context.lineWidth = there === now() ? 3 : 1;
    if (there) {
      print(context, there.x, left, 2, small, tints);
      print(context, there.x0, left, cell, small, tints);
    }
    context.strokeRect(left - 0.5, 1.5, cell - 3, 2 * cell - 4);
  }
  relabel();
});
strip.onclick = event => hand.set(Math.floor(strip.place(event)[0] / cell) / (columns - 1) * steps);

const choices = Array.from({ length: futureCount }, (_, k) => {
  const caption = ui.make("div", {}, "–"), button = ui.button("", () => follow(k));
  button.append(ui.canvas(side * small, side * small, `Future ${k + 1}`, (context, colours) => {
    button.disabled = !futures;
    caption.textContent = futures ? `seed ${futures.seeds[k]}` : "–";
    if (futures) print(context, futures.films[k].at(-1).x, 0, 0, small, blackAndWhite(colours));
  }), caption);
  button.style.padding = "0.4em";
  return button;
});

// What changes in words, whenever the pictures do.
const filmed = ui.make("div", { className: "play-heading" }), asked = ui.make("div", { className: "play-heading" });
const judged = ui.make("div", {});
judged.style.marginTop = "0.5em";
const relabel = () => {
  drawButton.textContent = playing ? "❚❚ Stop" : "▶ Draw";
  backButton.disabled = turns.length === 1;
  askButton.disabled = now().t === 0;
  filmed.textContent = `The film of seed ${turns[0][1]}`
    + turns.slice(1).map(([t, seed]) => `, from ${t} to go with seed ${seed}`).join("")
    + ". Above the noisy picture, below what the machine believes in";
  asked.textContent = futures ? `Eight futures from ${futures.t} to go. Press one to go on there` : "Eight futures";
  judged.textContent = challenge();
};

ui.row(drawButton, hand, seed, another);
ui.row(picture("The picture now", "The picture now", ({ x }) => x, blackAndWhite),
  picture("The noise it sees", "The noise that the machine sees: red adds ink",
    ({ noise }) => noise.map(v => v / 2.5), redAndBlue),
  picture("What it believes in", "The picture that the machine believes in", ({ x0 }) => x0, blackAndWhite),
  ui.panel("The schedule (drag here, too)", schedule)).style.alignItems = "flex-end";
ui.row(box.querySelector(".play-spoken"));               // its words belong to the pictures, so they stand below them
ui.row(ui.make("div", { className: "play-panel" }, filmed, strip));
ui.row(askButton, backButton, sampler);
const fan = ui.row(...choices);
fan.style.cssText = "max-width:24em;gap:0.5em";
const apartPanel = ui.panel("How far apart they ended", partings, judged);
apartPanel.style.maxWidth = `${wide + 60}px`;
ui.row(ui.make("div", { className: "play-panel" }, asked, fan), apartPanel);

begin(...ui.recall("turns", "").split("_").map(turn => turn.split(".").map(Number))
  .filter(([t, seed]) => t <= steps && t > 0 && Number.isInteger(t) && Number.isInteger(seed)));
tell();
