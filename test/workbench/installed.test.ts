import { globSync } from 'glob';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the .vsix has put into the extensions folder of VS Code. */
function installed(): { folder: string; files: string[] } {
  const extensions = path.join(process.env['PREPRINT_DATA_TEMPLATE'] ?? '', 'extensions');
  const [folder, ...others] = globSync('preprint.preprint-*', { cwd: extensions, absolute: true });
  assert.ok(folder !== undefined && others.length === 0, `one Preprint in ${extensions}`);
  return { folder, files: globSync('**', { cwd: folder, nodir: true, dot: true, posix: true }) };
}

describe('The installed extension', () => {
  it('brings its strings in English and Chinese, for the manifest and for the code', () => {
    const { folder, files } = installed();
    const strings = files.filter((file) => /nls|l10n/.test(file));
    assert.deepEqual(strings.toSorted(), [
      'l10n/bundle.l10n.json',
      'l10n/bundle.l10n.zh-cn.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
    ]);
    for (const file of strings.filter((name) => name.includes('zh-cn'))) {
      assert.match(readFileSync(path.join(folder, file), 'utf8'), /论文/);
    }
  });

  it('brings its programs and fonts, licences and texts, and nothing else', () => {
    const { folder, files } = installed();
    const expected =
      /^(\.vsixmanifest|package\.json|package\.nls.*\.json|l10n\/.*\.json|readme\.md|changelog\.md|license\.txt|media\/[\w-]+\.(css|svg|png)|media\/locales\/(locales-[\w-]+\.xml|NOTICE\.txt)|media\/walkthrough\/[\w-]+\.png|media\/sample\/.*|syntaxes\/.*\.json|dist\/(extension|worker|librarian|csl|reader|trends|formulas|digestReader)\.js|dist\/katex\/katex\.min\.css|dist\/katex\/fonts\/KaTeX_[\w-]+\.woff2|dist\/third-party-notices\.txt)$/i;
    assert.deepEqual(
      files.filter((file) => !expected.test(file)),
      [],
    );
    assert.ok(files.includes('dist/worker.js'));
    assert.ok(files.includes('dist/librarian.js'));
    assert.ok(files.includes('media/locales/locales-en-US.xml'));
    const notices = readFileSync(path.join(folder, 'dist', 'third-party-notices.txt'), 'utf8');
    assert.match(notices, /Citations by CSL \(citeproc-js\), http:\/\/citationstyles\.org\//);
    assert.match(notices, /Citation Style Language project.*creativecommons\.org/s);
    assert.ok(files.some((file) => file.startsWith('dist/katex/fonts/')));
  });
});
