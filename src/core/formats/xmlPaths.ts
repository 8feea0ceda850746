/** What is to be read of an XML document. */
export interface XmlShape {
  /** Names of the elements that are records. */
  readonly records: ReadonlySet<string>;
  /** Paths of elements and attributes (`XmlValues`). */
  readonly wanted: ReadonlySet<string>;
}

/**
 * All elements of one path. There are few of them in a document and many thousand elements, so that
 * what their path means is found out once.
 */
export class ElementKind {
  readonly isRecord: boolean;
  readonly isWanted: boolean;
  /** Paths of the attributes to be read, by their names. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly #children = new Map<string, ElementKind>();

  private constructor(
    private readonly shape: XmlShape,
    readonly name: string,
    readonly path: string,
  ) {
    this.isRecord = shape.records.has(name);
    this.isWanted = path !== '' && shape.wanted.has(path);
    this.attributes = new Map(
      [...shape.wanted]
        .filter((each) => each.startsWith(`${path}@`))
        .map((each) => [each.slice(path.length + 1), each]),
    );
  }

  /** That of nothing, in which the root stands. */
  static outside(shape: XmlShape): ElementKind {
    return new ElementKind(shape, '', '');
  }

  child(name: string): ElementKind {
    let child = this.#children.get(name);
    if (!child) {
      const below = this.path === '' ? name : `${this.path}/${name}`;
      child = new ElementKind(this.shape, name, this.shape.records.has(name) ? '' : below);
      this.#children.set(name, child);
    }
    return child;
  }
}
