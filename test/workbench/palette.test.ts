import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const always = [
  'Copy as Markdown',
  'Count with Cross-Lists',
  'Copy BibTeX',
  'Copy Link',
  'Copy Reference',
  'Create Literature Note',
  'Explain This File',
  'Export Papers…',
  'Filter Papers',
  'Find Similar Papers',
  'Focus on Papers View',
  'Go to Digest',
  'Group by Date',
  'Mark as Read',
  'Mark as Unread',
  'Mute Author, Category or Keyword…',
  'Mute Paper',
  'Open in New Reader',
  'Open in Reader',
  'Open Notes on This Paper',
  'Open on arXiv',
  'Open PDF',
  'Open Sample Library',
  'Papers for You',
  'Read Digest',
  'Read Starred Papers',
  'Rebuild Index',
  'Redo Mark',
  'Refresh Library',
  'Remark on Paper…',
  'Search Papers',
  'Show Index Report',
  'Show Log',
  'Show Search Results in Tree',
  'Show Trends',
  'Star Paper',
  'Tag Paper…',
  'Undo Last Mark',
];

describe('The command palette', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.treeRow('Computer Science').waitFor();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const lists = async (titles: readonly string[], filter = 'Preprint: ') => {
    await workbench.page.keyboard.press('F1');
    const seen = async () => {
      const rows = await workbench.quickPickRows().locator('.label-name').allInnerTexts();
      return rows.filter((row) => row.startsWith('Preprint: '));
    };
    await eventually(async () => {
      // A long list shows a part of its rows at a time.
      await workbench.quickInput().fill('>');
      await workbench.quickInput().fill(`>${filter}`);
      await workbench.quickPickRows().filter({ hasText: filter }).first().waitFor();
      const ours = new Set(await seen());
      // From the end, to which the arrow goes round.
      for (const key of ['ArrowUp', 'PageUp', 'PageUp', 'PageUp']) {
        await workbench.page.keyboard.press(key);
        for (const row of await seen()) ours.add(row);
      }
      assert.deepEqual(
        [...ours].toSorted(),
        titles.map((title) => `Preprint: ${title}`).toSorted(),
      );
    });
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput().waitFor({ state: 'hidden' });
  };

  it('lists every command that works without an editor, under Preprint', () => lists(always));

  for (const title of [
    'Open in Reader',
    'Go to Digest',
    'Open on arXiv',
    'Open PDF',
    'Copy Link',
  ]) {
    it(`asks for a paper when ${title} has none`, async () => {
      await workbench.palette(`Preprint: ${title}`);
      await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
      await workbench.page.getByPlaceholder('Title, author or arXiv id').waitFor();
      await workbench.quickPickRows().filter({ hasText: '2602.1' }).first().waitFor();
      assert.equal(await workbench.page.locator('.quick-input-check-all:visible').count(), 0);
      await workbench.page.keyboard.press('Escape');
      await workbench.quickInput().waitFor({ state: 'hidden' });
    });
  }

  it('offers the insertion of citations and entries as soon as an editor is open', async () => {
    await workbench.openFile('reading-notes.md');
    // All commands together are more than the list shows at once.
    await lists(['Insert BibTeX', 'Insert Citation'], 'Preprint: Insert');
  });

  for (const title of ['Insert Citation', 'Insert BibTeX', 'Copy BibTeX']) {
    it(`asks for one or more papers when ${title} has none`, async () => {
      await workbench.palette(`Preprint: ${title}`);
      await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
      await workbench.page.locator('.quick-input-count', { hasText: '0 Selected' }).waitFor();
      await workbench.page.keyboard.press('Escape');
      await workbench.quickInput().waitFor({ state: 'hidden' });
    });
  }

  it('asks nothing when the cursor is at the id of a paper', async () => {
    await workbench.openFile('reading-notes.md', '12:52');
    await workbench.palette('Preprint: Open in Reader');
    await workbench.readerOf('Coarse-Grained Boltzmann Generators');
  });

  it('finds papers by author, by id and by words in any order', async () => {
    await workbench.palette('View: Close All Editors');
    await workbench.palette('Preprint: Go to Digest');
    for (const [words, title] of [
      ['zavadlav', 'Coarse-Grained Boltzmann Generators'],
      ['10611', 'On the Role of Consistency'],
      ['field quantum ageev', 'Neural Network Quantum Field Theory'],
      ['quant-ph', 'Repulsive Gravitational Force'],
    ] as const) {
      await workbench.quickInput().fill(words);
      await eventually(async () => assert.equal(await workbench.quickPickRows().count(), 1));
      await workbench.quickPickRows().filter({ hasText: title }).waitFor();
    }
    await workbench.screenshot('picker');
    await workbench.page.keyboard.press('Enter');
    await workbench.activeTab().filter({ hasText: '2026-02-13.md' }).waitFor();
  });

  it('shows what Preprint did in its log', async () => {
    await workbench.palette('Preprint: Show Log');
    const output = workbench.page.locator('.part.panel .view-line');
    await output.filter({ hasText: 'documents with 19 papers' }).first().waitFor();
  });
});
