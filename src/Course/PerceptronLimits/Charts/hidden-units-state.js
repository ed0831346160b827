// What the reader can change: the net, the points, which unit is chosen. All of it stands in the page's address.

const hard = machine.curve === "step", curve = curves[machine.curve], most = 8;
const answers = hard ? ["off", "on"] : ["0", "1"];

// The points to start from, [x1, x2, class], and the part of the plane that is seen, the same for both inputs.
const around = (count, radius, half, kind) => Array.from({ length: count }, (_, i) => {
  const angle = 2 * Math.PI * (i + half) / count;
  return [radius * Math.cos(angle), radius * Math.sin(angle), kind];
});
const bent = angle => [
  [-0.8 + 1.8 * Math.cos(angle), -0.5 + 1.8 * Math.sin(angle), 1],
  [0.8 - 1.8 * Math.cos(angle), 0.5 - 1.8 * Math.sin(angle), 0],
];
const onArm = (arm, part) => {
  const angle = 2 * Math.PI * part + Math.PI * arm, radius = 0.75 + 2.25 * part;
  return [radius * Math.cos(angle), radius * Math.sin(angle), arm];
};
const parts = count => Array.from({ length: count }, (_, i) => i / (count - 1));
const presets = {
  "XOR": { view: [-0.5, 1.5], points: () => [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]] },
  "a ring": { view: [-3.5, 3.5], points: () => [...around(8, 0.7, 0, 1), ...around(16, 2.4, 0.5, 0)] },
  "two moons": { view: [-3.5, 3.5], points: () => parts(16).flatMap(part => bent(Math.PI * part)) },
  "two spirals": { view: [-3.5, 3.5], points: () => parts(20).flatMap(part => [onArm(0, part), onArm(1, part)]) },
};

const recall = key => ui.recall(key, "");
const finite = text => text.split(",").map(Number).filter(Number.isFinite);
const given = () => ({ hidden: machine.hidden.map(unit => [...unit]), output: [...machine.output] });
const unpack = numbers => {                              // three numbers for each hidden unit; then the output unit's
  const count = (numbers.length - 1) / 4;
  return Number.isInteger(count) && count >= 1 && count <= most && {
    hidden: Array.from({ length: count }, (_, j) => numbers.slice(3 * j, 3 * j + 3)),
    output: numbers.slice(3 * count),
  };
};

const net = unpack(finite(recall("w"))) || given();
let preset = presets[recall("points")] ? recall("points") : "XOR";
let points = recall("own").split(";").map(finite).filter(([, , kind]) => kind === 0 || kind === 1).slice(0, 100);
let edited = points.length > 0;                          // they are no longer the preset's
if (!edited) points = presets[preset].points();
const best = new Map(recall("best").split(",").map(pair => pair.split(":"))
  .map(([word, units]) => [word, Number(units)])
  .filter(([word, units]) => presets[word] && units >= 1 && units <= most));
const keep = () => {
  const short = (value, digits) => +value.toFixed(digits);
  ui.remember("w", [...net.hidden.flat(), ...net.output].map(w => short(w, 3)).join(","));
  ui.remember("points", preset);
  ui.remember("own", edited ? points.map(([x, y, kind]) => [short(x, 2), short(y, 2), kind].join(",")).join(";") : "");
  ui.remember("best", [...best].map(pair => pair.join(":")).join(","));
};

let chosen = 0;                                          // a hidden unit, or, behind them, the output unit
let probe = [1, 0];                                      // the point for which the units' answers are shown
const shifts = [];                                       // how far along its line a unit's grip stands
const random = ui.random(1969);

const low = () => presets[preset].view[0], size = () => presets[preset].view[1] - low();
const middle = () => low() + size() / 2;
const says = x => forward(net, curve, x);
const isRight = ([x, y, kind]) => says([x, y]).y > 0.5 === (kind === 1);
const nameOf = j => j < net.hidden.length ? `h${"₁₂₃₄₅₆₇₈"[j]}` : "y";
const asUnits = count => `${count} hidden unit${count > 1 ? "s" : ""}`;
const asPlace = ([x, y]) => `(${+x.toFixed(2)}, ${+y.toFixed(2)})`.replaceAll("-", "−");

const verdict = () => {
  if (points.length === 0) return "There is no point: add some.";
  const wrong = points.filter(point => !isRight(point));
  if (wrong.length === 0) {
    const what = edited || preset !== "XOR" ? "Solved" : "XOR is solved";
    const all = ["", "the one point is", "both points are", "all three points are", "all four points are"][points.length];
    return `${what} with ${asUnits(net.hidden.length)}: ${all ?? `all ${points.length} points are`} right.`;
  }
  const which = wrong.map(point => `${asPlace(point)} should be ${answers[point[2]]}`).join(", ");
  const all = `${points.length - wrong.length} of ${points.length} points are right.`;
  return wrong.length > 3 ? all : `${all} ${which}.`;
};

// Whoever changes something says what: "net", "points", "preset" or, by learning, "step". `listeners` hear of it.
const listeners = [];
const changed = what => {
  if (!edited && points.every(isRight)) best.set(preset, Math.min(best.get(preset) ?? most, net.hidden.length));
  keep();
  ui.say(verdict());
  for (const listener of listeners) listener(what);
  ui.paint();
};

// The output unit over hidden units of weight 1: "all are on", or "at least one is on", as in lesson 01.
const setOutput = all => {
  net.output.fill(1);
  net.output[net.hidden.length] = all ? 0.5 - net.hidden.length : -0.5;
};
const anyWeight = () => 2 * random() - 1;
const anyLine = () => {                                  // through some point not far from the middle
  const angle = 2 * Math.PI * random(), [w1, w2] = [Math.cos(angle), Math.sin(angle)];
  return [w1, w2, -w1 * (middle() + 0.3 * size() * anyWeight()) - w2 * (middle() + 0.3 * size() * anyWeight())];
};
const anyUnit = () => hard ? anyLine() : [anyWeight(), anyWeight(), anyWeight()];
const setUnits = count => {
  const wereAll = net.output.at(-1) === 0.5 - net.hidden.length;
  while (net.hidden.length > count) {
    net.hidden.pop();
    net.output.splice(net.hidden.length, 1);
  }
  while (net.hidden.length < count) {
    net.output.splice(net.hidden.length, 0, hard ? 1 : anyWeight());
    net.hidden.push(anyUnit());
  }
  if (hard && wereAll) setOutput(true);
  chosen = Math.min(chosen, count);
};
const load = ({ hidden, output }) => {
  net.hidden.splice(0, most, ...hidden);
  net.output.splice(0, most + 1, ...output);
  shifts.length = 0;
  chosen = Math.min(chosen, hidden.length);
};
const begin = word => {
  preset = word;
  points = presets[word].points();
  edited = false;
  shifts.length = 0;
  probe = points.find(([, , kind]) => kind === 1).slice(0, 2);
  changed("preset");
};
const movePoint = (point, [x, y]) => {
  [point[0], point[1]] = [x, y];
  edited = true;
  changed("points");
};
const addPoint = ([x, y], kind) => {
  if (points.length >= 100) return null;
  points.push([x, y, kind]);
  edited = true;
  changed("points");
  return points.at(-1);
};
const setKind = (point, kind) => {
  point[2] = kind;
  edited = true;
  changed("points");
};
const removePoint = point => {
  points = points.filter(other => other !== point);
  edited = true;
  changed("points");
};
