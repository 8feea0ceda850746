import katex from 'katex';

/**
 * What TeX would run of a text, by a reading of its own: it shares no line with what writes entries.
 * Names are those that KaTeX knows and a few of text, less all that act.
 */
const acting = new Set(
  (
    'def edef gdef xdef let futurelet global long expandafter noexpand relax csname endcsname char verb ' +
    'newcommand renewcommand providecommand message errmessage show begingroup endgroup bgroup egroup ' +
    'href url includegraphics htmlClass htmlData htmlId htmlStyle rule raisebox kern mkern hskip mskip ' +
    'label ref cite input include write openout'
  ).split(' '),
);
const ofText = new Set(
  (
    'mbox textsc textsl textsuperscript textsubscript ensuremath footnote em it bf tt sc rm sf sl emph ' +
    'textquotedbl texttrademark copyright LaTeXe BibTeX slash protect xspace quad qquad dag ddag pounds ' +
    'begin end ss ae AE oe OE o O aa AA l L i j dj DJ dh DH th TH ng NG H c k b d r u v t'
  ).split(' '),
);
const known = new Map<string, boolean>();

function isHarmless(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const answer = !acting.has(name) && (ofText.has(name) || isOfKatex(name));
  known.set(name, answer);
  return answer;
}

function isOfKatex(name: string): boolean {
  const settings = { strict: 'ignore', output: 'mathml', displayMode: true } as const;
  return [`\\${name}`, `\\text{\\${name}}`].some((tex) => {
    try {
      katex.renderToString(tex, settings);
      return true;
    } catch (error) {
      return !String(error).includes('Undefined control sequence');
    }
  });
}

/** Environments that are formulas. */
const environment =
  /^(?:equation|align|alignat|aligned|alignedat|flalign|gather|gathered|multline|eqnarray|displaymath|math|d?cases|[dr]{0,2}cases|d?array|subarray|split|[pbBvV]?matrix|smallmatrix|subequations|CD)\*?$/;

/** A group of one letter, which BibTeX takes for one: its `\relax` has nothing to act on. */
const oneLetter = /\{\\relax (?![A-Za-z])\p{L}\p{M}*\}/gu;

/**
 * @param field TeX: a field of an entry, or what stands in dollars
 * @returns what is wrong with it, undefined when it is harmless
 */
export function texFault(field: string, startsInMath = false): string | undefined {
  const text = field.replace(oneLetter, '');
  let depth = 0;
  let columns = 0;
  let inMath = startsInMath;
  for (const { 0: token, 1: begun, 2: ended } of text.matchAll(
    /\\begin ?\{([^{}]*)\}|\\end ?\{([^{}]*)\}|\\[A-Za-z@]+|\\[^]|\^\^|[^]/gu,
  )) {
    const name = begun ?? ended;
    if (name !== undefined) {
      if (!environment.test(name)) return `environment ${name}`;
      columns += begun === undefined ? -1 : 1;
    } else if (/^\\[A-Za-z@]/.test(token)) {
      if (!isHarmless(token.slice(1))) return `command ${token}`;
      // In a formula, an argument of text is text.
    } else if (token === '\\' || /^\\[^\x21-\x7e ]/u.test(token)) return 'lone backslash';
    else if (token === '\\@') return 'name of TeX';
    else if (token === '{') depth++;
    else if (token === '}' && --depth < 0) return 'brace too many';
    else if (token === '$' || token === '\\(' || token === '\\)') inMath = !inMath;
    else if (/^(?:%|#|\^\^)$/.test(token)) return `raw ${token}`;
    else if (token === '&' && columns === 0) return 'raw &';
    else if (/^[\^_]$/.test(token) && !inMath && columns === 0 && !/\\\[/.test(text)) {
      return `raw ${token} in text`;
    } else if (/\p{Cc}/u.test(token)) return 'control character';
    if (depth > 60) return 'too deep';
  }
  if (depth !== 0) return 'brace missing';
  if (columns !== 0) return 'environment without end';
  return inMath === startsInMath ? undefined : 'dollar missing';
}

/**
 * What pandoc would hand on to TeX of a Markdown text: formulas, and commands that no backslash escapes.
 * @returns what is wrong with it
 */
export function markdownFault(text: string): string | undefined {
  for (const paragraph of text.split(/\n\s*\n/)) {
    const fault = paragraphFault(paragraph);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function paragraphFault(text: string): string | undefined {
  let formula = '';
  let end = '';
  let depth = 0;
  for (const { 0: token } of text.matchAll(/\\[^]|\$\$|[^]/gu)) {
    if (end === '') {
      if (token.startsWith('$')) end = token;
      else if (/^\\[A-Za-z]/.test(token)) return `command ${token}`;
    } else if (depth <= 0 && token.startsWith(end)) {
      const fault = texFault(formula.replace(/\s/g, ' '), true);
      if (fault !== undefined) return `${fault} in $${formula.slice(0, 60)}$`;
      // The second of two dollars begins the next one.
      end = token === end ? '' : '$';
      formula = '';
      depth = 0;
    } else {
      depth += token === '{' ? 1 : token === '}' ? -1 : 0;
      formula += token;
    }
  }
  return undefined;
}

/**
 * What Hayagriva makes of a formattable text, by its reader: dollars part formulas, which Typst runs, and a
 * backslash goes before `\\`, braces and dollars
 * (https://github.com/typst/hayagriva/blob/main/src/types/strings.rs).
 */
export function hayagrivaFault(text: string): string | undefined {
  let formula: string | undefined;
  let depth = 0;
  for (const { 0: token } of text.matchAll(/\\[\\{}$]|[^]/gu)) {
    if (token === '$') {
      if (formula?.includes('#') === true) return `program in ${formula.slice(0, 60)}`;
      formula = formula === undefined ? '' : undefined;
    } else if (formula !== undefined) formula += token.length === 2 ? token.slice(1) : token;
    else if (token === '{') depth++;
    else if (token === '}' && --depth < 0) return 'brace too many';
  }
  return formula === undefined ? undefined : 'dollar missing';
}
