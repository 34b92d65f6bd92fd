// What the diagram shows: all tables in groups, or one with its neighbours.

function wholeScene(shown, detail, aspect) {
  const boxes = new Map(shown.map(table => [table.name, tableBox(table, detail)]));
  const keys = foreignKeys.filter(key => boxes.has(key.from) && boxes.has(key.to));
  const placed = layout(boxes, keys, aspect);
  const groupOf = new Map(placed.groups.flatMap((group, index) => group.names.map(name => [name, index])));
  return { ...placed, boxes, keys, isAcross: key => groupOf.get(key.from) !== groupOf.get(key.to), labels: placed.groups.length > 1 };
}

/** What it refers to stands on its left, what refers to it on its right. */
function neighbourhood(name, detail) {
  const keys = foreignKeys.filter(key => key.from === name || key.to === name);
  const drawn = each => isDrawn(tablesByName.get(each)) && each !== name;
  const left = [...new Set(keys.map(key => key.to).filter(drawn))].sort();
  const right = [...new Set(keys.map(key => key.from).filter(drawn))].filter(each => !left.includes(each)).sort();
  const boxes = new Map([[name, tableBox(tablesByName.get(name), "columns")]]);
  for (const each of [...left, ...right]) boxes.set(each, tableBox(tablesByName.get(each), detail === "columns" ? "keys" : detail));
  const tallest = Math.max(620, boxes.get(name).height);
  const columns = [...broken(left, boxes, tallest), [name], ...broken(right, boxes, tallest)].filter(column => column.length > 0);
  const placed = stand(columns, boxes, { column: 90, label: GAP.inside });
  for (const [each, place] of placed.places) Object.assign(boxes.get(each), place);
  return { groups: [], width: placed.width, height: placed.height, boxes, keys: keys.filter(key => boxes.has(key.from) && boxes.has(key.to)), isAcross: () => false, labels: false };
}

/** Draws a scene anew; adds its elements to it. */
function drawScene(content, scene) {
  scene.elements = new Map([...scene.boxes].map(([name, box]) => [name, drawBox(box)]));
  scene.edges = scene.keys.map(key => {
    const [from, to] = [scene.boxes.get(key.from), scene.boxes.get(key.to)];
    const primary = (to.table.constraints ?? []).find(constraint => constraint.kind === "primary key")?.columns[0];
    const element = s("path.edge", {
      class: scene.isAcross(key) ? "across" : "", d: connection(from, to, rowMiddle(from, key.columns[0]), rowMiddle(to, primary), scene.ways?.get(key)),
      "marker-start": "url(#many)", "marker-end": "url(#one)",
    });
    return { key, element };
  });
  scene.labelled = scene.labels ? scene.groups.map(group => ({ group, element: s("text.label", null, groupName(group, scene.keys)) })) : [];
  content.replaceChildren(
    s("g.groups", { "aria-hidden": "true" }, scene.groups.map(group => s("rect.area", { x: group.x, y: group.y, width: group.width, height: group.height, rx: 14 }))),
    s("g.edges", { "aria-hidden": "true" }, [...scene.edges].sort((a, b) => scene.isAcross(b.key) - scene.isAcross(a.key)).map(edge => edge.element)),
    s("g.boxes", null, [...scene.elements.values()]),
    s("g.labels", { "aria-hidden": "true" }, scene.labelled.map(label => label.element)));
}

/** A group is called by the table that most of its others refer to. */
function groupName(group, keys) {
  const own = new Set(group.names);
  const referring = new Map(group.names.map(name => [name, 0]));
  let any = false;
  for (const key of keys) {
    if (own.has(key.from) && own.has(key.to) && key.from !== key.to) {
      referring.set(key.to, referring.get(key.to) + 1);
      any = true;
    }
  }
  return any ? [...referring].reduce((best, each) => (each[1] > best[1] ? each : best))[0] : "without foreign keys";
}

/** From afar the names of groups are what can be read, so they grow as everything else shrinks. */
function writeLabels(scene, scale) {
  for (const { group, element } of scene.labelled) {
    const wanted = Math.max(13, Math.min(42, 15 / scale));
    const size = Math.min(wanted, (group.width - 28) / (element.textContent.length * 0.6));
    element.setAttribute("font-size", size);
    element.setAttribute("x", group.x + GAP.inside - 2);
    element.setAttribute("y", group.y + 8 + size);
  }
}

/** The nearest box in a direction. */
function beside(boxes, name, x, y) {
  const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
  const [fromX, fromY] = middle(boxes.get(name));
  let best = null;
  for (const [other, box] of boxes) {
    const [toX, toY] = middle(box);
    const along = (toX - fromX) * x + (toY - fromY) * y;
    const aside = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
    const distance = along + 2.5 * aside;
    if (other !== name && along > 1 && (!best || distance < best.distance)) best = { other, distance };
  }
  return best?.other ?? null;
}
