/** Why a file of marks is neither read nor written, though the disk would allow it. */
export type RefusalReason =
  /** It holds something else. */
  | { readonly kind: 'content' }
  /** A link leads out of the workspace; the path is where to. */
  | { readonly kind: 'outside'; readonly path: string }
  /** Its path is none of a file of marks. */
  | { readonly kind: 'name'; readonly path: string }
  /** A folder, a device or a pipe. */
  | { readonly kind: 'noFile'; readonly path: string }
  | { readonly kind: 'size'; readonly path: string; readonly most: number }
  /** Another window, or what pretends to be one, does not give the lock back. */
  | { readonly kind: 'locked'; readonly path: string }
  /** It was another whenever it was to be replaced. */
  | { readonly kind: 'changing' };

/** A file of marks is left alone. */
export class MarksRefusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`A file of marks is left alone: ${JSON.stringify(reason)}`);
    this.reason = reason;
  }
}
