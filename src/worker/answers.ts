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
    return Array.from(idsIn(lines, latest))
      .filter(({ line, found }) => !/^https?:/i.test(lines.line(line).slice(found.start)))
      .map(({ line, found: { id, version, start, end } }) => ({
        key: arxivKey(id),
        id,
        ...(version !== undefined && { version }),
        range: { startLine: line, startCharacter: start, endLine: line, endCharacter: end },
      }));
  },

  describePaper(request) {
    const { body, stale } = readBody(request);
    const { paper } = request;
    const summary = body.summary && !body.summary.failed ? body.summary.text : undefined;
    return {
      value: {
        title: texToText(paper.title),
        authors: paper.authors.map(texToText),
        ...(summary !== undefined && { summary: texToText(summary) }),
        ...(body.abstract !== undefined && { abstract: texToText(body.abstract) }),
      },
      stale,
    };
  },

  renderPaper(request) {
    const { body, stale } = readBody(request);
    return { value: renderPaper(request.paper, body, request.labels, categoryName), stale };
  },
};

function readBody({ sources, latest }: PaperRequest): { body: EntryBody; stale: string[] } {
  const bodies: EntryBody[] = [];
  const stale: string[] = [];
  for (const { uri, format, labels, key, startLine, endLine, content } of sources) {
    const text = sliceLines(content, startLine, endLine);
    const read = formatNamed(format)?.readEntry(text, labels, { path: '', latest });
    if (read?.key === key) bodies.push(read.body);
    else stale.push(uri);
  }
  return { body: mergeBodies(bodies), stale };
}
