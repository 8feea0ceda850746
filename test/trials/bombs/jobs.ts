import { digestFolds } from '../../../src/core/outline/digestFolds.js';
import { digestOutline } from '../../../src/core/outline/digestOutline.js';
import { createAnswers } from '../../../src/worker/answers.js';
import { bibliographyAnswers } from '../../../src/worker/bibliographyAnswers.js';

/** Takes a step of what is done with a text, by its name, so that it can be timed. */
export type Timed = <T>(step: string, run: () => T) => T;

/** Everything that workers do with one text. */
export type Jobs = (text: string, path: string, timed: Timed) => void;

const latest = '2026-12';
const answers = createAnswers('trial', () => undefined);
const librarian = bibliographyAnswers();

/** Of a digest or note that is found in the workspace, and opened. */
export function documentJobs(text: string, path: string, timed: Timed): void {
  const content = new TextEncoder().encode(text);
  const uri = `file:///w/${path}`;
  const note = { languageId: '', path, content: text };
  const isSource = path.endsWith('.bib') ? ({ isSource: true } as const) : {};
  const request = { uri, path, content, latest, ...isSource };
  const { digest, problems, fingerprint = '' } = timed('index', () => answers.index(request));
  timed('findLinks', () => answers.findLinks({ text, latest }));
  timed('identifyNote', () => answers.identifyNote({ content }));
  timed('readDeclarations', () => librarian.readDeclarations(note));
  if (!digest) {
    timed('findUses', () => librarian.findUses(note));
    timed('unknownUses', () => librarian.unknownUses({ ...note, uris: [] }));
    return;
  }
  timed('buildShard', () => answers.buildShard({ uri, digest, fingerprint, content, latest }));
  timed('checkDigest', () => answers.checkDigest({ uri, digest, problems, content, latest }));
  timed('outline', () => [...digestOutline(digest), ...digestFolds(digest)]);
}

const paper = { key: 'title:x', title: 'The Same Title of All', authors: ['Jane Doe'] } as const;

/** Of a bibliography that somebody cites from, and opens. */
export function bibliographyJobs(text: string, path: string, timed: Timed): void {
  const uri = `file:///w/${path}`;
  const uris = [uri];
  const { format } = timed('setBibliography', () =>
    librarian.setBibliography({ uri, path, content: text }),
  );
  timed('checkBibliography', () => librarian.checkBibliography({ uri }));
  timed('samePapers', () => librarian.samePapers({ uris }));
  timed('completeEntries', () => librarian.completeEntries({ uris, query: 'sa', limit: 50 }));
  timed('entryAt', () => librarian.entryAt({ uri, line: 1, character: 1 }));
  timed('similarKeys', () => librarian.similarKeys({ uris, key: 'abcdefg', limit: 5 }));
  timed('matchPapers', () => librarian.matchPapers({ uris, papers: [paper] }));
  timed('placeEntries', () =>
    librarian.placeEntries({ format, content: text, cites: [{ key: 'k', paper }], options: {} }),
  );
  timed('rewriteReferences', () =>
    librarian.rewriteReferences({ content: text, keys: ['a'], newKey: 'b' }),
  );
  timed('readDeclarations', () =>
    librarian.readDeclarations({ languageId: '', path, content: text }),
  );
  librarian.removeBibliography({ uri });
}
