/**
 * Which call has ended a worker: this one, by what it takes (memory, most likely) or by the time that
 * it takes, or none that is known.
 */
export type Blame = 'died' | 'overdue' | 'none';

/** The worker ended while it owed an answer. */
export class WorkerDied extends Error {
  constructor(
    message: string,
    readonly blame: Blame = 'died',
  ) {
    super(message);
  }
}

/** What was asked, or undefined because the worker died over it or over something else. */
export async function unlessDied<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WorkerDied) return undefined;
    throw error;
  }
}
