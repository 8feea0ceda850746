import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { textAt } from './support/documents.js';
import { preprint } from './support/library.js';

/** Papers among the symbols of the workspace; other extensions have symbols of their own. */
async function symbols(query: string): Promise<vscode.SymbolInformation[]> {
  const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return all.filter(({ containerName }) => containerName.includes('2026-'));
}

describe('Papers among the symbols of the workspace', () => {
  before(async () => {
    const api = await preprint();
    // Waits until all of it can be searched.
    await api.findPapers('', 1);
  });

  it('are found by words of their titles, and lead to the newest digest', async () => {
    const [symbol, ...more] = await symbols('langevin');
    assert.ok(symbol);
    assert.equal(more.length, 0);
    assert.equal(
      symbol.name,
      'On the implicit regularization of Langevin dynamics with projected noise',
    );
    assert.equal(symbol.containerName, 'math.PR · 2026-02-14');
    const { uri, range } = symbol.location;
    assert.match(uri.path, /2026-02-14\.md$/);
    assert.equal(textAt(uri, range), '2602.12257');
  });

  it('are found at every letter', async () => {
    for (const query of ['lan', 'lange', 'langevin dyn', 'langevin dynamics']) {
      const names = (await symbols(query)).map(({ name }) => name);
      assert.ok(
        names.some((name) => name.includes('Langevin')),
        query,
      );
    }
  });

  it('have titles as people read them', async () => {
    const [symbol] = await symbols('nash equilibrium');
    assert.match(symbol?.name ?? '', /under the n-Sided PL Condition$/);
  });

  it('are none for nothing, for signs alone, and for words of other fields', async () => {
    for (const query of ['', ' ', '*', '"', 'title:', 'zavadlav', '-langevin"~']) {
      const names = (await symbols(query)).map(({ name }) => name);
      const expected = query.includes('langevin') ? 1 : 0;
      assert.equal(names.length, expected, query);
    }
  });
});
