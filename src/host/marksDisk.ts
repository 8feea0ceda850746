/** Where a file of marks lies; what fails throws. */
export interface MarksDisk {
  /** Changes whenever the file does; undefined while there is none. */
  fingerprint(): Promise<string | undefined>;
  /** Undefined when there is no such file. */
  read(): Promise<Uint8Array | undefined>;
  /**
   * The whole file at once: whoever reads sees the old one or the new one.
   * @returns the fingerprint of what was written
   */
  replace(content: Uint8Array): Promise<string | undefined>;
  /** While something is done, no other window writes the file. */
  alone<T>(act: () => Promise<T>): Promise<T>;
  /** Writes a file of this name beside, unless there is one. */
  addBeside(name: string, text: string): Promise<void>;
}
