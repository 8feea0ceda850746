import { ownText } from '../ownText.js';
import type { Lines } from '../lines.js';
import type { FieldPlace, Macros } from './bibFields.js';
import { rangeBetween, type EntryParent, type KeyAlias, type OpenMacros } from './entry.js';
import { keyList } from './keyList.js';

/** What the fields of one BibTeX entry have to do with others: its names, its parents, their macros. */
export class EntryLinks {
  readonly aliases: KeyAlias[] = [];
  readonly relatives: string[] = [];
  readonly #crossrefs: EntryParent[] = [];
  readonly #xdata: EntryParent[] = [];
  #openMacros: OpenMacros | undefined;

  constructor(
    private readonly lines: Lines,
    private readonly macros: Macros,
  ) {}

  /** As biber asks them: https://github.com/plk/biber, `process_interentry`. */
  get parents(): readonly EntryParent[] {
    return [...this.#xdata, ...this.#crossrefs];
  }

  get openMacros(): OpenMacros | undefined {
    return this.#openMacros;
  }

  /** To be told of every field. */
  note(field: FieldPlace): void {
    switch (field.name.toLowerCase()) {
      case 'ids':
        for (const { key, start, end } of keyList(this.lines.text, field)) {
          this.aliases.push({ key: ownText(key), range: rangeBetween(this.lines, start, end) });
        }
        return;
      case 'xdata':
        for (const { key } of keyList(this.lines.text, field)) {
          this.#xdata.push({ key: ownText(key), by: 'xdata' });
        }
        return;
      case 'crossref': {
        // Not a list.
        const [parent] = keyList(this.lines.text, field);
        if (parent) this.#crossrefs.push({ key: ownText(parent.key), by: 'crossref' });
        return;
      }
      case 'xref':
      case 'related':
      case 'entryset':
        for (const { key } of keyList(this.lines.text, field)) this.relatives.push(ownText(key));
        return;
      case 'journal':
      case 'journaltitle':
        this.#noteMacro('journal', field);
        return;
      case 'booktitle':
        this.#noteMacro('booktitle', field);
        return;
    }
  }

  #noteMacro(fact: keyof OpenMacros, { valueStart, valueEnd }: FieldPlace): void {
    if (valueEnd - valueStart > 100) return;
    const value = this.lines.text.slice(valueStart, valueEnd).toLowerCase();
    // A number needs no macro, and what is in braces, quotes or several pieces is none.
    if (!/^[^\s{}",#()=%\d][^\s{}",#()=%]*$/.test(value) || this.macros.has(value)) return;
    if (this.#openMacros?.[fact] !== undefined) return;
    this.#openMacros = { ...this.#openMacros, [fact]: ownText(value) };
  }
}
