import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { settings } from '../../src/host/contributions.js';
import {
  hadamard,
  hadamardEntry,
  insertBibtex,
  insertCitation,
  langevin,
  selectionOfTree,
} from './support/citing.js';
import { closeEditors, openAdded, openFile, openUntitled } from './support/documents.js';
import { preprint, restoreLibrary, sampleUri } from './support/library.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const other = '@book{other,\n  title = {A Book}\n}';

describe('Insert BibTeX', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('writes the entry and a line end into an empty bibliography', async () => {
    const { document } = await openAdded('empty.bib', '|');
    await insertBibtex(hadamard.paper);
    assert.equal(document.getText(), `${hadamardEntry}\n`);
  });

  for (const [where, before, after] of [
    ['behind the last line', `${other}\n|`, `${other}\n\n${hadamardEntry}\n`],
    ['behind a blank line', `${other}\n\n|`, `${other}\n\n${hadamardEntry}\n`],
    ['right behind an entry', `${other}|`, `${other}\n\n${hadamardEntry}\n`],
    ['before an entry', `|${other}\n`, `${hadamardEntry}\n\n${other}\n`],
    ['on a line before an entry', `|\n${other}\n`, `${hadamardEntry}\n\n${other}\n`],
    [
      'between two entries',
      `${other}\n|\n${other}\n`,
      `${other}\n\n${hadamardEntry}\n\n${other}\n`,
    ],
    [
      'right between two entries',
      `${other}\n|${other}\n`,
      `${other}\n\n${hadamardEntry}\n\n${other}\n`,
    ],
  ] as const) {
    it(`stands one blank line apart from its neighbours: ${where}`, async () => {
      const { document } = await openAdded('refs.bib', before);
      await insertBibtex(hadamard.paper);
      assert.equal(document.getText(), after);
    });
  }

  it('goes into a bibliography whose papers count as those of a digest', async () => {
    await withSetting(settings.bibliographies, true, async () => {
      const source = other.replace('}\n}', '},\n  eprint = {2401.00007}\n}');
      const { document } = await openAdded('refs.bib', `${source}\n|`);
      const api = await preprint();
      await waitFor(() => api.getPaper('2401.00007'), 'the paper of the bibliography');
      await insertBibtex(hadamard.paper);
      assert.equal(document.getText(), `${source}\n\n${hadamardEntry}\n`);
    });
    const api = await preprint();
    await waitFor(() => !api.getPaper('2401.00007'), 'the bibliography to be none of them');
  });

  it('keeps Windows line ends', async () => {
    const { document } = await openAdded('refs.bib', `${other.replaceAll('\n', '\r\n')}\r\n|`);
    await insertBibtex(hadamard.paper);
    assert.equal(document.getText(), `${other}\n\n${hadamardEntry}\n`.replaceAll('\n', '\r\n'));
  });

  it('is undone by one undo', async () => {
    const { document } = await openAdded('refs.bib', `${other}\n|`);
    await insertBibtex(...selectionOfTree(hadamard.paper, langevin.paper));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), `${other}\n`);
  });

  it('writes at one cursor only: an entry stands in a bibliography once', async () => {
    const { document } = await openAdded('refs.bib', `|\n${other}\n|`);
    await insertBibtex(hadamard.paper);
    assert.equal(document.getText().split('eprint').length - 1, 1);
  });

  it('gives no key that the bibliography has, whatever its case', async () => {
    const taken = `@misc{${hadamard.key.toUpperCase()},\n  title = {Another}\n}`;
    const { document } = await openAdded('refs.bib', `${taken}\n|`);
    await insertBibtex(hadamard.paper);
    assert.ok(document.getText().includes(`@misc{${hadamard.key}a,`));
    assert.ok(document.getText().startsWith(taken));
  });

  it('gives two papers of one key different keys', async () => {
    await withSetting('preprint.citation.keyStyle', 'scholar', async () => {
      const { document } = await openAdded('refs.bib', '@misc{ackermann2026hla,\n  x = {y}\n}\n|');
      await insertBibtex(...selectionOfTree(hadamard.paper, langevin.paper));
      const keys = Array.from(document.getText().matchAll(/@\w+\{([^,]+),/g), ([, key]) => key);
      assert.deepEqual(keys, ['ackermann2026hla', 'ackermann2026hlaa', 'menon2026implicit']);
    });
  });

  it('writes several entries one blank line apart', async () => {
    const { document } = await openAdded('refs.bib', '|');
    await insertBibtex(...selectionOfTree(langevin.paper, hadamard.paper));
    assert.match(
      document.getText(),
      /^@misc\{menon2026[^]*\n\}\n\n@misc\{ackermann2026[^]*\n\}\n$/,
    );
  });

  for (const [style, start] of [
    ['arxivMisc', '@misc{'],
    ['biblatexOnline', '@online{'],
    ['article', '@article{'],
  ] as const) {
    it(`follows the setting at once: ${style} writes ${start}`, async () => {
      await withSetting('preprint.bibtex.entryStyle', style, async () => {
        const { document } = await openAdded('refs.bib', '|');
        await insertBibtex(hadamard.paper);
        assert.ok(document.getText().startsWith(`${start}${hadamard.key},`));
      });
    });
  }

  it('writes into any other document as well', async () => {
    const { document } = await openUntitled('My list:\n|', 'markdown');
    await insertBibtex(hadamard.paper);
    assert.equal(document.getText(), `My list:\n\n${hadamardEntry}\n`);
  });

  it('writes nothing into a digest', async () => {
    const { document } = await openFile(sampleUri('digests/2026-02-13.md'));
    const said = await saidDuring(() => insertBibtex(hadamard.paper));
    assert.equal(document.isDirty, false);
    assert.match(said.join(), /^Warning: Open the note/);
  });
});

describe('Insert Citation in a bibliography', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('writes the entry', async () => {
    const { document } = await openAdded('refs.bib', `${other}\n|`);
    await insertCitation(hadamard.paper);
    assert.equal(document.getText(), `${other}\n\n${hadamardEntry}\n`);
  });

  it('leaves what stands there as it is', async () => {
    const before = readFileSync(sampleUri('paper/references.bib').fsPath, 'utf8');
    const { document } = await openAdded('refs.bib', `${before}|`);
    await insertCitation(hadamard.paper);
    assert.equal(document.getText(), `${before}\n${hadamardEntry}\n`);
  });
});

describe('Copy BibTeX', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('puts the entry into the clipboard', async () => {
    await vscode.env.clipboard.writeText('before');
    await vscode.commands.executeCommand('preprint.copyBibtex', hadamard.paper);
    assert.equal(await vscode.env.clipboard.readText(), hadamardEntry);
  });

  it('puts several entries there, one blank line apart', async () => {
    const papers = selectionOfTree(hadamard.paper, langevin.paper);
    await vscode.commands.executeCommand('preprint.copyBibtex', ...papers);
    const text = await vscode.env.clipboard.readText();
    assert.ok(text.startsWith(`${hadamardEntry}\n\n@misc{${langevin.key},`));
  });

  it('leaves the clipboard alone when no digest holds the paper', async () => {
    await vscode.env.clipboard.writeText('before');
    const said = await saidDuring(() =>
      vscode.commands.executeCommand('preprint.copyBibtex', 'arxiv:1706.03762'),
    );
    assert.equal(await vscode.env.clipboard.readText(), 'before');
    assert.deepEqual(said, ['Warning: No digest holds this paper.']);
  });
});
