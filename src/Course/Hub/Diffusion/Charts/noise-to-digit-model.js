// The machine of lesson 17: DiffusionUNet guesses the noise in a picture, DiffusionSampler takes it away step by step.
// Feature maps lie in one array, map after map, each of them row by row.
const { side, betas, groups, timeNumbers, timeScale } = machine, steps = betas.length, pixels = side * side;
const weights = {};
{
  const all = ui.numbers(machine.weights);
  let at = 0;
  for (const [name, size] of machine.parts) weights[name] = all.subarray(at, at += size);
}

// ᾱ_t, the share of the picture's variance that is left after t steps.
const alphaBar = [1];
for (const beta of betas) alphaBar.push(alphaBar.at(-1) * (1 - beta));

const silu = x => x.map(v => v / (1 + Math.exp(-v)));
const sum = (x, y) => x.map((v, i) => v + y[i]);

const linear = (x, name) => {
  const w = weights[name + ".weight"];
  return Float64Array.from(weights[name + ".bias"], (bias, out) => {
    for (let i = 0; i < x.length; i++) bias += w[out * x.length + i] * x[i];
    return bias;
  });
};

/** Brings each group of maps to mean 0 and spread 1; then each map has a scale and a shift of its own. */
const norm = (x, name) => {
  const scale = weights[name + ".weight"], shift = weights[name + ".bias"], y = new Float64Array(x.length);
  const size = x.length / groups, map = x.length / scale.length;
  for (let from = 0; from < x.length; from += size) {
    let mean = 0, variance = 0;
    for (let i = from; i < from + size; i++) mean += x[i] / size;
    for (let i = from; i < from + size; i++) variance += (x[i] - mean) ** 2 / size;
    const by = 1 / Math.sqrt(variance + 1e-5);
    for (let i = from; i < from + size; i++) {
      const m = Math.floor(i / map);
      y[i] = (x[i] - mean) * by * scale[m] + shift[m];
    }
  }
  return y;
};

/** A convolution of 3×3. Paper of width 1 is laid around each map, so that no place is special; that is also fast. */
const conv3 = (x, n, name) => {
  const w = weights[name + ".weight"], bias = weights[name + ".bias"], wide = n + 2;
  const maps = x.length / (n * n), y = new Float64Array(bias.length * n * n);
  const padded = new Float64Array(maps * wide * wide);
  for (let row = 0; row < maps * n; row++) {
    const to = row * wide + (2 * Math.floor(row / n) + 1) * wide + 1;
    padded.set(x.subarray(row * n, (row + 1) * n), to);
  }
  for (let out = 0; out < bias.length; out++) {
    y.fill(bias[out], out * n * n, (out + 1) * n * n);
    for (let map = 0; map < maps; map++) {
      const [a, b, c, d, e, f, g, h, i] = w.subarray((out * maps + map) * 9, (out * maps + map) * 9 + 9);
      for (let row = 0; row < n; row++) {
        let above = (map * wide + row) * wide, here = above + wide, below = here + wide, to = (out * n + row) * n;
        for (let column = 0; column < n; column++, above++, here++, below++, to++) {
          y[to] += a * padded[above] + b * padded[above + 1] + c * padded[above + 2]
            + d * padded[here] + e * padded[here + 1] + f * padded[here + 2]
            + g * padded[below] + h * padded[below + 1] + i * padded[below + 2];
        }
      }
    }
  }
  return y;
};

/** A convolution of 1×1: each place for itself. */
const conv1 = (x, area, name) => {
  const w = weights[name + ".weight"], bias = weights[name + ".bias"], maps = x.length / area;
  const y = new Float64Array(bias.length * area);
  for (let out = 0; out < bias.length; out++) {
    y.fill(bias[out], out * area, (out + 1) * area);
    for (let map = 0; map < maps; map++) {
      const by = w[out * maps + map];
      for (let i = 0; i < area; i++) y[out * area + i] += by * x[map * area + i];
    }
  }
  return y;
};

/** Half the size: the mean of each 2×2. */
const halve = (x, n) => Float64Array.from({ length: x.length / 4 }, (_, i) => {
  const half = n / 2, at = Math.floor(i / half) * 2 * n + i % half * 2;
  return (x[at] + x[at + 1] + x[at + n] + x[at + n + 1]) / 4;
});

/** Twice the size: each number four times. */
const double = (x, n) => Float64Array.from({ length: x.length * 4 }, (_, i) =>
  x[Math.floor(i / (4 * n)) * n + Math.floor(i % (2 * n) / 2)]);

/** Two convolutions with a short cut; the step is added between them, one number to each map. */
const block = (x, n, time, name) => {
  let h = conv3(silu(norm(x, name + ".norm1")), n, name + ".conv1");
  const step = linear(time, name + ".time");
  h = h.map((v, i) => v + step[Math.floor(i / (n * n))]);
  h = conv3(silu(norm(h, name + ".norm2")), n, name + ".conv2");
  return sum(h, weights[name + ".shortcut.weight"] ? conv1(x, n * n, name + ".shortcut") : x);
};

/** The step as sines and cosines. Angles go up to 1,000: they are rounded to 32 bits where the library's are. */
const timeCode = t => {
  const half = timeNumbers / 2, fall = Math.fround(-Math.log(10000) / half);
  const angle = i => Math.fround(Math.fround(t * timeScale / steps) * Math.fround(Math.exp(Math.fround(fall * i))));
  return Float64Array.from({ length: timeNumbers }, (_, i) =>
    i < half ? Math.sin(angle(i)) : Math.cos(angle(i - half)));
};

/** The noise that the machine sees in the picture x, after t steps. */
const guessNoise = (x, t) => {
  const half = side / 2, time = linear(silu(linear(timeCode(t), "time1")), "time2");
  const fine = block(conv3(x, side, "first"), side, time, "down");
  const coarse = block(block(halve(fine, side), half, time, "low"), half, time, "middle");
  const wide = double(coarse, half), bridge = new Float64Array(wide.length + fine.length);
  bridge.set(wide);
  bridge.set(fine, wide.length);
  return conv3(silu(norm(block(bridge, side, time, "up"), "norm")), side, "last");
};

/** The picture that such noise would have been added to, kept between −1 and 1. */
const believed = (x, noise, t) => x.map((v, i) =>
  Math.max(-1, Math.min(1, (v - Math.sqrt(1 - alphaBar[t]) * noise[i]) / Math.sqrt(alphaBar[t]))));

/** Ho et al., 2020: one step back. Bayes' rule gives the mean, equation 7; `fresh` is new noise, none at the end. */
const stepHo = (x, x0, t, fresh) => {
  const before = alphaBar[t - 1], now = alphaBar[t], beta = betas[t - 1];
  const toPicture = Math.sqrt(before) * beta / (1 - now), stay = Math.sqrt(1 - beta) * (1 - before) / (1 - now);
  return x.map((v, i) => toPicture * x0[i] + stay * v + (t === 1 ? 0 : Math.sqrt(beta) * fresh[i]));
};

/** Song et al., 2020: without new noise, and so it may leave out steps on its way to `next`. */
const stepSong = (x, x0, t, next) => {
  const now = alphaBar[t], then = alphaBar[next];
  const noise = x.map((v, i) => (v - Math.sqrt(now) * x0[i]) / Math.sqrt(1 - now));
  return noise.map((v, i) => Math.sqrt(then) * x0[i] + Math.sqrt(1 - then) * v);
};

/** Standard normal noise for the picture at step t. A seed has its own for each step. */
const noiseOf = (seed, t) => {
  const random = ui.random(Math.imul(seed, 0x9E3779B1) + t);
  return Float64Array.from({ length: pixels }, () => random.normal());
};

box.compute = ({ x, t, fresh, next }) => {
  const picture = Float64Array.from(x), guess = guessNoise(picture, t), x0 = believed(picture, guess, t);
  const rows = { guess, x0, ho: stepHo(picture, x0, t, fresh), song: stepSong(picture, x0, t, next) };
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, Array.from(row)]));
};
