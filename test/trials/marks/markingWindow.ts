import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PaperKey } from '../../../src/core/paper.js';
import type { Orders } from './orders.js';

export interface MarkingEnd {
  /** Acknowledged as being on disk. */
  readonly written: readonly string[];
  /** Told instead. */
  readonly failed: readonly string[];
  readonly signal: NodeJS.Signals | null;
}

/** A window that marks papers, as a process that can be killed. */
export class MarkingWindow {
  readonly #process: ChildProcess;
  #told = '';
  readonly #waiting = new Set<() => void>();
  readonly end: Promise<MarkingEnd>;

  constructor(orders: Orders) {
    const program = path.join(__dirname, 'markingProcess.js');
    this.#process = spawn(process.execPath, [program, JSON.stringify(orders)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout?.on('data', (data) => {
      this.#told += String(data);
      for (const look of this.#waiting) look();
    });
    this.end = new Promise((resolve) => {
      this.#process.on('close', (_, signal) => resolve({ ...this.#said(), signal }));
    });
  }

  /** Resolves when the window has said so. */
  async said(word: 'ready' | 'renaming'): Promise<void> {
    while (!this.#told.includes(word)) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  go(): void {
    this.#process.stdin?.end('go\n');
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#process.kill(signal);
  }

  #said(): Omit<MarkingEnd, 'signal'> {
    const lines = this.#told.split('\n');
    const after = (word: string) =>
      lines
        .filter((line) => line.startsWith(`${word} `))
        .map((line) => line.slice(word.length + 1));
    return { written: after('written'), failed: after('failed') };
  }
}

/** The papers that a file has stars of; throws for a line that is broken. */
export function starredIn(file: string): Set<string> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const records = lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly paper: string; readonly starred?: string });
  return new Set(records.filter(({ starred }) => starred).map(({ paper }) => paper));
}

/** Papers of its own for each window. */
export function papersOf(window: number, count: number): PaperKey[] {
  const first = 10_000 + window * 100;
  return Array.from({ length: count }, (_, at): PaperKey => `arxiv:2602.${first + at}`);
}
