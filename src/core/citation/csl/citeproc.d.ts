/** What is used here of citeproc-js (https://citeproc-js.readthedocs.io). */
declare module 'citeproc' {
  /** An element as the engine takes it in place of XML. */
  interface XmlNode {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (XmlNode | string)[];
  }

  interface Sys {
    /** Is asked for English and for the style's language, more than once. */
    retrieveLocale(language: string): XmlNode;
    retrieveItem(id: string): object;
  }

  interface Engine {
    setOutputFormat(format: 'html'): void;
    /** Sets the works and their order. */
    updateItems(ids: readonly string[]): void;
    /** Entries in HTML, each with the ids of its works. */
    makeBibliography(): false | [{ readonly entry_ids: readonly (readonly string[])[] }, string[]];
  }

  const CSL: {
    /** Throws strings too. It changes the style that it is given. */
    readonly Engine: new (sys: Sys, style: XmlNode) => Engine;
  };
  export = CSL;
}
