/** Bundled as text. */
declare module '*.xml' {
  const text: string;
  export { text as default };
}
