// What the machines that read a drawing have in common: pictures of numbers, and a map of where it may be moved to.

const percent = share => `${Math.round(100 * share)} %`;
const signedNumber = (value, digits = 1) => value.toFixed(digits).replace("-", "−");

/** Paints numbers as squares, row by row. */
const paintSquares = (context, numbers, columns, left, top, size, colour) => numbers.forEach((number, n) => {
  context.fillStyle = colour(number);
  context.fillRect(left + n % columns * size, top + Math.floor(n / columns) * size, size, size);
});

const outline = (context, colour, left, top, width, height, line = 2) => {
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.strokeRect(left, top, width, height);
};

/** A panel no wider than a picture in it, so that panels stand side by side. */
const narrow = (width, panel) => {
  panel.style.width = `${width + 2}px`;
  return panel;
};

/** The answer, large, for the eye; the sentence below the machine says it for the ear. */
const answerCard = label => {
  const digit = ui.make("b"), share = ui.make("span");
  digit.style.cssText = "font-size:2.6em;line-height:1;min-width:0.7em;text-align:center";
  const card = ui.make("div", { ariaHidden: "true" }, ui.make("span", {}, label), digit, share);
  card.style.cssText = "display:flex;align-items:center;gap:0.5em;margin-top:0.5em";
  card.show = (answer, certainty) => {
    digit.textContent = answer;
    share.textContent = certainty === undefined ? "" : `${percent(certainty)} sure`;
  };
  return card;
};

/** Calls `choose(index)` for what is pointed at, tapped, or reached with arrow keys; `find(x, y)` is an index or null. */
const choosable = (canvas, label, perRow, count, find, chosen, choose) => {
  canvas.tabIndex = 0;
  canvas.style.cursor = "pointer";
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "picture to choose from");
  canvas.setAttribute("aria-label", `${label}. Arrow keys choose.`);
  const at = event => find(...canvas.place(event));
  canvas.onpointermove = event => { if (event.pointerType === "mouse" && at(event) !== null) choose(at(event)); };
  canvas.onclick = event => { if (at(event) !== null) choose(at(event)); };
  canvas.onkeydown = event => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }[event.key];
    if (!step) return;
    event.preventDefault();
    const from = chosen();
    choose(from === null ? 0 : Math.min(count - 1, Math.max(0, from + step)));
  };
};

/** How far the map of places goes to each side, and how large a place is. */
const reach = 4, placeSize = 20;

/** What is read where the drawing stands, and at 80 places around it. */
const readEverywhere = (pad, read) => {
  const answers = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) answers.push(read(pad.moved(dx, dy)));
  }
  return answers;
};

/** The map of places: what is read there, shaded where it is read as at home. A tap moves the drawing there. */
const placesMap = (pad, label, answers) => {
  const side = 2 * reach + 1, size = placeSize;
  const canvas = ui.canvas(side * size, side * size, label, (context, colours) => {
    const all = answers(), home = all[reach * side + reach];
    context.font = "13px sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    all.forEach((answer, n) => {
      const left = n % side * size, top = Math.floor(n / side) * size;
      context.fillStyle = colours.shade(answer === home ? 0.28 : 0);
      context.fillRect(left, top, size, size);
      context.fillStyle = colours.ink;
      context.fillText(answer, left + size / 2, top + size / 2 + 1);
    });
    const [right, down] = pad.away;
    if (Math.abs(right) <= reach && Math.abs(down) <= reach)
      outline(context, colours.red, (right + reach) * size + 1, (down + reach) * size + 1, size - 2, size - 2);
  });
  canvas.style.cursor = "pointer";
  canvas.onclick = event => {
    const [x, y] = canvas.place(event).map(at => Math.min(side - 1, Math.max(0, Math.floor(at / size))) - reach);
    pad.shift(x - pad.away[0], y - pad.away[1]);
  };
  return canvas;
};

const asAtHome = answers => answers.filter(answer => answer === answers[answers.length >> 1]).length;

/** "moved 2 to the right", or nothing. */
const movedWords = ([right, down]) => [
  right && `${Math.abs(right)} to the ${right > 0 ? "right" : "left"}`,
  down && `${Math.abs(down)} ${down > 0 ? "down" : "up"}`,
].filter(Boolean).join(" and ");
