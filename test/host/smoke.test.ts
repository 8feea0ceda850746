import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('Preprint in VS Code', () => {
  it('is found and can be activated', async () => {
    const extension = vscode.extensions.getExtension('preprint.preprint');
    assert.ok(extension, 'preprint.preprint is not among the extensions');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('runs on a copy of the sample library', () => {
    const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri.fsPath);
    assert.deepEqual(folders, [process.env['PREPRINT_TEST_FOLDER']]);
  });
});
