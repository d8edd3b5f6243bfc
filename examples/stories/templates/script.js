"use strict";
(() => {
  const list = document.getElementById("list");
  const query = document.getElementById("query");
  const order = document.getElementById("order");
  const entries = [...list.children];
  // Pages come in the order of the entries. Looking up each entry's own takes seconds where there are thousands.
  const pages = new Map([...document.querySelectorAll(".story")].map((page, at) => [entries[at], page]));
  const number = (count) => count.toLocaleString("en");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // A story is searched whole: its page has the headlines and sources that its entry has not. Its labels are not its own.
  const said = "h2, h4[dir], .quote, .articles .headline, .articles .by, .keywords";
  const texts = new Map();
  const text = (entry) => {
    if (!texts.has(entry)) {
      const parts = [...pages.get(entry).querySelectorAll(said)].filter((part) => !part.closest(".related"));
      texts.set(entry, fold(parts.map((part) => part.textContent).join(" ")));
    }
    return texts.get(entry);
  };
  const show = () => {
    const words = fold(query.value).split(/\s+/).filter(Boolean);
    const chosen = document.querySelector("input[name=side]:checked");
    const side = chosen ? chosen.value : "";
    let shown = 0;
    for (const entry of entries) {
      const fits = (!side || entry.dataset.marks.split(" ").includes(side)) && words.every((word) => text(entry).includes(word));
      entry.hidden = !fits;
      shown += fits;
    }
    document.getElementById("nothing").hidden = shown > 0 || entries.length === 0;
    document.getElementById("count").textContent = shown === entries.length ? "" : `${number(shown)} of ${number(entries.length)} stories`;
  };
  const sort = () => {
    const by = order.value;
    const sorted = by === "size" ? entries : [...entries].sort((a, b) => b.dataset[by] - a.dataset[by]);
    // Items of a list in the page are counted anew for each that moves.
    const place = list.nextSibling;
    list.remove();
    for (const entry of sorted) list.append(entry);
    place.before(list);
  };
  // Coming back from a story, the reader goes on where the story's entry is.
  let left = null;
  const go = () => {
    const page = document.getElementById(location.hash.slice(1));
    if (page && page.classList.contains("story")) {
      document.title = page.querySelector("h2").textContent;
      left = list.querySelector(`a[href="#${page.id}"]`);
      page.focus({ preventScroll: true });
    } else {
      document.title = "Stories";
      if (left) {
        left.focus();
        left = null;
      }
    }
  };
  document.getElementById("tools").hidden = false;
  query.addEventListener("input", show);
  order.addEventListener("change", sort);
  document.getElementById("tools").addEventListener("change", show);
  addEventListener("hashchange", go);
  go();
  // The browser may have kept what was typed before a reload.
  if (order.value !== "size") sort();
  show();
})();
