import type { Library } from '../core/library.js';
import type * as vscode from 'vscode';

/** By its name: a file whose papers count as those of a digest where the settings say so. */
export function isBibliography({ path }: vscode.Uri): boolean {
  return /\.(?:bib|bibtex|ris)$/i.test(path);
}

/**
 * A digest belongs to its generator, and nothing is written into it. A bibliography that counts as one
 * is its owner's all the same.
 */
export function isGenerated(library: Library, uri: vscode.Uri): boolean {
  return library.document(uri.toString())?.digest !== undefined && !isBibliography(uri);
}
