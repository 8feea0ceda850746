import * as vscode from 'vscode';
import { markedPassage } from '../core/search/markedPassage.js';
import { keepRanking } from './keepRanking.js';
import { DisposableStore } from './lifecycle.js';
import { stackOf } from './stackOf.js';
import { pickerItems } from './pickerItems.js';
import { mostPapers, type PickerOptions, type PickerSources } from './pickerOptions.js';
import { pickerTitle } from './pickerTitle.js';
import { PickerRound } from './pickerRound.js';
import {
  isWork,
  paperRow,
  pickedOf,
  writePaper,
  type PickerRow,
  type WorkRow,
} from './pickerRows.js';

/** More are not in sight at once, and each may stand in another file that has to be read. */
const mostPassages = 20;
/** About what fits beside author, date and category. */
const passageLength = 56;

/** A list of papers that follows what is typed, and what can be found while the library fills. */
export class PaperPicker {
  readonly #sources: PickerSources;
  readonly #options: PickerOptions;
  readonly #store = new DisposableStore();
  readonly #picker = this.#store.add(vscode.window.createQuickPick<PickerRow>());
  readonly #forget: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('close'),
    tooltip: vscode.l10n.t('Remove from Recent Searches'),
  };
  /** VS Code's own `ignoreFocusOut` says `true` before it is set. */
  #stays = false;
  #round: PickerRound;
  #listed: Promise<void> = Promise.resolve();
  /** Enter was pressed for its text before its paper could be found. */
  #awaited: PickerRound | undefined;

  constructor(sources: PickerSources, options: PickerOptions) {
    this.#sources = sources;
    this.#options = options;
    this.#round = this.#newRound(options.query ?? '');
    const picker = this.#picker;
    picker.value = options.query ?? '';
    picker.title = options.title;
    picker.placeholder = options.placeholder;
    picker.canSelectMany = options.many ?? false;
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    keepRanking(picker);
    this.#showButtons();
  }

  show(): void {
    const { library, search } = this.#sources;
    if (this.#isEmpty()) {
      this.#sayEmpty();
      return;
    }
    const picker = this.#picker;
    this.#store.add(search.onDidChange(() => this.#update()));
    this.#store.add(library.onDidChangeState(() => this.#update()));
    this.#store.add(picker.onDidChangeValue((value) => this.#begin(value)));
    this.#store.add(picker.onDidChangeActive(([row]) => row && this.#round.focused(row)));
    this.#store.add(picker.onDidAccept(() => void this.#accept()));
    this.#store.add(picker.onDidTriggerButton((button) => this.#press(button)));
    this.#store.add(
      picker.onDidTriggerItemButton(({ item, button }) => this.#pressIn(item, button)),
    );
    this.#store.add(picker.onDidHide(() => this.#close()));
    picker.show();
    this.#listed = this.#list(this.#round);
    // It fills while it is open.
    library.start().then(
      () => this.#started(),
      (error: unknown) => this.#fail(this.#round, error),
    );
  }

  #started(): void {
    if (this.#store.disposed) return;
    if (!this.#isEmpty()) {
      this.#update();
      return;
    }
    this.#picker.hide();
    this.#sayEmpty();
  }

  #isEmpty(): boolean {
    const { state, library } = this.#sources.library;
    return state.kind === 'ready' && library.size === 0;
  }

  #sayEmpty(): void {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No paper digest was found in this workspace, so there is nothing to choose from.',
      ),
    );
    this.#close();
  }

  #close(): void {
    if (this.#store.disposed) return;
    this.#store.dispose();
    this.#options.closed?.();
  }

  #newRound(value: string): PickerRound {
    const { many, paperButtons = [] } = this.#options;
    const ticked = many ? this.#picker.selectedItems.filter(isWork) : [];
    return new PickerRound(value, ticked, (found) => paperRow(found, paperButtons));
  }

  /** Another text: what is still being looked up for the one before is dropped. */
  #begin(value: string): void {
    if (value === this.#round.value) return;
    const wasEmpty = this.#round.query === '';
    this.#round = this.#newRound(value);
    if (wasEmpty !== (this.#round.query === '')) this.#showButtons();
    this.#listed = this.#list(this.#round);
  }

  /** More can be found, or less. */
  #update(): void {
    if (this.#store.disposed) return;
    this.#round.asked++;
    if (!this.#round.running) this.#listed = this.#list(this.#round);
  }

  async #list(round: PickerRound): Promise<void> {
    const { search } = this.#sources;
    round.running = true;
    this.#picker.busy = true;
    try {
      let asked: number;
      do {
        asked = round.asked;
        const found = await search.find(round.value, mostPapers, true);
        if (this.#isPast(round)) return;
        const papers = found.papers.map(({ paper }) => paper);
        const entries = await this.#options.entries?.find(round.value, papers);
        if (this.#isPast(round)) return;
        round.take(found, this.#chosen(round));
        if (entries) round.takeEntries(entries);
        this.#draw(round);
      } while (asked !== round.asked);
    } catch (error) {
      this.#fail(round, error);
    } finally {
      round.running = false;
    }
    if (this.#isPast(round)) return;
    this.#picker.busy = this.#isFilling();
    if (round === this.#awaited) this.#takeFirst(round);
    if (this.#options.passages) void this.#addPassages(round);
  }

  /** @returns whether nobody waits any more for what is found in this round */
  #isPast(round: PickerRound): boolean {
    return this.#store.disposed || round !== this.#round;
  }

  #isFilling(): boolean {
    const { library, search } = this.#sources;
    return library.state.kind === 'indexing' || search.missing.digests > 0;
  }

  #fail(round: PickerRound, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#sources.log.error(`Searching for "${round.query}" failed: ${stackOf(error)}`);
    if (this.#isPast(round)) return;
    round.failure = vscode.l10n.t('The search failed: {0}', message);
    this.#draw(round);
  }

  async #addPassages(round: PickerRound): Promise<void> {
    const rows = round.papers
      .slice(0, mostPassages)
      .filter((row) => row.passageOf !== row.found.place.entry);
    if (rows.length === 0) return;
    const papers = rows.map(({ found }) => found);
    try {
      const passages = await this.#sources.search.passages(papers, round.value, passageLength);
      if (this.#isPast(round)) return;
      for (const [index, row] of rows.entries()) {
        const [passage, paper] = [passages[index], papers[index]];
        if (!paper || row.found.place.entry !== paper.place.entry) continue;
        row.passageOf = paper.place.entry;
        // The row itself shows title and id.
        if (passage && passage.field !== 'title' && passage.field !== 'id') {
          row.passage = markedPassage(passage);
        } else {
          delete row.passage;
        }
        writePaper(row);
      }
      this.#draw(round);
    } catch (error) {
      // The list is of use without them.
      this.#sources.log.error(`No passages for "${round.query}": ${stackOf(error)}`);
    }
  }

  #draw(round: PickerRound): void {
    const picker = this.#picker;
    const [chosen, ticked] = [this.#chosen(round), picker.selectedItems];
    const items = pickerItems(round, this.#options, {
      filling: this.#isFilling(),
      ticked: ticked.filter(isWork),
      forget: this.#forget,
    });
    picker.title = pickerTitle(this.#options.title, this.#sources, round, this.#options.many);
    // The first rows for a text begin at the top; what comes later leaves the list where it is.
    picker.keepScrollPosition = round.drawn;
    picker.items = items;
    if (this.#options.many) picker.selectedItems = ticked;
    if (round.drawn && chosen && items.includes(chosen)) picker.activeItems = [chosen];
    // VS Code gives the first row the focus; where rows are ticked, somebody has to.
    const first = items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    if (first && !this.#options.many) round.led(first);
    round.drawn = true;
  }

  /** The row under the person's hands; not one that has the focus since it came first. */
  #chosen(round: PickerRound): PickerRow | undefined {
    return round.drawn && round.isChosen ? this.#active() : undefined;
  }

  #active(): PickerRow | undefined {
    const { activeItems, items } = this.#picker;
    return activeItems.find((row) => items.includes(row));
  }

  /** What is ticked, else the row with the focus, else the first that is found for what is typed. */
  async #accept(): Promise<void> {
    // Enter may come before what was typed last has been looked up.
    this.#begin(this.#picker.value);
    // Until rows for this text are shown, the focus is on one for an older text.
    const row = this.#round.drawn ? this.#active() : undefined;
    await this.#listed;
    if (this.#store.disposed) return;
    const ticked = this.#options.many ? this.#picker.selectedItems.filter(isWork) : [];
    if (ticked.length > 0) this.#take(ticked);
    else if (row && isWork(row)) this.#take([row]);
    else if (row?.type === 'action') this.#takeAll();
    else if (row?.type === 'query') {
      this.#picker.value = row.query;
      this.#begin(row.query);
    } else if (this.#round.query !== '') this.#takeFirst(this.#round);
  }

  /** While more can be found, a paper that lacks some of the words is not the one: it is awaited. */
  #takeFirst(round: PickerRound): void {
    const { first } = round;
    // What was found may be from before the last digest came in.
    const mayFindMore = round.running || this.#isFilling();
    const hasAll = first?.type === 'entry' || round.found?.match === 'all';
    const isSure = first && (hasAll || !mayFindMore);
    this.#awaited = mayFindMore && !isSure ? round : undefined;
    if (isSure) this.#take([first]);
  }

  #take(rows: readonly WorkRow[]): void {
    this.#remember();
    const picked = rows.map(pickedOf);
    void this.#run(() => this.#options.accept(picked, this.#stays));
    if (!this.#stays) this.#picker.hide();
  }

  #takeAll(): void {
    const { queryButton } = this.#options;
    if (!queryButton) return;
    this.#remember();
    void this.#run(() => queryButton.run(this.#round.query));
    this.#picker.hide();
  }

  #press(button: vscode.QuickInputButton): void {
    if (button === this.#options.queryButton) {
      this.#takeAll();
      return;
    }
    this.#stays = !this.#stays;
    this.#picker.ignoreFocusOut = this.#stays;
    this.#showButtons();
  }

  #pressIn(row: PickerRow, button: vscode.QuickInputButton): void {
    if (row.type === 'query') {
      this.#options.history?.remove(row.query);
      this.#draw(this.#round);
    }
    const pressed = this.#options.paperButtons?.find((one) => one === button);
    if (row.type !== 'paper' || !pressed) return;
    this.#remember();
    void this.#run(() => pressed.run(row.found.paper, this.#stays));
  }

  #remember(): void {
    this.#options.history?.add(this.#round.query);
  }

  /** What a command may throw is told where the person looks, and by no exception. */
  async #run(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#sources.log.error(stackOf(error));
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  #showButtons(): void {
    const { mayStay, queryButton } = this.#options;
    const stay: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon(this.#stays ? 'pinned' : 'pin'),
      tooltip: this.#stays ? vscode.l10n.t('Do Not Keep Open') : vscode.l10n.t('Keep Open'),
    };
    const hasQuery = queryButton !== undefined && this.#round.query !== '';
    this.#picker.buttons = [...(hasQuery ? [queryButton] : []), ...(mayStay ? [stay] : [])];
  }
}
