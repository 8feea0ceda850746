import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realPath } from '../../../src/editor/files/realPath.js';

describe('Real paths', () => {
  let base = '';
  const at = (name: string): string => path.join(base, name);

  beforeEach(() => {
    base = realpathSync(mkdtempSync(path.join(tmpdir(), 'preprint-real-')));
    mkdirSync(at('inside'));
    mkdirSync(at('outside'));
    writeFileSync(at('outside/file'), '');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('of a file, and of one that is not there, are their own', async () => {
    assert.equal(await realPath(at('outside/file')), at('outside/file'));
    assert.equal(await realPath(at('inside/a/b.md')), at('inside/a/b.md'));
  });

  it('follow links of folders, for what is not there yet as well', async () => {
    symlinkSync(at('outside'), at('inside/link'));
    assert.equal(await realPath(at('inside/link/file')), at('outside/file'));
    assert.equal(await realPath(at('inside/link/new/deep.md')), at('outside/new/deep.md'));
  });

  it('follow a last link that leads nowhere, by a relative path too', async () => {
    symlinkSync('../outside/new', at('inside/link'));
    assert.equal(await realPath(at('inside/link')), at('outside/new'));
  });

  it('follow links to links that lead nowhere', async () => {
    symlinkSync(at('inside/second'), at('inside/first'));
    symlinkSync(at('outside/none/x'), at('inside/second'));
    assert.equal(await realPath(at('inside/first/y')), at('outside/none/x/y'));
  });

  it('go up from where a link leads, not from where it stands', async () => {
    mkdirSync(at('outside/deep'));
    symlinkSync(at('outside/deep'), at('inside/d'));
    symlinkSync('d/../new', at('inside/link'));
    assert.equal(await realPath(at('inside/link')), at('outside/new'));
  });

  it('end where links lead in a circle', async () => {
    symlinkSync(at('inside/b'), at('inside/a'));
    symlinkSync(at('inside/a'), at('inside/b'));
    await assert.rejects(realPath(at('inside/a/file')), { code: 'ELOOP' });
  });
});
