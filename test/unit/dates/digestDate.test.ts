import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { DigestDate, DigestEntry } from '../../../src/core/digest.js';
import { digestDate } from '../../../src/core/digestDate.js';
import { Lines } from '../../../src/core/lines.js';

function dateOf(path: string, text = '', ids: readonly string[] = []): DigestDate | undefined {
  const range = { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 };
  const entries = ids.map((id): DigestEntry => ({
    key: `arxiv:${id}`,
    id,
    title: '',
    authors: [],
    range,
    nameRange: range,
  }));
  return digestDate(path, new Lines(text), entries);
}

function told(date: DigestDate | undefined): string | undefined {
  return date && `${date.value} ${date.source}`;
}

describe('the day of a digest', () => {
  const names: Readonly<Record<string, string>> = {
    '2026-02-13.md': '2026-02-13',
    '2026-2-3.md': '2026-02-03',
    '2026_02_13.md': '2026-02-13',
    '2026.02.13.md': '2026-02-13',
    '20260213.md': '2026-02-13',
    'digest-20260213-cs.md': '2026-02-13',
    '2025-06-18_trajectory_and_large_models.md': '2025-06-18',
    '2025-09-21_AI_enhanced_ENGLISHl.md': '2025-09-21',
    'report_2025-11-27.md': '2025-11-27',
    'cs-GR_2025-06-27_index.md': '2025-06-27',
    '2026年2月13日.md': '2026-02-13',
    '论文速递2026年02月13日.md': '2026-02-13',
    '13-Feb-2026.md': '2026-02-13',
    '13 February 2026.md': '2026-02-13',
    'Feb 13, 2026.md': '2026-02-13',
    'September-9-2025.md': '2025-09-09',
    '2024-02-29.md': '2024-02-29',
  };
  for (const [name, day] of Object.entries(names)) {
    it(`is read from the file name ${name}`, () =>
      assert.deepEqual(dateOf(`digests/${name}`), {
        value: day,
        precision: 'day',
        source: 'fileName',
      }));
  }

  const paths: Readonly<Record<string, string>> = {
    '2026-02-13/digest.md': '2026-02-13',
    '9-Sep-2025/topic/RAG.md': '2025-09-09',
    'a/20260213/b/digest.md': '2026-02-13',
    '2025-01-01/2026-02-13/digest.md': '2026-02-13',
    '2026/02/13/digest.md': '2026-02-13',
    'data/2026/2/3.md': '2026-02-03',
    '2026/02/13.md': '2026-02-13',
    '2026年2月13日/digest.md': '2026-02-13',
  };
  for (const [path, day] of Object.entries(paths)) {
    it(`is read from the folder: ${path}`, () => assert.equal(told(dateOf(path)), `${day} folder`));
  }

  const headings: Readonly<Record<string, string>> = {
    '# arXiv digest 2026-02-13': '2026-02-13',
    '# AI-Enhanced arXiv Daily 2025-06-18': '2025-06-18',
    '# 每日 ArXiv 速递: 2025-06-11': '2025-06-11',
    '# 每日论文 2026年2月13日': '2026-02-13',
    '# Papers of 2026/02/13': '2026-02-13',
    '## February 13th, 2026': '2026-02-13',
    '# Papers of 13 Feb. 2026': '2026-02-13',
    '> Updated on 2026.06.29': '2026-06-29',
    '---\ntitle: Papers - cs.GR - 2025-12-24\n---': '2025-12-24',
    '---\nlayout: post\ndate: 2025-12-24 08:00:00\n---': '2025-12-24',
  };
  for (const [text, day] of Object.entries(headings)) {
    it(`is read from the heading: ${JSON.stringify(text)}`, () =>
      assert.equal(told(dateOf('digest.md', text)), `${day} heading`));
  }

  it('is not read from an entry or from what stands below it', () => {
    const text = '### [1] [On 2026-02-13](https://arxiv.org/abs/2401.01234)\n# 2026-02-14\n';
    assert.equal(dateOf('digest.md', text), undefined);
    assert.equal(dateOf('digest.md', `${'\n'.repeat(20)}# 2026-02-13`), undefined);
    assert.equal(dateOf('digest.md', 'Written on 2026-02-13.'), undefined);
  });

  it('is that of the file name before that of the folder, the heading, the ids', () => {
    const heading = '# 2026-02-15';
    const ids = ['2601.00001'];
    assert.equal(told(dateOf('2026-02-14/2026-02-13.md', heading, ids)), '2026-02-13 fileName');
    assert.equal(told(dateOf('2026-02-14/digest.md', heading, ids)), '2026-02-14 folder');
    assert.equal(told(dateOf('digest.md', heading, ids)), '2026-02-15 heading');
    assert.equal(told(dateOf('digest.md', '', ids)), '2026-01 newestId');
  });

  const months: Readonly<Record<string, string>> = {
    'trending-2026-02.txt': '2026-02',
    '2026_02.md': '2026-02',
    'papers of 2026.02.md': '2026-02',
    '2026-02-30.md': '2026-02',
    '2025-02-29.md': '2025-02',
    '2026-01-00.md': '2026-01',
    '2026-02-133.md': '2026-02',
  };
  for (const [name, month] of Object.entries(months)) {
    it(`is only a month where the file name tells no more: ${name}`, () => {
      assert.deepEqual(dateOf(name), { value: month, precision: 'month', source: 'fileName' });
      assert.equal(told(dateOf(name, '# 2026-02-13')), '2026-02-13 heading');
    });
  }

  it('is only a month where nothing but the newest id tells it', () => {
    assert.deepEqual(dateOf('digest.md', '', ['2512.00001', '2601.00002', 'hep-th/9901001']), {
      value: '2026-01',
      precision: 'month',
      source: 'newestId',
    });
    assert.equal(dateOf('digest.md', '', ['hep-th/9901001'])?.value, '1999-01');
  });

  const dateless = [
    '4e9eca97007e55b8.md',
    '2602.10158.md',
    '2602.10158v2.md',
    '2012.10158.md',
    'a20260213b.md',
    '120260213.md',
    '202602130.md',
    '00020260213ff.md',
    '2026-13-01.md',
    '2026-00-10.md',
    '20261301.md',
    '2100-02-29.md',
    '2026.md',
    '202602.md',
    '4e9eca97-2024-11ee-8c90-0242ac120002.md',
    'a2026-02.md',
    '2026-13.md',
    '1999-02-13.md',
    '02-13.md',
    '12026-02-13.md',
    'notes.md',
    '000.txt',
    '',
  ];
  for (const name of dateless) {
    it(`is not read from "${name}"`, () => assert.equal(dateOf(`papers/${name}`), undefined));
  }
});
