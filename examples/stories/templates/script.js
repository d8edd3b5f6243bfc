"use strict";
(() => {
  const list = document.getElementById("list");
  const front = document.getElementById("front");
  const skip = document.querySelector(".skip");
  // Absent where there is nothing to look for, or nothing to order by.
  const tools = document.getElementById("tools");
  const query = document.getElementById("query");
  const order = document.getElementById("order");
  const count = document.getElementById("count");
  const entries = [...list.children];
  // Pages come in the order of the entries. Looking up each entry's own takes seconds where there are thousands.
  const pages = new Map([...document.querySelectorAll(".story")].map((page, at) => [entries[at], page]));
  const number = (count) => count.toLocaleString("en");
  const letters = { ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i", æ: "ae", œ: "oe" };
  // As people type: no quotes, apostrophes and accents, spaces for hyphens and dashes, plain letters.
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/["'`´‘’‚‛“”„‟«»‹›′″ʹʻʼ＂＇\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[ßøłđıæœ]/g, (letter) => letters[letter])
      .replace(/[\p{Pd}−]/gu, " ");
  // A story is searched whole: its page has the texts and names that its entry has not. Its labels are not its own.
  const said = "h2, .told, .quote, .headline, .excerpt, .by bdi, .keywords";
  const texts = new Map();
  const text = (entry) => {
    if (!texts.has(entry)) {
      const parts = [...pages.get(entry).querySelectorAll(said)].filter((part) => !part.closest(".related"));
      texts.set(entry, fold(parts.map((part) => part.textContent).join(" ")));
    }
    return texts.get(entry);
  };
  const orders = { size: "largest first", score: "as on a front page", time: "newest first" };
  // What is shown is told where it is less than all, and once the reader has asked for anything.
  let isAsked = false;
  const show = (event) => {
    isAsked ||= Boolean(event);
    const words = fold(query.value).split(/\s+/).filter(Boolean);
    const chosen = document.querySelector("input[name=side]:checked");
    const side = chosen ? chosen.value : "";
    let shown = 0;
    for (const entry of entries) {
      const fits = (!side || entry.dataset.marks.split(" ").includes(side)) && words.every((word) => text(entry).includes(word));
      entry.hidden = !fits;
      shown += fits;
    }
    document.getElementById("nothing").hidden = shown > 0;
    const all = number(entries.length);
    const sorted = event && event.target === order ? `, ${orders[order.value]}` : "";
    const part = shown < entries.length ? `${number(shown)} of ${all} stories` : sorted ? `${all} stories` : `All ${all} stories`;
    count.textContent = isAsked || shown < entries.length ? part + sorted : "";
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
    const target = document.getElementById(location.hash.slice(1));
    const page = target && target.closest(".story");
    skip.setAttribute("href", page ? `#${page.id}-title` : "#front");
    skip.textContent = page ? "Skip to the story" : "Skip to the stories";
    if (page) {
      document.title = page.querySelector("h2").textContent;
      left = list.querySelector(`a[href="#${page.id}"]`);
      target.focus({ preventScroll: target === page });
      return;
    }
    document.title = "Stories";
    const isLost = location.hash.length > 1 && !target;
    if (left) left.focus();
    else if (isLost) front.focus();
    left = null;
    if (isLost && tools) count.textContent = "The story in the address is not on this page.";
  };
  if (tools) {
    tools.hidden = false;
    query.addEventListener("input", show);
    if (order) order.addEventListener("change", sort);
    tools.addEventListener("change", show);
    // The browser may have kept what was typed before a reload.
    if (order && order.value !== "size") sort();
    show();
  }
  addEventListener("hashchange", go);
  go();
})();
