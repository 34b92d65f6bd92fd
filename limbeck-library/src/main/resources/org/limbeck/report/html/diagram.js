const DETAILS = [["names", "Names"], ["keys", "Keys"], ["columns", "Columns"]];

function diagramView(section) {
  if (!data.schema) {
    section.append(...absent("schema"));
    return {};
  }
  const all = tables.filter(isDrawn);
  if (all.length === 0) {
    section.append(emptyNote("There is no table in " + data.schema.name + " to draw."));
    return {};
  }
  let detail = all.length <= 16 ? "columns" : all.length <= 40 ? "keys" : "names";
  let focus = null;
  let schema = "*";
  let query = "";
  let scene = null;
  let onPaper = false;

  const content = s("g");
  const drawing = s("svg.drawing", {
    role: "group", "aria-label": "Entity diagram. Arrow keys go from table to table, Enter shows one with its neighbours, Escape shows all.",
  }, s("defs", null, marker("many", "M10 0L0 5L10 10M0 5H10"), marker("one", "M6 1V9")), content);
  const panel = h("aside.panel", { hidden: true, "aria-label": "The table in the middle" });
  const frame = h("div.canvas", null, drawing);
  const camera = canvas(frame, content, scale => {
    drawing.classList.toggle("far", scale < 0.4);
    if (scene) writeLabels(scene, scale);
  });

  const search = searchField("Find a table or column", value => {
    query = value.trim();
    light();
  });
  search.input.addEventListener("keydown", event => {
    const [first] = scene.found ?? [];
    if (event.key === "Enter" && first) location.hash = "#/diagram/" + encodeURIComponent(first);
  });
  const schemas = [...new Set(all.map(table => table.schema ?? ""))].sort();
  const button = (text, label, action) => h("button", { type: "button", title: label, "aria-label": label, onclick: action }, text);
  section.append(
    h("div.toolbar", null, search.input,
      schemas.length > 1 && h("select", { "aria-label": "Which schema", onchange: event => show(focus, { schema: event.target.value }) },
        h("option", { value: "*" }, "every schema"), schemas.map(each => h("option", { value: each }, each || "default schema"))),
      choice("How much of each table", DETAILS, detail, value => show(focus, { detail: value })),
      h("div.choice", { role: "group", "aria-label": "Zoom" },
        button("−", "Smaller", () => camera.zoom(1 / 1.4)),
        button("+", "Larger", () => camera.zoom(1.4)),
        button("Fit", "Show all", () => camera.fit(scene))),
      search.found),
    h("div.stage", null, frame, panel));

  /** Wider than high by so much; on paper, where the frame has no size yet, a little higher than wide. */
  function shape() {
    return frame.clientWidth > 0 ? frame.clientWidth / frame.clientHeight : 0.8;
  }

  function show(name, changes = {}) {
    const before = focus;
    const inside = frame.contains(document.activeElement);
    focus = tablesByName.has(name) && isDrawn(tablesByName.get(name)) ? name : null;
    detail = changes.detail ?? detail;
    schema = changes.schema ?? schema;
    const shown = all.filter(table => schema === "*" || (table.schema ?? "") === schema);
    panel.hidden = !focus;
    scene = focus ? neighbourhood(focus, detail) : wholeScene(shown, detail, shape());
    drawScene(content, scene);
    if (focus) {
      panel.replaceChildren(...panelContent(focus));
      scene.elements.get(focus).classList.add("focus");
    }
    home();
    const next = focus ?? (scene.elements.has(before) ? before : scene.elements.keys().next().value);
    roving(next);
    if (inside) scene.elements.get(next).focus({ preventScroll: true });
    light();
  }

  /** All of it, or as much as can be read. */
  function home() {
    camera.begin(scene, focus ? 0.55 : 0.2);
    if (focus) camera.reveal(scene.boxes.get(focus));
  }

  /** Marks what was searched for. */
  function light() {
    scene.found = query ? [...scene.elements.keys()].filter(name => matches(wordsOf(tablesByName.get(name)), query)) : null;
    const found = new Set(scene.found ?? []);
    drawing.classList.toggle("crowded", focus !== null && scene.boxes.size > 14);
    drawing.classList.toggle("searching", query !== "");
    for (const [name, element] of scene.elements) element.classList.toggle("found", found.has(name));
    search.found.textContent = query ? found.size + " of " + scene.elements.size : count(scene.elements.size, "table");
    if (found.size === 1) camera.reveal(scene.boxes.get(scene.found[0]));
  }

  function lit(name) {
    drawing.classList.toggle("dim", name !== null);
    const near = new Set(name === null ? [] : [name]);
    for (const edge of scene.edges) {
      const touches = edge.key.from === name || edge.key.to === name;
      edge.element.classList.toggle("lit", touches);
      if (touches) near.add(edge.key.from).add(edge.key.to);
    }
    for (const [other, element] of scene.elements) element.classList.toggle("lit", near.has(other));
  }

  /** Only one box is in the order of the tab key; arrows go on from it. */
  function roving(name) {
    for (const [other, element] of scene.elements) element.setAttribute("tabindex", other === name ? "0" : "-1");
  }

  function choose(name) {
    location.hash = name === focus ? "#/tables/" + encodeURIComponent(name) : "#/diagram/" + encodeURIComponent(name);
  }

  const boxOf = event => event.target.closest?.(".box")?.dataset.name ?? null;
  drawing.addEventListener("click", event => boxOf(event) !== null && choose(boxOf(event)));
  drawing.addEventListener("pointerover", event => lit(boxOf(event)));
  drawing.addEventListener("pointerleave", () => lit(null));
  drawing.addEventListener("focusin", event => {
    const name = boxOf(event);
    if (name === null) return;
    roving(name);
    lit(name);
    if (event.target.matches(":focus-visible")) camera.reveal(scene.boxes.get(name));
  });
  drawing.addEventListener("focusout", () => lit(null));
  frame.addEventListener("keydown", event => {
    const name = boxOf(event);
    const actions = {
      Enter: () => name !== null && choose(name),
      " ": () => name !== null && choose(name),
      Escape: () => { location.hash = "#/diagram"; },
      "+": () => camera.zoom(1.4), "=": () => camera.zoom(1.4), "-": () => camera.zoom(1 / 1.4), 0: () => camera.fit(scene),
      ArrowLeft: () => step(name, -1, 0), ArrowRight: () => step(name, 1, 0), ArrowUp: () => step(name, 0, -1), ArrowDown: () => step(name, 0, 1),
    };
    if (!actions[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    actions[event.key]();
  });

  function step(name, x, y) {
    const next = name === null ? null : beside(scene.boxes, name, x, y);
    if (next) scene.elements.get(next).focus({ preventScroll: true });
    else camera.pan(-x * 80, -y * 80);
  }

  new ResizeObserver(() => frame.clientWidth > 0 && scene && !onPaper && home()).observe(frame);
  return {
    goTo: show,
    beforePrint() {
      if (!scene) show(null);
      onPaper = true;
      frame.style.setProperty("--shape", scene.width / scene.height);
      drawing.setAttribute("viewBox", `-8 -8 ${scene.width + 16} ${scene.height + 16}`);
      content.removeAttribute("transform");
      writeLabels(scene, 1000 / scene.width);
    },
    afterPrint() {
      onPaper = false;
      drawing.removeAttribute("viewBox");
      home();
    },
  };
}

function marker(id, path) {
  return s("marker", { id, viewBox: "-1 -1 12 12", refX: id === "many" ? 10 : 6, refY: 5, markerWidth: 11, markerHeight: 11, orient: id === "many" ? "auto" : "auto-start-reverse" },
    s("path", { d: path }));
}

function wordsOf(table) {
  return [table.name, table.comment ?? "", ...table.columns.map(column => column.name)].join(" ").toLowerCase();
}

function panelContent(name) {
  const table = tablesByName.get(name);
  const links = (title, names) => names.length > 0 && [h("h4", null, title + " (" + names.length + ")"),
    h("ul", null, names.map(each => h("li", null, h("a", { href: "#/diagram/" + encodeURIComponent(each) }, each))))];
  const unique = list => [...new Set(list)].filter(each => isDrawn(tablesByName.get(each))).sort();
  return [
    h("h3", null, name),
    table.comment && h("p.comment", null, table.comment),
    h("p", null, h("a", { href: "#/tables/" + encodeURIComponent(name) }, "Columns, keys, indexes"), h("br"), h("a", { href: "#/diagram" }, "All tables")),
    links("References", unique(foreignKeys.filter(key => key.from === name).map(key => key.to))),
    links("Referenced by", unique(foreignKeys.filter(key => key.to === name).map(key => key.from))),
  ].flat().filter(Boolean);
}
