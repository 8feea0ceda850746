/**
 * Makes the program a child of the bench that has one task: it is told by a message, and answered by
 * one (`runChild` of `children.mjs`).
 */
export function answerTask(measure: (task: never) => unknown): void {
  // A bench that is stopped takes its children along.
  process.once('disconnect', () => process.exit());
  process.once('message', (task) => {
    void Promise.resolve(measure(task as never)).then((figures) => {
      process.send?.(figures, () => process.disconnect());
    });
  });
}

/** Bytes of the process after garbage collection. */
export function memoryNow(): number {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  gc?.();
  return process.memoryUsage.rss();
}
