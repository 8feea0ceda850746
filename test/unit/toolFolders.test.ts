import { strict as assert } from 'node:assert';
import { leadsIntoTools } from '../../src/core/toolFolders.js';

describe('Folders of programs', () => {
  for (const path of ['.git/hooks', '.VSCode', 'a/node_modules/b', 'a/Node_Modules', 'a/.b/c.md']) {
    it(`are in ${path}`, () => assert.ok(leadsIntoTools(path)));
  }

  for (const path of ['', 'notes/papers', '.preprint/notes', 'a.b/c.git', 'node_modules.md']) {
    it(`are not in "${path}"`, () => assert.ok(!leadsIntoTools(path)));
  }
});
