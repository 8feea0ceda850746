import assert from 'node:assert/strict';
import { posix } from 'node:path';
import type { Digest, DigestEntry, IndexedDocument } from '../../../src/core/digest.js';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { formatNamed } from '../../../src/core/formats/registry.js';
import { indexText } from '../../../src/core/indexText.js';
import { Lines } from '../../../src/core/lines.js';
import type { EntryBody } from '../../../src/core/paper.js';
import { decode } from '../../../src/worker/content.js';

/** Ids up to here count; later than all that the fixtures and the reference digests name. */
export const latest = '2026-12';

/** A document with its text: what a test wants to know of it beyond the index. */
export class ReadDocument {
  readonly document: IndexedDocument;
  readonly lines: Lines;

  readonly #path: string;

  /** @param others formats beyond the usual ones */
  constructor(path: string, content: Uint8Array | string, others: readonly DigestFormat[] = []) {
    const { text, problem } = decode(content);
    const document = indexText(`file:///${path}`, { path, text }, latest, others);
    this.document = problem ? { ...document, problems: [problem, ...document.problems] } : document;
    this.lines = new Lines(text);
    this.#path = path;
  }

  get digest(): Digest {
    assert.ok(this.document.digest, `${this.document.uri} is not taken for a digest`);
    return this.document.digest;
  }

  get entries(): readonly DigestEntry[] {
    return this.digest.entries;
  }

  entry(number: number): DigestEntry {
    const entry = this.entries[number];
    assert.ok(entry, `${this.document.uri} has no entry ${number}`);
    return entry;
  }

  body(number: number): EntryBody {
    const entry = this.entry(number);
    const { format, labels } = this.digest;
    const text = this.lines.sliceRange(entry.range);
    const context = { path: posix.basename(this.#path), latest };
    const read = formatNamed(format)?.readEntry(text, labels, context);
    assert.equal(read?.key, entry.key, 'the text of an entry is read as that entry');
    return read.body;
  }

  /** What an editor selects on Go to Definition. */
  name({ nameRange }: DigestEntry): string {
    assert.equal(nameRange.startLine, nameRange.endLine);
    return this.lines
      .line(nameRange.startLine)
      .slice(nameRange.startCharacter, nameRange.endCharacter);
  }

  /** Fails unless every range of the document lies inside its text and selects what it should. */
  assertRanges(): void {
    const { document, lines } = this;
    let behind = { line: 0, character: 0 };
    for (const entry of document.digest?.entries ?? []) {
      const { range, nameRange } = entry;
      assert.ok(
        range.startLine > behind.line ||
          (range.startLine === behind.line && range.startCharacter >= behind.character),
        'entries do not overlap',
      );
      assert.ok(range.endLine >= range.startLine && range.endLine < lines.count);
      assert.ok(range.endCharacter <= lines.line(range.endLine).length);
      assert.ok(nameRange.startLine >= range.startLine && nameRange.endLine <= range.endLine);
      assert.ok(
        nameRange.startLine > range.startLine || nameRange.startCharacter >= range.startCharacter,
      );
      assert.ok(nameRange.endLine < range.endLine || nameRange.endCharacter <= range.endCharacter);
      assert.ok(nameRange.endCharacter <= lines.line(nameRange.endLine).length);
      const name = this.name(entry);
      if (entry.id === undefined) assert.equal(name.trim(), entry.title.trim());
      else assert.ok(withoutVersionAndClass(name) === entry.id, `${name} is not ${entry.id}`);
      behind = { line: range.endLine, character: range.endCharacter };
    }
    for (const { key, range } of document.mentions) {
      const text = lines.line(range.startLine).slice(range.startCharacter, range.endCharacter);
      assert.equal(`arxiv:${withoutVersionAndClass(text)}`, key);
    }
    for (const problem of document.problems) {
      assert.ok(problem.line >= 0 && problem.line < lines.count);
    }
  }
}

function withoutVersionAndClass(id: string): string {
  return id.replace(/v\d+$/, '').replace(/\.[A-Z]{2}\//, '/');
}
