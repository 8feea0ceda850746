import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Library } from '../../src/core/library.js';
import type { Mark } from '../../src/core/marks/mark.js';
import { markLook } from '../../src/host/markLook.js';
import type { PaperKey } from '../../src/core/paper.js';
import { settings } from '../../src/host/contributions.js';
import type { LibraryService } from '../../src/host/libraryService.js';
import { MarksService } from '../../src/host/marksService.js';
import { MutedPapers } from '../../src/host/mutedPapers.js';
import { hadamard, langevin } from './support/citing.js';
import { preprint, sampleUri } from './support/library.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const folder = sampleUri('.preprint').fsPath;
const file = path.join(folder, 'state.jsonl');
const title: PaperKey = 'title:apaperofmyown';

/** Windows on the sample folder, with a library of a few papers. */
describe('The marks of a window', () => {
  let storage = '';
  let services: MarksService[] = [];
  let library: Library;
  let changed: vscode.EventEmitter<unknown>;
  const log = {
    warn: () => undefined,
    error: () => undefined,
  } as unknown as vscode.LogOutputChannel;

  const service = () => ({ library, onDidChange: changed.event }) as unknown as LibraryService;
  const open = () => {
    const uri = vscode.Uri.file(storage);
    const marks = new MarksService({ storageUri: uri, globalStorageUri: uri }, service(), log);
    services.push(marks);
    return marks;
  };
  const range = { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 1 };
  const put = (
    name: string,
    ...entries: readonly { key: PaperKey; title: string; id?: string }[]
  ) => {
    const uri = sampleUri(name).toString();
    library.replace({
      uri,
      digest: {
        format: 'daily',
        labels: [],
        entries: entries.map((entry) => ({
          ...{ authors: ['Ada Example'], category: 'cs.LG', range, nameRange: range },
          ...entry,
        })),
      },
      mentions: [],
      problems: [],
    });
    const keys = new Set(library.keys());
    changed.fire({ papers: keys, documents: new Set([uri]), digests: true });
  };

  beforeEach(async () => {
    await preprint();
    storage = mkdtempSync(path.join(tmpdir(), 'preprint-storage-'));
    rmSync(folder, { recursive: true, force: true });
    library = new Library();
    changed = new vscode.EventEmitter();
    put(
      'digests/one.md',
      { key: langevin.paper, title: 'Langevin Dynamics' },
      { key: hadamard.paper, title: 'Linear Attention' },
      { key: title, title: 'A Paper of My Own' },
    );
  });
  afterEach(() => {
    for (const marks of services) marks.dispose();
    services = [];
    changed.dispose();
    for (const left of [folder, storage]) rmSync(left, { recursive: true, force: true });
  });

  const starred = (place: string) => {
    try {
      return /"starred"/.test(readFileSync(place, 'utf8'));
    } catch {
      return false;
    }
  };

  it('are those of the other window, as soon as that has written', async () => {
    const [one, other] = [open(), open()];
    await Promise.all([one.start(), other.start()]);
    const told: PaperKey[] = [];
    other.onDidChange((keys) => told.push(...keys));
    await one.change([langevin.paper], { starred: true });
    await other.change([hadamard.paper], { tags: ['survey'] });
    await Promise.all([one.flush(), other.flush()]);
    await waitFor(() => other.of(langevin.paper).starred, 'the other window’s star');
    await waitFor(() => one.of(hadamard.paper).tags.length > 0, 'the other window’s tag');
    assert.ok(told.includes(langevin.paper));
    await waitFor(() => other.index.starred.has(langevin.paper), 'the star in lists');
    const next = open();
    await next.start();
    assert.deepEqual([...next.keys()].sort(), [hadamard.paper, langevin.paper].sort());
  });

  it('are kept in VS Code’s own storage where the settings say so, and read from both', async () => {
    const marks = open();
    await marks.change([langevin.paper], { starred: true });
    await marks.flush();
    assert.ok(starred(file));
    await withSetting(settings.marksStorage, 'storage', async () => {
      const other = open();
      await other.change([hadamard.paper], { starred: true });
      await other.flush();
      assert.ok(starred(path.join(storage, 'marks.jsonl')));
      assert.doesNotMatch(readFileSync(file, 'utf8'), new RegExp(hadamard.paper));
      assert.ok(other.of(langevin.paper).starred && other.of(hadamard.paper).starred);
    });
  });

  it('are kept there when the file cannot be written, which is said once', async () => {
    mkdirSync(folder);
    writeFileSync(file, 'export PATH=elsewhere\n');
    const marks = open();
    const said = await saidDuring(async () => {
      await marks.change([langevin.paper], { starred: true });
      await marks.flush();
      await marks.change([hadamard.paper], { note: 'Later' });
      await marks.flush();
    });
    assert.deepEqual(said, [
      "Warning: The marks of sample cannot be written to its file, and are kept in VS Code's own storage: It holds something else, and was left as it is.",
    ]);
    assert.equal(readFileSync(file, 'utf8'), 'export PATH=elsewhere\n');
    const next = open();
    await next.start();
    assert.deepEqual(
      [next.of(langevin.paper).starred, next.of(hadamard.paper).note],
      [true, 'Later'],
    );
  });

  it('never leave the folder, whatever path the settings give', async () => {
    await withSetting(settings.marksFile, '../outside.jsonl', async () => {
      const marks = open();
      const said = await saidDuring(async () => {
        await marks.change([langevin.paper], { starred: true });
        await marks.flush();
      });
      assert.match(said.join(), /is no path below the folder/);
      assert.ok(starred(path.join(storage, 'marks.jsonl')));
      assert.ok(!starred(sampleUri('../outside.jsonl').fsPath));
    });
  });

  it('move with a paper to the id that a later digest gives it', async () => {
    const marks = open();
    await marks.change([title], { starred: true });
    const key: PaperKey = 'arxiv:2602.77777';
    put('digests/two.md', { key, title: 'A Paper of My Own', id: '2602.77777' });
    assert.ok(marks.of(key).starred);
    await marks.change([title], { starred: false });
    assert.equal(marks.of(key).starred, false);
    await marks.undo();
    assert.ok(marks.of(key).starred);
  });

  it('take back a step without what others have done since', async () => {
    const [one, other] = [open(), open()];
    await one.change([langevin.paper], { starred: true });
    await one.flush();
    await other.change([langevin.paper], { note: 'Read §3' });
    await other.flush();
    await waitFor(() => one.of(langevin.paper).note !== '', 'the note');
    assert.ok(await one.undo());
    const expected: Mark = {
      ...{ progress: 'new', starred: false, muted: false, tags: [] },
      note: 'Read §3',
    };
    assert.deepEqual(one.of(langevin.paper), expected);
    assert.ok(!(await one.undo()));
    assert.ok(await one.redo());
    assert.ok(one.of(langevin.paper).starred);
  });

  it('mute an author in the settings, as a step that can be taken back', async () => {
    const marks = open();
    await marks.start();
    const list = () => vscode.workspace.getConfiguration().get<string[]>(settings.mutedAuthors);
    const isMuted = () => {
      const paper = library.paper(langevin.paper);
      return paper && marks.muteReason(paper)?.kind === 'author';
    };
    await marks.mute('author', 'Ada Example', langevin.paper);
    await waitFor(isMuted, 'the author muted');
    assert.ok(await marks.undo());
    await waitFor(() => list()?.length === 0 && !isMuted(), 'the author back');
    assert.ok(await marks.redo());
    await waitFor(isMuted, 'the author muted again');
    await vscode.workspace
      .getConfiguration()
      .update(settings.mutedAuthors, undefined, vscode.ConfigurationTarget.Global);
  });

  it('say why a paper is muted, by a list of the settings or itself', async () => {
    const marks = open();
    const muted = new MutedPapers(service(), marks);
    const reason = (key: PaperKey) => {
      const paper = library.paper(key);
      return paper && marks.muteReason(paper);
    };
    await marks.change([langevin.paper], { muted: true });
    await waitFor(() => muted.hidden.size === 1, 'one muted paper');
    assert.deepEqual(reason(langevin.paper), { kind: 'paper' });
    await withSetting(settings.mutedKeywords, ['linear attention'], async () => {
      await waitFor(() => muted.hidden.has(hadamard.paper), 'the keyword’s paper');
      assert.deepEqual(reason(hadamard.paper), { kind: 'keyword', word: 'linear attention' });
      await withSetting(settings.showMuted, true, async () => {
        await waitFor(() => muted.hidden.size === 0, 'nothing hidden');
        assert.equal(muted.keys.size, 2);
      });
    });
    await waitFor(() => muted.hidden.size === 1, 'the keyword’s paper back');
    await withSetting(settings.mutedAuthors, ['Ada Example'], () =>
      waitFor(() => muted.hidden.size === 3, 'all papers of the author').then(() => undefined),
    );
    muted.dispose();
  });
});

describe('The look of a marked paper', () => {
  it('says by words and by shape what the mark is', () => {
    const mark: Mark = {
      ...{ progress: 'read', starred: true, muted: false, note: 'For §3' },
      tags: ['survey'],
    };
    assert.deepEqual(markLook(mark, undefined), {
      icon: 'star-full',
      beside: ['read', '#survey', 'For §3'],
      words: ['starred', 'read', '#survey', 'For §3'],
      flags: '+starred+read',
    });
    const muted = markLook({ ...mark, starred: false }, { kind: 'author', word: 'A. B.' });
    assert.deepEqual([muted.icon, muted.beside[1]], ['mute', 'muted by the author "A. B."']);
  });
});
