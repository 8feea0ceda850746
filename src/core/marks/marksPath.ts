import { leadsIntoTools } from '../toolFolders.js';

/**
 * Whether a file below a workspace folder may be one of marks: its name ends in `.jsonl`, so that no
 * link or setting makes one of a shell's profile or a list of keys, and it lies in no folder that
 * belongs to git, the editor or another tool.
 * @param path below the folder, parted by `/`
 */
export function isMarksPath(path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return /\.jsonl$/i.test(path) && !leadsIntoTools(folder);
}
