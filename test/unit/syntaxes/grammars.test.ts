import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findIds } from '../../../src/core/arxivId.js';
import { grammar, injections, texts, tokenize, type Token } from './grammars.js';

const snapshots = path.join('test', 'unit', 'syntaxes', 'snapshots');
const languageOf: Readonly<Record<string, string>> = {
  '.md': 'text.html.markdown',
  '.tex': 'text.tex.latex',
};

/** Each line with its tokens below it; those without a scope are left out. */
function printed(text: string, lines: readonly (readonly Token[])[]): string {
  const told = text
    .split('\n')
    .flatMap((line, index) => [
      `> ${line}`,
      ...(lines[index] ?? [])
        .filter(({ scopes }) => scopes.length > 0)
        .map((token) => `  ${JSON.stringify(token.text)} ${token.scopes.join(' ')}`),
    ]);
  return `${told.join('\n')}\n`;
}

async function tokensOf(text: string, language = 'text.html.markdown'): Promise<Token[][]> {
  return tokenize(await grammar(language), text);
}

const id = 'constant.numeric.arxiv-id.preprint';
const label = 'entity.other.attribute-name.label.preprint';

describe('highlighting', () => {
  for (const name of readdirSync(snapshots).filter((file) => !file.endsWith('.txt'))) {
    // Written anew with PREPRINT_WRITE_SNAPSHOTS=1, and to be read before it is committed.
    it(`colours ${name} as its snapshot tells`, async () => {
      const text = readFileSync(path.join(snapshots, name), 'utf8');
      const tokens = printed(text, await tokensOf(text, languageOf[path.extname(name)]));
      const file = path.join(snapshots, `${name}.txt`);
      if (process.env['PREPRINT_WRITE_SNAPSHOTS'] === '1') writeFileSync(file, tokens);
      assert.equal(tokens, readFileSync(file, 'utf8'));
    });
  }

  it('leaves what Markdown says of a text without papers as it is', async () => {
    const text = readFileSync('README.md', 'utf8').replace(/arxiv/gi, 'archive');
    const plain = tokenize(await grammar('text.html.markdown', []), text);
    assert.deepEqual(await tokensOf(text), plain);
  });

  it('changes in an entry nothing but what it adds', async () => {
    const file = path.join(snapshots, 'daily.md');
    const text = readFileSync(file, 'utf8');
    const joined = (lines: Token[][], scope: string): string => texts(lines, scope).join('');
    const plain = tokenize(await grammar('text.html.markdown', []), text);
    const tokens = await tokensOf(text);
    for (const scope of [
      'markup.heading',
      'markup.fenced_code',
      'comment',
      'markup.list',
      'meta.tag',
    ]) {
      assert.equal(joined(tokens, scope), joined(plain, scope), scope);
    }
  });

  it('finds the ids that the extension finds', async () => {
    const text = [
      'arXiv:2602.01234v2 and ARXIV:2602.01235, (arXiv:0704.0001), arXiv:hep-th/9901001v3.',
      'https://arxiv.org/abs/2602.01234 http://export.arxiv.org/pdf/2602.01236v12.pdf?x=1',
      'https://doi.org/10.48550/arXiv.2602.01237',
      'arXiv:2602.0123, arXiv:2600.01234, xarXiv:2602.01234, arXiv:2602.01234x',
    ];
    for (const line of text.slice(0, 3)) {
      const expected = findIds(line).map(({ idStart, idEnd }) => line.slice(idStart, idEnd));
      const found = (await tokensOf(line)).flat();
      const written: string[] = [];
      for (const { text: part, scopes } of found) {
        if (scopes.includes(id)) written.push(part);
        else if (scopes.includes('constant.numeric.arxiv-version.preprint'))
          written.push((written.pop() ?? '') + part);
      }
      assert.deepEqual(written, expected);
    }
    assert.deepEqual(texts(await tokensOf(text[3] ?? ''), id), ['2602.0123']);
  });

  it('takes labels for labels in entries of digests alone', async () => {
    const entry = '### [1] [A](https://arxiv.org/abs/2602.01234)\n*B*\n\nMethod: x\n\n结果：y';
    assert.deepEqual(texts(await tokensOf(entry), label), ['Method', '结果']);
    assert.deepEqual(texts(await tokensOf('# A Note\n\nMethod: x\n\n**Result**: y'), label), []);
    const link = '## [Code](https://github.com/a/b)\n\nMethod: x';
    assert.deepEqual(texts(await tokensOf(link), label), []);
  });

  it('costs little beside the grammar of Markdown, whatever stands in a line', async () => {
    const [markdown, plain] = [
      await grammar('text.html.markdown'),
      await grammar('text.html.markdown', []),
    ];
    const cost = (language: typeof markdown, text: string): number => {
      const before = process.cpuUsage();
      tokenize(language, text);
      return process.cpuUsage(before).user / 1000;
    };
    const kinds = [
      '[',
      '### [1] [',
      '[a](https://arxiv.org/abs/',
      '](',
      'a-',
      '**a',
      'arXiv:',
      'word ',
    ];
    for (const kind of kinds) {
      const text = `### [1] [A](https://arxiv.org/abs/2602.01234)\n${kind.repeat(1000 / kind.length)}`;
      const [own, theirs] = [cost(markdown, text), cost(plain, text)];
      assert.ok(own < 10 * theirs + 100, `"${kind}": ${own} ms, ${theirs} ms without`);
    }
  });

  it('is declared for grammars that exist, under their own names', () => {
    for (const { path: file, scopeName } of injections) {
      const { scopeName: own } = JSON.parse(readFileSync(file, 'utf8')) as { scopeName: string };
      assert.equal(own, scopeName);
    }
    const files = readdirSync('syntaxes').map((name) => `./syntaxes/${name}`);
    assert.deepEqual(injections.map(({ path: file }) => file).sort(), files.sort());
  });
});
