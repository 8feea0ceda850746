import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels as rows of red, green and blue, a byte each. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paletteSize = 256;

/**
 * A picture of a window at about half its size: it keeps its 256 most frequent colours, and the rest
 * become the nearest of those, which the eye does not see. Reads the PNG that Chromium writes: 8 bits
 * for each of three colours, not interlaced (https://www.w3.org/TR/png-3/).
 */
export function smallPicture(png: Buffer): Buffer {
  const picture = decode(png);
  const palette = mostFrequentColours(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(picture.width, 0);
  header.writeUInt32BE(picture.height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [...bytesOf(colour)]))),
    chunk('IDAT', deflateSync(indexed(picture, palette), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function decode(png: Buffer): Picture {
  const data: Buffer[] = [];
  let header = png.subarray(0, 0);
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colours, , , interlaced] = header.subarray(8);
  if (depth !== 8 || colours !== 2 || interlaced !== 0) {
    throw new Error('This PNG is not of the kind that Chromium writes.');
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width, height) };
}

/** Undoes the filters of PNG 9.2: each byte was written as its difference to a guess. */
function unfiltered(lines: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * 3;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < 3 ? 0 : pixels[at - 3]!;
      const above = y === 0 ? 0 : pixels[at - stride]!;
      const corner = x < 3 || y === 0 ? 0 : pixels[at - stride - 3]!;
      const guesses = [0, left, above, (left + above) >> 1, nearest(left, above, corner)];
      pixels[at] = lines[y * (stride + 1) + 1 + x]! + guesses[filter!]!;
    }
  }
  return pixels;
}

/** Paeth's predictor, PNG 9.4. */
function nearest(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if (a! <= b! && a! <= c!) return left;
  return b! <= c! ? above : corner;
}

function colourAt({ pixels }: Picture, at: number): number {
  return (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
}

function bytesOf(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function mostFrequentColours(picture: Picture): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < picture.pixels.length; at += 3) {
    const colour = colourAt(picture, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  return colours.slice(0, paletteSize);
}

/** One byte for each pixel, and the filter "none" before each row. */
function indexed(picture: Picture, palette: readonly number[]): Buffer {
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  const indexOf = (colour: number) => {
    const index = indexes.get(colour) ?? nearestIndex(colour, palette);
    indexes.set(colour, index);
    return index;
  };
  const { width, height } = picture;
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const row = Math.floor(pixel / width);
    rows[pixel + row + 1] = indexOf(colourAt(picture, pixel * 3));
  }
  return rows;
}

function nearestIndex(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = bytesOf(colour);
  const distances = palette.map((candidate) => {
    const [r, g, b] = bytesOf(candidate);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
