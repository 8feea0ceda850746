import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDigest } from '../../../src/core/health/checkDigest.js';
import { Lines } from '../../../src/core/lines.js';
import { assertLinear } from '../support/cost.js';
import { fixtureNames, readBroken, readFixture } from '../support/fixtures.js';
import { latest, ReadDocument } from '../support/reading.js';
import { assertInside, groupsOf } from './groups.js';

/** Check, number of places, and what the first ones select. */
function told(read: ReadDocument): string[] {
  return groupsOf(read).map(({ check, count, first }) => {
    const places = first.map(({ range }) =>
      read.lines.line(range.startLine).slice(range.startCharacter, range.endCharacter),
    );
    return `${check} ${count}: ${places.join(' | ')}`;
  });
}

interface Made {
  readonly summary?: string;
  readonly method?: string;
  readonly abstract?: string;
}

/** Made up, of as many entries as are given. */
function digestOf(...entries: readonly Made[]): string {
  const texts = entries.map(({ summary, method, abstract }, at) => {
    const id = `2601.${String(at + 1).padStart(5, '0')}`;
    return `### [${at + 1}] [Paper ${at + 1}](https://arxiv.org/abs/${id})
*Ada Example*

Main category: cs.LG

TL;DR: ${summary ?? '这里写着一句为测试而编造的总结。'}

<details>
  <summary>Details</summary>
Method: ${method ?? '这个方法也是为测试而编造出来的。'}

Abstract: ${abstract ?? 'Made up.'}

</details>
`;
  });
  const total = `- [cs.LG](#cs.LG) [Total: ${entries.length}]`;
  const head = `<div id=toc></div>\n\n# Table of Contents\n\n${total}\n\n\n`;
  return `${head}<div id='cs.LG'></div>\n\n# cs.LG [[Back]](#toc)\n\n${texts.join('\n\n')}`;
}

const repeat = (count: number, made: Made = {}): Made[] =>
  Array.from({ length: count }, () => made);

function readMade(...entries: readonly Made[]): ReadDocument {
  return new ReadDocument('2026-01-02.md', digestOf(...entries));
}

describe('checkDigest', () => {
  it('finds nothing wrong with digests that are whole', () => {
    assert.deepEqual(told(readMade(...repeat(20))), []);
    for (const day of ['2026-02-12', '2026-02-13']) {
      assert.deepEqual(told(readFixture(`sample/digests/${day}.md`)), [], day);
    }
  });

  it('tells notices of failure from empty fields, one finding for each entry', () => {
    const read = readBroken('failure-texts.md');
    assert.deepEqual(told(read), [
      'placeholderText 3: TL;DR: Summary generation failed | TL;DR: Error | TL;DR: Summary generation failed',
      'emptyField 1: Result:',
      'missingAbstract 1: Abstract:',
    ]);
    const [placeholders, empty] = groupsOf(read);
    assert.deepEqual(
      placeholders?.first.map(({ args }) => args),
      [
        ['Summary generation failed', 'TL;DR', 'Motivation', 'Method', 'Result', 'Conclusion'],
        ['Error', 'TL;DR', 'Motivation', 'Method', 'Conclusion'],
        ['Summary generation failed', 'TL;DR'],
      ],
    );
    assert.deepEqual(empty?.first[0]?.args, ['Result']);
  });

  it('finds labels in bold, and says so at their place', () => {
    const made = digestOf(...repeat(4)).replace(/^TL;DR: .*$/m, '**TL;DR**: N/A');
    assert.deepEqual(told(new ReadDocument('a.md', made)), ['placeholderText 1: TL;DR**: N/A']);
  });

  it('keeps the count of many places, and the first of them', () => {
    const read = readMade(...repeat(40, { summary: 'Summary generation failed' }));
    const [group, ...others] = groupsOf(read);
    assert.deepEqual(others, []);
    assert.equal(group?.count, 40);
    assert.equal(group.first.length, 12);
    const line = group.first[0]?.range.startLine ?? -1;
    assert.equal(read.lines.line(line), 'TL;DR: Summary generation failed');
    assert.ok(line < read.entry(1).range.startLine);
  });

  it('finds fields in another script than most of their label', () => {
    const english = 'A made-up summary that stayed in English.';
    assert.deepEqual(told(readMade(...repeat(8), { summary: english }, ...repeat(3))), [
      `otherLanguage 1: TL;DR: ${english}`,
    ]);
    const korean = '이 요약은 시험을 위해 지어낸 문장이다.';
    const both = readMade(...repeat(8), { summary: english, method: korean });
    assert.deepEqual(groupsOf(both)[0]?.first[0]?.args, ['TL;DR', 'Method']);
  });

  it('takes two languages for wanted where each has its label, or none prevails', () => {
    const english = 'The summaries of this digest are in English.';
    assert.deepEqual(told(readMade(...repeat(12, { summary: english }))), []);
    assert.deepEqual(told(readMade(...repeat(6, { summary: english }), ...repeat(6))), []);
    assert.deepEqual(told(readMade({ summary: english }, ...repeat(3))), []);
  });

  it('finds entries without an abstract where most have one', () => {
    assert.deepEqual(told(readMade(...repeat(3), { abstract: '' })), [
      'missingAbstract 1: Abstract:',
    ]);
    assert.deepEqual(told(readMade(...repeat(3, { abstract: '' }), {})), []);
  });

  it('finds entries without authors where most name them', () => {
    const made = digestOf(...repeat(3)).replace('*Ada Example*', '**');
    assert.deepEqual(told(new ReadDocument('a.md', made)), ['missingAuthors 1: 2601.00001']);
    assert.deepEqual(told(new ReadDocument('a.md', made.replaceAll('*Ada Example*', '**'))), []);
    const noLine = digestOf(...repeat(3)).replace('*Ada Example*\n', '');
    assert.deepEqual(told(new ReadDocument('a.md', noLine)), ['entryWithoutAuthors 1: 2601.00001']);
  });

  it('passes on what could not be read, at the name of its entry or its line', () => {
    assert.deepEqual(told(readBroken('toc-mismatch.md')), [
      'tocMismatch 1: - [cs.LG](#cs.LG) [Total: 5]',
    ]);
    assert.deepEqual(told(readBroken('duplicate.md')), ['duplicateEntry 1: 2601.90321']);
  });

  it('tells of a cut-off entry only that it is cut off', () => {
    for (const name of ['cut.md', 'cut-fields.md']) {
      const checks = groupsOf(readBroken(name)).map(({ check }) => check);
      assert.deepEqual(checks, ['tocMismatch', 'entryCutOff'], name);
    }
  });

  it('works for entries on one line of a data file', () => {
    const object = (id: string, tldr: string): string =>
      JSON.stringify({ id, title: id, AI: { tldr, method: 'How "it" works.' } });
    const texts = [object('a', 'Error'), object('b', ''), object('c', 'Fine.')];
    const text = `[${texts.join(',')}]`;
    let at = 1;
    const entries = texts.map((each, index) => {
      const range = {
        startLine: 0,
        startCharacter: at,
        endLine: 0,
        endCharacter: at + each.length,
      };
      at += each.length + 1;
      const title = String.fromCharCode(97 + index);
      const key = `title:${title}` as const;
      return { key, title, authors: [], range, nameRange: range };
    });
    const groups = checkDigest({
      digest: { format: 'data', labels: ['tldr', 'method'], entries },
      problems: [],
      text,
      format: {
        readEntry(entry) {
          const { title, AI } = JSON.parse(entry) as { title: string; AI: Record<string, string> };
          const { tldr = '', method = '' } = AI;
          const summary =
            tldr === '' || tldr === 'Error'
              ? ({ label: 'tldr', text: '', failed: true } as const)
              : { label: 'tldr', text: tldr };
          const fields = [{ label: 'method', text: method }];
          return { key: `title:${title}`, body: { summary, fields, abstract: 'A.' } };
        },
      },
      context: { path: 'a.json', latest },
    });
    assertInside(groups, new Lines(text));
    assert.deepEqual(
      groups.map(({ check, first }) => [check, ...first.map(({ args }) => args.join(' '))]),
      [
        ['placeholderText', 'Error tldr'],
        ['emptyField', 'tldr'],
      ],
    );
    const [first] = groups.map(({ first: [finding] }) => finding?.range);
    assert.equal(text.slice(first?.startCharacter, first?.endCharacter), 'tldr');
  });

  it('never throws and stays inside the text, whatever has become of it', () => {
    const reads = [...fixtureNames('broken')]
      .map(readBroken)
      .concat(fixtureNames('generators').map((name) => readFixture(`generators/${name}`)))
      .concat(readMade(...repeat(30, { summary: 'Error' }), ...repeat(3)));
    for (const read of reads) {
      groupsOf(read);
      groupsOf(read, '');
    }
    const cut = fc.record({
      read: fc.constantFrom(...reads),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cut, fc.string(), fc.boolean(), ({ read, share }, put, again) => {
        const { text } = read.lines;
        const at = Math.floor(text.length * share);
        const changed = text.slice(0, at) + put + text.slice(at + (again ? 0 : 200));
        groupsOf(read, changed);
        groupsOf(new ReadDocument('2026-01-02.md', changed));
      }),
      { numRuns: 300 },
    );
  });

  it('costs no more than in proportion to the text', () => {
    const [one = ''] = digestOf({ summary: 'Error', method: '' }).split('\n### ').slice(1);
    assertLinear(
      'many failed entries',
      (length) => digestOf(...repeat(Math.ceil(length / one.length), { summary: 'Error' })),
      (text) => void groupsOf(new ReadDocument('a.md', text)),
    );
    assertLinear(
      'an entry of many empty labels',
      (length) => {
        const labels = Array.from({ length: length / 12 }, (_, at) => `L${at}x: \n`).join('\n');
        return digestOf({ method: `\n\n${labels}` });
      },
      (text) => void groupsOf(new ReadDocument('a.md', text)),
    );
  });
});
