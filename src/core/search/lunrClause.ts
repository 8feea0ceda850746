import lunr from 'lunr';

// What lunr 2.3 has and its published types leave out: https://lunrjs.com/docs/lunr.QueryParser.html
declare module 'lunr' {
  class QueryParser {
    constructor(text: string, query: lunr.Query);
    parse(): lunr.Query;
  }
}

/** A word with what its signs say. */
export interface LunrClause {
  /** With its `*`. */
  readonly term: string;
  readonly edits: 0 | 1;
  readonly boost: number;
}

/** lunr parts words at `-`, and fields at `:`. */
const hyphen = '\ue000';
const colon = '\ue001';

/** Reads `*`, `~` and `^` as lunr does. It throws on unfinished input, which is a word as it is then. */
export function lunrClause(word: string): LunrClause {
  const plain: LunrClause = { term: word, edits: 0, boost: 1 };
  if (!/[*~^]/.test(word)) return plain;
  const query = new lunr.Query(['any']);
  try {
    const text = word.replaceAll('-', hyphen).replaceAll(':', colon).replaceAll('\\', ' ').trim();
    new lunr.QueryParser(text.replace(/^\++/, ''), query).parse();
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return plain;
    throw error;
  }
  const [clause] = query.clauses;
  if (!clause || query.clauses.length > 1) return plain;
  return {
    term: clause.term.replaceAll(hyphen, '-').replaceAll(colon, ':'),
    edits: clause.editDistance > 0 ? 1 : 0,
    boost: Number.isFinite(clause.boost) ? clause.boost : 1,
  };
}
