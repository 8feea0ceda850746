/** What a person may remember of a paper (`relevance.ts`). */
export const itemKinds = /** @type {const} */ (['title', 'abstract', 'Chinese', 'typo']);
