import { isMap } from 'yaml';
import { arxivKey, findIds, type FoundId, type Month } from '../arxivId.js';
import { plainOf } from '../bibliography/yamlText.js';
import { dayIn } from '../digestDate.js';
import { Lines } from '../lines.js';
import type { AiField } from '../paper.js';
import { coreSchema, readYaml } from '../yamlDocument.js';
import type { DigestFormat } from './format.js';

/**
 * One paper of hf-daily-paper-newsletter as YAML: `date`, `author`, `title`, `link`, `summary`,
 * `opinion`, `tags`. The id stands in the link to its page at Hugging Face.
 */
const marks = ['title: ', 'link: ', 'summary: '];
/** Files of this kind are small; larger ones are something else. In UTF-16 code units. */
const longest = 50_000;
const recognitionLines = 40;
/** What the generator writes for an opinion that nobody has given. */
const placeholder = 'placeholder';

export const hfYaml: DigestFormat = {
  name: 'hfYaml',

  recognises(lines) {
    if (!lines.startsWith(0, 'date:') || lines.text.length > longest) return false;
    const isMarked = marks.every((mark) => lines.firstWith(mark, recognitionLines) !== undefined);
    return isMarked && linkIn(lines) !== undefined;
  },

  read(lines, { latest }) {
    const link = linkIn(lines, latest);
    const paper = valuesOf(lines, told);
    const title = textOf(paper['title']);
    if (!link || title === '') return { digest: { entries: [], labels: [] }, problems: [] };
    const { line, found } = link;
    const { id, version, idStart, idEnd } = found;
    const author = textOf(paper['author']);
    const day = dayIn(textOf(paper['date']));
    let last = lines.count - 1;
    while (last > line && lines.isBlank(last)) last--;
    return {
      digest: {
        entries: [
          {
            key: arxivKey(id),
            id,
            ...(version !== undefined && { version }),
            title,
            authors: author === '' ? [] : [author],
            range: {
              startLine: 0,
              startCharacter: 0,
              endLine: last,
              endCharacter: lines.end(last) - lines.start(last),
            },
            nameRange: {
              startLine: line,
              startCharacter: idStart,
              endLine: line,
              endCharacter: idEnd,
            },
          },
        ],
        labels: ['summary', 'opinion', 'tags'],
        ...(day !== undefined && { date: { value: day, precision: 'day', source: 'content' } }),
      },
      problems: [],
    };
  },

  readEntry(text, _labels, { latest }) {
    const lines = new Lines(text);
    const link = linkIn(lines, latest);
    if (!link) return undefined;
    const paper = valuesOf(lines, texts);
    const summary = field('summary', paper);
    const fields = ['opinion', 'tags'].map((name) => field(name, paper));
    return {
      key: arxivKey(link.found.id),
      body: {
        ...(summary && { summary }),
        fields: fields.filter((found) => found !== undefined),
      },
    };
  },
};

function linkIn(
  lines: Lines,
  latest?: Month,
): { readonly line: number; readonly found: FoundId } | undefined {
  const line = lines.firstWith('link: ', lines.count);
  const found = line === undefined ? undefined : findIds(lines.line(line), latest)[0];
  return found && line !== undefined ? { line, found } : undefined;
}

/** What the list of papers needs, and what a paper needs that is opened. */
const told = new Set(['title', 'author', 'date']);
const texts = new Set(['summary', 'opinion', 'tags']);

/** Begins a member of the file's map: lines that go on with one are indented, or items of its list. */
const memberName = /^([A-Za-z_]\w*):(?=\s|$)/;

/**
 * Some members of a file. Only their lines are parsed: to parse a file takes longer than all else that
 * is done with it. Nothing, where the YAML is damaged.
 */
function valuesOf(lines: Lines, names: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (lines.text.length > longest) return {};
  const values: Record<string, unknown> = {};
  const others: string[] = [];
  let isWanted = false;
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    const name = memberName.exec(text)?.[1];
    if (name !== undefined) isWanted = names.has(name);
    if (!isWanted) continue;
    const goesOn = /^[\s-]/.test(lines.text[lines.start(line + 1)] ?? '');
    const value = name === undefined || goesOn ? undefined : plainValue(text, name.length + 1);
    if (name === undefined || value === undefined) others.push(text);
    else values[name] = value;
  }
  if (others.length === 0) return values;
  return { ...plainMap(others.join('\n')), ...values };
}

/** What can be read of a map, whatever else is damaged; nothing of what is no page of anybody's. */
function plainMap(yaml: string): object {
  const { document, stoppedAt } = readYaml(yaml, coreSchema);
  const contents = document?.contents;
  if (stoppedAt !== undefined || !isMap(contents)) return {};
  // The parser's own way to plain values writes out each key, and takes minutes where keys are maps.
  return Object.assign({}, plainOf(contents));
}

const quoted = /^ (?:"([^"\\]*)"|'([^']*)') *$/;
const bare = /^ (?!(?:null|true|false)\s*$)(\p{L}[^:#]*)$/iu;

/**
 * A value as nearly all files have it, which says in YAML what is written: words without a sign that
 * means something, or quotes around what has none. Undefined for what takes a parser.
 */
function plainValue(line: string, from: number): string | undefined {
  const written = line.slice(from);
  const [, double, single] = quoted.exec(written) ?? [];
  return double ?? single ?? bare.exec(written)?.[1];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

function field(label: string, paper: Readonly<Record<string, unknown>>): AiField | undefined {
  const value = paper[label];
  const text = Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value);
  if (text === placeholder) return { label, text: '', failed: true };
  return text === '' ? undefined : { label, text };
}
