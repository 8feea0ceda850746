import type { TexEncoding } from './escape.js';

/** The values of an entry, ready to stand in braces; undefined when the paper does not tell. */
export interface EntryValues {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly year: string | undefined;
  /** arXiv id, with version on request. */
  readonly eprint: string | undefined;
  readonly category: string | undefined;
  /** Of a publisher; arXiv's own on request, where there is no other. */
  readonly doi: string | undefined;
  /** The DOI that arXiv gives, whether wanted or not. */
  readonly arxivDoi: string | undefined;
  readonly url: string | undefined;
}

export interface Preset {
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
export const presets = {
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
  /** As DBLP has it, less what only DBLP can say (`timestamp`, `biburl`, `bibsource`). */
  dblp: {
    type: 'article',
    typeWithoutId: 'misc',
    encoding: 'bibtex',
    fields: [
      ['author', (v) => v.author],
      ['title', (v) => v.title],
      ['journal', whenOnArxiv(() => 'CoRR')],
      ['volume', whenOnArxiv((id) => (id.includes('/') ? id : `abs/${id}`))],
      ['year', (v) => v.year],
      ['url', (v) => v.url],
      ['doi', (v) => v.doi ?? v.arxivDoi],
      ['eprinttype', whenOnArxiv(() => 'arXiv')],
      ['eprint', (v) => v.eprint],
    ],
  },
} satisfies Record<string, Preset>;

export type EntryPreset = keyof typeof presets;

/** The presets in the order of a menu. */
export const entryPresetNames = Object.keys(presets) as readonly EntryPreset[];
