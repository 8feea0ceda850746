/** Documents by the folders that they lie in, so that a folder's are found at the cost of their number. */
export class DocumentFolders {
  /** The names in each folder that has any: those of documents and of folders. */
  readonly #names = new Map<string, Set<string>>();
  readonly #documents = new Set<string>();

  add(uri: string): void {
    if (this.#documents.has(uri)) return;
    this.#documents.add(uri);
    let path = uri;
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(path)) {
      const names = this.#names.get(folder);
      if (names) {
        names.add(path);
        return;
      }
      this.#names.set(folder, new Set([path]));
      path = folder;
    }
  }

  delete(uri: string): void {
    if (!this.#documents.delete(uri) || this.#names.has(uri)) return;
    let path = uri;
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(path)) {
      const names = this.#names.get(folder);
      names?.delete(path);
      if (names === undefined || names.size > 0) return;
      this.#names.delete(folder);
      // A document may bear the name of a folder that has come in its place.
      if (this.#documents.has(folder)) return;
      path = folder;
    }
  }

  /** The document of this URI, and those below it when it is a folder's. */
  *at(uri: string): Generator<string> {
    if (this.#documents.has(uri)) yield uri;
    for (const name of this.#names.get(uri) ?? []) yield* this.at(name);
  }
}

function folderOf(path: string): string | undefined {
  const end = path.lastIndexOf('/');
  return end > 0 ? path.slice(0, end) : undefined;
}
