import type { FormulaDrawing } from '../core/render/formulaImage.js';

export interface Formula {
  /** Without macros of the reader's own. */
  readonly tex: string;
  readonly display: boolean;
}

/** What the worker is asked that has the engine which draws formulas. */
export interface FormulaCalls {
  readonly drawFormulas: {
    readonly params: { readonly formulas: readonly Formula[] };
    /** In their order; undefined for what cannot be drawn. */
    readonly result: readonly (FormulaDrawing | undefined)[];
  };
}
