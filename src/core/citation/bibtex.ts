import { absUrl, versioned } from '../arxivLinks.js';
import { isArxivCategory } from '../categories.js';
import { bareDoi, yearOf, type CitedPaper } from './citedPaper.js';
import { escapeTex, type CapitalProtection, type TexEncoding } from './escape.js';
import { bibtexName, parseAuthors, type NameOrder } from './personName.js';

export interface BibtexOptions {
  /** Default `arxivMisc`. */
  readonly preset?: EntryPreset;
  /** Default `smart`. */
  readonly capitals?: CapitalProtection;
  /** Default `lastFirst`. */
  readonly nameOrder?: NameOrder;
  /** Cite the version that the digest links to, where it names one; by default none. */
  readonly keepVersion?: boolean;
  /** A comma after the last field too; default none (lessons.md 13). */
  readonly trailingComma?: boolean;
}

/** The values of an entry, ready to stand in braces; undefined when the paper does not tell. */
interface EntryValues {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly year: string | undefined;
  /** arXiv id, with version on request. */
  readonly eprint: string | undefined;
  readonly category: string | undefined;
  readonly doi: string | undefined;
  readonly url: string | undefined;
}

interface Preset {
  readonly type: string;
  /** The type for a paper that is not on arXiv. */
  readonly typeWithoutId: string;
  readonly encoding: TexEncoding;
  /** In the order of the entry; a field without value is left out. */
  readonly fields: readonly (readonly [
    name: string,
    value: (values: EntryValues) => string | undefined,
  ])[];
}

function whenOnArxiv(text: (id: string) => string): (values: EntryValues) => string | undefined {
  return ({ eprint }) => (eprint === undefined ? undefined : text(eprint));
}

/** Kinds of entries, one row each (citations.md 1 and 2). */
const presets = {
  /** As arXiv's own export, readable by BibTeX's arXiv styles and by biblatex. */
  arxivMisc: {
    type: 'misc',
    typeWithoutId: 'misc',
    encoding: 'bibtex',
    fields: [
      ['title', (v) => v.title],
      ['author', (v) => v.author],
      ['year', (v) => v.year],
      ['eprint', (v) => v.eprint],
      ['archivePrefix', whenOnArxiv(() => 'arXiv')],
      ['primaryClass', (v) => v.category],
      ['doi', (v) => v.doi],
      ['url', (v) => v.url],
    ],
  },
  biblatexOnline: {
    type: 'online',
    typeWithoutId: 'misc',
    encoding: 'biblatex',
    fields: [
      ['title', (v) => v.title],
      ['author', (v) => v.author],
      ['date', (v) => v.year],
      ['eprint', (v) => v.eprint],
      ['eprinttype', whenOnArxiv(() => 'arXiv')],
      ['eprintclass', (v) => v.category],
      ['pubstate', whenOnArxiv(() => 'prepublished')],
      ['doi', (v) => v.doi],
      ['url', (v) => v.url],
    ],
  },
  /** As Google Scholar has it, for styles that know no `eprint`. */
  article: {
    type: 'article',
    typeWithoutId: 'misc',
    encoding: 'bibtex',
    fields: [
      ['title', (v) => v.title],
      ['author', (v) => v.author],
      ['journal', whenOnArxiv((id) => `arXiv preprint arXiv:${id}`)],
      ['year', (v) => v.year],
      ['doi', (v) => v.doi],
      ['url', (v) => v.url],
    ],
  },
} satisfies Record<string, Preset>;

export type EntryPreset = keyof typeof presets;

/** The presets in the order of a menu. */
export const entryPresetNames = Object.keys(presets) as readonly EntryPreset[];

/**
 * The BibTeX entry of a paper: lines end at `\n`, two spaces of indentation, no line end after the
 * closing brace. Only what the paper tells is written; braces are balanced whatever its texts hold.
 * @param key as `citationKey` made it, or as a bibliography already has it; written as it is
 */
export function bibtexEntry(paper: CitedPaper, key: string, options: BibtexOptions = {}): string {
  const preset: Preset = presets[options.preset ?? 'arxivMisc'];
  const values = entryValues(paper, preset.encoding, options);
  const lines: string[] = [];
  for (const [name, valueOf] of preset.fields) {
    const value = valueOf(values);
    if (value !== undefined && value !== '') lines.push(`  ${name} = {${value}}`);
  }
  const type = paper.id === undefined ? preset.typeWithoutId : preset.type;
  const end = options.trailingComma === true && lines.length > 0 ? ',' : '';
  return `@${type}{${[key, ...lines].join(',\n')}${end}\n}`;
}

function entryValues(
  paper: CitedPaper,
  encoding: TexEncoding,
  options: BibtexOptions,
): EntryValues {
  const { id, category } = paper;
  const version = options.keepVersion === true ? paper.version : undefined;
  return {
    title: escapeTex(paper.title, { encoding, capitals: options.capitals ?? 'smart' }),
    author: authorField(paper.authors, encoding, options.nameOrder ?? 'lastFirst'),
    year: yearOf(paper)?.toString(),
    eprint: id === undefined ? undefined : versioned(id, version),
    category:
      id !== undefined && category !== undefined && isArxivCategory(category)
        ? category
        : undefined,
    doi: bareDoi(paper),
    url: id === undefined ? undefined : absUrl(id, version),
  };
}

/** All authors, joined as BibTeX wants it; `and others` only when the digest's list ends that way. */
function authorField(authors: readonly string[], encoding: TexEncoding, order: NameOrder): string {
  const { names, others } = parseAuthors(authors);
  const escape = (text: string) => escapeTex(text, { encoding, capitals: 'none' });
  const written = names.map((name) => bibtexName(name, order, escape));
  if (others && written.length > 0) written.push('others');
  return written.join(' and ');
}
