import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

interface Contributed {
  readonly path: string;
  readonly scopeName: string;
  readonly injectTo: readonly string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly grammars: readonly Contributed[] };
};

/** As package.json declares them. */
export const injections = manifest.contributes.grammars;

/** Of VS Code's own languages, from the sources that VS Code takes them from. */
const languages: ReadonlyMap<string, string> = new Map([
  ['text.html.markdown', 'markdown'],
  ['text.html.derivative', 'html-derivative'],
  ['text.html.basic', 'html'],
  ['text.tex.latex', 'latex'],
  ['text.tex', 'tex'],
  ['text.bibtex', 'bibtex'],
]);

const modules = path.dirname(
  createRequire(path.resolve('package.json')).resolve('mocha/package.json'),
);
const installed = (...parts: string[]): string => path.join(modules, '..', ...parts);

const onigLib = loadWASM(
  readFileSync(installed('vscode-oniguruma', 'release', 'onig.wasm')).buffer,
).then(() => ({
  createOnigScanner: (sources: string[]) => new OnigScanner(sources),
  createOnigString: (text: string) => new OnigString(text),
}));

/** The engine of VS Code's editors. @param injected the scopes of the grammars to inject; all as a rule */
export function registry(injected: readonly Contributed[] = injections): Registry {
  return new Registry({
    onigLib,
    loadGrammar(scope) {
      const own = injected.find(({ scopeName }) => scopeName === scope)?.path;
      const name = languages.get(scope);
      const other = name && installed('tm-grammars', 'grammars', `${name}.json`);
      const file = own ?? other;
      if (file === undefined) return Promise.resolve(null);
      return Promise.resolve(parseRawGrammar(readFileSync(file, 'utf8'), `${scope}.json`));
    },
    getInjections: (scope) =>
      injected.filter(({ injectTo }) => injectTo.includes(scope)).map((each) => each.scopeName),
  });
}

export async function grammar(scope: string, injected?: readonly Contributed[]): Promise<IGrammar> {
  const loaded = await registry(injected).loadGrammar(scope);
  assert.ok(loaded, scope);
  return loaded;
}

export interface Token {
  readonly text: string;
  /** From the outermost; the language's own is left out. */
  readonly scopes: readonly string[];
}

/** The tokens of each line. */
export function tokenize(language: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = language.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}

/** What stands in a text under a scope, in its order. */
export function texts(lines: readonly (readonly Token[])[], scope: string): string[] {
  return lines
    .flat()
    .filter(({ scopes }) => scopes.some((each) => each === scope || each.startsWith(`${scope}.`)))
    .map(({ text }) => text);
}
