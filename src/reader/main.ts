import type { PaperKey } from '../core/paper.js';
import { offerTex } from './formulas.js';
import { focusHeading, press } from './press.js';
import type { FromReader, ToReader } from './protocol.js';
import { asReaderState, asToReader } from './readerMessages.js';
import { rememberPlace } from './readingPlace.js';

startReader(acquireVsCodeApi());

function startReader(host: { postMessage(message: FromReader): void } & StateStore): void {
  const article = element('paper');
  const status = element('status');
  let restored = asReaderState(host.getState());
  let shown: PaperKey | undefined;

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = asToReader(event.data);
    if (message?.type === 'show') show(message);
    else if (message?.type === 'similar' && message.key === shown) fillSimilar(message.html);
    else if (message?.type === 'gone' && (shown === undefined || message.key === shown))
      status.textContent = message.message;
  });
  document.addEventListener('click', (event) => {
    if (shown !== undefined) press(event, shown, (asked) => host.postMessage(asked));
  });
  // The middle button would open a link past the host.
  document.addEventListener('auxclick', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  });
  offerTex(document);
  window.addEventListener('scroll', keepState, { passive: true });
  host.postMessage({ type: 'ready' });

  function show(message: Extract<ToReader, { type: 'show' }>): void {
    const again = shown === message.key;
    const scrollTop = again
      ? window.scrollY
      : restored?.key === message.key
        ? restored.scrollTop
        : undefined;
    const restorePlace = again ? rememberPlace(article) : undefined;
    // A page that comes back after a reload was not asked for now: it does not take the focus.
    const first = shown === undefined && restored !== undefined;
    restored = undefined;
    shown = message.key;
    status.textContent = '';
    // What is like the paper stays until it has been looked up anew.
    const similar = again ? document.getElementById('similar') : null;
    article.innerHTML = message.html;
    if (similar) document.getElementById('similar')?.replaceWith(similar);
    restorePlace?.();
    window.scrollTo({ top: scrollTop ?? 0, behavior: 'instant' });
    if (!again && !first && !message.behind) focusHeading(article.querySelector('h1'));
    keepState();
  }

  function fillSimilar(html: string): void {
    const section = element('similar');
    const restorePlace = rememberPlace(article);
    section.innerHTML = html;
    section.hidden = html === '';
    restorePlace();
  }

  function keepState(): void {
    if (shown !== undefined) host.setState({ key: shown, scrollTop: window.scrollY });
  }
}

interface StateStore {
  getState(): unknown;
  setState(state: unknown): unknown;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The reader's page has no #${id}.`);
  return found;
}
