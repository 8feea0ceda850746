import * as vscode from 'vscode';
import { nameOfFile } from './fileName.js';

/** A link to a line of a document, behind a stretch of the report's text. */
export interface ReportLink {
  readonly range: vscode.Range;
  readonly target: vscode.Uri;
}

const bullet = '- ';

/** Builds a plain text, line by line, with the places that its lines name as links. */
export class ReportText {
  readonly #lines: string[] = [];
  readonly #links: ReportLink[] = [];

  get text(): string {
    return this.#lines.join('\n') + '\n';
  }

  get links(): readonly ReportLink[] {
    return this.#links;
  }

  /** Another one that goes on from here. */
  copy(): ReportText {
    const copy = new ReportText();
    copy.#lines.push(...this.#lines);
    copy.#links.push(...this.#links);
    return copy;
  }

  heading(level: number, text: string): void {
    if (this.#lines.length > 0) this.#lines.push('');
    this.#lines.push(`${'#'.repeat(level)} ${text}`, '');
  }

  line(text: string): void {
    // Foreign text may hold line breaks.
    this.#lines.push(text.replace(/\s+/g, ' '));
  }

  item(text: string): void {
    this.line(`${bullet}${text}`);
  }

  /** @param line from 0; without it the link leads to the document as a whole */
  place(uri: vscode.Uri, line: number | undefined, text: string): void {
    const path = nameOfFile(uri);
    const name = line === undefined ? path : `${path}:${line + 1}`;
    const number = this.#lines.length;
    this.line(`${bullet}${name}${text === '' ? '' : ` — ${text}`}`);
    this.#links.push({
      range: new vscode.Range(number, bullet.length, number, bullet.length + name.length),
      target: line === undefined ? uri : uri.with({ fragment: `L${line + 1}` }),
    });
  }
}
