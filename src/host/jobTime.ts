/** How long a worker may be at a job, in milliseconds, by what it is asked. */
export type JobTime = (params: unknown) => number;

/** For each text to read: a second a megabyte, in bytes or UTF-16 code units. */
const msPerUnit = 1 / 1000;
/** For each item of a list, such as a paper to be written. */
const msPerItem = 5;

/**
 * Nearly all jobs take milliseconds, and what is read is read in time linear to its length. A job that
 * takes longer than this is not slow but endless, on however slow a machine.
 */
export const usualJobTime = jobTime(20_000);

/** @param base what each job has, whatever it is asked */
export function jobTime(base: number): JobTime {
  return (params) => {
    const texts = new Set<string | Uint8Array>();
    let items = 0;
    for (const value of valuesOf(params)) {
      if (isText(value)) texts.add(value);
      if (!Array.isArray(value)) continue;
      const list: readonly unknown[] = value.flat();
      items += list.length;
      // Several places may share the content of their file.
      for (const content of list.flatMap(contentOf)) texts.add(content);
    }
    let units = 0;
    for (const text of texts) units += text.length;
    return base + units * msPerUnit + items * msPerItem;
  };
}

function valuesOf(params: unknown): readonly unknown[] {
  if (typeof params !== 'object' || params === null) return [];
  return Object.values(params).map(bytesIn);
}

function contentOf(item: unknown): (string | Uint8Array)[] {
  if (typeof item !== 'object' || item === null || !('content' in item)) return [];
  const content = bytesIn(item.content);
  return isText(content) ? [content] : [];
}

/** Of bytes with their encoding the bytes. */
function bytesIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : value;
}

function isText(value: unknown): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}
