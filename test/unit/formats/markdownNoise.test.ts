import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { formatNamed, recognise } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { assertLinear } from '../support/cost.js';
import { latest, ReadDocument } from '../support/reading.js';
import { siblings } from '../support/siblings.js';

const folders = [
  'gpt_paper_assistant',
  'reporter-CSQianDong',
  'report-Tony-tpc',
  'bullets-LindongGuo',
  'notes-Throne0826',
  'notes-zhaoyang97',
  'abstract-notes-exopoiesis',
];
/** The style sheet of a page says nothing of its papers, and most damage would hit it. */
const samples = folders
  .flatMap(siblings)
  .map(({ name, text }) => [name, text.slice(0, 40_000)] as const)
  .filter(([name, text]) => new ReadDocument(name, text).document.digest !== undefined);
const list = Array.from(
  { length: 12 },
  (_, n) =>
    `### ${n}. [Title Number ${n}](https://arxiv.org/abs/2602.0${1000 + n})\n\nMade up.\n\n`,
).join('');
const lists: (readonly [string, string])[] = [
  ['headings.md', list],
  ['items.md', list.replace(/### \d+\. (.*)\n\nMade up\.\n\n/g, '- $1\n  Made up.\n')],
];

type Damage = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const damages: fc.Arbitrary<Damage> = fc.oneof(
  place.map(
    (at): Damage =>
      (text) =>
        text.slice(0, at * text.length),
  ),
  place.map(
    (at): Damage =>
      (text) =>
        text.slice(at * text.length),
  ),
  fc.tuple(place, place).map(([at, from]): Damage => (text) => {
    const lines = text.split('\n');
    const moved = lines.splice(Math.floor(from * lines.length), 5);
    lines.splice(Math.floor(at * lines.length), 0, ...moved, ...moved);
    return lines.join('\n');
  }),
  fc.tuple(place, fc.constantFrom('', '<', '](', '**', '\0', '`', '---\n', '# ')).map(
    ([at, sign]): Damage =>
      (text) =>
        text.slice(0, at * text.length) + sign + text.slice(at * text.length + 3),
  ),
  fc.constantFrom('\r', '\r\n').map(
    (end): Damage =>
      (text) =>
        text.replaceAll('\n', end),
  ),
);

describe('a damaged digest of reports and notes', () => {
  it('is read without an error, with ranges inside it, and each entry again from its text', () => {
    let digests = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples, ...lists),
        fc.array(damages, { minLength: 1, maxLength: 4 }),
        ([name, sample], steps) => {
          const text = steps.reduce((damaged, damage) => damage(damaged), sample);
          const read = new ReadDocument(name, text);
          const { digest } = read.document;
          if (!digest) return;
          digests++;
          read.assertRanges();
          for (const number of digest.entries.keys()) read.body(number);
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(digests > 100, `only ${digests} were still digests`);
  });
});

const id = '2602.01234';

/** Openings of each format, followed by what a careless pattern would walk over again and again. */
const openings: Readonly<Record<string, string>> = {
  gptPaperAssistant: `# Personalized Daily ArXiv Papers\n## 0. [T](https://arxiv.org/abs/${id})\n**ArXiv ID:** ${id}\n`,
  gptPaperAssistantPage: `<style>\n.paper-row {\n}\n<main class="daily-arxiv">\n<details class="paper-row">\n<strong>T</strong>\narXiv:${id} Paper \n`,
  dailyReporter:
    `# T \n\n**Authors**: A  \n\n**Link**: [PDF](https://arxiv.org/pdf/${id})\n\n**Abstract**: x\n\n---\n`.repeat(
      2,
    ),
  numberedReport: `# 📚 每日 arXiv 论文总结\n## 1. T\n**作者**: A\n**链接**: ${id}\n`,
  abstractBullets: `- **[T](https://arxiv.org/abs/${id})** \`arXiv:${id}\`\n  _A_\n`,
  articleIndex: `<div class="daily-paper-list">\n<article class="daily-paper-item">\n#### [T](x.md)\n<span class="daily-paper-id">arXiv ${id}</span>\n`,
  pickedNotes: '# 📅 2026-02-13 精选笔记\n### [T](x.md)\n',
  paperTable: '<table class="papers">\n<tr class="paper">\n<div class="paper-title">T</div>\n',
  hfTagList: '- [T](https://x.example/archive/7/2024-01-22+T.yaml) / 2024-01-22\n- [T',
  generic: list,
};
const fillings = [
  '[',
  '](',
  '<',
  '<a ',
  '**',
  '` ',
  ' _',
  '# [a',
  `\n- [x](`,
  '\n**',
  '\n> ',
  '<td>',
  '\n\n## 1. x',
  `\n### [b](https://arxiv.org/abs/${id})`,
  '\n<span>',
  '\n   ',
  '](https://x.example/2024-01-22+',
];

describe('the reading of reports and notes', () => {
  for (const [name, opening] of Object.entries(openings)) {
    it(`costs no more than in proportion to the length: ${name}`, function () {
      this.timeout(120_000);
      const format = formatNamed(name);
      assert.ok(format);
      assert.equal(recognise(new Lines(opening), 'a.md')?.name, name);
      for (const filling of fillings) {
        assertLinear(
          `${name} ${JSON.stringify(filling)}`,
          (length) => opening + filling.repeat(length / filling.length),
          (text) => {
            const lines = new Lines(text);
            format.recognises(lines, 'a.md');
            const { digest } = format.read(lines, { path: 'a.md', latest });
            const [entry] = digest.entries;
            if (entry)
              format.readEntry(lines.sliceRange(entry.range), digest.labels, {
                path: 'a.md',
                latest,
              });
          },
        );
      }
    });
  }
});
