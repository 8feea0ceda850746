import * as vscode from 'vscode';
import { escapeHtml } from '../core/render/escapeHtml.js';
import { type FormulaDrawing, formulaImage } from '../core/render/formulaImage.js';
import type { FormulaPiece, TextPiece } from '../core/render/textPieces.js';
import type { Formula } from '../worker/formulaProtocol.js';
import { DrawingCache } from './drawingCache.js';
import { escapeMarkdown } from './markdownText.js';
import { hoverMath } from './settings.js';
import { settledWithin } from './settledWithin.js';
import type { WorkerClient } from './workerClient.js';

/** A hover waits no longer for its formulas: the next one has them. */
const patienceMs = 150;

/** Of one hover: VS Code cuts its Markdown after 100,000 characters. */
const mostImages = 24;
const mostCharacters = 60_000;

/** CSS pixels; hovers are some 500 wide. */
const widest = 440;

/**
 * A text for a Markdown string: plain text is escaped, and a formula of which plain text cannot show
 * enough is an image, which a string that `supportHtml` shows.
 */
export interface TextWithImages {
  readonly markdown: string;
  readonly hasImages: boolean;
}

/**
 * Formulas as images. Their worker is started by the first one that needs it; a formula that it cannot
 * draw, or not yet, is shown as text.
 */
export class FormulaImages {
  readonly #worker: WorkerClient;
  readonly #drawings = new DrawingCache();
  readonly #asked = new Map<string, Promise<void>>();

  constructor(worker: WorkerClient) {
    this.#worker = worker;
  }

  /**
   * @param texts of one hover
   * @param scope a file of the folder whose settings count
   */
  async write(
    texts: readonly (readonly TextPiece[])[],
    scope: vscode.Uri | undefined,
  ): Promise<readonly TextWithImages[]> {
    const formulas = hoverMath(scope) === 'svg' ? texts.flat().filter(needsImage) : [];
    if (formulas.length > 0) await this.#draw(formulas.slice(0, mostImages));
    const images = new Map<FormulaPiece, string>();
    let room = mostCharacters;
    for (const formula of formulas) {
      const drawing = this.#drawings.get(keyOf(formula));
      const image = drawing && imageOf(formula, drawing, fontSize(scope));
      if (image === undefined || image.length > room || images.size >= mostImages) continue;
      images.set(formula, image);
      room -= image.length;
    }
    return texts.map((pieces) => ({
      markdown: markdownOf(pieces, images),
      hasImages: pieces.some((piece) => typeof piece !== 'string' && images.has(piece)),
    }));
  }

  /** Waits a moment for those that are not drawn yet. */
  async #draw(formulas: readonly FormulaPiece[]): Promise<void> {
    const missing = new Map<string, Formula>();
    for (const formula of formulas) {
      const key = keyOf(formula);
      if (this.#drawings.has(key) || this.#asked.has(key)) continue;
      missing.set(key, { tex: formula.expanded, display: formula.display });
    }
    if (missing.size > 0) {
      const answer = this.#ask(missing).finally(() => {
        for (const key of missing.keys()) this.#asked.delete(key);
      });
      for (const key of missing.keys()) this.#asked.set(key, answer);
    }
    const waitedFor = formulas.flatMap((formula) => this.#asked.get(keyOf(formula)) ?? []);
    await settledWithin(Promise.all(waitedFor), patienceMs);
  }

  async #ask(formulas: ReadonlyMap<string, Formula>): Promise<void> {
    const keys = [...formulas.keys()];
    const asked = this.#worker.call('drawFormulas', { formulas: [...formulas.values()] });
    try {
      const drawings = await asked;
      keys.forEach((key, index) => this.#drawings.set(key, drawings[index]));
    } catch {
      // The worker has died, and who knows of which of them: none is tried again.
      for (const key of keys) this.#drawings.set(key, undefined);
    }
  }
}

function needsImage(piece: TextPiece): piece is FormulaPiece {
  return typeof piece !== 'string' && !piece.faithful;
}

function keyOf({ expanded, display }: FormulaPiece): string {
  return (display ? '$$' : '$') + expanded;
}

function markdownOf(
  pieces: readonly TextPiece[],
  images: ReadonlyMap<FormulaPiece, string>,
): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escapeMarkdown(piece);
      return images.get(piece) ?? escapeMarkdown(piece.text);
    })
    .join('');
}

/**
 * HTML, because Markdown's images can tell neither their size nor where they stand on the line. Screen
 * readers read the TeX.
 */
function imageOf({ tex }: FormulaPiece, drawing: FormulaDrawing, size: number): string | undefined {
  const color = colors[vscode.window.activeColorTheme.kind];
  const { svg, width, height } = formulaImage(drawing, size, color);
  if (width > widest) return undefined;
  const alt = escapeHtml(tex.replace(/\s+/g, ' ').trim());
  const data = Buffer.from(svg).toString('base64');
  return `<img align="absmiddle" width="${width}" height="${height}" alt="${alt}" src="data:image/svg+xml;base64,${data}">`;
}

/** An image knows nothing of the colours around it: these are the default themes' text. */
const colors: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: '#3b3b3b',
  [vscode.ColorThemeKind.Dark]: '#cccccc',
  [vscode.ColorThemeKind.HighContrast]: '#ffffff',
  [vscode.ColorThemeKind.HighContrastLight]: '#292929',
};

/** Of hovers, which is the editor's. CSS pixels. */
function fontSize(scope: vscode.Uri | undefined): number {
  const size: unknown = vscode.workspace.getConfiguration('editor', scope ?? null).get('fontSize');
  return typeof size === 'number' ? Math.min(40, Math.max(8, size)) : 14;
}
