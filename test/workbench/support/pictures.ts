import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../vscode/paths.mjs';
import { smallPicture } from './smallPicture.js';

/** Takes a picture of the window, of what fades in as it will be. Gives its file. */
export async function takePicture(page: Page, folder: string, name: string): Promise<string> {
  const file = path.join(folder, `${name}.png`);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled' });
  return file;
}

/** Renews a picture that the README or the walkthrough shows; any other stays where it is. */
export function publishPicture(file: string): void {
  const name = path.basename(file);
  const published = isShown('README.md', `media/pictures/${name}`)
    ? `media/pictures/${name}`
    : `media/walkthrough/${name}`;
  if (!isShown('README.md', published) && !isShown('package.json', published)) return;
  mkdirSync(path.join(root, path.dirname(published)), { recursive: true });
  writeFileSync(path.join(root, published), smallPicture(readFileSync(file)));
}

function isShown(page: string, picture: string): boolean {
  return readFileSync(path.join(root, page), 'utf8').includes(picture);
}
