import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { logLikelihood } from '../../../src/core/trends/logLikelihood.js';
import { TermTally, type EntryText } from '../../../src/core/trends/termTally.js';
import { termWindows } from '../../../src/core/trends/termWindows.js';
import { chineseTerms, titleTerms } from '../../../src/core/trends/textTerms.js';

const written = (terms: readonly { readonly written: string }[]): string[] =>
  terms.map((term) => term.written);

describe('the terms of a title', () => {
  it('are its words and each two neighbours, without what says nothing', () => {
    assert.deepEqual(written(titleTerms('Diffusion Models for the Masses')), [
      'diffusion',
      'models',
      'diffusion models',
      'masses',
    ]);
  });

  it('keep the capitals of names and leave out single letters and numbers', () => {
    assert.deepEqual(written(titleTerms('LoRA: a 7B x')), ['LoRA', '7B']);
    assert.ok(written(titleTerms('Beyond GPT-4')).includes('GPT-4'));
  });

  it('are one for all endings and spellings', () => {
    const terms = (title: string): string[] => titleTerms(title).map(({ term }) => term);
    assert.deepEqual(terms('World Models'), terms('world model'));
  });

  it('join words over a blank or hyphen alone', () => {
    assert.ok(written(titleTerms('test-time scaling')).includes('test-time'));
    assert.ok(!written(titleTerms('Scaling, Laws')).includes('scaling laws'));
    assert.ok(!written(titleTerms('Laws of Scaling')).includes('laws scaling'));
  });
});

describe('the terms of a Chinese summary', () => {
  it('are its words and each two neighbours, without what summaries say of any paper', () => {
    const terms = written(chineseTerms('本文提出一种扩散模型，用于分子生成。'));
    assert.ok(terms.includes('扩散'), terms.join());
    assert.ok(terms.includes('分子生成'), terms.join());
    for (const none of ['本文', '提出', '一种', '用于']) assert.ok(!terms.includes(none), none);
  });

  it('never hold anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of written(chineseTerms(text))) assert.ok(text.includes(term));
      }),
    );
    assert.deepEqual(chineseTerms('Nothing of the kind.'), []);
  });
});

/** Papers of one digest, each with this title. */
function papers(from: number, count: number, title: string, summary = ''): EntryText[] {
  return Array.from({ length: count }, (_, at) => ({
    key: `arxiv:2602.${String(from + at).padStart(5, '0')}` as const,
    category: 'cs.LG',
    text: { title, summary },
  }));
}

describe('rising terms', () => {
  const tally = new TermTally();
  tally.set('old', '1', [
    ...papers(0, 30, 'Convex optimization'),
    ...papers(100, 2, 'Gaussian splatting'),
  ]);
  tally.set('new', '1', [
    ...papers(200, 20, 'Convex optimization'),
    ...papers(300, 15, 'Gaussian Splatting'),
    ...papers(400, 1, 'A Gaussian process'),
  ]);
  const windows = { recent: ['new'], earlier: ['old'] };

  it('are those of a larger share of papers, a pair in place of its words', () => {
    assert.deepEqual(
      tally
        .rising(windows, 10)
        .map(({ written: term, recent, recentOf, earlier, earlierOf }) => [
          ...[term, recent, recentOf],
          ...[earlier, earlierOf],
        ]),
      [['gaussian splatting', 15, 36, 2, 32]],
    );
  });

  it('count a paper once that several digests repeat, with the terms of all of them', () => {
    const repeated = new TermTally();
    repeated.set('old', '1', papers(0, 40, 'Convex optimization'));
    repeated.set('a', '1', papers(300, 12, 'Gaussian splatting'));
    repeated.set('b', '1', papers(300, 12, 'Gaussian splatting'));
    const [term] = repeated.rising({ recent: ['a', 'b'], earlier: ['old'] }, 10);
    assert.equal(term?.recent, 12);
    assert.equal(term.recentOf, 12);
  });

  it('are none because a generator has gone over to Chinese', () => {
    const changed = new TermTally();
    changed.set('old', '1', papers(0, 30, 'Convex optimization', 'A plain summary.'));
    changed.set('new', '1', papers(100, 30, 'Convex optimization', '关于凸优化与扩散模型。'));
    assert.deepEqual(changed.rising({ recent: ['new'], earlier: ['old'] }, 10), []);
  });

  it('are found in Chinese among papers in Chinese', () => {
    const chinese = new TermTally();
    const other = '关于凸优化与随机梯度。';
    chinese.set('old', '1', papers(0, 60, 'Convex', other));
    chinese.set('new', '1', [
      ...papers(100, 60, 'Convex', other),
      ...papers(200, 5, 'Convex', '关于量子纠错与随机梯度。'),
    ]);
    const terms = chinese.rising({ recent: ['new'], earlier: ['old'] }, 10);
    assert.ok(terms.length > 0);
    for (const { written: term, script, recent, recentOf } of terms) {
      assert.ok('量子纠错'.includes(term), term);
      assert.deepEqual([script, recent, recentOf], ['chinese', 5, 65]);
    }
  });

  it('are those of a chosen category alone', () => {
    assert.deepEqual(tally.rising({ ...windows, category: 'cs.CL' }, 10), []);
  });

  it('forget a digest that has changed', () => {
    const changing = new TermTally();
    changing.set('old', '1', papers(0, 30, 'Convex optimization'));
    changing.set('new', '1', papers(100, 30, 'Gaussian splatting'));
    assert.ok(changing.has('new', '1'));
    changing.set('new', '2', papers(100, 30, 'Convex optimization'));
    assert.ok(!changing.has('new', '1'));
    assert.deepEqual(changing.rising(windows, 10), []);
  });
});

describe('the log-likelihood ratio', () => {
  it('is that of the definition: 2 Σ observed · ln(observed / expected)', () => {
    const table = fc.tuple(...([fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50)] as const));
    fc.assert(
      fc.property(table, ([a, b, c, d]) => {
        const rows = [a + b, c + d];
        const columns = [a + c, b + d];
        const all = a + b + c + d;
        fc.pre(rows.every((row) => row > 0));
        const parts = [a, b, c, d].map((seen, at) => {
          const expected = ((rows[at >> 1] ?? 0) * (columns[at & 1] ?? 0)) / all;
          return seen === 0 ? 0 : 2 * seen * Math.log(seen / expected);
        });
        const size = parts.reduce((one, other) => one + other, 0);
        const rises = a / (a + b) >= c / (c + d);
        const ratio = logLikelihood(a, a + b, c, c + d);
        assert.ok(Math.abs(ratio - (rises ? size : -size)) < 1e-9);
      }),
    );
  });
});

describe('the times whose terms are compared', () => {
  it('are the period and as many days before', () => {
    const period = { from: '2026-02-01', to: '2026-02-10' };
    assert.deepEqual(termWindows(period, ['2026-02-05', '2026-01-25']), {
      recent: period,
      earlier: { from: '2026-01-22', to: '2026-01-31' },
    });
  });

  it('are the halves of the period when nothing is older', () => {
    const period = { from: '2026-02-12', to: '2026-02-14' };
    assert.deepEqual(termWindows(period, ['2026-02-12', '2026-02-13', '2026-02-14']), {
      recent: { from: '2026-02-14', to: '2026-02-14' },
      earlier: { from: '2026-02-12', to: '2026-02-13' },
    });
    assert.equal(termWindows({ from: '2026-02-12', to: '2026-02-12' }, ['2026-02-12']), undefined);
  });

  it('are three months at most', () => {
    const period = { from: '2024-01-01', to: '2026-02-10' };
    const windows = termWindows(period, ['2026-02-05', '2025-10-01']);
    assert.deepEqual(windows?.recent, { from: '2025-11-12', to: '2026-02-10' });
    assert.deepEqual(windows.earlier, { from: '2025-08-13', to: '2025-11-11' });
  });
});
