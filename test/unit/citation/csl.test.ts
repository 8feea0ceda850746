import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { formatWithStyle, type Styled } from '../../../src/core/citation/csl/formatWithStyle.js';
import { frontMatterStyle } from '../../../src/core/bibliography/declaredYaml.js';
import { cslLocale } from './cslLocale.js';
import { attention, paperOf } from './paperOf.js';

const fixture = (name: string): string => readFileSync(`test/fixtures/csl/${name}.csl`, 'utf8');

const authorDate = fixture('author-date');
const numeric = fixture('numeric');

const wavenet = paperOf({
  id: '1609.03499',
  title: 'What is $\\mu_1 < x$-law of *"R&D"*?',
  authors: ['Aäron van den Oord', 'Jean-Pierre Martin King Jr.'],
});
const team = paperOf({ id: '2501.12948', title: 'DeepSeek-R1', authors: ['DeepSeek-AI'] });
const ours = paperOf({ title: '推理', authors: ['李明', '王芳'], doi: '10.1000/x_y', year: 2026 });
const bare = paperOf({ title: 'First Proof' });

function many(count: number): CitedPaper {
  const authors = Array.from({ length: count }, (_, at) => `Ada N${String(at + 1)}`);
  return paperOf({ id: '2401.00001', title: 'T', authors });
}

function styled(
  style: string,
  papers: readonly CitedPaper[],
  markup: 'text' | 'markdown' = 'text',
): Styled {
  return formatWithStyle(style, papers, { markup, accessed: '2026-02-13', entries: {} }, cslLocale);
}

function lines(...args: Parameters<typeof styled>): readonly string[] {
  const answer = styled(...args);
  assert.ok('references' in answer, JSON.stringify(answer));
  return answer.references;
}

function problem(style: string): unknown {
  const answer = styled(style, [attention]);
  return 'problem' in answer ? answer.problem : answer;
}

describe('a CSL style', () => {
  it('writes one line a paper, in their order', () => {
    assert.deepEqual(lines(authorDate, [wavenet, attention, team, ours, bare]), [
      'Oord, A. van den, and J.-P. M. King Jr. 2016. What is μ₁ < x-law of *"R&D"*? arXiv:1609.03499. https://arxiv.org/abs/1609.03499 (accessed February 13, 2026).',
      'Vaswani, A., N. Shazeer, and N. Parmar. 2017. Attention Is All You Need. arXiv:1706.03762. https://arxiv.org/abs/1706.03762 (accessed February 13, 2026).',
      'DeepSeek-AI. 2025. DeepSeek-R1. arXiv:2501.12948. https://arxiv.org/abs/2501.12948 (accessed February 13, 2026).',
      '李明, and 王芳. 2026. 推理. https://doi.org/10.1000/x_y (accessed February 13, 2026).',
      'First Proof. n.d. (accessed February 13, 2026).',
    ]);
  });

  it('numbers papers, speaks Chinese, and may be of CSL 1.0.2', () => {
    assert.deepEqual(lines(numeric, [many(574), ours]), [
      '[1] N1 A, N2 A, N3 A, 等. 《T》. 预印本. 2024年.',
      '[2] 李明, 王芳. 《推理》. software. 2026年. 10.1000/x_y.',
    ]);
  });

  it('cuts off long lists of authors', () => {
    assert.match(lines(authorDate, [many(574)])[0] ?? '', /^N1, A., A. N2, et al. 2024\./);
    const all = authorDate.replace('et-al-min="4" et-al-use-first="2"', '');
    assert.match(lines(all, [many(574)])[0] ?? '', /A\. N573, and A\. N574\. 2024\./);
  });

  it('in Markdown has italics, links and formulas, and text that cannot break out', () => {
    const [line] = lines(authorDate, [wavenet], 'markdown');
    assert.equal(
      line,
      'Oord, A. van den, and J.-P. M. King Jr. 2016. *What is $\\mu_1 < x$-law of \\*"R&D"\\*?* **arXiv:1609.03499**. <https://arxiv.org/abs/1609.03499> (accessed February 13, 2026).',
    );
    const [title] = lines(numeric, [{ ...wavenet, title: 'on the $a_b$ of <i>x</i> $5' }]);
    assert.match(title ?? '', /《on the a_b of <i>x<\/i> \$5》/);
  });

  it('shows hostile titles and names in Markdown as text', () => {
    const markdown = new MarkdownIt({ html: true });
    const signs = [
      ...Array.from('<>&"\'*_`[]()!#|~-+.:/ ab\n²'),
      '\u{100000}',
      '\ud800',
      '&lt;',
      '<b>',
    ];
    const text = fc
      .array(fc.constantFrom(...signs), { maxLength: 12 })
      .map((some) => `x${some.join('')}y`);
    fc.assert(
      fc.property(text, text, (title, name) => {
        const paper = paperOf({ title, authors: [`{${name}}`], id: '2401.00001' });
        const [line = ''] = lines(authorDate, [paper], 'markdown');
        const html = markdown.render(line);
        // The address of the paper, and nothing that the paper's texts have made.
        assert.equal(html.match(/<a /g)?.length, 1, line);
        const tags = new Set(html.match(/<\/?\w+/g));
        assert.deepEqual(
          [...tags].filter((tag) => !/^<\/?(?:p|em|strong|a)$/.test(tag)),
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('means all parts of a condition unless it says otherwise', () => {
    const [line] = lines(numeric, [attention]);
    assert.doesNotMatch(line ?? '', /special issue/);
  });
});

describe('a CSL style in a language', () => {
  const said = '“Deep” learning';
  for (const [language, reference] of [
    ['en-US', 'Lee, A., and B. Ray. 2024. “Deep” learning. (accessed February 13, 2026).'],
    ['en-GB', 'Lee, A., and B. Ray. 2024. ‘Deep’ learning. (accessed 13 February 2026).'],
    ['de-DE', 'Lee, A., und B. Ray. 2024. „Deep“ learning. (zugegriffen 13. Februar 2026).'],
    ['de-AT', 'Lee, A., und B. Ray. 2024. „Deep“ learning. (zugegriffen 13. Februar 2026).'],
    ['fr-FR', 'Lee, A., et B. Ray. 2024. « Deep » learning. (consulté le 13 février 2026).'],
    ['es-ES', 'Lee, A., y B. Ray. 2024. «Deep» learning. (accedido 13 de febrero de 2026).'],
    ['pt-BR', 'Lee, A., e B. Ray. 2024. “Deep” learning. (acessado 13 de fevereiro de 2026).'],
    ['it-IT', 'Lee, A., e B. Ray. 2024. «Deep» learning. (consultato 13 febbraio 2026).'],
    ['ja-JP', 'Lee, A., とB. Ray. 2024. 「Deep」 learning. (参照 2026年2月13日).'],
    ['ko-KR', 'Lee, A., 와/과B. Ray. 2024. “Deep” learning. (접근된 2026년 2월 13일).'],
    ['ru-RU', 'Lee, A., и B. Ray. 2024. «Deep» learning. (просмотрено 13 февраль 2026 г.).'],
    ['zh-CN', 'Lee, A., 和B. Ray. 2024. 《Deep》 learning. (见于 2026年2月13日).'],
    // The language is enough, and what nobody speaks is English.
    ['de', 'Lee, A., und B. Ray. 2024. „Deep“ learning. (zugegriffen 13. Februar 2026).'],
    ['de-XX', 'Lee, A., und B. Ray. 2024. „Deep“ learning. (zugegriffen 13. Februar 2026).'],
    ['xx-YY', 'Lee, A., and B. Ray. 2024. “Deep” learning. (accessed February 13, 2026).'],
  ] as const) {
    it(`${language}: ${reference}`, () => {
      const style = authorDate.replace('default-locale="en-US"', `default-locale="${language}"`);
      const paper = paperOf({ title: said, authors: ['Ada Lee', 'Bob Ray'], year: 2024 });
      assert.deepEqual(lines(style, [paper]), [reference]);
    });
  }
});

describe('what a CSL style makes of a paper', () => {
  /** A style that prints this in its entries. */
  const printing = (layout: string, language = 'en-US'): string =>
    authorDate
      .replace(/(<bibliography[^>]*>)[^]*(?=<\/bibliography>)/, `$1<layout>${layout}</layout>`)
      .replace('default-locale="en-US"', `default-locale="${language}"`);
  const title = '<text variable="title"/>';
  const work = (said: string): CitedPaper => paperOf({ id: '2401.00001', title: said });

  for (const [what, layout, paper, expected, language] of [
    [
      'quotes as the language has them',
      title,
      work('“Why?” and (“how”) we’re “there”'),
      '„Why?“ and („how“) we’re „there“',
      'de-DE',
    ],
    [
      'the quotes of a title in quotes',
      '<text variable="title" quotes="true"/>',
      work('“Why Should I Trust You?” A survey'),
      '“‘Why Should I Trust You?’ A survey”',
    ],
    [
      'the quotes of a title in British quotes',
      '<text variable="title" quotes="true"/>',
      work('"Why Should I Trust You?" A survey'),
      '‘“Why Should I Trust You?” A survey’',
      'en-GB',
    ],
    ['acronyms', '<text variable="number" text-case="title"/>', work('T'), 'arXiv:2401.00001'],
    [
      'small capitals',
      '<names variable="author"><name font-variant="small-caps"/></names><text value="; et al."/>',
      attention,
      'ASHISH VASWANI, NOAM SHAZEER, NIKI PARMAR; et al.',
    ],
    [
      'marks that meet',
      `<group delimiter=". ">${title}<text value="." suffix=" "/><text variable="number"/></group><text value=" , " /><text variable="publisher"/>`,
      work('A . B, : c'),
      'A . B, : c. arXiv:2401.00001, arXiv',
    ],
    [
      'a team among its authors',
      '<names variable="author"><name and="text"/></names>',
      paperOf({ title: 'T', authors: ['Ada Lee', 'ATLAS Collaboration', 'Bob Ray'] }),
      'Ada Lee, ATLAS Collaboration, and Bob Ray',
    ],
    ['names that are unknown yet', `${title}<text variable="nummer"/>`, work('T'), 'T'],
  ] as const) {
    it(`has ${what}: ${expected}`, () => {
      assert.deepEqual(lines(printing(layout, language), [paper]), [expected]);
    });
  }

  it('has no halves of letters for initials', () => {
    const [line = ''] = lines(authorDate, [
      paperOf({ title: 'T', authors: ['𝒜da Lee', '<b>Bo</b> Ray', '&c. Ng'] }),
    ]);
    assert.ok(line.isWellFormed(), line);
    assert.match(line, /^Lee, .*Ray, and .*Ng\./);
  });

  it('is a note where a style for notes has no bibliography', () => {
    const notes = authorDate
      .replace('class="in-text"', 'class="note"')
      .replace(/<bibliography[^]*<\/bibliography>/, '')
      .replace(
        /(<citation[^>]*>)[^]*(?=<\/citation>)/,
        `$1<layout suffix="."><text macro="who"/></layout>`,
      );
    assert.deepEqual(lines(notes, [attention, team]), ['Vaswani, A. et al.', 'DeepSeek-AI.']);
  });
});

describe('the CSL style that a document names', () => {
  it('stands in the YAML block that it begins with', () => {
    assert.equal(frontMatterStyle('---\ntitle: T\ncsl: styles/a b.csl\n---\n'), 'styles/a b.csl');
    assert.equal(frontMatterStyle('\uFEFF---\r\n"csl": "n.csl" # c\r\n...\r\n'), 'n.csl');
    for (const text of ['csl: a.csl\n', '---\ntitle: T\n---\ncsl: a.csl\n', '---\ncsl:\n---\n']) {
      assert.equal(frontMatterStyle(text), undefined);
    }
    assert.equal(frontMatterStyle('---\nformat:\n  csl: a.csl\n---\n'), undefined);
    assert.equal(frontMatterStyle('---\ncsl: [a.csl]\n---\n'), undefined);
  });
});

describe('a CSL style that cannot be used', () => {
  it('is broken: the line and what is wrong', () => {
    assert.deepEqual(problem(authorDate.replace('</bibliography>', '')), {
      kind: 'broken',
      line: 23,
      reason: '<bibliography> is not closed',
    });
    assert.deepEqual(problem(authorDate.replace('<macro name="who">', '<macro name="w">')), {
      kind: 'broken',
      line: 21,
      reason: 'macro "who" is not defined',
    });
    for (const text of ['', 'no XML', '<html/>']) {
      assert.match(JSON.stringify(problem(text)), /"kind":"broken"/);
    }
  });

  it('has macros that never end', () => {
    const itself = authorDate.replace('<macro name="when">', '$&<text macro="when"/>');
    assert.deepEqual(problem(itself), {
      kind: 'broken',
      line: 14,
      reason: 'macro "when" calls itself',
    });
    const macros = Array.from({ length: 40 }, (_, at) => {
      const next = `<text macro="b${String(at + 1)}"/>`;
      return `<macro name="b${String(at)}">${at < 39 ? next + next : '<text value="x"/>'}</macro>`;
    });
    assert.match(
      JSON.stringify(problem(authorDate.replace('<citation ', `${macros.join('')}$&`))),
      /"kind":"broken".*calls others \d+ times/,
    );
  });

  it('calls macros more often than any style does', () => {
    const macro = `<macro name="b">${'<text macro="when"/>'.repeat(400)}</macro>`;
    const calls = '<text macro="b"/>'.repeat(400);
    const style = authorDate.replace('<citation ', `${macro}$&`);
    const found = problem(style.replace('<text variable="URL"/>', `$&${calls}`));
    assert.match(JSON.stringify(found), /<bibliography> calls macros 16\d{4} times/);
  });

  it('is nested deeper than the engine bears, by itself or by its macros', () => {
    const nested = (text: string, by: number): string =>
      '<group>'.repeat(by) + text + '</group>'.repeat(by);
    const title = '<text variable="title"/>';
    assert.deepEqual(problem(authorDate.replace('<layout', `${nested(title, 5000)}$&`)), {
      kind: 'broken',
      line: 21,
      reason: 'it is nested more than 50 elements deep',
    });
    const macros = Array.from({ length: 600 }, (_, at) => {
      const next = at < 599 ? `<text macro="b${at + 1}"/>` : title;
      return `<macro name="b${at}">${nested(next, 44)}</macro>`;
    });
    assert.match(
      JSON.stringify(problem(authorDate.replace('<citation ', `${macros.join('')}$&`))),
      /"kind":"broken".*macro \\"b0\\" calls others too deep in one another/,
    );
  });

  for (const [name, part, times] of [
    ['comments that never end', '<!--', 200_000],
    ['tags that never end', '<citation ', 90_000],
    ['attributes that never end', '<text macro="', 70_000],
    ['more than anybody writes', '<!--', 300_000],
  ] as const) {
    it(`has ${name}: told at once, with its line`, () => {
      const began = process.cpuUsage();
      const found = problem(authorDate.replace('<info>', `$&\n${part.repeat(times)}`));
      assert.match(JSON.stringify(found), /"kind":"broken".*(?:is not closed|is larger than 1 MB)/);
      const { user, system } = process.cpuUsage(began);
      assert.ok((user + system) / 1000 < 3000, `${(user + system) / 1000} ms`);
    });
  }

  it('may hold ">" in quotes, and anything in comments', () => {
    const odd = authorDate
      .replace('<info>', '<info><!-- <text> -- <b/ "\' -->')
      .replace(/<layout/g, '<!-- > --><layout suffix=">"');
    const answer = styled(odd.replaceAll(/suffix=">"(?=[^>]*suffix=)/g, ''), [attention]);
    assert.ok('references' in answer, JSON.stringify(answer));
  });

  it('leaves the engine as it was for the next style', () => {
    problem(authorDate.replace('<layout', `${'<group>'.repeat(5000)}$&`));
    assert.equal(lines(authorDate, [attention]).length, 1);
  });

  it('only names another one', () => {
    assert.deepEqual(problem(fixture('dependent')), {
      kind: 'dependent',
      parent: 'https://example.org/styles/author-date',
    });
  });

  it('has no bibliography, or one that prints nothing', () => {
    const without = authorDate.replace(/<bibliography[^]*<\/bibliography>/, '');
    assert.deepEqual(problem(without), { kind: 'noBibliography' });
    const silent = authorDate.replace(/<layout suffix="\.">[^]*<\/layout>/, () => {
      return '<layout><text variable="ISBN"/></layout>';
    });
    assert.deepEqual(problem(silent), { kind: 'empty' });
  });
});
