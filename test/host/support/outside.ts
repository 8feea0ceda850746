import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { addedUri, sampleUri } from './library.js';

let count = 0;

/** A folder beside the workspace, which nothing but a person's word may change. */
export class Outside {
  /** Another one for each: what a person has agreed to holds for the window. */
  readonly folder = path.join(sampleUri('..').fsPath, `outside${++count}`);
  #before: readonly string[];

  constructor(files: Readonly<Record<string, string>> = {}) {
    mkdirSync(this.folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), text);
    }
    this.#before = this.#all();
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** From a file in the folder of what tests add. */
  relative(name: string): string {
    return path.relative(addedUri('').fsPath, this.path(name)).replaceAll('\\', '/');
  }

  /** What is there now and was not, or is another: its path and text. */
  changes(): string[] {
    return this.#all().filter((line) => !this.#before.includes(line));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #all(): string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => `${path.relative(this.folder, file)}: ${readFileSync(file, 'utf8')}`)
      .sort();
  }
}

/** A link among what a test adds. */
export function addLink(name: string, target: string): vscode.Uri {
  const uri = addedUri(name);
  mkdirSync(path.dirname(uri.fsPath), { recursive: true });
  rmSync(uri.fsPath, { force: true });
  symlinkSync(target, uri.fsPath);
  return uri;
}

/**
 * Answers the questions that stop everything until they are answered, while something is done.
 * @param answer the button; undefined to dismiss them
 * @param meanwhile is done while a question stands there
 * @returns each question as it is shown
 */
export async function askedDuring(
  answer: string | undefined,
  act: () => PromiseLike<unknown>,
  meanwhile?: () => void,
): Promise<string[]> {
  const asked: string[] = [];
  const original = vscode.window.showWarningMessage;
  const replace = (value: unknown): void => {
    Object.defineProperty(vscode.window, 'showWarningMessage', {
      value,
      configurable: true,
      writable: true,
    });
  };
  replace((message: string, options: unknown, ...buttons: readonly string[]) => {
    const isModal = typeof options === 'object' && (options as vscode.MessageOptions).modal;
    if (!isModal) return Promise.resolve(undefined);
    asked.push(message);
    meanwhile?.();
    return Promise.resolve(buttons.find((button) => button === answer));
  });
  try {
    await act();
  } finally {
    replace(original);
  }
  return asked;
}

/** As in Restricted Mode, while something is done: the window of the tests is trusted. */
export async function inRestrictedMode(act: () => PromiseLike<unknown>): Promise<void> {
  const { workspace } = vscode;
  const own = Object.getOwnPropertyDescriptor(workspace, 'isTrusted');
  Object.defineProperty(workspace, 'isTrusted', { get: () => false, configurable: true });
  try {
    await act();
  } finally {
    if (own) Object.defineProperty(workspace, 'isTrusted', own);
  }
}
