import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { pathRule } from '../../../src/core/bibliography/pathRules.js';
import { settingPath } from '../../../src/core/bibliography/settingPath.js';
import {
  isOfDistribution,
  isSearched,
  texFolders,
} from '../../../src/core/bibliography/texInputs.js';

describe('where a path that begins with a slash is looked for', () => {
  for (const [languageId, path, roots, rootFile] of [
    ['typst', '/a/main.typ', 'setting project workspace', 'typst.toml'],
    ['quarto', '/a/main.qmd', 'project workspace disk', '_quarto.yml'],
    ['', '/a/main.qmd', 'project workspace disk', '_quarto.yml'],
    ['markdown', '/a/post.md', 'project disk workspace', '_config.yml'],
    ['markdown', '/a/page.md', 'project disk workspace', 'myst.yml'],
    ['', '/a/_quarto.yml', 'project disk workspace', '_quarto.yml'],
    ['', '/a/_config.yml', 'project disk workspace', '_config.yml'],
    ['restructuredtext', '/a/index.rst', 'project disk', 'conf.py'],
    ['latex', '/a/main.tex', 'disk', undefined],
    ['org', '/a/main.org', 'disk', undefined],
    ['asciidoc', '/a/main.adoc', 'disk', undefined],
  ] as const) {
    it(`in ${languageId || path}: ${roots}`, () => {
      const rule = pathRule(languageId, path);
      assert.equal(rule.roots.join(' '), roots);
      if (rootFile) assert.ok(rule.rootFiles.includes(rootFile));
    });
  }

  it('TeX alone looks elsewhere for what is not beside the document', () => {
    assert.ok(pathRule('latex', 'a.tex').asTex);
    assert.ok(!pathRule('markdown', 'a.md').asTex);
  });
});

describe('a path of the setting', () => {
  const env: Readonly<Record<string, string>> = { REFS: '/data/refs', WIN: 'C:\\refs', EMPTY: '' };
  const variables = { env: (name: string) => env[name], home: '/home/ada' };
  for (const [setting, expected] of [
    ['refs/*.bib', { folder: '', path: 'refs/*.bib' }],
    ['refs\\a.bib', { folder: '', path: 'refs/a.bib' }],
    [' a.bib ', { folder: '', path: 'a.bib' }],
    ['~/lib.bib', { folder: '', path: '/home/ada/lib.bib' }],
    ['~ada/lib.bib', { folder: '', path: '~ada/lib.bib' }],
    ['${userHome}/lib.bib', { folder: '', path: '/home/ada/lib.bib' }],
    ['${workspaceFolder}/x.bib', { folder: '', path: 'x.bib' }],
    ['${workspaceFolder}', { folder: '', path: '.' }],
    ['${workspaceFolder}/', { folder: '', path: '.' }],
    ['${workspaceFolder:notes}/x.bib', { folder: 'notes', path: 'x.bib' }],
    ['${workspaceFolder:my notes}', { folder: 'my notes', path: '.' }],
    ['${env:REFS}/x.bib', { folder: '', path: '/data/refs/x.bib' }],
    ['${env:WIN}/x.bib', { folder: '', path: 'C:/refs/x.bib' }],
    ['${workspaceFolder}/${env:REFS}', { folder: '', path: '/data/refs' }],
    ['${env:NONE}/x.bib', undefined],
    ['${env:EMPTY}/x.bib', undefined],
    ['${file}', undefined],
    ['${}', undefined],
    ['${workspaceFolder', { folder: '', path: '${workspaceFolder' }],
    ['$1{x}', { folder: '', path: '$1{x}' }],
  ] as const) {
    it(`${setting} is ${expected ? `${expected.folder}:${expected.path}` : 'none'}`, () => {
      assert.deepEqual(settingPath(setting, variables), expected);
    });
  }

  it('is read without a home folder', () => {
    const homeless = { ...variables, home: undefined };
    assert.deepEqual(settingPath('~/a.bib', homeless), { folder: '', path: '~/a.bib' });
    assert.equal(settingPath('${userHome}/a.bib', homeless), undefined);
  });

  it('never throws', () => {
    const part = fc.constantFrom(
      '${',
      '}',
      ':',
      'env',
      'workspaceFolder',
      '~',
      '/',
      '\\',
      '$&',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (setting) => {
          settingPath(setting, variables);
        },
      ),
    );
  });
});

describe('the folders of BIBINPUTS', () => {
  const home = '/home/ada';
  const own = ['/home/ada/texmf/bibtex/bib//', '/home/ada/Library/texmf/bibtex/bib//'];
  for (const [what, env, expected] of [
    ['are those of the person without it', {}, own],
    ['are those of TEXMFHOME', { TEXMFHOME: '/t' }, ['/t/bibtex/bib//']],
    [
      'are those of several trees',
      { TEXMFHOME: '{$HOME/t,/u/}', HOME: home },
      ['/home/ada/t/bibtex/bib//', '/u/bibtex/bib//'],
    ],
    ['are its parts', { BIBINPUTS: '/a:b/c' }, ['/a', 'b/c']],
    ['go down behind two slashes', { BIBINPUTS: '.:./bib//:/a//' }, ['.', './bib//', '/a//']],
    ['have the usual ones in its empty parts', { BIBINPUTS: '/a:' }, ['/a', ...own]],
    ['have them in front', { BIBINPUTS: ':/a' }, [...own, '/a']],
    ['have them within', { BIBINPUTS: '/a::/b' }, ['/a', ...own, '/b']],
    ['are read without !!', { BIBINPUTS: '!!/a//' }, ['/a//']],
    [
      'are read with variables',
      { BIBINPUTS: '$R/x:${R}/y:~/z', R: '/r' },
      ['/r/x', '/r/y', '/home/ada/z'],
    ],
    ['are not those of unknown variables', { BIBINPUTS: '$NONE/x:/a' }, ['/a']],
    ['may be the whole disk', { BIBINPUTS: '/:///' }, ['/', '///']],
    ['are read though slashes stand within', { BIBINPUTS: '/a//b/' }, ['/a/b']],
  ] as const) {
    it(what, () => {
      const folders = texFolders(env, ':', home);
      assert.deepEqual(
        folders.map(({ path, isDeep }) => (isDeep ? `${path}//` : path)),
        expected,
      );
    });
  }

  it('are parted by ; on Windows', () => {
    assert.deepEqual(
      texFolders({ BIBINPUTS: 'C:\\a;D:/b//', TEXMFHOME: 'C:\\t' }, ';', undefined),
      [
        { path: 'C:/a', isDeep: false },
        { path: 'D:/b', isDeep: true },
      ],
    );
  });

  for (const [path, expected] of [
    ['central.bib', true],
    ['lib/central.bib', true],
    ['./central.bib', false],
    ['../central.bib', false],
    ['/a/central.bib', false],
    ['~/central.bib', false],
    ['C:/central.bib', false],
  ] as const) {
    it(`${path} is ${expected ? '' : 'not '}looked for there`, () => {
      assert.equal(isSearched(path), expected);
    });
  }

  it('need not have the abbreviations of a distribution', () => {
    assert.ok(isOfDistribution('IEEEabrv.bib'));
    assert.ok(!isOfDistribution('refs.bib'));
  });

  it('never throw', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...Array.from('/:;~!${}a,\\. ')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(signs, signs, (BIBINPUTS, TEXMFHOME) => {
        for (const separator of [':', ';'] as const) {
          texFolders({ BIBINPUTS, TEXMFHOME }, separator, undefined);
        }
      }),
    );
  });
});
