import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hadamard, insertCitation, langevin, selectionOfTree } from './support/citing.js';
import { closeEditors, openAdded, openFile, openUntitled, readMarks } from './support/documents.js';
import { addFile, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { saidDuring } from './support/said.js';
import { useSetting, withSetting } from './support/settings.js';

const { key } = langevin;

describe('Insert Citation', () => {
  before(preprint);
  // These notes have no bibliography, and nobody is there to be asked for one.
  useSetting('preprint.citation.bibliography', 'existing');
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  for (const [name, citation] of [
    ['note.md', `[@${key}]`],
    ['note.qmd', `[@${key}]`],
    ['note.Rmd', `[@${key}]`],
    ['note.myst.md', `{cite:p}\`${key}\``],
    ['paper.tex', `\\cite{${key}}`],
    ['chapter.typ', `@${key}`],
    ['ideas.org', `[cite:@${key}]`],
    ['page.rst', `:cite:p:\`${key}\``],
    ['book.adoc', `cite:[${key}]`],
    ['plain.txt', 'arXiv:2602.12257'],
    ['code.py', 'arXiv:2602.12257'],
  ] as const) {
    it(`writes ${citation} into ${name}`, async () => {
      const { document } = await openAdded(name, 'As shown in |, it is so.\n');
      await insertCitation(langevin.paper);
      assert.equal(document.getText(), `As shown in ${citation}, it is so.\n`);
    });
  }

  it('replaces the selection', async () => {
    const { document } = await openAdded('note.md', 'As shown in «Menon et al.», it is so.\n');
    await insertCitation(langevin.paper);
    assert.equal(document.getText(), `As shown in [@${key}], it is so.\n`);
  });

  for (const [text, cited] of [
    ['As arXiv:2602.1|2257v1 shows.', `As [@${key}] shows.`],
    ['See `2602.|12257`.', `See \`[@${key}]\`.`],
    [
      'See [it](https://arxiv.org/abs/2602.1|2257) now.',
      `See [it](https://arxiv.org/abs/2602.12257)[@${key}] now.`,
    ],
    ['As arXiv:2602.12257| shows.', `As arXiv:2602.12257[@${key}] shows.`],
  ] as const) {
    it(`does not break the id under the cursor in "${text}"`, async () => {
      const { document } = await openAdded('note.md', `${text}\n`);
      await insertCitation(langevin.paper);
      assert.equal(document.getText(), `${cited}\n`);
    });
  }

  it('writes at every cursor', async () => {
    const { document } = await openAdded('paper.tex', 'First~|.\nSecond~«x».\nThird~|.\n');
    await insertCitation(langevin.paper);
    const cite = `\\cite{${key}}`;
    assert.equal(document.getText(), `First~${cite}.\nSecond~${cite}.\nThird~${cite}.\n`);
  });

  it('writes into an unsaved document', async () => {
    const { document } = await openUntitled('See |.', 'markdown');
    await insertCitation(langevin.paper);
    assert.equal(document.getText(), `See [@${key}].`);
  });

  it('leaves the cursor behind the citation and the editor in front', async () => {
    const editor = await openAdded('note.md', 'See |.\n');
    await insertCitation(langevin.paper);
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document, editor.document);
    assert.ok(active.selection.isEmpty);
    assert.equal(active.selection.active.character, `See [@${key}]`.length);
  });

  it('is undone by one undo, at all cursors', async () => {
    const marked = 'First «a» and second |.\n';
    const { document } = await openAdded('note.md', marked);
    await insertCitation(...selectionOfTree(langevin.paper, hadamard.paper));
    assert.notEqual(document.getText(), readMarks(marked).text);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), readMarks(marked).text);
  });

  it('cites all papers that are selected in the tree as one', async () => {
    const papers = selectionOfTree(langevin.paper, hadamard.paper);
    for (const [name, citation] of [
      ['note.md', `[@${key}; @${hadamard.key}]`],
      ['paper.tex', `\\cite{${key},${hadamard.key}}`],
      ['chapter.typ', `@${key} @${hadamard.key}`],
      ['ideas.org', `[cite:@${key};@${hadamard.key}]`],
      ['plain.txt', 'arXiv:2602.12257, arXiv:2602.12128'],
    ] as const) {
      const { document } = await openAdded(name, '|\n');
      await insertCitation(...papers);
      assert.equal(document.getText(), `${citation}\n`);
    }
  });

  it('cites a paper without identifier and authors by its title', async () => {
    const api = await preprint();
    const [paper] = await api.findPapers('temperature steerable', 1);
    const { document } = await openAdded('note.txt', '|');
    await insertCitation(paper?.key);
    assert.equal(document.getText(), 'Temperature Steerable Flows and Boltzmann Generators');
  });
});

describe('The settings of citations', () => {
  before(preprint);
  useSetting('preprint.citation.bibliography', 'existing');
  // The only one of the folder would be the document's, and has a key for the paper.
  beforeEach(() => void addFile('elsewhere/refs.bib', ''));
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  for (const [setting, value, name, citation] of [
    [
      'citation.markdownStyle',
      'link',
      'note.md',
      '[Menon et al., 2026](https://arxiv.org/abs/2602.12257)',
    ],
    ['citation.markdownStyle', 'arxiv', 'note.md', 'arXiv:2602.12257'],
    ['citation.markdownStyle', 'link', 'note.qmd', `[@${key}]`],
    ['citation.latexCommand', 'parencite', 'paper.tex', `\\parencite{${key}}`],
    ['citation.latexCommand', 'citep*', 'paper.tex', `\\citep*{${key}}`],
    ['citation.keyStyle', 'arxivId', 'paper.tex', '\\cite{2602.12257}'],
    ['citation.keyStyle', 'scholar', 'note.md', '[@menon2026implicit]'],
    ['citation.keyStyle', 'betterBibtex', 'note.md', '[@menonImplicitRegularizationLangevin2026]'],
  ] as const) {
    it(`take effect at once: ${setting} = ${value} writes ${citation} into ${name}`, async () => {
      const { document } = await openAdded(name, '|');
      await withSetting(`preprint.${setting}`, value, async () => {
        await insertCitation(langevin.paper);
        assert.equal(document.getText(), citation);
      });
    });
  }

  it('may differ for one language', async () => {
    await withSetting('[latex]', { 'preprint.citation.latexCommand': 'autocite' }, async () => {
      const { document } = await openAdded('paper.tex', '|');
      await insertCitation(langevin.paper);
      assert.equal(document.getText(), `\\autocite{${key}}`);
    });
  });

  it('do no harm when they hold nonsense', async () => {
    await withSetting('preprint.citation.latexCommand', '}\\evil{', async () => {
      const { document } = await openAdded('paper.tex', '|');
      await insertCitation(langevin.paper);
      assert.equal(document.getText(), `\\cite{${key}}`);
    });
    await withSetting('preprint.citation.keyStyle', 'unheardOf', async () => {
      const { document } = await openAdded('note.md', '|');
      await insertCitation(langevin.paper);
      assert.equal(document.getText(), `[@${key}]`);
    });
  });
});

describe('Insert Citation does no harm', () => {
  before(preprint);
  useSetting('preprint.citation.bibliography', 'existing');
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('to a digest: it writes nothing into it and says where citations go', async () => {
    const { document } = await openFile(sampleUri('digests/2026-02-13.md'));
    const said = await saidDuring(() => insertCitation(langevin.paper));
    assert.equal(document.isDirty, false);
    assert.deepEqual(said, [
      'Warning: Open the note that is to cite the paper, and place the cursor where the citation belongs.',
    ]);
  });

  it('to a digest beside a note: the note is cited into', async () => {
    const note = await openAdded('note.md', 'See |.\n');
    const digest = await vscode.workspace.openTextDocument(sampleUri('digests/2026-02-13.md'));
    await vscode.window.showTextDocument(digest, vscode.ViewColumn.Beside);
    await insertCitation(langevin.paper);
    assert.equal(note.document.getText(), `See [@${key}].\n`);
    assert.equal(digest.isDirty, false);
  });

  it('without an editor: it says so', async () => {
    const said = await saidDuring(() => insertCitation(langevin.paper));
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^Warning: Open the note/);
  });

  for (const unknown of ['arxiv:1706.03762', 'title:nothing', 'nonsense', 7, null, {}, []]) {
    it(`for ${JSON.stringify(unknown)}, which no digest holds`, async () => {
      const { document } = await openAdded('note.md', 'See |.\n');
      const said = await saidDuring(() => insertCitation(unknown));
      assert.equal(document.getText(), 'See .\n');
      assert.equal(document.isDirty, false);
      assert.deepEqual(said, ['Warning: No digest holds this paper.']);
    });
  }

  it('to a document that is only to be read: it says so', async () => {
    const scheme = 'preprint-test-readonly';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => 'See .\n',
    });
    try {
      const uri = vscode.Uri.parse(`${scheme}:/note.md`);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const said = await saidDuring(() => insertCitation(langevin.paper));
      assert.equal(document.getText(), 'See .\n');
      assert.deepEqual(said, ['Error: /note.md cannot be edited.']);
    } finally {
      provider.dispose();
    }
  });
});
