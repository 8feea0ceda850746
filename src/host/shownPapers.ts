import type { PaperKey } from '../core/paper.js';
import type { FeatureContext } from './featureContext.js';
import { nothingListed, type Listed } from './paperAsks.js';
import { labelsFor } from './readerTexts.js';
import type { ReadingList } from './readingList.js';
import { lookUpSimilar, similarSection } from './similarSection.js';

/** What a page was shown of each paper of its list: what it asks for later is one of these. */
export class ShownPapers {
  readonly #context: FeatureContext;
  readonly #list: ReadingList;
  readonly #listed = new Map<PaperKey, Listed>();
  /** Which of several texts is wanted of a paper (`data-text`). */
  readonly #texts = new Map<PaperKey, number>();

  constructor(context: FeatureContext, list: ReadingList) {
    this.#context = context;
    this.#list = list;
  }

  listed(key: PaperKey): Listed {
    return this.#listed.get(key) ?? nothingListed;
  }

  chooseText(key: PaperKey, index: number): void {
    this.#texts.set(key, index);
  }

  /** @param fits all when missing. @returns those that had been shown */
  forget(fits?: ReadonlySet<PaperKey>): readonly PaperKey[] {
    const keys = [...this.#listed.keys()].filter((key) => fits?.has(key) !== false);
    for (const key of keys) this.#listed.delete(key);
    return keys;
  }

  /** The paper as safe HTML; undefined when the library has it no more. */
  async html(key: PaperKey): Promise<string | undefined> {
    const { library, notes, texts } = this.#context;
    const paper = library.library.paper(key);
    if (!paper) return undefined;
    const on = notes.on(paper);
    const wish = { from: this.#list.placeOf(paper), text: this.#texts.get(key) };
    const html = await texts.render(paper, labelsFor(paper, on), wish);
    this.#listed.set(key, { ...this.listed(key), notes: on });
    return html;
  }

  /** @param take is given the section of similar papers as safe HTML, at most twice, while `isWanted` */
  findSimilar(key: PaperKey, isWanted: () => boolean, take: (html: string) => void): void {
    const paper = this.#context.library.library.paper(key);
    if (!paper) return;
    void lookUpSimilar(this.#context, paper, (similar) => {
      if (!isWanted()) return;
      this.#listed.set(key, { ...this.listed(key), similar });
      take(similarSection(similar));
    });
  }
}
