// Ten neurons side by side, as lesson 02 has them: a sum for each digit, and the softmax of the sums.
// weights: ten rows of as many numbers as the picture has pixels; biases: ten; image: row by row, 0 paper to 1 ink.

/** What each pixel says for a digit, and what against it: ink times weight. */
const votes = (weights, image, digit) => image.map((ink, i) => ink * weights[digit * image.length + i]);

/** The ten sums: all votes, and the bias. */
const sumsOf = ({ weights, biases }, image) => Array.from(biases, (bias, digit) => {
  let sum = bias;
  for (let i = 0; i < image.length; i++) sum += image[i] * weights[digit * image.length + i];
  return sum;
});

/** e to the power of each sum, divided by their total. The largest is taken away first: that keeps exp finite. */
const softmaxOf = sums => {
  const most = Math.max(...sums), powers = sums.map(sum => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b);
  return powers.map(power => power / total);
};

/** The digit with the largest number. */
const winner = numbers => numbers.indexOf(Math.max(...numbers));

/**
 * A drawing made like MNIST's digits. Their makers scaled each until its longer side took 20 of 28 pixels, and moved it
 * so that its centre of mass, the mean place of its ink, lay in the middle. A new pixel is the mean of 8 x 8 points.
 */
const likeMnist = (image, side) => {
  let ink = 0, x = 0, y = 0, left = side, right = 0, top = side, bottom = 0;
  image.forEach((value, n) => {
    if (value <= 0) return;
    const column = n % side, row = Math.floor(n / side);
    ink += value;
    x += value * (column + 0.5);
    y += value * (row + 0.5);
    [left, right] = [Math.min(left, column), Math.max(right, column + 1)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row + 1)];
  });
  if (ink === 0) return [...image];

  const scale = side * 20 / 28 / Math.max(right - left, bottom - top), points = 8;
  return image.map((_, n) => {
    let sum = 0;
    for (let a = 0; a < points; a++) {
      for (let b = 0; b < points; b++) {
        const column = Math.floor(x / ink + (n % side + (a + 0.5) / points - side / 2) / scale);
        const row = Math.floor(y / ink + (Math.floor(n / side) + (b + 0.5) / points - side / 2) / scale);
        if (column >= 0 && column < side && row >= 0 && row < side) sum += image[row * side + column];
      }
    }
    return sum / points ** 2;
  });
};

const tenSums = machine.weights && { weights: ui.numbers(machine.weights), biases: ui.numbers(machine.biases) };

box.compute = image => {
  const sums = sumsOf(tenSums, image);
  return { sums, probabilities: softmaxOf(sums) };
};
box.likeMnist = likeMnist;
