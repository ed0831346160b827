// Beside the plane: the net as a drawing, the numbers of the chosen unit, and the controls.

// ---- The net: each line a weight. A circle is as full as its unit is on.
const spotOf = j => j === net.hidden.length
  ? [266, 105] : [150, 105 + (j - (net.hidden.length - 1) / 2) * Math.min(56, 192 / net.hidden.length)];
const inputSpots = [[32, 60], [32, 150]];
const meaning = "The net. Each line is a weight: red above 0, blue below, the wider the larger";
const picture = ui.canvas(300, 210, meaning, (context, colours) => {
  const { h, y } = says(probe), count = net.hidden.length, radius = count > 4 ? 11 : 17;
  const weights = [...net.hidden.flatMap(([w1, w2]) => [w1, w2]), ...net.output.slice(0, -1)];
  const largest = Math.max(hard ? 1 : 4, ...weights.map(Math.abs));
  const wire = (from, to, weight, isChosen) => {
    context.globalAlpha = isChosen ? 1 : 0.55;
    strokes(context, weight > 0 ? colours.red : colours.blue, 0.5 + 8 * Math.abs(weight) / largest, [from, to]);
    context.globalAlpha = 1;
  };
  net.hidden.forEach((unit, j) => {
    inputSpots.forEach((spot, i) => wire(spot, spotOf(j), unit[i], j === chosen));
    wire(spotOf(j), spotOf(count), net.output[j], j === chosen || chosen === count);
  });
  inputSpots.forEach(([x, y], i) => {
    context.fillStyle = colours.paper;
    context.fillRect(x - 16, y - 14, 32, 28);
    context.strokeStyle = colours.ink;
    context.lineWidth = 1.5;
    context.strokeRect(x - 16, y - 14, 32, 28);
    letters(context, colours.ink, i ? "x₂" : "x₁", [x, y]);
  });
  [...h, y].forEach((value, j) => {
    dot(context, spotOf(j), radius, colours.shade(0.85 * value), colours.ink, j === chosen ? 4 : 1.5);
    letters(context, value > 0.5 ? colours.paper : colours.ink, nameOf(j), spotOf(j));
  });
});
picture.onclick = event => {
  const [px, py] = picture.place(event), units = [...net.hidden.keys(), net.hidden.length];
  const hit = units.find(j => Math.hypot(spotOf(j)[0] - px, spotOf(j)[1] - py) < 20);
  if (hit !== undefined) choose(hit);
};

// ---- The chosen unit: its formula, and its numbers as sliders.
const slider = (label, { min, max, step, get, set, show = value => value.toFixed(2) }, what = "net") => {
  const input = ui.make("input", { type: "range", min, max, step }), shown = ui.make("output", {});
  input.oninput = () => {
    set(input.valueAsNumber);
    changed(what);
  };
  const element = ui.make("label", { className: "play-label" }, ui.make("span", {}, label), input, shown);
  element.refresh = () => {
    if (document.activeElement !== input || Math.abs(input.valueAsNumber - get()) > step) input.value = get();
    shown.textContent = show(get()).replace("-", "−");
  };
  return element;
};
const hiddenSliders = j => {
  const line = () => lineOf(j) || { away: 0, length: 0, grip: [middle(), middle()] };
  const scale = factor => net.hidden[j].forEach((w, i) => net.hidden[j][i] = factor * w);
  return [
    slider("turn", {
      min: -180, max: 180, step: 1, get: () => 180 * angleOf(j) / Math.PI, show: value => `${Math.round(value)}°`,
      set: value => turnTo(j, Math.PI * value / 180, line().grip),
    }),
    slider("move", {
      min: -0.7 * size(), max: 0.7 * size(), step: 0.01 * size(), get: () => -line().away,
      set: value => net.hidden[j][2] = -(net.hidden[j][0] + net.hidden[j][1]) * middle() - value * line().length,
    }),
    ...hard ? [] : [slider("steepness", {
      min: 0.1, max: 20, step: 0.1, get: () => line().length, set: value => scale(value / (line().length || 1)),
    })],
    ui.button("other side", () => {
      scale(-1);
      changed("net");
    }),
  ];
};
const outputSliders = () => {
  const range = hard ? 4 : 20, step = hard ? 0.5 : 0.1, bias = hard ? most + 0.5 : range;
  const weight = (label, i, largest) => slider(label, {
    min: -largest, max: largest, step, get: () => net.output[i], set: value => net.output[i] = value,
  });
  const wired = (label, all) => ui.button(label, () => {
    setOutput(all);
    changed("net");
  });
  return [
    ...net.hidden.map((_, j) => weight(`weight of ${nameOf(j)}`, j, range)),
    weight("bias", net.hidden.length, bias),
    ...hard ? [wired("on if all are on", true), wired("on if at least one is on", false)] : [],
  ];
};
const formulaOf = j => {
  const isHidden = j < net.hidden.length, weights = isHidden ? net.hidden[j] : net.output;
  const inputs = [...isHidden ? ["x₁", "x₂"] : net.hidden.map((_, i) => nameOf(i)), ""];
  const terms = weights.map((w, i) =>
    `${w < 0 ? "−" : i ? "+" : ""}${i ? " " : ""}${Math.abs(w).toFixed(2)} ${inputs[i]}`).join(" ");
  return `${nameOf(j)} = ` + (hard ? `[ ${terms}> 0 ]` : `σ( ${terms})`);
};

const stacked = "display:grid;justify-items:start;gap:0.3em";
const unitButtons = ui.make("div", { className: "play-row" }), unitSliders = ui.make("div", { style: stacked });
const formula = ui.make("div", { className: "play-formula" }), probed = ui.make("div", {});
let shownFor = "";
const showUnit = () => {
  const count = net.hidden.length, { h, y } = says(probe), key = `${chosen} of ${count} in ${preset}`;
  if (shownFor !== key) {
    const hadFocus = unitButtons.contains(document.activeElement);
    shownFor = key;
    unitButtons.replaceChildren(...[...net.hidden.keys(), count].map(j => {
      const button = ui.button(nameOf(j), () => choose(j));
      button.setAttribute("aria-label", `${nameOf(j)}, ${j < count ? `hidden unit ${j + 1}` : "output unit"}`); // begins with what is seen
      button.setAttribute("aria-pressed", j === chosen);
      return button;
    }));
    unitSliders.replaceChildren(...chosen < count ? hiddenSliders(chosen) : outputSliders());
    if (hadFocus) unitButtons.children[chosen].focus();
  }
  formula.textContent = formulaOf(chosen);
  const told = [...h, y].map((value, j) => `${nameOf(j)}\u00a0${value.toFixed(hard ? 0 : 2)}`);
  probed.textContent = `At ${asPlace(probe)}: ${told.join(", ")}`;
  for (const element of [unitCount, ...unitSliders.children]) element.refresh?.();
  record.textContent = best.size === 0 ? ""
    : "Your best: " + [...best].map(([word, units]) => `${word} with ${asUnits(units)}`).join(", ") + ".";
};
const choose = j => {
  chosen = j;
  showUnit();
  ui.paint();
};

// ---- The controls, from top to bottom.
const examples = ui.choice("points", "points", Object.keys(presets), preset, begin);
examples.querySelector("select").value = preset;          // a link may name points that there are not
const unitCount = slider("hidden units", {
  min: 1, max: most, step: 1, get: () => net.hidden.length, set: setUnits, show: String,
});
ui.row(examples, unitCount);
const shuffle = ui.button("lines at random", () => {
  load({ hidden: net.hidden.map(anyLine), output: [...net.output] });
  changed("net");
});
const actions = ui.row(shuffle, ui.button("the lesson's net", () => {
  load(given());
  examples.set("XOR");
}));

const deeds = [["move", "move"], [`● add “${answers[1]}”`, "1"], [`□ add “${answers[0]}”`, "0"], ["remove", "remove"]];
const tools = deeds.map(([label, does]) => {
  const button = ui.button(label, () => {
    tool = does;
    for (const other of tools) other.setAttribute("aria-pressed", other === button);
  });
  button.setAttribute("aria-pressed", does === tool);
  return button;
});
const toolRow = ui.make("div", { className: "play-row", role: "group", ariaLabel: "What a click does" }, ...tools);
const besides = ui.make("div", { className: "play-panel" },
  ui.panel("The net", picture, probed), ui.panel("A unit", unitButtons, formula, unitSliders));
// What is said stands by the plane, where one looks.
const record = ui.make("div", { className: "play-best" }), spoken = box.querySelector(".play-spoken");
const seen = ui.panel(`Red: the output unit says ${answers[1]}. Blue: ${answers[0]}`, plane, spoken, record, toolRow);
spoken.style.minHeight = "3em";
seen.style.width = `${side}px`;
for (const row of [toolRow, unitButtons]) row.style.gap = "0.5em";
besides.style.width = "320px";
ui.row(seen, besides);
listeners.push(showUnit);
showUnit();
ui.say(verdict());
