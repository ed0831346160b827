// A slash goes to the search box, as on many sites, unless the reader is writing.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.getElementById("find") ?? document.getElementById("site-search");
  event.preventDefault();
  box.focus();
});
