// A surface to draw on, for pictures of rows x columns: `ui.pad`. A machine names this script before its own. Mouse,
// pen, finger and keyboard do the same. `values` run from 0, paper, to 1, ink, row by row; each edit calls `changed`.
// `pen` is its radius in pixels; `moves` adds four buttons; `over(context, colours, pixel)` paints above the drawing.
ui.pad = (key, label, options, changed = () => {}) => {
  const { rows, columns, pixel = 16, pen = 0.7, value = null, moves = true, over = null } = options;
  const blank = () => new Array(rows * columns).fill(0), clamp = number => Math.min(1, Math.max(0, number));

  // In the page's address a pixel is one digit from 0 to f, and g to z stand for 2 to 21 pixels of paper in a row.
  const pack = picture => picture.map(ink => Math.round(15 * ink).toString(16)).join("")
    .replace(/0{2,21}/g, run => String.fromCharCode(101 + run.length));
  const unpack = text => {
    const digits = text.replace(/[g-z]/g, letter => "0".repeat(letter.charCodeAt(0) - 101));
    const fits = /^[0-9a-f]*$/.test(digits) && digits.length === rows * columns;
    return fits ? [...digits].map(digit => parseInt(digit, 16) / 15) : null;
  };

  let home = unpack(ui.recall(key, "")) || (value ? [...value] : blank());   // as it was drawn last
  let values = home, right = 0, down = 0;                       // as it was moved since: no ink is lost outside
  let erasing = false, row = rows >> 1, column = columns >> 1, last = null, focused = false;

  const canvas = ui.canvas(columns * pixel, rows * pixel, label, (context, colours) => {
    values.forEach((ink, n) => {
      context.fillStyle = colours.shade(ink);
      context.fillRect(n % columns * pixel, Math.floor(n / columns) * pixel, pixel, pixel);
    });
    if (over) over(context, colours, pixel);
    if (!focused) return;
    context.strokeStyle = colours.red;
    context.lineWidth = 2;
    context.strokeRect(column * pixel + 1, row * pixel + 1, pixel - 2, pixel - 2);
  });
  canvas.classList.add("play-touch");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-roledescription", "drawing surface");
  canvas.setAttribute("aria-label",
    label + ". Arrow keys move, space inks, delete erases, shift with an arrow key draws a line.");

  const show = () => {
    ui.remember(key, pack(values));
    changed(values);
    ui.paint();
  };
  const drawn = next => {
    [home, values, right, down] = [next, next, 0, 0];
    show();
  };

  // A stroke of a soft round pen: full ink within its radius, and less over one pixel more.
  const stroke = ([fromX, fromY], [toX, toY], erase) => {
    const x = toX - fromX, y = toY - fromY, length = x * x + y * y;
    drawn(values.map((old, n) => {
      const dx = n % columns + 0.5 - fromX, dy = Math.floor(n / columns) + 0.5 - fromY;
      const along = length ? clamp((dx * x + dy * y) / length) : 0;
      const distance = Math.hypot(dx - along * x, dy - along * y);
      const ink = Math.round(15 * clamp(pen + (erase ? 0.8 : 0.5) - distance)) / 15;
      return erase ? Math.min(old, 1 - ink) : Math.max(old, ink);
    }));
  };

  const place = event => canvas.place(event).map(at => at / pixel);
  const erases = event => erasing || (event.buttons & 32) !== 0;                // 32: the other end of a pen
  canvas.onpointerdown = event => {
    if (event.button !== 0 && event.button !== 5) return;
    event.preventDefault();
    try { canvas.setPointerCapture(event.pointerId); } catch { /* A script's pointer cannot be held. */ }
    last = place(event);
    stroke(last, last, erases(event));
  };
  canvas.onpointermove = event => {
    if (!last) return;
    const events = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    for (const each of events.length ? events : [event]) {
      const next = place(each);
      stroke(last, next, erases(event));
      last = next;
    }
  };
  canvas.onpointerup = canvas.onpointercancel = () => {
    if (!last) return;
    last = null;
    show();
  };

  const where = ui.make("div", { className: "play-where" });
  where.setAttribute("role", "status");
  canvas.onfocus = () => { focused = canvas.matches(":focus-visible"); ui.paint(); };
  canvas.onblur = () => { focused = false; where.textContent = ""; ui.paint(); };
  canvas.onkeydown = event => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const erase = ["Delete", "Backspace"].includes(event.key), inks = [" ", "Enter"].includes(event.key);
    if (!step && !erase && !inks || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    focused = true;
    const from = [column + 0.5, row + 0.5];
    if (step) {
      column = Math.min(columns - 1, Math.max(0, column + step[0]));
      row = Math.min(rows - 1, Math.max(0, row + step[1]));
    }
    if (erase) drawn(values.map((old, n) => n === row * columns + column ? 0 : old));
    else if (inks || event.shiftKey) stroke(from, [column + 0.5, row + 0.5], erasing);
    const ink = Math.round(100 * values[row * columns + column]);
    where.textContent = `row ${row + 1}, column ${column + 1}: ${ink} % ink`;
    ui.paint();
  };

  const eraser = ui.button("Eraser", () => {
    erasing = !erasing;
    eraser.setAttribute("aria-pressed", erasing);
  });
  eraser.setAttribute("aria-pressed", "false");

  const element = ui.make("div", { className: "play-pad" }, canvas, where);
  element.canvas = canvas;
  element.set = next => drawn([...next]);
  element.clear = () => drawn(blank());
  element.shift = (dx, dy) => {
    right += dx;
    down += dy;
    values = element.moved(right, down);
    show();
  };
  /** The drawing as it is when moved from where it was drawn; what would lie outside is paper. */
  element.moved = (dx, dy, picture = home) => picture.map((_, n) => {
    const x = n % columns - dx, y = Math.floor(n / columns) - dy;
    return x >= 0 && x < columns && y >= 0 && y < rows ? picture[y * columns + x] : 0;
  });
  Object.defineProperties(element, {
    values: { get: () => values },
    away: { get: () => [right, down] },
    drawing: { get: () => last !== null },                      // the pen is down
  });

  const tools = (...buttons) => element.append(ui.make("div", { className: "play-tools" }, ...buttons));
  tools(eraser, ui.button("Clear", element.clear));
  if (moves) {
    const arrows = [["←", "left", -1, 0], ["→", "right", 1, 0], ["↑", "up", 0, -1], ["↓", "down", 0, 1]];
    tools(...arrows.map(([arrow, word, dx, dy]) => {
      const button = ui.button(arrow, () => element.shift(dx, dy));
      button.title = `Move the drawing ${word}`;
      button.setAttribute("aria-label", button.title);
      return button;
    }));
  }
  return element;
};
