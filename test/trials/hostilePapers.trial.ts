import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { exportPapers } from '../../src/core/citation/export/registry.js';
import { formatReferences, referenceStyleNames } from '../../src/core/citation/reference.js';
import { defaultTemplate } from '../../src/core/notes/defaultTemplate.js';
import { notePath } from '../../src/core/notes/noteName.js';
import { writeNote } from '../../src/core/notes/writeNote.js';
import { listRow } from '../../src/core/reading/listRow.js';
import { mathToSvg } from '../../src/core/render/mathToSvg.js';
import { renderPaper } from '../../src/core/render/paperHtml.js';
import { paperMarkdown } from '../../src/core/render/paperMarkdown.js';
import { firstPieces, piecesText, textPieces } from '../../src/core/render/textPieces.js';
import { escapeMarkdown } from '../../src/host/markdownText.js';
import { labels } from '../unit/render/readerLabels.js';
import { assertSafe } from '../unit/render/safeHtml.js';
import { assertSafeSvg } from '../unit/render/safeSvg.js';
import { assertInert } from '../unit/support/markdownJudges.js';
import { type HostilePaper, hostilePaper } from './support/hostilePaper.js';
import { hostilePieces } from './support/hostilePapers.js';
import { isLong } from './support/rounds.js';

const unseen =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** In milliseconds of this process's own time, of a paper as a whole and of all who judge it. */
const patience = 10_000;
/** In code units. A page that one piece fills in every field. */
const largestPage = 12_000_000;

/** Each way on which a paper's text leaves, and what must hold of it. */
const ways: Readonly<Record<string, (paper: HostilePaper) => void>> = {
  'the page': ({ paper, body }) => {
    const html = renderPaper(paper, body, labels);
    assertSafe(html);
    assert.doesNotMatch(html, /<img|href="(?!https?:|#abstract)/);
    // KaTeX's own: a strut, and between a function and what it is of.
    assert.doesNotMatch(html.replace(/[\u200b\u2061]/g, ''), unseen);
    assert.ok(html.length < largestPage, `${html.length} characters`);
  },
  'a hover': ({ paper, body }) => {
    const texts = [paper.title, body.summary?.text ?? '', body.abstract ?? ''];
    for (const text of texts) {
      const pieces = firstPieces(textPieces(text.slice(0, 20_000), {}), 2000);
      const markdown = escapeMarkdown(piecesText(pieces));
      if (markdown.trim() !== '') assertInert(`**${markdown.trim()}**`);
      assert.doesNotMatch(markdown, unseen);
      assert.ok(markdown.length < 10_000, `${markdown.length} characters`);
    }
    for (const piece of textPieces(paper.title, {}).slice(0, 3)) {
      if (typeof piece === 'string') continue;
      const drawing = mathToSvg(piece.expanded, piece.display);
      if (drawing)
        assertSafeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${drawing.content}</svg>`);
    }
  },
  'a row': ({ paper }) => {
    const row = listRow(paper);
    assert.doesNotMatch(row.title + row.authors + row.category, unseen);
    assert.doesNotMatch(paper.authors.join() + (paper.crossLists ?? []).join(), unseen);
    assert.ok(JSON.stringify(row).length < 6000);
  },
  'a copy in Markdown': ({ paper, body }) => inert(paperMarkdown(paper, body)),
  'an export in Markdown': ({ paper, body }) => {
    const cited = { ...paper, ...(body.abstract !== undefined && { abstract: body.abstract }) };
    inert(exportPapers('markdown', [{ key: 'key', paper: cited }], { abstract: true })?.text ?? '');
  },
  'a reference': ({ paper }) => {
    const { key, title, authors } = paper;
    for (const cited of [paper, { key, title, authors }]) {
      for (const style of referenceStyleNames) {
        const options = { accessed: '2026-01-02' };
        inert(formatReferences(style, [cited], { ...options, markup: 'markdown' }).join('\n'));
        const [text = ''] = formatReferences(style, [cited], { ...options, markup: 'text' });
        assert.doesNotMatch(text, unseen);
        assert.doesNotMatch(text, /[\r\n]/);
      }
    }
  },
  'a note': ({ paper, body }) => {
    for (const template of templates) {
      const note = writeNote(template, factsOf(paper, body));
      assert.ok(note.kind === 'new');
      inert(note.text.replace(/^---\n[^]*?\n---\n/, ''), note.text);
    }
  },
  'the name of a note': ({ paper, body }) => {
    for (const template of ['{title}', '{firstAuthor}/{title}', '{category}', 'x/{authors}.qmd']) {
      const name = notePath(template, factsOf(paper, body));
      assert.ok('path' in name);
      const parts = name.path.split('/');
      assert.ok(parts.length <= template.split('/').length, name.path);
      for (const part of parts) {
        assert.doesNotMatch(part, /^[.\s]|[.\s]$|[\\:*?"<>|\p{Cc}]/u);
        assert.doesNotMatch(part, device);
        assert.doesNotMatch(part, unseen);
        assert.ok(Buffer.byteLength(part) <= 251, `${Buffer.byteLength(part)} bytes: ${part}`);
      }
    }
  },
};

const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|con(?:in|out)\$)\s*(?:\.|$)/i;

const templates: readonly string[] = [
  defaultTemplate({ digest: 'digest', summary: 'TL;DR', abstract: 'Abstract', notes: 'Notes' }),
  '---\ntitle: {title}\n---\n> {abstract}\n\n- {title} by {authors}\n\n{summary}\n{category} {links}\n',
];

function factsOf(paper: HostilePaper['paper'], body: HostilePaper['body']) {
  return {
    ...{ paper, key: 'key', digestLabel: 'digest', digest: '../a.md#L1', date: '2026-01-02' },
    ...(body.summary && { summary: body.summary.text }),
    ...(body.abstract !== undefined && { abstract: body.abstract }),
  };
}

/** What the judges take for a text is their own affair. */
let judging = 0;

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function inert(markdown: string, whole = markdown): void {
  const before = processorTime();
  assertInert(markdown);
  judging += processorTime() - before;
  assert.doesNotMatch(whole, unseen);
}

describe('hostile papers', () => {
  // KaTeX warns on the console of every character that its fonts lack.
  const { warn } = console;
  before(() => {
    console.warn = () => undefined;
  });
  after(() => {
    console.warn = warn;
  });

  it('are many', () => assert.ok(hostilePieces.length >= 278, `${hostilePieces.length}`));

  for (const [number, piece] of hostilePieces.entries()) {
    it(`harm nobody on any way out: ${piece.name}`, () => {
      const before = processorTime();
      judging = 0;
      for (const paper of hostilePaper(piece.text, number)) {
        for (const [way, check] of Object.entries(ways)) {
          // Some ways are the same for all digests.
          if (!isLong && paper.source !== 'jsonl' && /reference|name/.test(way)) continue;
          try {
            check(paper);
          } catch (error) {
            const reason = error instanceof Error ? error.message.slice(0, 1000) : '';
            throw new Error(`${way}, from ${paper.source}: ${reason}`, { cause: error });
          }
        }
      }
      const took = processorTime() - before - judging;
      assert.ok(took < patience, `${took.toFixed(0)} ms`);
    });
  }
});
