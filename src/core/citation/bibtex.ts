import { absUrl, arxivDoi, versioned } from '../arxivLinks.js';
import { isArxivCategory } from '../categories.js';
import { presets, type EntryPreset, type EntryValues, type Preset } from './entryPresets.js';
import { bareDoi, yearOf, type CitedPaper } from './citedPaper.js';
import { escapeTex, type CapitalProtection, type TexEncoding } from './escape.js';
import { bibtexName, parseAuthors, type NameOrder } from './personName.js';

export { entryPresetNames, type EntryPreset } from './entryPresets.js';

export interface BibtexOptions {
  /** Default `arxivMisc`. */
  readonly preset?: EntryPreset;
  /** Default `smart`. */
  readonly capitals?: CapitalProtection;
  /** Default `lastFirst`. */
  readonly nameOrder?: NameOrder;
  /** Default: as the preset has them, TeX for BibTeX and Unicode for biblatex. */
  readonly accents?: 'tex' | 'unicode';
  /** Cite the version that the digest links to, where it names one; by default none. */
  readonly keepVersion?: boolean;
  /** The DOI that arXiv gives, where there is none of a publisher; by default none but in `dblp`. */
  readonly arxivDoi?: boolean;
  /** The paper's abstract, where the caller knows it. */
  readonly abstract?: boolean;
  /** The category. */
  readonly keywords?: boolean;
  /** `arXiv:1706.03762 [cs.CL]`, for styles that know no `eprint`. */
  readonly note?: boolean;
  /** A comma after the last field too; default none (lessons.md 13). */
  readonly trailingComma?: boolean;
}

/**
 * The BibTeX entry of a paper: lines end at `\n`, two spaces of indentation, no line end after the
 * closing brace. Only what the paper tells is written; braces are balanced whatever its texts hold.
 * @param key as `citationKey` made it, or as a bibliography already has it; written as it is
 */
export function bibtexEntry(paper: CitedPaper, key: string, options: BibtexOptions = {}): string {
  const preset: Preset = presets[options.preset ?? 'arxivMisc'];
  const encoding = encodingOf(preset, options);
  const values = entryValues(paper, encoding, options);
  const fields = [
    ...preset.fields.map(([name, valueOf]) => [name, valueOf(values)] as const),
    ...extraFields(paper, values, encoding, options),
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = {${value ?? ''}}`);
  const type = paper.id === undefined ? preset.typeWithoutId : preset.type;
  const end = options.trailingComma === true && lines.length > 0 ? ',' : '';
  return `@${type}{${[key, ...lines].join(',\n')}${end}\n}`;
}

function encodingOf(preset: Preset, { accents }: BibtexOptions): TexEncoding {
  if (accents === undefined) return preset.encoding;
  return accents === 'tex' ? 'bibtex' : 'biblatex';
}

function entryValues(
  paper: CitedPaper,
  encoding: TexEncoding,
  options: BibtexOptions,
): EntryValues {
  const { id, category } = paper;
  const version = options.keepVersion === true ? paper.version : undefined;
  const ownDoi = id === undefined ? undefined : arxivDoi(id);
  return {
    title: escapeTex(paper.title, { encoding, capitals: options.capitals ?? 'smart' }),
    author: authorField(paper.authors, encoding, options.nameOrder ?? 'lastFirst'),
    year: yearOf(paper)?.toString(),
    eprint: id === undefined ? undefined : versioned(id, version),
    category:
      id !== undefined && category !== undefined && isArxivCategory(category)
        ? category
        : undefined,
    doi: texDoi(paper) ?? (options.arxivDoi === true ? ownDoi : undefined),
    arxivDoi: ownDoi,
    url: id === undefined ? undefined : absUrl(id, version),
  };
}

/**
 * A DOI stands in an entry as it is, for it is an address; with a sign that TeX would take for something
 * else, a comment, a formula or a character by its number, it has no place there.
 */
function texDoi(paper: CitedPaper): string | undefined {
  const doi = bareDoi(paper);
  return doi !== undefined && /^[\w.;:()<>[\]/+-]+$/.test(doi) ? doi : undefined;
}

/** What a person may have behind the fields of any preset. */
function extraFields(
  paper: CitedPaper,
  { eprint, category }: EntryValues,
  encoding: TexEncoding,
  options: BibtexOptions,
): readonly (readonly [name: string, value: string | undefined])[] {
  const plain = (text: string | undefined) => escapeTex(text ?? '', { encoding, capitals: 'none' });
  const classed = category === undefined ? '' : ` [${category}]`;
  return [
    ['note', options.note === true && eprint !== undefined ? `arXiv:${eprint}${classed}` : ''],
    ['keywords', options.keywords === true ? plain(paper.category) : ''],
    ['abstract', options.abstract === true ? plain(paper.abstract) : ''],
  ];
}

/** All authors, joined as BibTeX wants it; `and others` only when the digest's list ends that way. */
function authorField(authors: readonly string[], encoding: TexEncoding, order: NameOrder): string {
  const { names, others } = parseAuthors(authors);
  const escape = (text: string) => escapeTex(text, { encoding, capitals: 'none', isName: true });
  const written = names.map((name) => bibtexName(name, order, escape));
  if (others && written.length > 0) written.push('others');
  return written.join(' and ');
}
