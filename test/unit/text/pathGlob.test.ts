import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { anyGlob, globMatcher, pathGlob } from '../../../src/core/pathGlob.js';

/** What people, tools and templates leave in paths. */
const oddPaths = [
  ...['${workspaceFolder}/x.bib', '{x}', '{', '}', '{}', '[', ']', 'a[b.bib', '[]', '[!]', '[a-'],
  ...['<', 'a<b.bib', '`', '!', '!x.bib', '!*.bib', '\0', '\0*', '%zz', '%zz*', '%', '', ' ', '.'],
  ...['..', '/', '//', '///*', '*(', '(*', '+(a|b)*', '@(x)', '(?:', '\\', '\\*', '$^*', '~', '#'],
  ...[
    '?',
    '**',
    '***',
    '**/**/**/**/**/x',
    '{a,b',
    '{a,{b,{c,{d,{e,f}}}}}',
    '{1..999999}',
    '[[:x:]]',
  ],
  ...['*'.repeat(5000), '{a,'.repeat(2000), '['.repeat(2000), 'x'.repeat(100_000), '\ud800*'],
];

describe('a glob in a path', () => {
  for (const [path, expected] of [
    ['refs.bib', undefined],
    ['refs/*.bib', { folder: 'refs', glob: '*.bib' }],
    ['*.bib', { folder: '', glob: '*.bib' }],
    ['/*.bib', { folder: '/', glob: '*.bib' }],
    ['/a/b/**/*.bib', { folder: '/a/b', glob: '**/*.bib' }],
    ['../lib/[ab].bib', { folder: '../lib', glob: '[ab].bib' }],
    ['a/{b,c}/d.bib', { folder: 'a', glob: '{b,c}/d.bib' }],
    ['{x}', undefined],
    ['a[b.bib', undefined],
    ['**/*a*b*c*.bib', undefined],
  ] as const) {
    it(`${path} is ${expected ? `one below "${expected.folder}"` : 'none'}`, () => {
      assert.deepEqual(pathGlob(path), expected);
    });
  }

  for (const [glob, path, expected] of [
    ['*.bib', 'a.bib', true],
    ['*.bib', '.a.bib', false],
    ['*.bib', 'a/b.bib', false],
    ['**/*.bib', 'a/b.bib', true],
    ['{a,b}.bib', 'b.bib', true],
    ['[ab]?.bib', 'a1.bib', true],
    ['a (copy)*.bib', 'a (copy) 2.bib', true],
    ["a'b+c@d!*.bib", "a'b+c@d!.bib", true],
    ['!*.bib', '!a.bib', true],
    ['!*.bib', 'a.tex', false],
    ['(a|a)+*', 'aaaa', false],
  ] as const) {
    it(`${glob} ${expected ? 'names' : 'does not name'} ${path}`, () => {
      assert.equal(globMatcher(glob)(path), expected);
    });
  }

  it('never throws, whatever stands there', () => {
    for (const path of oddPaths) assert.doesNotThrow(() => lookAt(path), path.slice(0, 40));
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const signs = fc.string({
      unit: fc.constantFrom(...Array.from('*?[]{}(),!+@/\\.|^$a-')),
      maxLength: 60,
    });
    fc.assert(fc.property(fc.oneof(text, signs), (path) => lookAt(path)));
  });

  it('takes no long time, however it is made', () => {
    const name = `${'a'.repeat(255)}!`;
    for (const glob of [
      '*a'.repeat(40),
      '(a|a)+'.repeat(9) + '*',
      '{a,a}'.repeat(60),
      '?*'.repeat(99),
    ]) {
      const began = process.cpuUsage();
      for (const path of [name, `${name}/${name}`]) {
        const found = pathGlob(glob);
        if (found) globMatcher(found.glob)(path);
      }
      assert.ok(process.cpuUsage(began).user < 200_000, glob);
    }
  });

  it('of a setting never throws either, and spoils no other', () => {
    const matches = anyGlob([...oddPaths, '*.md'], { dot: true });
    assert.ok(matches('note.md'));
  });
});

function lookAt(path: string): void {
  const glob = pathGlob(path);
  if (!glob) return;
  const { folder, glob: rest } = glob;
  const single = (text: string): string => text.replace(/\/{2,}/g, '/');
  assert.equal(single(folder === '' ? rest : `${folder}/${rest}`), single(path));
  globMatcher(rest)('refs.bib');
}
