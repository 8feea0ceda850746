/**
 * Where a mark that a style writes between two parts meets one that ends or begins a part: the blanks
 * before a mark, and a mark that is there already. `a. , b` reads `a., b`, `“a.” . b` reads `“a.” b`, and
 * `a, .` stays as it is, as pandoc has them.
 */
const doubled = /(?<=([.,;:])["”’»“]?)\s+\1(?!\1)|(?<!,)\s+(?=[.,](?![\p{L}\p{N}.]))/gu;

/**
 * Leaves out what the affixes and the delimiters of a style have doubled. Marks behind blanks in a work's
 * own texts must not be seen in it.
 * @param runs parts of one line
 */
export function withoutDoubledMarks<R extends { readonly text: string }>(runs: readonly R[]): R[] {
  const line = runs.map(({ text }) => text).join('');
  const gone = Array.from(line.matchAll(doubled), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  let start = 0;
  let next = 0;
  return runs.map((run) => {
    const end = start + run.text.length;
    let text = '';
    let at = start;
    for (let part = gone[next]; part && part.start < end; part = gone[next]) {
      text += line.slice(at, Math.max(at, part.start));
      at = Math.min(end, part.end);
      // What goes on in the next run is left out there too.
      if (part.end > end) break;
      next++;
    }
    text += line.slice(at, end);
    start = end;
    return { ...run, text };
  });
}
