import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import {
  formatWithStyle,
  type LocaleOf,
  type Styled,
} from '../../../src/core/citation/csl/formatWithStyle.js';
import { frontMatterStyle } from '../../../src/core/bibliography/declaredYaml.js';
import { attention, paperOf } from './paperOf.js';

const fixture = (name: string): string => readFileSync(`test/fixtures/csl/${name}.csl`, 'utf8');
const locale = (name: string): string =>
  readFileSync(`src/core/citation/csl/locale-${name}.xml`, 'utf8');

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
  localeOf: LocaleOf = (language) => (language === 'zh-CN' ? locale(language) : undefined),
): Promise<Styled> {
  return formatWithStyle(style, papers, { markup, accessed: '2026-02-13', entries: {} }, localeOf);
}

async function lines(...args: Parameters<typeof styled>): Promise<readonly string[]> {
  const answer = await styled(...args);
  assert.ok('references' in answer, JSON.stringify(answer));
  return answer.references;
}

async function problem(style: string): Promise<unknown> {
  const answer = await styled(style, [attention]);
  return 'problem' in answer ? answer.problem : answer;
}

describe('a CSL style', () => {
  it('writes one line a paper, in their order', async () => {
    assert.deepEqual(await lines(authorDate, [wavenet, attention, team, ours, bare]), [
      'Oord, A. van den, and J.-P. M. King Jr. 2016. What is μ₁ < x-law of *“R&D”*? arXiv:1609.03499. https://arxiv.org/abs/1609.03499 (accessed February 13, 2026).',
      'Vaswani, A., N. Shazeer, and N. Parmar. 2017. Attention Is All You Need. arXiv:1706.03762. https://arxiv.org/abs/1706.03762 (accessed February 13, 2026).',
      'DeepSeek-AI. 2025. DeepSeek-R1. arXiv:2501.12948. https://arxiv.org/abs/2501.12948 (accessed February 13, 2026).',
      '李明, and 王芳. 2026. 推理. https://doi.org/10.1000/x_y (accessed February 13, 2026).',
      'First Proof. n.d. (accessed February 13, 2026).',
    ]);
  });

  it('numbers papers, speaks Chinese, and may be of CSL 1.0.2', async () => {
    assert.deepEqual(await lines(numeric, [many(574), ours]), [
      '[1] N1 A, N2 A, N3 A, 等. “T”. 预印本. 2024年.',
      '[2] 李明, 王芳. “推理”. 2026年. 10.1000/x_y.',
    ]);
  });

  it('cuts off long lists of authors', async () => {
    assert.match((await lines(authorDate, [many(574)]))[0] ?? '', /^N1, A., A. N2, et al. 2024\./);
    const all = authorDate.replace('et-al-min="4" et-al-use-first="2"', '');
    assert.match((await lines(all, [many(574)]))[0] ?? '', /A\. N573, and A\. N574\. 2024\./);
  });

  it('in Markdown has italics, links and formulas, and text that cannot break out', async () => {
    const [line] = await lines(authorDate, [wavenet], 'markdown');
    assert.equal(
      line,
      'Oord, A. van den, and J.-P. M. King Jr. 2016. *What is $\\mu_1 < x$-law of \\*“R&D”\\*?* **arXiv:1609.03499**. <https://arxiv.org/abs/1609.03499> (accessed February 13, 2026).',
    );
    const [title] = await lines(numeric, [{ ...wavenet, title: 'on the $a_b$ of <i>x</i> $5' }]);
    assert.match(title ?? '', /“On the a_b of <I>X<\/I> \$5”/i);
  });

  it('shows hostile titles and names in Markdown as text', async () => {
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
    await fc.assert(
      fc.asyncProperty(text, text, async (title, name) => {
        const paper = paperOf({ title, authors: [`{${name}}`], id: '2401.00001' });
        const [line = ''] = await lines(authorDate, [paper], 'markdown');
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

  it('means all parts of a condition unless it says otherwise', async () => {
    const [line] = await lines(numeric, [attention]);
    assert.doesNotMatch(line ?? '', /special issue/);
  });

  it('has English words of its own, those that the engine brings', async () => {
    const english: LocaleOf = (language) => (language === 'en-GB' ? locale('en-US') : undefined);
    const british = authorDate.replace('default-locale="en-US"', 'default-locale="en-GB"');
    const papers = [wavenet, attention, many(9), bare];
    assert.deepEqual(
      await lines(british, papers, 'text', english),
      await lines(authorDate, papers, 'text'),
    );
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
  it('is broken: the line and what is wrong', async () => {
    assert.deepEqual(await problem(authorDate.replace('</bibliography>', '')), {
      kind: 'broken',
      line: 41,
      reason: "expected 'bibliography' tag, not 'style'",
    });
    assert.deepEqual(await problem(authorDate.replace('variable="number"', 'variable="nummer"')), {
      kind: 'broken',
      line: 30,
      reason: 'Unknown variable "nummer"',
    });
    assert.deepEqual(await problem(authorDate.replace('<macro name="who">', '<macro name="w">')), {
      kind: 'broken',
      line: 24,
      reason: 'macro `who` not defined',
    });
    for (const text of ['', 'no XML', '<html/>']) {
      assert.match(JSON.stringify(await problem(text)), /"kind":"broken"/);
    }
  });

  it('has macros that never end', async () => {
    const itself = authorDate.replace('<macro name="when">', '$&<text macro="when"/>');
    assert.deepEqual(await problem(itself), {
      kind: 'broken',
      line: 14,
      reason: 'macro "when" calls itself',
    });
    const macros = Array.from({ length: 40 }, (_, at) => {
      const next = `<text macro="b${String(at + 1)}"/>`;
      return `<macro name="b${String(at)}">${at < 39 ? next + next : '<text value="x"/>'}</macro>`;
    });
    assert.match(
      JSON.stringify(await problem(authorDate.replace('<citation ', `${macros.join('')}$&`))),
      /"kind":"broken".*calls others \d+ times/,
    );
  });

  it('is nested deeper than the engine bears, by itself or by its macros', async () => {
    const nested = (text: string, by: number): string =>
      '<group>'.repeat(by) + text + '</group>'.repeat(by);
    const title = '<text variable="title"/>';
    assert.deepEqual(await problem(authorDate.replace('<layout', `${nested(title, 5000)}$&`)), {
      kind: 'broken',
      line: 21,
      reason: 'it is nested more than 50 elements deep',
    });
    const macros = Array.from({ length: 60 }, (_, at) => {
      const next = at < 59 ? `<text macro="b${at + 1}"/>` : title;
      return `<macro name="b${at}">${nested(next, 44)}</macro>`;
    });
    assert.match(
      JSON.stringify(await problem(authorDate.replace('<citation ', `${macros.join('')}$&`))),
      /"kind":"broken".*macro \\"b0\\" calls others too deep in one another/,
    );
  });

  for (const [name, part, times] of [
    ['comments that never end', '<!--', 200_000],
    ['tags that never end', '<citation ', 90_000],
    ['attributes that never end', '<text macro="', 70_000],
    ['more than anybody writes', '<!--', 300_000],
  ] as const) {
    it(`has ${name}: told at once, with its line`, async () => {
      const began = process.cpuUsage();
      const found = await problem(authorDate.replace('<info>', `$&\n${part.repeat(times)}`));
      assert.match(JSON.stringify(found), /"kind":"broken".*(?:is not closed|is larger than 1 MB)/);
      const { user, system } = process.cpuUsage(began);
      assert.ok((user + system) / 1000 < 3000, `${(user + system) / 1000} ms`);
    });
  }

  it('may hold ">" in quotes, and anything in comments', async () => {
    const odd = authorDate
      .replace('<info>', '<info><!-- <text> -- <b/ "\' -->')
      .replace(/<layout/g, '<!-- > --><layout suffix=">"');
    const answer = await styled(odd.replaceAll(/suffix=">"(?=[^>]*suffix=)/g, ''), [attention]);
    assert.ok('references' in answer, JSON.stringify(answer));
  });

  it('leaves the engine as it was for the next style', async () => {
    await problem(authorDate.replace('<layout', `${'<group>'.repeat(5000)}$&`));
    assert.equal((await lines(authorDate, [attention])).length, 1);
  });

  it('only names another one', async () => {
    assert.deepEqual(await problem(fixture('dependent')), {
      kind: 'dependent',
      parent: 'https://example.org/styles/author-date',
    });
  });

  it('has no bibliography, or one that prints nothing', async () => {
    const without = authorDate.replace(/<bibliography[^]*<\/bibliography>/, '');
    assert.deepEqual(await problem(without), { kind: 'noBibliography' });
    const silent = authorDate.replace(/<layout suffix="\.">[^]*<\/layout>/, () => {
      return '<layout><text variable="ISBN"/></layout>';
    });
    assert.deepEqual(await problem(silent), { kind: 'empty' });
  });
});
