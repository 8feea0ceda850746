import { Tokenizer } from 'parse5';
import { wellFormed } from '../wellFormed.js';

const blockNames = 'p|div|br|li|ul|ol|tr|table|h[1-6]|section|blockquote|details|summary';
const inlineNames =
  'a|b|i|u|em|strong|span|sub|sup|small|code|td|th|button|svg|img|tt|font|tex-math|inline-formula|jats:[a-z-]{1,20}';
/** Elements that begin on a line of their own. */
const block = new RegExp(`^(?:${blockNames})$`);
/** What only looks like a tag (`a <search> token`, `x <y`): a word or a sign of the text. */
const bareSign = new RegExp(`<(?!/?(?:${blockNames}|${inlineNames})[\\s/>]|!--)`, 'gi');
/** A tag, whole: `a<b` of a formula is none. */
const tag = new RegExp(`</?(?:${blockNames}|${inlineNames})(?:\\s[^<>]*)?/?>`, 'i');
/** One element around a text that needs no decoding, as most cells have it: read without a tokenizer. */
const onlyElement = new RegExp(
  `^\\s*<(${blockNames}|${inlineNames})(?:\\s[^<>]*)?>([^<&]*)</\\1>\\s*$`,
);

/**
 * The text of a piece of HTML as generators and publishers write it: their elements dropped, character
 * references decoded, blocks on lines of their own. Never HTML: decoded text may hold `<` again.
 * Linear, since it is parse5's tokenizer without its tree.
 */
export function htmlContent(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const only = onlyElement.exec(html)?.[2]?.trim();
  if (only !== undefined && !only.includes('\n')) return only;
  let text = '';
  const passOver = ({ tagName }: { readonly tagName: string }): void => {
    if (block.test(tagName)) text += '\n';
  };
  const keep = ({ chars }: { readonly chars: string }): void => {
    text += chars;
  };
  const drop = (): void => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: passOver,
      onEndTag: passOver,
      onCharacter: keep,
      onWhitespaceCharacter: keep,
      onNullCharacter: keep,
      onComment: drop,
      onDoctype: drop,
      onEof: drop,
    },
  );
  tokenizer.write(wellFormed(html).replace(bareSign, '&lt;'), true);
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export function shownText(html: string): string {
  const text = htmlContent(html);
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/**
 * The same of what may be HTML, without blank lines. What holds no tag of HTML is plain text and stays
 * as it is, so that the `<` of formulas does.
 */
export function htmlText(source: string): string {
  return tag.test(source) ? htmlContent(source).replace(/\n{2,}/g, '\n') : source;
}
