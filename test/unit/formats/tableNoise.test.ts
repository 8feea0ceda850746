import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { formatNamed } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { assertLinear } from '../support/cost.js';
import { latest } from '../support/reading.js';

const names = [
  'anchorDaily',
  'cvArxivTable',
  'cvArxivList',
  'dailyArxivTable',
  'jekyllIndex',
  'jekyllPage',
  'hfNewsletter',
  'hfTagList',
  'hfYaml',
];

function format(name: string): DigestFormat {
  const found = formatNamed(name);
  assert.ok(found, name);
  return found;
}

describe('damaged tables and pages', () => {
  for (const piece of [
    '|',
    '||\n',
    '|a|b|\n|-|-|\n',
    '|Publish Date|Title|PDF|\n|---|---|---|\n|**2026-01-02**|**a|b',
    '|**2026-01-02**|**a**|b et.al.|[2601.00001](http://arxiv.org/abs/2601.00001)|null|\n',
    '- 2026-01-02, **a**, b, Paper: [',
    '- 2026-01-02, **',
    '<tr>\n',
    '<tr>\n  <td>a</td>\n',
    '<td>'.repeat(4),
    '## <a id="2601.00001"></a>[',
    '## <a id="2601.00001"></a>[a](http://arxiv.org/abs/2601.00001)\n### b\n',
    '### 1. a\n**原文标题：** b\n',
    '### 1. a\n',
    '- [a](https://x/2026-01-02+a.yaml) / 2026-01-02\n',
    '- [a](',
    '**作者**: a\n',
    '<details><summary>',
    '## a     ',
    '[a',
    '# ',
    ' ',
  ]) {
    it(`take time in proportion to a text of many ${JSON.stringify(piece)}`, () => {
      const starts: Readonly<Record<string, string>> = {
        cvArxivTable: '|Publish Date|Title|Authors|PDF|Code|\n|-|-|-|-|-|\n',
        dailyArxivTable: '| Title | Date | Abstract |\n|-|-|-|\n',
        jekyllIndex: '---\n',
        jekyllPage: '---\n',
        hfYaml: 'date: a\ntitle: b\nsummary: ',
      };
      for (const name of names) {
        const reader = format(name);
        const start = starts[name] ?? '';
        assertLinear(
          name,
          (length) => start + piece.repeat(Math.ceil(length / piece.length)),
          (text) => {
            reader.recognises(new Lines(text), '');
            reader.read(new Lines(text), { path: '', latest });
            reader.readEntry(text, ['Title', 'Date', 'Abstract'], { path: '', latest });
          },
        );
      }
    });
  }
});
