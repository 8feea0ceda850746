import type { BigIntStats } from 'node:fs';
import { constants, lstat, open, type FileHandle } from 'node:fs/promises';
import { unlessMissing } from './fileErrors.js';
import { MarksRefusal } from './marksRefusal.js';

/**
 * In bytes: more than a million papers. A file of this size is no work of people's, and may be one
 * that takes no place on the disk and fills the memory.
 */
export const largestFile = 128 * 1024 * 1024;
/** Bytes that are read at a time. */
const pieceLength = 1024 * 1024;

/**
 * What the disk knows of a file; undefined when there is none.
 * @param file with its links resolved: a link counts as no file
 * @throws MarksRefusal for a folder, a device, a pipe and a file that is too large
 */
export async function plainStat(file: string): Promise<BigIntStats | undefined> {
  const found = await unlessMissing(lstat(file, { bigint: true }));
  if (found) refuse(file, found);
  return found;
}

/**
 * All of a file, as large as it was when it was opened; undefined when there is none. Never waits for
 * a pipe, nor follows a link that has taken the file's place meanwhile.
 * @throws as `plainStat`, and ELOOP for such a link
 */
export async function readPlainFile(file: string): Promise<Uint8Array | undefined> {
  if (!(await plainStat(file))) return undefined;
  const opened = await unlessMissing(open(file, constants.O_RDONLY | flags));
  if (!opened) return undefined;
  try {
    const found = await opened.stat({ bigint: true });
    refuse(file, found);
    return await readAll(opened, Number(found.size));
  } finally {
    await opened.close();
  }
}

/** Windows has neither, and no pipes in folders. */
const { O_NOFOLLOW, O_NONBLOCK } = constants as Partial<typeof constants>;
const flags = (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

function refuse(file: string, found: BigIntStats): void {
  if (!found.isFile()) throw new MarksRefusal({ kind: 'noFile', path: file });
  if (found.size <= BigInt(largestFile)) return;
  throw new MarksRefusal({ kind: 'size', path: file, most: largestFile });
}

async function readAll(file: FileHandle, size: number): Promise<Uint8Array> {
  // Not filled with zeros, which would take long for a large file: the end is where reading ended.
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(
      bytes,
      length,
      Math.min(pieceLength, size - length),
      length,
    );
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
