/**
 * A table for spreadsheets (RFC 4180: lines end at CR LF, fields with a comma or quote are quoted).
 * @param rows the first names the columns
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/**
 * A spreadsheet would compute what begins like a formula, so that gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection). It begins one too behind what programs trim
 * or do not show, in the wide and small forms of the signs, and behind a semicolon, at which much of
 * Europe's spreadsheets part the cells of a line, quotes or no quotes.
 */
function cell(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const safe = line.replace(formulaStart, "$1'$2");
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What is trimmed, not shown or taken for a quote, then the sign. */
const formulaStart =
  /(^|;)((?:[\s"'“”„‘’«»`\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}|%])*[=+\-@＝＋－＠﹦﹢﹣﹫−⁺₊⁻₋⁼₌])/gu;
