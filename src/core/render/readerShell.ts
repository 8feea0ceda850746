import { escapeHtml } from './escapeHtml.js';
import { pageShell, type PageShell } from './pageShell.js';

export interface ReaderShell extends PageShell {
  readonly strings: {
    /** Shown until the first paper comes. */
    readonly loading: string;
  };
}

/** The page of the reader of one paper. */
export function readerShell(shell: ReaderShell): string {
  const body = `<main>
<p id="status" role="status">${escapeHtml(shell.strings.loading)}</p>
<article id="paper"></article>
</main>`;
  return pageShell(shell, body);
}
