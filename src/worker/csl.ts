import { formatWithStyle } from '../core/citation/csl/formatWithStyle.js';
import chinese from '../core/citation/csl/locale-zh-CN.xml';
import { decode } from './content.js';
import { serve } from './serve.js';

// The engine tells of its inner doubts at length, and what it breaks over it throws as well.
for (const name of ['log', 'info', 'debug', 'warn', 'error'] as const) {
  console[name] = () => undefined;
}

/** Of its own, as the engine is large, needed seldom, and cannot go on once it has broken. */
serve(() => ({
  formatWithStyle: ({ style, papers, options }) =>
    formatWithStyle(decode(style).text, papers, options, (language) =>
      /^zh(?:-CN)?$/.test(language) ? chinese : undefined,
    ),
}));
