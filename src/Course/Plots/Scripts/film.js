(box, { frames, film }) => {
  // Real controls, which a keyboard reaches, a screen reader names and a thumb hits; Plotly's own are drawings.
  if (box.nextElementSibling?.classList.contains("course-film")) box.nextElementSibling.remove();
  const controls = document.createElement("div");
  controls.className = "course-film";
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", "Film");
  controls.dataset.lmSuppressShortcuts = "true"; // JupyterLab's arrow keys walk over cells, ours over frames
  controls.style.cssText = `max-width:${box.style.maxWidth};display:grid;grid-template-columns:auto 1fr;align-items:center;gap:2px 12px;`
    + "margin:0 0 8px;font-size:14px;line-height:1.4;color:inherit";
  controls.innerHTML = `
    <button type="button" style="min-width:92px;min-height:34px;padding:4px 14px;border:1px solid #1f7fbf;border-radius:4px;
      background:rgba(128,128,128,.12);color:inherit;font:inherit;cursor:pointer"></button>
    <span aria-hidden="true" style="font-variant-numeric:tabular-nums;overflow-wrap:anywhere"></span>
    <input type="range" min="0" max="${frames.length - 1}" value="${film.opensAt}" aria-label="Frame"
      style="grid-column:1/3;width:100%;min-width:0;height:28px;margin:0;accent-color:#1f7fbf;cursor:pointer">`;
  const [button, label, slider] = controls.children;

  let timer = null;
  const name = () => {
    button.innerHTML = timer === null ? '<span aria-hidden="true">▶</span> play' : '<span aria-hidden="true">❚❚</span> pause';
    label.textContent = film.labels[slider.value];
    slider.setAttribute("aria-valuetext", film.labels[slider.value]);
  };
  const show = frame => {
    slider.value = frame;
    name();
    // A frame that is overtaken by the next one is none to complain about.
    Plotly.animate(box, [frames[frame].name], { mode: "immediate", frame: { duration: 0, redraw: true }, transition: { duration: 0 } })
      .catch(() => { });
  };
  const pause = () => {
    clearInterval(timer);
    timer = null;
    name();
  };
  const next = () => {
    if (+slider.value < frames.length - 1 && box.isConnected) show(+slider.value + 1);
    else pause();
  };
  button.addEventListener("click", () => {
    if (timer !== null) return pause();
    timer = setInterval(next, film.milliseconds);
    show(+slider.value < frames.length - 1 ? +slider.value : 0);
  });
  slider.addEventListener("input", () => {
    pause();
    show(+slider.value);
  });
  name();
  box.after(controls);
}
