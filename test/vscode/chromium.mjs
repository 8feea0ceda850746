import { spawnSync } from 'node:child_process';
import { aptInstall, canInstall } from './debian.mjs';
import { findProgram } from './programs.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const cjkFont = 'fonts-noto-cjk';

/**
 * The browser that shows the workbench: $CHROMIUM, else one on the PATH; else, as root on Debian, it
 * is installed by apt-get, with the fonts that Chinese digests need on screenshots.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) {
    ensureCjkFont();
    return found;
  }
  if (!canInstall()) {
    throw new Error(
      'No Chromium found. Install one (Debian: `apt-get install chromium fonts-noto-cjk` as root) ' +
        'or name it by CHROMIUM=/path/to/chromium.',
    );
  }
  aptInstall(['chromium', cjkFont]);
  const installed = findChromium();
  if (installed === undefined) throw new Error('apt-get could not install Chromium; see above.');
  return installed;
}

function findChromium() {
  return process.env['CHROMIUM'] || names.map(findProgram).find((file) => file !== undefined);
}

/** Without such a font the tests pass all the same, but screenshots show boxes. */
function ensureCjkFont() {
  if (process.platform !== 'linux') return;
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim() !== '') return;
  if (canInstall()) aptInstall([cjkFont]);
  else console.error(`No font for Chinese found: screenshots need one (Debian: ${cjkFont}).`);
}
