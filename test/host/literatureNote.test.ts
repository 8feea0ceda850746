import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, langevin, selectionOfTree } from './support/citing.js';
import { closeEditors, openAdded, openFile, positionOf, replaceText } from './support/documents.js';
import { addedUri, addFile, digestText, preprint, restoreLibrary } from './support/library.js';
import { pickingDuring } from './support/picks.js';
import { cardAt, referencesAt, shown } from './support/providers.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

function createNote(...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand('preprint.createLiteratureNote', ...args);
}

function activeText(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? '';
}

function activePath(): string {
  const { uri } = vscode.window.activeTextEditor?.document ?? {};
  return uri ? vscode.workspace.asRelativePath(uri) : '';
}

let folders = 0;

/** In a folder of notes that nobody has used: an editor of another test may outlive its file. */
async function inNewFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = `notes${++folders}`;
  await withSetting('preprint.notes.folder', `added/${folder}`, () => act(folder));
}

/** Opens a note, and waits until the library knows it. */
async function openNote(name: string, text: string): Promise<vscode.TextEditor> {
  const editor = await openAdded(name, text);
  const { document } = editor;
  const position = positionOf(document, hadamard.paper.slice('arxiv:'.length), 3);
  await waitFor(async () => {
    const found = await referencesAt(document, position);
    return found.some(({ uri }) => uri.toString() === document.uri.toString());
  }, 'the library to know the note');
  return editor;
}

/** The paper's note as a person has gone on with it: other values, and words of their own. */
function ownNote(eol = '\n'): string {
  return [
    '\uFEFF---',
    'status: read # by me',
    "title: 'An old title'",
    'arxiv: 2602.12128',
    '---',
    'Before.',
    '<!-- preprint:begin summary -->',
    'Old.',
    '<!-- preprint:end summary -->',
    'After, {title}.',
    '',
  ].join(eol);
}

describe('Create Literature Note', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('makes a file of the built-in template, with a link back to the digest, and opens it', async () => {
    await inNewFolder(async (folder) => {
      await createNote(...selectionOfTree(hadamard.paper));
      assert.equal(activePath(), `added/${folder}/${hadamard.key}.md`);
      const text = readFileSync(addedUri(`${folder}/${hadamard.key}.md`).fsPath, 'utf8');
      assert.match(text, /^---\ntitle: "HLA: Hadamard Linear Attention"\nauthors:\n {2}- Hanno/);
      assert.match(
        text,
        new RegExp(`\\narxiv: "2602.12128"\\n(?:.*\\n)*citekey: ${hadamard.key}\\n`),
      );
      assert.match(text, /<!-- preprint:begin summary -->\n\*\*TL;DR \(AI\):\*\* \S/);
      const [, digest = ''] = /\[digest\]\(([^)#]+)#L\d+\)/.exec(text) ?? [];
      assert.ok(
        existsSync(
          vscode.Uri.joinPath(addedUri(`${folder}/${hadamard.key}.md`), '..', digest).fsPath,
        ),
        digest,
      );
    });
  });

  it('is taken back by one undo', async () => {
    await inNewFolder(async (folder) => {
      await createNote(hadamard.paper);
      assert.ok(existsSync(addedUri(`${folder}/${hadamard.key}.md`).fsPath));
      await vscode.commands.executeCommand('undo');
      await waitFor(() => !existsSync(addedUri(`${folder}/${hadamard.key}.md`).fsPath), 'no file');
    });
  });

  it('opens the note when there is nothing to update, without a question', async () => {
    await inNewFolder(async (folder) => {
      await createNote(hadamard.paper);
      await closeEditors();
      const said = await saidDuring(() => createNote(hadamard.paper));
      assert.deepEqual(said, []);
      assert.equal(activePath(), `added/${folder}/${hadamard.key}.md`);
      assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
    });
  });

  it('takes the next free name when another paper’s note has this one', async () => {
    await inNewFolder(async (folder) => {
      const other = '---\narxiv: 2602.10637\n---\nOf another paper.\n';
      addFile(`${folder}/${hadamard.key}.md`, other);
      await createNote(hadamard.paper);
      assert.equal(activePath(), `added/${folder}/${hadamard.key}-2.md`);
      assert.equal(readFileSync(addedUri(`${folder}/${hadamard.key}.md`).fsPath, 'utf8'), other);
    });
  });

  it('takes the next free name beside a file that is no note at all', async () => {
    await inNewFolder(async (folder) => {
      addFile(`${folder}/${hadamard.key}.md`, 'A shopping list.\n');
      await createNote(hadamard.paper);
      assert.equal(activePath(), `added/${folder}/${hadamard.key}-2.md`);
    });
  });

  it('follows the settings: a template of the workspace, and names with folders', async () => {
    await inNewFolder(async (folder) => {
      addFile('template.md', '---\nid: "{arxiv}"\narxiv: "{arxiv}"\n---\n{authors} ({year})\n');
      await withSetting('preprint.notes.template', 'added/template.md', async () => {
        await withSetting('preprint.notes.fileName', '{year}/{arxiv}', async () => {
          await createNote(hadamard.paper);
          assert.equal(activePath(), `added/${folder}/2026/2602.12128.md`);
          assert.match(
            activeText(),
            /^---\nid: "2602.12128"\narxiv: "2602.12128"\n---\nHanno .*\(2026\)\n$/,
          );
        });
      });
    });
  });

  it('names setting, file and line of a fault in the template, and writes nothing', async () => {
    await inNewFolder(async (folder) => {
      addFile('faulty.md', '# {title}\n\nBy {author}\n');
      await withSetting('preprint.notes.template', 'added/faulty.md', async () => {
        const said = await saidDuring(() => createNote(hadamard.paper));
        assert.match(
          said.join(),
          /^Error: preprint\.notes\.template: added\/faulty\.md, line 3: there is no placeholder \{author\}\. There are: \{title\}, \{authors\}/,
        );
        assert.equal(existsSync(addedUri(folder).fsPath), false);
      });
    });
  });

  for (const [name, value, said] of [
    ['preprint.notes.folder', '../elsewhere', /preprint\.notes\.folder must be a path within/],
    [
      'preprint.notes.template',
      'added/none.md',
      /names the file added\/none\.md, which cannot be read/,
    ],
    [
      'preprint.notes.fileName',
      '{titel}',
      /preprint\.notes\.fileName, line 1: there is no placeholder \{titel\}/,
    ],
  ] as const) {
    it(`refuses a setting that leads nowhere: ${name} = ${value}`, async () => {
      await withSetting(name, value, async () => {
        assert.match((await saidDuring(() => createNote(hadamard.paper))).join(), said);
      });
    });
  }
});

describe('Updating a literature note', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  async function update(answer: string): Promise<readonly string[][]> {
    return pickingDuring([answer], () => createNote(hadamard.paper));
  }

  for (const [name, eol] of [
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
  ] as const) {
    it(`keeps what the person wrote, byte for byte, wherever the note lies, with ${name}`, async () => {
      const editor = await openNote(`moved/hla-${eol.length}.md`, ownNote(eol));
      const questions = await update('Update the Note');
      assert.deepEqual(questions, [['Update the Note', 'Leave It as It Is']]);
      assert.equal(vscode.window.activeTextEditor?.document, editor.document);
      await editor.document.save();
      const text = readFileSync(editor.document.uri.fsPath, 'utf8').replaceAll(eol, '\n');
      assert.ok(
        text.startsWith(
          '\uFEFF---\nstatus: read # by me\ntitle: "HLA: Hadamard Linear Attention"\narxiv: 2602.12128\n',
        ),
      );
      assert.ok(text.includes('\n---\nBefore.\n<!-- preprint:begin summary -->\n**TL;DR (AI):** '));
      assert.ok(text.endsWith('\n<!-- preprint:end summary -->\nAfter, {title}.\n'));
      assert.equal(text.includes('\r'), false);
    });
  }

  it('is taken back by one undo', async () => {
    const { document } = await openNote('hla1.md', ownNote());
    const before = document.getText();
    await update('Update the Note');
    assert.notEqual(document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('changes nothing when the person declines, and closes the comparison', async () => {
    const { document } = await openNote('hla2.md', ownNote());
    await update('Leave It as It Is');
    assert.equal(document.isDirty, false);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(tabs.every(({ input }) => !(input instanceof vscode.TabInputTextDiff)));
  });

  it('works on what is not saved yet', async () => {
    const editor = await openNote('hla3.md', ownNote());
    await replaceText(editor, 'Before.', 'Not saved.');
    await update('Update the Note');
    assert.ok(editor.document.getText().includes('\n---\nNot saved.\n<!-- preprint:begin'));
    assert.ok(editor.document.isDirty);
  });

  it('shows what it would change before it does', async () => {
    const { document } = await openNote('hla4.md', ownNote());
    let proposal = '';
    await pickingDuring(
      ['Leave It as It Is'],
      () => createNote(hadamard.paper),
      async () => {
        const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
        assert.ok(input instanceof vscode.TabInputTextDiff);
        assert.equal(input.original.toString(), document.uri.toString());
        proposal = (await vscode.workspace.openTextDocument(input.modified)).getText();
      },
    );
    assert.ok(proposal.includes('title: "HLA: Hadamard Linear Attention"'));
    assert.ok(proposal.includes('After, {title}.'));
  });

  it('keeps the key that the note has when the style of keys is another', async () => {
    await openNote('hla5.md', ownNote().replace('---\nBefore', 'citekey: mine2026\n---\nBefore'));
    await update('Update the Note');
    assert.ok(activeText().includes('\ncitekey: mine2026\n'));
  });

  it('says what it leaves as it is', async () => {
    await openNote('hla6.md', ownNote().replace("title: 'An old title'", 'title: # mine\n  old'));
    const said = await saidDuring(() => update('Update the Note'));
    assert.match(
      said.join(),
      /^Warning: added\/hla6\.md keeps as it is: "title", whose value holds/,
    );
  });
});

describe('Open Notes on This Paper', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const openNotes = (key: string): Thenable<unknown> =>
    vscode.commands.executeCommand('preprint.openNotes', key);

  it('opens the one document that names the paper, where it does', async () => {
    const api = await preprint();
    addFile('digest/2026-02-20.md', digestText({ id: '2602.17777' }));
    await waitFor(() => api.getPaper('2602.17777'), 'the paper');
    addFile('one.md', 'First.\nSee arXiv:2602.17777.\n');
    await answeringWhen('arxiv:2602.17777', 'added/one.md');
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, 1);
  });

  /** The library follows the disk in a moment. */
  async function answeringWhen(key: string, path: string): Promise<void> {
    await waitFor(async () => {
      await saidDuring(() => openNotes(key));
      return activePath() === path;
    }, path);
  }

  it('offers several, the paper’s own note first', async () => {
    await openFile(addFile('a/own.md', ownNote()));
    await openFile(addFile('a/names.md', 'arXiv:2602.12128 again'));
    let offered: readonly string[] = [];
    await waitFor(async () => {
      [offered = []] = await pickingDuring(['added/a/own.md'], () => openNotes(hadamard.paper));
      return offered.includes('added/a/names.md') && offered.includes('added/a/own.md');
    }, 'both documents');
    assert.equal(offered[0], 'added/a/own.md');
    assert.equal(activePath(), 'added/a/own.md');
  });

  it('says when there is none', async () => {
    const api = await preprint();
    addFile('digest/2026-02-20.md', digestText({ id: '2602.17778' }));
    await waitFor(() => api.getPaper('2602.17778'), 'the paper');
    const said = await saidDuring(() => openNotes('arxiv:2602.17778'));
    assert.deepEqual(said, ['Information: No note names this paper.']);
  });

  it('is a link of the card of a paper that has notes', async () => {
    const { document } = await openAdded('langevin.md', `arXiv:${langevin.paper.slice(6)}`);
    const card = await waitFor(async () => {
      const found = shown(await cardAt(document, new vscode.Position(0, 10)));
      return found.links.some((link) => link.startsWith('command:preprint.openNotes?')) && found;
    }, 'the link');
    assert.ok(card.paragraphs.some((text) => text.includes('Notes')));
  });
});
