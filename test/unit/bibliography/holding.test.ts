import { strict as assert } from 'node:assert';
import { holdingOf, takesEntries } from '../../../src/core/bibliography/holding.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';

function takes(path: string, text: string): { inside: boolean; outside: boolean } {
  const holding = holdingOf(readBibliography(path, text), text);
  return {
    inside: takesEntries(path, holding, false),
    outside: takesEntries(path, holding, true),
  };
}

const book = '@book{a,\n  title = {A}\n}\n';

describe('A file takes entries', () => {
  for (const [path, text] of [
    ['refs.bib', book],
    ['refs.bib', ''],
    ['refs.bib', '% Encoding: UTF-8\n'],
    ['refs.json', '[{"id": "a", "title": "A"}]'],
    ['refs.json', '[]\n'],
    ['refs.yml', 'a:\n  type: book\n  title: A\n'],
    ['refs.yaml', ''],
  ] as const) {
    it(`anywhere: ${path} with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(takes(path, text), { inside: true, outside: true });
    });
  }

  for (const [path, text] of [
    ['refs.bib', '@string{a = {A}}\n'],
    ['notes.txt', book],
    ['.hidden', book],
  ] as const) {
    it(`in the workspace alone: ${path} with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(takes(path, text), { inside: true, outside: false });
    });
  }

  for (const [path, text] of [
    ['.bashrc', 'export A=1\n'],
    ['.bashrc', ''],
    ['authorized_keys', ''],
    ['notes.txt', 'Notes.\n'],
    ['package.json', '{"files": ["a"]}'],
    ['tasks.json', '[{"id": "a", "command": "b"}]'],
    ['ci.yml', 'jobs:\n  build:\n    steps: []\n'],
    ['compose.yaml', 'services:\n  web:\n    image: x\n'],
  ] as const) {
    it(`nowhere: ${path} with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(takes(path, text), { inside: false, outside: false });
    });
  }
});
