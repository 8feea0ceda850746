/**
 * The URL when it is a plain web address (http or https, with a host, without blanks or quotes),
 * undefined for everything else: `command:`, `javascript:`, `data:`, `file:`, relative paths. The
 * answer still has to be escaped for HTML.
 */
export function webUrl(url: string): string | undefined {
  const trimmed = url.trim();
  return /^https?:\/\/[^\s"'<>\\^`{|}\u0000-\u001f\u007f/?#][^\s"'<>\\^`{|}\u0000-\u001f\u007f]*$/i.test(
    trimmed,
  )
    ? trimmed
    : undefined;
}
