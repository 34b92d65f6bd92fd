// The graph is drawn row by row, as "limbeck history" does it: a revision stands in a lane, and lines to what it revises go down
// from it. So rows can be opened and left out.

const LANE = 16;
const ROW = 40;
const LANE_COLORS = 6;

/** For each revision its lane, the lanes that lead to it, those that pass it, and those that go on from it. */
function lanes(revisions) {
  const open = [];
  const free = from => {
    let lane = from;
    while (open[lane] !== undefined && open[lane] !== null) lane++;
    return lane;
  };
  return revisions.map(revision => {
    const above = open.map((expected, lane) => ({ expected, lane })).filter(({ expected }) => expected);
    const into = above.filter(({ expected }) => expected === revision.revision).map(({ lane }) => lane);
    const lane = into.length > 0 ? into[0] : free(0);
    into.forEach(each => { open[each] = null; });
    const passing = above.filter(({ expected }) => expected !== revision.revision).map(each => each.lane);
    const parents = revision.revises.filter(parent => revisionsById.has(parent));
    const out = parents.map((parent, index) => {
      const existing = open.indexOf(parent);
      const to = index === 0 ? lane : existing >= 0 ? existing : free(lane + 1);
      open[to] = parent;
      return to;
    });
    const below = open.map((expected, each) => (expected ? each : -1)).filter(each => each >= 0);
    return { lane, into, passing, out, below };
  });
}

function laneColor(lane) {
  return "lane" + (lane % LANE_COLORS);
}

function revisionDrawing(row, revision, width, gap) {
  const x = lane => gap / 2 + lane * gap + 4;
  const middle = ROW / 2;
  const curve = (fromX, fromY, toX, toY) => {
    const half = (fromY + toY) / 2;
    return fromX === toX ? `M${fromX} ${fromY}V${toY}` : `M${fromX} ${fromY}C${fromX} ${half} ${toX} ${half} ${toX} ${toY}`;
  };
  const line = (lane, path) => s("path.line", { class: laneColor(lane), d: path });
  const state = revision.applied === null ? "asked-not" : revision.applied ? "applied" : "pending";
  return s("svg.lanes", { width, height: ROW, viewBox: `0 0 ${width} ${ROW}`, "aria-hidden": "true" },
    row.passing.map(lane => line(lane, curve(x(lane), 0, x(lane), ROW))),
    row.into.map(lane => line(lane, curve(x(lane), 0, x(row.lane), middle))),
    row.out.map(lane => line(lane, curve(x(row.lane), middle, x(lane), ROW))),
    node(state, x(row.lane), middle, revision.current));
}

/** The current one has a ring. */
function node(state, x, y, current) {
  return [current && s("circle.ring", { cx: x, cy: y, r: 8.5 }), s("circle.node", { class: state, cx: x, cy: y, r: 5 })];
}

/** What a row is called when lines are not seen. */
function stateWords(revision) {
  return revision.applied === null ? "" : revision.applied ? "applied" : "pending";
}

function badges(revision) {
  return [
    revision.current && h("span.badge.solid", null, "current"),
    revision.head && h("span.badge.head", null, "head"),
    revision.applied === false && h("span.badge.pending", null, "pending"),
    revision.labels.map(label => h("span.badge", null, label)),
    revision.mergePoint && h("span.badge.quiet", null, "merge"),
    revision.branchPoint && h("span.badge.quiet", null, "branch point"),
    revision.base && h("span.badge.quiet", null, "base"),
  ];
}

function revisionDetails(revision) {
  const links = ids => ids.map((id, index) => [index > 0 && ", ", revisionsById.has(id) ? revisionLink(id) : id]);
  const run = (data.history ?? []).find(step => step.revision === revision.revision && step.duration !== null);
  const findings = (data.lint ?? []).filter(finding => finding.revision === revision.revision).length;
  const entry = (term, ...value) => [h("dt", null, term), h("dd", null, value)];
  return h("dl.facts", null,
    entry("file", h("code", null, revision.file)),
    revision.created && entry("created", revision.created),
    revision.revises.length > 0 && entry("revises", links(revision.revises)),
    revision.dependsOn.length > 0 && entry("depends on", links(revision.dependsOn)),
    revision.children.length > 0 && entry("revised by", links(revision.children)),
    run && entry("last run", run.direction + ", ", time(run.started), ", " + duration(run.duration) + ", by " + run.by),
    findings > 0 && entry("findings", h("a", { href: "#/findings/" + encodeURIComponent(revision.revision) }, count(findings, "finding"))));
}

function revisionsView(section) {
  const rows = lanes(data.revisions);
  const widest = Math.max(1, ...rows.map(row => Math.max(row.lane, ...row.passing, ...row.out) + 1));
  const gap = Math.min(LANE, 150 / widest);
  const width = Math.ceil(widest * gap) + 8;
  const dated = data.revisions.some(revision => revision.created);
  const list = h("ol.revisions", { class: dated ? "dated" : "", "--lanes": width + "px" });
  const items = data.revisions.map((revision, index) => {
    const body = h("div.body", { hidden: true });
    const button = h("button.row", {
      type: "button", "aria-expanded": "false",
      onclick: () => open(item, button.getAttribute("aria-expanded") !== "true"),
    },
      revisionDrawing(rows[index], revision, width, gap),
      h("span.text", null,
        h("span.id", null, revision.revision),
        h("span.message", null, revision.message),
        h("span.hidden", null, stateWords(revision))),
      h("span.badges", null, badges(revision)),
      dated && h("span.created", null, revision.created.slice(0, 10)));
    const item = h("li", null, button, body);
    item.revision = revision;
    item.below = rows[index].below;
    item.words = [revision.revision, revision.message, revision.file, ...revision.labels].join(" ").toLowerCase();
    return item;
  });
  list.append(...items);

  function open(item, wanted) {
    const [button, body] = item.children;
    button.setAttribute("aria-expanded", String(wanted));
    body.hidden = !wanted;
    if (wanted && body.childElementCount === 0) {
      const x = lane => gap / 2 + lane * gap + 3;
      body.append(
        h("div.through", { "aria-hidden": "true" }, item.below.map(lane => h("span", { class: laneColor(lane), "--x": x(lane) + "px" }))),
        revisionDetails(item.revision));
    }
  }

  let query = "";
  let state = "all";
  function filter() {
    let shown = 0;
    for (const item of items) {
      const fits = state === "all"
        || (state === "heads" ? item.revision.head : item.revision.applied === (state === "applied"));
      item.hidden = !(fits && matches(item.words, query));
      shown += item.hidden ? 0 : 1;
    }
    list.classList.toggle("parted", shown < items.length);
    search.found.textContent = shown === items.length ? count(shown, "revision") : shown + " of " + items.length;
  }

  const search = searchField("Search revisions", value => {
    query = value.trim();
    filter();
  });
  const states = [["all", "All"], ["heads", "Heads"]];
  if (data.database) states.push(["applied", "Applied"], ["pending", "Pending"]);
  list.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches("button.row")) return;
    const visible = items.filter(item => !item.hidden);
    const next = visible[visible.indexOf(event.target.parentElement) + step];
    if (next) {
      next.firstChild.focus();
      event.preventDefault();
    }
  });
  add(section, [
    h("div.toolbar", null, search.input, choice("Which revisions", states, "all", value => {
      state = value;
      filter();
    }), search.found),
    legend(), list,
  ]);
  filter();
  return { goTo };

  function goTo(id) {
    const item = items.find(each => each.revision.revision === id);
    if (!item) return;
    if (item.hidden) {
      search.input.value = query = "";
      state = "all";
      press(section.querySelector(".choice"), "all");
      filter();
    }
    open(item, true);
    item.firstChild.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
  }
}

function legend() {
  if (!data.database) return null;
  const mark = (state, current) => s("svg", { width: 20, height: 20, "aria-hidden": "true" }, node(state, 10, 10, current));
  return h("p.legend", null, mark("applied", false), "applied", mark("applied", true), "current", mark("pending", false), "pending");
}
