import type { IndexedDocument } from '../../../src/core/digest.js';
import { Library } from '../../../src/core/library.js';

export function libraryOf(...documents: readonly IndexedDocument[]): Library {
  const library = new Library();
  for (const document of documents) library.replace(document);
  return library;
}

export function groups(library: Library): string[] {
  return [...library.digests()]
    .map(({ uri, twins }) => [uri, ...twins.map((twin) => twin.uri)].join(' + '))
    .sort();
}
