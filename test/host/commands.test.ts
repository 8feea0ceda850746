import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, settings, views } from '../../src/host/contributions.js';
import { closeEditors, openUntitled } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary, samplePapers } from './support/library.js';
import { openedDuring, saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

/** What the person would see selected, as `2026-02-14.md: 2602.12257`. */
function selected(): string {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'an editor has the focus');
  const name = editor.document.uri.path.replace(/.*\//, '');
  return `${name}: ${editor.document.getText(editor.selection)}`;
}

describe('The commands of Preprint', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('are all there, and no others', async () => {
    const all = await vscode.commands.getCommands(true);
    // VS Code makes commands of its own for the view, such as `preprint.papers.focus`.
    const own = all.filter(
      (command) => command.startsWith('preprint.') && !command.startsWith(`${views.papers}.`),
    );
    assert.deepEqual(own.sort(), Object.values(commands).sort());
  });

  it('have settings that VS Code knows, with defaults', () => {
    for (const name of Object.values(settings)) {
      const found = vscode.workspace.getConfiguration().inspect(name);
      assert.notEqual(found?.defaultValue, undefined, name);
    }
  });

  it('go to the newest digest of a paper, with the id selected', async () => {
    await vscode.commands.executeCommand(commands.goToDigest, 'arxiv:2602.12257');
    assert.equal(selected(), '2026-02-14.md: 2602.12257');
  });

  it('go to the digest of the paper under the cursor', async () => {
    await openUntitled('arXiv:2602.12|128');
    await vscode.commands.executeCommand(commands.goToDigest);
    assert.equal(selected(), '2026-02-13.md: 2602.12128');
  });

  it('go to the title where the digest gives no id', async () => {
    const api = await preprint();
    const [paper] = await api.findPapers('temperature steerable', 1);
    await vscode.commands.executeCommand(commands.goToDigest, paper?.key);
    assert.equal(
      selected(),
      'trending-2026-02.txt: Temperature Steerable Flows and Boltzmann Generators',
    );
  });

  it('copy the address of a paper', async () => {
    await vscode.commands.executeCommand(commands.copyLink, 'arxiv:2602.12128');
    assert.equal(await vscode.env.clipboard.readText(), 'https://arxiv.org/abs/2602.12128');
  });

  it('open the pages of arXiv in the browser', async () => {
    const opened = await openedDuring(async () => {
      await vscode.commands.executeCommand(commands.openOnArxiv, 'arxiv:2602.12128');
      await vscode.commands.executeCommand(commands.openPdf, 'arxiv:2602.12128');
    });
    assert.deepEqual(opened, [
      'https://arxiv.org/abs/2602.12128',
      'https://arxiv.org/pdf/2602.12128',
    ]);
  });

  it('say so when a paper has no address', async () => {
    const api = await preprint();
    const [paper] = await api.findPapers('temperature steerable', 1);
    for (const command of [commands.copyLink, commands.openOnArxiv, commands.openPdf]) {
      const said = await saidDuring(() => vscode.commands.executeCommand(command, paper?.key));
      assert.deepEqual(said, ['Information: No digest gives an arXiv id or DOI for this paper.']);
    }
  });

  it('say so when no digest holds the paper', async () => {
    for (const command of [
      ...[commands.openPaper, commands.goToDigest, commands.openOnArxiv, commands.openPdf],
      ...[commands.copyLink, commands.copyBibtex, commands.insertBibtex],
    ]) {
      const said = await saidDuring(() =>
        vscode.commands.executeCommand(command, 'arxiv:1706.03762'),
      );
      assert.deepEqual(said, ['Warning: No digest holds this paper.'], command);
    }
  });

  it('group the papers, and keep the choice where it was made', async () => {
    const grouping = () => vscode.workspace.getConfiguration().inspect<string>(settings.groupBy);
    await withSetting(settings.groupBy, 'category', async () => {
      await vscode.commands.executeCommand(commands.groupByDate);
      assert.equal(grouping()?.workspaceValue, 'date');
      await vscode.commands.executeCommand(commands.groupByCategory);
      assert.equal(grouping()?.workspaceValue, 'category');
    });
    await vscode.commands.executeCommand(commands.groupByDate);
    assert.equal(grouping()?.workspaceValue, undefined);
    assert.equal(grouping()?.globalValue, 'date');
    const { Global } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration().update(settings.groupBy, undefined, Global);
  });

  it('filter the papers and clear the filter, with the view open or not', async () => {
    await vscode.commands.executeCommand(`${views.papers}.focus`);
    const asked = vscode.commands.executeCommand(commands.filterPapers);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    await vscode.commands.executeCommand(commands.clearFilter);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand(commands.clearFilter);
  });

  it('read everything anew and lose nothing', async () => {
    const api = await preprint();
    addFile('2026-01-05.md', digestText({ id: '2601.96001' }));
    await waitFor(() => api.getPaper('2601.96001'), 'the digest');
    await vscode.commands.executeCommand(commands.refreshLibrary);
    assert.equal(api.paperCount, samplePapers + 1);
  });

  it('show the log', async () => {
    await vscode.commands.executeCommand(commands.showLog);
  });

  it('open the reader, for one paper after the other in one tab', async () => {
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview)
        .map(({ label }) => label);
    await vscode.commands.executeCommand(commands.openPaper, 'arxiv:2602.12128');
    await waitFor(() => tabs().join() === 'HLA: Hadamard Linear Attention', 'the first paper');
    await vscode.commands.executeCommand(commands.openPaper, 'arxiv:2602.10637');
    await waitFor(
      () => tabs().join() === 'Coarse-Grained Boltzmann Generators',
      'the second paper',
    );
  });
});

describe("Preprint's interface for other extensions", () => {
  it('finds papers by any form of their id, and by key', async () => {
    const api = await preprint();
    for (const name of ['2602.12128', 'arXiv:2602.12128', '2602.12128v3', 'arxiv:2602.12128']) {
      assert.equal(api.getPaper(name)?.title, 'HLA: Hadamard Linear Attention', name);
    }
    assert.equal(api.getPaper('1706.03762'), undefined);
    assert.equal(api.getPaper('nonsense'), undefined);
  });

  it('finds papers by words of title and authors in any order, and by category', async () => {
    const api = await preprint();
    const ids = async (query: string, limit = 10) =>
      (await api.findPapers(query, limit)).map(({ id }) => id);
    assert.deepEqual(await ids('langevin stromme'), ['2602.12257']);
    assert.deepEqual(await ids('LEARNING physics-informed'), ['2602.11097']);
    assert.deepEqual(await ids('cs.CV'), ['2602.12280', '2602.10619']);
    assert.deepEqual(await ids('cs.CV', 1), ['2602.12280']);
    assert.deepEqual(await ids('cat:cs.CV'), await ids('cs.CV'));
    assert.deepEqual(await ids('nothing holds these words'), []);
  });

  it('counts each paper once', async () => {
    const api = await preprint();
    assert.equal(api.version, 1);
    assert.equal(api.paperCount, samplePapers);
    assert.equal((await api.findPapers('', 100)).length, samplePapers);
  });
});
