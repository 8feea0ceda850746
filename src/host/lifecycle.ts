/** Something to be undone; VS Code's own disposables are one kind. */
export interface Disposable {
  dispose(): unknown;
}

/**
 * What is to be undone later. Disposing is final: what is added afterwards is disposed at once, so
 * that work which ends late leaves nothing behind.
 */
export class DisposableStore implements Disposable {
  readonly #items = new Set<Disposable>();
  #disposed = false;

  get disposed(): boolean {
    return this.#disposed;
  }

  add<T extends Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.add(item);
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    for (const item of this.#items) item.dispose();
    this.#items.clear();
  }
}
