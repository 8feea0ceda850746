import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Reads what is appended to a file, as `tail -f` does.
 * @param {string} file
 * @param {(chunk: Buffer) => void} onChunk
 */
export function followFile(file, onChunk) {
  const descriptor = openSync(file, 'r');
  let position = 0;
  const read = () => {
    for (;;) {
      const chunk = Buffer.alloc(65_536);
      const length = readSync(descriptor, chunk, 0, chunk.length, position);
      if (length === 0) return;
      position += length;
      onChunk(chunk.subarray(0, length));
    }
  };
  const timer = setInterval(read, 100);
  return {
    /** Reads the rest and ends. */
    stop() {
      clearInterval(timer);
      read();
      closeSync(descriptor);
    },
  };
}
