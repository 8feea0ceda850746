/** A way to write text as bytes that is no Unicode. */
export interface Encoding {
  /** Of the Encoding Standard, for `TextDecoder`: https://encoding.spec.whatwg.org/#names-and-labels */
  readonly label: string;
  /** As VS Code's setting `files.encoding` names it. */
  readonly id: string;
  /** As people know it, and most programs. */
  readonly name: string;
}

/**
 * One row each: label, id, name, and what inputenc, TeXShop, JabRef (Java) and others call it, in lower
 * case and without `-`, `_`, `.` and blanks. Latin-1 is read as Windows-1252, which has all of it.
 */
const rows: readonly (readonly [
  label: string,
  id: string,
  name: string,
  others: readonly string[],
])[] = [
  [
    'windows-1252',
    'windows1252',
    'Windows-1252',
    ['latin1', 'iso88591', 'isolatin', 'isolatin1', 'ansinew', 'cp1252'],
  ],
  ['windows-1250', 'windows1250', 'Windows-1250', ['cp1250']],
  ['windows-1251', 'windows1251', 'Windows-1251', ['cp1251']],
  ['windows-1253', 'windows1253', 'Windows-1253', ['cp1253']],
  ['windows-1254', 'windows1254', 'Windows-1254', ['cp1254', 'latin5', 'iso88599', 'isolatin5']],
  ['windows-1257', 'windows1257', 'Windows-1257', ['cp1257']],
  ['windows-1258', 'windows1258', 'Windows-1258', ['cp1258']],
  ['iso-8859-2', 'iso88592', 'ISO 8859-2', ['latin2', 'isolatin2']],
  ['iso-8859-3', 'iso88593', 'ISO 8859-3', ['latin3']],
  ['iso-8859-4', 'iso88594', 'ISO 8859-4', ['latin4']],
  ['iso-8859-5', 'iso88595', 'ISO 8859-5', []],
  ['iso-8859-7', 'iso88597', 'ISO 8859-7', []],
  ['iso-8859-15', 'iso885915', 'ISO 8859-15', ['latin9', 'isolatin9']],
  ['iso-8859-16', 'iso885916', 'ISO 8859-16', ['latin10']],
  ['koi8-r', 'koi8r', 'KOI8-R', []],
  ['koi8-u', 'koi8u', 'KOI8-U', []],
  ['ibm866', 'cp866', 'CP 866', []],
  ['macintosh', 'macroman', 'Mac Roman', ['applemac', 'macosroman', 'xmacroman']],
  ['gb18030', 'gb18030', 'GB 18030', ['gbk', 'gb2312', 'cp936', 'ms936', 'euccn']],
  ['big5', 'big5hkscs', 'Big5', ['big5', 'cp950', 'ms950']],
  ['shift_jis', 'shiftjis', 'Shift JIS', ['sjis', 'cp932', 'ms932', 'windows31j']],
  ['euc-jp', 'eucjp', 'EUC-JP', []],
  ['euc-kr', 'euckr', 'EUC-KR', ['cp949', 'ms949']],
];

const byName: ReadonlyMap<string, Encoding> = new Map(
  rows.flatMap(([label, id, name, others]) =>
    [plain(label), id, plain(name), ...others].map((key) => [key, { label, id, name }] as const),
  ),
);

/** The encoding of a name, however it is written; undefined for UTF-8 and for what nobody decodes. */
export function encodingNamed(name: string): Encoding | undefined {
  return byName.get(plain(name));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, '');
}

/** inputenc, TeX's magic comments, JabRef's first line, and KBibTeX's comment. */
const declarations: readonly RegExp[] = [
  /^[^%\r\n]{0,200}\\usepackage\s{0,9}\[([\w-]{1,40})\]\s{0,9}\{inputenc\}/im,
  /^%\s{0,9}!\s{0,9}(?:bib|tex|biber)\s{1,9}encoding\s{0,9}=\s{0,9}([\w. -]{1,40})/im,
  /^%\s{0,9}encoding\s{0,9}:\s{0,9}([\w. -]{1,40})/im,
  /^@comment\s{0,9}\{\s{0,9}x-kbibtex-encoding\s{0,9}=\s{0,9}([\w. -]{1,40})/im,
];

/** Where a declaration stands. */
const headLength = 8192;

/**
 * The encoding that a text says it is in.
 * @param text whatever it was decoded as: a declaration has letters of ASCII alone
 */
export function declaredEncoding(text: string): Encoding | undefined {
  const head = text.slice(0, headLength);
  for (const declaration of declarations) {
    const name = declaration.exec(head)?.[1];
    const encoding = name === undefined ? undefined : encodingNamed(name);
    if (encoding) return encoding;
  }
  return undefined;
}
