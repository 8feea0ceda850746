import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard } from './support/citing.js';
import { closeEditors, openFile } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { addLink, Outside } from './support/outside.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';

const secret = 'the secret of somebody else';

let outside: Outside;

async function createNote(): Promise<string> {
  const said = await saidDuring(() =>
    vscode.commands.executeCommand('preprint.createLiteratureNote', hadamard.paper),
  );
  return said.join('\n');
}

function activeText(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? '';
}

describe('Create Literature Note, where its settings lead elsewhere,', () => {
  before(preprint);
  beforeEach(() => {
    outside = new Outside({ secret, 'inner/keep': '' });
  });
  afterEach(async () => {
    await closeEditors();
    outside.remove();
    await restoreLibrary();
  });

  for (const [what, folder] of [
    ['a link', 'added/notes'],
    ['what is below a link', 'added/notes/inner/deeper'],
  ] as const) {
    it(`writes nothing through a folder that is ${what}, and says where that leads`, async () => {
      addLink('notes', outside.folder);
      await withSetting('preprint.notes.folder', folder, async () => {
        const said = await createNote();
        assert.match(said, /preprint\.notes\.folder leads out of the workspace: "added\/notes/);
        assert.ok(said.includes(` is ${outside.folder}`), said);
        assert.deepEqual(outside.changes(), []);
      });
    });
  }

  it('writes nothing through a link among the folders of a note’s name', async () => {
    addLink('notes1/2026', outside.folder);
    await withSetting('preprint.notes.folder', 'added/notes1', () =>
      withSetting('preprint.notes.fileName', '2026/{arxiv}', async () => {
        assert.match(await createNote(), /preprint\.notes\.fileName leads out of the workspace/);
        assert.deepEqual(outside.changes(), []);
      }),
    );
  });

  it('writes nothing through a note that is a link to where nothing is yet', async () => {
    addLink('notes2/2602.12128.md', outside.path('new.md'));
    await withSetting('preprint.notes.folder', 'added/notes2', () =>
      withSetting('preprint.notes.fileName', '{arxiv}', async () => {
        assert.match(await createNote(), /out of the workspace/);
        assert.deepEqual(outside.changes(), []);
      }),
    );
  });

  for (const folder of ['.git/notes', '.vscode', 'added/node_modules/x', 'added/.hidden']) {
    it(`refuses ${folder} as a folder of notes, and a link that leads there`, async () => {
      for (const named of [folder, 'added/tools']) {
        mkdirSync(sampleUri(folder).fsPath, { recursive: true });
        if (named !== folder) addLink('tools', sampleUri(folder).fsPath);
        const before = readdirSync(sampleUri(folder).fsPath);
        await withSetting('preprint.notes.folder', named, async () => {
          assert.match(await createNote(), /a folder of a program, which is no place for notes/);
        });
        const added = readdirSync(sampleUri(folder).fsPath).filter(
          (name) => !before.includes(name),
        );
        assert.deepEqual(
          added.filter((name) => name !== 'settings.json'),
          [],
        );
      }
    });
  }

  it('writes into a folder that is a link to another of the workspace', async () => {
    mkdirSync(addedUri('elsewhere').fsPath, { recursive: true });
    addLink('notes3', addedUri('elsewhere').fsPath);
    await withSetting('preprint.notes.folder', 'added/notes3', () =>
      withSetting('preprint.notes.fileName', '{arxiv}', async () => {
        assert.equal(await createNote(), '');
        assert.ok(existsSync(addedUri('elsewhere/2602.12128.md').fsPath));
      }),
    );
  });

  it('reads no template through a link', async () => {
    addLink('template.md', outside.path('secret'));
    await withSetting('preprint.notes.template', 'added/template.md', () =>
      withSetting('preprint.notes.folder', 'added/notes4', async () => {
        const said = await createNote();
        assert.match(
          said,
          /preprint\.notes\.template leads out of the workspace: "added\/template\.md"/,
        );
        assert.ok(said.includes(outside.path('secret')), said);
        assert.ok(!activeText().includes(secret));
        assert.ok(!existsSync(addedUri('notes4').fsPath));
      }),
    );
  });

  it('reads no template that is no regular file', async () => {
    addFile('pipes/keep', '');
    execFileSync('mkfifo', [addedUri('pipes/template.md').fsPath]);
    await withSetting('preprint.notes.template', 'added/pipes/template.md', async () => {
      assert.match(await createNote(), /added\/pipes\/template\.md, which cannot be read/);
    });
  });

  it('changes no note that is a link', async () => {
    const note =
      '---\narxiv: 2602.12128\n---\n<!-- preprint:begin summary -->\nOld.\n<!-- preprint:end summary -->\n';
    const notes = new Outside({ 'note.md': note });
    const uri = addLink('linked.md', notes.path('note.md'));
    const { document } = await openFile(uri);
    await withSetting('preprint.notes.folder', 'added', () =>
      withSetting('preprint.notes.fileName', 'linked', async () => {
        assert.match(await createNote(), /this is outside of it: .*linked\.md/);
      }),
    );
    assert.ok(!document.isDirty);
    assert.deepEqual(notes.changes(), []);
    notes.remove();
  });
});
