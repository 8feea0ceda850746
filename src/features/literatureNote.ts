import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../core/notes/textEdit.js';
import type { Paper } from '../core/paper.js';
import { documentText } from '../editor/documentText.js';
import { createIn } from '../editor/files/edits.js';
import { Permit } from '../editor/files/permit.js';
import { wayTo, type Refusal } from '../editor/files/way.js';
import { isWritable } from '../editor/files/writable.js';
import { workspaceFolderOf } from '../editor/notebooks.js';
import { commands, settings } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { nameOfFile } from '../host/fileName.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import type { NotePlace } from '../host/noteFiles.js';
import { NotePreview } from '../host/notePreview.js';
import { notePermit } from '../host/notePermit.js';
import { keptText, templateProblemText } from '../host/noteProblemText.js';
import {
  digestAddress,
  noteLabels,
  notePlace,
  readTemplateFile,
  type TemplateSource,
} from '../host/noteSources.js';
import { papersFor } from '../host/papers.js';
import type { NoteOrder } from '../worker/protocol.js';

/** A paper's own note: made from a template, or brought up to date where the template manages it. */
export function registerLiteratureNote(context: FeatureContext): Disposable {
  const store = new DisposableStore();
  const preview = store.add(new NotePreview());
  store.add(
    vscode.commands.registerCommand(commands.createLiteratureNote, async (...args: unknown[]) => {
      const title = vscode.l10n.t('Create Literature Note');
      const papers = await papersFor(context, args, { many: false, title });
      const [paper] = papers ?? [];
      if (paper) await new NoteWriter(context, preview, paper).run();
      else if (papers)
        void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
    }),
  );
  return store;
}

/** How long a message in the status bar stays. */
const messageMs = 5000;

class NoteWriter {
  readonly #context: FeatureContext;
  readonly #preview: NotePreview;
  readonly #paper: Paper;

  constructor(context: FeatureContext, preview: NotePreview, paper: Paper) {
    this.#context = context;
    this.#preview = preview;
    this.#paper = paper;
  }

  async run(): Promise<void> {
    // A note that has not been read yet would be written a second time.
    await this.#context.library.start();
    const folder = this.#folder();
    if (!folder) {
      const message = vscode.l10n.t('Open a folder: literature notes are files of a folder.');
      void vscode.window.showWarningMessage(message);
      return;
    }
    const template = await readTemplateFile(this.#context.notes, folder);
    if ('refusal' in template) {
      refuse(template.refusal);
      return;
    }
    const newKey = this.#context.notes.newKey(this.#paper, folder);
    const place = await this.#place(folder, newKey);
    if (place === undefined) return;
    if ('refusal' in place) {
      refuse(place.refusal);
      return;
    }
    const key = place.identity?.citationKey ?? newKey;
    const digest = digestAddress(this.#paper, place.uri, folder);
    const order: NoteOrder = {
      ...{ key, labels: noteLabels() },
      ...(digest !== undefined && { digest }),
      ...(template.content !== undefined && { template: template.content }),
    };
    await (place.exists
      ? this.#update(place.uri, order, template)
      : this.#create(place.uri, order, template));
  }

  /** That of the note or digest that is being looked at, else of the paper's newest digest. */
  #folder(): vscode.WorkspaceFolder | undefined {
    const active = vscode.window.activeTextEditor?.document.uri;
    const uris = [active, ...this.#paper.occurrences.map(({ uri }) => vscode.Uri.parse(uri))];
    const folders = uris.flatMap((uri) => (uri && workspaceFolderOf(uri)) ?? []);
    return folders[0] ?? vscode.workspace.workspaceFolders?.[0];
  }

  /** @returns undefined when the person does not choose among several notes */
  async #place(
    folder: vscode.WorkspaceFolder,
    key: string,
  ): Promise<NotePlace | Refusal | undefined> {
    const { notes } = this.#context;
    const [first, ...more] = await notes.own(this.#paper, key);
    if (first && more.length > 0) {
      const items = [first, ...more].map((place) => ({ label: nameOfFile(place.uri), place }));
      const title = vscode.l10n.t('This paper has several literature notes');
      return (await vscode.window.showQuickPick(items, { title }))?.place;
    }
    if (first) return first;
    const wanted = await notePlace(notes, this.#paper, key, folder);
    if ('refusal' in wanted) return wanted;
    return notes.place(this.#paper, key, wanted.root, wanted.path);
  }

  async #create(uri: vscode.Uri, order: NoteOrder, template: TemplateSource): Promise<void> {
    const answer = await this.#context.texts.writeNote(this.#paper, order);
    if (answer.kind === 'problem') {
      refuse(templateProblemText(answer.problem, template.place), template.uri);
      return;
    }
    if (answer.kind !== 'new') return;
    const named = { setting: settings.notesFileName, path: nameOf(uri) };
    const permit = await notePermit(uri, named);
    if ('refusal' in permit) {
      refuse(permit.refusal);
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    createIn(edit, permit, new TextEncoder().encode(answer.text));
    if (!(await vscode.workspace.applyEdit(edit))) {
      refuse(vscode.l10n.t('{0} cannot be created.', nameOfFile(uri)));
      return;
    }
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    editor.revealRange(editor.selection);
    void this.#context.citationWriter.tellOf([this.#paper]);
  }

  async #update(uri: vscode.Uri, order: NoteOrder, template: TemplateSource): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const ask = (): ReturnType<FeatureContext['texts']['writeNote']> =>
      this.#context.texts.writeNote(this.#paper, { ...order, note: documentText(document) });
    const answer = await ask();
    if (answer.kind === 'problem') {
      refuse(templateProblemText(answer.problem, template.place), template.uri);
      return;
    }
    if (answer.kind !== 'update') return;
    if (answer.edits.length > 0) {
      const way = await wayTo(uri);
      const permit = 'refusal' in way ? way : await Permit.inside(way);
      if ('refusal' in permit) {
        refuse(permit.refusal);
        return;
      }
      if (!(await isWritable(uri))) {
        refuse(vscode.l10n.t('{0} cannot be edited.', nameOfFile(uri)));
        return;
      }
      const { version } = document;
      const text = applyEdits(documentText(document), answer.edits);
      if (!(await this.#preview.accepts(document, text, answer.changed.join(', ')))) return;
      // The person may have gone on writing while the question stood there.
      const latest = document.version === version ? answer : await ask();
      const edits = latest.kind === 'update' ? latest.edits : [];
      const fault = await permit.fault();
      if (fault) {
        refuse(fault.refusal);
        return;
      }
      if (!(await applied(document, edits))) {
        refuse(vscode.l10n.t('{0} cannot be edited.', nameOfFile(uri)));
        return;
      }
    } else if (answer.kept.length === 0) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('The note is up to date.'), messageMs);
    }
    if (answer.kept.length > 0) {
      void vscode.window.showWarningMessage(keptText(nameOfFile(uri), answer.kept));
    }
    await vscode.window.showTextDocument(document, { preview: false });
  }
}

/** @param template to be opened from the message */
function refuse(message: string, template?: vscode.Uri): void {
  const open = vscode.l10n.t('Open Template');
  const answer = vscode.window.showErrorMessage(message, ...(template ? [open] : []));
  void answer.then(async (picked) => {
    if (template && picked === open) await vscode.window.showTextDocument(template);
  });
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

async function applied(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): Promise<boolean> {
  if (edits.length === 0) return true;
  const { version } = document;
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, text);
  }
  // VS Code calls an edit done even where the document may only be read.
  return (await vscode.workspace.applyEdit(edit)) && document.version > version;
}
