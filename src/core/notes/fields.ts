import { absUrl, doiUrl, pdfUrl } from '../arxivLinks.js';
import { bareDoi, yearOf, type CitedPaper } from '../citation/citedPaper.js';
import { familyName, parseAuthors } from '../citation/personName.js';
import { texToText } from '../render/texToText.js';
import { wellFormed } from '../wellFormed.js';
import { lineToMarkdown, markdownText, texToMarkdown } from './noteText.js';

/** What a note can tell of a paper. */
export interface NoteFacts {
  readonly paper: CitedPaper;
  /** The paper's citation key. */
  readonly key: string;
  /** Address of the digest's entry, from the note: percent-encoded. */
  readonly digest?: string;
  /** Of the newest digest, `2026-02-13` or `2026-02`. */
  readonly date?: string;
  /** TeX, as the digest has them. */
  readonly summary?: string;
  readonly abstract?: string;
  /** Names the link to the digest in the person's language; Markdown. */
  readonly digestLabel: string;
}

export type PlainValue = string | number | readonly string[];

export interface Field {
  /** Plain text without TeX: for YAML and for names of files. */
  readonly plain: (facts: NoteFacts) => PlainValue | undefined;
  /** Markdown that is safe as it is; by default the plain value, escaped. */
  readonly markdown?: (facts: NoteFacts) => string | undefined;
  /** The plain value is an address of our own making. */
  readonly isAddress?: true;
}

/** What may stand in braces in a template, one row each. */
export const fields = {
  title: {
    plain: ({ paper }) => texToText(paper.title),
    markdown: ({ paper }) => texToMarkdown(paper.title),
  },
  /** All of them: a list in YAML. */
  authors: { plain: ({ paper }) => listOf(paper.authors.map(texToText)) },
  /** Last name of the first. */
  firstAuthor: {
    plain: ({ paper }) => {
      const [first] = parseAuthors(paper.authors).names;
      return first && familyName(first);
    },
  },
  year: { plain: ({ paper }) => yearOf(paper) },
  /** The id without version. */
  arxiv: { plain: ({ paper }) => paper.id },
  doi: { plain: ({ paper }) => bareDoi(paper) },
  key: {
    plain: ({ key }) => key,
    // `[@{key}]` is to be a citation.
    markdown: ({ key }) => (/^[\p{L}\p{N}_.:/+-]+$/u.test(key) ? key : markdownText(key)),
  },
  category: { plain: ({ paper }) => paper.category?.replace(/\s+/g, ' ').trim() },
  date: { plain: ({ date }) => date },
  url: { plain: urlOf, markdown: urlOf, isAddress: true },
  pdf: { plain: pdfOf, markdown: pdfOf, isAddress: true },
  digest: { plain: ({ digest }) => digest, markdown: ({ digest }) => digest, isAddress: true },
  /** Links to all places of the paper, in one line. */
  links: { plain: urlOf, markdown: linksOf },
  summary: {
    plain: ({ summary }) => summary && texToText(summary),
    markdown: ({ summary }) => summary && texToMarkdown(summary),
  },
  abstract: {
    plain: ({ abstract }) => abstract && texToText(abstract),
    markdown: ({ abstract }) => abstract && texToMarkdown(abstract),
  },
} satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;

/** In the order of the documentation. */
export const fieldNames = Object.keys(fields) as readonly FieldName[];

export function fieldNamed(name: string): FieldName | undefined {
  return fieldNames.find((field) => field === name);
}

/** undefined when the paper does not tell. */
export function plainValue(name: FieldName, facts: NoteFacts): PlainValue | undefined {
  const value = fields[name].plain(facts);
  if (typeof value === 'number' || value === undefined) return value;
  if (typeof value !== 'string') return value.map(withoutCommands);
  return value === '' ? undefined : withoutCommands(value);
}

/**
 * Pandoc reads the values of a front matter as Markdown with TeX in it, and would run a command that
 * `texToText` knows nothing about; others show every backslash, so that none can be written before it.
 */
function withoutCommands(text: string): string {
  return text.replace(/\\+(?=[A-Za-z@([])|\^(?=\^)/g, '');
}

export function plainText(name: FieldName, facts: NoteFacts): string {
  const value = plainValue(name, facts) ?? '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

export function markdownOf(name: FieldName, facts: NoteFacts): string {
  const field: Field = fields[name];
  return field.markdown ? (field.markdown(facts) ?? '') : lineToMarkdown(plainText(name, facts));
}

/** For a place where no foreign text may be: inside an address, a tag or a comment. */
export function addressOf(name: FieldName, facts: NoteFacts): string {
  const field: Field = fields[name];
  const text = plainText(name, facts);
  return field.isAddress ? text : percentEncoded(text);
}

function percentEncoded(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

function listOf(texts: readonly string[]): readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts;
}

function urlOf({ paper }: NoteFacts): string | undefined {
  if (paper.id !== undefined) return absUrl(paper.id);
  const doi = bareDoi(paper);
  return doi === undefined ? undefined : doiUrl(doi);
}

function pdfOf({ paper }: NoteFacts): string | undefined {
  return paper.id === undefined ? undefined : pdfUrl(paper.id);
}

function linksOf(facts: NoteFacts): string {
  const isOnArxiv = facts.paper.id !== undefined;
  const links = [
    [isOnArxiv ? 'arXiv' : 'DOI', urlOf(facts)],
    ['PDF', pdfOf(facts)],
    [facts.digestLabel, facts.digest],
  ] as const;
  return links
    .flatMap(([label, address]) => (address === undefined ? [] : [`[${label}](${address})`]))
    .join(' · ');
}
