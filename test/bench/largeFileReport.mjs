import { budgets } from './budgets.mjs';
import { wanted } from './largeMetadata.mjs';
import { mb, ms, table, verdict } from './tables.mjs';

/** @typedef {{ size: number } & import('./largeFile.js').LargeFileFigures} LargeFile */

/** @param {readonly LargeFile[]} files the smallest first */
export function largeFileReport(files) {
  const rows = files.map(({ size, papers, parts, took, floor, longestPart, ...rest }) => [
    mb(size),
    String(papers),
    String(parts),
    (took / 1000).toFixed(1),
    (took / floor).toFixed(1),
    ms(longestPart),
    mb(rest.reading),
    ...verdict(rest.reading, budgets.large.reading, mb),
    mb(rest.kept),
    ms(rest.longestTake),
    ...verdict(rest.longestTake, budgets.large.longestTake, ms),
  ]);
  return [
    `### A file of arXiv's metadata, read for ${wanted.join(' and ')}`,
    table(
      [
        ...['MB', 'papers', 'parts', 's', 'of the floor', 'longest part, ms'],
        ...['growth while reading, MB', 'budget', 'holds', 'with all papers kept, MB'],
        ...['library, longest, ms', 'budget', 'holds'],
      ],
      rows,
    ),
    'The floor reads the bytes and finds their lines. Each part is let go before the next is read; ' +
      'then all are read again and kept in a library, in the same process.',
  ].join('\n\n');
}
