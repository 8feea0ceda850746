import * as vscode from 'vscode';

/** What folders hold, asked once until it is forgotten. A folder that cannot be listed is empty. */
export class FolderListing {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, vscode.FileType>>>();

  /** The files right inside a folder by their names, in no order. */
  async files(folder: vscode.Uri): Promise<readonly string[]> {
    const entries = await this.#list(folder);
    return [...entries].filter(([, type]) => isFile(type)).map(([name]) => name);
  }

  /**
   * The folders right inside a folder by their names, in no order.
   * @param links with those that links lead to
   */
  async folders(folder: vscode.Uri, links: boolean): Promise<readonly string[]> {
    const entries = await this.#list(folder);
    return [...entries]
      .filter(([, type]) => (links ? !isFile(type) : type === vscode.FileType.Directory))
      .map(([name]) => name);
  }

  async isFile(uri: vscode.Uri): Promise<boolean> {
    const entries = await this.#list(folderOf(uri));
    const type = entries.get(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    return type !== undefined && isFile(type);
  }

  /** Whether the folder above has one of this name, in upper or lower case: some disks know no difference. */
  async mayBeFolder(uri: vscode.Uri): Promise<boolean> {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).toLowerCase();
    const entries = await this.#list(folderOf(uri));
    return [...entries].some(([each, type]) => !isFile(type) && each.toLowerCase() === name);
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
