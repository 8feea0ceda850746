import * as vscode from 'vscode';
import type { PageShell } from '../core/render/pageShell.js';
import { nonce } from './nonce.js';

/** What the pages have in common. */

/**
 * Lets a page load what belongs to it, and nothing else.
 * @param name of its program
 * @param sheets its style sheets, by their paths in the extension
 */
export function preparePage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: string,
  title: string,
  sheets: readonly string[],
): PageShell {
  const resource = (path: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, path)).toString();
  webview.options = {
    enableScripts: true,
    localResourceRoots: ['media', 'dist'].map((root) => vscode.Uri.joinPath(extension, root)),
  };
  return {
    cspSource: webview.cspSource,
    nonce: nonce(),
    scriptUri: resource(`dist/${name}.js`),
    styleUris: sheets.map(resource),
    lang: vscode.env.language,
    title,
  };
}

/** As `preparePage`, for a page that shows papers: its own style sheet follows that of the reader. */
export function preparePaperPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: string,
  title: string,
): PageShell {
  const own = new Set(['media/reader.css', `media/${name}.css`]);
  return preparePage(webview, extension, name, title, ['dist/katex/katex.min.css', ...own]);
}

/** @param name of the pictures in `media` */
export function pageIcon(
  extension: vscode.Uri,
  name: 'reader' | 'trends',
): { light: vscode.Uri; dark: vscode.Uri } {
  const media = vscode.Uri.joinPath(extension, 'media');
  return {
    light: vscode.Uri.joinPath(media, `${name}-light.svg`),
    dark: vscode.Uri.joinPath(media, `${name}-dark.svg`),
  };
}

export function shortened(title: string): string {
  return title.length > 40 ? `${title.slice(0, 38).trimEnd()}…` : title;
}
