import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Pair,
  type Scalar,
} from 'yaml';
import type { PlainValue } from './fields.js';
import type { OwnedMember } from './frontMatterTemplate.js';
import { applyEdits, lineEndOf, type TextEdit } from './textEdit.js';

export interface FrontMatterUpdate {
  readonly edits: readonly TextEdit[];
  /** The keys that the edits change or add. */
  readonly changed: readonly string[];
  /** Keys whose value cannot be replaced without losing something of the person's, such as a comment. */
  readonly kept: readonly string[];
  /** The front matter is no YAML map, or not one that this can write: nothing of it changes. */
  readonly unreadable?: true;
}

const untouched: FrontMatterUpdate = { edits: [], changed: [], kept: [], unreadable: true };

/**
 * Brings the owned keys of a note's front matter up to date, each by an edit of its value alone, so
 * that order, comments, quotes and all other keys stay byte for byte. A value that says the same in
 * other words stays as well. What comes out is read back before it is given.
 * @param yaml the note's, with its own line ends
 */
export function updateFrontMatter(yaml: string, owned: readonly OwnedMember[]): FrontMatterUpdate {
  const document = parse(yaml);
  const pairs = document && membersOf(document, yaml);
  if (!document || !pairs) return untouched;
  const eol = lineEndOf(yaml);
  const edits: TextEdit[] = [];
  const values = new Map<string, PlainValue>();
  const kept: string[] = [];
  let added = '';
  for (const member of owned) {
    const pair = pairs.get(member.name);
    if (!pair) {
      added += written(member.name, member.value);
      values.set(member.name, member.value);
      continue;
    }
    const value = wantedValue(pair, member);
    if (value === undefined) continue;
    const stretch = valueStretch(pair, yaml);
    if (!stretch || value === 'unknown') {
      kept.push(member.name);
      continue;
    }
    // `: value`, or `:` and the lines of a list.
    const text = written('k', value, isFlow(pair.value)).slice(1).trimEnd();
    edits.push({ ...stretch, text: text.replaceAll('\n', eol) });
    values.set(member.name, value);
  }
  if (added !== '') {
    edits.push({ start: yaml.length, end: yaml.length, text: added.replaceAll('\n', eol) });
  }
  if (!readsBack(document, applyEdits(yaml, edits), values)) return untouched;
  return { edits, changed: [...values.keys()], kept };
}

function parse(yaml: string): Document | undefined {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent' });
    return document.errors.length === 0 ? document : undefined;
  } catch {
    // Nested deeper than the stack is.
    return undefined;
  }
}

/** The members of a map that begin their line; an empty front matter has none. */
function membersOf(document: Document, yaml: string): Map<string, Pair> | undefined {
  const members = new Map<string, Pair>();
  const { contents } = document;
  if (contents === null) return members;
  if (!isMap(contents) || contents.flow) return undefined;
  for (const pair of contents.items) {
    const { key } = pair;
    const start = isScalar(key) ? key.range?.[0] : undefined;
    const beginsLine = start === 0 || /[\r\n]/.test(yaml.charAt((start ?? 0) - 1));
    if (!isScalar(key) || !beginsLine) return undefined;
    members.set(String(key.value), pair);
  }
  return members;
}

/**
 * What a value is to become; undefined when it says so already, `unknown` when it is nothing that an
 * item could be added to.
 */
function wantedValue({ value: node }: Pair, member: OwnedMember): PlainValue | undefined {
  const wanted = member.value;
  if (!member.adds || typeof wanted !== 'object') return says(node, wanted) ? undefined : wanted;
  const items = isSeq(node) ? node.items : isEmpty(node) ? [] : [node];
  if (!items.every(isScalar)) return 'unknown';
  const missing = wanted.filter((item) => !items.some((there) => says(there, item)));
  return missing.length === 0 ? undefined : [...items.map(sourceOf), ...missing];
}

function says(node: unknown, wanted: PlainValue): boolean {
  if (typeof wanted !== 'object') {
    // An unquoted `2602.10110` is a number to YAML and an id to the person.
    return isScalar(node) && [sourceOf(node), String(node.value)].includes(String(wanted));
  }
  const items = isSeq(node) ? node.items : isEmpty(node) ? [] : [node];
  return items.length === wanted.length && wanted.every((item, index) => says(items[index], item));
}

function sourceOf({ value, type, source }: Scalar): string {
  return type === 'PLAIN' && source !== undefined ? source : String(value);
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function isFlow(node: unknown): boolean {
  return isSeq(node) && node.flow === true;
}

/** From behind the key to the end of its value; undefined when that holds more than a value. */
function valueStretch({ key, value }: Pair, yaml: string): Omit<TextEdit, 'text'> | undefined {
  const start = isScalar(key) ? key.range?.[1] : undefined;
  if (start === undefined || yaml.charAt(start) !== ':') return undefined;
  if (!isScalar(value) && !isSeq(value)) return undefined;
  const range = value.range;
  const inside = yaml.slice(start, range?.[1] ?? start);
  const end = start + Math.max(1, inside.trimEnd().length);
  const between = yaml.slice(start + 1, range?.[0] ?? start + 1);
  if (/\S/.test(between) || holdsMore(value)) return undefined;
  return { start, end };
}

/** Comments (but for the one behind a value of one line), anchors, aliases and tags are the person's. */
function holdsMore(value: unknown): boolean {
  let found = false;
  visit(value as Parameters<typeof visit>[0], {
    Alias: () => {
      found = true;
    },
    Node: (_, node) => {
      const isTrailing = node === value && isScalar(node);
      found ||= node.commentBefore != null || (node.comment != null && !isTrailing);
      found ||= node.tag?.startsWith('!') === true;
      found ||= 'anchor' in node;
    },
  });
  return found;
}

/** One member with its line end. */
function written(name: string, value: PlainValue, flow = false): string {
  const text = stringify({ [name]: value }, { lineWidth: 0 });
  if (!flow || typeof value !== 'object') return text;
  const items = stringify(value, {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  });
  return `${name}: ${items.trim().replace(/\s*\n\s*/g, ' ')}\n`;
}

/** Everything says what it said before, but for the values that were to change. */
function readsBack(
  before: Document,
  yaml: string,
  values: ReadonlyMap<string, PlainValue>,
): boolean {
  const after = parse(yaml);
  if (!after) return false;
  const expected = plainMap(before);
  for (const [name, value] of values) expected.set(name, value);
  return JSON.stringify([...plainMap(after)]) === JSON.stringify([...expected]);
}

function plainMap(document: Document): Map<string, unknown> {
  // Aliases: nine of them can stand for a billion.
  const plain: unknown = document.toJS({ mapAsMap: false, maxAliasCount: 20 });
  return new Map(Object.entries((plain ?? {}) as Record<string, unknown>));
}
