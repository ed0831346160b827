// Formulas: each .math element holds its TeX as text, so that the page reads even where scripts do not run.
if (window.katex) {
  for (const element of document.querySelectorAll(".math")) {
    const displayMode = element.tagName === "DIV" || element.classList.contains("display");
    katex.render(element.textContent, element, { displayMode, throwOnError: false, strict: "ignore" });
  }
}

// Charts in a fold were drawn without knowing its width.
for (const fold of document.querySelectorAll(".curious")) {
  fold.addEventListener("toggle", () => {
    for (const chart of fold.querySelectorAll(".js-plotly-plot")) Plotly.Plots.resize(chart);
  });
}

// Contents: open where they stand beside the text, and marking the section that is being read.
(() => {
  const contents = document.querySelector(".contents");
  if (!contents) return;
  const beside = window.matchMedia("(min-width: 1340px)");
  const settle = () => { contents.open = beside.matches; };
  beside.addEventListener("change", settle);
  settle();
  contents.addEventListener("click", event => {
    if (event.target.closest("a") && !beside.matches) contents.open = false;
  });

  const links = new Map([...contents.querySelectorAll("a")].map(link => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < window.innerHeight / 3);
    const current = passed.at(-1)?.id;
    for (const [id, link] of links) {
      if (id === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  document.addEventListener("scroll", mark, { passive: true });
  mark();
})();
