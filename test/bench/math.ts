import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { noLatestMonth } from '../../src/core/arxivId.js';
import { formatNamed } from '../../src/core/formats/registry.js';
import { indexText } from '../../src/core/indexText.js';
import { Lines } from '../../src/core/lines.js';
import { formulaImage } from '../../src/core/render/formulaImage.js';
import { findMath } from '../../src/core/render/mathSegments.js';
import { mathToHtml } from '../../src/core/render/mathToHtml.js';
import { readMath } from '../../src/core/render/mathToText.js';
import type { Formula } from '../../src/worker/formulaProtocol.js';
import type { Call, Reply, Result } from '../../src/worker/protocol.js';
import { answerTask } from './child.js';
import { spreadOf, type Spread } from './spread.js';

/** Every formula of the digests, as the reader's page shows it and as a hover does. */

export interface MathTask {
  readonly files: readonly string[];
  /** The bundle that draws. */
  readonly program: string;
}

export interface Refusal {
  readonly tex: string;
  readonly reason: string;
}

export interface MathFigures {
  readonly texts: number;
  /** With repetitions, and how many of them are shown as their source. */
  readonly formulas: number;
  readonly distinct: number;
  readonly unrendered: number;
  /** Distinct ones. */
  readonly refused: readonly Refusal[];
  /** Milliseconds for each distinct formula. */
  readonly page: Spread;
  readonly hover: {
    /** Distinct ones that text cannot show well. */
    readonly wanted: number;
    readonly undrawn: readonly string[];
    /** Milliseconds: from starting the worker to the first drawing; each drawing; one after another. */
    readonly first: number;
    readonly each: Spread;
    /** Bytes of an image as a hover has it. */
    readonly bytes: Spread;
  };
}

answerTask(async ({ files, program }: MathTask): Promise<MathFigures> => {
  console.warn = () => undefined;
  const texts = files.flatMap(textsOf);
  const formulas = texts.flatMap((text) => findMath(text));
  const distinct = [
    ...new Map(formulas.map((one) => [JSON.stringify([one.tex, one.display]), one])).values(),
  ];
  const page = distinct.map((formula) => {
    const started = performance.now();
    const html = mathToHtml(formula.tex, formula.display);
    const took = performance.now() - started;
    const [, reason] = /class="math-error[^"]*" title="([^"]*)"/.exec(html) ?? [];
    return { formula, took, reason };
  });
  const refused = page.flatMap(({ formula: { tex }, reason }) =>
    reason === undefined ? [] : [{ tex, reason }],
  );
  const sources = new Set(refused.map(({ tex }) => tex));
  return {
    texts: texts.length,
    formulas: formulas.length,
    distinct: distinct.length,
    unrendered: formulas.filter(({ tex }) => sources.has(tex)).length,
    refused,
    page: spreadOf(page.map(({ took }) => took)),
    hover: await measureDrawing(
      program,
      distinct.filter(({ tex }) => !readMath(tex).faithful),
    ),
  };
});

/** Titles, abstracts and what a model wrote. */
function textsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const { digest } = indexText(
    pathToFileURL(file).href,
    { path: path.basename(file), text },
    noLatestMonth,
  );
  if (!digest) return [];
  const lines = new Lines(text);
  const format = formatNamed(digest.format);
  return digest.entries.flatMap(({ title, range }) => {
    const entry = lines.slice(range.startLine, range.endLine + 1);
    const body = format?.readEntry(entry, digest.labels, { path: '', latest: noLatestMonth })?.body;
    const written = [body?.summary, ...(body?.fields ?? [])].flatMap((field) => field?.text ?? []);
    return [title, body?.abstract ?? '', ...written];
  });
}

async function measureDrawing(
  program: string,
  formulas: readonly Formula[],
): Promise<MathFigures['hover']> {
  const started = performance.now();
  const worker = new Worker(program);
  await draw(worker, formulas.slice(0, 1));
  const first = performance.now() - started;
  const times: number[] = [];
  const sizes: number[] = [];
  const undrawn: string[] = [];
  for (const formula of formulas) {
    const before = performance.now();
    const [drawing] = await draw(worker, [formula]);
    times.push(performance.now() - before);
    if (drawing) sizes.push((formulaImage(drawing, 14, '#cccccc').svg.length * 4) / 3);
    else undrawn.push(formula.tex);
  }
  await worker.terminate();
  return {
    ...{ wanted: formulas.length, undrawn, first },
    ...{ each: spreadOf(times), bytes: spreadOf(sizes) },
  };
}

function draw(worker: Worker, formulas: readonly Formula[]): Promise<Result<'drawFormulas'>> {
  const params = { formulas: formulas.map(({ tex, display }) => ({ tex, display })) };
  return new Promise((resolve, reject) => {
    worker.once('message', (reply: Reply) => {
      if ('error' in reply) reject(new Error(reply.error));
      else resolve(reply.result as Result<'drawFormulas'>);
    });
    worker.postMessage({ number: 1, name: 'drawFormulas', params } satisfies Call<'drawFormulas'>);
  });
}
