import { mathToSvg } from '../core/render/mathToSvg.js';
import { serve } from './serve.js';

/** Of its own, as the engine is large and only hovers with formulas need it. */
serve(() => ({
  drawFormulas: ({ formulas }) => formulas.map(({ tex, display }) => mathToSvg(tex, display)),
}));
