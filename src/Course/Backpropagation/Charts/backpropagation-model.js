// One step of learning, by equations 3 to 9 of Rumelhart, Hinton and Williams, 1986.
// The examples are [x1, x2, d]: a point, and the answer desired there, 0 or 1.

// E = 1/2 sum (y - d)^2 over all examples, and its slope for each weight and bias, in the shape of the net.
const lossAndGradient = (net, examples) => {
  const gradient = { hidden: net.hidden.map(() => [0, 0, 0]), output: net.output.map(() => 0) };
  let loss = 0;
  for (const [x1, x2, d] of examples) {
    const { h, y } = forward(net, curves.sigmoid, [x1, x2]);
    loss += (y - d) ** 2 / 2;                                          // equation 3
    const ds = (y - d) * y * (1 - y);                                  // 4 and 5: from the answer to its sum
    h.forEach((hj, j) => {
      gradient.output[j] += ds * hj;                                   // 6
      const dh = ds * net.output[j] * hj * (1 - hj);                   // 7 and 5: through the same weight
      gradient.hidden[j][0] += dh * x1;                                // 6
      gradient.hidden[j][1] += dh * x2;
      gradient.hidden[j][2] += dh;
    });
    gradient.output[h.length] += ds;
  }
  return { loss, gradient };
};

// All weights move against their slopes; what is left of the last change rolls on. `last` starts as null.
const learnStep = (net, examples, rate, alpha, last) => {
  const { loss, gradient } = lossAndGradient(net, examples);
  const move = (unit, slopes, before) => slopes.map((slope, i) => {
    const change = -rate * slope + alpha * (before ? before[i] : 0);   // 8, and 9 with momentum
    unit[i] += change;
    return change;
  });
  return {
    loss,
    gradient,
    last: {
      hidden: net.hidden.map((unit, j) => move(unit, gradient.hidden[j], last && last.hidden[j])),
      output: move(net.output, gradient.output, last && last.output),
    },
  };
};

// For tests: outputs, loss and gradient for { hidden, output, points: [[x1, x2, d], ...] }; the net after some steps.
box.compute = ({ hidden, output, points, rate = 1, alpha = 0, steps = 1 }) => {
  const net = { hidden, output }, { loss, gradient } = lossAndGradient(net, points);
  const outputs = points.map(([x1, x2]) => forward(net, curves.sigmoid, [x1, x2]).y);
  for (let step = 0, last = null; step < steps; step++) ({ last } = learnStep(net, points, rate, alpha, last));
  return { outputs, loss, gradient, learned: net };
};
