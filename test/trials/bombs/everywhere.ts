import { formatSamples } from '../../unit/support/formatSamples.js';
import { repeated, type Bomb } from './bomb.js';
import { fragments } from './fragments.js';
import { bibliographyJobs, documentJobs, type Jobs } from './jobs.js';

/** A place where any text may stand, and what stands around it. */
interface Place {
  readonly name: string;
  readonly path: string;
  readonly jobs: Jobs;
  readonly around: (text: string) => string;
  readonly msPerMb?: number;
}

/** Behind the entries of each format, before them, and in the texts of one of them. */
const inDigests = Object.entries(formatSamples).flatMap(([name, { path, text, fewest = 1 }]) => {
  const sample = text(2 + fewest);
  const place = (where: string, around: Place['around']): Place => ({
    ...{ name: `${name}, ${where}`, path, jobs: documentJobs, around },
  });
  return [
    place('behind', (bomb) => sample + bomb),
    place('before', (bomb) => `${bomb}\n${sample}`),
    place('abstract', (bomb) => sample.replace('We make up', () => bomb)),
    place('title', (bomb) => sample.replace('A Title', () => bomb)),
    place('names', (bomb) => sample.replace('Ada Example', () => bomb)),
  ];
});

const notes = [
  ...['a.md', 'a.qmd', 'a.rmd', 'a.tex', 'a.typ', 'a.org', 'a.rst', 'a.adoc', 'a.txt', 'a.py'],
  ...['_quarto.yml', 'myst.yml', 'conf.py', 'a.html', 'a.jsonl', 'a.xml'],
];
const inNotes = notes.flatMap((path) => {
  const place = (where: string, around: Place['around']): Place => ({
    ...{ name: `${path}, ${where}`, path, jobs: documentJobs, around },
  });
  return [
    place('all', (bomb) => bomb),
    place('front matter', (bomb) => `---\nbibliography: ${bomb}\n---\n[@a] text\n`),
    place('prose', (bomb) => `See \`a\` [@a; ${bomb} \\cite{b} \`c\`\n\n`),
  ];
});

/** The library that parses YAML takes so long for what are entries, items or members of three signs each. */
const yamlMsPerMb = 6000;

const inBibliographies: readonly Place[] = [
  ...bibliography('a.bib', {
    all: (bomb) => bomb,
    title: (bomb) => `@misc{x, title = {${bomb}}, eprint = {2601.00001}}\n`,
    authors: (bomb) => `@misc{x, title = {T}, author = {${bomb}}}\n`,
    'open title': (bomb) => `@misc{x, title = ${bomb}`,
    fields: (bomb) => `@misc{x${bomb}}`,
    key: (bomb) => `@misc{${bomb}, title={a}}`,
    quotes: (bomb) => `@misc{x, title = "${bomb}"}`,
    others: (bomb) => `@misc{x, title={T}, note={${bomb}}, url={${bomb}}, journal={${bomb}}}`,
  }),
  ...bibliography('a.json', {
    all: (bomb) => bomb,
    items: (bomb) => `[${bomb}`,
    title: (bomb) => `[{"id":"x","title":${JSON.stringify(bomb)}}]`,
    'open title': (bomb) => `[{"id":"x","title":"${bomb}"}]`,
    key: (bomb) => `[{"id":${JSON.stringify(bomb)},"DOI":${JSON.stringify(bomb)}}]`,
  }),
  ...bibliography('a.ris', {
    all: (bomb) => bomb,
    title: (bomb) => `TY  - JOUR\nTI  - ${bomb}\nER  - \n`,
    authors: (bomb) => `TY  - JOUR\nAU  - ${bomb}\nER  - \n`,
    fields: (bomb) => `TY  - JOUR\n${bomb}`,
    others: (bomb) => `TY  - JOUR\nUR  - ${bomb}\nID  - ${bomb}\nDO  - ${bomb}\nER  - \n`,
  }),
  ...bibliography(
    'b.yml',
    {
      all: (bomb) => bomb,
      title: (bomb) => `k:\n  type: article\n  title: ${bomb}\n`,
      quotes: (bomb) => `k:\n  type: article\n  title: "${bomb}"\n`,
      block: (bomb) => `k:\n  title: |\n    ${bomb}\n`,
      fields: (bomb) => `k:\n  parent:\n${bomb}`,
      brackets: (bomb) => `k: {title: [${bomb}`,
    },
    yamlMsPerMb,
  ),
  ...bibliography(
    'a.yaml',
    {
      all: (bomb) => `references:\n${bomb}`,
      title: (bomb) => `references:\n- id: x\n  title: ${bomb}\n`,
      quotes: (bomb) => `references:\n- id: x\n  title: "${bomb}"\n`,
      brackets: (bomb) => `references: [${bomb}`,
    },
    yamlMsPerMb,
  ),
];

function bibliography(
  path: string,
  places: Readonly<Record<string, Place['around']>>,
  msPerMb = 1000,
): Place[] {
  return Object.entries(places).map(([where, around]) => ({
    ...{ name: `${path}, ${where}`, path, jobs: bibliographyJobs, around, msPerMb },
  }));
}

/**
 * Each fragment, repeated, in each place.
 * @param share one in so many of them, other ones in each place
 */
export function* bombsEverywhere(share: number): Iterable<Bomb> {
  for (const [number, place] of [...inDigests, ...inNotes, ...inBibliographies].entries()) {
    for (const [at, fragment] of fragments.entries()) {
      if ((at + number) % share !== 0) continue;
      const { name, around } = place;
      yield {
        ...place,
        name: `${name}: ${JSON.stringify(fragment)}`,
        text: (length) => around(repeated(fragment, length)),
      };
    }
  }
}
