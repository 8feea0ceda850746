import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shared } from '../referenceData.mjs';

/** A file or folder of the reference data. */
export function sharedPath(...parts: string[]): string {
  const file = path.join(shared, ...parts);
  assert.ok(existsSync(file), `${file} is missing`);
  return file;
}

export function sharedFiles(folder: string, ending: string): string[] {
  const dir = sharedPath(folder);
  const files = readdirSync(dir)
    .filter((name) => name.endsWith(ending))
    .sort();
  assert.ok(files.length > 0, `${dir} holds no file ending in ${ending}`);
  return files.map((name) => path.join(dir, name));
}

/** A seed by the number that its name begins with. */
export function seed(number: string): { path: string; text: string } {
  const file = sharedFiles('seeds', '.txt').find((name) => path.basename(name).startsWith(number));
  assert.ok(file, `seed ${number} is missing`);
  return { path: path.basename(file), text: readFileSync(file, 'utf8') };
}

/** What is true of an entry of a reference digest: line k of the truth file is entry k. */
export interface Truth {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

export interface ReferenceDigest {
  readonly path: string;
  readonly text: string;
  readonly truth: readonly Truth[];
}

export function referenceDigests(): ReferenceDigest[] {
  return sharedFiles('corpus/daily', '.md').map((file) => ({
    path: path.basename(file),
    text: readFileSync(file, 'utf8'),
    truth: readFileSync(file.replace(/\.md$/, '.truth.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Truth),
  }));
}
