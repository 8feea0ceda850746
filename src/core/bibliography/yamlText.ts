import { isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import { readYaml, textSchema } from '../yamlDocument.js';

/** Deeper nodes are left out: no bibliography and no front matter needs them. */
const deepest = 12;

/** A scalar and the stretch of its content, quotes excluded; offsets are UTF-16 code units. */
export interface YamlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface YamlMember {
  readonly key: YamlText;
  readonly value: unknown;
}

/**
 * Parses YAML with all scalars as text, so that keys and years stay as they are written. What cannot
 * be parsed is left out, and `faults` tells where; never throws.
 */
export function parseYaml(text: string): { contents: unknown; faults: readonly number[] } {
  const { document, stoppedAt } = readYaml(text, textSchema);
  const errors = document?.errors.map(({ pos: [at] }) => at) ?? [];
  // What is found behind the stop is a consequence of it.
  const faults = stoppedAt === undefined ? errors : [...errors, stoppedAt].sort((a, b) => a - b);
  return { contents: document?.contents, faults };
}

/** The members of a map in their order; none when the node is no map. */
export function membersOf(node: unknown): readonly YamlMember[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }: Pair) => {
    const name = yamlText(key);
    return name === undefined ? [] : [{ key: name, value }];
  });
}

export function memberOf(node: unknown, name: string): unknown {
  return membersOf(node).find(({ key }) => key.text === name)?.value;
}

/** The items of a sequence; a scalar or a map stands for a sequence of itself. */
export function itemsOf(node: unknown): readonly unknown[] {
  if (isSeq(node)) return node.items;
  return node === null || node === undefined ? [] : [node];
}

export function yamlText(node: unknown): YamlText | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined;
  const [start = 0, end = 0] = node.range ?? [];
  const quotes = isQuoted(node) ? 1 : 0;
  return { text: node.value, start: start + quotes, end: Math.max(start + quotes, end - quotes) };
}

function isQuoted({ type }: Scalar): boolean {
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}

/** A node as plain values. Aliases are left out: nine of them can stand for a billion. */
export function plainOf(node: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (isSeq(node)) return node.items.map((item) => plainOf(item, depth + 1));
  if (isMap(node)) {
    // `__proto__` is a key like any other.
    return Object.fromEntries(
      membersOf(node).map(({ key, value }) => [key.text, plainOf(value, depth + 1)]),
    );
  }
  return isScalar(node) ? node.value : undefined;
}
