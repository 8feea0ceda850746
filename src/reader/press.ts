import type { PaperKey } from '../core/paper.js';
import type { PaperAsk } from '../core/render/paperAsk.js';
import { asReaderAction } from '../core/render/readerLabels.js';

/** By what `core/render` marks them. */
const pressable = [
  ...['action', 'occurrence', 'note', 'author', 'similar', 'term', 'text', 'jump'].map(
    (name) => `[data-${name}]`,
  ),
  'a',
].join(', ');

/**
 * Answers a press in the HTML of a paper: the page itself goes to a section, everything else is asked
 * of the host, and no link leads anywhere past it.
 */
export function press(event: Event, key: PaperKey, ask: (asked: PaperAsk) => void): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const pressed = target?.closest<HTMLElement>(pressable);
  if (!pressed) return;
  const asked = askedBy(pressed, key);
  if (asked !== undefined) {
    ask(asked);
  } else if (pressed.dataset.jump !== undefined) {
    event.preventDefault();
    jumpTo(document.getElementById(pressed.dataset.jump));
  } else if (pressed instanceof HTMLAnchorElement) {
    event.preventDefault();
    if (/^https?:$/.test(pressed.protocol)) ask({ type: 'openLink', url: pressed.href });
  }
}

/** What an element that was pressed asks the host for; undefined for one that asks for nothing. */
export function askedBy({ dataset }: HTMLElement, key: PaperKey): PaperAsk | undefined {
  const action = asReaderAction(dataset.action);
  if (action !== undefined) return { type: 'action', action, key };
  const [index, term] = (dataset.term ?? '').split('.').map(Number);
  if (isIndex(index) && isIndex(term)) return { type: 'searchShared', key, index, term };
  for (const [type, written] of [
    ['openOccurrence', dataset.occurrence],
    ['openNote', dataset.note],
    ['openSimilar', dataset.similar],
    ['searchAuthor', dataset.author],
    ['chooseText', dataset.text],
  ] as const) {
    const number = Number(written);
    if (written !== undefined && isIndex(number)) return { type, key, index: number };
  }
  return undefined;
}

function isIndex(value: number | undefined): value is number {
  return Number.isInteger(value);
}

/** Moves focus so that a screen reader reads the title, without moving the page. */
export function focusHeading(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
}

function jumpTo(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: 'start' });
  focusHeading(section);
}
