// The machine of lesson 05. Pixels and hidden units take turns; each is on with the probability σ(gap / T).
const { visible, hidden } = machine;
const w = ui.numbers(machine.weights);                  // hidden × visible, row by row
const b = ui.numbers(machine.visibleBiases), c = ui.numbers(machine.hiddenBiases);
const sigma = x => 1 / (1 + Math.exp(-x));

/** What each hidden unit saves by being on: c_j + Σ w_ji·v_i. */
const hiddenGaps = v => Array.from(c, (bias, j) => {
  let gap = bias;
  for (let i = 0; i < visible; i++) gap += w[j * visible + i] * v[i];
  return gap;
});

/** What each pixel saves by being on: b_i + Σ w_ji·h_j. */
const visibleGaps = h => {
  const gaps = Array.from(b);
  for (let j = 0; j < hidden; j++) {
    if (h[j]) for (let i = 0; i < visible; i++) gaps[i] += w[j * visible + i] * h[j];
  }
  return gaps;
};

const probabilities = (gaps, temperature) => gaps.map(gap => sigma(gap / temperature));
const sample = (p, random) => p.map(p => random() < p ? 1 : 0);

/** The energy of a picture with all hidden states summed out, in nats; the chain visits low ones most. */
const freeEnergy = v => v.reduce((sum, on, i) => sum - b[i] * on, 0)
  - hiddenGaps(v).reduce((sum, gap) => sum + Math.max(gap, 0) + Math.log(1 + Math.exp(-Math.abs(gap))), 0);

/** One step of the Gibbs chain: up, then down. `clamped[i]` is 0 or 1 where the world holds a pixel, else -1. */
const gibbs = (v, clamped, temperature, random) => {
  const h = sample(probabilities(hiddenGaps(v), temperature), random);
  const p = probabilities(visibleGaps(h), temperature).map((p, i) => clamped[i] < 0 ? p : clamped[i]);
  return { h, p, v: sample(p, random) };
};

box.compute = ({ v, h, temperature }) => ({
  hidden: probabilities(hiddenGaps(v), temperature),
  visible: probabilities(visibleGaps(h), temperature),
  energy: freeEnergy(v),
});
