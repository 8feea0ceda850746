import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { eventually } from './eventually.js';

/**
 * Waits until VS Code has stored a window's state with this value in it. In a browser it does so
 * every five seconds, since a page that closes has no time for it.
 */
export async function windowStateHolds(page: Page, name: string, value: number): Promise<void> {
  // It stands in JSON within JSON, some levels deep.
  await windowStateMatches(page, new RegExp(`${name}\\\\*":${value}\\b`));
}

export async function windowStateMatches(page: Page, entry: RegExp): Promise<void> {
  await eventually(async () => {
    const state = await windowState(page);
    assert.match(state, entry);
  }, 20_000);
}

function windowState(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('No database.'));
      });
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('vscode-web-state-db-')) continue;
      const database = await result(indexedDB.open(name));
      const [table] = database.objectStoreNames;
      if (table !== undefined) {
        const values: unknown[] = await result(
          database.transaction(table).objectStore(table).getAll(),
        );
        texts.push(values.map(String).join('\n'));
      }
      database.close();
    }
    return texts.join('\n');
  });
}
