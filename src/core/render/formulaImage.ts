import { escapeHtml } from './escapeHtml.js';

/** A formula that was drawn, in thousandths of an em around the place where its baseline begins. */
export interface FormulaDrawing {
  /** Elements of SVG, of which the colour is `currentColor`. */
  readonly content: string;
  readonly left: number;
  readonly width: number;
  /** Above the baseline. */
  readonly ascent: number;
  readonly descent: number;
}

export interface FormulaImage {
  /** A whole document of SVG. */
  readonly svg: string;
  /** Whole CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * The drawing as an image whose middle is the middle of the small letters of the text around it, which
 * is where `align="absmiddle"` puts it: nothing else can tell an image in a hover of its baseline.
 * @param size of the text in CSS pixels
 * @param color as `#cccccc`
 */
export function formulaImage(drawing: FormulaDrawing, size: number, color: string): FormulaImage {
  const { content, left, ascent, descent } = drawing;
  const half = Math.max(ascent - middle, descent + middle);
  const unit = (size * larger) / 1000;
  const width = Math.ceil(drawing.width * unit);
  const height = Math.ceil(2 * half * unit);
  // The last pixel is whole: else the browser scales the image to fill it.
  const box = [left, -middle - height / unit / 2, width / unit, height / unit];
  const viewBox = box.map((side) => side.toFixed(1)).join(' ');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="${viewBox}" color="${escapeHtml(color)}">${content}</svg>`;
  return { svg, width, height };
}

/** A serif's small letters are smaller than those of the editor's text of the same size. */
const larger = 1.1;

/** Half as high as a small letter of that text. */
const middle = 265 / larger;
