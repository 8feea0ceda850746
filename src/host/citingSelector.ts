import type * as vscode from 'vscode';
import { citingExtensions, citingLanguages } from '../core/citation/syntaxes.js';

/** Documents that may cite by keys, by their language or, without an extension for it, their name. */
export const citingDocuments: readonly vscode.DocumentFilter[] = [
  ...citingLanguages.map((language) => ({ language })),
  { pattern: `**/*{${citingExtensions.join(',')}}` },
];

/** Bibliographies by their names; of other formats only those that something cites from count. */
export const bibliographyDocuments: readonly vscode.DocumentFilter[] = [
  { language: 'bibtex' },
  { pattern: '**/*.{bib,bibtex,biblatex,bbl,json,yaml,yml}' },
];
