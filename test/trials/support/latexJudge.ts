import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureProgram } from '../../vscode/debian.mjs';
import { secretFile } from './hostileTex.js';

/** LaTeX ends long before, unless it never ends. */
const longestMs = 300_000;

/**
 * What a document may do beside being typeset: `everything` lets TeX run programs, and read and write any
 * file, so that whatever tries is seen.
 */
export type Permission = 'everything' | 'usual';

/** Typesets documents in a folder of its own, and tells what they read and wrote. */
export class LatexJudge {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'preprint-latex-'));
  readonly #pdflatex = ensureProgram('pdflatex', 'texlive-latex-base');
  readonly #bibtex = ensureProgram('bibtex', 'texlive-binaries');
  /** Where LaTeX's own files are. */
  readonly #trees = spawnSync('kpsewhich', ['-expand-braces=$TEXMF'], { encoding: 'utf8' })
    .stdout.trim()
    .split(':')
    .map((folder) => folder.replace(/^!!/, ''));

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /**
   * Typesets all entries of a bibliography.
   * @param style of BibTeX: the text of a file, or the name of one that comes with LaTeX
   * @returns LaTeX's log
   * @throws {AssertionError} when it did not end well, or read or wrote what it has no need of
   */
  typeset(
    bibliography: string,
    style: { text: string } | { name: string },
    may: Permission,
  ): string {
    this.#clear();
    const name = 'name' in style ? style.name : 'all';
    if ('text' in style) this.#write('all.bst', style.text);
    this.#write('refs.bib', bibliography);
    this.#write(`${secretFile}.tex`, '\\typeout{the secret was read}');
    this.#write('main.tex', documentWith(`\\bibliographystyle{${name}}\\bibliography{refs}`));
    this.#run(this.#pdflatex, options(may), may);
    const said = this.#run(this.#bibtex, ['main'], may);
    assert.doesNotMatch(said, /error message|I was expecting|Sorry|repeated/i, said.slice(0, 2000));
    const before = this.#files();
    this.#run(this.#pdflatex, options(may), may);
    return this.#judged(before);
  }

  /** Typesets what stands in a document; the same is judged. */
  typesetBody(body: string, may: Permission): string {
    this.#clear();
    this.#write(`${secretFile}.tex`, '\\typeout{the secret was read}');
    this.#write('main.tex', documentWith(body));
    const before = this.#files();
    this.#run(this.#pdflatex, options(may), may);
    return this.#judged(before);
  }

  #judged(before: readonly string[]): string {
    const log = this.#read('main.log');
    const end = log.slice(-3000);
    assert.doesNotMatch(log, /Emergency stop|Fatal error|capacity exceeded|100 errors/, end);
    assert.match(log, /Output written on main\.pdf/, end);
    assert.doesNotMatch(log, /the secret was read|runsystem|runpopen/);
    const made = [...before, 'main.aux', 'main.fls', 'main.log', 'main.pdf'];
    assert.deepEqual(this.#files(), [...new Set(made)].sort());
    const { read, written } = this.#recorded();
    assert.deepEqual(
      read.filter((file) => !this.#trees.some((tree) => tree !== '' && file.startsWith(tree))),
      ['main.aux', 'main.bbl', 'main.tex'].filter((file) => existsSync(this.#path(file))),
    );
    assert.deepEqual(written, ['main.aux', 'main.log', 'main.pdf']);
    for (const line of this.#read('main.aux').trim().split('\n')) {
      assert.match(line, /^\\(?:relax|citation|bibstyle|bibdata|bibcite\{\w+\}|gdef ?\\@abspage)/);
    }
    return log;
  }

  /** By TeX's own record; files of the folder by their names, once each. */
  #recorded(): { readonly read: readonly string[]; readonly written: readonly string[] } {
    const lines = this.#read('main.fls').trim().split('\n');
    const files = (kind: string): string[] => {
      const found = lines.filter((line) => line.startsWith(`${kind} `));
      const named = found.map((line) =>
        line
          .slice(kind.length + 1)
          .replace(`${this.#folder}/`, '')
          .replace(/^\.\//, ''),
      );
      return [...new Set(named)].sort();
    };
    return { read: files('INPUT'), written: files('OUTPUT') };
  }

  #run(program: string, args: readonly string[], may: Permission): string {
    const free = may === 'everything' ? { openin_any: 'a', openout_any: 'a' } : {};
    const { stdout, signal, error } = spawnSync(program, args, {
      cwd: this.#folder,
      encoding: 'latin1',
      env: { ...process.env, ...free, max_print_line: '10000' },
      timeout: longestMs,
      killSignal: 'SIGKILL',
      maxBuffer: 1e9,
    });
    assert.equal(error, undefined);
    assert.equal(signal, null, `${path.basename(program)} did not end`);
    return stdout;
  }

  #clear(): void {
    for (const name of readdirSync(this.#folder)) rmSync(this.#path(name));
  }

  #files(): readonly string[] {
    return readdirSync(this.#folder).sort();
  }

  #path(name: string): string {
    return path.join(this.#folder, name);
  }

  #read(name: string): string {
    return readFileSync(this.#path(name), 'latin1');
  }

  #write(name: string, text: string): void {
    writeFileSync(this.#path(name), text);
  }
}

function options(may: Permission): string[] {
  const shell = may === 'everything' ? '-shell-escape' : '-no-shell-escape';
  return ['-interaction=nonstopmode', '-recorder', shell, 'main.tex'];
}

function documentWith(body: string): string {
  return `\\documentclass{article}
\\usepackage[utf8]{inputenc}
\\usepackage[T1]{fontenc}
\\usepackage{amsmath,amssymb,bm,textcomp}
\\begin{document}
\\nocite{*}
${body}
\\end{document}
`;
}
