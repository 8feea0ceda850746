import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  openAdded,
  openFile,
  openUntitled,
  positionOf,
} from './support/documents.js';
import { preprint, restoreLibrary, sampleUri } from './support/library.js';
import { cardAt, cardsAt, shown } from './support/providers.js';

const title = 'Coarse-Grained Boltzmann Generators';

/** Every way of naming 2602.10637 in a language; the pointer is at the mark. */
const writings: Readonly<Record<string, readonly string[]>> = {
  markdown: [
    'weights as in arXiv:2602.1|0637.',
    'arXiv: 2602.10637v1|',
    'the whole form counts, ar|Xiv:2602.10637v2 [cs.LG] 12 Feb 2026',
    '<https://arxiv.org/abs/2602.10|637>',
    '[paper](https://arxiv.org/pdf/2602.10637v|3.pdf)',
    'https://www.arxiv.org/html/2602.1063|7v1#S4 is readable',
    'https://ar5iv.labs.arxiv.org/html/2602.10|637',
    'https://huggingface.co/papers/2602.10|637',
    'https://www.alphaxiv.org/abs/2602.10|637',
    'doi:10.48550/arXiv.2602.106|37',
    'https://doi.org/10.48550/arxiv.2602.106|37',
    '`2602.1063|7`',
    '- [2602.10|637] on the list',
    '2602.10637|',
  ],
  latex: [
    '% compare arXiv:2602.10|637',
    '\\href{https://arxiv.org/abs/2602.10|637}{this}',
    '\\url{http://arxiv.org/abs/2602.106|37v2}',
    '{\\tt arXiv:2602.10|637}',
    '\\cite{2602.106|37}',
  ],
  bibtex: [
    '  eprint={2602.10|637},',
    '  eprint        = "2602.10|637",',
    '  journal = {arXiv preprint arXiv:2602.10|637},',
    '  journal = {CoRR}, volume = {abs/2602.10|637},',
    '  doi = {10.48550/arXiv.2602.10|637},',
    '  url={https://arxiv.org/abs/2602.10|637}, ',
  ],
  python: [
    '"""The method is that of arXiv:2602.10|637."""',
    'x = 1  # https://arxiv.org/abs/2602.10|637v1 eq. (3)',
    "paper = '2602.10|637'",
  ],
  plaintext: ['arXiv 2602.10|637', 'see arxiv.org/abs/2602.10|637', '(2602.106|37v1)'],
};

describe('The hover of a paper in the library', () => {
  before(preprint);
  afterEach(closeEditors);

  for (const [language, lines] of Object.entries(writings)) {
    it(`shows its card however a ${language} document names it, saved or not`, async () => {
      const editor = await openUntitled(lines.join('\n'), language);
      const { document, selections } = editor;
      assert.equal(document.isUntitled, true);
      assert.equal(selections.length, lines.length);
      for (const { active } of selections) {
        const { paragraphs } = shown(await cardAt(document, active));
        assert.equal(paragraphs[0], title, document.lineAt(active).text);
      }
    });
  }

  it('marks the id with its version, not the words around it', async () => {
    const { document, selection } = await openUntitled('as in arXiv:2602.106|37v2, say');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      selection.active,
    );
    assert.ok(hover?.range);
    assert.equal(document.getText(hover.range), '2602.10637v2');
  });

  it('is not there beside the id', async () => {
    const { document, selections } = await openUntitled('be|fore arXiv:2602.10637 |after');
    for (const { active } of selections) {
      assert.deepEqual(await cardsAt(document, active), []);
    }
  });

  it('tells two ids of one line apart', async () => {
    const { document, selections } = await openUntitled('arXiv:2602.1|0637, arXiv:2602.12|128');
    const titles = await Promise.all(
      selections.map(async ({ active }) => shown(await cardAt(document, active)).paragraphs[0]),
    );
    assert.deepEqual(titles, [title, 'HLA: Hadamard Linear Attention']);
  });

  it('works in the digest itself', async () => {
    const { document } = await openFile(sampleUri('digests/2026-02-12.md'));
    const position = positionOf(document, 'abs/2602.10637', 6);
    assert.equal(shown(await cardAt(document, position)).paragraphs[0], title);
  });

  it('works in a saved note, in a comment of code and in a bibliography', async () => {
    for (const file of ['notes/reading-notes.md', 'scripts/baseline.py', 'paper/references.bib']) {
      const { document } = await openFile(sampleUri(file));
      const card = await cardAt(document, positionOf(document, '2602.10637', 3));
      assert.equal(shown(card).paragraphs[0], title, file);
    }
  });
});

describe('The hover of a paper that no digest holds', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const unknown: readonly (readonly [string, string])[] = [
    ['arXiv:1706.03|762', '1706.03762'],
    ['https://arxiv.org/pdf/1706.037|62v7', '1706.03762v7'],
    ['hep-th/971|1200', 'hep-th/9711200'],
    ['https://arxiv.org/abs/hep-th/9711|200v3', 'hep-th/9711200v3'],
    ['arXiv:math.DG/0211|159', 'math/0211159'],
    ['arXiv:math.GT/03|09136v2', 'math/0309136v2'],
    ['arXiv:0706.0|001v1 [q-bio.CB] 1 Jun 2007', '0706.0001v1'],
    ['doi:10.48550/arXiv.1701.0|2434', '1701.02434'],
  ];
  for (const [text, id] of unknown) {
    it(`leads from ${text.replace('|', '')} to arXiv and nowhere else`, async () => {
      const { document, selection } = await openUntitled(text, 'markdown');
      const card = await cardAt(document, selection.active);
      const { links, paragraphs } = shown(card);
      assert.deepEqual(links, [`https://arxiv.org/abs/${id}`, `https://arxiv.org/pdf/${id}`]);
      assert.deepEqual(paragraphs, ['arXiv \u00a0·\u00a0 PDF']);
      assert.ok(card.isTrusted === undefined || card.isTrusted === false);
    });
  }

  it('is there in a file that no setting includes', async () => {
    const { document, selection } = await openAdded('Makefile', 'all: # arXiv:1706.0|3762\n');
    assert.equal(shown(await cardAt(document, selection.active)).links.length, 2);
  });
});
