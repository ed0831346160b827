// Formulas: each .math element holds its TeX as text, so that the page reads even where scripts do not run.
if (window.katex) {
  const elements = [...document.querySelectorAll(".math")];
  // A label names the number of its equation, which is shown beside it; a reference may stand before it.
  const numbers = new Map();
  const labelled = elements.map(element => element.textContent.replace(/\\label\s*\{([^{}]*)\}/g, (_, name) => {
    const tag = /\\tag\*?\s*\{([^{}]*)\}/.exec(element.textContent);
    numbers.set(name, tag ? tag[1] : String(numbers.size + 1));
    return tag ? "" : `\\tag{${numbers.get(name)}}`;
  }));
  // One formula may define a command for all later ones, also again, and also one that is there.
  const macros = {};
  const define = "\\providecommand{\\$1}{}\\renewcommand{\\$1}";
  elements.forEach((element, i) => {
    const displayMode = element.tagName === "DIV" || element.classList.contains("display");
    const tex = labelled[i]
      .replace(/\\eqref\s*\{([^{}]*)\}/g, (_, name) => `\\text{(${numbers.get(name) ?? "???"})}`)
      .replace(/\\ref\s*\{([^{}]*)\}/g, (_, name) => `\\text{${numbers.get(name) ?? "???"}}`)
      .replace(/\\require\s*\{[^{}]*\}/g, "")
      .replace(/\\DeclareMathOperator(\*?)\s*\{?\\([A-Za-z]+)\}?\s*\{([^{}]*)\}/g, "\\newcommand{\\$2}{\\operatorname$1{$3}}")
      .replace(/\\(?:re)?newcommand\*?\s*\{?\\([A-Za-z]+)\}?/g, define);
    katex.render(tex, element, { displayMode, throwOnError: false, strict: "ignore", macros, globalGroup: true });
  });
}

// What is wider than the page scrolls inside itself, and a keyboard must reach it to scroll it. What fits needs no stop on the way.
(() => {
  const main = document.querySelector("main");
  const names = [[".math", "Formula"], [".scrolls", "Table"], [".input pre, .prose pre", "Code"], ["*", "Output"]];
  const settle = () => {
    for (const box of main.querySelectorAll("pre, .math, .scrolls, .output, [style*='overflow']")) {
      const scrolls = box.scrollWidth > box.clientWidth && /auto|scroll/.test(getComputedStyle(box).overflowX);
      if (scrolls === "scrolls" in box.dataset) continue;
      const role = box.getAttribute("role");
      if (scrolls) {
        box.dataset.scrolls = role ? "as it is" : "";
        box.tabIndex = 0;
        if (role) continue;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", names.find(([selector]) => box.matches(selector))[1] + ", scrolls to the side");
      } else {
        box.removeAttribute("tabindex");
        if (!box.dataset.scrolls) ["role", "aria-label"].forEach(name => box.removeAttribute(name));
        delete box.dataset.scrolls;
      }
    }
  };
  new ResizeObserver(() => requestAnimationFrame(settle)).observe(main);
})();

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
