/**
 * What the design asks for; a row that misses its budget says so, and that is all that happens.
 * Times are in milliseconds, sizes in bytes.
 */
export const budgets = {
  /** Library ready from cold, as a multiple of the floor measured in the same run. */
  coldRatio: 2,
  activate: 20,
  longestBlock: 16,
  /** Hover and definition on an indexed library, without the round trip through the window. */
  provider: 5,
  /** Growth of the extension host's process. */
  growth: 150e6,
  extensionBundle: 150e3,
};
