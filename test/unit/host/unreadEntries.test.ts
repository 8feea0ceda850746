import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { IndexedDocument } from '../../../src/core/digest.js';
import { Library } from '../../../src/core/library.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { UnreadEntries } from '../../../src/host/unreadEntries.js';
import { createAnswers } from '../../../src/worker/answers.js';
import { labels } from '../render/readerLabels.js';
import { latest } from '../support/reading.js';
import { tableSamples } from '../support/formatSamples/tables.js';

const uri = 'file:///README.md';
const key: PaperKey = 'arxiv:2601.10001';
const table = tableSamples['cvArxivTable']?.text(2) ?? '';

/** What the format says of a text when it is made to tell wrong places: a line too early. */
function misplaced(document: IndexedDocument): IndexedDocument {
  const { digest } = document;
  assert.ok(digest);
  const entries = digest.entries.map((entry) => {
    const line = entry.range.startLine - 1;
    const range = { ...entry.range, startLine: line, endLine: line, endCharacter: 1 };
    return { ...entry, range, nameRange: { ...range, endCharacter: 1 } };
  });
  return { ...document, digest: { ...digest, entries } };
}

/** A reader's page with what is behind it: it asks again whenever the paper has been read anew. */
class OpenReader {
  readonly library = new Library();
  readonly log: string[] = [];
  reads = 0;
  shown = '';
  /** What a format makes of a reading. */
  format: (document: IndexedDocument) => IndexedDocument = (document) => document;
  /** What the cache gives back for a file of the same size and time. */
  kept: IndexedDocument | undefined;
  readonly #answers = createAnswers('test', (line) => assert.fail(line));
  readonly #unread = new UnreadEntries(this, { warn: (line) => void this.log.push(line) });

  constructor(public content: string) {}

  reread(document: string): void {
    assert.equal(document, uri);
    assert.ok(this.reads < 20, 'the digest is read again and again');
    this.reads++;
    const { content } = this;
    const read = () => this.#answers.index({ uri, path: 'README.md', content, latest });
    this.library.replace(this.kept ?? this.format(read()));
  }

  /** Shows the paper until nothing has changed in the meantime. */
  show(): void {
    let before: number;
    do {
      before = this.reads;
      const paper = this.library.paper(key);
      assert.ok(paper);
      const sources = paper.occurrences.map((place) => ({ ...place, content: this.content }));
      const request = { paper, sources, latest, labels, macros: {} };
      const { value, unread } = this.#answers.renderPaper(request);
      this.shown = value;
      for (const { source, seen } of unread) {
        const place = sources[source];
        assert.ok(place);
        this.#unread.note(place, seen);
      }
    } while (this.reads > before);
  }
}

describe('an entry that is not read from where it was found', () => {
  it('is told once, and not read again until the file changes', () => {
    const reader = new OpenReader(table);
    reader.format = misplaced;
    reader.reread(uri);
    for (let time = 0; time < 3; time++) reader.show();
    assert.equal(reader.reads, 1);
    assert.equal(reader.log.length, 1);
    assert.match(reader.log[0] ?? '', /README\.md:6: .*2601\.10001.*cvArxivTable/);
    assert.match(reader.shown, /Could not be read\./);
    reader.content = `${table}\n`;
    reader.show();
    assert.equal(reader.reads, 2);
    assert.equal(reader.log.length, 2);
    reader.format = (document) => document;
    reader.content = `\n${table}`;
    reader.show();
    assert.equal(reader.reads, 3);
    assert.doesNotMatch(reader.shown, /Could not be read\./);
  });

  it('is read anew where the file has changed, and nothing is told', () => {
    const reader = new OpenReader(table);
    reader.reread(uri);
    reader.content = `\n\n${table}`;
    reader.show();
    assert.equal(reader.reads, 2);
    assert.deepEqual(reader.log, []);
    assert.doesNotMatch(reader.shown, /Could not be read\./);
  });

  it('is told once where reading anew gives what was kept of another content', () => {
    const reader = new OpenReader(table);
    reader.reread(uri);
    reader.kept = reader.library.document(uri);
    reader.content = `\n\n${table}`;
    reader.show();
    reader.show();
    assert.equal(reader.reads, 2);
    assert.equal(reader.log.length, 1);
  });
});
