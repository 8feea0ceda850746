import { bracketPairs, type Pair } from '../citation/scan/brackets.js';
import type { Lines } from '../lines.js';
import { ownText } from '../ownText.js';
import { rangeBetween, type BibliographyEntry } from './entry.js';
import { namedPaper, yearIn } from './entryFacts.js';
import type { BibliographyFormat } from './format.js';
import { unicodeOf, verbatimOf } from './texValue.js';

/** A command of an entry at the beginning of its line, with its first argument. */
const part =
  /^[ \t]*\\(entry|endentry|name|field|strng|verb)(?:\{([^{}\n]{0,300})\}|(?![A-Za-z]))/gm;

/** What biber writes for biblatex: entries by their fields, those of each list once. */
export const biblatexBbl: BibliographyFormat = {
  name: 'biblatexBbl',
  extensions: ['.bbl'],
  recognises: ({ text }) => text.includes('\\endentry'),

  read(lines, isWanted) {
    const { text } = lines;
    const pairs = bracketPairs(text, '{');
    const entries: BibliographyEntry[] = [];
    const seen = new Set<string>();
    let open: OpenEntry | undefined;
    for (const match of text.matchAll(part)) {
      const [whole, name = '', argument = ''] = match;
      const end = match.index + whole.length;
      if (name === 'entry') {
        open = startOf(text, match.index + whole.indexOf('\\'), end, argument, pairs);
      } else if (name === 'endentry') {
        const wanted = open && isWanted?.(text.slice(open.start, end)) !== false;
        if (open && wanted && !seen.has(open.key)) {
          seen.add(open.key);
          entries.push(entryOf(lines, open, end));
        }
        open = undefined;
      } else if (open) {
        if (name === 'name') open.names.set(argument, namesIn(text, end, pairs));
        else if (name !== 'verb') open.fields.set(argument, braced(text, end, pairs)?.text ?? '');
        else if (argument !== '') open.fields.set(argument, verbatimBehind(text, end));
      }
    }
    return { entries, problems: [] };
  },
};

interface OpenEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly type: string;
  readonly start: number;
  readonly fields: Map<string, string>;
  readonly names: Map<string, readonly string[]>;
}

function startOf(
  text: string,
  start: number,
  end: number,
  key: string,
  pairs: ReadonlyMap<number, Pair>,
): OpenEntry | undefined {
  if (key.trim() === '') return undefined;
  const type = (braced(text, end, pairs)?.text ?? '').toLowerCase();
  const keyStart = end - 1 - key.length;
  return { key, keyStart, type, start, fields: new Map(), names: new Map() };
}

/** The argument in braces at an offset. */
function braced(text: string, at: number, pairs: ReadonlyMap<number, Pair>) {
  const pair = text[at] === '{' ? pairs.get(at) : undefined;
  return pair && { text: text.slice(at + 1, pair.close), end: pair.close + 1 };
}

/** `\verb{url}`, then `\verb https://…` in a line of its own. */
function verbatimBehind(text: string, from: number): string {
  const line = /\s*\\verb ([^\r\n]*)/y;
  line.lastIndex = from;
  return line.exec(text)?.[1]?.trim() ?? '';
}

/** The groups in braces that stand beside each other between two offsets. */
function groupsIn(
  text: string,
  from: number,
  to: number,
  pairs: ReadonlyMap<number, Pair>,
): Group[] {
  const found: Group[] = [];
  for (let at = text.indexOf('{', from); at !== -1 && at < to; at = text.indexOf('{', at)) {
    const close = pairs.get(at)?.close;
    if (close === undefined || close >= to) break;
    found.push({ start: at + 1, end: close });
    at = close + 1;
  }
  return found;
}

interface Group {
  readonly start: number;
  readonly end: number;
}

/** Nobody's list is longer. */
const mostNames = 1000;

/** `{2}{}{%⏎{{hash=…}{family={Lovelace},…}}%⏎…}`, and the five or nine groups of older versions. */
function namesIn(text: string, from: number, pairs: ReadonlyMap<number, Pair>): readonly string[] {
  const count = braced(text, from, pairs);
  const options = count && braced(text, count.end, pairs);
  const list = options && (braced(text, options.end, pairs) ? options.end : count.end);
  const close = list === undefined ? undefined : pairs.get(list)?.close;
  if (list === undefined || close === undefined) return [];
  return groupsIn(text, list + 1, close, pairs)
    .slice(0, mostNames)
    .flatMap(({ start, end }) => {
      const [, ...parts] = groupsIn(text, start, end, pairs).map((group) =>
        text.slice(group.start, group.end),
      );
      return nameOf(parts) ?? [];
    });
}

/** @param parts behind the hash: one with names and values, or one for each */
function nameOf(parts: readonly string[]): string | undefined {
  const [first = '', , given = '', , prefix = '', , suffix = ''] = parts;
  const named = new Map(
    Array.from(
      first.matchAll(
        /(?<![A-Za-z])(family|given|prefix|suffix)=\{((?:[^{}]|\{[^{}]{0,100}\}){0,200})\}/g,
      ),
      ([, part = '', value = '']) => [part, value] as const,
    ),
  );
  const ordered =
    named.size > 0
      ? ['given', 'prefix', 'family', 'suffix'].map((part) => named.get(part) ?? '')
      : [given, prefix, first, suffix];
  const name = ordered
    .map(plainPart)
    .filter((value) => value !== '')
    .join(' ');
  return name === '' ? undefined : name;
}

/** Without the commands by which biblatex keeps words and initials together. */
function plainPart(value: string): string {
  return unicodeOf(
    value
      .replace(/\\bib(?:namedelim[a-z]|initdelim)\s*/g, ' ')
      .replace(/\\bibinit(?:period|hyphendelim)\s*/g, (sign) =>
        sign.includes('period') ? '.' : '-',
      ),
  );
}

function entryOf(
  lines: Lines,
  { key, keyStart, type, start, fields, names }: OpenEntry,
  end: number,
): BibliographyEntry {
  const plain = (...wanted: readonly string[]): string | undefined => {
    const value = wanted
      .map((name) => fields.get(name))
      .find((each) => each !== undefined && each !== '');
    return value === undefined ? undefined : ownText(verbatimOf(value));
  };
  const shown = (name: string): string | undefined => {
    const value = fields.get(name);
    return value === undefined || value === '' ? undefined : ownText(unicodeOf(value));
  };
  const title = shown('title');
  const subtitle = shown('subtitle');
  const journal = shown('journaltitle');
  const year = yearIn(fields.get('year') ?? '');
  const people = names.get('author') ?? names.get('editor') ?? [];
  return {
    key: ownText(key),
    type: ownText(type),
    ...(title !== undefined && { title: subtitle === undefined ? title : `${title}: ${subtitle}` }),
    authors: people.map(ownText),
    ...(year !== undefined && { year }),
    ...namedPaper({
      eprint: plain('eprint'),
      eprintType: plain('eprinttype'),
      eprintClass: plain('eprintclass'),
      doi: plain('doi'),
      url: plain('urlraw', 'url'),
      journal: plain('journaltitle'),
      volume: plain('volume'),
      number: plain('number'),
      note: plain('note'),
      howpublished: plain('howpublished'),
      texts: [plain('eid'), plain('pages'), plain('addendum')],
    }),
    ...(journal !== undefined && { journal }),
    keyRange: rangeBetween(lines, keyStart, keyStart + key.length),
    range: rangeBetween(lines, start, end),
  };
}
