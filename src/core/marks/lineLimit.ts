/** Shorter lines are read at once, whatever they hold. */
const shortLine = 16 * 1024;
/** A paper of so many tags is no work of people's. */
const mostMembers = 4000;

/**
 * Whether a line may be read: thousands of brackets or members would hold everything else up. Looks at
 * each sign of a long line once.
 */
export function isReadable(line: string): boolean {
  if (line.length <= shortLine) return true;
  let members = 0;
  let isText = false;
  for (let at = 0; at < line.length && members <= mostMembers; at++) {
    const sign = line.charCodeAt(at);
    if (sign === quote) isText = !isText;
    else if (isText && sign === backslash) at++;
    else if (!isText && (sign === comma || sign === bracket || sign === brace)) members++;
  }
  return members <= mostMembers;
}

const [quote, backslash, comma, bracket, brace] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];
