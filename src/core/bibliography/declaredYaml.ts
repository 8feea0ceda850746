import type { FoundPath, Include, ReadDeclarations } from './declared.js';
import { frontMatter, longestFrontMatter as longest } from './frontMatter.js';
import { itemsOf, memberOf, membersOf, parseYaml, yamlText } from './yamlText.js';

/** Pandoc's, Quarto's and MyST's name; Jupyter Book's. */
const keys = new Set(['bibliography', 'bibtex_bibfiles']);
/** Of Quarto and pandoc: more metadata; of bookdown: the chapters, whose first one has the header of all. */
const includeKeys = new Set(['metadata-files', 'metadata-file', 'rmd_files']);
/** `project:` in myst.yml, `metadata:` in defaults, `sphinx: config:` in _config.yml. */
const deepest = 4;

/** From a whole YAML file. */
export function readYamlFile(text: string): ReadDeclarations {
  if (!/bibliography|bibtex_bibfiles|metadata-file|rmd_files|scholar/.test(text)) return {};
  const paths: FoundPath[] = [];
  const includes: Include[] = [];
  const { contents } = parseYaml(text.slice(0, longest));
  for (const { key, value } of membersOf(contents)) {
    if (includeKeys.has(key.text)) includes.push(...includesOf(value));
  }
  collect(contents, 0, paths);
  return { paths, includes };
}

/** myst.yml: a project that lists none has all that lie in it (https://mystmd.org/guide/citations). */
export function readMystFile(text: string): ReadDeclarations {
  const found = readYamlFile(text);
  const project = memberOf(parseYaml(text.slice(0, longest)).contents, 'project');
  const isProject = membersOf(project).length > 0 || /^project[ \t]*:/m.test(text);
  if (!isProject || membersOf(project).some(({ key }) => keys.has(key.text))) return found;
  return { ...found, paths: [...(found.paths ?? []), { path: '**/*.bib', start: 0, end: 0 }] };
}

/** From the front matter of a Markdown document, and what Quarto and knitr take into it. */
export function readMarkdown(text: string): ReadDeclarations {
  const { yaml, begin } = frontMatter(text);
  const { paths = [], includes = [] } = readYamlFile(yaml);
  const taken = [...includes, ...quartoIncludes(text), ...knitrChildren(text)];
  const isBook = /^site[ \t]*:[ \t]*["']?bookdown\b/m.test(yaml);
  return {
    paths: paths.map((path) => ({ ...path, start: path.start + begin, end: path.end + begin })),
    includes: taken,
    ...(isBook && { isBook }),
  };
}

/** The CSL style that a document names, as pandoc and Quarto read it; as written. */
export function frontMatterStyle(text: string): string | undefined {
  const { yaml } = frontMatter(text.replace(/^\uFEFF/, ''));
  if (!/^["']?csl["']?\s*:/m.test(yaml)) return undefined;
  return yamlText(memberOf(parseYaml(yaml).contents, 'csl'))?.text.trim() || undefined;
}

function collect(node: unknown, depth: number, found: FoundPath[]): void {
  for (const { key, value } of membersOf(node)) {
    if (depth === 0 && key.text === 'scholar') {
      found.push(...scholarPaths(value));
      continue;
    }
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

/** jekyll-scholar's settings, with its own defaults (https://github.com/inukshuk/jekyll-scholar#configuration). */
function scholarPaths(settings: unknown): readonly FoundPath[] {
  const source = yamlText(memberOf(settings, 'source'))?.text ?? '_bibliography';
  const folder = source.trim().replace(/^(?:\.?\/)+|\/+$/g, '');
  const written = itemsOf(memberOf(settings, 'bibliography')).flatMap(
    (item) => yamlText(item) ?? [],
  );
  const named = written.length > 0 ? written : [{ text: 'references.bib', start: 0, end: 0 }];
  return named.map(({ text, start, end }) => {
    const name = /\.\w+$/.test(text) ? text : `${text}.bib`;
    const path = folder === '' ? name : `${folder}/${name}`;
    return { path, start, end, ...(written.length === 0 && { ifThere: true as const }) };
  });
}

/** A list, or lists by the names of formats. */
function includesOf(value: unknown): readonly Include[] {
  const lists = [value, ...membersOf(value).map((member) => member.value)];
  return lists.flatMap(itemsOf).flatMap((item) => {
    const path = yamlText(item)?.text.trim() ?? '';
    return path === '' ? [] : [{ how: 'text' as const, path }];
  });
}

/** `{{< include _x.qmd >}}`; three braces only show it. */
function quartoIncludes(text: string): readonly Include[] {
  if (!text.includes('{{<')) return [];
  const shortcode = /(?<!\{)\{\{<\s{1,20}include\s{1,20}(?:"([^"\n]{1,300})"|([^\s>]{1,300}))/g;
  return Array.from(text.matchAll(shortcode), ([, quoted, plain = '']) => ({
    how: 'text',
    path: quoted ?? plain,
  }));
}

/** `child = "x.Rmd"` of a chunk, in its head or behind `#|`, and `knit_child("x.Rmd")`. */
export function knitrChildren(text: string): readonly Include[] {
  if (!text.includes('child')) return [];
  const option =
    /^(?:[ \t]{0,20}(?:`{3,}|~{3,})[ \t]{0,20}\{|<<|[ \t]{0,20}#\|)[^\n]{0,300}?\bchild[ \t]{0,5}[=:][ \t]{0,5}(.{1,1000})|\bknit_child\(([^)\n]{1,300})/gm;
  return Array.from(text.matchAll(option)).flatMap(([, value, call]) => {
    const names = value === undefined ? (call ?? '') : childNames(value);
    const quoted = Array.from(names.matchAll(/"([^"]+)"|'([^']+)'/g), ([, a, b = '']) => a ?? b);
    const plain = /^[\w./-]+\.\w+(?=\s*$)/.exec(names)?.[0];
    const paths = quoted.length > 0 || plain === undefined ? quoted : [plain];
    return paths.map((path) => ({ how: 'text', path }) as const);
  });
}

/** One name, or those of `c(…)` and `[…]`. */
function childNames(value: string): string {
  return /^(?:c\([^)]*|\[[^\]]*|"[^"]*"|'[^']*'|[\w./-]+)/.exec(value)?.[0] ?? '';
}
