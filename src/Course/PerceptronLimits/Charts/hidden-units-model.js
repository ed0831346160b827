// The machine: two inputs, a layer of hidden units, one output unit. A unit is an array of weights, its bias last:
// net = { hidden: [[w1, w2, b], ...], output: [v1, v2, ..., b] }.

// What a unit makes of its sum: in 1969 a step, in 1986 a curve.
const curves = {
  step: s => s > 0 ? 1 : 0,
  sigmoid: s => 1 / (1 + Math.exp(-s)),
};

// w1 x1 + w2 x2 + ... + b.
const sumOf = (unit, x) => {
  let sum = unit[x.length];
  for (let i = 0; i < x.length; i++) sum += unit[i] * x[i];
  return sum;
};

// What each hidden unit says to a point, and what the output unit makes of that.
const forward = (net, curve, x) => {
  const h = net.hidden.map(unit => curve(sumOf(unit, x)));
  return { h, y: curve(sumOf(net.output, h)) };
};

// For tests: { hidden, output, points: [[x1, x2], ...] } gives the output for each point.
box.compute = ({ hidden, output, points }) => ({
  outputs: points.map(x => forward({ hidden, output }, curves[machine.curve], x).y),
});
