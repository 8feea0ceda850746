import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ReadDocument } from '../../unit/support/reading.js';
import { referenceDigests, seed, sharedPath } from '../support/shared.js';
import { groupsOf } from '../../unit/health/groups.js';

/** Entries by the lines that begin them, each with its text. */
function blocks(text: string): string[] {
  return text.split(/^(?=### )/m).slice(1);
}

describe('checkDigest on digests that people have', () => {
  const sibling = (name: string): ReadDocument => {
    const file = sharedPath('corpus', 'siblings', ...name.split('/'));
    return new ReadDocument(path.basename(file), readFileSync(file, 'utf8'));
  };
  const counts = (read: ReadDocument): Partial<Record<string, number>> =>
    Object.fromEntries(groupsOf(read).map(({ check, count }) => [check, count]));
  const failure =
    /^[^\n]{0,40}: (?:Summary generation failed|Motivation analysis unavailable|Method extraction failed|Result analysis unavailable|Conclusion extraction failed|Error|N\/A|None|Skip)\s*$/m;

  for (const name of [
    'fork-failed-ai-zzhaozeng/2026-02-21.md',
    'fork-failed-ai-zzhaozeng/2026-03-30.md',
    'fork-en-pdfurl-linyueqian/2025-05-08.trimmed.md',
    'fork-astro-Straw674/2025-08-28.md',
    'fork-rich-xmkxabc/2025-06-27.trimmed.md',
    'fork-zh-empty-MYZhangwww/2026-02-25.md',
    'fork-en-materials-Jiayihua2001/2026-05-03.md',
  ]) {
    it(`finds the notices of failure of ${name}`, () => {
      const read = sibling(name);
      const expected = blocks(read.lines.text).filter((block) => failure.test(block)).length;
      assert.equal(counts(read)['placeholderText'] ?? 0, expected);
    });
  }

  it('finds the empty abstracts of a fork', () => {
    const read = sibling('fork-en-materials-Jiayihua2001/2026-05-03.md');
    const expected = blocks(read.lines.text).filter((block) => /^Abstract: *$/m.test(block)).length;
    assert.ok(expected > 0);
    assert.equal(counts(read)['missingAbstract'], expected);
  });

  it('finds the one entry of a Chinese digest that is in English', () => {
    const read = sibling('fork-zh-empty-MYZhangwww/2026-02-25.md');
    const english = englishAmongChinese(read.lines.text);
    assert.equal(english.length, 1);
    const group = groupsOf(read).find(({ check }) => check === 'otherLanguage');
    assert.equal(group?.count, 1);
    const line = group.first[0]?.range.startLine ?? 0;
    const entry = read.entries.find(
      ({ range }) => range.startLine <= line && line <= range.endLine,
    );
    assert.ok(entry?.id !== undefined && english[0]?.includes(entry.id));
  });

  it('stays inside every file of other generators, and is silent on pages without texts of models', () => {
    for (const folder of readdirSync(sharedPath('corpus', 'siblings'))) {
      for (const name of readdirSync(sharedPath('corpus', 'siblings', folder))) {
        const file = sharedPath('corpus', 'siblings', folder, name);
        if (statSync(file).isFile()) groupsOf(new ReadDocument(name, readFileSync(file)));
      }
    }
    for (const number of ['002', '004']) {
      const { path: name, text } = seed(number);
      assert.deepEqual(groupsOf(new ReadDocument(name, text)), []);
    }
  });

  it('counts in all reference digests what a search for the words counts', () => {
    let placeholders = 0;
    const textual = new Set(['placeholderText', 'otherLanguage']);
    for (const { path: name, text } of referenceDigests()) {
      const found = counts(new ReadDocument(name, text));
      const failed = blocks(text).filter((block) => failure.test(block)).length;
      placeholders += failed;
      assert.equal(found['placeholderText'] ?? 0, failed, name);
      assert.equal(found['otherLanguage'] ?? 0, englishAmongChinese(text).length, name);
      const others = Object.keys(found).filter((check) => !textual.has(check));
      assert.deepEqual(others, [], name);
    }
    assert.ok(placeholders > 0);
  });
});

/** Entries whose summary has not one Chinese character, and is no notice of failure. */
function englishAmongChinese(text: string): string[] {
  return blocks(text).filter((block) => {
    const summary = /^TL;DR: (.*)$/m.exec(block)?.[1] ?? '';
    return summary !== 'Summary generation failed' && !/\p{Script=Han}/u.test(summary);
  });
}
