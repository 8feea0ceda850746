import { isMap, isScalar, isSeq, parseDocument, type Document, type Scalar } from 'yaml';
import { Lines } from '../lines.js';
import { fieldNamed, plainText, plainValue, type NoteFacts, type PlainValue } from './fields.js';
import { readPieces, type TemplateProblem } from './placeholders.js';

/** A key of the front matter that is written from what is known of the paper. */
export interface OwnedMember {
  readonly name: string;
  readonly value: PlainValue;
  /** A list of items: what else stands in the note's list is the person's, and stays. */
  readonly adds: boolean;
}

export interface FilledFrontMatter {
  /** Lines end at `\n`, the last one too. */
  readonly text: string;
  readonly owned: readonly OwnedMember[];
}

export type FilledOrProblem = FilledFrontMatter | { readonly problem: TemplateProblem };

/** Stand in for the braces of a placeholder: to YAML, `{name}` would be a map. */
const [open, close] = ['\uE000', '\uE001'];
const stand = new RegExp(`${open}(\\w+)${close}`, 'g');
const stands = new RegExp(`[${open}${close}]`, 'g');
const wholly = new RegExp(`^${open}(\\w+)${close}$`);

/**
 * Fills the front matter of a template. Values are quoted as they need it, whatever the paper's texts
 * hold; a key of which the paper tells nothing is left out. Owned are the keys of the top level whose
 * value holds a placeholder: all others are the person's from the beginning.
 */
export function fillFrontMatter(yaml: string, line: number, facts: NoteFacts): FilledOrProblem {
  const withStands = standIn(yaml, line);
  if ('problem' in withStands) return withStands;
  const document = parseDocument(withStands.text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error || !(document.contents === null || isMap(document.contents))) {
    const at = line + new Lines(withStands.text).lineAt(error?.pos[0] ?? 0);
    const [said = ''] = (error?.message ?? '').split(/ at line |\n/);
    return { problem: { kind: 'yaml', line: at, args: [said] } };
  }
  const owned = document.contents ? fillMembers(document, facts) : [];
  const text = document.contents
    ? document.toString({ lineWidth: 0, flowCollectionPadding: false })
    : '';
  // What is left stands in comments.
  return { text: text.replace(stand, '{$1}'), owned };
}

function standIn(
  yaml: string,
  firstLine: number,
): { readonly text: string } | { readonly problem: TemplateProblem } {
  const texts: string[] = [];
  for (const [index, line] of yaml.split(/\r\n?|\n/).entries()) {
    const read = readPieces(line, firstLine + index);
    if ('problem' in read) return read;
    const parts = read.pieces.map((piece) =>
      piece.kind === 'field' ? `${open}${piece.name}${close}` : piece.text.replace(stands, ''),
    );
    texts.push(parts.join(''));
  }
  return { text: texts.join('\n') };
}

function fillMembers(document: Document, facts: NoteFacts): OwnedMember[] {
  const owned: OwnedMember[] = [];
  if (!isMap(document.contents)) return owned;
  for (const pair of [...document.contents.items]) {
    const { key, value } = pair;
    if (!isScalar(key) || !holdsStand(value)) continue;
    const filled = filledNode(document, value, facts);
    if (filled === undefined) {
      document.delete(key.value);
      continue;
    }
    pair.value = filled;
    if (isMap(value)) continue;
    const plain = (document.get(key.value) ?? '') as PlainValue | { toJS(of: Document): unknown };
    const told = typeof plain === 'object' && 'toJS' in plain ? plain.toJS(document) : plain;
    owned.push({ name: String(key.value), value: told as PlainValue, adds: isSeq(value) });
  }
  return owned;
}

function holdsStand(node: unknown): boolean {
  if (isScalar(node)) return typeof node.value === 'string' && node.value.includes(open);
  if (isSeq(node)) return node.items.some(holdsStand);
  return isMap(node) && node.items.some(({ value }) => holdsStand(value));
}

/** undefined when the paper tells nothing of it. */
function filledNode(document: Document, node: unknown, facts: NoteFacts): unknown {
  if (!holdsStand(node)) return node;
  if (isScalar(node)) {
    const value = filledScalar(node, facts);
    if (typeof value === 'object') return document.createNode(value);
    if (value === undefined) return undefined;
    const isPlain = node.type === 'PLAIN';
    node.value = isPlain ? value : String(value);
    // A value of several lines must not be written plain.
    if (isPlain) delete node.type;
    return node;
  }
  if (isSeq(node)) {
    node.items = node.items.flatMap((item) => {
      const filled = filledNode(document, item, facts);
      if (filled === undefined) return [];
      return isSeq(filled) && !isSeq(item) ? filled.items : [filled];
    });
  } else if (isMap(node)) {
    for (const pair of [...node.items]) {
      const filled = filledNode(document, pair.value, facts);
      if (filled === undefined) node.delete(pair.key);
      else pair.value = filled;
    }
  }
  return node;
}

/** No text of a digest is taken for a placeholder. */
function withoutStands(value: PlainValue | undefined): PlainValue | undefined {
  if (typeof value === 'string') return value.replace(stands, '');
  return typeof value === 'object' ? value.map((text) => text.replace(stands, '')) : value;
}

function filledScalar({ value }: Scalar, facts: NoteFacts): PlainValue | undefined {
  const text = String(value);
  const whole = fieldNamed(wholly.exec(text)?.[1] ?? '');
  if (whole) return withoutStands(plainValue(whole, facts));
  const told = (name: string): string => {
    const field = fieldNamed(name);
    return field ? plainText(field, facts).replace(stands, '') : '';
  };
  const isTold = Array.from(text.matchAll(stand), ([, name = '']) => told(name)).some(Boolean);
  return isTold ? text.replace(stand, (_, name: string) => told(name)) : undefined;
}
