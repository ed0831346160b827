(figure => {
  // The box stands just before this script; where a front end runs scripts apart from their place, its id finds it.
  const before = document.currentScript && document.currentScript.previousElementSibling;
  const box = before && before.classList.contains("course-chart") ? before : document.getElementById("CHART-ID");
  if (!box) return;
  const film = FILM; // makes the controls of a film; null where nothing moves

  // The page's own text colour, so that a chart reads in light and in dark.
  const ink = () => getComputedStyle(box).color;

  // On a page narrower than the chart its title and its legend take more lines; the plot keeps its height.
  const fit = () => {
    const { layout, data, frames = [] } = figure, { margin } = layout;
    const page = box.clientWidth || document.documentElement.clientWidth - 32; // a closed fold has no width yet
    if (page >= layout.width) return;
    const wide = layout.width - margin.l - margin.r;
    let width = page;
    if (layout.autosize === false) {
      // A drawing keeps its scale and scrolls, but not over the empty paper at its sides.
      const span = axis => Math.abs(axis.range[1] - axis.range[0]);
      const scale = (layout.height - margin.t - margin.b) / span(layout.yaxis);
      layout.width = width = Math.min(layout.width, Math.max(page, Math.ceil(span(layout.xaxis) * scale) + margin.l + margin.r));
    }
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `16px ${layout.template.layout.font.family}`;
    const fits = words => pen.measureText(words.replace(/<[^>]*>/g, "")).width < width - 12;
    const lines = text => text.split("<br>").flatMap(line => line.split(/ (?![^<]*>)/).reduce((set, word) => {
      const longer = set.length > 0 && `${set.at(-1)} ${word}`;
      return longer && fits(longer) ? [...set.slice(0, -1), longer] : [...set, word];
    }, []));
    let more = 0;
    for (const { title } of [layout, ...frames.map(frame => frame.layout ?? {})]) {
      if (!title || !title.text) continue;
      const set = lines(title.text);
      more = Math.max(more, set.length - title.text.split("<br>").length);
      Object.assign(title, { text: set.join("<br>"), x: 0, xref: "container" });
    }
    pen.font = pen.font.replace("16", "13");
    const entries = layout.showlegend ? data.filter(trace => trace.name && trace.showlegend !== false)
      .map(trace => 45 + pen.measureText(trace.name.replace(/<[^>]*>/g, "")).width) : [];
    const rows = room => entries.reduce((sum, entry) => sum + entry, 0) <= room ? 1
      : Math.ceil(entries.length / Math.max(1, Math.floor(room / Math.max(...entries))));
    const extra = 22 * more + 21 * (rows(width) - rows(wide));
    margin.t += extra;
    layout.height += extra;
    box.style.height = `${layout.height}px`;
  };

  const draw = waited => {
    if (window.Plotly) {
      box.textContent = "";
      fit();
      if (figure.layout.autosize === false) box.style.overflowX = "auto"; // a drawing scrolls where the page is narrower
      else {
        delete figure.layout.width; // the box has it, and narrows with the page
        figure.layout.autosize = true;
      }
      if (!figure.layout.font) figure.layout.font = {};
      const own = figure.layout.font.color;
      if (!own) figure.layout.font.color = ink();
      // Without a pointer that hovers the tool bar would stand over the title for ever.
      if (!matchMedia("(hover: hover)").matches) figure.config.displayModeBar = false;
      Plotly.newPlot(box, figure).then(() => {
        if (film) film(box, figure);
        if (own) return;
        const follow = () => { if (box.offsetWidth && box.layout.font.color !== ink()) Plotly.relayout(box, { "font.color": ink() }); };
        const soon = () => setTimeout(follow, 100); // when the new colours are there
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", soon);
        // JupyterLab and VS Code have themes of their own, and write on the body which one it is.
        new MutationObserver(soon).observe(document.body, { attributes: true });
        // A hidden box can't be drawn in: it follows when it is shown.
        new ResizeObserver(follow).observe(box);
      });
      return;
    }
    if (waited === 100) box.textContent = "This chart is drawn once the first code cell of the lesson has run.";
    setTimeout(draw, waited < 100 ? 50 : 500, waited + 1);
  };
  draw(0);
})(FIGURE);
