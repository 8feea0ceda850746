const narrowest = 200;
/** What is left to the paper at least. */
const paperLeast = 280;
const keyStep = 24;

/** The border between list and paper, which is drawn by the pointer or moved by the arrow keys. */
export class Splitter {
  readonly #bar: HTMLElement;
  readonly #onMove: () => void;
  #width: number | undefined;

  constructor(bar: HTMLElement, onMove: () => void) {
    this.#bar = bar;
    this.#onMove = onMove;
    bar.addEventListener('pointerdown', (event) => bar.setPointerCapture(event.pointerId));
    bar.addEventListener('pointermove', (event) => {
      if (bar.hasPointerCapture(event.pointerId)) this.set(event.clientX);
    });
    bar.addEventListener('dblclick', () => this.set(undefined));
    bar.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.set(bar.getBoundingClientRect().left + step);
    });
    window.addEventListener('resize', () => this.set(this.#width));
    this.set(undefined);
  }

  /** In CSS pixels; undefined while it is as it was in the beginning. */
  get width(): number | undefined {
    return this.#width;
  }

  set(width: number | undefined): void {
    const widest = Math.max(narrowest, window.innerWidth - paperLeast);
    this.#width = width;
    const { style } = document.body;
    if (width === undefined) style.removeProperty('--list-width');
    else style.setProperty('--list-width', `${Math.min(widest, Math.max(narrowest, width))}px`);
    const { left } = this.#bar.getBoundingClientRect();
    const share = Math.round((100 * left) / Math.max(1, window.innerWidth));
    this.#bar.ariaValueNow = String(share);
    this.#onMove();
  }
}
