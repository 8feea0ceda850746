/** More than these nobody looks through. */
export const mostRecentQueries = 20;

/** What was looked for, the newest first, with one more. The same words again take the new place. */
export function withQuery(queries: readonly string[], query: string): readonly string[] {
  const added = tidy(query);
  if (added === '') return queries;
  return [added, ...withoutQuery(queries, added)].slice(0, mostRecentQueries);
}

export function withoutQuery(queries: readonly string[], query: string): readonly string[] {
  const gone = tidy(query).toLowerCase();
  return queries.filter((one) => one.toLowerCase() !== gone);
}

/** What was stored may be anything: another version of the extension wrote it. */
export function readQueries(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  return stored
    .filter((query): query is string => typeof query === 'string' && tidy(query) !== '')
    .slice(0, mostRecentQueries);
}

function tidy(query: string): string {
  return query.replace(/\s+/g, ' ').trim();
}
