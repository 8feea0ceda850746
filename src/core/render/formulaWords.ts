/** What the commands of a formula are on one line of text; the signs are in `formulaSymbols.ts`. */

/** Backslash and one sign. */
export const escapedSigns: ReadonlyMap<string, string> = new Map([
  ...[',', ';', ':', '>', ' ', '\\', '\n'].map((sign): [string, string] => [sign, ' ']),
  ['!', ''],
  ['|', '‖'],
]);

/** Accents over one character; over more the base stands alone. */
export const combiningMarks: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['vec', '\u20d7'],
  ['overrightarrow', '\u20d7'],
  ['overleftarrow', '\u20d6'],
  ['overleftrightarrow', '\u20e1'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['breve', '\u0306'],
  ['check', '\u030c'],
  ['widecheck', '\u030c'],
  ['mathring', '\u030a'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['dddot', '\u20db'],
  ['ddddot', '\u20dc'],
  ['utilde', '\u0330'],
  ['underbar', '\u0331'],
]);

function names(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Their argument is all that is seen of them. */
export const contents = names(`
  text textrm textbf textit textsf textsc textsl texttt textmd textup textnormal mathrm mathbf mathit mathsf
  mathsfit mathtt mathnormal mathcal mathbb Bbb mathbbm mathfrak frak mathscr mathds boldsymbol bold bm pmb
  operatorname operatornamewithlimits mbox hbox fbox boxed ensuremath underline underbrace overbrace
  underbracket overbracket undergroup overgroup underleftarrow underrightarrow underleftrightarrow emph
  phantom hphantom vphantom url ce pu mathbin mathrel mathop mathopen mathclose mathord mathpunct mathinner
  llap rlap clap mathllap mathrlap mathclap smash cancel bcancel xcancel sout substack textcircled
`);

/** Fonts without which a letter means something else, and what puts things above and below each other. */
export const tellingContents = names(`
  mathcal mathbb Bbb mathbbm mathfrak frak mathscr mathds underline underbrace overbrace underbracket
  overbracket undergroup overgroup underleftarrow underrightarrow underleftrightarrow phantom hphantom
  vphantom ce pu cancel bcancel xcancel sout substack textcircled
`);

/** Nothing is seen of them. */
export const invisible = names(`
  left right middle big bigl bigm bigr Big Bigl Bigm Bigr bigg biggl biggm biggr Bigg Biggl Biggm Biggr
  displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits Huge huge LARGE Large
  large normalsize small footnotesize scriptsize tiny sixptsize rm bf it sf tt cal nonumber notag label xspace
  relax allowbreak nobreak hline hdashline mathstrut negthinspace negmedspace negthickspace DOTSB DOTSI DOTSX
`);

export const spaces = names(`
  quad qquad enskip enspace thinspace medspace thickspace space nobreakspace newline
`);

/** Signs that need no blank between them and what they open. */
export const opening = names('lVert lvert langle lceil lfloor lbrace lbrack lBrace llbracket lang');

/** Names that are printed upright, each as it is printed. */
export const operators: ReadonlyMap<string, string> = new Map([
  ...[
    ...names(`
      log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan arcctg arctg cosec cotg ctg
      cth ch sh tg th min max inf sup lim arg argmin argmax plim det dim ker hom gcd deg Pr mod poly polylog tr
      rank diag sign sgn
    `),
  ].map((name): [string, string] => [name, name]),
  ['limsup', 'lim sup'],
  ['liminf', 'lim inf'],
  ['varlimsup', 'lim sup'],
  ['varliminf', 'lim inf'],
  ['injlim', 'inj lim'],
  ['varinjlim', 'inj lim'],
  ['projlim', 'proj lim'],
  ['varprojlim', 'proj lim'],
]);

/** Between what stands before and behind them. */
export const infixes: ReadonlyMap<string, string> = new Map([
  ['bmod', ' mod '],
  ['over', '/'],
  ['atop', ' '],
  ['choose', ' choose '],
  ['brace', ' '],
  ['brack', ' '],
]);

/** Before and behind an argument. */
export const brackets = new Map<string, readonly [open: string, close: string]>([
  ['bra', ['⟨', '|']],
  ['Bra', ['⟨', '|']],
  ['ket', ['|', '⟩']],
  ['Ket', ['|', '⟩']],
  ['braket', ['⟨', '⟩']],
  ['Braket', ['⟨', '⟩']],
  ['set', ['{', '}']],
  ['Set', ['{', '}']],
  ['pmod', [' (mod ', ')']],
  ['pod', [' (', ')']],
  ['tag', ['(', ')']],
]);

/** Arrows that are as long as what stands over and under them. */
export const longArrows: ReadonlyMap<string, string> = new Map(
  (
    'xleftarrow=← xrightarrow=→ xleftrightarrow=↔ xLeftarrow=⇐ xRightarrow=⇒ xLeftrightarrow=⇔ xmapsto=↦ ' +
    'xhookleftarrow=↩ xhookrightarrow=↪ xleftharpoonup=↼ xleftharpoondown=↽ xrightharpoonup=⇀ ' +
    'xrightharpoondown=⇁ xleftrightharpoons=⇋ xrightleftharpoons=⇌ xlongequal== xtwoheadleftarrow=↞ ' +
    'xtwoheadrightarrow=↠ xtofrom=⇄ xrightleftarrows=⇄ xrightequilibrium=⇌ xleftequilibrium=⇋'
  )
    .split(' ')
    .map((row): [string, string] => [
      row.slice(0, row.indexOf('=')),
      row.slice(row.indexOf('=') + 1),
    ]),
);

/** Environments whose first argument says how their columns stand. */
export const columnEnvironments = names('array darray subarray alignat alignedat');
