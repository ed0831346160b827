// What every Transformer is made of, on rows of numbers: one row for each token. Names as in Vaswani et al., 2017.

/** The arrays of a machine by name: a vector as one array, a matrix as an array of its rows. */
const unpack = (packed, read = ui.numbers) => Object.fromEntries(Object.keys(packed).map(name => {
  const { shape, numbers } = packed[name], all = read(numbers);
  const row = n => all.subarray(n * shape[1], (n + 1) * shape[1]);
  return [name, shape.length === 1 ? all : Array.from({ length: shape[0] }, (_, n) => row(n))];
}));

const dot = (a, b) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/** Each output is a weighted sum of the inputs, and a bias. W has a row for each output. */
const linear = (rows, W, b) => rows.map(x => W.map((w, i) => dot(w, x) + b[i]));

const plus = (rows, others) => rows.map((row, t) => row.map((number, i) => number + others[t][i]));

/** Shares that add up to 1. The largest is subtracted first, so that nothing overflows; -Infinity gets nothing. */
const softmax = matches => {
  const largest = Math.max(...matches), powers = matches.map(match => Math.exp(match - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map(power => power / sum);
};

/** Brings the numbers of each token to mean 0 and variance 1; then each gets a learned factor and a learned summand. */
const layerNorm = (rows, gain, bias, epsilon) => rows.map(x => {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  const variance = x.reduce((sum, number) => sum + (number - mean) ** 2, 0) / x.length;
  const root = Math.sqrt(variance + epsilon);
  return x.map((number, i) => (number - mean) / root * gain[i] + bias[i]);
});

/** One head: softmax(q k / root d), and with these shares the mixture of the values. `sees(t, s)`: may t look at s? */
const look = (Q, K, V, sees) => {
  const root = Math.sqrt(Q[0].length);
  const matches = Q.map((q, t) => K.map((k, s) => sees(t, s) ? dot(q, k) / root : -Infinity));
  const shares = matches.map(softmax);
  const answers = shares.map(row => V[0].map((_, i) => row.reduce((sum, share, s) => sum + share * V[s][i], 0)));
  return { Q, K, V, matches, shares, answers };
};

/** Each head works on its own part of the projected numbers; their answers are laid end to end. */
const lookInHeads = (heads, Q, K, V, sees) => {
  const d = Q[0].length / heads, part = (rows, h) => rows.map(row => row.slice(h * d, (h + 1) * d));
  const looks = Array.from({ length: heads }, (_, h) => look(part(Q, h), part(K, h), part(V, h), sees));
  return { looks, joined: Q.map((_, t) => looks.flatMap(one => one.answers[t])) };
};

/** The causal mask: nobody sees what comes later. */
const before = (t, s) => s <= t;
