import { accessSync, constants } from 'node:fs';
import { arxivKey } from '../core/arxivId.js';
import { categoryName } from '../core/categories.js';
import type { IndexedDocument, Problem } from '../core/digest.js';
import { recipesIn } from '../core/formats/own/ownFormats.js';
import { tryRecipe } from '../core/formats/own/tryRecipe.js';
import { indexText } from '../core/indexText.js';
import { bibliographyFormats } from '../core/formats/registry.js';
import { Lines } from '../core/lines.js';
import { mergeBodies } from '../core/mergePaper.js';
import { defaultTemplate } from '../core/notes/defaultTemplate.js';
import { noteIdentity } from '../core/notes/noteIdentity.js';
import { notePath } from '../core/notes/noteName.js';
import { writeNote } from '../core/notes/writeNote.js';
import type { EntryBody } from '../core/paper.js';
import { renderPaper } from '../core/render/paperHtml.js';
import { paperMarkdown } from '../core/render/paperMarkdown.js';
import { distinctTexts, type DigestText } from '../core/render/textChoice.js';
import { texToText } from '../core/render/texToText.js';
import { textPieces } from '../core/render/textPieces.js';
import { SearchIndex } from '../core/search/searchIndex.js';
import { idsOutsideAddresses } from '../core/textLinks.js';
import { shortText } from '../core/shortText.js';
import { decode, fingerprintOf, readingFingerprint } from './content.js';
import type { CslCalls } from './cslProtocol.js';
import type { FormulaCalls } from './formulaProtocol.js';
import { EntryTexts, readSource, seenIn } from './entryTexts.js';
import { healthAnswers } from './healthAnswers.js';
import { IndexCache } from './indexCache.js';
import { readPart } from './largeFile.js';
import type {
  CallName,
  IndexRequest,
  LibrarianCalls,
  PaperRequest,
  Params,
  Result,
  UnreadSource,
} from './protocol.js';
import { searchAnswers } from './searchAnswers.js';
import { similarAnswers } from './similarAnswers.js';
import { trendAnswers } from './trendAnswers.js';

export type Answers = { readonly [N in CallName]: (params: Params<N>) => Result<N> };

/** Without those of the other programs, which hold the bibliographies and the engines. */
export type DigestAnswers = Omit<
  Answers,
  keyof LibrarianCalls | keyof CslCalls | keyof FormulaCalls
>;

/**
 * How the worker answers each question about digests and papers.
 * @param program names this build of the worker: what another has kept is not used
 * @param log takes a line that a person may want to read
 */
export function createAnswers(program: string, log: (line: string) => void): DigestAnswers {
  const cache = new IndexCache(program, log);
  const index = new SearchIndex();
  return {
    ...{ ...paperAnswers, ...noteAnswers, ...documentAnswers(cache), ...trendAnswers() },
    ...healthAnswers,
    ...{ ...searchAnswers(cache, index), ...similarAnswers(index) },
  };
}

type DocumentCalls =
  'index' | 'indexPart' | 'explain' | 'checkFormats' | 'restore' | 'pruneCache' | 'cacheSize';

function documentAnswers(cache: IndexCache): Pick<Answers, DocumentCalls> {
  return {
    index(request) {
      const { uri, content, cache: place } = request;
      const fingerprint = fingerprintOf(content);
      // A checkout may have touched the file and left its content as it was.
      const document =
        (place && cache.reuseDocument(uri, place, fingerprint)) ??
        readDocument(request, fingerprint);
      if (place) cache.keepDocument(document, place);
      return document;
    },

    explain(request) {
      const lines = new Lines(decode(request.content).text);
      const { recipes, problems } = recipesIn(request.formats);
      const { latest } = request;
      return {
        document: readDocument(request),
        lines: lines.count,
        trials: recipes.map((recipe) => tryRecipe(recipe, lines, latest)),
        problems,
      };
    },

    checkFormats: ({ formats }) => recipesIn(formats).problems,

    indexPart(request) {
      const { uri, anew, cache: place } = request;
      const kept = anew === true || !place ? undefined : cache.restoreDocument(uri, place);
      if (kept) return kept;
      const document = readPart(request);
      if (document && place) cache.keepDocument(document, place);
      return document;
    },

    restore({ uri, cache: place, file }) {
      const document = cache.restoreDocument(uri, place);
      if (!document || file === undefined || isReadable(file)) return document;
      return { ...document, problems: [...document.problems, keptAlone] };
    },

    pruneCache({ folder, keep }) {
      cache.prune(folder, keep);
      return null;
    },

    cacheSize: ({ folder }) => cache.size(folder),
  };
}

const keptAlone: Problem = { kind: 'keptAlone', line: 0, args: [] };

/** To ask costs some microseconds, to open the file would cost more. */
function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function readDocument(
  request: IndexRequest,
  fingerprint = fingerprintOf(request.content),
): IndexedDocument {
  const { uri, path, content, latest, languageId, latexCommand, formats, isSource, isCell } =
    request;
  const { text, problem } = decode(content);
  const source = {
    ...{ path, text },
    ...(languageId !== undefined && { languageId }),
    ...(latexCommand !== undefined && { latexCommand }),
    ...(formats !== undefined && { formats }),
    ...(isCell && { isCell }),
  };
  const document = indexText(uri, source, latest, isSource ? bibliographyFormats : []);
  const problems = problem ? [problem, ...document.problems] : document.problems;
  return {
    ...document,
    fingerprint: readingFingerprint(fingerprint, document.digest?.own),
    problems,
  };
}

/** In code units of TeX: a hover shows far less, and a megabyte of formulas takes seconds. */
const longestDescribed = 20_000;

type PaperCalls = 'findLinks' | 'describePaper' | 'renderPaper' | 'paperMarkdown';

const paperAnswers: Pick<Answers, PaperCalls> = {
  findLinks: ({ text, latest }) =>
    idsOutsideAddresses(text, latest).map(({ line, found: { id, version, start, end } }) => ({
      key: arxivKey(id),
      id,
      ...(version !== undefined && { version }),
      range: { startLine: line, startCharacter: start, endLine: line, endCharacter: end },
    })),

  describePaper(request) {
    const { body, complete, unread } = readBody(request);
    const { paper, macros } = request;
    const summary = body.summary && !body.summary.failed ? body.summary.text : undefined;
    const pieces = (text: string) => textPieces(shortText(text, longestDescribed), macros);
    return {
      value: {
        title: textPieces(paper.title, macros),
        authors: paper.authors.map(texToText),
        ...(summary !== undefined && { summary: pieces(summary) }),
        ...(body.abstract !== undefined && {
          abstract: pieces(body.abstract),
          source: body.abstract,
        }),
      },
      complete,
      unread,
    };
  },

  renderPaper(request) {
    const { paper, labels, macros, text: chosen } = request;
    const { texts: all, body, complete, unread } = readBody(request);
    const texts = distinctTexts(all);
    const text = chosen === undefined ? undefined : texts[chosen];
    const shown = chosen === -1 && texts.length > 1 ? -1 : text ? texts.indexOf(text) : 0;
    // What the text that was chosen lacks, the others may have.
    const chosenBody = text ? mergeBodies([text.body, ...all.map((one) => one.body)]) : body;
    const choice = { texts, shown };
    const noAbstract = all.length === 0 && unread.length > 0 ? labels.unread : labels.noAbstract;
    const told = { ...labels, noAbstract };
    const value = renderPaper(paper, chosenBody, told, categoryName, macros, choice);
    return { value, complete, unread };
  },

  paperMarkdown(request) {
    const { body, complete, unread } = readBody(request);
    return { value: paperMarkdown(request.paper, body), complete, unread };
  },
};

const noteAnswers: Pick<Answers, 'identifyNote' | 'nameNote' | 'writeNote'> = {
  identifyNote: ({ content }) => noteIdentity(decode(content).text),

  nameNote({ paper, key, template }) {
    const date = paper.occurrences[0]?.date?.value;
    const facts = { paper, key, digestLabel: '', ...(date !== undefined && { date }) };
    return notePath(template, facts);
  },

  writeNote(request) {
    const { body, complete, unread } = readBody(request);
    const { paper, order } = request;
    const { key, digest, labels, template, note } = order;
    const date = paper.occurrences[0]?.date?.value;
    const summary = body.summary && !body.summary.failed ? body.summary.text : undefined;
    const facts = {
      ...{ paper, key, digestLabel: labels.digest },
      ...(digest !== undefined && { digest }),
      ...(date !== undefined && { date }),
      ...(summary !== undefined && { summary }),
      ...(body.abstract !== undefined && { abstract: body.abstract }),
    };
    const text = template === undefined ? defaultTemplate(labels) : decode(template).text;
    return { value: writeNote(text, facts, note), complete, unread };
  },
};

interface ReadBody {
  /** One for each source that could be read. */
  readonly texts: readonly DigestText[];
  readonly body: EntryBody;
  readonly complete: boolean;
  readonly unread: readonly UnreadSource[];
}

function readBody({ sources, latest }: PaperRequest): ReadBody {
  const texts: DigestText[] = [];
  const unread: UnreadSource[] = [];
  const entryTexts = new EntryTexts();
  for (const [number, source] of sources.entries()) {
    const { date } = source;
    const body = readSource(source, latest, entryTexts);
    if (body) texts.push({ body, ...(date && { date: date.value }) });
    else unread.push({ source: number, seen: seenIn(source) });
  }
  const body = mergeBodies(texts.map((text) => text.body));
  return { texts, body, complete: isComplete(body), unread };
}

function isComplete({ summary, fields, abstract }: EntryBody): boolean {
  if (abstract === undefined || summary === undefined || summary.failed) return false;
  return !fields.some((field) => field.failed);
}
