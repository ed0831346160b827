// Searches the titles, terms and headings of all pages, which search-index.js lists: t what it is called, k what it is, u where it is,
// w its weight, x more words by which it can be found.
(() => {
  const box = document.getElementById("find"), list = document.getElementById("found"), status = document.getElementById("status");
  const most = 60;

  // Schroedinger is found without his dots, and Kaiser without his stroke. Han characters stay as they are.
  const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[łøđßæœ]/g, letter => ({ "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe" })[letter]);
  const entries = window.courseIndex.map(entry => ({ ...entry, title: plain(entry.t), more: plain(`${entry.k} ${entry.x ?? ""}`) }));
  const isWord = letter => letter !== undefined && /[\p{L}\p{N}]/u.test(letter) && !/\p{Script=Han}/u.test(letter);

  // How well a word fits a title: the whole title, a whole word of it, a word's beginning, a part; in the other words it counts little.
  const fit = (entry, word) => {
    if (entry.title === word) return 12;
    let best = entry.title.split(" ").includes(word) ? 10 : 0;
    for (let at = entry.title.indexOf(word); at >= 0; at = entry.title.indexOf(word, at + 1)) {
      const begins = !isWord(entry.title[at - 1]), ends = !isWord(entry.title[at + word.length]);
      best = Math.max(best, begins && ends ? 9 : begins ? 6 : 2);
    }
    return best || (entry.more.includes(word) ? 1 : 0);
  };

  const search = text => {
    const words = plain(text).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return entries
      .map((entry, place) => ({ entry, place, fits: words.map(word => fit(entry, word)) }))
      .filter(found => found.fits.every(fit => fit > 0))
      .map(found => ({ ...found, score: found.fits.reduce((sum, fit) => sum + fit, 0) / words.length * found.entry.w }))
      .sort((a, b) => b.score - a.score || a.place - b.place);
  };

  const show = () => {
    const found = search(box.value);
    list.replaceChildren(...found.slice(0, most).map(({ entry }) => {
      const link = document.createElement("a"), title = document.createElement("b"), kind = document.createElement("span");
      title.textContent = entry.t;
      kind.textContent = entry.x && entry.w !== 1 ? `${entry.k} · ${entry.x}` : entry.k;
      link.href = entry.u;
      link.append(title, kind);
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    status.textContent = box.value.trim() === "" ? "" : found.length === 0 ? "Nothing found."
      : `${found.length} ${found.length === 1 ? "result" : "results"}${found.length > most ? `, the first ${most} shown` : ""}.`;
    try {
      history.replaceState(null, "", box.value === "" ? location.pathname : `?q=${encodeURIComponent(box.value)}`);
    } catch {
      // Some browsers allow no new address to a page from disk: then a search can't be bookmarked there.
    }
  };

  // The arrows go through the results, and back to the box.
  document.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [box, ...list.querySelectorAll("a")], at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
  });
  box.form.addEventListener("submit", event => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });

  box.value = new URLSearchParams(location.search).get("q") ?? "";
  box.addEventListener("input", show);
  show();
  box.focus();
})();
