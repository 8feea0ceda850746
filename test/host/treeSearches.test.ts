import { afterEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RootNode } from '../../src/core/searchTree.js';
import { settings } from '../../src/host/contributions.js';
import { PaperFilter } from '../../src/host/paperFilter.js';
import { papersMessage, type MessageParts } from '../../src/host/papersMessage.js';
import { searchItem } from '../../src/host/searchItems.js';
import { SearchList } from '../../src/host/searchList.js';
import { SearchResults } from '../../src/host/searchResults.js';
import type { SearchService } from '../../src/host/searchService.js';
import { inRestrictedMode } from './support/outside.js';
import { waitFor } from './support/waitFor.js';

type Library = MessageParts['library'];

const { Global, Workspace } = vscode.ConfigurationTarget;
const configuration = () => vscode.workspace.getConfiguration();
const kept = () => configuration().inspect<unknown>(settings.savedSearches);

class Memory implements vscode.Memento {
  readonly #values = new Map<string, unknown>();
  keys = () => [...this.#values.keys()];
  get = (key: string) => this.#values.get(key) as never;
  update = (key: string, value: unknown) => Promise.resolve(void this.#values.set(key, value));
}

function words(nodes: readonly RootNode[]): string[] {
  return nodes.map(({ search: { name = '', query } }) => `${name}: ${query}`);
}

describe('The searches of the tree', () => {
  const lists: SearchList[] = [];
  const open = (memory = new Memory()) => {
    const list = new SearchList(memory);
    lists.push(list);
    return list;
  };
  afterEach(async () => {
    for (const list of lists.splice(0)) list.dispose();
    for (const target of [Workspace, Global]) {
      await configuration().update(settings.savedSearches, undefined, target);
    }
  });

  it('are there again in the next window, unless they were dismissed', async () => {
    const memory = new Memory();
    const list = open(memory);
    for (const query of ['a', 'b', 'c', 'b']) await list.show(query);
    await list.remove(list.nodes[1]!);
    assert.deepEqual(words(open(memory).nodes), [': c', ': a']);
  });

  it('are saved for the user, or in the workspace where they are kept there', async () => {
    const list = open();
    await list.show('a');
    await list.save(list.nodes[0]!, 'A');
    assert.deepEqual(kept()?.globalValue, [{ name: 'A', query: 'a' }]);
    assert.equal(kept()?.workspaceValue, undefined);
    assert.deepEqual(words(list.nodes), ['A: a']);

    await configuration().update(settings.savedSearches, [7], Workspace);
    await list.show('b');
    await list.save(list.nodes[0]!, 'B');
    assert.deepEqual(kept()?.workspaceValue, [7, { name: 'B', query: 'b' }]);
    assert.deepEqual(kept()?.globalValue, [{ name: 'A', query: 'a' }]);
  });

  it('come back to the place from which they were deleted', async () => {
    const searches = ['a', 'b', 'c'].map((query) => ({ name: query.toUpperCase(), query }));
    await configuration().update(settings.savedSearches, searches, Workspace);
    const list = open();
    const undo = await list.remove(list.nodes[1]!);
    assert.deepEqual(words(list.nodes), ['A: a', 'C: c']);
    await undo?.();
    assert.deepEqual(kept()?.workspaceValue, searches);
    assert.equal(kept()?.globalValue, undefined);
  });

  it('follow edits of the setting, and pass over what is none', async () => {
    const list = open();
    let changes = 0;
    list.onDidChange(() => changes++);
    const searches = [null, { name: 'A' }, { name: 'A', query: 'a' }, 'text'];
    await configuration().update(settings.savedSearches, searches, Global);
    await waitFor(() => changes > 0, 'the change');
    assert.deepEqual(words(list.nodes), ['A: a']);
    await configuration().update(settings.savedSearches, 'nonsense', Global);
    await waitFor(() => changes > 1, 'the next change');
    assert.deepEqual(list.nodes, []);
  });

  it('take a name along that was nothing but the query', async () => {
    const list = open();
    await list.show('a');
    await list.save(list.nodes[0]!, 'a');
    await list.edit(list.nodes[0]!, 'b');
    assert.deepEqual(words(list.nodes), ['b: b']);
    await list.rename({ name: 'b', query: 'b' }, 'B');
    await list.edit(list.nodes[0]!, 'c');
    assert.deepEqual(words(list.nodes), ['B: c']);
  });
});

describe('A search that fails', () => {
  const gone = () => Promise.reject(new Error('The worker ended.'));
  const search = {
    find: gone,
    findAll: gone,
    missing: { digests: 0, of: 1 },
  } as unknown as SearchService;
  const library = { state: { kind: 'ready', unread: 0 } } as const;

  it('is told by the view that is filtered, which shows everything', async () => {
    const filter = new PaperFilter(search);
    await filter.set('words');
    assert.equal(
      papersMessage({ filter, library, hasPapers: true, search, reading: undefined }),
      'The search failed: The worker ended.',
    );
    assert.equal(filter.applied, undefined);
    filter.dispose();
  });

  it('is told by its row', async () => {
    const results = new SearchResults(search);
    const answered = await results.given('words');
    const node = { kind: 'search', id: 'search/new/words', search: { query: 'words' } } as const;
    const item = searchItem(node, { answered, filling: false });
    assert.equal(item.tooltip, 'words\nThe search failed: The worker ended.');
    assert.equal(
      item.accessibilityInformation?.label,
      'Search: words, The search failed: The worker ended.',
    );
    const note = searchItem(
      { kind: 'searchNote', id: 'x', of: node, note: 'none' },
      { answered, filling: false },
    );
    assert.equal(note.label, 'The search failed: The worker ended.');
    results.dispose();
  });
});

describe('The message of the view Papers', () => {
  const found = { keys: new Set(['arxiv:2602.00001']), match: 'all' };
  const searchWith = (digests: number) =>
    ({
      findAll: () => Promise.resolve(found),
      missing: { digests, of: 1400 },
    }) as unknown as SearchService;
  const ready = { state: { kind: 'ready', unread: 0 } } as const;

  const messageOf = async (
    text: string,
    digests: number,
    library: Library = ready,
    reading?: string,
    hasPapers = true,
  ) => {
    const search = searchWith(digests);
    const filter = new PaperFilter(search);
    await filter.set(text);
    filter.dispose();
    return papersMessage({ filter, library, hasPapers, search, reading });
  };

  it('tells how many digests can be searched, when there are many to come', async () => {
    assert.equal(await messageOf('', 0), '');
    assert.equal(await messageOf('', 20), '');
    assert.equal(await messageOf('', 400), '1,000 of 1,400 digests can be searched so far.');
    assert.equal(await messageOf('', 400, ready, 'Reading…'), 'Reading…');
  });

  it('tells so for a filter, however few they are', async () => {
    assert.equal(await messageOf('x', 0), '1 paper matches "x".');
    assert.equal(
      await messageOf('x', 1, ready, 'Reading…'),
      '1 paper matches "x". 1,399 of 1,400 digests can be searched so far.',
    );
  });

  it('tells what is off in Restricted Mode, and leaves an empty view to its welcome', async () => {
    await inRestrictedMode(async () => {
      assert.match(await messageOf('', 0), /^Restricted Mode: paths in the settings/);
      assert.match(await messageOf('x', 0), /^1 paper matches "x"\. Restricted Mode: /);
      assert.equal(await messageOf('', 0, ready, undefined, false), '');
    });
  });

  it('tells what was left out', async () => {
    const stopped = { state: { kind: 'ready', unread: 2000 } } as const;
    assert.equal(
      await messageOf('', 0, stopped),
      'Stopped: 2,000 files were left out. "Refresh Library" goes on.',
    );
  });
});
