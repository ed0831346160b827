(box, { layout, data, frames = [] }) => {
  // On a page narrower than the chart, title and legend take more lines, pictures shrink, and what can't shrink scrolls.
  const page = box.clientWidth || document.documentElement.clientWidth - 32; // a closed fold has no width yet
  if (page >= layout.width) return;
  const { margin, xaxis = {}, yaxis = {} } = layout, sides = margin.l + margin.r;
  const full = layout.width, picture = xaxis.visible === false && yaxis.scaleanchor === "x" && xaxis.range && yaxis.range;
  const pen = document.createElement("canvas").getContext("2d");
  const measure = (words, size) => {
    pen.font = `${size}px ${layout.template.layout.font.family}`;
    return pen.measureText(words.replace(/<[^>]*>/g, "")).width;
  };

  let width = page;
  const panels = Object.keys(layout).filter(key => /^xaxis\d*$/.test(key)).length;
  if (layout.autosize === false && picture) {
    // A drawing keeps its scale, but not the empty paper at its sides.
    const span = axis => Math.abs(axis.range[1] - axis.range[0]);
    const scale = (layout.height - margin.t - margin.b) / span(yaxis);
    width = Math.max(page, Math.ceil(span(xaxis) * scale) + sides);
  } else if (picture) {
    const captions = data.find(trace => trace.mode === "text");
    if (captions && new Set(captions.x).size < captions.text.length) width = full; // rows of them, with room for words between
    else if (captions)
      width = Math.max(page, sides + captions.text.length * (8 + Math.max(...captions.text.map(words => measure(words, 13)))));
    width = Math.min(width, full);
    const height = layout.height - margin.t - margin.b, least = data.some(trace => trace.colorbar) ? Math.min(height, 120) : 0;
    layout.height = Math.round(Math.max(least, height * (width - sides) / (full - sides))) + margin.t + margin.b;
  } else if (panels > 1) width = Math.max(page, 320 * panels);
  else if (xaxis.visible !== false) layout.height = Math.max(layout.height, 400); // labels that turn need room
  width = layout.width = Math.min(width, full);
  if (width > page) layout.autosize = false;

  const lines = (text, room) => text.split("<br>").flatMap(line => line.split(/ (?![^<]*>)/).reduce((set, word) => {
    const longer = set.length > 0 && `${set.at(-1)} ${word}`;
    return longer && measure(longer, 16) < room ? [...set.slice(0, -1), longer] : [...set, word];
  }, []));
  let more = 0;
  for (const { title } of [layout, ...frames.map(frame => frame.layout ?? {})]) {
    if (!title || !title.text) continue;
    const set = lines(title.text, width - 12);
    more = Math.max(more, set.length - title.text.split("<br>").length);
    Object.assign(title, { text: set.join("<br>"), x: 0, xref: "container" });
  }
  if (xaxis.title?.text && panels === 1) {
    const set = lines(xaxis.title.text, width - sides + 40); // it stands in the middle of the plot
    layout.height += 18 * (set.length - xaxis.title.text.split("<br>").length);
    xaxis.title.text = set.join("<br>");
  }
  const entries = layout.showlegend ? data.filter(trace => trace.name && trace.showlegend !== false)
    .map(trace => 45 + measure(trace.name, 13)) : [];
  const rows = room => entries.reduce((sum, entry) => sum + entry, 0) <= room ? 1
    : Math.ceil(entries.length / Math.max(1, Math.floor(room / Math.max(...entries))));
  const extra = 22 * more + 21 * Math.max(0, rows(width - sides) - rows(full - 100));
  margin.t += extra;
  layout.height += extra;
  box.style.height = `${layout.height}px`;
}
