(figure => {
  // The box stands just before this script; where a front end runs scripts apart from their place, its id finds it.
  const before = document.currentScript && document.currentScript.previousElementSibling;
  const box = before && before.classList.contains("course-chart") ? before : document.getElementById("CHART-ID");
  if (!box) return;
  const narrow = NARROW;
  const film = FILM; // makes the controls of a film; null where nothing moves

  // The page's own text colour, so that a chart reads in light and in dark.
  const ink = () => getComputedStyle(box).color;

  const draw = waited => {
    if (window.Plotly) {
      box.textContent = "";
      narrow(box, figure);
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
