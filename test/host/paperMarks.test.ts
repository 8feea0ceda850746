import { after, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commands, settings } from '../../src/host/contributions.js';
import { closeEditors } from './support/documents.js';
import { hadamard, langevin, selectionOfTree } from './support/citing.js';
import { preprint, restoreLibrary, sampleUri } from './support/library.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

/** Another paper of the sample, by whose star tests know that a change has been written. */
const sign = 'arxiv:2602.12280';

const folder = sampleUri('.preprint').fsPath;
const file = path.join(folder, 'state.jsonl');

type Line = Readonly<Record<string, unknown>>;

/** The lines of a file of marks on other papers than the sign, by paper. */
function lines(place = file): ReadonlyMap<string, Line> {
  if (!existsSync(place)) return new Map();
  const texts = readFileSync(place, 'utf8').split('\n');
  const marks = texts.filter((text) => text.startsWith('{') && !text.includes(sign));
  return new Map(
    marks.map((text): [string, Line] => {
      const line = JSON.parse(text) as Line;
      return [String(line['paper']), line];
    }),
  );
}

/** Whether the later of two things that happened to a paper is the first. */
function holds(key: string, since: string, until: string, place = file): boolean {
  const { [since]: from, [until]: to } = lines(place).get(key) ?? {};
  return typeof from === 'string' && (typeof to !== 'string' || from >= to);
}

/** The file is there with what lies beside it, and nobody writes. */
const isWritten = () =>
  existsSync(file) &&
  existsSync(path.join(folder, '.gitattributes')) &&
  !existsSync(`${file}.lock`);

const isStarred = (key: string) => holds(key, 'starred', 'unstarred');
const run = (command: string, ...args: readonly unknown[]) =>
  vscode.commands.executeCommand(command, ...args);

describe('Marks of papers', () => {
  before(preprint);
  const forget = async () => {
    await closeEditors();
    rmSync(folder, { recursive: true, force: true });
    await restoreLibrary();
    // Who writes reads first: now the window knows as well that nothing is marked.
    await run(commands.starPaper, sign);
    await waitFor(isWritten, 'the first line');
  };
  beforeEach(forget);
  after(async () => {
    await forget();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are written to a line a paper, beside what tells git how to merge them', async () => {
    await run(commands.starPaper, langevin.paper);
    await run(commands.mutePaper, hadamard.paper);
    await waitFor(() => isStarred(langevin.paper) && lines().size === 2, 'two lines');
    assert.equal(
      readFileSync(path.join(folder, '.gitattributes'), 'utf8'),
      'state.jsonl merge=union text eol=lf\n',
    );
    assert.ok(holds(hadamard.paper, 'muted', 'unmuted'));
  });

  it('are toggled for all rows that are selected', async () => {
    await run(commands.starPaper, langevin.paper);
    await run(commands.starPaper, ...selectionOfTree(langevin.paper, hadamard.paper));
    await waitFor(() => isStarred(hadamard.paper), 'both stars');
    assert.ok(isStarred(langevin.paper), 'one was starred already');
    await run(commands.starPaper, ...selectionOfTree(langevin.paper, hadamard.paper));
    await waitFor(() => !isStarred(hadamard.paper) && !isStarred(langevin.paper), 'no stars');
  });

  it('are taken back step by step, and made again', async () => {
    await run(commands.starPaper, ...selectionOfTree(langevin.paper, hadamard.paper));
    await run(commands.markRead, langevin.paper);
    const isRead = () => holds(langevin.paper, 'read', 'unread');
    await waitFor(isRead, 'the paper read');
    await run(commands.undoMark);
    await waitFor(() => !isRead(), 'the paper not read');
    assert.ok(isStarred(langevin.paper));
    await run(commands.undoMark);
    await waitFor(() => !isStarred(langevin.paper) && !isStarred(hadamard.paper), 'no stars');
    await run(commands.redoMark);
    await waitFor(() => isStarred(langevin.paper) && isStarred(hadamard.paper), 'both stars');
  });

  it('call a paper seen that was opened, unless the settings say never', async () => {
    await withSetting(settings.marksSeen, 'never', async () => {
      await run(commands.openPaper, hadamard.paper);
    });
    await run(commands.openPaper, langevin.paper);
    await waitFor(() => holds(langevin.paper, 'seen', 'unread'), 'the paper seen');
    assert.equal(lines().get(hadamard.paper), undefined);
    await run(commands.markUnread, langevin.paper);
    await waitFor(() => !holds(langevin.paper, 'seen', 'unread'), 'the paper new');
  });

  it('of others are taken over, and what they wrote besides is kept', async () => {
    await run(commands.starPaper, langevin.paper);
    await waitFor(() => isStarred(langevin.paper), 'the star');
    // As git does it when somebody pulls.
    const theirs = `{"paper":"${hadamard.paper}","starred":"2026-02-14T08:00:00.000Z","by":"Ada"}\n`;
    writeFileSync(file, `# Our reading group\n${readFileSync(file, 'utf8')}${theirs}`);
    await waitFor(async () => {
      await run(commands.markRead, langevin.paper);
      await run(commands.markUnread, langevin.paper);
      return readFileSync(file, 'utf8').includes('"unread"');
    }, 'the next change');
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^# Our reading group\n/);
    assert.equal(lines().get(hadamard.paper)?.['by'], 'Ada');
    assert.ok(isStarred(hadamard.paper) && isStarred(langevin.paper));
    // What is toggled is what the file says.
    await run(commands.starPaper, hadamard.paper);
    await waitFor(() => !isStarred(hadamard.paper), 'the star taken away');
  });

  it('go to the file that the settings name, at once', async () => {
    const other = sampleUri('marks/ours.jsonl').fsPath;
    await withSetting(settings.marksFile, 'marks/ours.jsonl', async () => {
      await run(commands.starPaper, langevin.paper);
      await waitFor(() => holds(langevin.paper, 'starred', 'unstarred', other), 'the star there');
      assert.equal(lines().size, 0);
    });
    rmSync(path.dirname(other), { recursive: true });
  });

  it('are not made for papers that no digest holds', async () => {
    const said = await saidDuring(() => run(commands.starPaper, 'arxiv:2602.99999'));
    assert.deepEqual(said, ['Warning: No digest holds this paper.']);
    assert.equal(lines().size, 0);
  });
});
