import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PaperKey } from '../../../src/core/paper.js';
import { blockingOf, leastBlocking } from '../support/blocking.js';
import { MarksWindow } from './marksWindow.js';

/** In milliseconds: a picture of a screen that is drawn sixty times a second. */
const noticed = 16;
const at = '2026-02-14T09:12:33.120Z';
const starredByHand: PaperKey = 'doi:10.1/by-hand';

function key(paper: number): PaperKey {
  return `arxiv:${2401 + Math.floor(paper / 10_000)}.${10_000 + (paper % 10_000)}`;
}

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');
}

const marks = (paper: number): string =>
  JSON.stringify({
    ...{ paper: key(paper), seen: at },
    ...(paper % 3 === 0 && { starred: at }),
    ...(paper % 7 === 0 && { tags: { survey: at } }),
  });

const many = Array.from({ length: 60_000 }, (_, tag) => `t${tag}`);
const megabyte = 1024 * 1024;

/** Each with how many papers are read of it. */
const files: Readonly<Record<string, readonly [content: () => string, papers: number]>> = {
  '100,000 papers': [() => lines(100_000, marks), 100_000],
  '100,000 remarks': [() => lines(100_000, (remark) => `# ${remark}`), 0],
  '20,000 lines on one paper': [
    () => lines(20_000, (line) => `{"paper":"${key(1)}","tags":{"t${line % 500}":"${at}"}}`),
    1,
  ],
  'a remark of 10 MB': [() => `# ${'x'.repeat(10 * megabyte)}\n${marks(1)}\n`, 1],
  'a remark of 50 MB': [() => `# ${'x'.repeat(50 * megabyte)}\n${marks(1)}\n`, 1],
  'a remark of 10 MB in Chinese': [() => `# ${'论'.repeat(3_500_000)}\n${marks(1)}\n`, 1],
  'a note of almost 1 MB': [() => `{"paper":"${key(1)}","note":"${'n'.repeat(1_000_000)}"}\n`, 1],
  'a paper of 60,000 tags': [() => `${JSON.stringify({ paper: key(1), tags: many })}\n`, 0],
  'brackets in brackets': [
    () => `{"paper":"${key(1)}","x":${'['.repeat(500_000)}${']'.repeat(500_000)}}\n`,
    0,
  ],
};

describe('A long file of marks', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-long-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, [content, papers]] of Object.entries(files)) {
    it(`holds nothing up while it is read, merged and written: ${name}`, async () => {
      const file = path.join(folder, 'state.jsonl');
      writeFileSync(file, content());
      let window: MarksWindow | undefined;
      const read = await leastBlocking(noticed, async () => {
        window = await MarksWindow.open(file);
      });
      assert.equal(window?.file.records.size, papers);
      const written = await leastBlocking(noticed, async () => {
        window?.mark({ note: `${performance.now()}` }, starredByHand);
        await window?.file.flush();
      });
      const next = await MarksWindow.open(file);
      assert.notEqual(next.of(starredByHand).note, '');
      assert.equal(next.file.records.size, papers + 1);
      const [reading, writing] = [read.longest, written.longest].map((ms) => ms.toFixed(1));
      assert.ok(read.longest < noticed, `reading holds up for ${reading} ms`);
      assert.ok(written.longest < noticed, `writing holds up for ${writing} ms`);
    });
  }

  it('takes as long as it has lines', async () => {
    const cost = async (count: number): Promise<number> => {
      const file = path.join(folder, `${count}.jsonl`);
      writeFileSync(file, lines(count, marks));
      const costs: number[] = [];
      while (costs.length < 3) {
        costs.push((await blockingOf(() => MarksWindow.open(file))).whole);
      }
      return Math.min(...costs);
    };
    const [short, long] = [await cost(20_000), await cost(160_000)];
    // Eight times the lines: 24 where it is not much more than linear, 64 where it is quadratic.
    assert.ok(long < 24 * Math.max(short, 10), `${short} ms for 20,000 lines, ${long} for 160,000`);
  });
});
