import { budgets } from './budgets.mjs';
import { mb, ms, table } from './tables.mjs';

/** @param {readonly import('./formats.js').FormatFigures[]} figures the first is the measure of the others */
export function formatsReport(figures) {
  const speed = (/** @type {import('./formats.js').FormatFigures} */ { bytes, took }) =>
    bytes / 1e3 / took;
  const [first] = figures;
  const measure = first ? speed(first) : NaN;
  const { ratio: least, recognition: most } = budgets.formats;
  const rows = figures.map((figure) => {
    const { name, borrowed, single, sample, bytes, entries, took, recognition } = figure;
    const ratio = speed(figure) / measure;
    const share = (100 * recognition) / (took - recognition);
    return [
      `${name}${borrowed ? ' *' : ''}${single ? ' **' : ''}`,
      mb(sample),
      mb(bytes),
      String(entries),
      ms(took),
      ms(speed(figure)),
      ms((1e3 * took) / entries),
      ratio.toFixed(2),
      ratio >= least ? 'yes' : 'no',
      `${share.toFixed(2)} %`,
      share <= most ? 'yes' : 'no',
    ];
  });
  return [
    `### Formats: a sample of each, read until ${mb(first?.bytes ?? 0)} MB are through`,
    table(
      [
        ...['format', 'sample, MB', 'MB', 'entries', 'ms', 'MB/s', 'µs an entry'],
        ...[`of ${first?.name}'s`, `≥ ${least.toFixed(2)}`, 'recognition', `≤ ${most} %`],
      ],
      rows,
    ),
    'From the text to the entries, recognition by all formats in their order included; its share is ' +
      'that of the rest. * has no sample of its own. ** one paper a file: the file is read again and again.',
  ].join('\n\n');
}
