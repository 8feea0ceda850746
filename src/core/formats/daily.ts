import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { PaperKey } from '../paper.js';
import { findBlocks, type Block } from './dailyBlocks.js';
import { readBody, sampleLabels } from './dailyBody.js';
import { readHeader } from './dailyHeader.js';
import type { DigestFormat } from './format.js';

/**
 * The daily digest (digest-formats.md section 2): upstream's template v3 of today and its earlier
 * v0, v1 and v2. A table of contents, a section per category, and entries that begin
 *
 *     ### [12] [Title, which may hold "](" and brackets](https://arxiv.org/abs/2602.01234)
 *     *First Author,Second Author*
 */
const tocStart = /^<div id=(['"]?)toc\1><\/div>\s*$/;
const noPapers = /^# (?:No New Papers Today|AI-Enhanced arXiv Daily \d{4}-\d\d-\d\d)\s*$/;

export const daily: DigestFormat = {
  name: 'daily',

  recognises(lines) {
    const first = lines.line(0);
    if (tocStart.test(first) && /^# Table of Contents/.test(lines.line(lines.skipBlank(1)))) {
      return true;
    }
    if (lines.count < 6 && noPapers.test(first)) return true;
    if (/^# Table of Contents\s*$/.test(first)) return lines.skipBlank(1) >= lines.count;
    const line = lines.firstWith('### [');
    const header = line === undefined ? undefined : readHeader(lines, line);
    return header !== undefined && header.hasAuthors && header.key.startsWith('arxiv:');
  },

  read(lines, context) {
    const blocks = findBlocks(lines, context);
    const problems = [...blocks.problems];
    const closes = blocks.entries.some((block) => block.closed);
    const seen = new Set<PaperKey>();
    const entries = blocks.entries.map((block): DigestEntry => {
      const { header } = block;
      const name = [header.id ?? header.title];
      if (seen.has(header.key)) problems.push(problem('duplicateEntry', header.line, name));
      seen.add(header.key);
      if ((closes || block.opened) && !block.closed) {
        problems.push(problem('entryCutOff', header.line, name));
      } else if (!header.hasAuthors) {
        problems.push(problem('entryWithoutAuthors', header.line, name));
      }
      return entryOf(lines, block);
    });
    const sizes = sectionSizes(blocks.entries);
    for (const [category, { total, line }] of blocks.contents) {
      const found = sizes.get(category) ?? 0;
      if (found !== total) problems.push(problem('tocMismatch', line, [category, total, found]));
    }
    problems.sort((a, b) => a.line - b.line);
    return { digest: { entries, labels: sampleLabels(lines, entries) }, problems };
  },

  readEntry(text, labels, context) {
    const lines = new Lines(text);
    const header = readHeader(lines, 0, context);
    return header && { key: header.key, body: readBody(lines, header.bodyLine, labels) };
  },
};

function problem(kind: Problem['kind'], line: number, args: Problem['args']): Problem {
  return { kind, line, args };
}

function sectionSizes(entries: readonly Block[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { section: name = '' } of entries) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return sizes;
}

function entryOf(lines: Lines, block: Block): DigestEntry {
  const { header, lastLine } = block;
  const [category, ...crossLists] = block.categories;
  const doi = header.doi ?? block.doi;
  return {
    key: header.key,
    ...(header.id !== undefined && { id: header.id }),
    ...(header.version !== undefined && { version: header.version }),
    ...(doi !== undefined && { doi }),
    title: header.title,
    authors: header.authors,
    ...(category !== undefined && { category }),
    ...(crossLists.length > 0 && { crossLists }),
    range: {
      startLine: header.line,
      startCharacter: 0,
      endLine: lastLine,
      endCharacter: lines.end(lastLine) - lines.start(lastLine),
    },
    nameRange: {
      startLine: header.nameLine,
      startCharacter: header.nameStart,
      endLine: header.nameLine,
      endCharacter: header.nameEnd,
    },
  };
}
