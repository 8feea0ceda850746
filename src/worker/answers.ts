import { arxivKey } from '../core/arxivId.js';
import { categoryName } from '../core/categories.js';
import { idsIn, indexText } from '../core/indexText.js';
import { Lines } from '../core/lines.js';
import { formatNamed } from '../core/formats/registry.js';
import { mergeBodies } from '../core/mergePaper.js';
import type { EntryBody } from '../core/paper.js';
import { renderPaper } from '../core/render/paperHtml.js';
import { texToText } from '../core/render/texToText.js';
import { decode, sliceLines } from './content.js';
import type { CallName, PaperRequest, Params, Result } from './protocol.js';

/** How the worker answers each question. */
export const answers: { readonly [N in CallName]: (params: Params<N>) => Result<N> } = {
  index({ uri, path, content, latest }) {
    const { text, problem } = decode(content);
    const document = indexText(uri, { path, text }, latest);
    return problem ? { ...document, problems: [problem, ...document.problems] } : document;
  },

  findLinks({ text, latest }) {
    const lines = new Lines(text);
    return (
      Array.from(idsIn(lines, latest))
        // Editors link addresses, and an id inside one is a part of it.
        .filter(
          ({ line, found }) => !/https?:\/\/\S*$/i.test(lines.line(line).slice(0, found.idStart)),
        )
        .map(({ line, found: { id, version, start, end } }) => ({
          key: arxivKey(id),
          id,
          ...(version !== undefined && { version }),
          range: { startLine: line, startCharacter: start, endLine: line, endCharacter: end },
        }))
    );
  },

  describePaper(request) {
    const { body, complete, stale } = readBody(request);
    const { paper } = request;
    const summary = body.summary && !body.summary.failed ? body.summary.text : undefined;
    return {
      value: {
        title: texToText(paper.title),
        authors: paper.authors.map(texToText),
        ...(summary !== undefined && { summary: texToText(summary) }),
        ...(body.abstract !== undefined && { abstract: texToText(body.abstract) }),
      },
      complete,
      stale,
    };
  },

  renderPaper(request) {
    const { body, complete, stale } = readBody(request);
    const value = renderPaper(request.paper, body, request.labels, categoryName);
    return { value, complete, stale };
  },
};

interface ReadBody {
  readonly body: EntryBody;
  readonly complete: boolean;
  readonly stale: readonly string[];
}

function readBody({ sources, latest }: PaperRequest): ReadBody {
  const bodies: EntryBody[] = [];
  const stale: string[] = [];
  for (const { uri, format, labels, key, startLine, endLine, content } of sources) {
    const text = sliceLines(content, startLine, endLine);
    const read = formatNamed(format)?.readEntry(text, labels, { path: '', latest });
    if (read?.key === key) bodies.push(read.body);
    else stale.push(uri);
  }
  const body = mergeBodies(bodies);
  return { body, complete: isComplete(body), stale };
}

function isComplete({ summary, fields, abstract }: EntryBody): boolean {
  if (abstract === undefined || summary === undefined || summary.failed) return false;
  return !fields.some((field) => field.failed);
}
