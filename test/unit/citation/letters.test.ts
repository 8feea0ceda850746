import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { namesOf, unicodeOf } from '../../../src/core/bibliography/texValue.js';
import { papersComeBack } from './export/readBack.js';
import { everyLetter, papersOfLetters } from './everyLetter.js';

describe('every letter of Latin and Greek', () => {
  it('is more than a thousand', () => {
    assert.ok(everyLetter.length > 1400, String(everyLetter.length));
  });

  papersComeBack(() => papersOfLetters, { formulas: 0, step: 100 });
});

describe('letters as others write them', () => {
  for (const [tex, text] of [
    [
      'Nguy{\\~{\\^e}}n, Nguy\\~{\\^e}n, Nguy{\\~\\^e}n, Nguy{\\~{\\^{e}}}n',
      'Nguyễn, Nguyễn, Nguyễn, Nguyễn',
    ],
    ["\\'{\\^e}, \\'\\^e, {\\'ê}, {\\'{ê}}, {\\^{\\'e}}", 'ế, ế, ế, ế, é̂'],
    ['{\\u\\i}, \\u{\\i}, {\\v\\j}, \\=\\i, \\^{\\i}', 'ĭ, ĭ, ǰ, ī, î'],
    ['{\\h a}, \\h{\\^a}, {\\d{\\^a}}, {\\^{\\d a}}, \\d\\^a', 'ả, ẩ, ậ, ậ, ậ'],
    ['\\horn{o}, {\\horn u}, \\ohorn, {\\UHORN}', 'ơ, ư, ơ, Ư'],
    ['Mal{\\cprime}cev, Mal\\cprime{}cev, Ob{\\cdprime}', 'Malʹcev, Malʹcev, Obʺ'],
    ['\\textcommabelow{s}, {\\textcommabelow{T}}, \\textcommabelow S', 'ș, Ț, Ș'],
    [
      '{\\DJ}or{\\dj}e, Gu{\\dh}mundur, {\\TH}{\\th}, {\\NG}{\\ng}, {\\SS}',
      'Đorđe, Guðmundur, Þþ, Ŋŋ, ẞ',
    ],
    ["{\\'{\\ae}}, \\'\\ae, {\\={\\AE}}, {\\'{\\o}}, {\\'\\aa}", 'ǽ, ǽ, Ǣ, ǿ, ǻ'],
    ['{\\relax Đ}ức, {\\relax Ph}. Hofmann', 'Đức, Ph. Hofmann'],
    ['{\\noopsort{Gogh}}van Gogh, \\SortNoop{b}A', 'van Gogh, A'],
    ['\\texorpdfstring{a}{b}, {\\texorpdfstring{$x$}{x}}-rays', 'a, $x$-rays'],
    ['and\\slash or, a\\quad b, a{\\qquad}b', 'and/or, a b, a b'],
    ['{\\textbraceleft}a{\\textbraceright}, x\\_{\\textbraceleft}', '{a}, x_{'],
    ['a {\\textbar} b, 3{\\textdegree}, {\\ensuremath{|}}', 'a | b, 3°, |'],
    ['{\\ensuremath{\\alpha}}-ray, \\textbeta, {\\textmu}m', 'α-ray, β, µm'],
    ['{\\t{oo}}, {\\b x}, {\\k\\={o}}', 'o͡o, x̱, ǭ'],
    ["{\\' e}, {\\' {\\i}}, \\c  c, {\\c{ c }}", 'é, í, ç, ç'],
  ] as const) {
    it(`reads ${tex}`, () => {
      assert.equal(unicodeOf(tex), text);
    });
  }

  it('are read in names', () => {
    assert.deepEqual(
      namesOf(
        '{\\noopsort{Gogh}}van Gogh, Vincent and Hofmann, {\\relax Ph}. and {\\relax Đ}ức, Nguy{\\~{\\^e}}n',
      ),
      ['Vincent van Gogh', 'Ph. Hofmann', 'Nguyễn Đức'],
    );
  });
});
