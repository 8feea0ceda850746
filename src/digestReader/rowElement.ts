import type { ListRow, PageWords, RowMark } from './protocol.js';

export type RowWords = Pick<PageWords, 'unread' | 'read' | 'starred' | 'isMuted'>;

/** One row: two lines of title, one of authors and category. `showMark` shows the rest. */
export function rowElement(row: ListRow, index: number, count: number): HTMLElement {
  const element = part('div', 'row');
  element.id = `row-${index}`;
  element.role = 'option';
  element.dataset.index = String(index);
  element.ariaSelected = 'false';
  element.ariaSetSize = String(count);
  element.ariaPosInSet = String(index + 1);
  // VS Code's own context menu, about this paper.
  element.dataset.vscodeContext = JSON.stringify({
    webviewSection: row.key.startsWith('arxiv:') ? 'paper+arxiv' : 'paper',
    key: row.key,
    preventDefaultContextMenuItems: true,
  });
  const star = part('span', 'star');
  star.ariaHidden = 'true';
  const meta = part('span', 'meta');
  meta.append(part('span', 'authors', row.authors), part('span', 'category', row.category));
  element.append(
    part('span', 'state visually-hidden'),
    part('span', 'title', row.title),
    meta,
    star,
  );
  return element;
}

export function showMark(element: HTMLElement, mark: RowMark, words: RowWords): void {
  element.classList.toggle('is-new', mark.progress === 'new');
  element.classList.toggle('is-read', mark.progress === 'read');
  element.classList.toggle('is-starred', mark.starred);
  element.classList.toggle('is-muted', mark.muted);
  const said = [
    mark.progress === 'new' && words.unread,
    mark.progress === 'read' && words.read,
    mark.starred && words.starred,
    mark.muted && words.isMuted,
  ].filter((word) => word !== false);
  const state = element.querySelector('.state');
  if (state) state.textContent = said.length === 0 ? '' : `${said.join(', ')}: `;
}

function part(name: 'div' | 'span', className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
