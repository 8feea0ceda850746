/** A made-up file of one format: what the tests that walk all formats start from. */
export interface FormatSample {
  /** Where the file lies; matters to formats that read their paper's id from it. */
  readonly path: string;
  /** The format tells of one paper per file. */
  readonly single?: true;
  /** Files of fewer entries are not taken for this format; 1 without it. */
  readonly fewest?: number;
  /** A file of so many entries, or with one, and so many times its text, where `single` says so. */
  readonly text: (entries: number) => string;
}

export type FormatSamples = Readonly<Record<string, FormatSample>>;

export const names = ['Ada Example', 'Bo C. Sample', 'Él Ejemplo'];
export const abstract =
  'We make up an abstract, with $x^2$, a "quotation" and \\emph{TeX} of 10% (see [3]).\nIt has a second line.';
export const tldr = 'A sentence that says it all.';

export function id(number: number): string {
  return `2601.${String(10001 + number)}`;
}

export function title(number: number): string {
  return `A Title | of [its] Own, Number ${number} (and "more")`;
}

export function times<T>(entries: number, make: (number: number) => T): T[] {
  return Array.from({ length: entries }, (_, number) => make(number));
}

/** A head, and one piece for each entry. */
export function pieces(head: string, piece: (number: number) => string): FormatSample['text'] {
  return (entries) => head + times(entries, piece).join('');
}

/** As HTML and XML have to write it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
