import { escapeHtml } from './escapeHtml.js';

/** A paper that is like the one in the page. Plain texts, never HTML. */
export interface SimilarItem {
  readonly title: string;
  /** Authors, day, category in one line. */
  readonly facts: string;
  /** What both have. */
  readonly shared: readonly string[];
}

/** Localised by the host; plain text. */
export interface SimilarLabels {
  readonly heading: string;
  /** Leads what both papers have. */
  readonly shared: string;
  /** What pressing one of those does. */
  readonly search: string;
}

/**
 * The inside of the section of similar papers; '' when there are none. Papers can be pressed by
 * `data-similar`, their index, and what they share by `data-term`, both indices: `2.0`.
 */
export function similarHtml(items: readonly SimilarItem[], labels: SimilarLabels): string {
  if (items.length === 0) return '';
  const list = items.map(({ title, facts, shared }, index) => {
    const terms = shared.map(
      (term, place) =>
        `<button type="button" data-term="${index}.${place}" title="${escapeHtml(labels.search)}">${escapeHtml(term)}</button>`,
    );
    return [
      `<li><button type="button" data-similar="${index}">${escapeHtml(title)}</button>`,
      `<p class="similar-facts">${escapeHtml(facts)}</p>`,
      `<p class="shared">${escapeHtml(labels.shared)} ${terms.join(', ')}</p></li>`,
    ].join('');
  });
  return `<h2>${escapeHtml(labels.heading)}</h2><ol>${list.join('')}</ol>`;
}
