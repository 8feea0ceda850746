import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ReadDocument } from './reading.js';

/** Where a fixture lies: those of the sample library are what the extension brings. */
function place(name: string): string {
  return path.resolve(...(/^sample\b/.test(name) ? ['media'] : ['test', 'fixtures']), name);
}

/** Bytes of a fixture, by its path below `test/fixtures`, or below `media` for `sample/…`. */
export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(place(name)));
}

export function readFixture(name: string): ReadDocument {
  return new ReadDocument(name, fixtureBytes(name));
}

export function readBroken(name: string): ReadDocument {
  return readFixture(`broken/${name}`);
}

/** Names of the files in a folder of fixtures, in alphabetical order. */
export function fixtureNames(folder: string): string[] {
  return readdirSync(place(folder)).sort();
}
