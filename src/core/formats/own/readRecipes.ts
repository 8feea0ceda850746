import { Pattern, type PatternFault } from './pattern.js';
import {
  entryGroups,
  patternKeys,
  sectionGroups,
  type OwnRecipe,
  type PatternKey,
} from './recipe.js';

/** What is wrong with the setting. The host turns it into a sentence (`formatProblemText.ts`). */
export type RecipeFault =
  | PatternFault
  | { readonly kind: 'notAnObject' | 'notAText' | 'noEntry' | 'noTitle' | 'matchesAll' }
  | { readonly kind: 'tooMany'; readonly most: number }
  | { readonly kind: 'unknownKey' | 'unknownGroup'; readonly name: string };

export interface RecipeProblem {
  /** From the setting's name to what is wrong: `['lab list', 'fields', 'Gist']`. */
  readonly path: readonly string[];
  readonly fault: RecipeFault;
}

export interface ReadRecipes {
  readonly recipes: readonly OwnRecipe[];
  readonly problems: readonly RecipeProblem[];
}

const mostFormats = 30;
const mostFields = 30;

/**
 * The formats of a setting's value of any kind. One with a fault is left out as a whole: half of it
 * would find other papers than its writer means.
 */
export function readRecipes(value: unknown): ReadRecipes {
  const formats = entriesOf(value);
  if (!formats) return { recipes: [], problems: [{ path: [], fault: { kind: 'notAnObject' } }] };
  const problems: RecipeProblem[] = [];
  if (formats.length > mostFormats) {
    problems.push({ path: [], fault: { kind: 'tooMany', most: mostFormats } });
  }
  const recipes = formats.slice(0, mostFormats).flatMap(([name, description]) => {
    const faults = new Faults([name]);
    const recipe = readRecipe(name, description, faults);
    problems.push(...faults.found);
    return recipe && faults.found.length === 0 ? [recipe] : [];
  });
  return { recipes, problems };
}

/** Gathers what is wrong below one place of the setting. */
class Faults {
  readonly found: RecipeProblem[] = [];
  readonly #path: readonly string[];

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  add(fault: RecipeFault, ...below: readonly string[]): void {
    this.found.push({ path: [...this.#path, ...below], fault });
  }
}

function readRecipe(name: string, description: unknown, faults: Faults): OwnRecipe | undefined {
  const given = entriesOf(description);
  if (!given) {
    faults.add({ kind: 'notAnObject' });
    return undefined;
  }
  const patterns: Partial<Record<PatternKey, string>> = {};
  let fields: OwnRecipe['fields'] = [];
  for (const [key, value] of given) {
    if (key === 'fields') fields = readFields(value, faults);
    else if (key === 'file') {
      if (typeof value !== 'string') faults.add({ kind: 'notAText' }, key);
    } else if (isPatternKey(key)) {
      const pattern = compiled(value, faults, key);
      if (pattern && typeof value === 'string') {
        patterns[key] = value;
        checkPattern(pattern, key, faults);
      }
    } else faults.add({ kind: 'unknownKey', name: key });
  }
  const { entry } = patterns;
  if (entry === undefined) {
    if (!given.some(([key]) => key === 'entry')) faults.add({ kind: 'noEntry' });
    return undefined;
  }
  if (patterns.title === undefined && !/\(\?P?<title>/.test(entry)) {
    faults.add({ kind: 'noTitle' }, 'entry');
  }
  return { name, patterns: { ...patterns, entry }, fields };
}

function readFields(value: unknown, faults: Faults): OwnRecipe['fields'] {
  const given = entriesOf(value);
  if (!given) faults.add({ kind: 'notAnObject' }, 'fields');
  else if (given.length > mostFields) faults.add({ kind: 'tooMany', most: mostFields }, 'fields');
  return (given ?? []).slice(0, mostFields).flatMap(([label, pattern]): [string, string][] => {
    const isGood = compiled(pattern, faults, 'fields', label) !== undefined;
    return isGood && typeof pattern === 'string' ? [[label, pattern]] : [];
  });
}

function compiled(value: unknown, faults: Faults, ...path: readonly string[]): Pattern | undefined {
  if (typeof value !== 'string') {
    faults.add({ kind: 'notAText' }, ...path);
    return undefined;
  }
  const pattern = Pattern.compile(value);
  if (pattern instanceof Pattern) return pattern;
  faults.add(pattern, ...path);
  return undefined;
}

/** A group of a name that means nothing is a slip of the pen: nothing would ever be read from it. */
function checkPattern(pattern: Pattern, key: PatternKey, faults: Faults): void {
  const known = { entry: entryGroups, section: sectionGroups }[key as string];
  const unknown = known && pattern.groupNames.find((name) => !known.includes(name));
  if (unknown !== undefined) faults.add({ kind: 'unknownGroup', name: unknown }, key);
  const parts = key === 'entry' || key === 'section' || key === 'end';
  if (parts && pattern.test('')) faults.add({ kind: 'matchesAll' }, key);
}

function isPatternKey(key: string): key is PatternKey {
  return (patternKeys as readonly string[]).includes(key);
}

function entriesOf(value: unknown): [string, unknown][] | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.entries(value) : undefined;
}
