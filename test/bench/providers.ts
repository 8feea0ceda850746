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
    const lines = asked.map((_, index) => index + 1);
    const nothing = asked.map(() => 0);
    figures.push({
      language,
      hover: await latencies('vscode.executeHoverProvider', document, lines),
      definition: await latencies('vscode.executeDefinitionProvider', document, lines),
      emptyHover: await latencies('vscode.executeHoverProvider', document, nothing),
      emptyDefinition: await latencies('vscode.executeDefinitionProvider', document, nothing),
    });
  }
  return figures;
}

async function latencies(
  command: string,
  { uri }: vscode.TextDocument,
  lines: readonly number[],
): Promise<Latencies> {
  const times: number[] = [];
  let answered = 0;
  for (const line of [...lines.slice(0, warmUps), ...lines]) {
    const asked = performance.now();
    const answer = await vscode.commands.executeCommand<unknown[]>(
      command,
      uri,
      new vscode.Position(line, column),
    );
    times.push(performance.now() - asked);
    if (times.length > warmUps && answer.length > 0) answered++;
  }
  const { p50, p95 } = spreadOf(times.slice(warmUps));
  return { p50, p95, answered };
}
