import type { ThemeKind } from '../../vscode/versions.mjs';
import type { Workbench } from './workbench.js';

export type { ThemeKind };

/** Per kind: its row in the theme picker, the class of the window, the attribute of a webview. */
const themes: Readonly<Record<ThemeKind, { row: string; window: string; webview: string }>> = {
  dark: { row: 'Dark Modern', window: 'vs-dark', webview: 'vscode-dark' },
  light: { row: 'Light Modern', window: 'vs', webview: 'vscode-light' },
  hcDark: { row: 'Dark High Contrast', window: 'hc-black', webview: 'vscode-high-contrast' },
  hcLight: {
    row: 'Light High Contrast',
    window: 'hc-light',
    webview: 'vscode-high-contrast-light',
  },
};

/** Takes a theme in the open theme picker and waits until everything in sight shows it. */
export async function applyTheme(workbench: Workbench, kind: ThemeKind): Promise<void> {
  const { page } = workbench;
  const theme = themes[kind];
  await workbench.pick(theme.row);
  await workbench.quickInput().waitFor({ state: 'hidden' });
  await page.locator(`.monaco-workbench.${theme.window}`).waitFor();
  if ((await page.locator('iframe.webview.ready').filter({ visible: true }).count()) > 0) {
    const body = workbench.readerFrame().locator('body');
    await body
      .and(workbench.readerFrame().locator(`[data-vscode-theme-kind="${theme.webview}"]`))
      .waitFor();
  }
}
