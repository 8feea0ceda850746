import { Composer, CST, Lexer, Parser, Schema, type Document } from 'yaml';

/** Brackets, lists and maps in one another: hand-written files have some four. */
const deepest = 100;
/** Anchors and tags, and signs where none can stand: a file with more of them is something else. */
const mostOdd = 200;

// Made once: a bibliography is parsed entry by entry, and to make one costs more than most entries.
/** All scalars are text. */
export const textSchema = new Schema({ schema: 'failsafe' });
/** Scalars are what YAML 1.2 takes them for. */
export const coreSchema = new Schema({ schema: 'core' });

// Looking for keys that are there twice would compare each with each.
const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

export interface YamlDocument {
  /** Of the text, or of its part before the stop; undefined when there is none. */
  readonly document: Document.Parsed | undefined;
  /**
   * Where reading has stopped, in UTF-16 code units: what comes there is nested deeper, or has more
   * that cannot stand where it does, than anything that is written to be read.
   */
  readonly stoppedAt?: number;
}

/**
 * The first document of a text; of keys that are there twice it has both. The library's cost for each fault, and for each
 * level that a fault lies in, is what this keeps within bounds.
 */
export function readYaml(text: string, schema: Schema): YamlDocument {
  const parser = new Parser();
  const composer = new Composer({ ...options, schema });
  const limits = new Limits(parser);
  let document: Document.Parsed | undefined;
  let stoppedAt: number | undefined;
  const take = (tokens: Iterable<CST.Token>): void => {
    for (const token of tokens) {
      limits.countToken(token);
      for (const found of composer.next(token)) document ??= found;
    }
  };
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    take(parser.next(lexeme));
    // Whatever comes behind the first document belongs to none of ours.
    if (document) break;
    limits.countLexeme(lexeme);
    if (!limits.exceeded) continue;
    stoppedAt = at;
    break;
  }
  if (!document) {
    take(parser.end());
    for (const found of composer.end(true, text.length)) document ??= found;
  }
  return { document, ...(stoppedAt !== undefined && { stoppedAt }) };
}

const odd: ReadonlySet<CST.TokenType | null> = new Set([
  ...(['anchor', 'tag', 'alias', 'directive-line'] as const),
]);
const values: ReadonlySet<CST.TokenType | null> = new Set([
  ...(['scalar', 'single-quoted-scalar', 'double-quoted-scalar'] as const),
  ...(['flow-seq-start', 'flow-map-start'] as const),
]);

/** Counts what a text may have few of. */
class Limits {
  readonly #parser: Parser;
  #odd = 0;
  /** A quoted text has ended on this line, and no sign has come since. */
  #afterQuoted = false;
  #afterLineEnd = false;

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  get exceeded(): boolean {
    return this.#odd > mostOdd || this.#parser.stack.length > deepest;
  }

  countToken(token: CST.Token): void {
    if (token.type === 'error') this.#odd++;
  }

  countLexeme(lexeme: string): void {
    const type = CST.tokenType(lexeme);
    if (type === 'space') {
      // Only inside of brackets may a line be indented by a tab.
      const isBlock = this.#parser.stack.at(-1)?.type !== 'flow-collection';
      if (this.#afterLineEnd && lexeme.startsWith('\t') && isBlock) this.#odd++;
      return;
    }
    if (odd.has(type) || (this.#afterQuoted && values.has(type))) this.#odd++;
    this.#afterLineEnd = type === 'newline';
    // The lexer tells a bare text by a sign before it, and a quoted one by its quotes.
    this.#afterQuoted = type === 'double-quoted-scalar' || type === 'single-quoted-scalar';
  }
}
