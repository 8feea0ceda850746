import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Library } from '../../src/core/library.js';
import type { PaperKey } from '../../src/core/paper.js';
import { settings } from '../../src/host/contributions.js';
import type { LibraryService } from '../../src/host/libraryService.js';
import { MarksService } from '../../src/host/marksService.js';
import { preprint, sampleUri } from './support/library.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';

const folder = sampleUri('.preprint').fsPath;
const file = path.join(folder, 'state.jsonl');
const [a, b]: readonly [PaperKey, PaperKey] = ['arxiv:2602.12257', 'arxiv:2602.12258'];

/** Windows on the sample folder, where somebody has laid links or set odd paths. */
describe('The place of marks', () => {
  let storage = '';
  let services: MarksService[] = [];
  const changed = new vscode.EventEmitter<unknown>();
  const log = {
    warn: () => undefined,
    error: () => undefined,
  } as unknown as vscode.LogOutputChannel;
  const library = {
    library: new Library(),
    onDidChange: changed.event,
  } as unknown as LibraryService;

  const open = () => {
    const uri = vscode.Uri.file(storage);
    const marks = new MarksService({ storageUri: uri, globalStorageUri: uri }, library, log);
    services.push(marks);
    return marks;
  };
  const starred = (place: string) =>
    existsSync(place) && /"starred"/.test(readFileSync(place, 'utf8'));

  beforeEach(async () => {
    await preprint();
    storage = mkdtempSync(path.join(tmpdir(), 'preprint-storage-'));
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    for (const marks of services) marks.dispose();
    services = [];
    for (const left of [folder, storage]) rmSync(left, { recursive: true, force: true });
  });

  /** A folder outside of the workspace, with what somebody keeps there. */
  const outside = () => {
    const place = path.join(storage, 'outside');
    mkdirSync(place);
    writeFileSync(path.join(place, '.profile'), 'export PATH=elsewhere\n');
    return place;
  };
  const contentsOf = (place: string) =>
    readdirSync(place).map((name) => `${name}: ${readFileSync(path.join(place, name), 'utf8')}`);
  /** What is said while two papers are marked, which are then in VS Code's storage. */
  const saidWhileMarking = async () => {
    const marks = open();
    const said = await saidDuring(async () => {
      await marks.noteSeen([a], 'opened');
      await marks.flush();
      await marks.change([a], { starred: true });
      await marks.flush();
      await marks.change([b], { note: 'Later' });
      await marks.flush();
    });
    assert.ok(starred(path.join(storage, 'marks.jsonl')));
    const next = open();
    await next.start();
    assert.equal(next.of(b).note, 'Later');
    return said;
  };
  const told = (reason: string) =>
    `Warning: The marks of sample cannot be written to its file, and are kept in VS Code's own storage: ${reason}`;
  const leadsOut = (place: string) =>
    told(
      `A link leads out of the workspace, to ${realpathSync(path.dirname(place))}/${path.basename(place)}. Take the link away, or add that folder to the workspace.`,
    );

  it('is never behind a linked folder outside of the workspace, which is said once', async () => {
    const place = outside();
    symlinkSync(place, folder);
    const before = contentsOf(place);
    assert.deepEqual(await saidWhileMarking(), [leadsOut(path.join(place, 'state.jsonl'))]);
    assert.deepEqual(contentsOf(place), before);
  });

  it('is never behind a linked file outside of the workspace, not even to read it', async () => {
    const place = outside();
    mkdirSync(folder);
    for (const name of ['.profile', '.zprofile', 'lab.jsonl']) {
      const target = path.join(place, name);
      if (name === 'lab.jsonl') writeFileSync(target, `{"paper":"${b}","read":true}\n`);
      const before = contentsOf(place);
      symlinkSync(target, file);
      assert.deepEqual(await saidWhileMarking(), [leadsOut(target)]);
      assert.deepEqual(contentsOf(place), before);
      const next = open();
      await next.start();
      assert.equal(next.of(b).progress, 'new');
      rmSync(file);
      rmSync(path.join(storage, 'marks.jsonl'));
    }
  });

  it('is a file that is linked within the workspace', async () => {
    mkdirSync(folder);
    const lab = sampleUri('lab.jsonl').fsPath;
    symlinkSync(lab, file);
    try {
      const marks = open();
      const said = await saidDuring(async () => {
        await marks.change([a], { starred: true });
        await marks.flush();
      });
      assert.deepEqual(said, []);
      assert.ok(starred(lab));
      assert.ok(!existsSync(sampleUri('.gitattributes').fsPath), 'it would name another file');
    } finally {
      rmSync(lab);
    }
  });

  it('is no file that is named otherwise, nor in a folder of a tool', async () => {
    const real = realpathSync(sampleUri('').fsPath);
    for (const name of ['authorized_keys', '.bashrc', '.git/refs/heads/x.jsonl']) {
      await withSetting(settings.marksFile, name, async () => {
        assert.deepEqual(await saidWhileMarking(), [
          told(
            `It is ${path.join(real, name)}, and a file of marks ends in .jsonl and lies in no folder of git, the editor or another tool.`,
          ),
        ]);
      });
      assert.ok(!existsSync(path.join(real, name)));
      rmSync(path.join(storage, 'marks.jsonl'));
    }
  });

  it('is VS Code’s storage for a window that goes while another keeps it from the file', async () => {
    mkdirSync(folder);
    const claim = `${file}.1-0123abcd-0123456789ab.lock`;
    writeFileSync(claim, '');
    const touching = setInterval(() => utimesSync(claim, new Date(), new Date()), 200);
    try {
      const marks = open();
      await marks.change([a], { starred: true });
      await marks.close();
      assert.ok(starred(path.join(storage, 'marks.jsonl')));
    } finally {
      clearInterval(touching);
      rmSync(claim);
    }
  });
});
