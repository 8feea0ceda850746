import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ReadDocument } from './reading.js';

const root = path.resolve('test', 'fixtures');

/** Bytes of a fixture, by its path below `test/fixtures`. */
export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(root, name)));
}

export function readFixture(name: string): ReadDocument {
  return new ReadDocument(name, fixtureBytes(name));
}

export function readBroken(name: string): ReadDocument {
  return readFixture(`broken/${name}`);
}

/** Names of the files in a folder of fixtures, in alphabetical order. */
export function fixtureNames(folder: string): string[] {
  return readdirSync(path.join(root, folder)).sort();
}
