import * as vscode from 'vscode';
import type { PageShell } from '../core/render/pageShell.js';

/** What the pages have in common that show papers. */

/**
 * Lets a page load what belongs to it, and nothing else.
 * @param name of its program and of its style sheet, which follows that of the reader
 */
export function preparePage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: string,
  title: string,
): PageShell {
  const media = vscode.Uri.joinPath(extension, 'media');
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const resource = (root: vscode.Uri, ...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(root, ...path)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [media, dist] };
  const sheets = [...new Set(['reader.css', `${name}.css`])];
  return {
    cspSource: webview.cspSource,
    nonce: nonce(),
    scriptUri: resource(dist, `${name}.js`),
    styleUris: [
      resource(dist, 'katex', 'katex.min.css'),
      ...sheets.map((sheet) => resource(media, sheet)),
    ],
    lang: vscode.env.language,
    title,
  };
}

export function pageIcon(extension: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const media = vscode.Uri.joinPath(extension, 'media');
  return {
    light: vscode.Uri.joinPath(media, 'reader-light.svg'),
    dark: vscode.Uri.joinPath(media, 'reader-dark.svg'),
  };
}

export function shortened(title: string): string {
  return title.length > 40 ? `${title.slice(0, 38).trimEnd()}…` : title;
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
