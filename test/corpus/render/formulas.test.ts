import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'mocha';
import { findMath } from '../../../src/core/render/mathSegments.js';
import { mathToHtml } from '../../../src/core/render/mathToHtml.js';
import { texToHtml } from '../../../src/core/render/texToHtml.js';
import { texToText } from '../../../src/core/render/texToText.js';
import { assertSafe } from '../../unit/render/safeHtml.js';
import { sharedFiles, sharedPath } from '../support/shared.js';

interface Text {
  readonly file: string;
  readonly tex: string;
}

function textsOf(file: string): Text[] {
  const digest = readFileSync(file, 'utf8');
  const abstracts = digest.matchAll(/^Abstract: ([^]*?)^<\/details>/gm);
  const titles = digest.matchAll(/^### \[\d+\] \[(.*)\]\(\S+\)$/gm);
  return [...abstracts, ...titles].map((match) => ({
    file: path.basename(file),
    tex: (match[1] ?? '').trim(),
  }));
}

describe('the corpus of real digests', () => {
  let texts: readonly Text[] = [];

  before(() => {
    texts = [...sharedFiles('corpus/daily', '.md'), ...sharedFiles('seeds', '.txt')].flatMap(
      textsOf,
    );
    assert.ok(texts.length > 7000, `only ${texts.length} titles and abstracts were found`);
  });

  it('has at least 99.5 % of its formulas rendered, and the others shown with a reason', () => {
    let count = 0;
    const refused: string[] = [];
    for (const { file, tex } of texts) {
      for (const formula of findMath(tex)) {
        count++;
        const html = mathToHtml(formula.tex, formula.display);
        if (!html.includes('math-error')) continue;
        assert.match(html, /title="[^"]+"/);
        refused.push(`${file}: ${formula.tex}`);
      }
    }
    const share = 100 * (1 - refused.length / count);
    console.log(`      ${count} formulas, ${share.toFixed(2)} % rendered`);
    assert.ok(count > 1200 && share >= 99.5, refused.join('\n'));
  });

  it('has every price as text, and next to no dollar left over from a formula', () => {
    const left = texts.flatMap(({ tex }) => {
      const math = findMath(tex);
      return [...tex.matchAll(/\$/g)]
        .filter(({ index }) => !math.some(({ start, end }) => start <= index && index < end))
        .map(({ index }) => tex.slice(index, index + 8));
    });
    const prices = [
      '$465.13)',
      '$43) ach',
      '$316). A',
      '$0.001 p',
      '$50 marg',
      '$1.5M to',
      '$0.03M o',
    ];
    for (const price of [...prices, '$0.011/c', '$11 in t']) {
      assert.ok(left.includes(price), `${price} became math`);
    }
    // One more: an author's unclosed dollar before 38 %.
    assert.equal(left.length, prices.length + 3, left.join('\n'));
  });

  it('has no amount of dollars as math in the samples that the design names', () => {
    const design = readFileSync(sharedPath('design', 'digest-formats.md'), 'utf8');
    const row = design.split('\n').find((line) => line.startsWith('| `$` in abstract')) ?? '';
    const amounts = Array.from(row.matchAll(/`([^`]*\$\d[^`]*)`/g), ([, sample]) => sample ?? '');
    assert.ok(amounts.length >= 3, row);
    for (const amount of amounts)
      assert.deepEqual(findMath(`costs ${amount} and ${amount}, so`), []);
    let checked = 0;
    for (const [, file = '', line, sample = ''] of row.matchAll(
      /(\d[\d-]*\.md):(\d+) `([^`]*\$\d[^`]*)`/g,
    )) {
      const digest = path.join(sharedPath('corpus', 'daily'), file);
      if (!existsSync(digest)) continue;
      const lines = readFileSync(digest, 'utf8')
        .split('\n')
        .slice(Number(line) - 1);
      const entry = lines.slice(0, lines.indexOf('</details>')).join('\n');
      const math = findMath(entry);
      const at = entry.indexOf(sample);
      assert.ok(at >= 0, `${file}:${line} holds no ${sample}`);
      assert.ok(!math.some(({ start, end }) => start < at + sample.length && at < end), sample);
      assert.match(texToText(entry), /\$\d/);
      checked++;
    }
    assert.ok(checked > 0, 'none of the named digests is in the corpus');
  });

  it('renders to safe HTML', () => {
    for (const { tex } of texts) {
      const html = texToHtml(tex);
      if (html.includes('katex') || /[<>&]/.test(tex)) assertSafe(html);
    }
  });

  it('leaves no known macro, no tie and no TeX quote in the labels', () => {
    for (const { tex, file } of texts) {
      const text = texToText(tex);
      assert.doesNotMatch(text, /\\(?:emph|textbf|textit|texttt|textsc|href|url|cite)\{|``/, file);
    }
  });
});
