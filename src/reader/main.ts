import type { PaperKey } from '../core/paper.js';
import type { FromReader, ToReader } from './protocol.js';
import { offerTex } from './formulas.js';
import { asReaderAction, asReaderState, asToReader } from './readerMessages.js';
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
    else if (message?.type === 'gone' && (shown === undefined || message.key === shown))
      status.textContent = message.message;
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element) press(event.target, event);
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
    article.innerHTML = message.html;
    restorePlace?.();
    window.scrollTo({ top: scrollTop ?? 0, behavior: 'instant' });
    if (!again && !first && !message.behind) focusHeading(article.querySelector('h1'));
    keepState();
  }

  function press(target: Element, event: Event): void {
    const pressed = target.closest<HTMLElement>(
      '[data-action], [data-occurrence], [data-note], [data-jump], a',
    );
    if (pressed === null || shown === undefined) return;
    const action = asReaderAction(pressed.dataset.action);
    const index = Number(pressed.dataset.occurrence ?? pressed.dataset.note);
    if (action !== undefined) {
      host.postMessage({ type: 'action', action, key: shown });
    } else if (pressed.dataset.occurrence !== undefined && Number.isInteger(index)) {
      host.postMessage({ type: 'openOccurrence', key: shown, index });
    } else if (pressed.dataset.note !== undefined && Number.isInteger(index)) {
      host.postMessage({ type: 'openNote', key: shown, index });
    } else if (pressed.dataset.jump !== undefined) {
      event.preventDefault();
      jumpTo(document.getElementById(pressed.dataset.jump));
    } else if (pressed instanceof HTMLAnchorElement) {
      event.preventDefault();
      if (/^https?:$/.test(pressed.protocol)) {
        host.postMessage({ type: 'openLink', url: pressed.href });
      }
    }
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

/** Moves focus so that a screen reader reads the title, without moving the page. */
function focusHeading(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
}

function jumpTo(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: 'start' });
  focusHeading(section);
}
