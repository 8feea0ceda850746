import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';

/** Preprint's hovers at a place; other extensions' are left out. */
export async function cardsAt(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof vscode.MarkdownString)
    .filter(({ value }) => /https:\/\/arxiv\.org\/|command:preprint\./.test(value));
}

/** The one card at a place. */
export async function cardAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.MarkdownString> {
  const [card, ...more] = await cardsAt(document, position);
  assert.ok(card, `no card at ${document.uri.path} ${place(position)}`);
  assert.equal(more.length, 0, 'one card');
  return card;
}

/** An image of a formula, as the extension itself writes it: width, height, TeX and SVG in base64. */
export const formulaImages =
  /<img align="absmiddle" width="(\d+)" height="(\d+)" alt="([^"<>]*)" src="data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)">/g;

export interface ShownCard {
  /** Each paragraph as people read it. */
  readonly paragraphs: readonly string[];
  /** Where the links lead. */
  readonly links: readonly string[];
  readonly pictures: readonly string[];
}

/** What a card's Markdown becomes on the screen. */
export function shown({ value }: vscode.MarkdownString): ShownCard {
  const links: string[] = [];
  const pictures: string[] = [];
  const paragraphs: string[] = [];
  for (const block of new MarkdownIt().parse(value, {})) {
    if (block.type !== 'inline') continue;
    let text = '';
    for (const token of block.children ?? []) {
      text += token.content;
      if (token.type === 'link_open') links.push(token.attrGet('href') ?? '');
      if (token.type === 'image') pictures.push(token.attrGet('src') ?? '');
    }
    paragraphs.push(text);
  }
  return { paragraphs, links, pictures };
}

export async function definitionsAt(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.LocationLink[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  return found.filter((link) => 'targetUri' in link);
}

export function referencesAt(
  { uri }: Pick<vscode.TextDocument, 'uri'>,
  position: vscode.Position,
): Thenable<vscode.Location[]> {
  return vscode.commands.executeCommand('vscode.executeReferenceProvider', uri, position);
}

/** Preprint's links in a document by their text, with their targets; VS Code's own are left out. */
export async function linksIn(document: vscode.TextDocument): Promise<[string, string][]> {
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
  );
  return links
    .filter(({ tooltip }) => tooltip === 'Open on arXiv')
    .map(({ range, target }) => [document.getText(range), target?.toString() ?? '']);
}

function place({ line, character }: vscode.Position): string {
  return `${line + 1}:${character + 1}`;
}
