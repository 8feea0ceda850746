/**
 * Remembers what has the focus and which folds are open, and returns what sets them again after the
 * article's content was replaced by a newer version of the same paper.
 */
export function rememberPlace(article: HTMLElement): () => void {
  const focused = selectorOf(document.activeElement);
  const open = folds(article).map((fold) => fold.open);
  return () => {
    folds(article).forEach((fold, index) => {
      fold.open = open[index] ?? false;
    });
    if (focused === undefined) return;
    article.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  };
}

function folds(article: HTMLElement): HTMLDetailsElement[] {
  return [...article.querySelectorAll('details')];
}

/** Finds the same thing in the new content; undefined for what has no name of its own. */
function selectorOf(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement) || element.closest('article') === null) return undefined;
  for (const name of named) {
    const value = element.getAttribute(name);
    if (value !== null) return `[${name}="${CSS.escape(value)}"]`;
  }
  return element.matches('h1, summary') ? element.tagName.toLowerCase() : undefined;
}

/** Attributes that name what can be pressed. */
const named = ['action', 'occurrence', 'note', 'author', 'similar', 'term', 'jump'].map(
  (name) => `data-${name}`,
);
