import type * as vscode from 'vscode';

/**
 * The whole path of a file, for a question that is answered by what it says: signs that cannot be seen,
 * or that turn the text around, are written as what they are.
 */
export function shownPath(uri: Pick<vscode.Uri, 'scheme' | 'fsPath' | 'toString'>): string {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
  return path.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
