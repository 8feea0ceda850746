import { documentDeclarations } from '../core/bibliography/declared.js';
import { frontMatterStyle } from '../core/bibliography/declaredYaml.js';
import { rewriteReferences } from '../core/bibliography/entryReferences.js';
import { ownKeys } from '../core/bibliography/ownKeys.js';
import { findUses } from '../core/citation/scan/findUses.js';
import { rewriteKeys } from '../core/citation/scan/rewriteKeys.js';
import { namesItself } from '../core/citation/scan/wholeKeys.js';
import { Lines } from '../core/lines.js';
import type { Answers } from './answers.js';
import { Bibliographies } from './bibliographies.js';
import type { NoteText } from './bibliographyProtocol.js';
import { citationAnswers } from './citationAnswers.js';
import { decode } from './content.js';
import type { LibrarianCalls } from './protocol.js';

/** Of more than these, one bibliography is the reason. */
const mostUnknown = 500;

/** How the worker answers what it is asked of bibliographies and of those who cite them. */
export function bibliographyAnswers(): Pick<Answers, keyof LibrarianCalls> {
  const held = new Bibliographies();
  return {
    ...citationAnswers(held),

    setBibliography({ uri, path, content }) {
      const { text, problem } = decode(content);
      const summary = held.set(uri, path, text);
      // The answer goes first.
      setImmediate(() => held.prepare(uri));
      const { kind, line = 0, args = [] } = problem ?? {};
      if (kind !== 'binary' && kind !== 'invalidUtf8' && kind !== 'notUtf8') return summary;
      return { ...summary, problems: [{ kind, line, args }, ...summary.problems] };
    },

    encodingOf({ content }) {
      const { encoding, problem } = decode(content);
      return encoding?.id ?? (problem ? undefined : 'unicode');
    },

    removeBibliography({ uri }) {
      held.remove(uri);
      return null;
    },

    readDeclarations({ languageId, path, content }) {
      const { text } = decode(content);
      const style = frontMatterStyle(text);
      const declarations = documentDeclarations(languageId, path, text);
      return style === undefined ? declarations : { ...declarations, style };
    },

    findEntries: ({ uris, key }) => held.find(uris, key),
    unknownKeys: ({ uris, keys }) => held.unknown(uris, keys),
    similarKeys: ({ uris, key, limit }) => held.similar(uris, key, limit),
    entryAt: ({ uri, line, character }) => held.at(uri, line, character),

    listEntries({ uri, limit }) {
      const entries = held.list(uri);
      return entries.length > limit ? undefined : entries;
    },

    matchPapers: ({ uris, papers }) => papers.map((paper) => held.match(uris, paper)),
    completeEntries: ({ uris, query, limit }) => held.complete(uris, query, limit),
    takenKeys: ({ uris, prefixes }) => held.taken(uris, prefixes),
    checkBibliography: ({ uri }) => held.check(uri),

    unknownUses(note) {
      const uses = findUses(linesOf(note), note.languageId, note.path, optionsOf(note));
      const own = ownKeys(decode(note.content).text, note.languageId, note.path);
      const certain = uses.filter(
        ({ key, uncertain }) => !uncertain && !own.has(key) && !namesItself(key),
      );
      const unknown = new Set(
        held.unknown(
          note.uris,
          certain.map(({ key }) => key),
        ),
      );
      return certain.filter(({ key }) => unknown.has(key)).slice(0, mostUnknown);
    },

    samePapers: ({ uris }) => held.same(uris),

    findUses: (note) => findUses(linesOf(note), note.languageId, note.path, optionsOf(note)),

    rewriteKeys(note) {
      const { languageId, path, keys, newKey } = note;
      return rewriteKeys(linesOf(note), languageId, path, keys, newKey, optionsOf(note));
    },

    rewriteReferences: ({ content, keys, newKey }) =>
      rewriteReferences(linesOf({ content }), keys, newKey),
  };
}

function linesOf({ content }: Pick<NoteText, 'content'>): Lines {
  return new Lines(decode(content).text);
}

function optionsOf({ latexCommand }: NoteText): { latexCommand?: string } {
  return latexCommand === undefined ? {} : { latexCommand };
}
