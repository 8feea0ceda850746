import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import type { Latencies, ProviderFigures } from './hostTask.js';
import { spreadOf } from './spread.js';

const questions = 200;
/** What the window and the engine learn from the first answers is not measured. */
const warmUps = 10;
const languages = ['plaintext', 'markdown'];
/** Where in `lineOf` the id stands. */
const column = 12;

function lineOf(id: string): string {
  return `As in arXiv:${id}, and so on.`;
}

/** Asks for the hover and the definition of papers all over the library, through the window. */
export async function measureProviders(api: PreprintApi): Promise<ProviderFigures[]> {
  const papers = await api.findPapers('', Number.MAX_SAFE_INTEGER);
  const ids = papers.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const step = Math.max(1, ids.length / questions);
  const asked = Array.from(
    { length: Math.min(questions, ids.length) },
    (_, index) => ids[Math.floor(index * step)] ?? '',
  );
  const figures: ProviderFigures[] = [];
  for (const language of languages) {
    const content = ['No paper is named here.', ...asked.map(lineOf)].join('\n');
    const document = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(document);
    const places = asked.map((_, index) => new vscode.Position(index + 1, column));
    const nothing = asked.map(() => new vscode.Position(0, column));
    const { uri } = document;
    figures.push({
      language,
      hover: await latencies('vscode.executeHoverProvider', uri, places),
      definition: await latencies('vscode.executeDefinitionProvider', uri, places),
      emptyHover: await latencies('vscode.executeHoverProvider', uri, nothing),
      emptyDefinition: await latencies('vscode.executeDefinitionProvider', uri, nothing),
    });
  }
  return figures;
}

/** Of questions about one place after the other. */
export async function latencies(
  command: string,
  uri: vscode.Uri,
  places: readonly vscode.Position[],
): Promise<Latencies> {
  const times: number[] = [];
  let answered = 0;
  for (const place of [...places.slice(0, warmUps), ...places]) {
    const asked = performance.now();
    const answer = await vscode.commands.executeCommand<unknown[]>(command, uri, place);
    times.push(performance.now() - asked);
    if (times.length > warmUps && answer.length > 0) answered++;
  }
  const { p50, p95 } = spreadOf(times.slice(warmUps));
  return { p50, p95, answered };
}
