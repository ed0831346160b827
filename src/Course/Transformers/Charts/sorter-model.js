// The Transformer of Vaswani et al., 2017, figure 1, as lesson 12 has trained it. Tokens are numbers.
const START = 1, END = 2;
const { width, heads, layers, tokens } = machine;
const weights = unpack(machine.weights);

/** Section 3.5: the code of a position is sines and cosines, the hands of clocks of ever longer periods. */
const position = t => Array.from({ length: width }, (_, i) => {
  const angle = t / 10000 ** ((i - i % 2) / width);
  return i % 2 ? Math.cos(angle) : Math.sin(angle);
});

/** Section 3.4: a row of the table of embeddings for each token, times the root of d; and its position. */
const embed = row => row.map((token, t) => {
  const place = position(t);
  return Array.from(weights["embedding.weight"][token], (number, i) => number * Math.sqrt(width) + place[i]);
});

/** Section 3.1: each part stands inside a residual connection, and a norm behind it. */
const sublayer = (x, norm, part) => layerNorm(plus(x, part), weights[`${norm}.weight`], weights[`${norm}.bias`], 1e-5);

const project = (rows, name) => linear(rows, weights[`${name}.weight`], weights[`${name}.bias`]);

/** Section 3.2.2. Notes in `seen` what each head did. */
const attend = (name, queries, memory, sees, seen) => {
  const [Q, K, V] = [project(queries, `${name}.WQ`), project(memory, `${name}.WK`), project(memory, `${name}.WV`)];
  const { looks, joined } = lookInHeads(heads, Q, K, V, sees);
  seen.push(looks);
  return project(joined, `${name}.WO`);
};

/** Equation 2: max(0, x W1 + b1) W2 + b2. */
const feedForward = (x, block) =>
  project(project(x, `${block}.inner`).map(row => row.map(number => Math.max(0, number))), `${block}.outer`);

const encode = (source, seen) => {
  let x = embed(source);
  for (let n = 0; n < layers; n++) {
    const block = `encoder.${n}`;
    x = sublayer(x, `${block}.selfNorm`, attend(`${block}.self`, x, x, () => true, seen.encoder));
    x = sublayer(x, `${block}.forwardNorm`, feedForward(x, block));
  }
  return x;
};

/** What may follow each token of `target`, if the encoder's answers are `memory`: the logits. */
const decode = (target, memory, seen) => {
  let x = embed(target);
  for (let n = 0; n < layers; n++) {
    const block = `decoder.${n}`;
    x = sublayer(x, `${block}.selfNorm`, attend(`${block}.self`, x, x, before, seen.decoder));
    x = sublayer(x, `${block}.crossNorm`, attend(`${block}.cross`, x, memory, () => true, seen.cross));
    x = sublayer(x, `${block}.forwardNorm`, feedForward(x, block));
  }
  return x.map(row => weights["embedding.weight"].map(embedding => dot(embedding, row)));
};

const nothingSeen = () => ({ encoder: [], decoder: [], cross: [] });
const likeliest = logits => logits.indexOf(Math.max(...logits));

/** Greedy writing: ask, take the likeliest token, ask again, until it says that this is the end. */
const write = source => {
  const memory = encode(source, nothingSeen()), target = [START];
  // Two more than were read are enough to see that it does not find the end.
  while (target.length <= source.length + 2) {
    const token = likeliest(decode(target, memory, nothingSeen()).at(-1));
    if (token === END) break;
    target.push(token);
  }
  return target.slice(1);
};

/** The whole forward pass once more, with everything that can be looked at. */
const watch = (source, written) => {
  const seen = nothingSeen(), memory = encode(source, seen);
  return { ...seen, logits: decode([START, ...written], memory, seen) };
};

const read = text => [...text].map(symbol => tokens.indexOf(symbol));

box.compute = ({ text, target }) => {
  const source = read(text), written = write(source), all = watch(source, target ?? written);
  const shares = blocks => blocks.map(looks => looks.map(one => one.shares));
  return {
    written, logits: all.logits, encoder: shares(all.encoder), decoder: shares(all.decoder), cross: shares(all.cross),
  };
};
