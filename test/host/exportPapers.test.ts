import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, langevin, selectionOfTree } from './support/citing.js';
import { closeEditors } from './support/documents.js';
import { addedUri, addFile, digestText, preprint, restoreLibrary } from './support/library.js';
import { pickingDuring } from './support/picks.js';
import { saidDuring, savingAs } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const references = {
  APA: 'Ackermann, H., Cai, H., Ghafoorian, M., & Habibian, A. (2026). HLA: Hadamard Linear Attention (arXiv:2602.12128). arXiv. https://doi.org/10.48550/arXiv.2602.12128',
  IEEE: '[1] H. Ackermann, H. Cai, M. Ghafoorian, and A. Habibian, “HLA: Hadamard Linear Attention,” 2026, arXiv:2602.12128.',
} as const;

function copyReference(...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand('preprint.copyReference', ...args);
}

function exportPapers(...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand('preprint.exportPapers', ...args);
}

/** A category of the tree, as it is passed to a command. */
function categoryNode(category: string): unknown {
  return { kind: 'category', id: `category/${category}`, category, count: 0 };
}

describe('Copy Reference', () => {
  before(preprint);

  for (const [style, reference] of Object.entries(references)) {
    it(`asks for the style and puts the reference into the clipboard: ${style}`, async () => {
      const lists = await pickingDuring([style], () => copyReference(hadamard.paper));
      assert.equal(lists.length, 1);
      assert.equal(await vscode.env.clipboard.readText(), reference);
    });
  }

  it('writes one line for each paper, in the style of the setting, without a question', async () => {
    await withSetting('preprint.citation.referenceStyle', 'apa', async () => {
      const papers = selectionOfTree(hadamard.paper, langevin.paper);
      const lists = await pickingDuring([], () => copyReference(...papers));
      assert.deepEqual(lists, []);
      const [first, second, ...more] = (await vscode.env.clipboard.readText()).split('\n');
      assert.equal(first, references.APA);
      assert.match(second ?? '', /^Menon, G\., .* \(2026\)\. On the implicit regularization/);
      assert.deepEqual(more, []);
    });
  });

  it('leaves the clipboard alone when the question is dismissed', async () => {
    await vscode.env.clipboard.writeText('before');
    await pickingDuring([], () => copyReference(hadamard.paper));
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });
});

describe('Export Papers', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const exported = async (format: string, ...args: readonly unknown[]): Promise<string> => {
    await pickingDuring([format, 'Open in an Editor'], () => exportPapers(...args));
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.ok(document?.isUntitled);
    return document.getText();
  };

  it('writes the papers that are selected in the tree, in every format', async () => {
    const papers = selectionOfTree(hadamard.paper, langevin.paper);
    assert.ok((await exported('BibTeX', ...papers)).startsWith(hadamardEntry));
    assert.match(await exported('biblatex', ...papers), /^@online\{/);
    assert.match(await exported('RIS', ...papers), /^TY {2}- [^]*\nTY {2}- /);
    assert.equal((JSON.parse(await exported('CSL-JSON', ...papers)) as unknown[]).length, 2);
    assert.ok((await exported('Hayagriva', ...papers)).includes(`\n${langevin.key}:\n`));
    assert.equal((await exported('CSV', ...papers)).trim().split(/\r?\n/).length, 3);
    assert.match(await exported('Markdown list', ...papers), /^- .*HLA[^]*\n- .*implicit/);
  });

  it('writes all papers below a category, each once', async () => {
    const text = await exported('BibTeX', categoryNode('cs.LG'));
    const ids = Array.from(text.matchAll(/eprint = \{([^}]+)\}/g), ([, id]) => id);
    assert.ok(ids.length > 1);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(text.includes('primaryClass = {cs.LG}'));
    assert.ok(!text.includes('primaryClass = {cs.AI}'));
  });

  it('writes formulas that could act as text, and says once how many', async () => {
    const api = await preprint();
    const ids = ['2601.97001', '2601.97002'] as const;
    const title = 'On $\\input{x}$ and $\\alpha$';
    addFile('2026-01-01.md', digestText({ id: ids[0], title }, { id: ids[1], title }));
    await waitFor(() => ids.every((id) => api.getPaper(`arxiv:${id}`)), 'the papers');
    let text = '';
    const said = await saidDuring(async () => {
      text = await exported('BibTeX', ...selectionOfTree(...ids.map((id) => `arxiv:${id}`)));
    });
    assert.doesNotMatch(text, /\\input/);
    assert.ok(text.includes('$\\alpha$'));
    assert.deepEqual(said, [
      'Information: Formulas written as plain text, because they hold commands that formulas have no need of: 2',
    ]);
  });

  it('saves to a file and says where', async () => {
    const uri = addedUri('papers.ris');
    addFile('other.txt', 'so that the folder is there');
    const said = await saidDuring(() =>
      savingAs(uri, () =>
        pickingDuring(['RIS', 'Save to a File'], () => exportPapers(hadamard.paper)),
      ),
    );
    assert.match(readFileSync(uri.fsPath, 'utf8'), /^TY {2}- [^]*\nER {2}- /);
    assert.deepEqual(said, ['Information: Exported 1 papers to added/papers.ris']);
  });

  it('says that there is nothing below an empty row', async () => {
    const said = await saidDuring(() => exportPapers(categoryNode('hep-ex')));
    assert.deepEqual(said, ['Information: There is nothing to export here.']);
  });
});
