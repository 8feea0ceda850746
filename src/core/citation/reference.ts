import { absUrl, arxivDoi, doiUrl } from '../arxivLinks.js';
import { texToText } from '../render/texToText.js';
import { markdownTitle, escapeLineStart, escapeMarkdown } from '../render/markdownText.js';
import { markdownLink } from './authorYear.js';
import { bareDoi, linkOf, yearOf, type CitedPaper } from './citedPaper.js';
import { plainTitle } from './export/plainFacts.js';
import { quotedTitle } from './quotedTitle.js';
import { parseAuthors, type AuthorList } from './personName.js';
import {
  capitalFamily,
  familyFirst,
  familyInitials,
  firstFamily,
  initialsFamily,
  isChinese,
  nameList,
} from './referenceNames.js';

export interface ReferenceOptions {
  /** `text` for mail, where formulas become Unicode; `markdown` with formulas, italics and links. */
  readonly markup: 'text' | 'markdown';
  /** The day on which the paper was seen, as GB/T 7714 wants it: `2026-02-13`. */
  readonly accessed?: string;
}

/** What a style puts together; texts are escaped already. Empty is what the paper does not tell. */
interface ReferenceParts {
  readonly authors: AuthorList;
  readonly title: string;
  /** The title in quotes, with a mark behind it. */
  readonly quoted: (mark: string) => string;
  readonly year: string;
  /** `arXiv:1706.03762` */
  readonly arxiv: string;
  /** The DOI's page, arXiv's own for want of another. */
  readonly doiLink: string;
  /** arXiv's page, else the DOI's. */
  readonly link: string;
  readonly accessed: string;
  readonly italic: (text: string) => string;
  /** Names are escaped when they are put together. */
  readonly text: (text: string) => string;
}

interface ReferenceStyle {
  /** `[1]` stands before each reference. */
  readonly numbered: boolean;
  readonly write: (parts: ReferenceParts) => readonly string[];
}

/**
 * Styles by hand, one row each: sentences that are joined by blanks, the empty ones left out. Titles
 * stay as they are written, for no rule tells a name in them from a word in Title Case.
 */
const styles = {
  /** Publication Manual of the APA, 7th edition, 10.8 (preprint). */
  apa: {
    numbered: false,
    write: (parts) => {
      const { authors, text, italic, title, year, arxiv, doiLink } = parts;
      const names = text(
        nameList(authors.names.map(familyInitials), authors.others, {
          two: ', & ',
          last: ', & ',
          most: 20,
          kept: 19,
          etAl: ', et al.',
          endsWithLast: true,
        }),
      );
      const when = `(${year === '' ? 'n.d.' : year}).`;
      const id = arxiv === '' ? '' : `(${arxiv})`;
      const work = ended(spaced(italic(title), id), id === '' ? title : id);
      const rest = [arxiv === '' ? '' : 'arXiv.', doiLink];
      // Without an author the title takes its place.
      return names === '' ? [work, when, ...rest] : [ended(names), when, work, ...rest];
    },
  },
  /** IEEE Reference Guide, arXiv preprint. */
  ieee: {
    numbered: true,
    write: ({ authors, text, quoted, year, arxiv, doiLink }) => {
      const names = nameList(authors.names.map(initialsFamily), authors.others, {
        two: ' and ',
        last: ', and ',
        most: 6,
        kept: 1,
        etAl: ' et al.',
      });
      const lead = names === '' ? '' : `${text(names)},`;
      const place = arxiv === '' && doiLink !== '' ? doiLink : arxiv;
      const rest = [year, place].filter((part) => part !== '').join(', ');
      const mark = rest === '' ? '.' : ',';
      const endsWithLink = doiLink !== '' && rest.endsWith(doiLink);
      const end = rest === '' || endsWithLink ? rest : `${rest}.`;
      return [lead, quoted(mark), end];
    },
  },
  /** Chicago Manual of Style, 17th edition, author and date. */
  chicago: {
    numbered: false,
    write: ({ authors, text, quoted, year, arxiv, doiLink }) => {
      const names = authors.names.map((name, at) =>
        at === 0 ? familyFirst(name) : firstFamily(name),
      );
      const list = nameList(names, authors.others, {
        two: ', and ',
        last: ', and ',
        most: 10,
        kept: 7,
        etAl: ', et al.',
      });
      const place = arxiv === '' ? '' : 'Preprint, arXiv.';
      const link = doiLink === '' ? '' : `${doiLink}.`;
      const when = `${year === '' ? 'n.d' : year}.`;
      const work = quoted('.');
      return list === '' ? [work, when, place, link] : [ended(text(list)), when, work, place, link];
    },
  },
  /** GB/T 7714-2015, numbered, electronic resource. */
  gbt7714: {
    numbered: true,
    write: ({ authors, text, title, year, arxiv, link, accessed }) => {
      const names = nameList(authors.names.map(capitalFamily), authors.others, {
        two: ', ',
        last: ', ',
        most: 3,
        kept: 3,
        etAl: isChinese(authors.names) ? ', 等' : ', et al.',
      });
      const when = [arxiv === '' ? '' : 'arXiv', year].filter((part) => part !== '').join(', ');
      const seen = accessed === '' ? '' : `[${accessed}]`;
      return [
        names === '' ? '' : ended(text(names)),
        `${title}${text('[EB/OL]')}.`,
        when + seen === '' ? '' : `${when}${text(seen)}.`,
        link === '' ? '' : `${link}.`,
      ];
    },
  },
} satisfies Record<string, ReferenceStyle>;

export type ReferenceStyleName = keyof typeof styles | 'markdownLink';

/** The styles in the order of a menu; `markdownLink` is `[Vaswani et al., 2017](https://…)`. */
export const referenceStyleNames: readonly ReferenceStyleName[] = [
  ...(Object.keys(styles) as (keyof typeof styles)[]),
  'markdownLink',
];

/** Formatted references, one a paper, in their order; each is one line. */
export function formatReferences(
  style: ReferenceStyleName,
  papers: readonly CitedPaper[],
  options: ReferenceOptions,
): readonly string[] {
  if (style === 'markdownLink') return papers.map(markdownLink);
  const { numbered, write }: ReferenceStyle = styles[style];
  return papers.map((paper, at) => {
    const parts = referenceParts(paper, options);
    const number = numbered ? [parts.text(`[${at + 1}]`)] : [];
    const line = spaced(...number, ...write(parts));
    return options.markup === 'markdown' ? escapeLineStart(line) : line;
  });
}

function referenceParts(paper: CitedPaper, { markup, accessed }: ReferenceOptions): ReferenceParts {
  const inMarkdown = markup === 'markdown';
  const text = inMarkdown ? escapeMarkdown : (plain: string) => plain;
  const url = (address: string | undefined) =>
    address === undefined || !inMarkdown ? (address ?? '') : `<${address}>`;
  const { id } = paper;
  const title = inMarkdown ? plainTitle(paper.title) : texToText(paper.title);
  const shown = inMarkdown ? markdownTitle : text;
  const doi = bareDoi(paper) ?? (id === undefined ? undefined : arxivDoi(id));
  return {
    authors: parseAuthors(paper.authors),
    title: shown(title),
    quoted: (mark) => shown(quotedTitle(title, mark)),
    year: yearOf(paper)?.toString() ?? '',
    arxiv: id === undefined ? '' : `arXiv:${id}`,
    doiLink: url(doi === undefined ? undefined : doiUrl(doi)),
    link: url(id === undefined ? linkOf(paper) : absUrl(id)),
    accessed: accessed ?? '',
    italic: (escaped) => (inMarkdown && escaped !== '' ? `*${escaped}*` : escaped),
    text,
  };
}

function spaced(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** With a full stop, unless what is seen of it ends with a mark of its own. */
function ended(text: string, seen = text): string {
  return text === '' || /[.?!…。？！]$/.test(seen) ? text : `${text}.`;
}
