import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { csvText } from '../../../src/core/csv.js';
import { Library } from '../../../src/core/library.js';
import { noMark } from '../../../src/core/marks/mark.js';
import { Filters } from '../../../src/core/search/filters.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { countPapers } from '../../../src/core/trends/countPapers.js';
import type { TrendFigures } from '../../../src/core/trends/figures.js';
import { markQuery } from '../../../src/core/trends/trendQueries.js';
import { tableTexts, trendTable, type ChartName } from '../../../src/core/trends/trendTables.js';
import { documentOf, entryOf } from '../support/documents.js';
import { finished } from '../support/finished.js';
import { tableWordsInEnglish } from './words.js';

/** Two days; the second has a paper without a category, and authors who want to be formulas. */
function figures(): TrendFigures {
  const library = new Library();
  const authors = ['=HYPERLINK("https://example.org")', 'Ada, "the first"'];
  const first = [
    entryOf(0, 'Alpha', { id: '2602.00001', category: 'cs.LG', authors }),
    entryOf(1, 'Beta', { id: '2602.00002', category: 'Free text', authors }),
  ];
  const second = [
    entryOf(0, 'Alpha', { id: '2602.00001', category: 'cs.LG', authors }),
    entryOf(1, 'Gamma', { id: '2602.00003', authors }),
  ];
  library.replace(documentOf('file:///a.md', first, '2026-02-12'));
  library.replace(documentOf('file:///b.md', second, '2026-02-14'));
  const counted = finished(countPapers(library, () => noMark, { period: 'all' }));
  assert.ok(counted);
  return counted;
}

function csv(chart: ChartName, share: boolean): string {
  return csvText(tableTexts(trendTable(chart, figures(), undefined, share, tableWordsInEnglish)));
}

describe('the table of a chart', () => {
  it('has a row for each day with a digest, and a column for each category', () => {
    assert.equal(
      csv('papers', false),
      'From,To,Days,Papers,No category,Free text,cs.LG\r\n' +
        '2026-02-12,2026-02-12,1,2,0,1,1\r\n' +
        '2026-02-14,2026-02-14,1,2,1,0,1\r\n',
    );
  });

  it('tells shares of the volume of each day', () => {
    assert.match(csv('papers', true), /2026-02-12,2026-02-12,1,2,0\.0000,0\.5000,0\.5000\r\n/);
    assert.match(csv('categories', false), /cs\.LG,1,0\.3333\r\n/);
  });

  it('is no formula in a spreadsheet, and keeps its fields apart', () => {
    assert.equal(
      csv('authors', false),
      'Author,Papers,Share\r\n' +
        `"'=HYPERLINK(""https://example.org"")",3,1.0000\r\n` +
        '"Ada, ""the first""",3,1.0000\r\n',
    );
  });
});

describe('the search behind a bar', () => {
  it('names category and day, in the syntax of searches', () => {
    const counted = figures();
    const query = (at: number, series: number): string | undefined =>
      markQuery({ chart: 'papers', at, series }, counted, undefined);
    assert.deepEqual(
      counted.categories.map(({ name }) => name),
      ['', 'Free text', 'cs.LG'],
    );
    assert.equal(query(0, 0), '-cat:* date:2026-02-12');
    const [without] = parseQuery('-cat:*').filters;
    assert.ok(without);
    const filters = new Filters([without], () => false);
    assert.ok(filters.passEntry('title:gamma', '') && !filters.passEntry('title:beta', 'cs.LG'));
    assert.equal(query(0, 1), 'cat:"Free text" date:2026-02-12');
    assert.equal(query(1, 2), 'cat:cs.LG date:2026-02-14');
  });

  it('is none where there is no such bar', () => {
    const counted = figures();
    for (const chart of ['papers', 'categories', 'terms', 'authors', 'reading'] as const) {
      assert.equal(markQuery({ chart, at: 99, series: 0 }, counted, undefined), undefined);
    }
    assert.equal(markQuery({ chart: 'papers', at: 0, series: 9 }, counted, undefined), undefined);
  });

  it('cannot be broken out of by a name', () => {
    const counted = figures();
    const query = markQuery({ chart: 'authors', at: 0, series: 0 }, counted, undefined);
    assert.equal(query, 'author:"=HYPERLINK(https://example.org)" date:2026-02-12..2026-02-14');
  });
});
