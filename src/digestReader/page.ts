import { offerTex } from '../reader/formulas.js';
import { press as pressInPaper } from '../reader/press.js';
import { element } from './element.js';
import { FilterBar } from './filterBar.js';
import { scrollsByItself, staysInPage, type FocusPlace } from './keyOwner.js';
import { KeysDialog } from './keysDialog.js';
import { ListModel } from './listModel.js';
import { asPageState, asToPage } from './messages.js';
import { PaperPane } from './paperPane.js';
import { RowList } from './rowList.js';
import { SeenWatch } from './seenWatch.js';
import { Splitter } from './splitter.js';
import { fill, number } from './words.js';
import type { FromPage, PageState, PaperKey, ReadingMove, ToPage } from './protocol.js';

export interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): unknown;
}

/** Rows from the one that is read to those whose papers are fetched before somebody gets there. */
const near = [1, 2, 3, -1];
/** So long nothing is typed before longer texts are searched as well. */
const findAfterMs = 200;
/** Characters below which they are not. */
const shortestFind = 3;

/** The page of a list: draws what the host tells, and tells the host what is wanted. */
export function startPage(host: Host): void {
  const model = new ListModel();
  /** Where an earlier page was. */
  const restored = asPageState(host.getState());
  /** This page is where the person was, or at the first paper. */
  let isSettled = false;
  /** Shown last: gone back to when a filter that let nothing through is taken away. */
  let lastShown: PaperKey | undefined;
  let findTimer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;

  const { body } = document;
  const dialog = new KeysDialog(element('keys', HTMLDialogElement));
  const position = element('position', HTMLElement);
  const scroller = element('reading', HTMLElement);
  const rows = element('rows', HTMLElement);
  const pane = new PaperPane(element('paper', HTMLElement), scroller);
  const list = new RowList(rows, {
    markOf: (key) => model.markOf(key),
    words: () => model.words,
    onSelect: select,
    onOpen: (index) => {
      select(index);
      openPaper();
    },
    onStar: (key) => host.postMessage({ type: 'star', key }),
  });
  const bar = new FilterBar(changeFilter, () => list.focus());
  const splitter = new Splitter(element('splitter', HTMLElement), keepState);
  const watch = new SeenWatch({
    isNew: (key) => model.markOf(key).progress === 'new',
    opened: () => (isPaperInSight() ? pane.key : undefined),
    scrolled: () => list.inSight().map(({ key }) => key),
    tell: (keys, how) => host.postMessage({ type: 'seen', keys, how }),
  });
  if (restored?.width !== undefined) splitter.set(restored.width);
  body.dataset.view = restored?.view ?? 'list';

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = asToPage(event.data);
    if (message) hear(message);
  });
  const tellFocus = (): void => {
    const focused = document.hasFocus();
    // The keyboard comes to the list, unless it was somewhere else in the page before.
    if (focused && document.activeElement === body) list.focus();
    host.postMessage({ type: 'focus', focused });
  };
  window.addEventListener('focus', tellFocus);
  window.addEventListener('blur', tellFocus);
  document.addEventListener('visibilitychange', () => watch.look('opened'));
  document.addEventListener('keydown', press);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element) click(event.target, event);
  });
  // The middle button would open a link past the host.
  document.addEventListener('auxclick', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  });
  offerTex(document);
  scroller.addEventListener('scroll', keepState, { passive: true });
  rows.addEventListener('scroll', scrolled, { passive: true });
  element('back', HTMLElement).addEventListener('click', backToList);
  host.postMessage({ type: 'ready' });
  tellFocus();

  function hear(message: ToPage): void {
    switch (message.type) {
      case 'list': {
        model.begin(message);
        element('list-title', HTMLElement).textContent = message.title;
        element('status', HTMLElement).textContent = message.message ?? '';
        const isOther = message.asText === true && message.message !== undefined;
        element('as-text', HTMLElement).hidden = !isOther;
        if (message.total === 0) refilter();
        return;
      }
      case 'rows':
        if (!model.takeRows(message)) return;
        if (message.isLast) bar.offer(model.rows, model.words);
        refilter();
        settle(message.isLast);
        return;
      case 'marks': {
        const { isFilteredAnew, back } = model.takeMarks(message.marks);
        if (!isFilteredAnew) list.refreshMarks();
        else refilter();
        // A paper that comes back is what the person has just asked for.
        if (back !== undefined) select(list.indexOf(back));
        return;
      }
      case 'paper':
        pane.take(message.key, message.html);
        return;
      case 'similar':
        pane.takeSimilar(message.key, message.html);
        return;
      case 'stale':
        if (pane.forget(message.keys)) ask();
        return;
      case 'found':
        model.takeFound(message.text, message.keys);
        if (bar.filter.text === message.text) refilter();
        return;
      case 'move':
        if (!dialog.isOpen) move(message.move);
        host.postMessage({ type: 'moved', order: message.order });
    }
  }

  /** Goes where the person was: known when the row has come, or all have. */
  function settle(isLast: boolean): void {
    if (isSettled) return;
    // VS Code keeps a page's state now and then, and the host at once what was read: it knows better.
    const wanted = model.list?.at ?? restored?.key;
    const before = restored?.key === wanted ? restored : undefined;
    const index = list.indexOf(wanted);
    if (index >= 0) {
      isSettled = true;
      if (before?.key !== undefined) pane.restore(before.key, before.paperTop);
      select(index);
      if (before) list.scrollTo(before.listTop);
    } else if (isLast || wanted === undefined) {
      isSettled = true;
      if (list.selected < 0) select(0);
    }
  }

  function changeFilter(): void {
    model.forgetKept();
    const { text } = bar.filter;
    clearTimeout(findTimer);
    if (text.trim().length >= shortestFind) {
      findTimer = setTimeout(() => host.postMessage({ type: 'find', text }), findAfterMs);
    }
    refilter();
    list.reveal();
  }

  /** Shows what the filter lets through, with the same paper selected or the one in its place. */
  function refilter(): void {
    const { rows: passing, muted } = model.filtered(bar.filter);
    const [before, { top }] = [list.selected, list];
    list.show(
      passing,
      passing.findIndex(({ key }) => key === pane.key),
    );
    list.scrollTo(top);
    bar.tell(passing.length, model.total, muted, model.words);
    const isEmpty = passing.length === 0 && model.rows.length > 0;
    element('nothing', HTMLElement).textContent = isEmpty ? model.words.nothing : '';
    watch.look('scrolled');
    if (passing.length === 0) {
      pane.clear();
      position.textContent = '';
    } else if (list.selected >= 0) {
      tellPosition();
    } else if (pane.key !== undefined) {
      select(Math.min(passing.length - 1, Math.max(0, before)));
    } else if (before < 0 && isSettled && model.total === model.rows.length) {
      select(Math.max(0, list.indexOf(lastShown)));
    }
  }

  function select(index: number): void {
    const row = list.rows[index];
    if (row === undefined) return;
    list.select(index);
    lastShown = row.key;
    pane.show(row);
    ask();
    tellPosition();
    watch.look('opened');
    keepState();
  }

  function ask(): void {
    const { key } = pane;
    if (key === undefined) return;
    const rowsNear = near.map((step) => list.rows[list.selected + step]);
    const next = rowsNear.flatMap((row) => (row && !pane.has(row.key) ? [row.key] : []));
    host.postMessage({ type: 'show', key, html: !pane.has(key), next });
  }

  function tellPosition(): void {
    const [at, count] = [number(list.selected + 1), number(list.rows.length)];
    position.textContent = fill(model.words.position, at, count);
  }

  function move(to: ReadingMove): void {
    switch (to) {
      case 'next':
        select(list.selected + 1);
        return;
      case 'previous':
        select(list.selected - 1);
        return;
      case 'nextUnread': {
        const isNew = (index: number): boolean => {
          const row = list.rows[index];
          return row !== undefined && model.markOf(row.key).progress === 'new';
        };
        let index = list.selected + 1;
        while (index < list.rows.length && !isNew(index)) index++;
        select(index);
        return;
      }
      case 'pageDown':
        if (!isPaperInSight()) openPaper();
        else if (!pane.turn(1)) select(list.selected + 1);
        return;
      case 'pageUp':
        if (isPaperInSight() && !pane.turn(-1)) select(list.selected - 1);
        return;
      case 'filter':
        body.dataset.view = 'list';
        bar.focus();
        return;
      case 'keys':
        dialog.show();
    }
  }

  function openPaper(): void {
    body.dataset.view = 'paper';
    pane.focus();
    watch.look('opened');
    keepState();
  }

  function backToList(): void {
    body.dataset.view = 'list';
    list.measure();
    list.reveal();
    list.focus();
    keepState();
  }

  function isPaperInSight(): boolean {
    return scroller.clientHeight > 0;
  }

  function press(event: KeyboardEvent): void {
    const place = focusPlace();
    if (scrollsByItself(event, place)) event.preventDefault();
    if (staysInPage(event, place)) event.stopPropagation();
    if (event.key === 'Escape' && place === 'paper') backToList();
  }

  function focusPlace(): FocusPlace {
    const focused = document.activeElement;
    if (dialog.isOpen) return 'dialog';
    if (focused instanceof HTMLInputElement) return 'text';
    if (focused instanceof HTMLSelectElement) return 'choice';
    if (focused?.matches('button, a, summary') === true) return 'button';
    return scroller.contains(focused) ? 'paper' : 'list';
  }

  function click(target: Element, event: Event): void {
    const button = target.closest<HTMLElement>('[data-do]');
    if (button) run(button.dataset.do);
    const { key } = pane;
    if (key === undefined || !target.closest('#paper')) return;
    pressInPaper(event, key, (asked) => host.postMessage(asked));
  }

  function run(name: string | undefined): void {
    if (name === 'keys') dialog.show();
    else if (name === 'closeKeys') dialog.close();
    else if (name === 'changeKeys') host.postMessage({ type: 'changeKeys' });
    else if (name === 'asText') host.postMessage({ type: 'openAsText' });
  }

  function scrolled(): void {
    watch.look('scrolled');
    keepState();
  }

  /** At most once for each frame. */
  function keepState(): void {
    if (isSaving) return;
    isSaving = true;
    requestAnimationFrame(() => {
      isSaving = false;
      const { list: told } = model;
      if (told === undefined || !isSettled) return;
      host.setState({
        spec: told.spec,
        ...(pane.key !== undefined && { key: pane.key }),
        ...{ listTop: list.top, paperTop: pane.top },
        ...(splitter.width !== undefined && { width: splitter.width }),
        view: body.dataset.view === 'paper' ? 'paper' : 'list',
      });
    });
  }
}
