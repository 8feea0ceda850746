import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const book = '@book{book,\n  title = {A Book}\n}\n';
const citing = (file: string): string => `---\nbibliography: ${file}\n---\n\nSee here: \n`;

/** Where a document of the cloned folder takes a citation, as line and column. */
export const cursor = '5:11';

/**
 * A folder as somebody else may have made it: its links and documents lead to files of the person who
 * clones it.
 */
export class ClonedFolder {
  #outside = '';

  get outside(): string {
    return this.#outside;
  }

  /** Lays the links and documents into the copy of the sample library. */
  prepare = (folder: string, beside: string): void => {
    this.#outside = path.join(beside, 'outside');
    for (const name of ['notes', 'marks']) {
      mkdirSync(path.join(this.#outside, name), { recursive: true });
    }
    const files = {
      'refs.bib': book,
      'linked.bib': book,
      '.bashrc': 'export A=1\n',
      secret: 'secret',
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(this.#outside, name), text);
    }
    rmSync(path.join(folder, 'notes/papers'), { recursive: true, force: true });
    symlinkSync(path.join(this.#outside, 'notes'), path.join(folder, 'notes/papers'));
    symlinkSync(path.join(this.#outside, 'linked.bib'), path.join(folder, 'refs.bib'));
    writeFileSync(path.join(folder, 'linked.md'), citing('refs.bib'));
    writeFileSync(path.join(folder, 'up.md'), citing('../outside/refs.bib'));
    writeFileSync(path.join(folder, 'profile.md'), citing('../outside/.bashrc'));
    writeFileSync(path.join(folder, 'new.md'), citing('../outside/new.bib'));
  };

  /** The folder of marks is a link as well. */
  linkMarks = (folder: string): void => {
    rmSync(path.join(folder, '.preprint'), { recursive: true, force: true });
    symlinkSync(path.join(this.#outside, 'marks'), path.join(folder, '.preprint'));
  };

  /** All files outside, each with its text. */
  files(): Readonly<Record<string, string>> {
    const entries = readdirSync(this.#outside, { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .map((file) => [path.relative(this.#outside, file), readFileSync(file, 'utf8')]),
    );
  }
}
