import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { indexText } from '../../../src/core/indexText.js';
import { Library } from '../../../src/core/library.js';
import { noteIdentity, noteMatcher } from '../../../src/core/notes/noteIdentity.js';
import { notePath } from '../../../src/core/notes/noteName.js';
import { notesOn } from '../../../src/core/notes/notesOn.js';
import { paperOf } from '../citation/paperOf.js';
import { builtIn, facts, factsWith, newNote } from './facts.js';

const key = facts.key;
const match = noteMatcher(facts.paper, key);

function front(...lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\nWords.\n`;
}

describe('Whose note a document is', () => {
  for (const line of [
    'arxiv: 1706.03762',
    'arxiv: "1706.03762v5" # newest',
    "arxivId: 'arXiv:1706.03762'",
    'arxiv-id: https://arxiv.org/abs/1706.03762',
    'eprint: 1706.03762',
    'doi: https://doi.org/10.48550/arXiv.1706.03762',
  ]) {
    it(`is told by its front matter: ${line}`, () => {
      assert.equal(match(noteIdentity(front('tags: [a]', line))), 'id');
    });
  }

  it('is told by the citation key or the title where no id is given', () => {
    assert.equal(match(noteIdentity(front(`citekey: ${key}`))), 'name');
    assert.equal(match(noteIdentity(front('title: Attention is all you need'))), 'name');
    assert.equal(match(noteIdentity(front('title: "Attention \\"Is\\" All You Need"'))), 'name');
    assert.equal(match(noteIdentity(front('title: Another', `citekey: ${key}`))), undefined);
  });

  it('is another paper’s when the id is another, whatever else is the same', () => {
    const lines = ['title: Attention Is All You Need', `citekey: ${key}`, 'arxiv: 2602.10637'];
    assert.equal(match(noteIdentity(front(...lines))), undefined);
  });

  it('is nobody’s without such a line, or without a front matter', () => {
    assert.equal(noteIdentity(front('tags: [x]', '# arxiv: 1706.03762')), undefined);
    assert.equal(noteIdentity('arxiv: 1706.03762'), undefined);
    assert.equal(noteIdentity('---\narxiv: 1706.03762\n'), undefined);
    assert.equal(noteIdentity(front('deep:', '  arxiv: 1706.03762')), undefined);
  });

  it('is the same for what was written with the built-in template', () => {
    for (const paper of [
      paperOf({ title: 'No “id”, $\\alpha$: a test', authors: ['A'] }),
      paperOf({ id: 'math/0309136', title: 'Old' }),
    ]) {
      const identity = noteIdentity(newNote(builtIn, { ...facts, paper }));
      assert.ok(noteMatcher(paper, 'other')(identity), paper.title);
    }
  });
});

describe('The notes on a paper', () => {
  it('are its own first, wherever they lie, then what names it; digests are none', () => {
    const library = new Library();
    const add = (uri: string, text: string): void => {
      library.replace(indexText(uri, { path: uri, text }, '2026-12'));
    };
    add('file:///w/b.md', 'As in arXiv:1706.03762, and arXiv:1706.03762.');
    add('file:///w/z/own.md', front('arxiv: 1706.03762'));
    add('file:///w/notes/keyed.md', front(`citekey: ${key}`));
    add('file:///w/elsewhere/keyed.md', front(`citekey: ${key}`));
    add('file:///w/other.md', 'arXiv:2602.10637');
    const paper = { ...facts.paper, occurrences: [] };
    const found = notesOn(library, paper, key, (uri) => uri.includes('/notes/'));
    assert.deepEqual(
      found.map(({ uri, isLiterature }) => [uri, isLiterature]),
      [
        ['file:///w/notes/keyed.md', true],
        ['file:///w/z/own.md', true],
        ['file:///w/b.md', false],
      ],
    );
    assert.equal(found[2]?.range?.startCharacter, 'As in arXiv:'.length);
  });
});

/** @param key the paper's own by default */
function named(
  template: string,
  paper: Parameters<typeof factsWith>[0],
  key = facts.key,
): { readonly path: string } {
  const name = notePath(template, { ...factsWith(paper), key });
  assert.ok('path' in name);
  return name;
}

describe('The name of a note', () => {
  for (const [template, path] of [
    ['{key}', 'vaswani2017attentionneed.md'],
    ['{year}/{firstAuthor} - {title}', '2017/Vaswani - Attention Is All You Need.md'],
    ['{arxiv}.qmd', '1706.03762.qmd'],
    ['@{key}', '@vaswani2017attentionneed.md'],
    ['{doi}', 'vaswani2017attentionneed.md'],
  ] as const) {
    it(`follows the template ${template}`, () => {
      assert.deepEqual(notePath(template, facts), { path });
    });
  }

  it('fits every file system, whatever the paper is called', () => {
    for (const [title, path] of [
      ['A/B\\2C: "D" <E>|F?*', 'A-B-2C- -D- -E-F-.md'],
      ['..', 'untitled.md'],
      ['CON', '_CON.md'],
      ['x'.repeat(500), `${'x'.repeat(80)}.md`],
      ['Ends here...', 'Ends here.md'],
    ] as const) {
      assert.deepEqual(notePath('{title}', factsWith({ title })), { path });
    }
    assert.deepEqual(notePath('{arxiv}', factsWith({ id: 'math/0309136' })), {
      path: 'math-0309136.md',
    });
  });

  it('is no device of Windows, whatever its extension', () => {
    for (const name of [
      ...['con', 'Prn', 'AUX', 'nul', 'COM1', 'lpt9', 'COM¹', 'LPT³', 'CONIN$', 'conout$'],
      ...['con.tar', 'nul.', 'aux .txt', 'com1.a.b'],
    ]) {
      const { path } = named('{title}', { title: name });
      assert.match(path, /^_/, name);
      assert.match(named('{title}/{key}', { title: name }).path, /^_/, name);
    }
    for (const name of ['console', 'auxiliary', 'com10', 'lpt', 'a con']) {
      assert.equal(named('{title}', { title: name }).path, `${name}.md`);
    }
  });

  it('has 255 bytes at most, with its extension and a number', () => {
    const family = '👩‍👩‍👧‍👦';
    for (const title of ['论'.repeat(500), family.repeat(40), 'é'.repeat(400), 'x'.repeat(3000)]) {
      for (const template of [
        '{title}',
        '{title} {title}.markdown',
        `{key}/${title}`,
        '{key}-{title}',
      ]) {
        const { path } = named(template, { title }, title);
        for (const part of path.replace(/(?=\.\w+$)/, '-12').split('/')) {
          assert.ok(Buffer.byteLength(part) <= 255, `${Buffer.byteLength(part)} bytes: ${part}`);
        }
      }
    }
    const { path } = named(`${family}{title}`, { title: family.repeat(40) });
    assert.equal(path.replaceAll(family, ''), '.md', 'cut within a character');
  });

  it('begins and ends with letters, and shows what it holds', () => {
    for (const [title, path] of [
      ['.git', 'git.md'],
      ['. .hidden', 'hidden.md'],
      ['name. . .', 'name.md'],
      ['a.md:evil', 'a.md-evil.md'],
      ['a\0b\u001bc\nd', 'abc d.md'],
      ['x\u202edm.exe', 'xdm.exe.md'],
      ['a\u200bb\u{e0041}', 'ab.md'],
      ['👩‍💻 at work', '👩‍💻 at work.md'],
    ] as const) {
      assert.equal(named('{title}', { title }).path, path);
    }
  });

  it('never leaves the folder', () => {
    for (const template of ['../{key}', '/{key}', 'a/../../{key}', 'C:\\{key}', '']) {
      const named = notePath(template, facts);
      assert.ok('problem' in named && named.problem.kind === 'badPath', template);
    }
  });
});
