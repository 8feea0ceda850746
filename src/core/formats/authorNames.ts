const generation = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;
const andOthers = /(?:^|[\s,])et\.? ?al\.?$/i;
/** Emphasis around a whole list or name, never the underscore or asterisk within one. */
const emphasis = /^[*_`]{1,3}(?=[^\s*_`])|[*_`]{1,3}$/g;

/**
 * The names of a list that is parted by commas or semicolons, as written. A comma within brackets
 * parts nothing, a generation (`Jr.`) belongs to the name before, "et al." is nobody.
 */
export function authorNames(list: string): string[] {
  return namesIn(
    parts(list.trim().replace(emphasis, '')).map((part) =>
      part.trim().replace(emphasis, '').replace(andOthers, ''),
    ),
  );
}

/** The names in a list that commas parted. */
export function splitAuthors(text: string): string[] {
  return namesIn(text.split(','));
}

/** Parts of a list as names: a generation is no name of its own, collaborations bring a lone `:`. */
export function namesIn(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    const name = part.trim();
    if (name === '' || name === ':') continue;
    const before = names.at(-1);
    if (before !== undefined && generation.test(name)) {
      names[names.length - 1] = `${before}, ${name}`;
    } else {
      names.push(name);
    }
  }
  return names;
}

const signs = /[,，、;；]/;

function parts(list: string): string[] {
  if (!/[([{]/.test(list)) return list.split(signs);
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at++) {
    const sign = list[at] ?? '';
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ',，、;；'.includes(sign)) {
      found.push(list.slice(from, at));
      from = at + 1;
    }
  }
  found.push(list.slice(from));
  // A bracket that is never closed would hide all names behind it.
  return depth > 0 ? list.split(signs) : found;
}
