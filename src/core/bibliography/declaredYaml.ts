import type { FoundPath } from './declared.js';
import { itemsOf, memberOf, membersOf, parseYaml, yamlText } from './yamlText.js';

/** Pandoc's, Quarto's and MyST's name; Jupyter Book's. */
const keys = new Set(['bibliography', 'bibtex_bibfiles']);
/** `project:` in myst.yml, `metadata:` in defaults, `sphinx: config:` in _config.yml. */
const deepest = 4;
/** No front matter is longer; what is has lost its end. */
const longest = 100_000;

/** From a whole YAML file. */
export function yamlPaths(text: string): readonly FoundPath[] {
  const found: FoundPath[] = [];
  if (!/bibliography|bibtex_bibfiles/.test(text)) return found;
  collect(parseYaml(text.slice(0, longest)).contents, 0, found);
  return found;
}

export function frontMatterPaths(text: string): readonly FoundPath[] {
  const { yaml, begin } = frontMatter(text);
  return yamlPaths(yaml).map(({ path, start, end }) => ({
    path,
    start: start + begin,
    end: end + begin,
  }));
}

/** The CSL style that a document names, as pandoc and Quarto read it; as written. */
export function frontMatterStyle(text: string): string | undefined {
  const { yaml } = frontMatter(text.replace(/^\uFEFF/, ''));
  if (!/^["']?csl["']?\s*:/m.test(yaml)) return undefined;
  return yamlText(memberOf(parseYaml(yaml).contents, 'csl'))?.text.trim() || undefined;
}

export function hasFrontMatter(text: string): boolean {
  return frontMatter(text).yaml.trim() !== '';
}

/** The block between `---` and `---` or `...` that a document begins with; empty without one. */
function frontMatter(text: string): { readonly yaml: string; readonly begin: number } {
  const begin = /^---[ \t]*(?:\r\n?|\n)/.exec(text)?.[0].length;
  if (begin === undefined) return { yaml: '', begin: 0 };
  const rest = text.slice(begin, begin + longest);
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest)?.index;
  return { yaml: rest.slice(0, end ?? 0), begin };
}

function collect(node: unknown, depth: number, found: FoundPath[]): void {
  for (const { key, value } of membersOf(node)) {
    if (!keys.has(key.text)) {
      if (depth < deepest) collect(value, depth + 1, found);
      continue;
    }
    for (const item of itemsOf(value)) {
      const { text: path = '', start = 0, end = 0 } = yamlText(item) ?? {};
      // `link-bibliography: false` has a key of its own, but `bibliography: false` is written too.
      if (path.trim() !== '' && !/^(?:true|false|null|~)$/i.test(path)) {
        found.push({ path, start, end });
      }
    }
  }
}
