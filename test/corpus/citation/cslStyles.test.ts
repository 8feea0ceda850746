import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatWithStyle } from '../../../src/core/citation/csl/formatWithStyle.js';
import { cslItem } from '../../../src/core/citation/export/cslJson.js';
import { cslLocale } from '../../unit/citation/cslLocale.js';
import { Judging, patience } from '../../unit/citation/judging.js';
import { paperOf } from '../../unit/citation/paperOf.js';
import { shared } from '../referenceData.mjs';

const styles = path.join(shared, 'corpus', 'csl');
const accessed = '2026-02-13';

/** In the order in which styles sort them, by whatever they do: pandoc sorts, and numbers after it. */
const papers = [
  paperOf({
    id: '1602.04938',
    title: '“Are You Sure?” Explaining BERT’s answers to any question: a survey',
    authors: ['Aäron Adams', 'Li Ming', 'Jean-Pierre Martin'],
  }),
  paperOf({
    id: '1706.03762',
    doi: '10.1000/b_c',
    title: 'Better Models Are All You Need',
    authors:
      'Berta Bach,Noam Cole,Ed Dorn,Ida Eck,Max Faber,Aidan N. Gomez,Łukasz Kaiser,Io Lee'.split(
        ',',
      ),
  }),
  paperOf({
    doi: '10.1000/x_y',
    title: 'Closing Words',
    authors: ['Carl Cook', 'Dana Day'],
    year: 2026,
  }),
];

/**
 * A style with the terms of our locale beside its own: those of CSL 1.0.2, `preprint` among them, are
 * missing from the locales that older versions of pandoc hold.
 */
function withTerms(style: string): string {
  const [, language = 'en-US'] = /<style\b[^>]*default-locale="([^"]*)"/.exec(style) ?? [];
  const locale = cslLocale(language) ?? cslLocale('en-US') ?? '';
  const own = new Set(Array.from(style.matchAll(/<term name="([^"]*)"/g), ([, name]) => name));
  const terms = Array.from(locale.matchAll(/<term name="([^"]*)"[^]*?<\/term>/g))
    .filter(([, name]) => !own.has(name))
    .map(([term]) => term);
  return style.replace('</info>', `$&<locale><terms>${terms.join('')}</terms></locale>`);
}

/** Without blanks: pandoc begins blocks on lines of their own, which are no parts of a line here. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('every CSL style of the reference data', function () {
  this.timeout(patience);
  const judging = new Judging();

  it('is there', () => {
    assert.ok(existsSync(styles), `The styles are missing: ${styles}`);
  });

  it('writes references, those that pandoc writes with it', () => {
    const items = papers.map((paper, at) => ({
      ...cslItem({ key: `k${String(at)}`, paper }, {}),
      accessed: { 'date-parts': [accessed.split('-').map(Number)] },
    }));
    writeFileSync(path.join(judging.folder, 'items.json'), JSON.stringify(items));
    const names = readdirSync(styles).filter((name) => name.endsWith('.csl'));
    const silent: string[] = [];
    const different: string[] = [];
    let compared = 0;
    for (const name of names) {
      const style = readFileSync(path.join(styles, name), 'utf8');
      const options = { markup: 'text', accessed, entries: {} } as const;
      const ours = formatWithStyle(style, papers, options, cslLocale);
      if ('problem' in ours) silent.push(`${name}: ${JSON.stringify(ours.problem)}`);
      if (!style.includes('<bibliography')) continue;
      writeFileSync(path.join(judging.folder, name), withTerms(style));
      const { stdout } = judging.run(
        'pandoc',
        [
          ...['--citeproc', '-f', 'markdown', '-t', 'plain', '--wrap=none'],
          ...['--csl', name, '--bibliography', 'items.json'],
        ],
        "---\nnocite: '@*'\n---\n",
      );
      compared++;
      const line = 'references' in ours ? ours.references.join(' ') : '';
      if (bare(line) === bare(stdout)) continue;
      different.push(`${name}\n  ours   ${line}\n  pandoc ${stdout.replace(/\s+/g, ' ')}`);
    }
    console.log(
      [
        `${String(names.length - silent.length)} of ${String(names.length)} styles write references.`,
        ...silent,
        `${String(compared - different.length)} of ${String(compared)} write what pandoc writes.`,
        ...different,
      ].join('\n'),
    );
    assert.ok(silent.length <= names.length * 0.03, silent.join('\n'));
    assert.ok(different.length <= compared * 0.05, different.join('\n'));
  });
});
