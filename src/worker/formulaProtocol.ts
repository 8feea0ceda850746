import type { FormulaDrawing } from '../core/render/formulaImage.js';
import type { MathMacros } from '../core/render/mathMacros.js';

export interface Formula {
  readonly tex: string;
  readonly display: boolean;
}

/** What the worker is asked that has the engine which draws formulas. */
export interface FormulaCalls {
  readonly drawFormulas: {
    readonly params: { readonly formulas: readonly Formula[]; readonly macros: MathMacros };
    /** In their order; undefined for what cannot be drawn. */
    readonly result: readonly (FormulaDrawing | undefined)[];
  };
}
