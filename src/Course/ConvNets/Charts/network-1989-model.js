// The network of 1989, as LeCun and his colleagues printed it: 16 x 16 pixels, H1 with 12 maps of 8 x 8 units,
// H2 with 12 maps of 4 x 4, H3 with 30 units, and ten outputs. A picture runs from 0, paper, to 1, ink; the network
// sees it from -1 to 1.

const net = Object.fromEntries(Object.entries(machine.net).map(([name, packed]) => [name, ui.numbers(packed)]));
const scheme = machine.scheme;                                  // which eight maps of H1 each map of H2 sees
const kernelSide = 5, stride = 2, padding = 2, outside = -1;    // beyond the edge everything is -1

const squash = sum => 1.7159 * Math.tanh(2 / 3 * sum);

/** One unit's sum: 5 x 5 units of each channel that it sees, times the kernel that all units of its map share. */
const mapUnit = (channels, side, sees, kernels, map, row, column) => {
  const top = row * stride - padding, left = column * stride - padding, size = kernelSide * kernelSide;
  let sum = 0;
  for (let k = 0; k < sees.length; k++) {
    const channel = sees[k] * side * side, kernel = (map * sees.length + k) * size;
    for (let i = 0; i < size; i++) {
      const y = top + Math.floor(i / kernelSide), x = left + i % kernelSide;
      const inside = y >= 0 && y < side && x >= 0 && x < side;
      sum += (inside ? channels[channel + y * side + x] : outside) * kernels[kernel + i];
    }
  }
  return sum;
};

/** A layer of 12 maps. */
const maps = (channels, side, seesOf, kernels, biases) => {
  const half = side / 2, units = new Float64Array(12 * half * half);
  for (let unit = 0; unit < units.length; unit++) {
    const map = Math.floor(unit / half ** 2), row = Math.floor(unit / half) % half, column = unit % half;
    units[unit] = squash(mapUnit(channels, side, seesOf(map), kernels, map, row, column) + biases[unit]);
  }
  return units;
};

/** A layer in which every unit sees everything. */
const dense = (inputs, weights, biases) => Float64Array.from(biases, (bias, unit) => {
  let sum = bias;
  for (let i = 0; i < inputs.length; i++) sum += inputs[i] * weights[unit * inputs.length + i];
  return squash(sum);
});

const onePicture = [0];

/** All units of the network, layer by layer. */
const forward = image => {
  const input = Float64Array.from(image, ink => 2 * ink - 1);
  const h1 = maps(input, 16, () => onePicture, net.h1, net.h1Bias);
  const h2 = maps(h1, 8, map => scheme[map], net.h2, net.h2Bias);
  const h3 = dense(h2, net.h3, net.h3Bias);
  return { input, h1, h2, h3, output: dense(h3, net.output, net.outputBias) };
};

/**
 * Why a unit answers what it does: what it sees, the weights, and their products, in groups, one a map that it sees.
 * `pixels` is the square of the picture that reaches the unit: left, top, width, in pixels.
 */
const explainUnit = (state, layer, unit) => {
  const groups = [], side = { h1: 16, h2: 8 }[layer];
  let sum = 0, pixels = [0, 0, 16];
  const add = (from, sees, weights) => {
    const products = sees.map((value, i) => value * weights[i]);
    for (const product of products) sum += product;
    groups.push({ from, sees, weights, products });
  };
  if (side) {
    const half = side / 2, map = Math.floor(unit / half ** 2), row = Math.floor(unit / half) % half;
    const column = unit % half, channels = layer === "h1" ? state.input : state.h1;
    const seen = layer === "h1" ? onePicture : scheme[map];
    seen.forEach((channel, k) => add(channel, [...Array(25).keys()].map(i => {
      const y = row * stride - padding + Math.floor(i / kernelSide), x = column * stride - padding + i % kernelSide;
      return y >= 0 && y < side && x >= 0 && x < side ? channels[channel * side * side + y * side + x] : outside;
    }), net[layer].slice((map * seen.length + k) * 25, (map * seen.length + k + 1) * 25)));
    // A unit of H2 sees 5 x 5 units, two pixels apart, each of which sees 5 x 5 pixels: 13 x 13 in all.
    pixels = layer === "h1" ? [2 * column - 2, 2 * row - 2, 5] : [4 * column - 6, 4 * row - 6, 13];
  } else if (layer === "h3") {
    for (let map = 0; map < 12; map++) {
      const from = map * 16, weights = unit * 192 + from;
      add(map, Array.from(state.h2.slice(from, from + 16)), net.h3.slice(weights, weights + 16));
    }
  } else {
    add(0, Array.from(state.h3), net.output.slice(unit * 30, unit * 30 + 30));
  }
  const bias = net[layer + "Bias"][unit];
  return { groups, pixels, products: sum, bias, value: squash(sum + bias) };
};

box.compute = image => {
  const { h1, h2, h3, output } = forward(image), sums = tenSums ? sumsOf(tenSums, image) : [];
  return { h1: [...h1], h2: [...h2], h3: [...h3], output: [...output], sums };
};
box.explain = (image, layer, unit) => explainUnit(forward(image), layer, unit);
