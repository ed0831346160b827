// The plane: what the output unit says everywhere, the points, and one line per hidden unit, to be dragged and turned.

const side = 400;
const toPixels = ([x, y]) => [(x - low()) * side / size(), side - (y - low()) * side / size()];
const fromPixels = ([px, py]) => [low() + px * size() / side, low() + (side - py) * size() / side];

// ---- A unit's line: where its sum is 0. Its foot is the point nearest to the middle of the picture.
const lineOf = j => {
  const [w1, w2, b] = net.hidden[j], length = Math.hypot(w1, w2);
  const shift = shifts[j] ?? (j % 2 ? -1 : 1) * Math.ceil(j / 2) * 0.09 * size();   // at first, so that no two grips meet
  if (length < 1e-9) return null;
  const away = ((w1 + w2) * middle() + b) / length, along = [-w2 / length, w1 / length];
  const foot = [middle() - away * w1 / length, middle() - away * w2 / length];
  const at = t => [foot[0] + t * along[0], foot[1] + t * along[1]];
  // What one takes hold of stays in the picture, even where the line does not cross it.
  const inside = point => point.map(v => Math.min(low() + 0.96 * size(), Math.max(low() + 0.04 * size(), v)));
  const isInside = point => inside(point).every((v, i) => v === point[i]);
  const reach = isInside(at(shift + 0.24 * size())) ? 0.24 * size() : -0.24 * size();
  return { away, length, along, foot, at, reach, grip: inside(at(shift)), knob: inside(at(shift + reach)) };
};
// Moves a line, as it is turned, through a point: only its bias changes.
const moveThrough = (j, [x, y]) => {
  const unit = net.hidden[j];
  unit[2] = -(unit[0] * x + unit[1] * y);
  const { foot, along } = lineOf(j);
  shifts[j] = (x - foot[0]) * along[0] + (y - foot[1]) * along[1];
};
// Turns a line about a point until its weights show to an angle: they keep their length, and the bias follows.
const turnTo = (j, angle, [x, y]) => {
  const unit = net.hidden[j], length = Math.hypot(unit[0], unit[1]) || 1;
  [unit[0], unit[1]] = [length * Math.cos(angle), length * Math.sin(angle)];
  moveThrough(j, [x, y]);
};
const angleOf = j => Math.atan2(net.hidden[j][1], net.hidden[j][0]);
const turnTowards = (j, [x, y]) => {
  const { grip, reach } = lineOf(j), sign = Math.sign(reach), [dx, dy] = [sign * (x - grip[0]), sign * (y - grip[1])];
  if (Math.hypot(dx, dy) > 0.01 * size()) turnTo(j, Math.atan2(dy, dx) - Math.PI / 2, grip);
};

// ---- Painting.
const buffer = document.createElement("canvas");

// The output at the middle of each cell of a grid, row after row from the top.
const field = count => Float32Array.from({ length: count * count }, (_, i) =>
  says(fromPixels([(i % count + 0.5) * side / count, (Math.floor(i / count) + 0.5) * side / count])).y);

const drawField = (context, colours) => {
  const count = hard ? 200 : 80, values = field(count), shades = [];
  for (let i = 0; i <= 64; i++) shades.push(colours.signed((i / 32 - 1) * 0.55).match(/\d+/g).map(Number));
  buffer.width = buffer.height = count;
  const image = buffer.getContext("2d").createImageData(count, count);
  values.forEach((value, i) => image.data.set([...shades[Math.round(64 * value)], 255], 4 * i));
  buffer.getContext("2d").putImageData(image, 0, 0);
  context.drawImage(buffer, 0, 0, side, side);
  if (!hard) drawBorder(context, colours, values, count);
};
// Where the output is 1/2: straight from crossing to crossing, between the middles of each four cells.
const drawBorder = (context, colours, values, count) => {
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let cell = 0; cell < count * (count - 1); cell++) {
    const column = cell % count, row = Math.floor(cell / count);
    if (column === count - 1) continue;
    const corners = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
      .map(([dx, dy]) => [dx, dy, values[cell + dy * count + dx] - 0.5]);
    const crossings = [0, 1, 2, 3].filter(i => corners[i][2] > 0 !== corners[i + 1][2] > 0).map(i => {
      const [x, y, a] = corners[i], [nextX, nextY, b] = corners[i + 1], t = a / (a - b);
      return [column + 0.5 + x + t * (nextX - x), row + 0.5 + y + t * (nextY - y)].map(v => v * side / count);
    });
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      context.moveTo(...crossings[i]);
      context.lineTo(...crossings[i + 1]);
    }
  }
  context.stroke();
};

const dot = (context, [x, y], radius, fill, stroke, width = 2) => {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = width;
  context.strokeStyle = stroke;
  context.stroke();
};
const strokes = (context, colour, width, ...pairs) => {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (const [from, to] of pairs) {
    context.moveTo(...from);
    context.lineTo(...to);
  }
  context.stroke();
};
const letters = (context, colour, text, [x, y]) => {
  context.fillStyle = colour;
  context.font = "600 13px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y);
};

const drawLine = (context, colours, j) => {
  const line = lineOf(j), isChosen = j === chosen, far = 2 * size();
  if (!line) return;
  const [px, py] = toPixels(line.grip), [ux, uy] = [line.along[1], line.along[0]];   // to where it is on
  context.globalAlpha = isChosen ? 1 : 0.65;
  context.setLineDash(isChosen ? [] : [7, 4]);
  strokes(context, colours.ink, isChosen ? 3.5 : 2, [toPixels(line.at(-far)), toPixels(line.at(far))]);
  context.setLineDash([]);
  context.fillStyle = colours.ink;
  context.beginPath();
  context.moveTo(px + 27 * ux, py + 27 * uy);
  context.lineTo(px + 13 * ux + 7 * uy, py + 13 * uy - 7 * ux);
  context.lineTo(px + 13 * ux - 7 * uy, py + 13 * uy + 7 * ux);
  context.fill();
  context.globalAlpha = 1;
  dot(context, [px, py], 11, colours.paper, colours.ink);
  letters(context, colours.ink, nameOf(j), [px, py]);
  if (!isChosen) return;
  dot(context, toPixels(line.knob), 7, colours.paper, colours.ink, 3);               // the ring that turns it
};
const drawPoint = (context, colours, point) => {
  const [x, y] = toPixels(point), radius = points.length > 12 ? 6 : 9, arm = radius + 2;
  if (point[2] === 1) {
    dot(context, [x, y], radius, colours.red, colours.paper);
  } else {
    context.fillStyle = colours.paper;
    context.strokeStyle = colours.blue;
    context.lineWidth = 3;
    context.fillRect(x - radius + 1, y - radius + 1, 2 * radius - 2, 2 * radius - 2);
    context.strokeRect(x - radius + 1, y - radius + 1, 2 * radius - 2, 2 * radius - 2);
  }
  const cross = [[[x - arm, y - arm], [x + arm, y + arm]], [[x - arm, y + arm], [x + arm, y - arm]]];
  if (isRight(point)) return;
  strokes(context, colours.paper, 4, ...cross);
  strokes(context, colours.ink, 2, ...cross);
};
const plane = ui.canvas(side, side, "The plane of both inputs", (context, colours) => {
  drawField(context, colours);
  net.hidden.forEach((_, j) => drawLine(context, colours, j));
  for (const point of points) drawPoint(context, colours, point);
  if (!cursor) return;
  context.strokeStyle = colours.ink;
  context.lineWidth = held ? 4 : 1.5;
  context.strokeRect(cursor[0] - 15, cursor[1] - 15, 30, 30);
});

// ---- Hands: what lies under a place of the picture, and what becomes of it when the place moves.
let held = null, tool = "move", finger = 1;                       // a finger is thicker than a mouse's arrow
let cursor = null;                                                 // where the keyboard is
const near = (point, [px, py], reach) => Math.hypot(toPixels(point)[0] - px, toPixels(point)[1] - py) < reach * finger;
const pointAt = at => points.findLast(point => near(point, at, 14));
const thingAt = at => {
  const lines = [...net.hidden.keys()].filter(lineOf), x = fromPixels(at);
  if (lines.includes(chosen) && near(lineOf(chosen).knob, at, 14)) return { turns: chosen };
  const point = pointAt(at);
  if (point) return { point };
  const line = lines.find(j => near(lineOf(j).grip, at, 14))
    ?? lines.find(j => Math.abs(sumOf(net.hidden[j], x)) / lineOf(j).length * side / size() < 8 * finger);
  return line === undefined ? null : { moves: line };
};
const take = at => {
  const point = pointAt(at);
  held = null;
  if (tool === "move") {
    held = thingAt(at);
    if (held && !held.point) choose(held.turns ?? held.moves);
  } else if (tool === "remove") {
    if (point) removePoint(point);
  } else if (point) {
    setKind(point, Number(tool));
    held = { point };
  } else {
    const added = addPoint(fromPixels(at), Number(tool));
    held = added && { point: added };
  }
  ui.paint();
};
const dragTo = at => {
  probe = fromPixels(at.map(v => Math.min(side - 4, Math.max(4, v))));
  if (held && held.point) movePoint(held.point, probe);
  else if (held && held.moves !== undefined) moveThrough(held.moves, probe);
  else if (held) turnTowards(held.turns, probe);
  if (!held) showUnit(); else if (!held.point) changed("net");
  ui.paint();
};
const drop = () => {
  held = null;
  ui.paint();
};

plane.classList.add("play-touch");
plane.onpointerdown = event => {
  if (event.button) return;
  cursor = null;
  finger = event.pointerType === "touch" ? 1.6 : 1;
  take(plane.place(event));
  try { plane.setPointerCapture(event.pointerId); } catch { /* a pointer that a script made cannot be captured */ }
};
plane.onpointermove = event => {
  const at = plane.place(event);
  plane.style.cursor = held ? "grabbing" : tool !== "move" ? "crosshair" : thingAt(at) ? "grab" : "default";
  dragTo(at);
};
plane.onpointerup = plane.onpointercancel = drop;

// The keyboard moves a frame about: Enter takes what is in it, and drops it again.
const keys = "Arrow keys move a frame. Enter takes what is in it, and drops it again. N goes to the next point or line. "
  + "Comma and full stop turn the chosen line. Delete removes a point.";
plane.tabIndex = 0;
plane.setAttribute("role", "application");
plane.setAttribute("aria-label", `The plane of both inputs. ${keys}`);
const things = () => [
  ...points.map(point => [point, `the point ${asPlace(point)}, which should be ${answers[point[2]]} `
    + `and is ${isRight(point) ? "right" : "wrong"}`]),
  ...[...net.hidden.keys()].filter(lineOf).map(j => [lineOf(j).grip, `the line of ${nameOf(j)}`]),
];
let visited = -1;
const visit = by => {
  const all = things();
  if (all.length === 0) return;
  visited = (visited + by + all.length) % all.length;
  held = null;
  cursor = toPixels(all[visited][0]);
  dragTo(cursor);
  ui.say(`Here is ${all[visited][1]}. Enter takes it.`);
};
const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
plane.onkeydown = event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const move = moves[event.key], key = event.key.toLowerCase(), pixels = event.shiftKey ? 40 : 8;
  cursor ??= [side / 2, side / 2];
  finger = 1;
  if (move) {
    cursor = cursor.map((v, i) => Math.min(side - 4, Math.max(4, v + pixels * move[i])));
    dragTo(cursor);
  } else if (key === "enter" || key === " ") {
    if (held) drop(); else take(cursor);
    if (!held && tool === "move") ui.say(verdict());
  } else if (key === "n") {
    visit(event.shiftKey ? -1 : 1);
  } else if (key === "delete" || key === "backspace") {
    const point = pointAt(cursor);
    if (point) removePoint(point);
  } else if ((key === "," || key === ".") && chosen < net.hidden.length && lineOf(chosen)) {
    turnTo(chosen, angleOf(chosen) + (key === "," ? 1 : -1) * Math.PI / 36, lineOf(chosen).grip);
    changed("net");
  } else {
    return;
  }
  event.preventDefault();
};
plane.onfocus = () => {
  if (plane.matches(":focus-visible")) {
    cursor ??= [side / 2, side / 2];
    ui.say(keys);
  }
  ui.paint();
};
plane.onblur = () => {
  cursor = null;
  drop();
};
