import fc from 'fast-check';
import { decode } from '../../../src/worker/content.js';

/** What a disk, an editor, a merge or a generator with a fault makes of a text. */
export type Damage = (text: string) => string;

const steps = 2 ** 20;
/** A place in a text, as a part of its length: every place as often. Most doubles lie near 0. */
const place = fc.noBias(fc.integer({ min: 0, max: steps - 1 })).map((step) => step / steps);

/** What the formats' own signs are made of, and what editors and disks do to them. */
const signs = fc.constantFrom(
  ...Array.from('"\\{}[]():,|*#<>/-$&\n\r\t 0:v.@%~^_=+`\''),
  ...['\0', '\ufeff', '\u0085', '\u00a0', '\u2028', '\u2029', '\u202e', '\u200b', 'é', '𝕏', '中文'],
  // Halves of a character, alone and two of a kind.
  ...['\ud800', '\udc00', '\udc00\udc00', '\\ud800', '\\udc00\\udc00', '&#xdc00;'],
  ...['\r\n', '\n\n', '```', '---', '-->', '<!--', '<![CDATA[', ']]>', '\\\\\n', '<details>'],
  ...['&amp;', '&#x0;', '&#99999999;', '*anchor', '<<: *x', '? ', '| ', '> ', '1e999', '\\u0000'],
  ...['"id":', '@article{', 'TY  - ', 'ER  - ', 'UR  - ', '<entry>', '</entry>', '<item>', '<td>'],
  ...['2601.10001', 'arXiv:2601.10001v9', 'https://arxiv.org/abs/', 'hep-th/9901001'],
  ...['__proto__', 'constructor', 'null', 'true', '[]', '{}'],
);

function inLines(change: (lines: string[]) => void): Damage {
  return (text) => {
    const lines = text.split('\n');
    change(lines);
    return lines.join('\n');
  };
}

function inBytes(change: (bytes: Buffer) => void): Damage {
  return (text) => {
    const bytes = Buffer.from(text);
    change(bytes);
    return decode(bytes).text;
  };
}

function at(part: number, length: number): number {
  return Math.floor(part * length);
}

/** A part of it is missing: its end, its beginning, or something between. */
const losses: readonly fc.Arbitrary<Damage>[] = [
  place.map(
    (part): Damage =>
      (text) =>
        text.slice(0, at(part, text.length)),
  ),
  place.map(
    (part): Damage =>
      (text) =>
        text.slice(at(part, text.length)),
  ),
  // A piece is lost, or stands twice.
  fc.tuple(place, place, fc.boolean()).map(([from, size, twice]): Damage => (text) => {
    const start = at(from, text.length);
    const end = start + at(size, (text.length - start) / 3);
    return text.slice(0, twice ? end : start) + text.slice(twice ? start : end);
  }),
];

/** Lines stand twice, or elsewhere, or next to the wrong one. */
const disorder: readonly fc.Arbitrary<Damage>[] = [
  fc.tuple(place, fc.integer({ min: 1, max: 4 })).map(([part, count]) =>
    inLines((lines) => {
      const line = at(part, lines.length);
      lines.splice(line, 0, ...lines.slice(line, line + count));
    }),
  ),
  fc.tuple(place, place).map(([from, to]) =>
    inLines((lines) => {
      const [moved = ''] = lines.splice(at(from, lines.length), 1);
      lines.splice(at(to, lines.length), 0, moved);
    }),
  ),
  fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }).map((swaps) =>
    inLines((lines) => {
      for (const [one, other] of swaps) {
        const [first, second] = [at(one, lines.length), at(other, lines.length)];
        [lines[first], lines[second]] = [lines[second] ?? '', lines[first] ?? ''];
      }
    }),
  ),
];

/** Signs stand where they should not, bytes are others. */
const noise: readonly fc.Arbitrary<Damage>[] = [
  fc
    .array(fc.tuple(place, signs, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 8 })
    .map(
      (changes): Damage =>
        (text) =>
          changes.reduce((changed, [part, sign, lost]) => {
            const start = at(part, changed.length);
            return changed.slice(0, start) + sign + changed.slice(start + lost);
          }, text),
    ),
  fc
    .tuple(place, signs, fc.integer({ min: 2, max: 400 }))
    .map(([part, sign, count]): Damage => (text) => {
      const start = at(part, text.length);
      return text.slice(0, start) + sign.repeat(count) + text.slice(start);
    }),
  fc
    .array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 })
    .map((changes) =>
      inBytes((bytes) => {
        for (const [part, byte] of changes) bytes[at(part, bytes.length)] = byte;
      }),
    ),
];

/** The whole is written in another way. */
const manners: readonly fc.Arbitrary<Damage>[] = [
  fc.constantFrom('\r', '\r\n', '\n\n', '\u2028', ' ', '').map(
    (end): Damage =>
      (text) =>
        text.replaceAll('\n', end),
  ),
  fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD').map(
    (form): Damage =>
      (text) =>
        text.normalize(form),
  ),
  fc.constantFrom<Damage>(
    (text) => text.toUpperCase(),
    (text) => `\ufeff${text}`,
  ),
];

/** @param others texts of which a piece may come in, as in a merge */
export function damages(others: readonly string[] = []): fc.Arbitrary<Damage> {
  const spliced = fc
    .tuple(fc.constantFrom('', ...others), place, place)
    .map(([other, from, to]): Damage => (text) => {
      const start = at(from, other.length);
      return text.slice(0, at(to, text.length)) + other.slice(start, start + 3000);
    });
  return fc.oneof(
    ...losses.map((arbitrary) => ({ arbitrary, weight: 3 })),
    ...disorder.map((arbitrary) => ({ arbitrary, weight: 3 })),
    ...noise.map((arbitrary) => ({ arbitrary, weight: 4 })),
    ...manners.map((arbitrary) => ({ arbitrary, weight: 1 })),
    { arbitrary: spliced, weight: others.length === 0 ? 0 : 3 },
  );
}
