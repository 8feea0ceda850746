import { type MathMacros, noMacros } from './mathMacros.js';
import { mathToHtml, sourceHtml } from './mathToHtml.js';

/** In code units: of the papers that were counted (`formulaLimits.ts`), none has more than 1,300 and 106,000. */
const mostSource = 13_000;
const mostHtml = 2_000_000;

/** A formula costs something, however short it is. */
const leastCost = 10;

/**
 * The formulas of one page, which is to be there within a moment. Those for which no room is left are
 * shown as they are written, with the reason, as those are that cannot be read.
 */
export class PageMath {
  #source = mostSource;
  #html = mostHtml;
  #isFull = false;

  /** @param macros the reader's own */
  constructor(readonly macros: MathMacros = noMacros) {}

  /** Safe HTML. Never throws. */
  html(tex: string, display: boolean): string {
    this.#source -= Math.max(tex.length, leastCost);
    if (this.#source < 0 || this.#html < 0) return this.#withoutRoom(tex, display);
    const html = mathToHtml(tex, display, this.macros);
    this.#html -= html.length;
    return html;
  }

  /** Of thousands of formulas, the first one says why. */
  #withoutRoom(tex: string, display: boolean): string {
    const reason = this.#isFull ? '' : noRoom;
    this.#isFull = true;
    return sourceHtml(tex, display, reason);
  }
}

const noRoom = 'The paper has more formulas than a page can show.';
