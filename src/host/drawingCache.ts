import type { FormulaDrawing } from '../core/render/formulaImage.js';

/** Characters in all, some 500 formulas. */
const mostCharacters = 2_000_000;

/** Drawings of a formula that are longer are not worth their room. */
const longest = 40_000;

/** What formulas became, the last used ones; undefined for those that cannot be drawn. */
export class DrawingCache {
  /** In the order of their use. */
  readonly #drawings = new Map<string, FormulaDrawing | undefined>();
  #characters = 0;

  has(key: string): boolean {
    return this.#drawings.has(key);
  }

  get(key: string): FormulaDrawing | undefined {
    const drawing = this.#drawings.get(key);
    if (this.#drawings.delete(key)) this.#drawings.set(key, drawing);
    return drawing;
  }

  set(key: string, drawing: FormulaDrawing | undefined): void {
    this.#remove(key);
    const kept = drawing && drawing.content.length > longest ? undefined : drawing;
    this.#drawings.set(key, kept);
    this.#characters += length(key, kept);
    for (const oldest of this.#drawings.keys()) {
      if (this.#characters <= mostCharacters) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    if (!this.#drawings.has(key)) return;
    this.#characters -= length(key, this.#drawings.get(key));
    this.#drawings.delete(key);
  }
}

function length(key: string, drawing: FormulaDrawing | undefined): number {
  return key.length + (drawing?.content.length ?? 0);
}
