import { spawnSync } from 'node:child_process';
import { aptInstall, canInstall } from './debian.mjs';
import { findProgram } from './programs.mjs';

/**
 * Chromium's own build for running without a screen comes first: a whole browser (156) without one
 * falls to a frame a second at times while a webview is shown, and whatever waits for frames with it.
 */
const headlessName = 'chromium-headless-shell';
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const cjkFont = 'fonts-noto-cjk';

/**
 * The browser that shows the workbench: $CHROMIUM, else one on the PATH; as root on Debian the one
 * that suits best is installed by apt-get, with the fonts that Chinese digests need on screenshots.
 * @param {{ headless?: boolean }} [options] whether it runs without a screen; it does by default
 */
export function ensureChromium({ headless = true } = {}) {
  const named = process.env['CHROMIUM'] || (headless && findProgram(headlessName));
  if (!named && canInstall()) {
    // Older Debians have the whole browser alone.
    if (headless) aptInstall([headlessName]);
    if (findChromium(headless) === undefined) aptInstall(['chromium']);
  }
  const found = named || findChromium(headless);
  if (!found) {
    throw new Error(
      `No Chromium found. Install one (Debian: \`apt-get install ${headless ? headlessName : 'chromium'} ${cjkFont}\` ` +
        'as root) or name it by CHROMIUM=/path/to/chromium.',
    );
  }
  ensureCjkFont();
  return found;
}

/** @param {boolean} headless */
function findChromium(headless) {
  const wanted = headless ? [headlessName, ...names] : names;
  return wanted.map(findProgram).find((file) => file !== undefined);
}

/** Without such a font the tests pass all the same, but screenshots show boxes. */
function ensureCjkFont() {
  if (process.platform !== 'linux') return;
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim() !== '') return;
  if (canInstall()) aptInstall([cjkFont]);
  else console.error(`No font for Chinese found: screenshots need one (Debian: ${cjkFont}).`);
}
