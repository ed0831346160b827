// GPT-2 (Radford et al., 2019, section 2.3) as lesson 14 has trained it: from a text to tokens, and to the next one.
const { width, heads, layers, context } = machine;

/** A matrix comes in four bits a number: eight multiples, -7 to 7, in five letters; and a step for each run of them. */
const unround = numbers => {
  if (numbers.bits) return ui.numbers(numbers);
  const { run, multiples } = numbers, steps = ui.numbers(numbers.steps);
  const all = new Float32Array(steps.length * run);
  for (let i = 0, at = 0; i < multiples.length; i += 5) {
    let together = 0;
    for (let n = i; n < i + 5; n++) together = together * 85 + machine.letters.indexOf(multiples[n]);
    for (let n = 7; n >= 0; n--, together = Math.floor(together / 16)) all[at + n] = together % 16 - 7;
    at += 8;
  }
  return all.map((multiple, i) => multiple * steps[Math.floor(i / run)]);
};
const weights = unpack(machine.weights, unround);

// --- from text to tokens: bytes, and pairs of neighbours that are merged, the first learnt first ---

/** GPT-2 numbers the 256 bytes so that those come first that Latin-1 can print. */
const printable = byte => byte >= 33 && byte <= 126 || byte >= 161 && byte !== 173;
const allBytes = Array.from({ length: 256 }, (_, byte) => byte);
const spelt = [...allBytes.filter(printable), ...allBytes.filter(byte => !printable(byte))].map(byte => [byte]);
const numberOfByte = [];
spelt.forEach(([byte], number) => { numberOfByte[byte] = number; });

/** For each pair of tokens that is merged: its rank, and the token that it becomes. */
const ranks = new Map();
const numberOf = new Map(spelt.map((bytes, number) => [bytes.join(), number]));
const merges = ui.numbers(machine.merges);
for (let rank = 0; 2 * rank < merges.length; rank++) {
  const [left, right] = merges.slice(2 * rank, 2 * rank + 2);
  const bytes = [...spelt[left], ...spelt[right]], key = bytes.join();
  if (!numberOf.has(key)) numberOf.set(key, spelt.push(bytes) - 1);     // another pair may have spelt the same token
  if (!ranks.has(`${left} ${right}`)) ranks.set(`${left} ${right}`, [rank, numberOf.get(key)]);
}
machine.special.forEach(token => spelt.push([...new TextEncoder().encode(token)]));

/** No token reaches across the border of two words; the pattern is OpenAI's. */
const word = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

const encodeWord = text => {
  let row = [...new TextEncoder().encode(text)].map(byte => numberOfByte[byte]);
  for (;;) {
    let best;
    for (let i = 0; i + 1 < row.length; i++) {
      const merge = ranks.get(`${row[i]} ${row[i + 1]}`);
      if (merge && (!best || merge[0] < best.rank)) best = { rank: merge[0], token: merge[1], at: i };
    }
    if (!best) return row;
    const glued = [], left = row[best.at], right = row[best.at + 1];
    for (let i = 0; i < row.length; i++) {
      const here = row[i] === left && row[i + 1] === right;
      glued.push(here ? best.token : row[i]);
      if (here) i++;
    }
    row = glued;
  }
};

const encode = text => (text.match(word) ?? []).flatMap(encodeWord);
const decode = row => new TextDecoder().decode(Uint8Array.from(row.flatMap(token => spelt[token])));

// --- from tokens to the logits of the next one ---

const vector = name => weights[`transformer.${name}`];
const project = (rows, name) => linear(rows, vector(`${name}.weight`), vector(`${name}.bias`));
const norm = (rows, name) => layerNorm(rows, vector(`${name}.weight`), vector(`${name}.bias`), machine.epsilon);
const gelu = x => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));

const attend = (rows, name) => {
  const all = project(rows, `${name}.c_attn`);                          // query, key and value of a token side by side
  const [Q, K, V] = [0, 1, 2].map(part => all.map(row => row.slice(part * width, (part + 1) * width)));
  return project(lookInHeads(heads, Q, K, V, before).joined, `${name}.c_proj`);
};

/** The logits of the token behind a row of tokens. It looks back as far as its context reaches. */
const next = row => {
  const seen = row.slice(-context);
  const embedding = token => Array.from(vector("wte.weight")[token]);
  let x = plus(seen.map(embedding), vector("wpe.weight"));
  for (let n = 0; n < layers; n++) {
    x = plus(x, attend(norm(x, `h.${n}.ln_1`), `h.${n}.attn`));
    if (n === layers - 1) x = x.slice(-1);                              // from here on only the last token counts
    const inner = project(norm(x, `h.${n}.ln_2`), `h.${n}.mlp.c_fc`).map(hidden => hidden.map(gelu));
    x = plus(x, project(inner, `h.${n}.mlp.c_proj`));
  }
  const [last] = norm(x, "ln_f");
  return vector("wte.weight").map(row => dot(row, last));               // the same table reads the answer
};

// --- from logits to one token ---

/** The tokens, the likeliest first, and how many are kept: the temperature first, then the k likeliest, then p. */
const choose = (logits, { temperature, topK, topP }) => {
  const order = logits.map((_, token) => token).sort((a, b) => logits[b] - logits[a] || a - b);
  if (temperature === 0) {
    const sure = logits.map((_, token) => token === order[0] ? 1 : 0);
    return { order, kept: 1, before: sure, chances: sure };
  }
  const tempered = softmax(logits.map(logit => logit / temperature));
  let kept = Math.min(topK ?? order.length, order.length);
  if (topP < 1) {
    const all = order.slice(0, kept).reduce((sum, token) => sum + tempered[token], 0);
    let sum = 0, needed = 0;
    while (needed < kept && sum < topP * all) sum += tempered[order[needed++]];
    kept = needed;
  }
  const chances = logits.map(() => 0), stay = order.slice(0, kept);
  const together = stay.reduce((sum, token) => sum + tempered[token], 0);
  for (const token of stay) chances[token] = tempered[token] / together;
  return { order, kept, before: tempered, chances };
};

/** Draws a token, as a ball falls on a line of shares. */
const draw = (chances, random) => {
  let rest = random();
  const token = chances.findIndex(chance => (rest -= chance) < 0);
  return token >= 0 ? token : chances.findLastIndex(chance => chance > 0);  // the sum may be a little below 1
};

box.compute = ({ text, temperature, topK, topP }) => {
  const row = encode(text), logits = next(row);
  return { row, text: decode(row), logits, chances: choose(logits, { temperature, topK, topP }).chances };
};
