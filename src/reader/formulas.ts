// What is copied with a formula in it is its TeX, and never half of one.
import 'katex/contrib/copy-tex';

/** Lets the page's context menu, which VS Code shows, know the formula that it is opened on. */
export function offerTex(page: Document): void {
  page.addEventListener('contextmenu', ({ target }) => nameFormula(target), { capture: true });
}

function nameFormula(target: EventTarget | null): void {
  const formula = target instanceof Element ? target.closest<HTMLElement>('.katex') : null;
  const tex = formula?.querySelector('annotation')?.textContent;
  if (formula === null || tex === undefined) return;
  formula.dataset.vscodeContext = JSON.stringify({ webviewSection: 'formula', tex });
}
