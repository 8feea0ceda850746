import { katexMacros } from './katexMacros.js';

/**
 * What a formula may hold where TeX runs: the commands that KaTeX and LaTeX (with the AMS's packages)
 * both know, less those that define, read, write, loop, point somewhere or make a space or a rule of
 * any size. A test holds the list against KaTeX.
 */
const latexCommands = `
  AA AE And Bbb Bbbk Big Bigg Biggl Biggm Biggr Bigl Bigm Bigr Box Bumpeq Cap Cup Delta Diamond
  Doteq Downarrow Finv Game Gamma H Huge Im Join LARGE LaTeX Lambda Large Leftarrow
  Leftrightarrow Lleftarrow Longleftarrow Longleftrightarrow Longrightarrow Lsh O OE Omega P Phi
  Pi Pr Psi Re Rightarrow Rrightarrow Rsh S Sigma Subset Supset TeX Theta Uparrow Updownarrow
  Upsilon Vdash Vert Vvdash Xi aa acute ae aleph allowbreak alpha amalg angle approx approxeq
  arccos arcsin arctan arg ast asymp atop backepsilon backprime backsim backsimeq backslash bar
  barwedge because beta beth between bf big bigcap bigcirc bigcup bigg biggl biggm biggr bigl
  bigm bigodot bigoplus bigotimes bigr bigsqcup bigstar bigtriangledown bigtriangleup biguplus
  bigvee bigwedge binom blacklozenge blacksquare blacktriangle blacktriangledown
  blacktriangleleft blacktriangleright bm bmod bold boldsymbol bot bowtie boxdot boxed boxminus
  boxplus boxtimes brace brack breve bullet bumpeq c cal cap cdot cdotp cdots centerdot cfrac
  check checkmark chi choose circ circeq circlearrowleft circlearrowright circledR circledS
  circledast circledcirc circleddash clap clubsuit colon complement cong coprod copyright cos
  cosh cot coth csc cup curlyeqprec curlyeqsucc curlyvee curlywedge curvearrowleft
  curvearrowright dag dagger daleth dashleftarrow dashrightarrow dashv dbinom ddag ddagger
  ddddot dddot ddot ddots deg delta det dfrac diagdown diagup diamond diamondsuit digamma dim
  displaystyle div divideontimes dot doteq doteqdot dotplus dots dotsb dotsc dotsi dotsm dotso
  doublebarwedge doublecap doublecup downarrow downdownarrows downharpoonleft downharpoonright
  ell emph emptyset enskip enspace epsilon eqcirc eqsim eqslantgtr eqslantless equiv eta eth
  exists exp fallingdotseq fbox flat footnotesize forall frac frak frown gamma gcd ge geq geqq
  geqslant gets gg ggg gggtr gimel gnapprox gneq gneqq gnsim grave gtrapprox gtrdot gtreqless
  gtreqqless gtrless gtrsim gvertneqq hat hbar hbox heartsuit hline hom hookleftarrow
  hookrightarrow hphantom hslash huge i iff iiint iint imath impliedby implies in inf infty
  injlim int intercal intop iota it j jmath kappa ker lVert lambda land langle large lbrace
  lbrack lceil ldotp ldots le leadsto leftarrow leftarrowtail leftharpoondown leftharpoonup
  leftleftarrows leftrightarrow leftrightarrows leftrightharpoons leftrightsquigarrow
  leftthreetimes leq leqq leqslant lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim
  lfloor lg lgroup lhd lim liminf limits limsup ll llap llcorner lll llless lmoustache ln
  lnapprox lneq lneqq lnot lnsim log longleftarrow longleftrightarrow longmapsto longrightarrow
  looparrowleft looparrowright lor lozenge lq lrcorner ltimes lvert lvertneqq maltese mapsto
  mathbb mathbf mathbin mathcal mathclose mathellipsis mathfrak mathinner mathit mathnormal
  mathop mathopen mathord mathpunct mathrel mathring mathrm mathsf mathsterling mathstrut mathtt
  max measuredangle medspace mho mid middle min mod models mp mu multimap nLeftarrow
  nLeftrightarrow nRightarrow nVDash nVdash nabla natural ncong ne nearrow neg negmedspace
  negthickspace negthinspace neq newline nexists ngeq ngeqq ngeqslant ngtr ni nleftarrow
  nleftrightarrow nleq nleqq nleqslant nless nmid nobreak nobreakspace nolimits nonumber
  normalsize not notag notin nparallel nprec npreceq nrightarrow nshortmid nshortparallel nsim
  nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq ntriangleleft ntrianglelefteq
  ntriangleright ntrianglerighteq nu nvDash nvdash nwarrow o odot oe oint omega ominus
  operatorname operatornamewithlimits oplus oslash otimes over overbrace overleftarrow
  overleftrightarrow overline overrightarrow overset owns parallel partial perp phantom phi pi
  pitchfork pm pmb pmod pod pounds prec precapprox preccurlyeq preceq precnapprox precneqq
  precnsim precsim prime prod projlim propto psi qquad quad r rVert rangle rbrace rbrack rceil
  restriction rfloor rgroup rhd rho rightarrow rightarrowtail rightharpoondown rightharpoonup
  rightleftarrows rightleftharpoons rightrightarrows rightsquigarrow rightthreetimes
  risingdotseq rlap rm rmoustache rq rtimes rvert scriptscriptstyle scriptsize scriptstyle
  searrow sec setminus sf sharp shortmid shortparallel sigma sim simeq sin sinh small smallfrown
  smallint smallsetminus smallsmile smash smile space spadesuit sphericalangle sqcap sqcup sqrt
  sqsubset sqsubseteq sqsupset sqsupseteq square ss stackrel star subset subseteq subseteqq
  subsetneq subsetneqq substack succ succapprox succcurlyeq succeq succnapprox succneqq succnsim
  succsim sum sup supset supseteq supseteqq supsetneq supsetneqq surd swarrow tag tan tanh tau
  tbinom text textasciicircum textasciitilde textbackslash textbar textbardbl textbf
  textbraceleft textbraceright textcircled textcopyright textdagger textdaggerdbl textdegree
  textdollar textellipsis textemdash textendash textgreater textit textless textmd textnormal
  textquotedblleft textquotedblright textquoteleft textquoteright textregistered textrm textsf
  textsterling textstyle texttt textunderscore textup tfrac th therefore theta thickapprox
  thicksim thickspace thinspace tilde times tiny to top triangle triangledown triangleleft
  trianglelefteq triangleq triangleright trianglerighteq tt twoheadleftarrow twoheadrightarrow u
  ulcorner underbar underbrace underleftarrow underleftrightarrow underline underrightarrow
  underset unlhd unrhd uparrow updownarrow upharpoonleft upharpoonright uplus upsilon upuparrows
  urcorner v vDash varDelta varGamma varLambda varOmega varPhi varPi varPsi varSigma varTheta
  varUpsilon varXi varepsilon varinjlim varkappa varliminf varlimsup varnothing varphi varpi
  varprojlim varpropto varrho varsigma varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq
  vartheta vartriangle vartriangleleft vartriangleright vdash vdots vec vee veebar vert vphantom
  wedge widehat widetilde wp wr xi xleftarrow xrightarrow yen zeta
`;

/** The same from packages that many load: mathtools, mhchem, braket, cancel, stmaryrd and others. */
const packageCommands = `
  R N Z argmax argmin bra ket braket Bra Ket Braket bcancel xcancel cancel ce pu coloneqq
  eqqcolon Coloneqq Eqqcolon vcentcolon dblcolon colonapprox colonsim degree lBrace rBrace
  lparen rparen llbracket rrbracket lt gt mathclap mathllap mathrlap mathscr mathsfit oiint
  oiiint omicron overbracket underbracket plim sdot sout Set set sh ch cth tg ctg arctg arcctg
  cosec cotg widecheck utilde xmapsto xLeftarrow xRightarrow xLeftrightarrow xhookleftarrow
  xhookrightarrow xleftharpoondown xleftharpoonup xrightharpoondown xrightharpoonup
  xleftrightarrow xleftrightharpoons xrightleftharpoons xlongequal xtwoheadleftarrow
  xtwoheadrightarrow weierp notni hdashline overgroup undergroup Alpha Beta Chi Epsilon Eta Iota
  Kappa Mu Nu Omicron Rho Tau Zeta Dagger
`;

/** What KaTeX lacks. */
const beyondKatex = `
  displaylimits idotsint iiiint mbox mathds mathbbm textmu textquotedbl textquotesingle textsc textsl
  texttrademark
`;

/** Shorthands of ours that point somewhere. */
const references = new Set(['\\ref', '\\eqref', '\\cite']);

/** What LaTeX knows with the AMS's packages. Names without their backslash. */
export const amsCommands: ReadonlySet<string> = new Set(latexCommands.trim().split(/\s+/));

/** All that may stand in a formula, likewise. */
export const formulaCommands: ReadonlySet<string> = new Set([
  ...amsCommands,
  ...[packageCommands, beyondKatex].flatMap((names) => names.trim().split(/\s+/)),
  ...Object.keys(katexMacros)
    .filter((name) => !references.has(name))
    .map((name) => name.slice(1)),
  // A backslash before one sign: spaces, accents, signs that would else do something.
  ...Array.from(' !"#$%&\'*,-./:;=>\\^_`{|}~'),
]);

/** Commands whose argument is text, in which dollars begin a formula. */
export const textCommands: ReadonlySet<string> = new Set(
  (
    'emph fbox hbox mbox text textbf textit textmd textnormal textrm textsc textsf textsl texttt ' +
    'textup tag'
  ).split(' '),
);

const oneArgument =
  'acute bar bcancel bm boldsymbol boxed breve cancel ce check ddddot dddot ddot dot ' +
  'fbox grave hat hbox hphantom mathbb mathbbm mathbf mathbin mathcal mathclap mathclose mathds mathfrak ' +
  'mathinner mathit mathllap mathnormal mathop mathopen mathord mathpunct mathrel mathring mathrlap ' +
  'mathrm mathscr mathsf mathsfit mathtt operatorname overbrace overbracket overleftarrow ' +
  'overleftrightarrow overline overrightarrow phantom pmb pmod pod pu smash sqrt substack tilde ' +
  'underbar underbrace underbracket underleftarrow underleftrightarrow underline underrightarrow utilde ' +
  'vec vphantom widecheck widehat widetilde xcancel xleftarrow xrightarrow';
const twoArguments = 'binom cfrac dbinom dfrac frac overset stackrel tbinom tfrac underset';

/** How many arguments a command would take, be it the end of its formula. */
export const argumentCounts: ReadonlyMap<string, number> = new Map([
  ...Array.from(textCommands, (name): [string, number] => [name, 1]),
  ...oneArgument.split(' ').map((name): [string, number] => [name, 1]),
  ...twoArguments.split(' ').map((name): [string, number] => [name, 2]),
]);

/** Environments without columns, in which `&` has nothing to part. */
const plainEnvironments = 'displaymath equation gather gathered math multline subequations';
const columnEnvironments =
  'CD align alignat aligned alignedat array bmatrix Bmatrix cases darray dcases drcases eqnarray ' +
  'flalign matrix pmatrix rcases smallmatrix split subarray vmatrix Vmatrix';

/** Whether each environment has columns; names with their star. */
export const formulaEnvironments: ReadonlyMap<string, boolean> = new Map([
  ...environments(plainEnvironments, false),
  ...environments(columnEnvironments, true),
]);

function environments(names: string, columns: boolean): [string, boolean][] {
  return names.split(' ').flatMap((name): [string, boolean][] => [
    [name, columns],
    [`${name}*`, columns],
  ]);
}
