import type { CitationGroup, CitedKey, KeyList } from './citationGroup.js';
import type { Stretch } from './silence.js';

/** A key with all that belongs to it in a list, without blanks around. */
interface Item extends Stretch {
  readonly key: CitedKey;
  /** Nothing is said with the key: no prefix, page or note. */
  readonly alone: boolean;
}

/**
 * The keys that a citation would have twice when some become another one, and for each what is to be
 * taken out with it. A key stays that something is said with, and where the list is not one that a key
 * can be taken out of. The stretches do not overlap.
 * @param text with all that is silent overwritten
 */
export function repeatedKeys(
  text: string,
  group: CitationGroup,
  keys: ReadonlySet<string>,
  newKey: string,
): ReadonlyMap<CitedKey, Stretch> {
  const { list } = group;
  const uses = group.keys.filter(({ key }) => keys.has(key));
  if (!list || uses.length === 0 || group.keys.length === 1) return new Map();
  const items = itemsOf(text, group, list);
  const changed = items.filter(({ key }) => keys.has(key.key));
  const alone = changed.filter((item) => item.alone);
  const hasOther = alone.length < changed.length || group.keys.some(({ key }) => key === newKey);
  const dropped = new Set(hasOther ? alone : alone.slice(1));
  const firstKept = items.findIndex((item) => !dropped.has(item));
  const stretches = new Map<CitedKey, Stretch>();
  items.forEach((item, at) => {
    if (!dropped.has(item)) return;
    const stretch =
      at < firstKept
        ? { start: item.start, end: items[at + 1]?.start ?? item.end }
        : { start: items[at - 1]?.end ?? item.start, end: item.end };
    stretches.set(item.key, stretch);
  });
  return stretches;
}

function itemsOf(text: string, group: CitationGroup, list: KeyList): Item[] {
  const [first] = group.keys;
  const lead = list.open.exec(text.slice(group.start, first?.start))?.[0].length ?? 0;
  let start = group.start + lead;
  return group.keys.map((key, at) => {
    const next = group.keys[at + 1];
    const gap = text.slice(key.end, next?.start ?? group.end);
    const parting = next ? partingIn(gap, list) : list.close.exec(gap)?.index;
    // Keys that nothing parts belong to each other.
    const tail = gap.slice(0, parting).trimEnd();
    const rest = text.slice(start, key.start) + tail;
    const item = { key, start, end: key.end + tail.length, alone: list.alone.includes(rest) };
    const behind = parting === undefined ? '' : gap.slice(parting + 1);
    start = key.end + (parting === undefined ? 0 : gap.length - behind.trimStart().length);
    return item;
  });
}

/** Where the sign stands that parts two items; prefixes and notes may hold such signs before it. */
function partingIn(gap: string, { separator }: KeyList): number | undefined {
  const at = separator === ' ' ? gap.search(/\s\S*$/) : gap.lastIndexOf(separator);
  return at === -1 ? undefined : at;
}
