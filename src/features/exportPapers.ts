import * as vscode from 'vscode';
import type { Exported } from '../core/citation/export/registry.js';
import type { Paper } from '../core/paper.js';
import { writeChosen } from '../editor/files/writeChosen.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { nameOfFile } from '../host/fileName.js';
import { keyTemplateText } from '../host/keyTemplateText.js';
import type { Disposable } from '../host/lifecycle.js';
import { keysBelow } from '../host/nodePapers.js';
import { papersFor } from '../host/papers.js';
import type { PapersRow } from '../host/papersRow.js';
import { citationSettings } from '../host/settings.js';

/** Papers of rows of the tree, or that are picked, as a file in one of several formats. */
export function registerExportPapers(context: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.exportPapers, async (...args: unknown[]) => {
    const papers = await papersOf(context, args);
    if (papers === undefined) return;
    if (papers.length === 0) {
      const message = vscode.l10n.t('There is nothing to export here.');
      void vscode.window.showInformationMessage(message);
      return;
    }
    const format = await vscode.window.showQuickPick(formats(), {
      title: vscode.l10n.t('Format of the export'),
    });
    if (!format) return;
    const settings = citationSettings(undefined);
    const made = await context.bibliographies.newKeys([], papers, settings.keys);
    if ('problem' in made) {
      void vscode.window.showErrorMessage(keyTemplateText(made.problem));
      return;
    }
    const keyed = papers.map((paper, index) => ({ paper, key: made.keys[index] ?? '' }));
    const exported = await context.citationWriter.exported(format.name, keyed, settings);
    if (exported) await deliver(exported, papers.length);
  });
}

async function papersOf(
  context: FeatureContext,
  args: readonly unknown[],
): Promise<readonly Paper[] | undefined> {
  const [first, selection] = args;
  const nodes = (Array.isArray(selection) ? selection : [first]).filter(isNode);
  if (nodes.length === 0 || nodes.every(({ kind }) => kind === 'paper')) {
    return papersFor(context, args, { many: true, title: vscode.l10n.t('Export Papers') });
  }
  await context.library.start();
  const keys = await Promise.all(nodes.map((node) => keysBelow(context, node)));
  const { library } = context.library;
  return [...new Set(keys.flat())].flatMap((key) => library.paper(key) ?? []);
}

function isNode(value: unknown): value is PapersRow {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}

function formats(): readonly (vscode.QuickPickItem & { readonly name: string })[] {
  return [
    { label: 'BibTeX', name: 'bibtex' },
    { label: 'biblatex', name: 'biblatex' },
    { label: 'RIS', name: 'ris' },
    { label: 'CSL-JSON', name: 'cslJson' },
    { label: 'Hayagriva', name: 'hayagriva' },
    { label: 'CSV', name: 'csv' },
    { label: vscode.l10n.t('Markdown list'), name: 'markdown' },
  ];
}

/** The dialog itself asks before a file is overwritten. */
async function deliver({ text, extension }: Exported, count: number): Promise<void> {
  const toFile = { label: vscode.l10n.t('Save to a File…') };
  const where = await vscode.window.showQuickPick(
    [toFile, { label: vscode.l10n.t('Open in an Editor') }],
    { title: vscode.l10n.t('Where is the export to go?') },
  );
  if (!where) return;
  if (where !== toFile) {
    const document = await vscode.workspace.openTextDocument({
      content: text,
      language: languages.get(extension) ?? 'plaintext',
    });
    await vscode.window.showTextDocument(document);
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    filters: { [extension.slice(1)]: [extension.slice(1)] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `papers${extension}`) }),
  });
  if (!uri) return;
  await writeChosen(uri, text);
  const told = vscode.l10n.t('Exported {0} papers to {1}', count, nameOfFile(uri));
  void vscode.window.showInformationMessage(told);
}

const languages: ReadonlyMap<string, string> = new Map([
  ['.bib', 'bibtex'],
  ['.json', 'json'],
  ['.yml', 'yaml'],
  ['.md', 'markdown'],
]);
