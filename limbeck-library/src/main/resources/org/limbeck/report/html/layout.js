// Inside a group tables stand in columns, what is referred to on the left of what refers to it; groups are packed side by side.

const GAP = { row: 16, group: 36, inside: 18 };
/** More tables than this are looked at from afar, where only names of groups can be read. */
const MANY = 60;

/** Keeps a way free for a foreign key through a column between its tables. */
const PASSAGE = 10;

/**
 * Where everything stands.
 *
 * @param boxes by name: width and height; gets x and y
 * @returns {groups: [{x, y, width, height, names}], width, height}
 */
function layout(boxes, keys, aspect) {
  const names = [...boxes.keys()];
  const inner = keys.filter(({ from, to }) => boxes.has(from) && boxes.has(to) && from !== to);
  const many = names.length > MANY;
  const room = { column: many ? 38 : 56, label: many ? 58 : 26 };
  const groups = groupsOf(names, inner).map(members => groupLayout(members, inner, boxes, room));
  const order = byLinks(groups, inner);
  let best = null;
  for (const factor of [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6]) {
    const packed = pack(order, factor, aspect);
    const scale = Math.min(aspect / packed.width, 1 / packed.height);
    if (!best || scale > best.scale) best = { ...packed, scale };
  }
  order.forEach((group, index) => {
    Object.assign(group, best.places[index]);
    for (const [name, place] of group.places) {
      boxes.get(name).x = group.x + place.x;
      boxes.get(name).y = group.y + place.y;
    }
    for (const passage of group.passages) {
      passage.x += group.x;
      passage.y += group.y;
    }
  });
  return { groups: order, width: best.width, height: best.height, ways: new Map(order.flatMap(group => [...group.ways])) };
}

function groupLayout(members, keys, boxes, room) {
  const own = new Set(members);
  const inner = keys.filter(({ from, to }) => own.has(from) && own.has(to));
  const area = members.reduce((sum, name) => sum + (boxes.get(name).width + room.column) * (boxes.get(name).height + GAP.row), 0);
  const tallest = Math.max(...members.map(name => boxes.get(name).height), Math.sqrt(area));
  const { ranks, ways } = ranked(members, inner);
  const passages = [...new Set([...ways.values()].flat())];
  const all = new Map([...members.map(name => [name, boxes.get(name)]), ...passages.map(passage => [passage, passage])]);
  const { places, ...size } = stand(ranks.flatMap(names => broken(names, all, tallest)), all, room);
  for (const passage of passages) {
    Object.assign(passage, places.get(passage));
    places.delete(passage);
  }
  return { names: members, places, ways, passages, ...size };
}

/**
 * Sets columns side by side, each in the middle of the height.
 *
 * @param room what is left free between columns, and above them for a label
 */
function stand(columns, boxes, room) {
  const heightOf = names => names.reduce((sum, name) => sum + boxes.get(name).height + GAP.row, -GAP.row);
  const height = Math.max(...columns.map(heightOf));
  const places = new Map();
  let x = GAP.inside;
  for (const names of columns) {
    const width = Math.max(...names.map(name => boxes.get(name).width));
    let y = room.label + (height - heightOf(names)) / 2;
    for (const name of names) {
      places.set(name, boxes.get(name) === name ? { x, y, width } : { x, y });
      y += boxes.get(name).height + GAP.row;
    }
    x += width + room.column;
  }
  return { places, width: x - room.column + GAP.inside, height: height + room.label + GAP.inside };
}

/**
 * Names by rank, each rank in an order with few crossings. A foreign key that goes over several ranks gets passages in those
 * between; they stand among the names.
 */
function ranked(members, keys) {
  const parents = new Map(members.map(name => [name, []]));
  const children = new Map(members.map(name => [name, []]));
  for (const { from, to } of keys) {
    parents.get(from).push(to);
    children.get(to).push(from);
  }
  const rank = new Map();
  const visiting = new Set();
  const rankOf = name => {
    if (rank.has(name)) return rank.get(name);
    if (visiting.has(name)) return -1;
    visiting.add(name);
    const own = 1 + Math.max(-1, ...parents.get(name).map(rankOf));
    visiting.delete(name);
    rank.set(name, own);
    return own;
  };
  members.forEach(rankOf);
  for (const name of members) {
    const below = children.get(name).map(child => rank.get(child));
    // A table that refers to nothing stands right beside what refers to it.
    if (parents.get(name).length === 0 && below.length > 0) rank.set(name, Math.max(0, Math.min(...below) - 1));
  }
  const ranks = [];
  for (const name of members) (ranks[rank.get(name)] ??= []).push(name);
  const ways = throughRanks(keys, rank, ranks);
  const near = { left: new Map(), right: new Map() };
  for (const [key, way] of ways) {
    const chain = [key.from, ...way, key.to];
    chain.slice(1).forEach((left, index) => {
      (near.left.get(chain[index]) ?? near.left.set(chain[index], new Set()).get(chain[index])).add(left);
      (near.right.get(left) ?? near.right.set(left, new Set()).get(left)).add(chain[index]);
    });
  }
  const filledRanks = ranks.filter(Boolean);
  for (let sweep = 0; sweep < 6; sweep++) {
    const position = new Map(filledRanks.flatMap(names => names.map((name, index) => [name, (index + 0.5) / names.length])));
    const side = sweep % 2 === 0 ? near.left : near.right;
    for (const names of filledRanks) {
      const middle = new Map(names.map(name => {
        const others = [...(side.get(name) ?? [])];
        return [name, others.length === 0 ? position.get(name) : others.reduce((sum, other) => sum + position.get(other), 0) / others.length];
      }));
      names.sort((a, b) => middle.get(a) - middle.get(b) || position.get(a) - position.get(b));
    }
  }
  return { ranks: filledRanks, ways };
}

/** The passages of each foreign key; those to one table share theirs. */
function throughRanks(keys, rank, ranks) {
  const shared = new Map();
  const passageAt = (to, at) => {
    const name = JSON.stringify([to, at]);
    if (!shared.has(name)) {
      const passage = { height: PASSAGE, width: 0, x: 0, y: 0 };
      shared.set(name, passage);
      (ranks[at] ??= []).push(passage);
    }
    return shared.get(name);
  };
  const ways = new Map();
  for (const key of keys) {
    const way = [];
    for (let at = rank.get(key.from) - 1; at > rank.get(key.to); at--) way.push(passageAt(key.to, at));
    ways.set(key, way);
  }
  return ways;
}

/** A column that is too tall as several. */
function broken(names, boxes, tallest) {
  const columns = [[]];
  let height = 0;
  for (const name of names) {
    const own = boxes.get(name).height + GAP.row;
    if (height > 0 && height + own - GAP.row > tallest) {
      columns.push([]);
      height = 0;
    }
    columns.at(-1).push(name);
    height += own;
  }
  return columns;
}

/** The largest group first, then always the one with most links to those before it. */
function byLinks(groups, keys) {
  const groupOf = new Map(groups.flatMap(group => group.names.map(name => [name, group])));
  const links = new Map(groups.map(group => [group, new Map()]));
  for (const { from, to } of keys) {
    const [a, b] = [groupOf.get(from), groupOf.get(to)];
    if (a === b) continue;
    links.get(a).set(b, (links.get(a).get(b) ?? 0) + 1);
    links.get(b).set(a, (links.get(b).get(a) ?? 0) + 1);
  }
  const waiting = [...groups];
  const order = [];
  const pull = new Map();
  while (waiting.length > 0) {
    let next = 0;
    waiting.forEach((group, index) => {
      if ((pull.get(group) ?? 0) > (pull.get(waiting[next]) ?? 0)) next = index;
    });
    const [group] = waiting.splice(next, 1);
    order.push(group);
    for (const [other, number] of links.get(group)) pull.set(other, (pull.get(other) ?? 0) + number);
  }
  return order;
}

/** Puts each group where its upper edge is highest, in a width that makes the whole about as wide as it should be. */
function pack(groups, factor, aspect) {
  const area = groups.reduce((sum, group) => sum + (group.width + GAP.group) * (group.height + GAP.group), 0);
  const limit = Math.max(Math.sqrt(area * aspect) * factor, ...groups.map(group => group.width + GAP.group));
  let skyline = [{ x: 0, y: 0, width: limit }];
  const places = groups.map(group => {
    const width = group.width + GAP.group;
    let best = null;
    for (const { x } of skyline) {
      if (x + width > limit + 0.5) continue;
      const y = Math.max(...skyline.filter(piece => piece.x < x + width && piece.x + piece.width > x).map(piece => piece.y));
      if (!best || y < best.y) best = { x, y };
    }
    skyline = raised(skyline, best.x, width, best.y + group.height + GAP.group);
    return best;
  });
  return {
    places,
    width: Math.max(0, ...places.map((place, index) => place.x + groups[index].width)),
    height: Math.max(0, ...places.map((place, index) => place.y + groups[index].height)),
  };
}

function raised(skyline, x, width, y) {
  const end = x + width;
  const pieces = [];
  for (const piece of skyline) {
    const pieceEnd = piece.x + piece.width;
    if (piece.x < x) pieces.push({ x: piece.x, y: piece.y, width: Math.min(pieceEnd, x) - piece.x });
    if (pieceEnd > end) pieces.push({ x: Math.max(piece.x, end), y: piece.y, width: pieceEnd - Math.max(piece.x, end) });
  }
  pieces.push({ x, y, width });
  return pieces.filter(piece => piece.width > 0.5).sort((a, b) => a.x - b.x);
}

/** The way from what refers to what is referred to, with the direction in which it leaves each, through what lies between. */
function connection(a, b, fromY, toY, way = []) {
  const start = a.y + fromY;
  const end = b.y + toY;
  const bend = distance => Math.max(24, Math.min(120, distance / 2));
  if (a === b) {
    const x = a.x + a.width;
    return `M${x} ${start}C${x + 46} ${start} ${x + 46} ${a.y - 14} ${x - 16} ${a.y - 14}S${x - 24} ${a.y - 8} ${x - 24} ${a.y}`;
  }
  if (a.x >= b.x + b.width) {
    let [x, y] = [a.x, start];
    let path = `M${x} ${y}`;
    for (const next of [...way.map(passage => ({ x: passage.x, right: passage.x + passage.width, y: passage.y + PASSAGE / 2 })), { right: b.x + b.width, y: end }]) {
      const d = bend(x - next.right);
      path += `C${x - d} ${y} ${next.right + d} ${next.y} ${next.right} ${next.y}` + (next.x === undefined ? "" : `H${next.x}`);
      [x, y] = [next.x, next.y];
    }
    return path;
  }
  if (b.x >= a.x + a.width) {
    const d = bend(b.x - a.x - a.width);
    return `M${a.x + a.width} ${start}C${a.x + a.width + d} ${start} ${b.x - d} ${end} ${b.x} ${end}`;
  }
  const x = Math.max(a.x + a.width, b.x + b.width) + 30;
  return `M${a.x + a.width} ${start}C${x} ${start} ${x} ${end} ${b.x + b.width} ${end}`;
}
