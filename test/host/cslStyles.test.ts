import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { hadamard, langevin, selectionOfTree } from './support/citing.js';
import { closeEditors, openAdded } from './support/documents.js';
import { addFile, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { addLink, Outside } from './support/outside.js';
import { pickingDuring } from './support/picks.js';
import { saidDuring } from './support/said.js';
import { useSetting, withSetting } from './support/settings.js';

/** A style whose own text shows that it was the one used. */
const ownStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>House</title><id>house</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout prefix="House style: " suffix="."><text variable="title" font-style="italic"/></layout></bibliography>
</style>
`;

/** Puts a style of the fixtures into the workspace folder, where styles are looked for. */
function addStyle(name: string, place: string): void {
  const { fsPath } = sampleUri(place);
  mkdirSync(path.dirname(fsPath), { recursive: true });
  copyFileSync(path.resolve('test', 'fixtures', 'csl', name), fsPath);
}

function copyReference(...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand('preprint.copyReference', ...args);
}

function clipboard(): Thenable<string> {
  return vscode.env.clipboard.readText();
}

describe('Copy Reference in a CSL style', () => {
  before(preprint);
  beforeEach(() => vscode.env.clipboard.writeText('before'));
  afterEach(async () => {
    await closeEditors();
    for (const place of ['csl', 'styles', 'top.csl']) {
      rmSync(sampleUri(place).fsPath, { recursive: true, force: true });
    }
    await restoreLibrary();
  });

  it('offers the styles of the workspace folder below those that are built in', async () => {
    addStyle('author-date.csl', 'csl/author-date.csl');
    addStyle('numeric.csl', 'styles/numeric.csl');
    addStyle('dependent.csl', 'top.csl');
    const [labels] = await pickingDuring(['author-date.csl'], () => copyReference(hadamard.paper));
    assert.deepEqual(labels, [
      'APA',
      'IEEE',
      'Chicago',
      'GB/T 7714',
      'Markdown link',
      'Citations by CSL (citeproc-js)',
      'CSL style: top.csl',
      'CSL style: csl/author-date.csl',
      'CSL style: styles/numeric.csl',
    ]);
    assert.match(
      await clipboard(),
      /^Ackermann, H\., H\. Cai, et al\. 2026\. HLA: Hadamard Linear Attention\. arXiv:2602\.12128\. https:\/\/arxiv\.org\/abs\/2602\.12128 \(accessed \w+ \d+, 20\d\d\)\.$/,
    );
  });

  it('writes one line for each paper, in Markdown where the setting says so', async () => {
    addStyle('author-date.csl', 'csl/author-date.csl');
    await withSetting('preprint.citation.referenceMarkup', 'markdown', async () => {
      const papers = selectionOfTree(hadamard.paper, langevin.paper);
      await pickingDuring(['author-date.csl'], () => copyReference(...papers));
      const [first, second, ...more] = (await clipboard()).split('\n');
      assert.match(first ?? '', /^Ackermann.*\*HLA: Hadamard Linear Attention\*/);
      assert.match(second ?? '', /^Menon.*\*.*implicit regularization.*\*/i);
      assert.deepEqual(more, []);
    });
  });

  describe('by the setting', () => {
    useSetting('preprint.citation.referenceStyle', 'csl');

    it('asks nothing where the document names one', async () => {
      addStyle('author-date.csl', 'csl/author-date.csl');
      addFile('house.csl', ownStyle);
      await openAdded('paper.md', '---\ncsl: house.csl\n---\n\n|\n');
      const lists = await pickingDuring([], () => copyReference(hadamard.paper));
      assert.deepEqual(lists, []);
      assert.equal(await clipboard(), 'House style: HLA: Hadamard Linear Attention.');
    });

    it('takes the one of preprint.citation.cslStyle, and says when it is not there', async () => {
      addStyle('author-date.csl', 'csl/author-date.csl');
      addStyle('numeric.csl', 'styles/numeric.csl');
      await withSetting('preprint.citation.cslStyle', 'styles/numeric.csl', async () => {
        assert.deepEqual(await pickingDuring([], () => copyReference(hadamard.paper)), []);
        assert.match(await clipboard(), /^\[1\]/);
      });
      await vscode.env.clipboard.writeText('before');
      await withSetting('preprint.citation.cslStyle', 'styles/gone.csl', async () => {
        const said = await saidDuring(() => copyReference(hadamard.paper));
        assert.deepEqual(said, ['Error: There is no CSL style styles/gone.csl.']);
        assert.equal(await clipboard(), 'before');
      });
    });

    it('reads no file outside that is a style by a link’s name alone', async () => {
      const outside = new Outside({ secret: ownStyle, 'house.csl': ownStyle });
      addLink('linked.csl', outside.path('secret'));
      await withSetting('preprint.citation.cslStyle', 'added/linked.csl', async () => {
        const said = await saidDuring(() => copyReference(hadamard.paper));
        assert.match(said.join('\n'), /It is outside of the workspace/);
        assert.equal(await clipboard(), 'before');
      });
      await withSetting('preprint.citation.cslStyle', outside.path('house.csl'), async () => {
        await copyReference(hadamard.paper);
        assert.match(await clipboard(), /^House style/);
      });
      outside.remove();
    });

    it('asks where there is none', async () => {
      const [labels] = await pickingDuring(['APA'], () => copyReference(hadamard.paper));
      assert.equal(labels?.length, 5);
      assert.match(await clipboard(), /^Ackermann/);
    });

    for (const [kind, style, message] of [
      [
        'only points to another',
        undefined,
        /^Error: The CSL style added\/bad\.csl only points to https:\/\/example\.org\/styles\/author-date\. Use that one\.$/,
      ],
      [
        'is no XML',
        '<style>\n<info>\n',
        /^Error: The CSL style added\/bad\.csl:\d+ cannot be used\. ./,
      ],
      [
        'has no bibliography',
        ownStyle.replace(/<bibliography>.*<\/bibliography>/, ''),
        /^Error: The CSL style added\/bad\.csl has no bibliography of such papers\.$/,
      ],
    ] as const) {
      it(`says why a style is of no use, and leaves the clipboard alone: it ${kind}`, async () => {
        if (style === undefined) addStyle('dependent.csl', 'added/bad.csl');
        else addFile('bad.csl', style);
        await openAdded('paper.md', '---\ncsl: bad.csl\n---\n\n|\n');
        const said = await saidDuring(() => copyReference(hadamard.paper));
        assert.equal(said.length, 1);
        assert.match(said[0] ?? '', message);
        assert.equal(await clipboard(), 'before');
      });
    }
  });
});
