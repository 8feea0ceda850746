import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  citationSyntax,
  defaultCitationPreferences,
  type Cite,
} from '../../../src/core/citation/syntaxes.js';
import { attention, paperOf } from './paperOf.js';

const a: Cite = { key: 'vaswani2017attention', paper: attention };
const b: Cite = {
  key: '2401.01234',
  paper: paperOf({ id: '2401.01234', title: 'Second', authors: ['Ann Lee', 'Bo Ek'] }),
};
const odd: Cite = { key: 'DBLP:a//b"c', paper: attention };

describe('a citation in the text', () => {
  const cases: readonly (readonly [
    language: string,
    path: string,
    one: string,
    two: string,
    narrative: string,
  ])[] = [
    [
      'markdown',
      'n.md',
      '[@vaswani2017attention]',
      '[@vaswani2017attention; @2401.01234]',
      '@vaswani2017attention; @2401.01234',
    ],
    [
      'quarto',
      'n.qmd',
      '[@vaswani2017attention]',
      '[@vaswani2017attention; @2401.01234]',
      '@vaswani2017attention; @2401.01234',
    ],
    [
      'rmd',
      'n.Rmd',
      '[@vaswani2017attention]',
      '[@vaswani2017attention; @2401.01234]',
      '@vaswani2017attention; @2401.01234',
    ],
    [
      'latex',
      'n.tex',
      '\\cite{vaswani2017attention}',
      '\\cite{vaswani2017attention,2401.01234}',
      '\\cite{vaswani2017attention,2401.01234}',
    ],
    [
      'typst',
      'n.typ',
      '@vaswani2017attention',
      '@vaswani2017attention @2401.01234',
      '#cite(<vaswani2017attention>, form: "prose") #cite(<2401.01234>, form: "prose")',
    ],
    [
      'org',
      'n.org',
      '[cite:@vaswani2017attention]',
      '[cite:@vaswani2017attention;@2401.01234]',
      '[cite/t:@vaswani2017attention;@2401.01234]',
    ],
    [
      'restructuredtext',
      'n.rst',
      ':cite:p:`vaswani2017attention`',
      ':cite:p:`vaswani2017attention,2401.01234`',
      ':cite:t:`vaswani2017attention,2401.01234`',
    ],
    [
      'myst',
      'n.md',
      '{cite:p}`vaswani2017attention`',
      '{cite:p}`vaswani2017attention,2401.01234`',
      '{cite:t}`vaswani2017attention,2401.01234`',
    ],
    [
      'asciidoc',
      'n.adoc',
      'cite:[vaswani2017attention]',
      'cite:[vaswani2017attention,2401.01234]',
      'citenp:[vaswani2017attention,2401.01234]',
    ],
    [
      'python',
      'n.py',
      'arXiv:1706.03762',
      'arXiv:1706.03762, arXiv:2401.01234',
      'arXiv:1706.03762, arXiv:2401.01234',
    ],
    [
      'plaintext',
      'n.txt',
      'arXiv:1706.03762',
      'arXiv:1706.03762, arXiv:2401.01234',
      'arXiv:1706.03762, arXiv:2401.01234',
    ],
  ];
  for (const [language, path, one, two, narrative] of cases) {
    it(`reads ${one} in ${language}`, () => {
      const syntax = citationSyntax(language, path);
      assert.equal(syntax.format([a]), one);
      assert.equal(syntax.format([a, b]), two);
      assert.equal(syntax.format([a, b], { narrative: true }), narrative);
      assert.equal(syntax.format([]), '');
    });
  }

  it('follows the file name where the language says little', () => {
    for (const [language, path, name] of [
      ['markdown', '/notes/n.qmd', 'quarto'],
      ['plaintext', 'C:\\notes\\N.QMD', 'quarto'],
      ['markdown', 'n.myst.md', 'myst'],
      ['markdown', 'n.md', 'pandoc'],
      ['markdown', 'Untitled-1', 'pandoc'],
      ['plaintext', 'paper.typ', 'typst'],
      ['latex', 'n.md', 'latex'],
      ['typescript', 'n.md', 'plain'],
      ['plaintext', 'md', 'plain'],
    ] as const) {
      assert.equal(citationSyntax(language, path).name, name, `${language} ${path}`);
    }
  });

  it('needs a bibliography where it writes keys', () => {
    const link = { ...defaultCitationPreferences, markdown: 'link' as const };
    assert.equal(citationSyntax('markdown', 'n.md').usesKeys, true);
    assert.equal(citationSyntax('markdown', 'n.md', link).usesKeys, false);
    assert.equal(citationSyntax('quarto', 'n.qmd', link).usesKeys, true);
    assert.equal(citationSyntax('python', 'n.py').usesKeys, false);
  });

  for (const [latexCommand, parenthetical, narrative] of [
    ['cite', '\\cite', '\\cite'],
    ['\\citep', '\\citep', '\\citet'],
    ['citet', '\\citet', '\\citet'],
    ['autocite', '\\autocite', '\\textcite'],
    ['parencite', '\\parencite', '\\textcite'],
    ['citep*', '\\citep*', '\\citet*'],
    ['mycite', '\\mycite', '\\mycite'],
    ['cite}{', '\\cite', '\\cite'],
    ['', '\\cite', '\\cite'],
  ] as const) {
    it(`uses the LaTeX command ${JSON.stringify(latexCommand)}`, () => {
      const syntax = citationSyntax('latex', '', { markdown: 'pandoc', latexCommand });
      assert.equal(syntax.format([a]), `${parenthetical}{vaswani2017attention}`);
      assert.equal(syntax.format([a], { narrative: true }), `${narrative}{vaswani2017attention}`);
    });
  }

  it('brackets keys that Pandoc would cut short', () => {
    const syntax = citationSyntax('markdown', '');
    for (const [key, text] of [
      ['hep-th/9901001', '[@hep-th/9901001]'],
      ['DBLP:journals/corr/abs-2406-17600', '[@DBLP:journals/corr/abs-2406-17600]'],
      ['müller2024', '[@müller2024]'],
      ['a--b', '[@{a--b}]'],
      ['a.', '[@{a.}]'],
      ['(a)', '[@{(a)}]'],
    ] as const) {
      assert.equal(syntax.format([{ key, paper: attention }]), text);
    }
  });

  it('names keys that Typst has no short form for as labels', () => {
    const syntax = citationSyntax('typst', '');
    assert.equal(syntax.format([odd]), '#cite(label("DBLP:a//b\\"c"))');
    assert.equal(
      syntax.format([{ key: 'hep-th/9901001', paper: attention }], { narrative: true }),
      '#cite(label("hep-th/9901001"), form: "prose")',
    );
    assert.equal(syntax.format([{ key: 'a.', paper: attention }]), '#cite(label("a."))');
    assert.equal(syntax.format([{ key: 'müller2024', paper: attention }]), '@müller2024');
  });
});

describe('a citation as a Markdown link', () => {
  const syntax = citationSyntax('markdown', 'n.md', {
    ...defaultCitationPreferences,
    markdown: 'link',
  });
  const cite = (fields: Parameters<typeof paperOf>[0]) =>
    syntax.format([{ key: 'unused', paper: paperOf(fields) }]);

  it('names authors and year', () => {
    assert.equal(
      syntax.format([a, b]),
      '[Vaswani et al., 2017](https://arxiv.org/abs/1706.03762); [Lee & Ek, 2024](https://arxiv.org/abs/2401.01234)',
    );
    assert.equal(syntax.format([a], { narrative: true }), syntax.format([a]));
    assert.equal(
      cite({ id: '2501.12948', authors: ['DeepSeek-AI'] }),
      '[DeepSeek-AI, 2025](https://arxiv.org/abs/2501.12948)',
    );
  });

  it('is text without link for a paper without address', () => {
    assert.equal(
      cite({ title: 'First [Proof]', authors: ['A. van Dam', 'B. C', 'D. E'], year: 2026 }),
      'van Dam et al. (2026), First \\[Proof\\]',
    );
    assert.equal(
      cite({ title: 'On $a_b$ and x_y', authors: ['A. Lee'] }),
      'Lee, On $a_b$ and x\\_y',
    );
    assert.equal(cite({ title: 'Only' }), 'Only');
  });

  it('leads to the DOI of a paper that has one but no arXiv id', () => {
    assert.equal(
      cite({ title: 'T', authors: ['A. Lee'], doi: '10.1000/a(b)', year: 2020 }),
      '[Lee, 2020](https://doi.org/10.1000/a%28b%29)',
    );
  });

  it('stays one link to the paper whatever names and titles hold', () => {
    const markdown = new MarkdownIt();
    const nasty = fc.string({
      unit: fc.constantFrom(...'[]()\\`*_<>!&$~|aB \n'.split(''), '](x)', '&lt;', '![', '<b>'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(nasty, nasty, (author, title) => {
        const text = cite({ id: '2401.00001', authors: [author], title });
        const children = markdown.parseInline(`see ${text}.`, {})[0]?.children ?? [];
        const kinds = children.map(({ type }) => type);
        assert.deepEqual(kinds, ['text', 'link_open', 'text', 'link_close', 'text'], text);
        assert.equal(children[1]?.attrGet('href'), 'https://arxiv.org/abs/2401.00001');
      }),
      { numRuns: 1000 },
    );
  });

  it('can be arXiv:ID instead', () => {
    const plain = citationSyntax('markdown', '', {
      ...defaultCitationPreferences,
      markdown: 'arxiv',
    });
    assert.equal(plain.format([a, b]), 'arXiv:1706.03762, arXiv:2401.01234');
    const doiOnly = { key: '', paper: paperOf({ doi: '10.1000/182', title: 'T' }) };
    assert.equal(plain.format([doiOnly]), 'doi:10.1000/182');
  });
});
