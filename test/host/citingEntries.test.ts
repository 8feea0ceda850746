import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, insertCitation } from './support/citing.js';
import { closeEditors, openAdded, openFile } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { pickingDuring } from './support/picks.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const other = '@book{other,\n  title = {A Book}\n}\n';

function onDisk(name: string): string {
  return readFileSync(addedUri(name).fsPath, 'utf8');
}

/** The text that VS Code has of a file. */
async function textOf(name: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(addedUri(name))).getText();
}

async function saidNothing(act: () => PromiseLike<unknown>): Promise<void> {
  assert.deepEqual(await saidDuring(act), []);
}

const notes = [
  [
    'Markdown with a YAML bibliography',
    'note.md',
    (refs: string) => `---\nbibliography: ${refs}\n---\n\nSee |.\n`,
    `[@${hadamard.key}]`,
  ],
  [
    'LaTeX with \\addbibresource',
    'paper.tex',
    (refs: string) =>
      `\\documentclass{article}\n\\addbibresource{${refs}}\n\\begin{document}\nSee |.\n\\end{document}\n`,
    `\\cite{${hadamard.key}}`,
  ],
  [
    'Typst',
    'chapter.typ',
    (refs: string) => `See |.\n\n#bibliography("${refs}")\n`,
    `@${hadamard.key}`,
  ],
] as const;

describe('Insert Citation with a bibliography', () => {
  before(preprint);
  // VS Code keeps a file that was changed and closed: each test has one of its own.
  let refs: string;
  let count = 0;
  beforeEach(() => {
    refs = `refs${++count}.bib`;
  });
  afterEach(async () => {
    await closeEditors();
    rmSync(sampleUri('references.bib').fsPath, { force: true });
    await restoreLibrary();
  });

  for (const [kind, name, textWith, citation] of notes) {
    it(`adds the entry, in ${kind}, and one undo takes back both`, async () => {
      const text = textWith(refs);
      addFile(refs, other);
      const { document } = await openAdded(name, text);
      await saidNothing(() => insertCitation(hadamard.paper));
      assert.equal(document.getText(), text.replace('|', citation));
      assert.equal(onDisk(refs), `${other}\n${hadamardEntry}\n`);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text.replace('|', ''));
      await waitFor(async () => (await textOf(refs)) === other, 'the bibliography as it was');
      await (await vscode.workspace.openTextDocument(addedUri(refs))).save();
      assert.equal(onDisk(refs), other);
    });

    it(`reuses the key, in ${kind}, when the paper is cited again`, async () => {
      const text = textWith(refs);
      addFile(refs, other);
      const { document } = await openAdded(name, text);
      await insertCitation(hadamard.paper);
      const added = onDisk(refs);
      await insertCitation(hadamard.paper);
      assert.equal(document.getText(), text.replace('|', citation + citation));
      assert.equal(onDisk(refs), added);
    });
  }

  it('reuses the key of an entry, whatever it is called', async () => {
    const own =
      '@article{HLA, title = {Something}, eprint = {2602.12128}, archivePrefix = {arXiv}}\n';
    addFile(refs, own);
    const { document } = await openAdded('note.md', 'See |.\n');
    await saidNothing(() => insertCitation(hadamard.paper));
    assert.equal(document.getText(), 'See [@HLA].\n');
    assert.equal(onDisk(refs), own);
  });

  for (const [answer, key, grows] of [
    ['Use the entry', 'old', false],
    ['Add a new entry', hadamard.key, true],
  ] as const) {
    it(`asks about an entry of the same title and author: ${answer}`, async () => {
      const own =
        '@inproceedings{old,\n  title = {HLA: Hadamard Linear Attention},\n  author = {Ackermann, Hanno}\n}\n';
      addFile(refs, own);
      const { document } = await openAdded('note.md', 'See |.\n');
      const lists = await pickingDuring([answer], () => insertCitation(hadamard.paper));
      assert.deepEqual(lists, [['Use the entry old', 'Add a new entry']]);
      assert.equal(document.getText(), `See [@${key}].\n`);
      assert.equal(onDisk(refs), grows ? `${own}\n${hadamardEntry}\n` : own);
    });
  }

  it('changes nothing when that question is dismissed', async () => {
    const own =
      '@misc{old,\n  title = {HLA: Hadamard Linear Attention},\n  author = {Ackermann, Hanno}\n}\n';
    addFile(refs, own);
    const { document } = await openAdded('note.md', 'See |.\n');
    await pickingDuring([], () => insertCitation(hadamard.paper));
    assert.equal(document.getText(), 'See .\n');
    assert.equal(onDisk(refs), own);
  });

  it('gives the newcomer the suffix when another paper has the key', async () => {
    addFile(refs, `@misc{${hadamard.key.toUpperCase()}, title = {Another}}\n`);
    const { document } = await openAdded('note.md', 'See |.\n');
    await insertCitation(hadamard.paper);
    assert.equal(document.getText(), `See [@${hadamard.key}a].\n`);
  });

  it('writes into a bibliography that is being edited, and leaves the saving to its owner', async () => {
    addFile(refs, other);
    const bibliography = await openFile(addedUri(refs));
    await bibliography.edit((edit) => edit.insert(new vscode.Position(0, 0), '% mine\r\n'));
    const { document } = await openAdded('note.md', 'See |.\n');
    await saidNothing(() => insertCitation(hadamard.paper));
    assert.equal(document.getText(), `See [@${hadamard.key}].\n`);
    const text = bibliography.document.getText();
    assert.equal(text, `% mine\n${other}\n${hadamardEntry}\n`);
    assert.ok(bibliography.document.isDirty);
    assert.equal(onDisk(refs), other);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'See .\n');
    await waitFor(
      () => bibliography.document.getText() === `% mine\n${other}`,
      'the bibliography as it was',
    );
  });

  it('writes Hayagriva and CSL-JSON where the document cites from those', async () => {
    addFile('refs.yml', 'other:\n  type: book\n  title: A Book\n');
    const typst = await openAdded('chapter.typ', 'See |.\n#bibliography("refs.yml")\n');
    await saidNothing(() => insertCitation(hadamard.paper));
    assert.match(typst.document.getText(), new RegExp(`See @${hadamard.key}\\.`));
    assert.match(onDisk('refs.yml'), new RegExp(`\n${hadamard.key}:\n`));
    addFile('refs.json', '[{"id":"other","type":"book","title":"A Book"}]\n');
    await openAdded('note.md', '---\nbibliography: refs.json\n---\n|\n');
    await saidNothing(() => insertCitation(hadamard.paper));
    const ids = (JSON.parse(onDisk('refs.json')) as { id: string }[]).map(({ id }) => id);
    assert.deepEqual(ids, ['other', hadamard.key]);
  });

  for (const [what, name, content, expected] of [
    ['a read-only one', 'refs.bib', other, /refs\.bib is read-only/],
    [
      'one with a merge conflict',
      'refs.bib',
      `<<<<<<< HEAD\n${other}=======\n>>>>>>> theirs\n`,
      /refs\.bib has a merge conflict at line 1/,
    ],
    [
      'one with an entry that is not closed',
      'refs.bib',
      `${other}@misc{x,\n  title = {A\n`,
      /not closed/,
    ],
    ['one that is only read', 'refs.ris', 'TY  - BOOK\nID  - a\nTI  - A\nER  - \n', /only reads/],
    [
      'one whose folder is missing',
      'gone/refs.bib',
      undefined,
      /folder of .*refs\.bib does not exist/,
    ],
  ] as const) {
    it(`changes nothing for ${what}, and says why`, async () => {
      if (content !== undefined) addFile(name, content);
      if (what === 'a read-only one') chmodSync(addedUri(name).fsPath, 0o444);
      const text = `---\nbibliography: ${name}\n---\n\nSee |.\n`;
      const { document } = await openAdded('note.md', text);
      const said = await saidDuring(() => insertCitation(hadamard.paper));
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', expected);
      assert.match(said[0] ?? '', /Nothing was changed\.$/);
      assert.equal(document.getText(), text.replace('|', ''));
      assert.equal(document.isDirty, false);
      if (content !== undefined) assert.equal(onDisk(name), content);
    });
  }

  it('says which setting holds a template that makes no keys', async () => {
    addFile(refs, other);
    const { document } = await openAdded('note.md', 'See |.\n');
    await withSetting('preprint.citation.keyStyle', 'template', () =>
      withSetting('preprint.citation.keyTemplate', '{autor}{year}', async () => {
        const said = await saidDuring(() => insertCitation(hadamard.paper));
        assert.match(said.join(), /preprint\.citation\.keyTemplate: "autor" is no part/);
      }),
    );
    assert.equal(document.getText(), 'See .\n');
    assert.equal(onDisk(refs), other);
  });
});

describe('Insert Citation without a bibliography', () => {
  before(preprint);
  // The only one of the folder would be the document's.
  beforeEach(() => void addFile('elsewhere/refs.bib', other));
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  for (const [name, text, after] of [
    ['note.md', 'See |.\n', `---\nbibliography: references.bib\n---\n\nSee [@${hadamard.key}].\n`],
    [
      'paper.tex',
      '\\documentclass{article}\n\\usepackage{biblatex}\n\\begin{document}\nSee |.\n\\end{document}\n',
      `\\documentclass{article}\n\\usepackage{biblatex}\n\\addbibresource{references.bib}\n\\begin{document}\nSee \\cite{${hadamard.key}}.\n\\end{document}\n`,
    ],
    ['chapter.typ', 'See |.\n', `See @${hadamard.key}.\n\n#bibliography("references.bib")\n`],
    [
      'ideas.org',
      '#+title: A\n\nSee |.\n',
      `#+title: A\n#+bibliography: references.bib\n\nSee [cite:@${hadamard.key}].\n`,
    ],
  ] as const) {
    it(`creates one and names it in ${name}, and one undo takes back all`, async () => {
      const { document } = await openAdded(name, text);
      const lists = await pickingDuring(['added/references.bib'], () =>
        saidNothing(() => insertCitation(hadamard.paper)),
      );
      assert.equal(lists.length, 1);
      assert.equal(document.getText(), after);
      assert.equal(onDisk('references.bib'), `${hadamardEntry}\n`);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text.replace('|', ''));
      await waitFor(() => !existsSync(addedUri('references.bib').fsPath), 'no bibliography');
    });
  }

  it('cites without one on request, and does not ask again', async () => {
    const { document } = await openAdded('note.md', 'See |.\n');
    const lists = await pickingDuring(['do not ask again'], async () => {
      await insertCitation(hadamard.paper);
      await insertCitation(hadamard.paper);
    });
    await vscode.workspace
      .getConfiguration()
      .update('preprint.citation.bibliography', undefined, vscode.ConfigurationTarget.Workspace);
    assert.equal(lists.length, 1);
    assert.equal(document.getText(), `See [@${hadamard.key}][@${hadamard.key}].\n`);
    assert.equal(existsSync(addedUri('references.bib').fsPath), false);
  });
});
