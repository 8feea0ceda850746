import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { bibtexEntry, entryPresetNames } from '../../src/core/citation/bibtex.js';
import { citationKey, keyStyleNames } from '../../src/core/citation/citationKey.js';
import { capitalProtections } from '../../src/core/citation/escape.js';
import { exportFormats } from '../../src/core/citation/export/registry.js';
import { formatReferences, referenceStyleNames } from '../../src/core/citation/reference.js';
import { defaultTemplate } from '../../src/core/notes/defaultTemplate.js';
import { writeNote } from '../../src/core/notes/writeNote.js';
import { paperMarkdown } from '../../src/core/render/paperMarkdown.js';
import { hostilePapersOf } from './support/hostileCitedPapers.js';
import { hostileTex } from './support/hostileTex.js';
import { isLong } from './support/rounds.js';
import { hayagrivaFault, markdownFault, texFault } from './support/texScanner.js';

const cases = hostileTex.map(({ name, text }) => ({ name, papers: hostilePapersOf(text) }));

/** All ways to spell an entry; in the short form each one of each. */
const spellings = capitalProtections.flatMap((capitals, row) =>
  (['tex', 'unicode'] as const)
    .filter((_, column) => isLong || row % 2 === column)
    .map((accents) => ({ capitals, accents })),
);

/** Fails with the first few of all faults, and how many there are. */
class Faults {
  readonly #told: string[] = [];
  #count = 0;

  note(fault: string | undefined, name: string, text: string): void {
    if (fault === undefined) return;
    this.#count++;
    if (this.#told.length < 10) this.#told.push(`${fault}: ${name}: ${text.slice(0, 200)}`);
  }

  assertNone(): void {
    assert.equal(this.#count, 0, this.#told.join('\n'));
  }
}

describe('a paper whose text is a program of TeX', () => {
  it('is known by the scanner, so that it can find one', () => {
    const found = hostileTex.filter(({ text }) => texFault(text) !== undefined);
    assert.ok(found.length > 0.6 * hostileTex.length, String(found.length));
  });

  for (const preset of entryPresetNames) {
    it(`has an entry in which nothing acts: ${preset}`, () => {
      const faults = new Faults();
      for (const { name, papers } of cases) {
        for (const how of spellings) {
          const options = { ...how, preset, abstract: true, keywords: true, note: true };
          for (const paper of papers) {
            const entry = bibtexEntry(paper, 'key', options);
            for (const value of fieldsOf(entry)) faults.note(texFault(value), name, value);
          }
        }
      }
      faults.assertNone();
    });
  }

  it('has no formula that acts in any format of exports', () => {
    const faults = new Faults();
    for (const format of exportFormats) {
      for (const { name, papers } of cases) {
        const cites = papers.map((paper, at) => ({ paper, key: `key${String(at)}` }));
        const text = format.write(cites, { abstract: true, keywords: true, note: true });
        for (const [fault, value] of faultsOf(format.name, text)) {
          faults.note(fault, `${format.name}: ${name}`, value);
        }
      }
    }
    faults.assertNone();
  });

  it('has no formula that acts in references and copies in Markdown', () => {
    const faults = new Faults();
    for (const { name, papers } of cases) {
      for (const style of referenceStyleNames) {
        for (const line of formatReferences(style, papers, { markup: 'markdown' })) {
          faults.note(markdownFault(line), `${style}: ${name}`, line);
        }
      }
      for (const paper of papers) {
        const { abstract = '' } = paper;
        const summary = { label: abstract, text: abstract };
        const body = { summary, fields: [summary], abstract };
        const copy = paperMarkdown({ ...paper, occurrences: [] }, body);
        faults.note(markdownFault(copy), `copy: ${name}`, copy);
      }
    }
    faults.assertNone();
  });

  const labels = { digest: 'digest', summary: 'TL;DR', abstract: 'Abstract', notes: 'Notes' };
  const own =
    '---\nx: "{title} {abstract}"\ny: {authors}\n---\n# {title}\n> {abstract}\n{authors} {category} {summary}\n';
  for (const [which, template] of [
    ['built in', defaultTemplate(labels)],
    ['own', own],
  ] as const) {
    it(`has a literature note in which nothing acts: ${which}`, () => {
      const faults = new Faults();
      for (const { name, papers } of cases) {
        for (const paper of papers) {
          const { abstract = '' } = paper;
          const facts = { paper, key: 'key', abstract, summary: abstract, digestLabel: 'digest' };
          const note = writeNote(template, facts);
          assert.equal(note.kind, 'new');
          const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(note.text) ?? [];
          faults.note(markdownFault(body), name, body);
          // Pandoc reads the values of the front matter too.
          for (const value of Object.values(parse(front) as object)
            .flat()
            .map(String)) {
            faults.note(/\\[A-Za-z@([]|\^\^/.exec(value)?.[0], name, value);
          }
        }
      }
      faults.assertNone();
    });
  }

  it('has a key of a bearable length, without any sign of a language', () => {
    for (const { name, papers } of cases) {
      for (const paper of papers) {
        for (const style of keyStyleNames) {
          const key = citationKey(paper, style);
          assert.match(key, /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:/-]{0,118}[\p{L}\p{N}_])?$/u, name);
        }
      }
    }
  });
});

/** The values of an entry, one of which stands on each line. */
function fieldsOf(entry: string): string[] {
  const lines = entry.split('\n').slice(1, -1);
  return lines.map((line) => {
    const value = /^ {2}[a-zA-Z]+ = \{(.*)\},?$/.exec(line)?.[1];
    assert.ok(value !== undefined, line.slice(0, 200));
    return value;
  });
}

function* faultsOf(format: string, text: string): Generator<[string | undefined, string]> {
  switch (format) {
    case 'bibtex':
    case 'biblatex':
      for (const entry of text.split('\n\n')) {
        for (const value of fieldsOf(entry.trimEnd())) yield [texFault(value), value];
      }
      return;
    case 'hayagriva':
      for (const entry of Object.values(parse(text) as Record<string, HayagrivaTexts>)) {
        for (const value of [entry.title, entry.note ?? '', entry.abstract ?? '']) {
          yield [hayagrivaFault(value), value];
        }
      }
      return;
    case 'markdown':
      yield [markdownFault(text), text];
      return;
    // Who reads these as data escapes what they hold; formulas of titles may be kept as such.
    case 'cslJson':
      for (const { title } of JSON.parse(text) as readonly { readonly title: string }[]) {
        for (const [, inDollars, inBrackets] of title.matchAll(
          /\$([^$]+)\$(?!\d)|\\\((.*?)\\\)/g,
        )) {
          const fault = texFault(inDollars ?? inBrackets ?? '', true);
          yield [fault?.startsWith('command') === true ? fault : undefined, title];
        }
      }
  }
}

interface HayagrivaTexts {
  readonly title: string;
  readonly note?: string;
  readonly abstract?: string;
}
