import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import katex from 'katex';
import 'katex/contrib/mhchem';
import { describe, it } from 'mocha';
import { formulaCommands } from '../../../src/core/render/formulaCommands.js';
import { mathToText } from '../../../src/core/render/mathToText.js';

/** What KaTeX prints for a command alone; undefined where it does not know it, or wants an argument. */
function printed(name: string): string | undefined {
  const settings = { strict: 'ignore', displayMode: true, output: 'mathml' } as const;
  try {
    const html = katex.renderToString(`\\${name}`, settings);
    const [, shown = ''] = /<semantics>([^]*)<annotation/.exec(html) ?? [];
    return (
      shown
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        // Of what is not seen, nothing.
        .replace(/[\u2061-\u2064]/g, '')
        .replace(/\s/g, ' ')
    );
  } catch {
    return undefined;
  }
}

function katexNames(): string[] {
  const source = readFileSync(path.resolve('node_modules/katex/dist/katex.js'), 'utf8');
  const names = Array.from(source.matchAll(/\\\\([A-Za-z]+)/g), ([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'show').sort();
}

/** Signs for which a plainer one is shown, that keyboards and fonts have, and what is no sign. */
const plainer: Readonly<Record<string, string>> = {
  N: 'ℕ',
  R: 'ℝ',
  Z: 'ℤ',
  Vert: '‖',
  lVert: '‖',
  rVert: '‖',
  vert: '|',
  lvert: '|',
  rvert: '|',
  mid: '|',
  bullet: '•',
  rq: '’',
  cdot: '·',
  leqslant: '≤',
  geqslant: '≥',
  // Stands for the height of a bracket.
  mathstrut: '',
  // Strikes out what follows.
  not: '\u0338',
  angln: '\\angln',
};

describe('formulas as text', () => {
  it('have each sign that KaTeX prints as one character', () => {
    let count = 0;
    const wrong = katexNames().flatMap((name) => {
      const sign = printed(name);
      if (sign === undefined || Array.from(sign.trim()).length !== 1) return [];
      count++;
      const text = mathToText(`\\${name}`);
      return text === (plainer[name] ?? sign.trim()) ? [] : [`${name}: ${text}, not ${sign}`];
    });
    assert.deepEqual(wrong, []);
    assert.ok(count > 450, String(count));
  });

  it('have each name of an operator that KaTeX prints upright', () => {
    const names = katexNames().filter((name) =>
      /^[A-Za-z]{2,}( [a-z]+)?$/.test(printed(name) ?? ''),
    );
    assert.ok(names.length > 30, names.join());
    for (const name of names) {
      assert.match(mathToText(`x \\${name} y`), /^x [A-Za-z]+( [a-z]+)? y$/, name);
    }
  });

  it('show no command of those that may stand in a formula', () => {
    const shown = [...formulaCommands].filter((name) => {
      const tex = `\\${name}{a}{b}`;
      return /^[A-Za-z]/.test(name) && mathToText(tex).includes(`\\${name}`);
    });
    assert.deepEqual(shown, []);
  });

  for (const [tex, text] of [
    ['\\sqrt[3]{n}', '∛n'],
    ['\\sqrt[4]{n+1}, \\sqrt[k]{x}, \\sqrt [5] x', '∜(n+1), ᵏ√x, ⁵√x'],
    ['\\sqrt{2}, \\sqrt n', '√2, √n'],
    ['n \\equiv 1 \\pmod{4}, a \\bmod b', 'n ≡ 1 (mod 4), a mod b'],
    ['\\begin{array}{cc} a & b \\\\ c & d \\end{array}', 'a b c d'],
    ['\\begin{array}[t]{c|c}a\\end{array}, \\begin{alignedat}{2}b\\end{alignedat}', 'a , b'],
    ['\\begin{pmatrix} 1 & 2 \\end{pmatrix}', '1 2'],
    ['\\arctan x + \\cosh(y)', 'arctan x + cosh(y)'],
    ['\\limsup_n a_n, \\liminf x, \\hom(A)', 'lim supₙ aₙ, lim inf x, hom(A)'],
    ['A \\preceq B \\bigoplus C \\coprod D \\vdots', 'A ⪯ B ⨁ C ∐ D ⋮'],
    ['\\ket{\\psi}\\bra{\\phi}, \\braket{a|b}, \\Ket 0', '|ψ⟩⟨ϕ|, ⟨a|b⟩, |0⟩'],
    ['x \\overset{d}{=} y \\stackrel{*}{\\to} z', 'x =ᵈ y →* z'],
    ['\\underset{x}{\\max}, a \\xrightarrow[n]{p} b', 'maxₓ, a →ₙᵖ b'],
    ['a \\over b, \\cfrac[l]{1}{x}, {n \\choose k}', 'a / b, 1/x, n choose k'],
    ['x \\not\\in A, \\not= y', 'x ∉ A, ≠ y'],
    ['\\text{Poincar\\\'e and G\\"odel}, \\AA', 'Poincaré and Gödel, Å'],
    ['a\\enspace b\\negthinspace{c}', 'a bc'],
    ['\\acute e \\check{c} \\mathring a', 'é č å'],
    ['\\scriptstyle x \\Biggl( y \\Biggr)', 'x ( y )'],
  ] as const) {
    it(`show ${tex}`, () => {
      assert.equal(mathToText(tex), text);
    });
  }
});
