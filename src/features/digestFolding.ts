import * as vscode from 'vscode';
import { digestFolds } from '../core/outline/digestFolds.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { OpenDigests } from '../host/openDigests.js';

/** Folds each paper, each section and the table of contents of an open digest. */
export function registerDigestFolding({ library }: FeatureContext): Disposable {
  return new OpenDigests(library, (digests, selector) =>
    vscode.languages.registerFoldingRangeProvider(selector, {
      async provideFoldingRanges(document, _context, token) {
        const digest = await digests.digestOf(document, token);
        return (
          digest &&
          digestFolds(digest).map(
            ({ startLine, endLine }) => new vscode.FoldingRange(startLine, endLine),
          )
        );
      },
    }),
  );
}
