import { unicodeOf } from './texValue.js';

/** Commands that tell something of an argument that comes first, and is not shown. */
const hiddenArgument =
  /\\(?:href(?:@noop)?|[Ee]print|bibinfo|bibfield|BibitemShut|natexlab|textcolor|color|label|hypertarget|selectlanguage|APACinsertmetastar|APACrefae?b?title|begin|end)\s*(?:\[[^[\]]{0,100}\]\s*)?\{[^{}]{0,600}\}/g;
/** Commands that only set type, with what they are told. */
const setting =
  /\\(?:newblock|BibitemOpen|doibase|urlprefix|protect|penalty-?\d*|hskip[^\\{}]{0,60}?(?:relax|em)|(?:em|it|sl|sc|bf|rm|tt|sf|up|tiny|small|footnotesize|normalsize|(?:it|sl|sc|bf|rm|tt|sf|md|up)(?:shape|series|family))(?![A-Za-z]))(?![A-Za-z@])\s*/g;
/** Of one letter each are accents; `\text…` is read by who reads TeX. */
const namedArgument = /\\(?!text|emph|ensuremath)[A-Za-z@]{2,}\*?\s*(?=\{[^{}])/g;
const command = /\\(?!\$)[A-Za-z@]{2,}\*?\s*|\\[/,;:!]/g;

/** A part of a typeset reference as titles of the library are: in one line, formulas as TeX. */
export function typesetText(tex: string): string {
  const parts = tex.replace(/\u0001+/g, '').split(/(?<!\\)(\$[^$]{1,500}\$)/);
  const plain = parts
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(/\\(?:par|newline|\\)(?![A-Za-z])/g, ' ')
            .replace(/\\(?:urlprefix\s*)?\\?(?:url|path|nolinkurl)\s*\{([^{}]{0,600})\}/g, ' $1')
            .replace(/\\(?:BBA|harvardand)(?![A-Za-z])\s*(?:\{\})?/g, '\\& ')
            .replace(/\\BCB[TL]\s*(?:\{\})?/g, ', ')
            .replace(hiddenArgument, '')
            .replace(setting, '')
            .replace(namedArgument, ''),
    )
    .join('');
  const [first = '', ...rest] = unicodeOf(plain).split(/(?<!\\)(\$[^$]{1,500}\$)/);
  return [first, ...rest]
    .map((part, at) => (at % 2 === 1 ? part : part.replace(command, '')))
    .join('')
    .replace(/\s+([.,;:)])|(\()\s+/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Addresses, DOIs and ids in a reference as they would be read, TeX's marks around them gone. */
export function typesetLinks(tex: string): string {
  return tex
    .replace(/\u0001+/g, '')
    .replace(/\\([_%&#~$])/g, '$1')
    .replace(/\\(?:doibase|urlprefix)\s*/g, 'https://doi.org/')
    .replace(/\\doi\s*\{/g, ' https://doi.org/{')
    .replace(/\\[A-Za-z@]{2,}\*?/g, ' ')
    .replace(/[{}]/g, (sign) => (sign === '{' ? '' : ' '))
    .replace(/~|\\[,;:! ]/g, ' ');
}
