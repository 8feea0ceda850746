/** Why references could not be written in a style. Reasons are the engine's, in English. */
export type StyleProblem =
  /** It has broken over this style, and is not to be used again. */
  | { readonly kind: 'crashed'; readonly reason: string }
  /** @property line from 1 */
  | { readonly kind: 'broken'; readonly line?: number; readonly reason: string }
  /** The style only names another one. */
  | { readonly kind: 'dependent'; readonly parent: string }
  | { readonly kind: 'noBibliography' }
  /** It prints nothing of works such as these. */
  | { readonly kind: 'empty' };
