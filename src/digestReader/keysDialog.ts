/** The dialog that explains the keys. The keyboard stays in it until it is closed. */
export class KeysDialog {
  readonly #dialog: HTMLDialogElement;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') this.#keep(event);
    });
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  show(): void {
    if (!this.isOpen) this.#dialog.showModal();
  }

  close(): void {
    this.#dialog.close();
  }

  /** Behind the last button, the browser would go on to the window around the page. */
  #keep(event: KeyboardEvent): void {
    const buttons = [...this.#dialog.querySelectorAll('button')];
    const [from, to] = event.shiftKey ? [buttons[0], buttons.at(-1)] : [buttons.at(-1), buttons[0]];
    if (document.activeElement !== from && this.#dialog.contains(document.activeElement)) return;
    event.preventDefault();
    to?.focus();
  }
}
