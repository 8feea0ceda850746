import { Tokenizer } from 'htmlparser2';

/** A tag of HTML, whole: `a<b` of a formula is none. */
const htmlTag =
  /<\/?(?:p|br|b|i|em|strong|sub|sup|tt|code|span|div|a|ul|ol|li|font|h[1-6])(?:\s[^<>]*)?\/?>/i;
const block = /^(?:p|br|div|ul|ol|li|h[1-6])$/i;

/**
 * The text of what may be HTML: that between its tags, with character references replaced and a new
 * line for each paragraph. What holds no tag of HTML is plain text and stays, so that the `<` of
 * formulas does.
 */
export function htmlText(source: string): string {
  if (!htmlTag.test(source)) return source;
  let text = '';
  const newLine = (start: number, end: number): void => {
    if (block.test(source.slice(start, end))) text += '\n';
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => (text += source.slice(start, end)),
      ontextentity: (codepoint) => (text += String.fromCodePoint(codepoint)),
      oncdata: nothing,
      onopentagname: newLine,
      onclosetag: newLine,
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return text.replace(/\n{2,}/g, '\n').trim();
}
