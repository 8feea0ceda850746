import * as vscode from 'vscode';

/**
 * A copy of the sample library that a person may change, in the extension's own storage. What an
 * earlier copy holds stays as the person has left it; files that it lacks are added.
 * @throws what the file system says when it cannot be written
 */
export async function sampleLibrary(
  extension: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>,
): Promise<vscode.Uri> {
  const source = vscode.Uri.joinPath(extension.extensionUri, 'media', 'sample');
  const target = vscode.Uri.joinPath(extension.globalStorageUri, 'Sample Library');
  await addMissing(source, target);
  return target;
}

async function addMissing(source: vscode.Uri, target: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  await fs.createDirectory(target);
  const there = new Set((await fs.readDirectory(target)).map(([name]) => name));
  for (const [name, type] of await fs.readDirectory(source)) {
    const [from, to] = [vscode.Uri.joinPath(source, name), vscode.Uri.joinPath(target, name)];
    if (type === vscode.FileType.Directory) await addMissing(from, to);
    // Written anew rather than copied: files of an installed extension may be read-only.
    else if (!there.has(name)) await fs.writeFile(to, await fs.readFile(from));
  }
}
