import * as vscode from 'vscode';
import { commands } from './contributions.js';
import type { FeatureContext } from './featureContext.js';
import { keepRanking } from './keepRanking.js';
import { DisposableStore } from './lifecycle.js';
import { paperButtons, runOn } from './paperButtons.js';
import { reasonRow, tellingRow, type ReasonedPaper, type ReasonRow } from './reasonRow.js';
import { stackOf } from './stackOf.js';

/** A button that narrows the list, and widens it again. */
export interface ListSwitch {
  readonly icon: string;
  /** What pressing it does, by whether it is on. */
  readonly tooltip: (on: boolean) => string;
  /** Joins the title while it is on. */
  readonly label: string;
}

export interface ReasonList {
  readonly title: string;
  readonly placeholder: string;
  readonly switches?: readonly ListSwitch[];
  /** The papers, best first. @param on the switches that are on */
  find(on: ReadonlySet<ListSwitch>): Promise<readonly ReasonedPaper[]>;
  /** What a row says when there are none. @param on the switches that are on */
  nothing(on: ReadonlySet<ListSwitch>): string;
}

interface Sources {
  readonly search: Pick<FeatureContext['search'], 'missing' | 'onDidChange'>;
  readonly log: Pick<FeatureContext['log'], 'error'>;
}

/** A list of papers with reasons, which typing narrows and which follows what can be searched. */
export function showReasons({ search, log }: Sources, list: ReasonList): void {
  const store = new DisposableStore();
  const picker = store.add(vscode.window.createQuickPick<ReasonRow>());
  const buttons = paperButtons();
  const on = new Set<ListSwitch>();
  const buttonOf = new Map<vscode.QuickInputButton, ListSwitch>();
  /** Counts the reasons to ask. */
  let asked = 0;
  let running = false;

  picker.title = list.title;
  picker.placeholder = list.placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  keepRanking(picker);
  store.add(picker.onDidHide(() => store.dispose()));
  store.add(search.onDidChange(() => void refresh()));
  store.add(
    picker.onDidAccept(() => {
      const [row] = picker.activeItems;
      if (!row?.found) return;
      void run(() => row.found && runOn(commands.openPaper, row.found.paper));
      picker.hide();
    }),
  );
  store.add(
    picker.onDidTriggerItemButton(({ item: { found }, button }) => {
      const pressed = buttons.find((one) => one === button);
      if (!found || !pressed) return;
      void run(() => pressed.run(found.paper, false));
      picker.hide();
    }),
  );
  store.add(
    picker.onDidTriggerButton((button) => {
      const pressed = buttonOf.get(button);
      if (!pressed) return;
      if (!on.delete(pressed)) on.add(pressed);
      showSwitches();
      void refresh();
    }),
  );
  showSwitches();
  picker.show();
  void refresh();

  function showSwitches(): void {
    buttonOf.clear();
    for (const one of list.switches ?? []) {
      const isOn = on.has(one);
      const iconPath = new vscode.ThemeIcon(isOn ? 'close' : one.icon);
      buttonOf.set({ iconPath, tooltip: one.tooltip(isOn) }, one);
    }
    picker.buttons = [...buttonOf.keys()];
    picker.title = [list.title, ...Array.from(on, ({ label }) => label)].join(' · ');
  }

  /** One question at a time: a new reason to ask has the last answer looked up again. */
  async function refresh(): Promise<void> {
    asked++;
    if (running) return;
    running = true;
    picker.busy = true;
    let answered: number;
    do {
      answered = asked;
      const rows = await rowsNow();
      if (store.disposed) return;
      draw(rows);
    } while (answered !== asked);
    running = false;
    picker.busy = search.missing.digests > 0;
  }

  function draw(rows: readonly ReasonRow[]): void {
    const active = picker.activeItems[0]?.found?.paper.key;
    picker.items = rows;
    const kept = rows.find(({ found }) => found !== undefined && found.paper.key === active);
    if (kept) picker.activeItems = [kept];
  }

  async function rowsNow(): Promise<readonly ReasonRow[]> {
    try {
      const papers = await list.find(on);
      if (papers.length === 0) return [tellingRow(list.nothing(on))];
      return papers.map((paper) => reasonRow(paper, buttons));
    } catch (error) {
      log.error(stackOf(error));
      const message = error instanceof Error ? error.message : String(error);
      return [tellingRow(vscode.l10n.t('The search failed: {0}', message))];
    }
  }

  async function run(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }
}
