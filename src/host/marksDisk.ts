/** Where a file of marks lies; what fails throws, and what is no place for marks throws MarksRefusal. */
export interface MarksDisk {
  /** Changes whenever the file does; undefined while there is none. */
  fingerprint(): Promise<string | undefined>;
  /** Undefined when there is no such file. */
  read(): Promise<Uint8Array | undefined>;
  /**
   * The whole file at once: whoever reads sees the old one or the new one.
   * @param expected the fingerprint of the file that is to be replaced
   * @returns the fingerprint of what was written; undefined, and nothing is written, when the file is
   *   another by now
   */
  replace(pieces: readonly Uint8Array[], expected: string | undefined): Promise<string | undefined>;
  /**
   * While something is done, no other window writes the file. It is done once more where another
   * window took this one for dead, and nothing was written.
   */
  alone<T>(act: () => Promise<T>): Promise<T>;
  /** Writes a file of this name beside, unless there is one. */
  addBeside(name: string, text: string): Promise<void>;
  /** Takes away what windows that were killed have left beside. */
  sweep(): Promise<void>;
}
