import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openAdded, openFile, replaceText } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary } from './support/library.js';
import { indexReport } from './support/report.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const setting = 'preprint.diagnostics.digests';
const failed = 'Summary generation failed';
const { Hint, Information, Warning } = vscode.DiagnosticSeverity;

function told({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Preprint');
}

function shown(document: vscode.TextDocument): string[] {
  return told(document)
    .map(({ code, range }) => {
      const name = typeof code === 'object' ? code.value : (code ?? '');
      return `${name}: ${document.getText(range)}`;
    })
    .sort();
}

async function toldOf(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const same = () => JSON.stringify(shown(document)) === JSON.stringify(expected);
  await waitFor(same, expected.join('; ') || 'nothing to tell').catch(() => undefined);
  assert.deepEqual(shown(document), expected);
}

function severityOf(document: vscode.TextDocument, code: string): vscode.DiagnosticSeverity {
  const found = told(document).find((each) => each.code === code);
  assert.ok(found, `nothing is told of ${code}`);
  return found.severity;
}

/** Three entries of a promised four; the second failed, the third is the first once more. */
function damaged(): string {
  const [first, second] = [{ id: '2603.00001' }, { id: '2603.00002', summary: failed }];
  return digestText(first, second, first).replace('[Total: 3]', '[Total: 4]');
}

const all = [
  'duplicateEntry: 2603.00001',
  `placeholderText: TL;DR: ${failed}`,
  'tocMismatch: - [cs.LG](#cs.LG) [Total: 4]',
];

describe('The health of digests', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('is told in the open digest, and follows what is typed', async () => {
    const editor = await openAdded('2026-03-01.md', damaged());
    const { document } = editor;
    await toldOf(document, all);
    assert.equal(severityOf(document, 'tocMismatch'), Information);
    assert.equal(severityOf(document, 'placeholderText'), Hint);
    assert.equal(severityOf(document, 'duplicateEntry'), Hint);
    await replaceText(editor, failed, 'In short.');
    await toldOf(document, [all[0] ?? '', all[2] ?? '']);
    await replaceText(editor, '[Total: 4]', '[Total: 3]');
    await toldOf(document, [all[0] ?? '']);
    await replaceText(editor, 'TL;DR: In short.', 'TL;DR: ');
    await toldOf(document, [all[0] ?? '', 'emptyField: TL;DR:']);
  });

  it('is not told when the setting is off, and louder where it says so', async () => {
    const { document } = await openAdded('2026-03-01.md', damaged());
    await toldOf(document, all);
    await withSetting(setting, 'off', () => toldOf(document, []));
    await toldOf(document, all);
    await withSetting(setting, 'warning', async () => {
      await waitFor(() => severityOf(document, 'tocMismatch') === Warning, 'a warning');
      assert.equal(severityOf(document, 'placeholderText'), Hint);
    });
    await withSetting(setting, 'hint', async () => {
      await waitFor(() => severityOf(document, 'tocMismatch') === Hint, 'a hint');
    });
  });

  it('is told of open digests alone', async () => {
    const uri = addFile('2026-03-01.md', damaged());
    const other = await openAdded('2026-03-02.md', damaged());
    await toldOf(other.document, all);
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    await openFile(uri);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitFor(() => vscode.languages.getDiagnostics(uri).length === 0, 'silence');
  });

  it('is one hint where hundreds of entries failed', async () => {
    const entries = Array.from({ length: 200 }, (_, at) => {
      return { id: `2603.${String(at + 1).padStart(5, '0')}`, summary: failed };
    });
    const { document } = await openAdded('2026-03-01.md', digestText(...entries));
    await toldOf(document, [`placeholderText: TL;DR: ${failed}`]);
    assert.match(told(document)[0]?.message ?? '', /200 entries/);
  });

  it('stands in the index report, with the days that a series leaves out', async () => {
    for (const day of ['02', '03', '04', '06', '09', '10']) {
      const text = digestText({ id: `2603.000${day}`, summary: day === '03' ? failed : 'Short.' });
      addFile(`daily/2026-03-${day}.md`, text);
    }
    const api = await preprint();
    await waitFor(() => api.getPaper('2603.00010') && api.getPaper('2603.00003'), 'the digests');
    await indexReport();
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    await waitFor(() => document.getText().includes('Missing Days'), 'the end of the report');
    const text = document.getText();
    assert.match(text, /^- added\/daily\/2026-03-03\.md:17 — .*"Summary generation failed"/m);
    assert.match(text, /^- added\/daily\/2026-03-06\.md — .*2026-03-05\.$/m);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const texts = links.map(({ range }) => document.getText(range));
    assert.ok(texts.includes('added/daily/2026-03-03.md:17'), texts.join('\n'));
  });
});
