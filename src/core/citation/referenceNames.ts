import { familyName, type PersonName } from './personName.js';

const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** `J.-P.`, `A. B.`; `J-P` and `A B` without dots. */
function initials(first: string, dot: string): string {
  return first
    .split(/[\s.]+/)
    .map((word) =>
      word
        .split(/[-‐]/)
        .filter((part) => part !== '')
        .map((part) => `${Array.from(part)[0] ?? ''}${dot}`)
        .join('-'),
    )
    .filter((letters) => letters !== '')
    .join(' ');
}

function joined(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}

/** `van den Oord, A., Jr.` */
export function familyInitials(name: PersonName): string {
  return joined(', ', familyName(name), initials(name.first, '.'), name.suffix);
}

/** `A. van den Oord Jr.` */
export function initialsFamily(name: PersonName): string {
  return joined(' ', initials(name.first, '.'), familyName(name), name.suffix);
}

/** `van den Oord, Aäron, Jr.` */
export function familyFirst(name: PersonName): string {
  return joined(', ', familyName(name), name.first, name.suffix);
}

/** `Aäron van den Oord Jr.` */
export function firstFamily(name: PersonName): string {
  return joined(' ', name.first, familyName(name), name.suffix);
}

/** `VAN DEN OORD A`, as GB/T 7714 has it (`DES MARAIS D J`); a team or a Chinese name as it is. */
export function capitalFamily(name: PersonName): string {
  if (name.corporate || cjk.test(name.last)) return joined(' ', name.last, name.first);
  const given = joined(' ', initials(name.first, ''), name.suffix.replace('.', ''));
  return joined(' ', familyName(name).toUpperCase(), given);
}

/** The first author's script decides, as GB/T 7714 has it. */
export function isChinese([first]: readonly PersonName[]): boolean {
  return first !== undefined && cjk.test(first.last);
}

export interface ListStyle {
  /** Between two names of exactly two, and before the last of more. */
  readonly two: string;
  readonly last: string;
  /** Longer lists are cut off behind so many names. */
  readonly most: number;
  readonly kept: number;
  readonly etAl: string;
  /** Of a list that is cut off, the last name is there as well, behind an ellipsis. */
  readonly endsWithLast?: boolean;
}

/** @param others the list is not complete to begin with */
export function nameList(names: readonly string[], others: boolean, style: ListStyle): string {
  const cut = names.length > style.most;
  const shown = cut ? names.slice(0, style.kept) : names;
  const [final = ''] = names.slice(-1);
  if (cut && style.endsWithLast === true) return `${shown.join(', ')}, … ${final}`;
  if (cut || (others && shown.length > 0)) return `${shown.join(', ')}${style.etAl}`;
  if (shown.length < 2) return shown.join('');
  return shown.slice(0, -1).join(', ') + (shown.length === 2 ? style.two : style.last) + final;
}
