import { mathToSvg } from '../core/render/mathToSvg.js';
import { serve } from './serve.js';

/** Of one hover, in code units: ten times what the title and the summary of any paper hold. */
const mostDrawn = 4000;

/** Of its own, as the engine is large and only hovers with formulas need it. */
serve(() => ({
  drawFormulas({ formulas }) {
    let room = mostDrawn;
    return formulas.map(({ tex, display }) => {
      room -= tex.length;
      return room < 0 ? undefined : mathToSvg(tex, display);
    });
  },
}));
