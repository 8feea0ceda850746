import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { formatNamed, recognise } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { assertLinear } from '../support/cost.js';
import { latest } from '../support/reading.js';

const list = Array.from(
  { length: 12 },
  (_, n) =>
    `### ${n}. [Title Number ${n}](https://arxiv.org/abs/2602.0${1000 + n})\n\nMade up.\n\n`,
).join('');

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
