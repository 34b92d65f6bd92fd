// Tables are parted into groups that have more foreign keys among themselves than chance would give (greedy modularity). Ties are
// decided by names, so that the same schema always looks the same.

const LARGEST_GROUP = 24;
/** So few tables are understood at a glance without groups. */
const ONE_GROUP = 18;

/** Lists of names; the last one holds what no foreign key reaches, if there is any. */
function groupsOf(names, keys) {
  const pairs = new Map();
  const referring = new Map();
  for (const { from, to } of keys) {
    const pair = JSON.stringify(from < to ? [from, to] : [to, from]);
    if (from === to || pairs.has(pair)) continue;
    pairs.set(pair, { from, to });
    referring.set(to, (referring.get(to) ?? 0) + 1);
  }
  const groups = new Map([...names].sort().map(name => [name, { members: [name], links: new Map(), weight: 0 }]));
  let total = 0;
  for (const { from, to } of pairs.values()) {
    // That something refers to a table to which everything refers says little.
    const weight = 1 / Math.sqrt(referring.get(to));
    link(groups, from, to, weight);
    groups.get(from).weight += weight;
    groups.get(to).weight += weight;
    total += weight;
  }
  const loose = [...groups.values()].filter(group => group.links.size === 0).flatMap(group => group.members);
  loose.forEach(name => groups.delete(name));
  if (names.length <= ONE_GROUP) {
    const whole = [...groups.keys()];
    return [whole, loose].filter(list => list.length > 0);
  }
  for (let best = bestMerge(groups, total); best; best = bestMerge(groups, total)) merge(groups, best.a, best.b);
  const lists = [...groups.values()].map(group => group.members.sort());
  lists.sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1));
  return loose.length > 0 ? [...lists, loose] : lists;
}

function link(groups, a, b, weight) {
  for (const [one, other] of [[a, b], [b, a]]) {
    const { links } = groups.get(one);
    links.set(other, (links.get(other) ?? 0) + weight);
  }
}

function bestMerge(groups, total) {
  let best = null;
  for (const [a, group] of groups) {
    for (const [b, weight] of group.links) {
      const other = groups.get(b);
      if (b < a || group.members.length + other.members.length > LARGEST_GROUP) continue;
      const gain = weight / total - (group.weight * other.weight) / (2 * total * total);
      if (gain > 1e-9 && (!best || gain > best.gain + 1e-12)) best = { a, b, gain };
    }
  }
  return best;
}

function merge(groups, a, b) {
  const kept = groups.get(a);
  const gone = groups.get(b);
  groups.delete(b);
  kept.members.push(...gone.members);
  kept.weight += gone.weight;
  for (const [other, weight] of gone.links) {
    groups.get(other)?.links.delete(b);
    if (other !== a) link(groups, a, other, weight);
  }
  kept.links.delete(b);
}
