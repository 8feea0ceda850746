import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Library } from '../../src/core/library.js';
import type { Paper } from '../../src/core/paper.js';
import type { Passage } from '../../src/core/search/passage.js';
import type { LibraryState } from '../../src/host/libraryService.js';
import { PaperPicker } from '../../src/host/paperPicker.js';
import { isEntry, papersAmong, type PickerOptions } from '../../src/host/pickerOptions.js';
import type { Found, FoundPaper } from '../../src/host/searchService.js';
import type { EntryPlace } from '../../src/worker/bibliographyProtocol.js';
import { saidDuring } from './support/said.js';
import { waitFor } from './support/waitFor.js';

const range = { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 1 };

function foundPaper(title: string): FoundPaper {
  const key = `title:${title}` as const;
  const entry = { key, title, authors: ['Ada Example'], range, nameRange: range };
  const place = { uri: 'file:///digest.md', format: 'daily', labels: [], entry };
  return { paper: { ...entry, occurrences: [place] }, place };
}

function found(...titles: string[]): Found {
  return { papers: titles.map(foundPaper), total: titles.length, match: 'all' };
}

function entryPlace(key: string, title: string): EntryPlace {
  const entry = { key, type: 'book', title, authors: ['Ada Example'], keyRange: range, range };
  return { uri: 'file:///refs.bib', entry };
}

/** A search whose answers come when the test says so. */
class SlowSearch {
  readonly changed = new vscode.EventEmitter<void>();
  readonly stateChanged = new vscode.EventEmitter<LibraryState>();
  readonly library = new Library();
  readonly errors: string[] = [];
  readonly asked: string[] = [];
  readonly #answers: ((answer: Found | Error) => void)[] = [];
  readonly #started = new Map<'end', () => void>();
  state: LibraryState = { kind: 'indexing', done: 0, total: 0 };
  missing = { digests: 0, of: 0 };
  passage: Passage | undefined;
  onDidChange = this.changed.event;
  onDidChangeState = this.stateChanged.event;

  readonly log = { error: (text: string | Error) => void this.errors.push(String(text)) };

  start = (): Promise<void> => new Promise((resolve) => this.#started.set('end', resolve));

  find = (query: string): Promise<Found> =>
    new Promise((resolve, reject) => {
      this.asked.push(query);
      this.#answers.push((answer) => {
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      });
    });

  passages = (papers: readonly FoundPaper[]): Promise<readonly (Passage | undefined)[]> =>
    Promise.resolve(papers.map(() => this.passage));

  /** Answers a question by its number; each once. */
  async answer(number: number, answer: Found | Error): Promise<void> {
    const answerer = await waitFor(() => this.#answers[number], `question ${number}`);
    answerer(answer);
  }

  /** Each digest tells of the same paper. */
  fill(...uris: string[]): void {
    const digest = { format: 'daily', labels: [], entries: [foundPaper('A').place.entry] };
    for (const uri of uris) this.library.replace({ uri, digest, mentions: [], problems: [] });
  }

  ready(): void {
    this.state = { kind: 'ready', unread: 0 };
    this.#started.get('end')?.();
  }
}

describe('A picker of papers', () => {
  const create = vscode.window.createQuickPick;
  let picker: vscode.QuickPick<vscode.QuickPickItem>;
  let search: SlowSearch;

  const replaceCreate = (value: unknown): void => {
    const property = { value, configurable: true, writable: true };
    Object.defineProperty(vscode.window, 'createQuickPick', property);
  };
  beforeEach(() => {
    search = new SlowSearch();
    replaceCreate(() => (picker = create()));
  });
  afterEach(() => {
    replaceCreate(create);
    picker.dispose();
  });

  const open = (options: Partial<PickerOptions> = {}): Paper[][] => {
    const accepted: Paper[][] = [];
    new PaperPicker(
      { library: search, search, log: search.log },
      {
        ...{
          title: 'Pick',
          placeholder: '',
          accept: (picked) => accepted.push([...papersAmong(picked)]),
        },
        ...options,
      },
    ).show();
    return accepted;
  };
  const labels = () => picker.items.map(({ label }) => label);
  const shows = (...expected: string[]) =>
    waitFor(() => labels().join() === expected.join(), `the rows ${expected.join()}`);

  it('opens before the library is read, and takes in what comes', async () => {
    open();
    await search.answer(0, found('A'));
    await shows('A');
    search.changed.fire();
    await search.answer(1, found('B', 'A'));
    await shows('B', 'A');
    search.fill('file:///a.md');
    search.ready();
    await search.answer(2, found('C', 'B', 'A'));
    await shows('C', 'B', 'A');
    assert.equal((picker as { sortByLabel?: boolean }).sortByLabel, false);
  });

  const hasFocus = (label: string) =>
    waitFor(() => picker.activeItems[0]?.label === label, `the focus on ${label}`);

  it('keeps what comes first in front, and lets nobody move what somebody has chosen', async () => {
    open();
    await search.answer(0, found('A'));
    await hasFocus('A');
    search.changed.fire();
    await search.answer(1, found('C', 'A'));
    await hasFocus('C');
    search.changed.fire();
    await search.answer(2, found('B', 'C', 'A'));
    await shows('B', 'C', 'A');
    await hasFocus('B');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await hasFocus('C');
    search.changed.fire();
    await search.answer(3, found('D', 'A', 'B', 'C'));
    await shows('B', 'C', 'D', 'A');
    await hasFocus('C');
  });

  it('drops answers to an older text', async () => {
    open({ query: 'one' });
    await search.answer(0, found('one'));
    await shows('one');
    picker.value = 'two';
    await waitFor(() => search.asked.includes('two'), 'the question');
    picker.value = 'three';
    await waitFor(() => search.asked.includes('three'), 'the question');
    await search.answer(2, found('three'));
    await shows('three');
    await search.answer(1, found('two'));
    search.changed.fire();
    await search.answer(3, found('three', 'four'));
    await shows('three', 'four');
    assert.deepEqual(search.asked, ['one', 'two', 'three', 'three']);
  });

  it('asks once more when several changes come during one search', async () => {
    open({ query: 'one' });
    for (let count = 0; count < 5; count++) search.changed.fire();
    await search.answer(0, found('A'));
    await search.answer(1, found('A', 'B'));
    await shows('A', 'B');
    assert.equal(search.asked.length, 2);
  });

  it('shows where the words are, with the words marked', async () => {
    search.passage = { field: 'summary', text: 'A short \\emph{word}.', marks: [[2, 7]] };
    open({ query: 'short', passages: true });
    await search.answer(0, found('A'));
    await waitFor(() => picker.items[0]?.detail === 'Example · A ‹short› word.', 'the passage');
  });

  it('shows a search that fails, and goes on with the next', async () => {
    open({ query: 'bad' });
    await search.answer(0, new Error('It broke.'));
    await shows('The search failed: It broke.');
    assert.match(search.errors.join(), /Searching for "bad" failed: Error: It broke\./);
    picker.value = 'good';
    await search.answer(1, found('A'));
    await shows('A');
  });

  it('tells in the title how much was found and can be searched', async () => {
    search.fill('file:///a.md', 'file:///b.md', 'file:///c.md');
    search.missing = { digests: 2, of: 9 };
    open({ query: 'a' });
    await search.answer(0, { ...found('A', 'B'), total: 1234 });
    await shows('A', 'B');
    assert.equal(picker.title, 'Pick · 2 of 1,234 papers · 1 of 3 digests can be searched so far');
    assert.equal(picker.busy, true);
    search.missing = { digests: 0, of: 0 };
    search.ready();
    await search.answer(1, { ...found('A'), match: 'typos' });
    await waitFor(() => !picker.busy, 'the end of the search');
    assert.equal(picker.title, 'Pick · 1 paper · No exact match: forgiving a typo');
    assert.deepEqual(labels(), ['Forgiving a Typo', 'A']);
  });

  it('says that there is nothing to choose from once that is known', async () => {
    let closed = false;
    const said = await saidDuring(async () => {
      open({ closed: () => (closed = true) });
      await search.answer(0, found());
      search.ready();
      await waitFor(() => closed, 'the end of the picker');
    });
    assert.deepEqual(said, [
      'Information: No paper digest was found in this workspace, so there is nothing to choose from.',
    ]);
  });

  it('takes the first paper of what was typed last, and reports what its command throws', async () => {
    let closed = false;
    const said = await saidDuring(async () => {
      open({
        query: 'a',
        accept: () => Promise.reject(new Error('No editor.')),
        closed: () => (closed = true),
      });
      const accepted = vscode.commands.executeCommand(
        'workbench.action.acceptSelectedQuickOpenItem',
      );
      await search.answer(0, found('A'));
      await accepted;
      await waitFor(() => closed, 'the end of the picker');
    });
    assert.deepEqual(said, ['Error: No editor.']);
  });

  it('takes what is found later for an Enter that came before the library was read', async () => {
    const accepted = open({ query: 'a' });
    const accept = () =>
      vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await search.answer(0, found());
    await shows('No paper matches "a" so far.');
    await accept();
    search.changed.fire();
    await search.answer(1, { ...found('C'), match: 'some' });
    await shows('Some of the Words', 'C');
    search.changed.fire();
    await search.answer(2, found('A', 'B'));
    await waitFor(() => accepted.length > 0, 'the paper');
    assert.deepEqual(
      accepted.map((papers) => papers.map(({ title }) => title)),
      [['A']],
    );
  });

  it('takes for an early Enter nothing that was found before the last digest came in', async () => {
    const accepted = open({ query: 'a' });
    await search.answer(0, found());
    await shows('No paper matches "a" so far.');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    search.changed.fire();
    await waitFor(() => search.asked.length === 2, 'the question');
    search.fill('file:///a.md');
    search.ready();
    search.changed.fire();
    await search.answer(1, { ...found('C'), match: 'some' });
    await search.answer(2, found('A'));
    await waitFor(() => accepted.length > 0, 'the paper');
    assert.deepEqual(
      accepted.map((papers) => papers.map(({ title }) => title)),
      [['A']],
    );
  });

  it('takes no paper of an older text for an Enter that follows the typing at once', async () => {
    const accepted = open();
    await search.answer(0, found('old'));
    await shows('old');
    picker.value = 'new';
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await search.answer(1, found('new', 'old'));
    await waitFor(() => accepted.length > 0, 'the paper');
    assert.deepEqual(
      accepted.map((papers) => papers.map(({ title }) => title)),
      [['new']],
    );
  });

  it('forgets an early Enter when something else is typed', async () => {
    const accepted = open({ query: 'a' });
    await search.answer(0, found());
    await shows('No paper matches "a" so far.');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    picker.value = 'b';
    await search.answer(1, found('B'));
    await shows('B');
    search.changed.fire();
    await search.answer(2, found('B', 'C'));
    await shows('B', 'C');
    assert.deepEqual(accepted, []);
  });

  it('offers works of the bibliography first, and says which entry a paper has', async () => {
    const [other, own] = [entryPlace('book', 'A Book'), entryPlace('own', 'B')];
    open({
      query: 'b',
      entries: {
        find: (_, papers) =>
          Promise.resolve({
            ofPapers: papers.map(({ title }) => (title === 'B' ? own : undefined)),
            others: [other],
          }),
      },
    });
    await search.answer(0, found('B', 'C'));
    await shows('In the Bibliography', 'A Book', 'In Digests', 'B', 'C');
    const described = picker.items.map(({ description = '' }) => description);
    assert.deepEqual(described, ['', 'book in /refs.bib', '', 'own in /refs.bib', '']);
  });

  /** Ticks rows and waits until the window says so: what it has said before may still be on its way. */
  const tick = async (...labels: readonly string[]): Promise<void> => {
    let told: readonly string[] = [];
    const listener = picker.onDidChangeSelection((items) => {
      told = items.map(({ label }) => label);
    });
    picker.selectedItems = picker.items.filter(({ label }) => labels.includes(label));
    await waitFor(() => labels.every((label) => told.includes(label)), `${labels.join()} ticked`);
    listener.dispose();
  };

  it('takes a ticked work of the bibliography together with a paper', async () => {
    const picked: string[] = [];
    const entries = {
      find: (query: string, papers: readonly Paper[]) =>
        Promise.resolve({
          ofPapers: papers.map(() => undefined),
          others: query === 'a' ? [entryPlace('book', 'A Book')] : [],
        }),
    };
    open({
      ...{ query: 'a', many: true, entries },
      accept: (works) =>
        picked.push(...works.map((work) => (isEntry(work) ? work.entry.key : work.title))),
    });
    await search.answer(0, found());
    await shows('In the Bibliography', 'A Book');
    await tick('A Book');
    picker.value = 'b';
    await search.answer(1, found('B'));
    await shows('A Book', 'B');
    await tick('A Book', 'B');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await waitFor(() => picked.length > 0, 'the choice');
    assert.deepEqual(picked, ['book', 'B']);
  });

  it('shows texts of digests as texts, never as icons', async () => {
    open({ query: 'a' });
    await search.answer(0, found('$(flame) Hot'));
    await shows('\\$(flame) Hot');
  });
});
