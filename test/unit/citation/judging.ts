import { after, before } from 'mocha';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExportOptions } from '../../../src/core/citation/export/exportFormat.js';
import { exportPapers } from '../../../src/core/citation/export/registry.js';
import type { Cite } from '../../../src/core/citation/syntaxes.js';

/** Installing takes about ten seconds for each, and pandoc as long again for the largest file. */
export const patience = 300_000;

/** BibTeX finds files where it runs, and has room for large bibliographies. */
const settings = { BIBINPUTS: '.', BSTINPUTS: '.', hash_size: '500000', max_strings: '1000000' };

/** Runs the judges of one suite in a folder of its own, which is gone after its tests. */
export class Judging {
  folder = '';

  constructor() {
    before(() => {
      this.folder = mkdtempSync(path.join(tmpdir(), 'preprint-judges-'));
    });
    after(() => {
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  run(program: string, args: readonly string[], input = '') {
    const env = { ...process.env, ...settings };
    const result = spawnSync(program, args, {
      cwd: this.folder,
      env,
      input,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    assert.equal(result.error, undefined);
    return result;
  }
}

export function exported(
  format: string,
  cites: readonly Cite[],
  options: ExportOptions = {},
): string {
  return exportPapers(format, cites, options)?.text ?? '';
}
