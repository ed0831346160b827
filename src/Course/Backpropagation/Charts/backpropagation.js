// Learning, beside the plane: one step or many, and the loss as it falls.

let last = null, taken = 0, every = 1;                   // the last change; steps taken; one loss is kept of so many
let losses = [];
const isLearnt = () => points.every(([x, y, d]) => Math.abs(says([x, y]).y - d) < 0.2);      // as the lesson counts

const rate = ui.slider("rate", "learning rate ε", {
  min: -2, max: 0.5, step: 0.1, value: -0.7, show: power => (10 ** power).toPrecision(2),
}, () => {});
const momentum = ui.slider("momentum", "momentum α", {
  min: 0, max: 0.95, step: 0.05, value: 0.9, show: value => value.toFixed(2),
}, () => {});

const forget = () => {
  [last, taken, every, losses] = [null, 0, 1, []];
};
// At most so many steps; it ends when the points are learnt, unless they were at the beginning.
const learn = count => {
  const wasLearnt = isLearnt();
  for (let i = 0; i < count; i++) {
    const step = learnStep(net, points, 10 ** rate.value, momentum.value, last);
    last = step.last;
    if (taken++ % every === 0) losses.push(step.loss);
    if (losses.length > 300) {
      losses = losses.filter((_, i) => i % 2 === 0);
      every *= 2;
    }
    if (!wasLearnt && isLearnt()) {
      motion.stop();
      break;
    }
  }
  shifts.length = 0;
  changed("step");
  if (!wasLearnt && isLearnt()) ui.say(`Learnt after ${steps(taken)}: every error is below 0.2. ${verdict()}`);
};

const steps = count => count === 1 ? "1 step" : `${count.toLocaleString("en")} steps`;
const motion = ui.motion(() => learn(4), on => {
  learnButton.textContent = on ? "pause" : "learn";
  learnButton.setAttribute("aria-pressed", on);
});
// Who asked for less motion gets the end at once.
const learnButton = ui.button("learn", () => ui.still ? learn(2000) : motion.toggle());
learnButton.setAttribute("aria-pressed", false);
const randomButton = ui.button("random weights", () => {
  forget();
  load({ hidden: net.hidden.map(anyUnit), output: net.output.map(anyWeight) });
  changed("net");
});
const stepButtons = [1, 100].map(count => ui.button(steps(count), () => learn(count)));
actions.prepend(learnButton, ...stepButtons, randomButton);
shuffle.remove();
actions.after(ui.row(rate, momentum));

const lossNow = ui.make("div", {});
const lossCurve = ui.canvas(300, 110, "The loss, step by step", (context, colours) => {
  const { loss } = lossAndGradient(net, points), all = [...losses, loss], top = Math.max(...all, 1e-9) * 1.05;
  strokes(context, colours.grey, 1, [[8, 102], [292, 102]], [[8, 8], [8, 102]]);
  const spots = all.map((value, i) => [8 + 284 * i / Math.max(1, all.length - 1), 102 - 94 * value / top]);
  strokes(context, colours.red, 2, ...spots.slice(1).map((spot, i) => [spots[i], spot]));
  if (spots.length === 1) dot(context, spots[0], 2, colours.red, colours.red);
});
besides.insertBefore(ui.panel("The loss", lossCurve, lossNow), besides.lastChild);

const showLoss = () => {
  const { loss } = lossAndGradient(net, points);
  lossNow.textContent = `E = ${loss.toFixed(4)} after ${steps(taken)}`;
};
listeners.push(what => {
  if (what === "preset") forget();
  if (what !== "step") last = null;                      // a net or points moved by hand begin at rest
  showLoss();
});
showLoss();
