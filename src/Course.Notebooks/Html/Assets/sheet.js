// Each box is a still of its section's figure, in the colour of its panel's text.
for (const box of document.querySelectorAll(".chart")) {
  const figure = JSON.parse(box.closest("section").querySelector("script").textContent);
  const frame = (figure.frames || [])[box.dataset.frame];
  const layout = { ...figure.layout, ...(frame && frame.layout) };
  // A still has no buttons; they would say the same in every panel.
  if (frame) { delete layout.updatemenus; delete layout.sliders; }
  layout.font = { color: getComputedStyle(box).color, ...layout.font };
  if (layout.autosize !== false) delete layout.width;
  Plotly.newPlot(box, frame ? frame.data : figure.data, layout, { staticPlot: true });
}
