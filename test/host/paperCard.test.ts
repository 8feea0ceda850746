import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, openFile, openUntitled, positionOf } from './support/documents.js';
import {
  addFile,
  brokenFile,
  digestText,
  preprint,
  restoreLibrary,
  sampleUri,
} from './support/library.js';
import { cardAt, formulaImages, shown, type ShownCard } from './support/providers.js';
import { waitFor } from './support/waitFor.js';

/** The card that a file of the sample shows for an id. */
async function cardIn(file: string, id: string): Promise<ShownCard> {
  const { document } = await openFile(sampleUri(file));
  return shown(await cardAt(document, positionOf(document, id, 3)));
}

/** What a command link of a card passes on. */
function argumentsOf(link: string): unknown {
  return JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1)));
}

describe('The card of a paper', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('holds title, authors, facts, summary, places and links', async () => {
    const { paragraphs } = await cardIn('paper/main.tex', '2602.10680');
    assert.deepEqual(paragraphs, [
      'A solvable high-dimensional model where nonlinear autoencoders learn structure invisible to PCA while test loss misaligns with generalization',
      'Vicente Conde Mendes, Lorenzo Bardone, Cédric Koller, Jorge Medina Moreira and 3 more',
      'arXiv:2602.10680 · February 13, 2026 · stat.ML · Machine Learning',
      'A model that can be solved on paper: the network that finds the hidden factor is the one with the larger test loss.',
      'In 2 digests · named in 1 other file',
      ['Read', 'Go to Digest', 'Cite', 'Similar', 'Notes', 'arXiv', 'PDF'].join(' \u00a0·\u00a0 '),
    ]);
  });

  it('names up to four authors in full', async () => {
    const { paragraphs } = await cardIn('notes/reading-notes.md', '2602.10637');
    assert.equal(paragraphs[1], 'Weilong Chen, Bojun Zhao, Jan Eckwert, Julija Zavadlav');
  });

  it('counts the trending page, which names the paper by its title alone', async () => {
    const { paragraphs } = await cardIn('notes/reading-notes.md', '2602.10637');
    assert.equal(paragraphs[4], 'In 2 digests · named in 3 other files');
  });

  it('has seven links: five commands about this paper, which has notes, and two pages of arXiv', async () => {
    const { links, pictures } = await cardIn('notes/ideas.org', '2602.12128');
    assert.deepEqual(
      links.map((link) => link.replace(/\?.*/, '')),
      [
        'command:preprint.openPaper',
        'command:preprint.goToDigest',
        'command:preprint.insertCitation',
        'command:preprint.findSimilar',
        'command:preprint.openNotes',
        'https://arxiv.org/abs/2602.12128',
        'https://arxiv.org/pdf/2602.12128',
      ],
    );
    for (const link of links.slice(0, 5)) {
      assert.deepEqual(argumentsOf(link), ['arxiv:2602.12128']);
    }
    assert.deepEqual(pictures, []);
  });

  it("shows another day's summary where the newest digest failed to write one", async () => {
    const { paragraphs } = await cardIn('notes/reading-notes.md', '2602.11835');
    assert.match(paragraphs[2] ?? '', /February 14, 2026/);
    assert.match(paragraphs[3] ?? '', /^If each player's loss satisfies a gradient inequality/);
  });

  it('shows TeX of title and authors as readable text', async () => {
    addFile(
      '2026-01-05.md',
      digestText({ id: '2601.91001', title: "On $O(n \\log n)$ and Poincar\\'e" }),
    );
    const api = await preprint();
    await waitFor(() => api.getPaper('2601.91001'), 'the paper');
    const { document, selection } = await openUntitled('arXiv:2601.91|001');
    const { paragraphs } = shown(await cardAt(document, selection.active));
    assert.equal(paragraphs[0], 'On O(n log n) and Poincaré');
  });

  it('is short, however much a digest says', async () => {
    const endless = 'a `word` [of] *many* '.repeat(20_000);
    const category = 'cs.'.repeat(5000);
    addFile('2026-01-10.md', digestText({ id: '2601.91004', title: endless, summary: endless }));
    addFile('2026-01-11.md', digestText({ id: '2601.91005', summary: endless, category }));
    const api = await preprint();
    for (const id of ['2601.91004', '2601.91005']) {
      await waitFor(() => api.getPaper(id), 'the paper');
      const { document, selection } = await openUntitled(`arXiv:${id.slice(0, 7)}|${id.slice(7)}`);
      const { value } = await cardAt(document, selection.active);
      // VS Code cuts a hover after 100,000 characters.
      assert.ok(value.length < 20_000, `${value.length} characters`);
      assert.match(value, / …/);
      assert.match(value, /\]\(command:preprint\.openPaper\?/);
    }
  });

  it('shows no character that turns the direction of others', async () => {
    const title = 'Safe \u202egnp.exe\u202c \u2066title\u200b';
    addFile('2026-01-12.md', digestText({ id: '2601.91006', title, summary: title }));
    const api = await preprint();
    await waitFor(() => api.getPaper('2601.91006'), 'the paper');
    const { document, selection } = await openUntitled('arXiv:2601.91|006');
    const card = await cardAt(document, selection.active);
    assert.doesNotMatch(card.value, /[\u200b\u202a-\u202e\u2066-\u2069]/);
    assert.equal(shown(card).paragraphs[0], 'Safe gnp.exe title');
  });

  it('may run five commands and no other, and shows neither HTML nor icons', async () => {
    const { document } = await openFile(sampleUri('notes/ideas.org'));
    const card = await cardAt(document, positionOf(document, '2602.12128', 3));
    assert.deepEqual(card.isTrusted, {
      enabledCommands: [
        'preprint.openPaper',
        'preprint.goToDigest',
        'preprint.insertCitation',
        'preprint.findSimilar',
        'preprint.openNotes',
      ],
    });
    assert.ok(!card.supportHtml);
    assert.ok(!card.supportThemeIcons);
  });
});

describe("A digest's own links, HTML and icons", () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  /** To read, go to the digest, cite, find similar ones, to the notes, and to the two pages of arXiv. */
  const ownLinks = 7;

  /** The card of a paper whose digest means harm: it must hold its own links alone. */
  async function harmless(id: string): Promise<ShownCard> {
    const api = await preprint();
    await waitFor(() => api.getPaper(id), `the paper ${id}`);
    const { document, selection } = await openUntitled(`arXiv:${id.slice(0, 4)}|${id.slice(4)}`);
    // The document itself is a note on the paper, as soon as it has been read.
    const card = await waitFor(async () => {
      const read = await cardAt(document, selection.active);
      return read.value.includes('](command:preprint.openNotes?') && read;
    }, 'the link to the notes');
    const own = /\]\((?:command:preprint\.|https:\/\/arxiv\.org\/)/g;
    const anyScheme = /\b(?:command|https?|file|data|javascript|vscode):/gi;
    const value = card.value.replace(formulaImages, '');
    assert.equal(count(value, own), ownLinks);
    assert.equal(
      count(value, anyScheme),
      ownLinks,
      `an address that could become a link: ${value}`,
    );
    const result = shown(card);
    assert.equal(result.links.length, ownLinks);
    assert.deepEqual(result.pictures, []);
    return result;
  }

  function count(text: string, pattern: RegExp): number {
    return Array.from(text.matchAll(pattern)).length;
  }

  it('are text in a summary', async () => {
    addFile('2026-01-06.md', readFileSync(brokenFile('command-link.md')));
    const { paragraphs } = await harmless('2601.90411');
    assert.equal(
      paragraphs[3],
      '[Run me](command:workbench.action.terminal.new) or [run me](<command:workbench.action.quit>).',
    );
  });

  it('are text in titles and authors', async () => {
    addFile('2026-01-07.md', readFileSync(brokenFile('html-title.md')));
    const { paragraphs } = await harmless('2601.90401');
    assert.equal(
      paragraphs[0],
      `<img src=x onerror="alert(1)"> and <script>alert('title')</script>`,
    );
    assert.equal(paragraphs[3], 'Tags <search> and <slack> are words here.');
    await harmless('2601.90402');
  });

  it('are text in a title that tries to end its emphasis and begin a link', async () => {
    const title =
      '** [x](command:workbench.action.quit) ![](https://example.org/p.png) <https://example.org> $(trash) **';
    addFile(
      '2026-01-08.md',
      digestText({ id: '2601.91002', title, summary: `${title} https://example.org` }),
    );
    const { paragraphs } = await harmless('2601.91002');
    assert.match(paragraphs[0] ?? '', /^\*\* \[x\]\(command:/);
    assert.match(paragraphs[0] ?? '', /\$\(trash\) \*\*$/);
    assert.equal(paragraphs.length, 6);
  });

  it('do not come back through a command link: its argument is the key alone', async () => {
    addFile('2026-01-06.md', readFileSync(brokenFile('command-link.md')));
    const { links } = await harmless('2601.90411');
    for (const link of links.slice(0, 3)) {
      assert.deepEqual(argumentsOf(link), ['arxiv:2601.90411']);
      assert.ok(vscode.Uri.parse(link).path.startsWith('preprint.'));
    }
  });
});
