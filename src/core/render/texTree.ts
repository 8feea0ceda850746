/** How a stretch of text is set off. */
export type TexStyle = 'em' | 'strong' | 'code' | 'smallCaps' | 'underline' | 'sup' | 'sub';

/** A piece of a TeX text after its macros are understood. Texts are Unicode, not yet escaped. */
export type TexNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string; readonly display: boolean }
  | { readonly kind: 'styled'; readonly style: TexStyle; readonly children: readonly TexNode[] }
  /** `url` is as written: whoever prints it decides whether it is safe. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly TexNode[] }
  /** `\cite{…}`, `\ref{…}`: what they point to is not in the text. */
  | { readonly kind: 'reference'; readonly keys: string }
  /** The next paragraph begins. */
  | { readonly kind: 'paragraph' };

/** Adds text to a list of nodes, joined to the text that it ends with. */
export function addText(nodes: TexNode[], text: string): void {
  if (text === '') return;
  const last = nodes.at(-1);
  if (last?.kind === 'text') {
    nodes[nodes.length - 1] = { kind: 'text', text: last.text + text };
  } else {
    nodes.push({ kind: 'text', text });
  }
}

/** A link that shows its own address. */
export function plainLink(url: string): TexNode {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}
