import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openUntitled } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary } from './support/library.js';
import { cardAt, formulaImages } from './support/providers.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';
import { whileDeadly } from './support/workers.js';

interface Image {
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly svg: string;
}

function imagesOf({ value }: vscode.MarkdownString): Image[] {
  return Array.from(value.matchAll(formulaImages), ([, width, height, alt = '', data = '']) => {
    const svg = Buffer.from(data, 'base64').toString();
    return { width: Number(width), height: Number(height), alt, svg };
  });
}

describe('Formulas in hovers', () => {
  let api: PreprintApi;
  /** Papers that were shown before are not drawn again: each test has one of its own. */
  let number = 0;

  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  /** Asks for the hover of a paper of this title, again each time. */
  async function hoverOf(
    title: string,
    summary?: string,
  ): Promise<() => Promise<vscode.MarkdownString>> {
    const id = `2601.960${String(++number).padStart(2, '0')}`;
    addFile(
      `2026-01-${String(number).padStart(2, '0')}.md`,
      digestText({ id, title, ...(summary && { summary }) }),
    );
    await waitFor(() => api.getPaper(id), 'the paper');
    const { document, selection } = await openUntitled(`arXiv:${id.slice(0, 4)}|${id.slice(4)}`);
    return () => cardAt(document, selection.active);
  }

  /** The hover once all its formulas are drawn. */
  async function withImages(hover: () => Promise<vscode.MarkdownString>, count: number) {
    return waitFor(async () => {
      const card = await hover();
      return imagesOf(card).length === count && card;
    }, `a hover with ${count} images`);
  }

  /** The calls that workers were sent while something was done. */
  async function calls(act: () => Promise<void>): Promise<string[]> {
    const names: string[] = [];
    const note = (call: unknown): boolean => {
      names.push((call as { readonly name: string }).name);
      return false;
    };
    await whileDeadly(note, act);
    return names;
  }

  it('are images where text cannot show them, with the TeX for screen readers', async () => {
    const hover = await hoverOf('On $\\frac{a+b}{c}$ and $O(n \\log n)$', 'For $x_{ab}$.');
    const card = await withImages(hover, 2);
    assert.equal(card.supportHtml, true);
    assert.deepEqual(
      imagesOf(card).map(({ alt }) => alt),
      ['\\frac{a+b}{c}', 'x_{ab}'],
    );
    assert.match(card.value, /^\*\*On <img [^>]*> and O\\\(n log n\\\)\*\*/);
    for (const { svg, width, height } of imagesOf(card)) {
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
      assert.ok(svg.includes(` width="${width}" height="${height}"`));
      assert.ok(width < 100 && height < 40, `${width} x ${height}`);
    }
  });

  it('start no worker where text shows them well', async () => {
    const hover = await hoverOf('On $\\alpha$-mixing in $O(n^2)$ at 5\\%');
    const names = await calls(async () => {
      const card = await hover();
      assert.match(card.value, /^\*\*On α\\-mixing in O\\\(n²\\\) at 5\\%\*\*/);
      assert.ok(!card.supportHtml);
    });
    assert.ok(!names.includes('drawFormulas'), names.join());
  });

  it('are drawn once', async () => {
    const hover = await hoverOf('On $\\frac{a+b}{d}$');
    await withImages(hover, 1);
    const names = await calls(async () => {
      assert.equal(imagesOf(await hover()).length, 1);
    });
    assert.ok(!names.includes('drawFormulas'), names.join());
  });

  it('are text while the worker is away, and the hover comes all the same', async () => {
    const hover = await hoverOf('On $\\frac{a+b}{e}$');
    await whileDeadly(
      (call) => (call as { readonly name: string }).name === 'drawFormulas',
      async () => {
        const card = await hover();
        assert.match(card.value, /^\*\*On \\\(a\\\+b\\\)\\\/e\*\*/);
        assert.ok(!card.supportHtml);
      },
    );
  });

  it('do not suffer from one among them that is none', async () => {
    const hover = await hoverOf('On $\\frac{x+y}{$ and $\\frac{x+y}{z}$');
    const [only] = imagesOf(await withImages(hover, 1));
    assert.equal(only?.alt, '\\frac{x+y}{z}');
  });

  it('are as large as the text of the editor', async () => {
    const hover = await hoverOf('On $\\sqrt{a+b+c}$');
    const [usual] = imagesOf(await withImages(hover, 1));
    assert.ok(usual);
    await withSetting('editor.fontSize', 28, async () => {
      const [large] = imagesOf(await withImages(hover, 1));
      assert.ok(large);
      assert.ok(large.width > usual.width * 1.5, `${large.width} and ${usual.width}`);
    });
  });

  it('are text when the setting says so, from one moment to the next', async () => {
    const hover = await hoverOf('On $\\sqrt{b+c+d}$');
    await withImages(hover, 1);
    await withSetting('preprint.hover.math', 'text', async () => {
      const card = await hover();
      assert.deepEqual(imagesOf(card), []);
      assert.match(card.value, /^\*\*On √\\\(b\\\+c\\\+d\\\)\*\*/);
    });
    await withImages(hover, 1);
  });

  it('are text for a screen reader, whose view of a hover has no images', async () => {
    const hover = await hoverOf('On $\\sqrt{c+d+e}$');
    await withImages(hover, 1);
    await withSetting('editor.accessibilitySupport', 'on', async () => {
      assert.deepEqual(imagesOf(await hover()), []);
    });
  });

  for (const [look, color] of [
    ['vs', '#3b3b3b'],
    ['vs-dark', '#cccccc'],
    ['hc-black', '#ffffff'],
    ['hc-light', '#292929'],
  ] as const) {
    it(`have the colour of the text of a theme of kind ${look}`, async () => {
      const hover = await hoverOf('On $\\frac{a}{b+c}$');
      await withTheme(look, async () => {
        const [only] = imagesOf(await withImages(hover, 1));
        assert.ok(only?.svg.includes(` color="${color}"`), only?.svg.slice(0, 200));
      });
    });
  }

  it('know the macros of the setting, from one moment to the next', async () => {
    const hover = await hoverOf('Of $\\myset$ and $\\mysum{n}$');
    await withSetting('preprint.hover.math', 'text', async () => {
      assert.match((await hover()).value, /^\*\*Of \\\\myset and \\\\mysum/);
      const macros = { myset: '\\Omega', '\\mysum': '\\sum_1^{#1}', bad: 7 };
      await withSetting('preprint.math.macros', macros, async () => {
        assert.match((await hover()).value, /^\*\*Of Ω and ∑₁ⁿ\*\*/);
      });
      assert.match((await hover()).value, /^\*\*Of \\\\myset/);
    });
  });

  it('do nothing bad by the macros of the setting', async () => {
    const hover = await hoverOf('Of $\\evila$, $\\evilb$ and $\\evilc_{xy}$');
    const macros = {
      evila: '\\evila\\evila',
      evilb: '\\href{command:workbench.action.quit}{\\includegraphics{https://example.org/x.png}}',
      evilc: '"><img src=x onerror=alert(1)>',
    };
    await withSetting('preprint.math.macros', macros, async () => {
      const { value } = await hover();
      harmless(value);
      assert.match(value, /command:preprint\.openPaper/);
    });
  });

  it('bring nothing of the digest’s own into the hover', async () => {
    const title =
      'On $\\frac{a+b}{\\text{"><img src=x onerror=alert(1)>}}$, $x_{[x](command:workbench.action.quit)}$ ' +
      'and $\\href{file:///etc/passwd}{\\sqrt{a+b}}$';
    const hover = await hoverOf(title);
    const card = await waitFor(async () => {
      const found = await hover();
      return imagesOf(found).length > 0 && found;
    }, 'an image');
    harmless(card.value);
    for (const { svg } of imagesOf(card))
      assert.doesNotMatch(svg, /<(?:script|image|a|foreign)|href|on\w+=/);
  });

  it('are as many and as large as fit into a hover', async () => {
    const formulas = Array.from({ length: 40 }, (_, n) => `$\\frac{${n}+a}{b}$`).join(' ');
    const hover = await hoverOf('Many', formulas);
    const card = await waitFor(async () => {
      const found = await hover();
      return imagesOf(found).length > 0 && found;
    }, 'images');
    const { length } = imagesOf(card);
    assert.ok(length >= 8 && length <= 24, String(length));
    assert.ok(card.value.length < 90_000, String(card.value.length));
    assert.match(card.value, /\\\(39\\\+a\\\)\\\/b/);
  });
});

/** Markdown without its escapes and images: what is left over may hold no tag, link or command. */
function harmless(value: string): void {
  const rest = value.replace(/\\[!-/:-@[-`{-~]/g, '').replace(formulaImages, '');
  assert.doesNotMatch(rest, /<|!\[/);
  for (const [, target = ''] of rest.matchAll(/\]\(([^)]*)\)/g)) {
    assert.match(target, /^(?:command:preprint\.|https:\/\/arxiv\.org\/)/);
  }
}

/** Shows the first of VS Code's own themes of a kind while something is done. */
async function withTheme(look: string, act: () => Promise<void>): Promise<void> {
  const contributed = vscode.extensions.getExtension('vscode.theme-defaults')?.packageJSON as {
    readonly contributes: { readonly themes: readonly { id: string; uiTheme: string }[] };
  };
  const theme = contributed.contributes.themes.find(({ uiTheme }) => uiTheme === look);
  assert.ok(theme, `VS Code has no theme of kind ${look}`);
  const kinds: Readonly<Record<string, vscode.ColorThemeKind>> = {
    vs: vscode.ColorThemeKind.Light,
    'vs-dark': vscode.ColorThemeKind.Dark,
    'hc-black': vscode.ColorThemeKind.HighContrast,
    'hc-light': vscode.ColorThemeKind.HighContrastLight,
  };
  await withSetting('workbench.colorTheme', theme.id, async () => {
    await waitFor(
      () => vscode.window.activeColorTheme.kind === kinds[look],
      `a theme of kind ${look}`,
    );
    await act();
  });
}
