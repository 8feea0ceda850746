import * as vscode from 'vscode';

/** What folders hold, asked once until it is forgotten. A folder that cannot be listed is empty. */
export class FolderListing {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, vscode.FileType>>>();

  /** The files right inside a folder by their names, in no order. */
  async files(folder: vscode.Uri): Promise<readonly string[]> {
    const entries = await this.#list(folder);
    return [...entries].filter(([, type]) => isFile(type)).map(([name]) => name);
  }

  /** The folders right inside a folder by their names, without links to folders, in no order. */
  async ownFolders(folder: vscode.Uri): Promise<readonly string[]> {
    const entries = await this.#list(folder);
    return [...entries]
      .filter(([, type]) => type === vscode.FileType.Directory)
      .map(([name]) => name);
  }

  /** The folders right inside a folder by their names, in no order. */
  async folders(folder: vscode.Uri): Promise<readonly string[]> {
    const entries = await this.#list(folder);
    return [...entries].filter(([, type]) => !isFile(type)).map(([name]) => name);
  }

  async isFile(uri: vscode.Uri): Promise<boolean> {
    const entries = await this.#list(folderOf(uri));
    const type = entries.get(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    return type !== undefined && isFile(type);
  }

  forget(): void {
    this.#folders.clear();
  }

  #list(folder: vscode.Uri): Promise<ReadonlyMap<string, vscode.FileType>> {
    const key = folder.toString();
    const known = this.#folders.get(key) ?? read(folder);
    this.#folders.set(key, known);
    return known;
  }
}

export function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

async function read(folder: vscode.Uri): Promise<ReadonlyMap<string, vscode.FileType>> {
  try {
    return new Map(await vscode.workspace.fs.readDirectory(folder));
  } catch {
    return new Map();
  }
}

function isFile(type: vscode.FileType): boolean {
  return (type & vscode.FileType.Directory) === 0;
}
