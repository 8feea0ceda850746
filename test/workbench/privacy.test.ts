import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { keepFailurePictures } from './support/failurePictures.js';
import { isLocal } from './support/network.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

describe('A session with Preprint', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  it('reaches no other machine while one browses, points, reads, jumps and cites', async () => {
    const addresses: string[] = [];
    const { page } = workbench;
    page.context().on('request', (request) => addresses.push(request.url()));
    page.on('websocket', (socket) => addresses.push(socket.url()));

    await workbench.reload();
    await workbench.openView();
    await workbench.expandRow('Computer Science', 'cs.LG');
    await workbench.readRow('Coarse-Grained Boltzmann Generators');
    await workbench.openFile('reading-notes.md', '41:12');
    await workbench.hover('2602.11835');
    await workbench.palette('Preprint: Insert Citation');
    await workbench.quickInput().fill('langevin');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '@menon2026' }).last().waitFor();
    await workbench.openFile('reading-notes.md', '15:44');
    await page.keyboard.press('F12');
    await workbench.activeTab().filter({ hasText: '2026-02-12.md' }).waitFor();

    assert.ok(addresses.length > 50, 'requests are seen');
    assert.ok(
      addresses.some((address) => address.includes('katex')),
      'those of the reader too',
    );
    assert.deepEqual(
      addresses.filter((address) => !isLocal(address)),
      [],
    );
  });
});
