import * as vscode from 'vscode';
import { globMatcher } from '../../core/pathGlob.js';
import { realPlace } from './realPlace.js';

/** Names that are looked at: elsewhere, a glob that goes on for longer is a slip, or somebody's trap. */
const mostInWorkspace = 20_000;
const mostElsewhere = 5000;

/** Linux makes what is below these up, without an end: threads, devices, the whole disk once more. */
const madeUp = /^\/(?:proc|sys|dev|run)(?:\/|$)/;

/**
 * The files below a folder that a glob names, in the order of their paths; what is found by the time that
 * a limit is reached. No hidden folder is entered, none that tools build into, no link inside a linked
 * folder, and nothing of what the system makes up.
 * @param deadline in milliseconds since 1970
 */
export async function globFiles(
  start: vscode.Uri,
  glob: string,
  deadline: number,
): Promise<readonly vscode.Uri[]> {
  const place = await realPlace(start).catch(() => undefined);
  if (!place || (start.scheme === 'file' && madeUp.test(place.uri.path))) return [];
  const most = place.folder ? mostInWorkspace : mostElsewhere;
  const includes = globMatcher(glob);
  const deepest = glob.includes('**') ? Infinity : glob.split('/').length;
  const found: vscode.Uri[] = [];
  const open = [{ uri: start, path: '', linked: false, depth: 1 }];
  for (let seen = 0; seen < most && Date.now() < deadline;) {
    const folder = open.shift();
    if (!folder) break;
    const entries = await listed(folder.uri, deadline);
    seen += 1 + entries.length;
    for (const [name, type] of entries.slice(0, most)) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      const uri = vscode.Uri.joinPath(folder.uri, name);
      const linked = (type & vscode.FileType.SymbolicLink) !== 0;
      if ((type & vscode.FileType.Directory) === 0) {
        if (includes(path)) found.push(uri);
      } else if (folder.depth < deepest && !isPassedOver(name, uri) && !(linked && folder.linked)) {
        open.push({ uri, path, linked: linked || folder.linked, depth: folder.depth + 1 });
      }
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isPassedOver(name: string, uri: vscode.Uri): boolean {
  const isMade = name === 'node_modules' || name === '_build';
  return isMade || name.startsWith('.') || madeUp.test(uri.path);
}

/** A folder that cannot be listed, or not in time, is empty: a share may not answer at all. */
async function listed(
  folder: vscode.Uri,
  deadline: number,
): Promise<readonly [string, vscode.FileType][]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never[]>((resolve) => {
    timer = setTimeout(() => resolve([]), Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([vscode.workspace.fs.readDirectory(folder), late]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}
