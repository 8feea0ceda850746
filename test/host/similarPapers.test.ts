import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openUntitled } from './support/documents.js';
import { addFile, digestText, preprint, removeAdded, restoreLibrary } from './support/library.js';
import { saidDuring } from './support/said.js';
import { waitFor } from './support/waitFor.js';

/** Two of the sample's papers on physics-informed networks; the first is in no other digest. */
const consistency = 'arxiv:2602.10611';
const learning = 'Statistical Learning Analysis of Physics-Informed Neural Networks';

const wombats = 'Wombats burrow in lunar regolith, and their burrows hold.';

describe('Find Similar Papers', () => {
  const create = vscode.window.createQuickPick;
  let picker: vscode.QuickPick<vscode.QuickPickItem>;
  let pressed: vscode.EventEmitter<vscode.QuickInputButton>;
  let pressedIn: vscode.EventEmitter<vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>>;

  const replaceCreate = (value: unknown): void => {
    const property = { value, configurable: true, writable: true };
    Object.defineProperty(vscode.window, 'createQuickPick', property);
  };
  /** Nobody can press the buttons of a list in a test's window: the test does it for them. */
  const made = (): typeof picker => {
    picker = create();
    Object.defineProperty(picker, 'onDidTriggerButton', { value: pressed.event });
    Object.defineProperty(picker, 'onDidTriggerItemButton', { value: pressedIn.event });
    return picker;
  };
  before(preprint);
  beforeEach(() => {
    pressed = new vscode.EventEmitter();
    pressedIn = new vscode.EventEmitter();
    replaceCreate(made);
  });
  afterEach(async () => {
    replaceCreate(create);
    picker.dispose();
    await closeEditors();
  });
  after(restoreLibrary);

  const find = (paper?: string): Thenable<unknown> =>
    vscode.commands.executeCommand('preprint.findSimilar', ...(paper === undefined ? [] : [paper]));
  const labels = (): string[] => picker.items.map(({ label }) => label);
  const row = (label: string): Promise<vscode.QuickPickItem> =>
    waitFor(() => picker.items.find((item) => item.label === label), `the row ${label}`);
  const press = (tooltip: RegExp): void => {
    const button = picker.buttons.find((one) => tooltip.test(one.tooltip ?? ''));
    assert.ok(button, `a button ${tooltip}`);
    pressed.fire(button);
  };

  it('lists papers like one, each with what both have, and its authors, day and category', async () => {
    await find(consistency);
    const { detail, description } = await row(learning);
    assert.match(detail ?? '', /^Both have: .*physics/i);
    assert.match(description ?? '', / · 2026-02-12 · cs\.LG$/);
    assert.equal(labels()[0], learning);
    assert.match(picker.title ?? '', /^Similar to "On the Role of Consistency/);
  });

  it('asks about the paper under the cursor', async () => {
    await openUntitled('See arXiv:2602.10|611.');
    await find();
    await row(learning);
  });

  it('opens what is chosen in the reader', async () => {
    await find(consistency);
    // Not before the window has the row.
    await waitFor(
      () => picker.activeItems.some(({ label }) => label === learning),
      'the active row',
    );
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await waitFor(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.startsWith('Statistical Learn'),
      'the reader',
    );
  });

  it('has buttons to read, to cite and to go to the digest', async () => {
    await find(consistency);
    const item = await row(learning);
    const tooltips = item.buttons?.map(({ tooltip }) => tooltip);
    assert.deepEqual(tooltips, ['Open in Reader', 'Insert Citation', 'Go to Digest']);
    const button = item.buttons?.[2];
    assert.ok(button);
    pressedIn.fire({ item, button });
    await waitFor(
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('2026-02-12.md'),
      'the digest',
    );
  });

  it('narrows to the category and to the last days, and widens again', async () => {
    const entry = (id: string, title: string) => ({ id, title, summary: wombats });
    addFile('2026-01-20.md', digestText(entry('2601.97001', 'Wombats of today')));
    addFile('2025-06-01.md', digestText(entry('2505.97002', 'Wombats of last year')));
    addFile(
      '2026-01-21.md',
      digestText({ ...entry('2601.97003', 'Wombats in pictures'), category: 'cs.CV' }),
    );
    const shows = (...expected: string[]) =>
      waitFor(
        () => labels().sort().join() === expected.sort().join(),
        `the rows ${expected.join()}`,
      );
    const api = await preprint();
    await waitFor(() => api.getPaper('2601.97003') && api.getPaper('2505.97002'), 'the digests');
    try {
      await waitFor(() => api.getPaper('2601.97001'), 'the digest');
      await find('arxiv:2601.97001');
      await shows('Wombats of last year', 'Wombats in pictures');
      press(/^Only cs\.LG$/);
      await shows('Wombats of last year');
      assert.match(picker.title ?? '', / · cs\.LG$/);
      press(/^Only the Last 30 Days$/);
      await shows('No paper is like this one within these limits.');
      press(/^All Categories$/);
      await shows('Wombats in pictures');
      press(/^All Days$/);
      await shows('Wombats of last year', 'Wombats in pictures');
    } finally {
      removeAdded();
    }
  });

  it('takes in digests that come while it is open', async () => {
    await find('arxiv:2602.12280');
    await row('No paper is like this one.');
    addFile(
      '2026-01-22.md',
      digestText({
        id: '2601.97004',
        title: 'Progressive semantic illusions in vector sketching of strokes',
      }),
    );
    await row('Progressive semantic illusions in vector sketching of strokes');
  });

  it('says that no digest holds a paper', async () => {
    picker = create();
    assert.deepEqual(await saidDuring(() => find('arxiv:2001.00001')), [
      'Warning: No digest holds this paper.',
    ]);
  });

  it('keeps icons and Markdown of foreign titles as text', async () => {
    const foreign = 'Wombats $(flame) of **yesterday**';
    addFile(
      '2026-01-23.md',
      digestText(
        { id: '2601.97005', title: 'Wombats of tomorrow', summary: wombats },
        { id: '2601.97006', title: foreign, summary: wombats },
      ),
    );
    const api = await preprint();
    await waitFor(() => api.getPaper('2601.97006'), 'the digest');
    await find('arxiv:2601.97005');
    await waitFor(() => labels().some((label) => label.includes('\\$(flame)')), 'the row');
  });
});

describe('Papers for You', () => {
  it('says what to do while nothing is starred', async () => {
    const create = vscode.window.createQuickPick;
    const pickers: vscode.QuickPick<vscode.QuickPickItem>[] = [];
    const value = () => {
      const picker = create();
      pickers.push(picker);
      return picker;
    };
    const property = { configurable: true, writable: true };
    Object.defineProperty(vscode.window, 'createQuickPick', { ...property, value });
    try {
      await vscode.commands.executeCommand('preprint.forYou');
      const item = await waitFor(() => pickers[0]?.items[0], 'a row');
      assert.match(item.label, /^Star papers that you like: .* 3 of them \(starred so far: 0\)\.$/);
    } finally {
      Object.defineProperty(vscode.window, 'createQuickPick', { ...property, value: create });
      pickers[0]?.dispose();
    }
  });
});
