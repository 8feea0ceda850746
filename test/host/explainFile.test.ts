import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, openUntitled } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { explained } from './support/report.js';
import { withSetting } from './support/settings.js';

const id = '2601.97001';

describe('Explain This File', () => {
  before(async () => {
    await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('tells of a digest its format, its date, its entries and its labels', async () => {
    const uri = sampleUri('digests/2026-02-13.md');
    const editor = await openFile(uri);
    const entries = editor.document.getText().match(/^### \[/gm)?.length ?? 0;
    const told = await explained();
    assert.match(told, /This file is a digest of the format "daily"\./);
    assert.match(told, /Yes: "\S+" in the setting preprint\.files\.include\./);
    assert.match(told, /Date: 2026-02-13, from the name of the file/);
    assert.match(told, new RegExp(`Entries: ${entries}\n`));
    assert.match(told, /Labels of its texts: TL;DR, /);
    assert.match(told, /### Categories/);
  });

  it('leads to the lines with problems and mentions', async () => {
    const cut = digestText({ id, summary: 'As in arXiv:2510.06174.' }).replace('</details>', '');
    const uri = addFile('2026-01-05.md', cut);
    const told = await explained(uri);
    const lineOf = (part: string): number =>
      cut.split('\n').findIndex((it) => it.includes(part)) + 1;
    assert.match(told, new RegExp(`2026-01-05\\.md:${lineOf('2510.06174')} — 2510\\.06174\n`));
    assert.match(
      told,
      new RegExp(`2026-01-05\\.md:${lineOf('### [1]')} — The entry "${id}" is cut off`),
    );
    const report = vscode.window.activeTextEditor?.document;
    assert.ok(report);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      report.uri,
    );
    const targets = links.map(({ target }) => target?.toString());
    const expected = uri.with({ fragment: `L${lineOf('2510.06174')}` }).toString();
    assert.ok(targets.includes(expected), targets.join('\n'));
  });

  it('tells of a note which ids it holds, and that no format recognises it', async () => {
    const told = await explained(addFile('note.md', `# A note\n\nSee arXiv:${id}.\n`));
    assert.match(told, /This file is no digest: no format recognises it\./);
    assert.match(told, /## arXiv Ids \(1\)/);
    assert.match(told, new RegExp(`note\\.md:3 — ${id.replace('.', '\\.')}`));
  });

  const decisions: readonly (readonly [setting: string, value: unknown, answer: RegExp])[] = [
    [
      ...(['preprint.files.exclude', ['**/private/**']] as const),
      /No: "\*\*\/private\/\*\*" in the setting preprint\.files\.exclude\./,
    ],
    [
      ...(['files.exclude', { '**/private': true }] as const),
      /No: "\*\*\/private" in the setting files\.exclude\./,
    ],
    [
      ...(['preprint.files.include', ['**/*.txt']] as const),
      /No: nothing in the setting preprint\.files\.include includes it\./,
    ],
  ];
  for (const [setting, value, answer] of decisions) {
    it(`names ${setting} when it leaves a file out, and what the file would be`, async () => {
      const uri = addFile('private/2026-01-05.md', digestText({ id }));
      await withSetting(setting, value, async () => {
        const told = await explained(uri);
        assert.match(told, answer);
        assert.match(told, /This file is not read\. It would be a digest of the format "daily"\./);
      });
    });
  }

  it('names the setting that a file is too large for', async () => {
    const uri = addFile('2026-01-05.md', digestText({ id, summary: 'Long. '.repeat(400_000) }));
    await withSetting('preprint.files.maxSize', 1, async () => {
      assert.match(await explained(uri), /of the setting preprint\.files\.maxSize/);
    });
  });

  it('explains a document that was never saved', async () => {
    await openUntitled(digestText({ id }), 'markdown');
    const told = await explained();
    assert.match(told, /This file is a digest of the format "daily"\./);
    assert.match(told, /While it is open\. It lies in no folder of this workspace\./);
    assert.match(told, /Date: 2026-01, from the newest of its ids/);
  });

  it('says when the file is gone', async () => {
    const told = await explained(sampleUri('nowhere.md'));
    assert.match(told, /There is no such file any more\./);
  });
});
