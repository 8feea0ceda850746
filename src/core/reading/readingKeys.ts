/** What the page of a list does itself when a command tells it to. */
export type ReadingMove =
  'next' | 'previous' | 'nextUnread' | 'pageDown' | 'pageUp' | 'filter' | 'keys';

/**
 * The keys of the reader, in the order in which they are explained: the default keys of VS Code's
 * commands, declared in package.json as well (a test compares the two). The page handles none of them
 * itself, so that whoever binds them anew finds them nowhere else.
 */
export const readingKeys = [
  { command: 'preprint.readerNext', keys: ['j'] },
  { command: 'preprint.readerPrevious', keys: ['k'] },
  { command: 'preprint.readerNextUnread', keys: ['x'] },
  { command: 'preprint.readerPageDown', keys: ['space'] },
  { command: 'preprint.readerPageUp', keys: ['shift+space'] },
  { command: 'preprint.readerFilter', keys: ['/'] },
  { command: 'preprint.readerStar', keys: ['s'] },
  { command: 'preprint.readerMute', keys: ['m'] },
  { command: 'preprint.readerMarkUnread', keys: ['u'] },
  { command: 'preprint.readerMarkRead', keys: ['r'] },
  { command: 'preprint.readerUndoMark', keys: ['z'] },
  { command: 'preprint.readerCite', keys: ['c'] },
  { command: 'preprint.readerNote', keys: ['n'] },
  { command: 'preprint.readerOnArxiv', keys: ['o'] },
  { command: 'preprint.readerPdf', keys: ['p'] },
  { command: 'preprint.readerKeys', keys: ['shift+/'] },
] as const satisfies readonly { readonly command: string; readonly keys: readonly string[] }[];

export type ReadingCommand = (typeof readingKeys)[number]['command'];
