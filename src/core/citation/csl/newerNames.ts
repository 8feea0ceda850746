/** What the engine finds wrong in a style; offsets are those of the style's text. */
export interface StyleFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/**
 * Names that CSL 1.0.2 has brought: types, variables, roles and terms. The engine knows those of
 * 1.0.1, but the styles that people download today are written in 1.0.2. Others are slips.
 */
const newer = new Set(
  (
    'collection document event hearing performance periodical regulation software standard ' +
    'available-date division event-title license part-number part-title printing-number ' +
    'supplement-number volume-title section version ' +
    'chair compiler contributor curator editor-translator executive-producer guest host narrator ' +
    'organizer performer producer script-writer series-creator ' +
    'advance-online-publication album audio-recording film henceforth loc-cit no-place no-publisher ' +
    'on op-cit original-work-published personal-communication podcast podcast-episode preprint ' +
    'radio-broadcast radio-series radio-series-episode review-of special-issue special-section ' +
    'television-broadcast television-series television-series-episode video working-paper ' +
    'article article-journal article-magazine article-newspaper bill broadcast classic dataset entry ' +
    'entry-dictionary entry-encyclopedia figure graphic interview legal_case legislation manuscript ' +
    'map motion_picture musical_score pamphlet paper-conference patent personal_communication post ' +
    'post-weblog report review review-book song speech thesis treaty webpage ' +
    'act appendix article-locator canon elocation equation loc rule scene table timestamp ' +
    'title-locator printing supplement bce ce colon comma period semicolon'
  ).split(' '),
);

/** Terms that only name places inside of a work: no reference prints them. */
const spareTerms = ['folio', 'opus', 'verse', 'column', 'line', 'paragraph', 'figure', 'book'];

/**
 * Says what a style of CSL 1.0.2 says in the words of 1.0.1. No paper has what the newer names are
 * for, so conditions on them are conditions on something else that no paper has.
 */
export class NewerNames {
  readonly #spare: string[];
  readonly #spared = new Map<string, string>();
  readonly #defined: ReadonlySet<string | undefined>;

  /** @param style as it is written */
  constructor(style: string) {
    this.#spare = spareTerms.filter((name) => !style.includes(`"${name}"`));
    this.#defined = new Set(Array.from(style.matchAll(/\bname="([^"]*)"/g), ([, name]) => name));
  }

  /** The style without these faults; undefined when one of them is no newer name. */
  replace(style: string, faults: readonly StyleFault[]): string | undefined {
    let text = style;
    // From the end, so that the offsets before stay what they are.
    let changed = text.length;
    for (const { start, end } of [...faults].sort((a, b) => b.start - a.start)) {
      const tagStart = text.lastIndexOf('<', start);
      const tagEnd = text.indexOf('>', end - 1) + 1;
      // Another fault of this tag is found again when the style is read again.
      if (tagEnd > changed) continue;
      const tag = text.slice(Math.max(tagStart, 0), tagEnd);
      const mended = this.#tag(tag, text.slice(start, end));
      if (mended === undefined) return undefined;
      text = text.slice(0, tagStart) + mended + text.slice(tagEnd);
      changed = tagStart;
    }
    return text;
  }

  #tag(tag: string, attribute: string): string | undefined {
    const [, element = ''] = /^<([\w:-]+)/.exec(tag) ?? [];
    const [, name = '', value = ''] = /^([\w-]+)\s*=\s*["']([^"']*)["']$/.exec(attribute) ?? [];
    // Only roles have verbs for the engine. Without one, the long form of a term is printed.
    if (name === 'form' && value.startsWith('verb')) {
      return tag.replace(attribute, `form="${element === 'term' ? 'symbol' : 'long'}"`);
    }
    const words = value.split(/\s+/);
    if (!words.some((word) => newer.has(word))) return undefined;
    if (name === 'term' || name === 'name') return this.#term(tag, attribute, name, value);
    const known = name === 'type' ? 'bill' : unheld(element);
    const kept = words.map((word) => (newer.has(word) && word !== 'article' ? known : word));
    return tag.replace(attribute, `${name}="${[...new Set(kept)].join(' ')}"`);
  }

  #term(tag: string, attribute: string, name: string, value: string): string | undefined {
    const spare = this.#defined.has(value) ? this.#spareFor(value) : undefined;
    if (spare !== undefined) return tag.replace(attribute, `${name}="${spare}"`);
    if (name === 'name') return undefined;
    const plain = tag.replace(/\s(?:form|plural)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
    return plain.replace(attribute, `value="${value.replaceAll(/[-_]/g, ' ')}"`);
  }

  #spareFor(term: string): string | undefined {
    const spare = this.#spared.get(term) ?? this.#spare.shift();
    if (spare !== undefined) this.#spared.set(term, spare);
    return spare;
  }
}

/** A variable that an element may print, and that no paper has. */
function unheld(element: string): string {
  if (element === 'date') return 'event-date';
  return element === 'names' ? 'translator' : 'issue';
}
