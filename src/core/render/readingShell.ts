import { escapeHtml } from './escapeHtml.js';
import { pageShell, type PageShell } from './pageShell.js';

export interface ReadingShell extends PageShell {
  readonly strings: {
    readonly loading: string;
    readonly papers: string;
    readonly paper: string;
    readonly filter: string;
    readonly filterHint: string;
    readonly category: string;
    readonly show: string;
    readonly showAll: string;
    readonly showUnread: string;
    readonly showStarred: string;
    readonly back: string;
    readonly splitter: string;
    readonly keys: string;
    readonly changeKeys: string;
    readonly close: string;
    readonly openAsText: string;
  };
  /** What each key does, for the page that explains them. */
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}

/** The page of a list of papers: the list on one side, a paper on the other. */
export function readingShell(shell: ReadingShell): string {
  const text = (name: keyof ReadingShell['strings']): string => escapeHtml(shell.strings[name]);
  const keys = shell.keys.map(
    ({ key, does }) => `<dt><kbd>${escapeHtml(key)}</kbd></dt><dd>${escapeHtml(does)}</dd>`,
  );
  return pageShell(
    shell,
    `<section class="papers" aria-labelledby="list-title">
<header class="list-header">
<div class="list-line"><h1 id="list-title">${escapeHtml(shell.title)}</h1><button type="button" class="quiet" data-do="keys" aria-haspopup="dialog" aria-label="${text('keys')}" title="${text('keys')}">?</button></div>
<input id="filter" type="search" autocomplete="off" spellcheck="false" maxlength="1000" placeholder="${text('filterHint')}" aria-label="${text('filter')}" aria-describedby="count">
<div class="choices">
<select id="category" aria-label="${text('category')}"></select>
<select id="show" aria-label="${text('show')}"><option value="all">${text('showAll')}</option><option value="unread">${text('showUnread')}</option><option value="starred">${text('showStarred')}</option></select>
</div>
<div class="counts"><span id="count" role="status"></span> <button id="muted" type="button" class="quiet" aria-pressed="false" hidden></button></div>
</header>
<p id="status" role="status">${text('loading')}</p>
<p class="as-text"><button id="as-text" type="button" data-do="asText" hidden>${text('openAsText')}</button></p>
<p id="nothing" role="status"></p>
<div id="rows" role="listbox" tabindex="0" aria-labelledby="list-title"></div>
</section>
<div id="splitter" role="separator" tabindex="0" aria-orientation="vertical" aria-label="${text('splitter')}" aria-valuemin="0" aria-valuemax="100"></div>
<main id="reading" aria-label="${text('paper')}">
<div class="where"><button id="back" type="button" class="quiet">${text('back')}</button><span id="position"></span></div>
<article id="paper"></article>
</main>
<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">${text('keys')}</h2>
<dl>${keys.join('')}</dl>
<div class="dialog-buttons"><button type="button" data-do="changeKeys">${text('changeKeys')}</button><button type="button" data-do="closeKeys" autofocus>${text('close')}</button></div>
</dialog>`,
  );
}
