import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noLatestMonth } from '../../src/core/arxivId.js';
import { allFormats, bibliographyFormats, recognise } from '../../src/core/formats/registry.js';
import type { DigestFormat } from '../../src/core/formats/format.js';
import { indexText } from '../../src/core/indexText.js';
import { Lines } from '../../src/core/lines.js';
import { answerTask } from './child.js';
import { enlarged } from './enlarged.js';

/** How fast each format reads, and what it costs to tell whose a file is. */

export interface FormatsTask {
  /** Samples of all formats; each format reads those that are its own. */
  readonly files: readonly string[];
  /** UTF-16 code units that a sample is repeated to. */
  readonly length: number;
  /** The best of so many counts. */
  readonly rounds: number;
}

export interface FormatFigures {
  readonly name: string;
  /** No sample is this format's own: it has read one that another knows. */
  readonly borrowed: boolean;
  /** One paper a file: what is repeated is the reading of the file. */
  readonly single: boolean;
  /** Bytes of the largest sample, and of the text that was made of it. */
  readonly sample: number;
  readonly bytes: number;
  readonly entries: number;
  /** Milliseconds: from the text to the entries, recognition included; recognition alone; … */
  readonly took: number;
  readonly recognition: number;
  /** … and from the bytes to all that the library knows of the file. */
  readonly indexed: number;
}

/** Of all samples as they are, each file read once: what is told of large texts is not so of small ones. */
export interface SampleFigures {
  readonly files: number;
  readonly bytes: number;
  /** Milliseconds, as those of `FormatFigures`. */
  readonly indexed: number;
  readonly recognition: number;
}

interface Run {
  readonly format: DigestFormat;
  readonly path: string;
  readonly texts: readonly string[];
  readonly figures: Omit<FormatFigures, 'took' | 'recognition' | 'entries' | 'indexed'>;
  took: number;
  recognition: number;
  entries: number;
  indexed: number;
}

export interface FormatsFigures {
  readonly formats: readonly FormatFigures[];
  readonly samples: SampleFigures;
}

answerTask(({ files, length, rounds }: FormatsTask): FormatsFigures => {
  const samples = files.map((file) => ({
    path: path.basename(file),
    text: readFileSync(file, 'utf8'),
  }));
  const runs = [...allFormats, ...bibliographyFormats].flatMap((format) => {
    const run = runOf(format, samples, length);
    return run ? [run] : [];
  });
  // Round by round, so that what else the machine does hits all of them alike.
  for (let round = 0; round < rounds; round++) for (const run of runs) measure(run);
  const formats = runs.map(({ figures, took, recognition, entries, indexed }) => ({
    ...figures,
    ...{ took, recognition, entries, indexed },
  }));
  return { formats, samples: readSamples(samples, rounds) };
});

function readSamples(samples: readonly Sample[], rounds: number): SampleFigures {
  const files = samples.map(({ path: name, text }) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  let [indexed, recognition] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    for (const { name, bytes } of files) index(name, bytes);
    indexed = Math.min(indexed, performance.now() - started);
    let told = 0;
    for (const { text, path: name } of samples) {
      const lines = new Lines(text);
      const asked = performance.now();
      recognise(lines, name, [], bibliographyFormats);
      told += performance.now() - asked;
    }
    recognition = Math.min(recognition, told);
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { files: files.length, bytes, indexed, recognition };
}

function index(name: string, bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes);
  indexText(name, { path: name, text }, noLatestMonth, bibliographyFormats);
}

interface Sample {
  readonly path: string;
  readonly text: string;
}

function runOf(format: DigestFormat, samples: readonly Sample[], length: number): Run | undefined {
  const own = samples.filter(({ path: name, text }) => ownerOf(text, name) === format);
  const borrowed = own.length === 0;
  const usable = borrowed
    ? samples.filter(({ path: name, text }) => format.recognises(new Lines(text), name))
    : own;
  const sample = usable.toSorted((a, b) => b.text.length - a.text.length)[0];
  if (!sample) return undefined;
  const once = read(format, new Lines(sample.text), sample.path);
  // As a file gives it: a text that was put together of others is slower to look at.
  const larger = new TextDecoder().decode(new TextEncoder().encode(enlarged(sample.text, length)));
  const single = once === 1 && read(format, new Lines(larger), sample.path) <= 1;
  const copies = Math.max(1, Math.round(length / sample.text.length));
  const texts = single ? Array.from({ length: copies }, () => sample.text) : [larger];
  return {
    format,
    path: sample.path,
    texts,
    figures: {
      name: format.name,
      ...{ borrowed, single },
      sample: Buffer.byteLength(sample.text),
      bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    },
    ...{ took: Infinity, recognition: Infinity, entries: 0, indexed: Infinity },
  };
}

function ownerOf(text: string, name: string): DigestFormat | undefined {
  return recognise(new Lines(text), name, [], bibliographyFormats);
}

function read(format: DigestFormat, lines: Lines, name: string): number {
  return format.read(lines, { path: name, latest: noLatestMonth }).digest.entries.length;
}

function measure(run: Run): void {
  let took = 0;
  let recognition = 0;
  let entries = 0;
  for (const text of run.texts) {
    const started = performance.now();
    const lines = new Lines(text);
    const asked = performance.now();
    const format = recognise(lines, run.path, [], bibliographyFormats);
    const told = performance.now();
    assert.ok(run.figures.borrowed || format === run.format, `${run.path} is no longer its own`);
    entries += read(run.format, lines, run.path);
    took += performance.now() - started;
    recognition += told - asked;
  }
  let indexed = 0;
  for (const text of run.texts) {
    const bytes = new TextEncoder().encode(text);
    const started = performance.now();
    index(run.path, bytes);
    indexed += performance.now() - started;
  }
  run.indexed = Math.min(run.indexed, indexed);
  run.entries = entries;
  run.took = Math.min(run.took, took);
  run.recognition = Math.min(run.recognition, recognition);
}
