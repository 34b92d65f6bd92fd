const VIEWS = [
  { id: "overview", title: "Overview", draw: overview },
  { id: "revisions", title: "Revisions", draw: revisionsView, number: data.revisions.length },
  { id: "plan", title: "Plan", draw: planView, number: data.plan?.steps.length },
  { id: "diagram", title: "Diagram", draw: diagramView },
  { id: "tables", title: "Tables", draw: tablesView, number: data.schema && tables.length },
  { id: "differences", title: "Differences", draw: differencesView, number: data.differences?.operations.length },
  { id: "findings", title: "Findings", draw: findingsView, number: data.lint?.length },
  { id: "history", title: "History", draw: historyView, number: data.history?.length },
];

const main = document.getElementById("main");

for (const view of VIEWS) {
  view.heading = h("h2", { tabindex: "-1", id: view.id + "-heading" }, view.title);
  view.section = h("section.view#view-" + view.id, { "aria-labelledby": view.id + "-heading", hidden: true }, view.heading);
  view.link = h("a", { href: "#/" + view.id }, h("span", null, view.title),
    view.number !== undefined && view.number !== null && h("span.number", null, view.number.toLocaleString("en")));
  main.append(view.section);
}

/** Draws a part when it is first looked at. What it gives back shows a thing by its name, and may prepare it for paper. */
function drawn(view) {
  view.parts ??= view.draw(view.section) ?? {};
  return view.parts;
}

/** Shows what the address names: #/tables/orders. */
function route(first) {
  const [, id, name] = location.hash.split("/");
  const view = VIEWS.find(each => each.id === id) ?? VIEWS[0];
  for (const each of VIEWS) {
    each.section.hidden = each !== view;
    if (each === view) each.link.setAttribute("aria-current", "page");
    else each.link.removeAttribute("aria-current");
  }
  const another = document.body.dataset.view !== view.id;
  document.body.dataset.view = view.id;
  const { goTo } = drawn(view);
  if (another) view.link.scrollIntoView({ inline: "center", block: "nearest" });
  if (another && !first) {
    view.heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  goTo?.(name ? decodeURIComponent(name) : null);
}

document.getElementById("top").append(
  h("p.brand", null, "Limbeck report"),
  h("h1", null, data.project),
  h("p.made", null, (data.database ? data.database.name : "no database") + " · ", time(data.made)));
document.getElementById("nav").append(h("ul", null, VIEWS.map(view => h("li", null, view.link))));
document.querySelector(".skip").addEventListener("click", event => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", () => route(false));
addEventListener("beforeprint", () => {
  VIEWS.forEach(view => drawn(view).beforePrint?.());
  for (const item of document.querySelectorAll("details.table:not([hidden])")) {
    item.fill();
    item.open = true;
  }
});
addEventListener("afterprint", () => VIEWS.forEach(view => drawn(view).afterPrint?.()));
addEventListener("keydown", event => {
  if (event.key === "/" && !event.target.matches("input, select, textarea")) {
    const field = document.querySelector(".view:not([hidden]) input[type=search]");
    if (field) {
      field.focus();
      event.preventDefault();
    }
  }
});
route(true);
