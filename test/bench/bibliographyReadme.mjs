import { growthOf, listedGrowthOf, middleOf, restedGrowthOf } from './bibliographyReport.mjs';
import { budgets } from './budgets.mjs';
import { mb, ms, table } from './tables.mjs';

/** The worst window counts. @param {import('./bibliographyWindow.mjs').BibliographyRun} run */
export function bibliographyNumbers({ entries, bytes, windows }) {
  const worst = (
    /** @type {(figures: import('./bibliographyTask.js').BibliographyFigures) => number | undefined} */ get,
  ) => Math.max(...windows.flatMap((figures) => get(figures) ?? []));
  const times = (
    /** @type {'completions' | 'hover' | 'definition'} */ what,
    /** @type {'own' | 'asked'} */ share,
  ) => {
    const { [share]: shown, empty } = middleOf(windows, (figures) => figures[what]);
    return `${ms(shown.p50)}, ${ms(shown.p95)} ms (${ms(empty.p50)}, ${ms(empty.p95)} ms)`;
  };
  const { firstList, completion, lookup, longestBlock, growth } = budgets.bibliography;
  const lookupBudget = `p95 ${lookup} ms`;
  return table(
    ["VS Code's extension host", `${entries} entries, ${mb(bytes)} MB`, 'budget'],
    [
      [
        'from opening a note to the first full list of keys',
        `${ms(worst((f) => f.firstList))} ms`,
        `${firstList} ms`,
      ],
      [
        'completion of a key: p50, p95 (a round trip alone)',
        times('completions', 'asked'),
        `p95 ${completion} ms`,
      ],
      ['hover of a key, without the round trip', times('hover', 'own'), lookupBudget],
      ['definition of a key, without the round trip', times('definition', 'own'), lookupBudget],
      [
        'longest block of its event loop, p99.9',
        `${ms(worst((f) => f.delays.longest))}, ${ms(worst((f) => f.delays.p999))} ms`,
        `${longestBlock} ms`,
      ],
      [
        'growth of the process: first full list, all asked in a row, a minute later',
        `${[listedGrowthOf, growthOf, restedGrowthOf].map((of) => mb(worst(of))).join(', ')} MB`,
        `${mb(growth)} MB`,
      ],
    ],
  );
}
