import { wellFormed } from './wellFormed.js';

/**
 * Addresses of a paper. `id` is an arXiv id without version, new or old style (`2510.06174`,
 * `hep-th/9901001`); nothing in it needs escaping in a URL.
 */

/** The abstract page, of the newest version unless one is given. */
export function absUrl(id: string, version?: number): string {
  return `https://arxiv.org/abs/${versioned(id, version)}`;
}

/** The PDF, of the newest version unless one is given. */
export function pdfUrl(id: string, version?: number): string {
  return `https://arxiv.org/pdf/${versioned(id, version)}`;
}

/**
 * The resolver's address of a DOI without prefix (`10.1000/182`). Characters that are special in
 * URLs or in Markdown links are percent-encoded, as https://www.doi.org/doi_handbook asks.
 */
export function doiUrl(doi: string): string {
  const encoded = encodeURIComponent(wellFormed(doi))
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `https://doi.org/${encoded}`;
}

/** `2510.06174v2`, or the bare id when there is no version. */
export function versioned(id: string, version?: number): string {
  return version === undefined ? id : `${id}v${version}`;
}

/** The DOI that arXiv registers for every paper (https://info.arxiv.org/help/doi.html); it names no version. */
export function arxivDoi(id: string): string {
  return `10.48550/arXiv.${id}`;
}
