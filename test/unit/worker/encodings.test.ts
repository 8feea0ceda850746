import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { decode, sliceLines } from '../../../src/worker/content.js';
import { createAnswers } from '../../../src/worker/answers.js';

const entry = (author: string, title: string): string =>
  `@article{key2020,\n  author = {${author}},\n  title = {${title}},\n  journal = {Journal of Things},\n  year = {2020}\n}\n`;

function bytesOf(text: string, encoding: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding));
}

describe('a file that is not UTF-8', () => {
  /** What is written in which encoding, without a word about it, and what it is taken for. */
  const guessed: readonly (readonly [encoding: string, text: string, name: string])[] = [
    ['latin1', entry('Müller, Jörg and Hénon, Michel', 'Über die Größe'), 'Windows-1252'],
    ['latin1', entry('Müller, J.', 'A Title'), 'Windows-1252'],
    ['latin1', '\\section{Résumé}\nL’œuvre d’André.\n'.replace(/[’œ]/g, 'e'), 'Windows-1252'],
    ['windows1252', entry('O’Neil, Ann', '“Quoted” – title'), 'Windows-1252'],
    [
      'windows1250',
      entry('Dvořák, Antonín and Łukasz, Żak', 'Příliš žluťoučký kůň'),
      'Windows-1250',
    ],
    ['iso88592', entry('Dvořák, Antonín and Łukasz, Żak', 'Příliš žluťoučký kůň'), 'ISO 8859-2'],
    ['windows1251', entry('Иванов, И.', 'О некоторых задачах теории'), 'Windows-1251'],
    ['koi8r', entry('Иванов, И.', 'О некоторых задачах теории'), 'KOI8-R'],
    ['gb18030', entry('张三 and 李四', '深度学习在自然语言处理中的应用'), 'GB 18030'],
    ['gb18030', entry('王五', '一个题目'), 'GB 18030'],
    ['gb18030', '# 每日论文\n\n- 深度学习（arXiv:2401.00001）\n', 'GB 18030'],
    ['big5', entry('張三', '深度學習在自然語言處理中的應用'), 'Big5'],
    ['shiftjis', entry('山田太郎', '深層学習による自然言語処理'), 'Shift JIS'],
    ['eucjp', entry('山田太郎', '深層学習による自然言語処理'), 'EUC-JP'],
    ['euckr', entry('김철수', '자연어 처리를 위한 심층 학습'), 'EUC-KR'],
  ];
  for (const [encoding, text, name] of guessed) {
    it(`is read as what it most likely is: ${encoding}, “${text.slice(23, 50).replace(/\s+/g, ' ').trim()}”`, () => {
      const { text: read, encoding: found, problem } = decode(bytesOf(text, encoding));
      assert.equal(found?.name, name);
      assert.equal(read, text);
      assert.deepEqual(problem, { kind: 'notUtf8', line: 0, args: [name] });
    });
  }

  const declared: readonly (readonly [head: string, encoding: string])[] = [
    ['\\usepackage[latin1]{inputenc}\n', 'latin1'],
    ['\\documentclass{article}\n\\usepackage[latin2]{inputenc} % ours\n', 'iso88592'],
    ['\\usepackage[ansinew]{inputenc}\n', 'windows1252'],
    ['\\usepackage[applemac]{inputenc}\n', 'macroman'],
    ['\\usepackage[koi8-r]{inputenc}\n', 'koi8r'],
    ['% !TeX encoding = ISO-8859-15\n', 'iso885915'],
    ['%!TEX encoding = MacOSRoman\n', 'macroman'],
    ['% !BIB encoding = latin2\n', 'iso88592'],
    ['% Encoding: Cp1250\n\n', 'windows1250'],
    ['% Encoding: ISO8859_1\n\n', 'latin1'],
    ['% Encoding: GBK\n', 'gbk'],
    ['@comment{x-kbibtex-encoding=iso8859-2}\n\n', 'iso88592'],
  ];
  for (const [head, encoding] of declared) {
    it(`is read as it says: ${head.trim()}`, () => {
      const letters =
        { gbk: '李', koi8r: 'Ж' }[encoding] ?? (/1250|iso88592/.test(encoding) ? 'ő' : 'é');
      const text = `${head}${entry(`x${letters}y`, 'T')}`;
      assert.equal(decode(bytesOf(text, encoding)).text, text);
    });
  }

  it('is read as the settings say where nothing else does', () => {
    const text = entry('ő', 'T');
    const bytes = bytesOf(text, 'iso88592');
    assert.equal(decode({ bytes, encoding: 'iso88592' }).text, text);
    const said = `% Encoding: Cp1252\n${entry('é', 'T')}`;
    assert.equal(decode({ bytes: bytesOf(said, 'latin1'), encoding: 'iso88592' }).text, said);
  });

  it('is UTF-8 whatever it says where it can be', () => {
    const text = `\\usepackage[latin1]{inputenc}\n${entry('Müller', '深度学习')}`;
    const bytes = bytesOf(text, 'utf8');
    assert.deepEqual(decode({ bytes, encoding: 'windows1252' }), { text });
  });

  it('is UTF-8 with mistakes where most of it is', () => {
    const text = 'Müller, Jörg, Hénon\n'.repeat(3);
    const bytes = new Uint8Array([...Buffer.from(text), 0xfc, 0x72]);
    const { problem, text: read } = decode(bytes);
    assert.deepEqual(problem, { kind: 'invalidUtf8', line: 3, args: [] });
    assert.ok(read.startsWith(text));
  });

  it('gives the same lines alone as with the rest', () => {
    for (const [encoding, text] of guessed) {
      const bytes = bytesOf(text, encoding);
      const lines = text.split('\n');
      for (const [at, line] of lines.entries()) assert.equal(sliceLines(bytes, at, at), line);
    }
  });

  it('never throws, and never gives what is not well-formed', () => {
    const noise = fc.uint8Array({ maxLength: 400, min: 32 });
    fc.assert(
      fc.property(noise, fc.constantFrom('gb18030', 'shiftjis', 'nonsense'), (bytes, encoding) => {
        assert.ok(decode(bytes).text.isWellFormed());
        assert.ok(decode({ bytes, encoding }).text.isWellFormed());
      }),
      { numRuns: 500 },
    );
  });

  it('is a digest like any other, and this is reported', () => {
    const text =
      '# 每日论文\n\n## [深度学习的题目](https://arxiv.org/abs/2401.00001)\n\n作者：张三\n';
    const answers = createAnswers('test', () => undefined);
    const { problems } = answers.index({
      ...{ uri: 'file:///a.md', path: 'a.md', latest: '2026-12' },
      content: bytesOf(text, 'gb18030'),
    });
    assert.deepEqual(problems[0], { kind: 'notUtf8', line: 0, args: ['GB 18030'] });
  });
});
