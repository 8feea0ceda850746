/**
 * A table for spreadsheets (RFC 4180: lines end at CR LF, fields with a comma or quote are quoted).
 * @param rows the first names the columns
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/**
 * A spreadsheet would compute what begins like a formula, so that gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function cell(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const safe = /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
