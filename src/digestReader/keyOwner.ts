/** Where the keyboard is in the page. */
export type FocusPlace = 'list' | 'paper' | 'text' | 'choice' | 'button' | 'dialog';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Whether a key means something to the page alone. Whatever else is pressed there VS Code sees as
 * well, and runs what is bound to it: letters in a field, or the space bar on a button, must not.
 */
export function staysInPage(pressed: PressedKey, place: FocusPlace): boolean {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return false;
  // F1 and the like are VS Code's everywhere.
  const isTyped = pressed.key.length === 1;
  switch (place) {
    case 'text':
    case 'dialog':
      return isTyped || pressed.key === 'Escape' || pressed.key === 'Enter';
    case 'choice':
      return isTyped || pressed.key === 'Enter';
    case 'button':
      return pressed.key === ' ' || pressed.key === 'Enter';
    case 'list':
    case 'paper':
      return false;
  }
}

/** Keys by which a browser would scroll, though a command does so. */
export function scrollsByItself({ key }: PressedKey, place: FocusPlace): boolean {
  return key === ' ' && (place === 'list' || place === 'paper');
}
