import { Tokenizer, type TokenHandler } from 'parse5';

/** Elements that begin on a line of their own. */
const blocks = /^(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|blockquote|details|summary)$/;
/** Elements that generators and publishers write; other names in `<>` are words of a text. */
const inline =
  /^(?:a|b|i|u|em|strong|span|sub|sup|small|code|td|th|button|svg|img|jats:.*|tex-math|inline-formula)$/;

/**
 * The text of a piece of HTML: elements dropped, character references decoded, blocks on lines of
 * their own. What only looks like a tag (`a <search> token`, `x <y`) stays as written. Never HTML:
 * decoded text may hold `<` again. Linear, since it is parse5's tokenizer without its tree.
 */
export function htmlContent(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  let text = '';
  let read = 0;
  const passedOver = (token: Parameters<TokenHandler['onEndTag']>[0]): void => {
    const { startOffset = 0, endOffset = 0 } = token.location ?? {};
    if (blocks.test(token.tagName)) text += '\n';
    else if (!inline.test(token.tagName)) text += html.slice(startOffset, endOffset);
    read = endOffset;
  };
  const written = ({ chars, location }: Parameters<TokenHandler['onCharacter']>[0]): void => {
    text += chars;
    read = location?.endOffset ?? read;
  };
  const dropped = ({ location }: Parameters<TokenHandler['onComment']>[0]): void => {
    read = location?.endOffset ?? read;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: passedOver,
      onEndTag: passedOver,
      onCharacter: written,
      onWhitespaceCharacter: written,
      onNullCharacter: written,
      onComment: dropped,
      onDoctype: ({ location }) => (read = location?.endOffset ?? read),
      // What looked like a tag up to the end was none.
      onEof: () => (text += html.slice(read)),
    },
  );
  tokenizer.write(html, true);
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
