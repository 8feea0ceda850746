import { asReaderAction, type ReaderAction } from '../core/render/readerLabels.js';

/** What somebody has pressed in the HTML of a paper (`renderPaper`). */
export type Pressed =
  | { readonly kind: 'action'; readonly action: ReaderAction }
  | { readonly kind: 'occurrence' | 'note' | 'text'; readonly index: number }
  /** Of a section of the page. */
  | { readonly kind: 'jump'; readonly id: string }
  /** Undefined for what is no address of the web. */
  | { readonly kind: 'link'; readonly url: string | undefined };

const indexed = ['occurrence', 'note', 'text'] as const;

export function pressedAt(target: Element): Pressed | undefined {
  const pressed = target.closest<HTMLElement>(
    '[data-action], [data-occurrence], [data-note], [data-text], [data-jump], a',
  );
  if (pressed === null) return undefined;
  const { dataset } = pressed;
  const action = asReaderAction(dataset.action);
  if (action !== undefined) return { kind: 'action', action };
  for (const kind of indexed) {
    const index = Number(dataset[kind]);
    if (dataset[kind] !== undefined && Number.isInteger(index)) return { kind, index };
  }
  if (dataset.jump !== undefined) return { kind: 'jump', id: dataset.jump };
  if (!(pressed instanceof HTMLAnchorElement)) return undefined;
  const isWeb = /^https?:$/.test(pressed.protocol);
  return { kind: 'link', url: isWeb ? pressed.href : undefined };
}

/** Moves focus so that a screen reader reads the title, without moving the page. */
export function focusHeading(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
}

export function jumpTo(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  focusHeading(section);
}
