import type { FromReader } from './protocol.js';

/** By what `core/render` marks them. */
const pressable = [
  ...['action', 'occurrence', 'note', 'author', 'similar', 'term', 'text', 'jump'].map(
    (name) => `[data-${name}]`,
  ),
  'a',
].join(', ');

/** What somebody has pressed in the HTML of a paper. */
export function pressedAt(target: Element): HTMLElement | undefined {
  return target.closest<HTMLElement>(pressable) ?? undefined;
}

/** Goes to the section that is meant. @returns what a link asks for, if it leads into the web */
export function followed(
  pressed: HTMLElement,
  event: Event,
): Extract<FromReader, { readonly type: 'openLink' }> | undefined {
  const { jump } = pressed.dataset;
  if (jump !== undefined) {
    event.preventDefault();
    jumpTo(jump);
    return undefined;
  }
  if (!(pressed instanceof HTMLAnchorElement)) return undefined;
  event.preventDefault();
  return /^https?:$/.test(pressed.protocol) ? { type: 'openLink', url: pressed.href } : undefined;
}

/** Moves focus so that a screen reader reads the title, without moving the page. */
export function focusHeading(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
}

function jumpTo(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  focusHeading(section);
}
