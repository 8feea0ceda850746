import { Lines } from '../../lines.js';
import type {
  CitationGroup,
  CitationScanner,
  CitedKey,
  KeyList,
  KeyPlace,
  Scanned,
} from './citationGroup.js';
import { listItems } from './brackets.js';
import { backtickStretches, overwrite, overwriteUrls, type Stretch } from './silence.js';

/** Macros of asciidoctor-bibtex: `cite:[a,b(3)]`, `citenp:See[a]`, `bibitem:[a]`. */
export const asciidocScanner: CitationScanner = {
  silence: silenceAsciidoc,
  find: findInAsciidoc,
  placeAt,
};

const macro =
  /(?<![\w\\:])(?<lead>(?<name>cite|citenp|fullcite|bibitem):[^\s[\]]{0,80}\[)(?<list>[^[\]]*)\]/g;
const openMacro = /(?<![\w\\:])(?:cite|citenp|fullcite|bibitem):[^\s[\]]{0,80}\[(?<list>[^[\]]*)$/;
const asciidocKey = /^[^\s,()[\]\u0001]+$/;

/** Listings, literals, passthroughs, comments, and `monospaced` text. */
function silenceAsciidoc(text: string): string {
  const lines = new Lines(text);
  const found: Stretch[] = [];
  let delimiter: string | undefined;
  let inLiteral = false;
  for (let number = 0; number < lines.count; number++) {
    const line = lines.line(number).trimEnd();
    const stretch = { start: lines.start(number), end: lines.end(number) };
    const afterBlank = number === 0 || lines.isBlank(number - 1);
    const isEdge =
      delimiter === undefined
        ? /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,})$|^```[\w-]*$/.test(line)
        : line === delimiter;
    if (isEdge) delimiter = delimiter === undefined ? line.replace(/^(```).*/, '$1') : undefined;
    if (line === '') inLiteral = false;
    // A paragraph that begins with a blank is literal, unless it is an item of a list.
    else if (afterBlank && /^[ \t]+(?!(?:[*.-]+|\d+\.|<\d+>)[ \t])\S/.test(line)) inLiteral = true;
    if (isEdge || delimiter !== undefined || inLiteral || /^\/\/(?!\/)/.test(line)) {
      found.push(stretch);
    }
  }
  const masked = overwrite(text, found);
  return overwriteUrls(
    overwrite(
      masked,
      backtickStretches(masked, 0, masked.length, () => true),
    ),
  );
}

const macroList: KeyList = {
  open: /^[^[]*\[\s*/,
  separator: ',',
  alone: [''],
  close: /\s*\]$/,
};

function findInAsciidoc({ text }: Scanned): readonly CitationGroup[] {
  const groups: CitationGroup[] = [];
  for (const match of text.matchAll(macro)) {
    const { name, lead = '', list = '' } = match.groups ?? {};
    if (/\n[^\S\n]*\n/.test(list)) continue;
    const keys = keysOf(list, match.index + lead.length);
    if (keys.length === 0) continue;
    groups.push({
      start: match.index,
      end: match.index + match[0].length,
      keys,
      narrative: name === 'citenp',
      certain: true,
      list: macroList,
    });
  }
  return groups;
}

function keysOf(list: string, from: number): CitedKey[] {
  // Pages go, but not their room: commas inside them part nothing.
  const bare = list.replace(/\([^()]*\)/g, (pages) => ' '.repeat(pages.length));
  return listItems(bare, 0, bare.length, ',')
    .filter(({ text }) => asciidocKey.test(text))
    .map(({ text, start }) => ({
      key: text,
      start: from + start,
      end: from + start + text.length,
    }));
}

function placeAt({ text }: Scanned, offset: number): KeyPlace | undefined {
  const list = openMacro.exec(text.slice(Math.max(0, offset - 2000), offset))?.groups?.['list'];
  if (list?.replace(/\([^()]*\)/g, '').includes('(') !== false) return undefined;
  const typed = /[^\s,]*$/.exec(list)?.[0] ?? '';
  const rest = /^[^\s,()[\]\u0001]*/.exec(text.slice(offset, offset + 300))?.[0] ?? '';
  return {
    start: offset - typed.length,
    end: offset + rest.length,
    write: (key) => (asciidocKey.test(key) ? key : undefined),
  };
}
