import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library.js';
import { fixtureNames, readBroken } from '../support/fixtures.js';
import { assertUsual, fields, ids, problems, summary, usualFields } from '../support/madeUp.js';

/** Every expectation is a line of test/fixtures/README.md. */

describe('a file with a defect', () => {
  const names = fixtureNames('broken');

  it('has ranges that lie inside its text', () => {
    assert.ok(names.length >= 33);
    for (const name of names) readBroken(name).assertRanges();
  });

  it('gives the texts of each of its entries without carriage returns and labels', () => {
    for (const name of names) {
      const read = readBroken(name);
      for (const [number, entry] of (read.document.digest?.entries ?? []).entries()) {
        const texts = [JSON.stringify(entry), JSON.stringify(read.body(number))];
        assert.ok(!texts.some((text) => text.includes('\\r')), name);
        assert.ok(!texts.some((text) => text.includes('<summary>')), name);
      }
    }
  });

  const untouched = [
    'crlf.md',
    'bom.md',
    'lone-cr.md',
    'nul.md',
    'control-chars.md',
    'line-separators.md',
    'toc-missing-category.md',
    'numbering.md',
    'html-title.md',
    'command-link.md',
    'blank-field.md',
    'label-lines.md',
    'markup-in-abstract.md',
    'failure-texts.md',
    'no-entries.md',
    'no-authors.md',
    'links.md',
    'labels.md',
    'crossed-labels.md',
    'bom-header.md',
    'empty.md',
    'v0.md',
    'v1.md',
    'v2.md',
  ];
  for (const name of untouched) {
    it(`needs no remark when nothing is lost: ${name}`, () =>
      assert.deepEqual(readBroken(name).document.problems, []));
  }
});

describe('a file that is no digest', () => {
  it('may be empty', () => {
    const { document } = readBroken('empty.md');
    assert.equal(document.digest, undefined);
    assert.deepEqual(document.mentions, []);
  });

  it('may be binary, with that remark and no other', () => {
    const read = readBroken('binary.md');
    assert.equal(read.document.digest, undefined);
    assert.deepEqual(read.document.mentions, []);
    assert.deepEqual(problems(read), ['binary 0']);
  });
});

describe('a digest that is cut off', () => {
  it('in an abstract keeps both entries and what there is of the abstract', () => {
    const read = readBroken('cut.md');
    assert.deepEqual(ids(read), ['2601.90101', '2601.90102']);
    assertUsual(read.body(0));
    assert.equal(read.body(1).summary?.text, summary);
    assert.deepEqual(fields(read.body(1)), usualFields);
    assert.match(read.body(1).abstract ?? '', /^This abstract .* being written$/);
    assert.deepEqual(problems(read), ['tocMismatch 4', 'entryCutOff 34']);
    assert.deepEqual(read.document.problems[1]?.args, ['2601.90102']);
  });

  it('after a header line keeps the entries before, and knows the paper of the header', () => {
    const read = readBroken('cut-header.md');
    assert.deepEqual(ids(read), ['2601.90111', '2601.90112']);
    assertUsual(read.body(0));
    assert.deepEqual(read.entry(1).authors, []);
    assert.deepEqual(read.body(1), { fields: [] });
    assert.ok(problems(read).includes('entryCutOff 34'));
  });

  it('inside a link makes no paper of half an id', () => {
    const read = readBroken('cut-title.md');
    assert.deepEqual(ids(read), ['2601.90121']);
    assert.deepEqual(read.document.mentions, []);
    assert.ok(problems(read).includes('entryCutOff 34'));
    assert.deepEqual(read.document.problems.at(-1)?.args, ['An Entry Whose Abstract Is Cut Off']);
  });

  it('inside a field keeps the fields before and what there is of the last', () => {
    const read = readBroken('cut-fields.md');
    assert.deepEqual(ids(read), ['2601.90131', '2601.90132']);
    const body = read.body(1);
    assert.equal(body.summary?.text, summary);
    assert.deepEqual(fields(body), [
      ['Motivation', 'Made up to have a reason.'],
      ['Method', 'Made up'],
    ]);
    assert.equal(body.abstract, undefined);
    assert.ok(problems(read).includes('entryCutOff 34'));
  });
});

describe('a digest of unusual characters', () => {
  it('may have Windows line ends, and counts its lines as with plain ones', () => {
    const read = readBroken('crlf.md');
    assert.deepEqual(ids(read), ['2601.90201', '2601.90202']);
    assertUsual(read.body(0), { abstract: 'Line one of the abstract\n  and line two.' });
    assertUsual(read.body(1));
    assert.deepEqual(read.entry(0).authors, ['Ada Example', 'Ben Sample']);
    assert.deepEqual(read.entry(1).range, {
      startLine: 35,
      startCharacter: 0,
      endLine: 55,
      endCharacter: '</details>'.length,
    });
  });

  it('may begin with a byte order mark, which counts for nothing', () => {
    const read = readBroken('bom.md');
    assert.deepEqual(ids(read), ['2601.90211', '2601.90212']);
    assertUsual(read.body(0));
    assert.deepEqual(ids(readBroken('bom-header.md')), ['2601.90221']);
    const { range, nameRange } = readBroken('bom-header.md').entry(0);
    assert.deepEqual([range.startLine, range.startCharacter], [0, 0]);
    assert.equal(nameRange.startCharacter, '### [1] [No Table of Contents Before Me]('.length + 22);
  });

  it('may hold lone carriage returns, each of which ends a line as in an editor', () => {
    const read = readBroken('lone-cr.md');
    assert.deepEqual(ids(read), ['2601.90231', '2601.90232']);
    assertUsual(read.body(0), {
      fields: { Result: 'Before the return\nafter the return.' },
      abstract: 'First half of a line\nsecond half of it.\n  A line after that.',
    });
    assertUsual(read.body(1));
    const byLineFeeds = read.lines.text.split('\n').findIndex((line) => line.startsWith('### [2]'));
    assert.equal(read.entry(1).range.startLine, byLineFeeds + 2);
  });

  it('may hold a NUL and is still text', () => {
    const read = readBroken('nul.md');
    assert.deepEqual(ids(read), ['2601.90241', '2601.90242']);
    assert.match(read.body(0).abstract ?? '', /^Before the NUL.* after the NUL\.$/s);
  });

  it('may hold control characters, none of which ends a line', () => {
    const read = readBroken('control-chars.md');
    assert.deepEqual(ids(read), ['2601.90251', '2601.90252']);
    assert.match(read.body(0).abstract ?? '', /^Once this was .*red.*\.$/s);
    assert.ok(!read.body(0).abstract?.includes('\n'));
    assertUsual(read.body(1));
  });

  it('may hold bytes that are no UTF-8, with a remark on the line of the first', () => {
    const read = readBroken('invalid-utf8.md');
    assert.deepEqual(ids(read), ['2601.90261', '2601.90262']);
    assert.match(read.body(0).abstract ?? '', /^Good �� bad �\( and half of a character: �$/);
    assert.deepEqual(problems(read), ['invalidUtf8 29']);
    assert.ok(read.lines.line(29).startsWith('Abstract: Good'));
  });

  it('may hold the separators that Unicode calls line ends, and they are none', () => {
    const read = readBroken('line-separators.md');
    assert.deepEqual(ids(read), ['2601.90271', '2601.90272']);
    assert.equal(read.entry(1).range.startLine, 34);
    assert.equal(read.body(0).summary?.text.includes('\n'), false);
    assertUsual(read.body(1));
  });
});

describe('a digest whose parts do not agree', () => {
  it('is told of once when the table of contents promises other numbers', () => {
    const read = readBroken('toc-mismatch.md');
    assert.deepEqual(ids(read), ['2601.90301', '2601.90302']);
    assert.deepEqual(read.document.problems, [
      { kind: 'tocMismatch', line: 4, args: ['cs.LG', 5, 2] },
    ]);
    const empty = readBroken('empty-section.md');
    assert.deepEqual(ids(empty), ['2601.90611']);
    assert.deepEqual(empty.document.problems, [
      { kind: 'tocMismatch', line: 4, args: ['math.CO', 1, 0] },
    ]);
  });

  it('keeps the categories that the table of contents does not list', () => {
    const read = readBroken('toc-missing-category.md');
    assert.deepEqual(
      read.entries.map(({ id, category }) => [id, category]),
      [
        ['2601.90311', 'cs.LG'],
        ['2601.90312', 'math.CO'],
      ],
    );
  });

  it('may tell of a paper twice: one paper, two places, one remark', () => {
    const read = readBroken('duplicate.md');
    assert.deepEqual(problems(read), ['duplicateEntry 34']);
    const library = new Library();
    library.replace(read.document);
    assert.equal(library.size, 1);
    assert.deepEqual(
      library.paper('arxiv:2601.90321')?.occurrences.map(({ entry }) => entry.nameRange.startLine),
      [11, 34],
    );
    assert.equal(read.body(0).summary?.text, 'The first telling.');
    assert.equal(read.body(1).summary?.text, 'The second telling.');
  });

  it('may count its entries as it likes', () => {
    assert.deepEqual(
      readBroken('numbering.md').entries.map(({ id, category }) => [id, category]),
      [
        ['2601.90331', 'cs.LG'],
        ['2601.90332', 'cs.LG'],
        ['2601.90333', 'math.CO'],
      ],
    );
  });

  it('may be a day without papers', () => {
    const read = readBroken('no-entries.md');
    assert.deepEqual(read.entries, []);
    assert.equal(read.digest.date, undefined);
  });
});

describe('markup in a digest', () => {
  it('is read as it is written', () => {
    const read = readBroken('html-title.md');
    assert.equal(
      read.entry(0).title,
      `<img src=x onerror="alert(1)"> and <script>alert('title')</script>`,
    );
    assert.deepEqual(read.entry(0).authors, [
      'Ada <b onmouseover="alert(2)">Example</b>',
      'Ben &lt;Sample&gt;',
    ]);
    assert.ok(read.body(0).abstract?.includes('<!-- a comment -->.'));
    assert.equal(read.entry(1).title, '$\\href{javascript:alert(5)}{x}$ and $\\htmlData{a=b}{y}$');
  });

  it('may be links of all kinds, of which none is the paper’s', () => {
    const read = readBroken('command-link.md');
    assert.deepEqual(ids(read), ['2601.90411']);
    assert.deepEqual(read.document.mentions, []);
    assert.ok(read.body(0).fields[2]?.text.endsWith('[r]: command:workbench.action.quit'));
  });

  it('does not end an abstract', () => {
    const read = readBroken('markup-in-abstract.md');
    assert.deepEqual(ids(read), ['2601.90521', '2601.90522']);
    assert.match(read.body(0).abstract ?? '', /^Text\.\n.*# A heading\n.*\nSecond paragraph\.$/s);
    assertUsual(read.body(1));
  });
});
