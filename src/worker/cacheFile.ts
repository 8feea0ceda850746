import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One file of the cache: `PPC1`, the SHA-1 of all that follows, the length of the header (4 bytes,
 * little-endian), the header as JSON in UTF-8, and the body to the end of the file.
 */
const magic = Buffer.from('PPC1');
const checksumLength = 20;
const checkedFrom = magic.length + checksumLength;
const headerFrom = checkedFrom + 4;

export interface CacheFile {
  /** Whatever was packed; its shape is the packer's to check. */
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: Uint8Array;
}

export function pack(header: object, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = Buffer.from(JSON.stringify(header));
  const bytes = new Uint8Array(headerFrom + head.length + body.length);
  bytes.set(magic, 0);
  new DataView(bytes.buffer).setUint32(checkedFrom, head.length, true);
  bytes.set(head, headerFrom);
  bytes.set(body, headerFrom + head.length);
  bytes.set(checksum(bytes), magic.length);
  return bytes;
}

/**
 * Reads what `pack` wrote; any byte that is another, missing or too many is found.
 * @returns the body as a view of `bytes`
 * @throws Error that says what is wrong
 */
export function unpack(bytes: Uint8Array): CacheFile {
  if (bytes.length < headerFrom) throw new Error('it is cut off');
  if (magic.compare(bytes, 0, magic.length) !== 0) throw new Error('it is no file of this cache');
  if (checksum(bytes).compare(bytes, magic.length, checkedFrom) !== 0) {
    throw new Error('it is damaged');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyFrom = headerFrom + view.getUint32(checkedFrom, true);
  const header: unknown = JSON.parse(
    Buffer.from(bytes.subarray(headerFrom, bodyFrom)).toString('utf8'),
  );
  if (typeof header !== 'object' || header === null) throw new Error('it has no header');
  return { header: header as Record<string, unknown>, body: bytes.subarray(bodyFrom) };
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes.subarray(checkedFrom)).digest();
}

/** undefined when there is no such file. @throws whatever else the disk says */
export function readFile(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and renamed: another window sees the old file or the new one, never a part. */
export function writeFile(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomBytes(6).toString('hex')}${temporary}`;
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** How the names of files end that are not yet in their place. */
export const temporary = '.tmp';
