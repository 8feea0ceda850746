import { budgets } from './budgets.mjs';
import { mb, ms, table } from './tables.mjs';

/** @param {import('./formats.js').FormatsFigures} measured the first format is the measure of the others */
export function formatsReport({ formats, samples }) {
  const speed = (/** @type {import('./formats.js').FormatFigures} */ { bytes, indexed }) =>
    bytes / 1e3 / indexed;
  const [first] = formats;
  const measure = first ? speed(first) : NaN;
  const { ratio: least, recognition: most } = budgets.formats;
  const rows = formats.map((figure) => {
    const { name, borrowed, single, sample, bytes, entries, took, recognition, indexed } = figure;
    const ratio = speed(figure) / measure;
    const share = (100 * recognition) / indexed;
    return [
      `${name}${borrowed ? ' *' : ''}${single ? ' **' : ''}`,
      mb(sample),
      mb(bytes),
      String(entries),
      ms(indexed),
      ms(speed(figure)),
      ms((1e3 * indexed) / entries),
      ratio.toFixed(2),
      ratio >= least ? 'yes' : 'no',
      ms(bytes / 1e3 / took),
      `${share.toFixed(2)} %`,
      share <= most ? 'yes' : 'no',
    ];
  });
  return [
    `### Formats: a sample of each, read until ${mb(first?.bytes ?? 0)} MB are through`,
    table(
      [
        ...['format', 'sample, MB', 'MB', 'entries', 'ms', 'MB/s', 'µs an entry'],
        ...[`of ${first?.name}'s`, `≥ ${least.toFixed(2)}`, 'entries alone, MB/s'],
        ...['recognition', `≤ ${most} %`],
      ],
      rows,
    ),
    'From the bytes of a file to what the library knows of it: decoding, recognition by all formats ' +
      'in their order, entries, date, sections and other papers that are named. "Entries alone" is ' +
      'recognition and entries. * has no sample of its own, and reads that of another: its entries ' +
      'alone are its own. ** one paper a file: the file is read again and again.',
    `All ${samples.files} samples as they are, ${mb(samples.bytes)} MB: read in ${ms(samples.indexed)} ms, of which recognition ` +
      `${((100 * samples.recognition) / samples.indexed).toFixed(2)} %, ` +
      `${ms((1e3 * samples.recognition) / samples.files)} µs a file.`,
  ].join('\n\n');
}
