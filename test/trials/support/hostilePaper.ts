import type { EntryBody, Paper } from '../../../src/core/paper.js';
import { mergePaper } from '../../../src/core/mergePaper.js';
import { ReadDocument } from '../../unit/support/reading.js';

export interface HostilePaper {
  readonly source: 'jsonl' | 'markdown';
  readonly paper: Paper;
  readonly body: EntryBody;
}

/**
 * A paper with a text in every field that a digest has: through JSON, where every character of it
 * survives, and through Markdown, where it may end its own entry. Papers that it makes besides are here as well.
 */
export function hostilePaper(text: string, number: number): HostilePaper[] {
  const id = `2601.${10_000 + number}`;
  return [
    ...papersOf('jsonl', new ReadDocument('2026-01-02.jsonl', jsonl(id, text))),
    ...papersOf('markdown', new ReadDocument('2026-01-02.md', daily(id, text))),
  ];
}

function papersOf(source: HostilePaper['source'], read: ReadDocument): HostilePaper[] {
  const { digest } = read.document;
  return (digest?.entries ?? []).flatMap((entry, at): HostilePaper[] => {
    const { format, labels } = read.digest;
    const occurrence = { uri: read.document.uri, format, labels, entry };
    const paper = mergePaper(entry.key, [occurrence]);
    return paper ? [{ source, paper, body: read.body(at) }] : [];
  });
}

function jsonl(id: string, text: string): string {
  const record = {
    ...{ id, categories: ['cs.LG', text], pdf: `https://arxiv.org/pdf/${id}` },
    ...{ authors: [text, 'Ada Example'], title: text, comment: text, doi: text, summary: text },
    AI: {
      tldr: text,
      motivation: text,
      method: text,
      result: text,
      conclusion: text,
      [text]: text,
    },
  };
  return `${JSON.stringify(record)}\n`;
}

function daily(id: string, text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `<div id=toc></div>

# Table of Contents

- [cs.LG](#cs.LG) [Total: 1]


<div id='cs.LG'></div>

# cs.LG [[Back]](#toc)

### [1] [${line}](https://arxiv.org/abs/${id})
*${line}, Ada Example*

Main category: ${line}

TL;DR: ${text}


<details>
  <summary>Details</summary>
Motivation: ${text}

Abstract: ${text}

</details>

`;
}
