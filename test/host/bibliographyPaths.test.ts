import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bib, suggestedAt, told, withVariable } from './support/bibliographies.js';
import { hadamard, insertCitation } from './support/citing.js';
import { closeEditors, openAdded } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary } from './support/library.js';
import { Outside } from './support/outside.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

function setUp(): void {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });
}

async function suggestsWanted(editor: vscode.TextEditor): Promise<void> {
  // A folder that was made a moment ago may not be known yet.
  const keys = await waitFor(async () => {
    const suggested = await suggestedAt(editor);
    return suggested.includes('wanted') ? suggested : undefined;
  }, 'the suggestion');
  assert.ok(!keys.includes('wanting'), keys.join(', '));
}

const front = (path: string): string => `---\nbibliography: ${path}\n---\n\nSee [@wanted|].\n`;
const typst = (path: string): string => `See @wanted|\n\n#bibliography("${path}")\n`;

describe('A path that begins with a slash', () => {
  setUp();

  for (const [what, files, name, text] of [
    [
      'in Typst, is below the folder with typst.toml',
      { 'pack/typst.toml': '', 'pack/refs.bib': bib('wanted') },
      'pack/parts/one.typ',
      typst('/refs.bib'),
    ],
    [
      'in Typst, is below the workspace folder',
      { 'ws/refs.bib': bib('wanted'), 'ws/deep/refs.bib': bib('wanting') },
      'ws/deep/two.typ',
      typst('/added/ws/refs.bib'),
    ],
    [
      'in Quarto, is below the project',
      { 'book/_quarto.yml': 'project:\n  type: book\n', 'book/refs.bib': bib('wanted') },
      'book/parts/one.qmd',
      front('/refs.bib'),
    ],
    [
      'in _quarto.yml, is below the project',
      { 'web/_quarto.yml': 'bibliography: /lib/refs.bib\n', 'web/lib/refs.bib': bib('wanted') },
      'web/parts/one.qmd',
      'See [@wanted|].\n',
    ],
    [
      'in Jekyll, is below the folder with _config.yml',
      { 'blog/_config.yml': 'title: A\n', 'blog/refs.bib': bib('wanted') },
      'blog/_posts/2026-01-01-a.md',
      front('/refs.bib'),
    ],
    [
      'in MyST, is below the folder with myst.yml',
      { 'site/myst.yml': 'version: 1\n', 'site/refs.bib': bib('wanted') },
      'site/pages/a.md',
      front('/refs.bib'),
    ],
    [
      'in Markdown of no project, is below the workspace folder',
      { 'plain/refs.bib': bib('wanted') },
      'plain/deep/note.md',
      front('/added/plain/refs.bib'),
    ],
  ] as const) {
    it(what, async () => {
      for (const [file, content] of Object.entries(files)) addFile(file, content);
      const editor = await openAdded(name, text);
      await suggestsWanted(editor);
      assert.deepEqual(told(editor), []);
    });
  }

  for (const [name, text] of [
    ['disk.tex', (path: string) => `\\addbibresource{${path}}\nSee \\cite{wanted|}.\n`],
    ['disk.md', front],
  ] as const) {
    it(`is a place of the disk as well, in ${name}`, async () => {
      const outside = new Outside({ 'refs.bib': bib('wanted') });
      const editor = await openAdded(`abs/${name}`, text(outside.path('refs.bib')));
      await suggestsWanted(editor);
      outside.remove();
    });
  }
});

describe('A bibliography that TeX finds', () => {
  setUp();
  const text = '\\documentclass{article}\n\\bibliography{central}\nSee \\cite{wanted|}.\n';

  for (const [what, value, file] of [
    ['in a folder of BIBINPUTS', (folder: string) => `.:${folder}:`, 'central.bib'],
    ['below one that ends in //', (folder: string) => `${folder}//`, 'a/b/central.bib'],
  ] as const) {
    it(`is read, ${what}`, async () => {
      const outside = new Outside({ [file]: bib('wanted') });
      await withVariable('BIBINPUTS', value(outside.folder), async () => {
        const editor = await openAdded(`tex${what.length}/main.tex`, text);
        await suggestsWanted(editor);
        assert.deepEqual(told(editor), []);
      });
      outside.remove();
    });
  }

  it('is read in TEXMFHOME', async () => {
    const outside = new Outside({ 'bibtex/bib/mine/central.bib': bib('wanted') });
    await withVariable('TEXMFHOME', outside.folder, async () => {
      const editor = await openAdded('texmfhome/main.tex', text);
      await suggestsWanted(editor);
    });
    outside.remove();
  });

  it('is read in a folder texmf above the document', async () => {
    addFile('study/texmf/bibtex/bib/mine/central.bib', bib('wanted'));
    const editor = await openAdded('study/thesis/main.tex', text);
    await suggestsWanted(editor);
  });
});

describe('The setting of bibliographies', () => {
  setUp();
  const folder = vscode.workspace.workspaceFolders?.[0];

  for (const [what, written] of [
    ['a variable for the folder', '${workspaceFolder}/added/lib/refs.bib'],
    [
      'a variable for a folder of a name',
      `\${workspaceFolder:${folder?.name ?? ''}}/added/lib/refs.bib`,
    ],
    ['a variable of the environment', '${env:PREPRINT_TEST_REFS}/refs.bib'],
    ['the home folder', '~/lib/refs.bib'],
    ['a glob behind a variable', '${workspaceFolder}/added/l*/*.bib'],
    ['a folder', 'added/lib'],
    ['a folder with a slash', 'added/lib/'],
    ['a folder behind a variable', '${workspaceFolder}/added/lib'],
  ] as const) {
    it(`knows ${what}`, async () => {
      addFile('lib/refs.bib', bib('wanted'));
      const added = addedUri('').fsPath.replace(/[\\/]$/, '');
      await withVariable('PREPRINT_TEST_REFS', `${added}/lib`, () =>
        withVariable('HOME', added, () =>
          withSetting('preprint.bibliography.files', [written], async () => {
            await suggestsWanted(await openAdded('note.md', 'See @wanted|\n'));
          }),
        ),
      );
    });
  }
});

/** What people, tools and templates leave in paths. */
const oddPaths = [
  ...[
    '${workspaceFolder}/x.bib',
    '${nothing}/x.bib',
    '${env:NONE}',
    '{x}',
    '{',
    '}',
    'a[b.bib',
    '[',
  ],
  ...[
    '<',
    'a<b.bib',
    '`',
    '!',
    '!x.bib',
    '\0',
    'a\0b.bib',
    '%zz',
    '%',
    '*(',
    '+(a|b)*',
    '//',
    '///',
  ],
  ...['..', '/', '~', '~/', ' ', 'C:', 'C:\\', '\\\\server\\x.bib', 'http://[', 'x'.repeat(5000)],
  ...[
    `${'x'.repeat(300)}.bib`,
    '[!]/*',
    '{a,b',
    '?',
    '\ud800.bib',
    '../'.repeat(60) + 'x.bib',
    '**',
  ],
];

describe('An odd path', () => {
  setUp();

  it('of the setting leaves the others as they are', async () => {
    addFile('odd/here.bib', bib('wanted'));
    const files = [...oddPaths.filter((path) => path !== '**'), 'added/odd/here.bib'];
    await withSetting('preprint.bibliography.files', files, async () => {
      const editor = await openAdded('odd/note.md', 'See @wanted|\n');
      await suggestsWanted(editor);
      await insertCitation(hadamard.paper);
      assert.ok(editor.document.getText().includes(hadamard.key));
    });
  });

  it('in Markdown leaves the others as they are', async () => {
    addFile('odd/here.bib', bib('wanted'));
    const list = [...oddPaths, 'here.bib'].map((path) => JSON.stringify(path)).join(', ');
    const text = `---\nbibliography: [${list}]\n---\n\nSee @wanted|\n`;
    await suggestsWanted(await openAdded('odd/all.md', text));
  });

  for (const [language, file, named] of [
    ['LaTeX', 'odd.tex', (path: string) => `\\addbibresource{${path}}\n`],
    ['Typst', 'odd.typ', (path: string) => `#bibliography(${JSON.stringify(path)})\n`],
    ['Org', 'odd.org', (path: string) => `#+bibliography: ${path}\n`],
  ] as const) {
    it(`in ${language} leaves the others as they are`, async () => {
      addFile('odd/here.bib', bib('wanted'));
      const cite = { LaTeX: '\\cite{wanted|}', Typst: '@wanted|', Org: '[cite:@wanted|]' }[
        language
      ];
      // VS Code takes a file with such a character for no text.
      const paths = oddPaths.filter((path) => !path.includes('\0'));
      const lines = [...paths, 'here.bib'].map(named).join('');
      const editor = await openAdded(`odd/${file}`, `${lines}\nSee ${cite}\n`);
      await suggestsWanted(editor);
    });
  }
});
