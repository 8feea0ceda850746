import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { realPath } from '../../src/editor/files/realPath.js';
import { rounds } from './support/rounds.js';

const names = ['a', 'b', 'c', 'd'];
const mostParts = 5;
const mostLinks = 12;
const somePath = fc.array(fc.constantFrom(...names, '..', '.'), {
  ...{ minLength: 1, maxLength: mostParts },
});

type Made =
  | { readonly kind: 'folder'; readonly at: readonly string[] }
  | {
      readonly kind: 'link';
      readonly at: readonly string[];
      readonly to: readonly string[];
      readonly absolute: boolean;
    };

const made: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ kind: fc.constant('folder' as const), at: somePath }),
  fc.record({
    kind: fc.constant('link' as const),
    ...{ at: somePath, to: somePath, absolute: fc.boolean() },
  }),
);

/** Below the folder: what `..` leaves is no business of a trial. */
function inside(base: string, parts: readonly string[]): string {
  return path.join(base, path.posix.join('/', ...parts));
}

/** What the disk does not allow, such as a link where a folder is, is not made. */
function attempt(make: () => void): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

describe('Trial: real paths', () => {
  it('are where the system writes, through any links, those that lead nowhere included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { maxLength: mostLinks }), somePath, async (all, asked) => {
        const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'preprint-links-')));
        // So deep that all links together lead no further up than to the folder of this round.
        const base = path.join(root, 'x/'.repeat(mostLinks * mostParts));
        try {
          mkdirSync(base, { recursive: true });
          for (const each of all) {
            const at = inside(base, each.at);
            if (each.kind === 'folder') attempt(() => mkdirSync(at, { recursive: true }));
            else {
              const to = each.absolute ? inside(base, each.to) : each.to.join('/');
              attempt(() => symlinkSync(to, at));
            }
          }
          const file = path.join(inside(base, asked), 'x.bib');
          const told = await realPath(file).catch(() => undefined);
          // The system writes there, or not at all: then there is nothing to be told of.
          if (attempt(() => writeFileSync(file, ''))) assert.equal(told, realpathSync.native(file));
        } finally {
          rmSync(root, { recursive: true, force: true });
        }
      }),
      { numRuns: rounds(200, 3000) },
    );
  });
});
