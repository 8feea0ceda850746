import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  capitalProtections,
  escapeTex,
  type EscapeOptions,
} from '../../../src/core/citation/escape.js';
import { plainText, texOfLetter } from '../../../src/core/citation/texAccents.js';
import { isBalanced } from '../../../src/core/citation/texTokens.js';
import { findMath } from '../../../src/core/render/mathSegments.js';
import { writtenFormula } from '../../../src/core/render/writtenFormula.js';

const bibtex: EscapeOptions = { encoding: 'bibtex', capitals: 'none' };
const biblatex: EscapeOptions = { encoding: 'biblatex', capitals: 'none' };
const smart: EscapeOptions = { encoding: 'bibtex', capitals: 'smart' };

describe('TeX escaping', () => {
  const cases: readonly (readonly [text: string, bibtex: string, biblatex?: string])[] = [
    ['R&D at 50% of #1 in UKP_Psycontrol', 'R\\&D at 50\\% of \\#1 in UKP\\_Psycontrol'],
    ['H\\&E and 5\\%', 'H\\&E and 5\\%'],
    ['LoRA under $5 a day', 'LoRA under \\$5 a day'],
    ['from $5 to $10', 'from \\$5 to \\$10'],
    ['on $L_\\infty$ & $a_b$', 'on $L_\\infty$ \\& $a_b$'],
    ['on \\(x_1 & y\\) & z_1', 'on \\(x_1 \\& y\\) \\& z\\_1'],
    ['at $50%$ of $#P$', 'at $50\\%$ of $\\#P$'],
    ['in $\\text{a_b}$', 'in $\\text{a\\_b}$'],
    ['A $\\input{x}$ B', 'A \\${\\textbackslash}input{\\textbraceleft}x{\\textbraceright}\\$ B'],
    ['A \\input{x} B', 'A {\\textbackslash}input{x} B'],
    ['A \\emph', 'A {\\textbackslash}emph'],
    ['at \\url{https://x.org/a_b}, \\href{run:x}{here}', 'at {https://x.org/a\\_b}, {here}'],
    ['a \\\\ b', 'a \\\\ b'],
    ['\\\\ b', '{\\textbackslash}{\\textbackslash} b'],
    ['\\@input', '{\\textbackslash}@input'],
    ["SOMtime the World Ain$'$t Fair", "SOMtime the World Ain$'$t Fair"],
    ['SP^2DPO', 'SP{\\textasciicircum}2DPO'],
    ['~5 ms', '{\\textasciitilde}5 ms'],
    ['Apple~Silicon and Bielik~11B', 'Apple~Silicon and Bielik~11B'],
    ['a\\b', 'a{\\textbackslash}b'],
    ['C:\\dir\\', 'C:{\\textbackslash}dir{\\textbackslash}'],
    ['\\emph{LogicScore} by \\LaTeX', '\\emph{LogicScore} by \\LaTeX'],
    ['Caf\\\'e and M\\"{u}ller', 'Caf\\\'e and M\\"{u}ller'],
    ['{LLM} agents', '{LLM} agents'],
    ['open { only', 'open {\\textbraceleft} only'],
    ['close } only', 'close {\\textbraceright} only'],
    ['}{', '{\\textbraceright}{\\textbraceleft}'],
    ['\\{a', '{\\textbraceleft}a'],
    ['sets $\\{1, 2]$', 'sets $\\lbrace 1, 2]$'],
    ['sets $\\{1, 2\\}$', 'sets $\\{1, 2\\}$'],
    ['lost $a{b$', 'lost \\$a{\\textbraceleft}b\\$'],
    ['Müller naïve façade', 'M{\\"u}ller na{\\"i}ve fa{\\c c}ade', 'Müller naïve façade'],
    ['Łukasz Şahin Hán Dān Xué Bù', "{\\L}ukasz {\\c S}ahin H{\\'a}n D{\\=a}n Xu{\\'e} B{\\`u}"],
    ['Erdős Øre ß', 'Erd{\\H o}s {\\O}re {\\ss}', 'Erdős Øre ß'],
    ['Nguyễn', 'Nguy{\\~{ê}}n', 'Nguyễn'],
    ['ǽ ṑ ậ x̱', "{\\'{\\ae}} {\\`{ō}} {\\d{â}} {\\b x}", 'ǽ ṑ ậ x̱'],
    ['Đô, Þ, Guð, Ștefan', 'Đ{\\^o}, Þ, Guð, Ștefan', 'Đô, Þ, Guð, Ștefan'],
    ['{\\DJ}{\\~{\\^e}}, \\th', 'Đ{\\~{ê}}, þ', 'Đễ, þ'],
    [
      'a|b, 5 \\textbar\\ 3{\\textdegree}',
      'a{\\ensuremath{|}}b, 5 {\\ensuremath{|}}\\ 3°',
      'a|b, 5 |\\ 3°',
    ],
    [
      '$α$, $2α_i × β x$, $\\text{a $x$ α}$',
      '$\\alpha$, $2\\alpha_i \\times \\beta x$, $\\text{a \\(x\\) \\ensuremath{\\alpha}}$',
      '$α$, $2α_i × β x$, $\\text{a \\(x\\) α}$',
    ],
    ['e\u0301', "{\\'e}", 'é'],
    [
      'α-Potential Games, 360°',
      '{\\ensuremath{\\alpha}}-Potential Games, 360°',
      'α-Potential Games, 360°',
    ],
    ['Γιώργος', 'Γιώργος', 'Γιώργος'],
    ['基于大模型的推理', '基于大模型的推理', '基于大模型的推理'],
    ['“Best” — it’s', "``Best'' --- it's", '“Best” — it’s'],
    ['LMK > CLS', 'LMK {\\textgreater} CLS', 'LMK > CLS'],
    [' two\n lines ', 'two lines', 'two lines'],
  ];
  for (const [text, inBibtex, inBiblatex] of cases) {
    it(`writes ${JSON.stringify(text)}`, () => {
      assert.equal(escapeTex(text, bibtex), inBibtex);
      if (inBiblatex !== undefined) assert.equal(escapeTex(text, biblatex), inBiblatex);
    });
  }
});

describe('protection of capitals', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['Language Models are Few-Shot Learners', 'Language Models are Few-Shot Learners'],
    ['DeepSeek-R1: LLMs via GRPO', '{DeepSeek-R1}: {LLMs} via {GRPO}'],
    ['BERT: A Survey of a Model', '{BERT}: {A} Survey of a Model'],
    ['Is A Dog', 'Is A Dog'],
    ['3D mBERT and LoRA for iPhone', '{3D} {mBERT} and {LoRA} for {iPhone}'],
    ['Q-Learning with Vitamin D', '{Q}-Learning with Vitamin {D}'],
    ["ChatGPT's O'Dea", "{ChatGPT's} {O'Dea}"],
    ['R&D', '{R\\&D}'],
    ['Dream-VLA', 'Dream-{VLA}'],
    ['On $L_\\infty$ Robust MDPs', 'On {$L_\\infty$} Robust {MDPs}'],
    ['A$_3$B$_2$: Adaptive', '{A$_3$B$_2$}: Adaptive'],
    ['$μ$-FlowNet', '{$\\mu$-FlowNet}'],
    ['{GPT} and \\emph{BERT}', '{GPT} and \\emph{BERT}'],
    ['M\\"uller and Müller', 'M\\"uller and M{\\"u}ller'],
    ['MÖVE: Benchmark', '{M{\\"O}VE}: Benchmark'],
    ['\\LaTeX Code', '{{\\LaTeX}} Code'],
    ["Plan \\'A", "Plan {{\\'A}}"],
    ['基于LLM的推理', '{基于LLM的推理}'],
  ];
  for (const [title, expected] of cases) {
    it(`writes ${title}`, () => {
      assert.equal(escapeTex(title, smart), expected);
    });
  }

  for (const [title, inWords, inWhole] of [
    ['Attention Is All You Need', 'Attention {{Is}} {{All}} {{You}} {{Need}}', undefined],
    ['Few-Shot Learners with GPT-4V', 'Few-{{Shot}} {{Learners}} with {{GPT-4V}}', undefined],
    ['a Study of $x$ and Être', 'a {{Study}} of {{$x$}} and {{{\\^E}tre}}', undefined],
    ['{A} Group', '{A} {{Group}}', undefined],
    ['WaveNet', '{{WaveNet}}', '{WaveNet}'],
    ['{Whole Already}', '{Whole Already}', '{Whole Already}'],
    ['', '', ''],
  ] as const) {
    it(`guards each word or the whole of "${title}"`, () => {
      assert.equal(escapeTex(title, { encoding: 'bibtex', capitals: 'words' }), inWords);
      const whole = escapeTex(title, { encoding: 'bibtex', capitals: 'whole' });
      assert.equal(whole, inWhole ?? `{${escapeTex(title, bibtex)}}`);
    });
  }

  it('can be switched off', () => {
    assert.equal(escapeTex('LLMs in 3D', bibtex), 'LLMs in 3D');
  });
});

describe('any text', () => {
  const texish = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'$ $$ { } \\ \\{ \\} \\( \\) \\[ \\] & % # _ ~ ^ < \\" \\\' \\c \\H \\i \\ss \\emph \\alpha \\\\ \\& é Ü ß α Γ 李 “ : - . 5 A GPT x_1 $x_1$ $\\frac{a}{b}$ {\\"u} \\url \\href{a} \\input $\\def\\x{\\x}$ \\begin{align} \\end{align} \\left( \\right)'.split(
            ' ',
          ),
          ' ',
          'word',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join(''));
  const options = fc.record<EscapeOptions>({
    encoding: fc.constantFrom('bibtex', 'biblatex'),
    capitals: fc.constantFrom(...capitalProtections),
  });

  it('comes out with balanced braces and on one line', () => {
    fc.assert(
      fc.property(texish, options, (text, how) => {
        const escaped = escapeTex(text, how);
        assert.ok(isBalanced(escaped), escaped);
        assert.doesNotMatch(escaped, /\p{Cc}/u);
      }),
      { numRuns: 3000 },
    );
  });

  it('is not changed by escaping it a second time', () => {
    fc.assert(
      fc.property(texish, options, (text, how) => {
        const once = escapeTex(text, how);
        assert.equal(escapeTex(once, how), once);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps its formulas of ASCII byte for byte, but those that are not fit to be written', () => {
    fc.assert(
      fc.property(texish, options, (raw, how) => {
        const text = raw
          .replace(/[\p{Cc}\s]+/gu, ' ')
          .trim()
          .normalize('NFC');
        const escaped = escapeTex(text, how);
        for (const { start, end } of findMath(text)) {
          const formula = text.slice(start, end);
          const isAscii = /^[\x00-\x7f]*$/.test(formula);
          const isKept = isAscii && isBalanced(formula) && writtenFormula(formula) === formula;
          if (isKept) assert.ok(escaped.includes(formula), formula);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('accents', () => {
  it('come back from TeX as they were', () => {
    let count = 0;
    for (let code = 0xc0; code < 0x1f00; code++) {
      const letter = String.fromCodePoint(code);
      const tex = texOfLetter(letter);
      if (tex === undefined) continue;
      count++;
      assert.equal(plainText(tex), letter.normalize('NFC'), tex);
    }
    assert.ok(count > 300, String(count));
  });

  it('are read in every way that metadata writes them', () => {
    for (const [tex, text] of [
      ["Czerwi\\'nski", 'Czerwiński'],
      ['M\\"{u}ller, M{\\"u}ller, M\\"uller', 'Müller, Müller, Müller'],
      ['na\\"{\\i}ve caf\\\'{e}', 'naïve café'],
      ['Fran\\c{c}ois, fa\\c cade', 'François, façade'],
      ['Erd\\H{o}s, {\\L}ukasz, S\\o{}ren, \\AA', 'Erdős, Łukasz, Søren, Å'],
      ['Apple~Silicon \\& \\emph{Co}', 'Apple Silicon & Co'],
    ] as const) {
      assert.equal(plainText(tex), text);
    }
  });
});
