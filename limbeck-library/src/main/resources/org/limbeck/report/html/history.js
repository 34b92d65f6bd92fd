function historyTable(steps) {
  const longest = Math.max(1, ...steps.map(step => step.duration ?? 0));
  return h("table.grid.history", { role: "table" },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ["started", "", "revision", "by", "took"].map(name =>
      h("th", { scope: "col", role: "columnheader" }, name || h("span.hidden", null, "direction"))))),
    h("tbody", { role: "rowgroup" }, steps.map(step => h("tr", { role: "row" },
      h("td.when", { role: "cell" }, time(step.started)),
      h("td", { role: "cell" }, h("span.direction." + step.direction, null, step.direction)),
      h("td.what", { role: "cell" }, revisionsById.has(step.revision) ? revisionLink(step.revision) : h("span.id", null, step.revision), " ", step.message,
        step.failure && h("p.fails", null, step.failure),
        step.inFlight && h("p.fails", null, step.rowsDone === null ? "sent, with unknown effect: " : count(step.rowsDone, "row") + " done of: ",
          h("code", null, step.inFlight))),
      h("td.by", { role: "cell" }, step.by),
      h("td.took", { role: "cell" }, step.duration === null
        ? h("strong.fails", null, "unfinished after " + count(step.operationsDone, "operation"))
        : [h("span", null, duration(step.duration)), h("span.bar", { "--part": (step.duration / longest).toFixed(3), "aria-hidden": "true" })])))));
}

function historyView(section) {
  const steps = data.history;
  if (!steps) {
    section.append(...absent("history"));
    return;
  }
  if (steps.length === 0) {
    section.append(emptyNote("Nothing was run on " + data.database.name + " yet."));
    return;
  }
  const place = h("div");
  const search = searchField("Search steps", value => show(value.trim()));
  function show(query) {
    const found = steps.filter(step =>
      matches([step.revision, step.message, step.by, step.direction, step.started].join(" ").toLowerCase(), query));
    place.replaceChildren(found.length > 0 ? historyTable(found) : emptyNote("No step matches."));
    search.found.textContent = found.length === steps.length ? count(found.length, "step") : found.length + " of " + steps.length;
  }
  section.append(h("div.toolbar", null, search.input, search.found), place);
  show("");
}
