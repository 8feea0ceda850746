import { Pattern } from './pattern.js';
import { factKeys, textKeys, type FactKey, type OwnRecipe, type TextKey } from './recipe.js';

/** A pattern for lines below an entry's first. */
export interface PartPattern {
  readonly key: FactKey | TextKey | 'field';
  /** Of a field: what it is called. */
  readonly label?: string;
  readonly pattern: Pattern;
}

/** A recipe's patterns, compiled. */
export interface Patterns {
  readonly entry: Pattern;
  readonly end: Pattern | undefined;
  readonly section: Pattern | undefined;
  readonly date: Pattern | undefined;
  /** In the order in which a line is tried with them: what may take any line comes last. */
  readonly parts: readonly PartPattern[];
  /** Something says where an id is to be found. */
  readonly hasId: boolean;
}

/** undefined for a recipe that no `readRecipes` has checked. */
export function compileRecipe({ patterns: given, fields }: OwnRecipe): Patterns | undefined {
  const entry = compiled(given.entry);
  if (!entry) return undefined;
  const named = ([...factKeys, ...textKeys] as const).flatMap((key): PartPattern[] => {
    const pattern = compiled(given[key]);
    return pattern ? [{ key, pattern }] : [];
  });
  const labelled = fields.flatMap(([label, source]): PartPattern[] => {
    const pattern = compiled(source);
    return pattern ? [{ key: 'field', label, pattern }] : [];
  });
  const isFact = ({ key }: PartPattern): boolean => key !== 'summary' && key !== 'abstract';
  return {
    entry,
    end: compiled(given.end),
    section: compiled(given.section),
    date: compiled(given.date),
    parts: [...named.filter(isFact), ...labelled, ...named.filter((part) => !isFact(part))],
    hasId: given.id !== undefined || entry.groupNames.includes('id'),
  };
}

function compiled(source: string | undefined): Pattern | undefined {
  const pattern = source === undefined ? undefined : Pattern.compile(source);
  return pattern instanceof Pattern ? pattern : undefined;
}
