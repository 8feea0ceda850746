import { isLong, rounds } from './rounds.js';

/**
 * Texts of papers that would do something, if TeX, Typst or pandoc ran them: each is a title, a name or an
 * abstract of its own. Files that they would read or write are those of the judge's folder
 * (`secretFile`, `writtenFile`).
 */
export interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** A file that must stay unread, without its ending. */
export const secretFile = 'secret';
/** What begins the name of each file that must not come to be. */
export const writtenFile = 'written';

const reading = `\\input{${secretFile}}`;

/** Commands by what they do; each is tried in every surrounding. */
const acts: Readonly<Record<string, string>> = {
  'reads a file': reading,
  'reads a file without braces': `\\input ${secretFile} `,
  'reads a file by the name below LaTeX': `\\@@input ${secretFile} `,
  'includes a file': `\\include{${secretFile}}`,
  'reads a file line by line': `\\newread\\f\\openin\\f=${secretFile} \\read\\f to\\x \\x`,
  'spells a command by a number': `^^5cinput{${secretFile}}`,
  'spells a command by long numbers': `^^^^005cinput{${secretFile}}`,
  'spells a command with csname': `\\csname input\\endcsname{${secretFile}}`,
  'spells a command with begin': `\\begin{input}{${secretFile}}\\end{input}`,
  'makes a command by let': `\\let\\x\\input\\x{${secretFile}}`,
  'makes a backslash of another sign': `\\catcode\`\\!=0 !input{${secretFile}}`,
  'makes a sign active': `\\catcode\`\\z=13 \\lccode\`\\~=\`\\z\\lowercase{\\def~}{${reading}}z`,
  'rescans its text': `\\scantokens{${reading}}`,
  'opens and writes a file': `\\newwrite\\f\\immediate\\openout\\f=${writtenFile}.tex\\immediate\\write\\f{x}`,
  'writes a file by an environment': `\\begin{filecontents}{${writtenFile}.tex}x\\end{filecontents}`,
  'writes to the auxiliary file': `\\makeatletter\\immediate\\write\\@auxout{\\string\\input{${secretFile}}}`,
  'makes a label': '\\label{written}',
  'runs a program': `\\immediate\\write18{touch ${writtenFile}}`,
  'runs a program by a pipe': `\\input{|"touch ${writtenFile}"}`,
  'runs Lua': `\\directlua{os.execute("touch ${writtenFile}")}`,
  'never ends by a macro': '\\def\\x{\\x}\\x',
  'never ends by a loop': '\\loop\\iftrue\\repeat',
  'grows without end': '\\def\\x{\\x\\x}\\x',
  'grows by doubling': '\\def\\a{xx}\\def\\b{\\a\\a}\\def\\c{\\b\\b}\\edef\\d{\\c\\c}\\d',
  'never ends by columns': '\\begin{array}{*{999999999}{c}}x\\end{array}',
  'changes a command': '\\gdef\\frac{\\href{https://127.0.0.1:9}{x}}\\frac12',
  'makes a command new': `\\renewcommand{\\textbf}[1]{${reading}}\\textbf{x}`,
  'ends the document': '\\end{document}',
  'stops TeX': '\\batchmode\\errmessage{x}\\csname @@end\\endcsname',
  'loads a package': '\\usepackage{shellesc}\\RequirePackage{x}',
  'shows an image': `\\includegraphics{${secretFile}}`,
  'leads somewhere': '\\href{run:/bin/sh}{x}\\url{javascript:x}',
  'writes into the PDF': '\\special{ps:x}\\pdfliteral{x}\\pdfobj file {secret.tex}',
  'takes signs as they are': `\\verb|x|\\begin{verbatim}x\\end{verbatim}`,
  'paints a page': '\\rule{99999pt}{99999pt}\\kern-99999pt\\raisebox{9999pt}{x}',
  'ends groups': '\\egroup\\egroup\\endgroup\\bgroup',
  'sets a file of fonts': `\\font\\x=${secretFile} \\x x`,
};

/** Where a command may stand; `…` is the command. */
const surroundings: Readonly<Record<string, string>> = {
  'in text': 'A … B',
  'in a formula': 'A $…$ B',
  'in a displayed formula': 'A $$…$$ B',
  'in round brackets': 'A \\(…\\) B',
  'in square brackets': 'A \\[…\\] B',
  'in an environment': 'A \\begin{equation}…\\end{equation} B',
  'in columns': 'A \\begin{align}x &= …\\\\ &= y\\end{align} B',
  'in the text of a formula': 'A $\\text{…}$ B',
  'in a formula in that text': 'A $\\text{$…$}$ B',
  'in emphasis': 'A \\emph{…} B',
  'between formulas': 'A $x$…$y$ B',
  'between prices': 'A $5 … $10 B',
  'in an optional argument': 'A $\\sqrt[…]{x}$ B',
  'behind a line break': 'A $x\\\\…$ B',
  'in chemistry': 'A $\\ce{A ->[…] B}$ B',
};

/** Texts that lack a part or have one too many, and other odd ones. */
const odd: Readonly<Record<string, string>> = {
  'closes its field': `}, note = {${reading}}, x = {`,
  'closes its entry': `}}\n@misc{other, title = {${reading}}}`,
  'has a preamble': `@preamble{"${reading}"} @string{x = "y"}`,
  'closes its formula': `$}, note = {${reading}}$`,
  'has a comment': `A % comment\n$x % ${reading}\n$ B`,
  'opens a group': 'A {{{ B $\\{$ $\\}$ {',
  'closes a group': 'A }}} B }',
  'has lone dollars': 'A $ B $$ C $',
  'has an odd dollar in brackets': `\\( a $ ${reading} $ b \\)`,
  'has an environment without end': `$\\begin{matrix} a$ \\begin{align} ${reading}`,
  'has an end without environment': '$a \\end{matrix}$ \\end{align}',
  'has a bracket without end': '$\\left( a$ and $\\right) b$',
  'has arguments missing': '$\\frac$ $\\sqrt$ $\\text$ \\emph \\textbf',
  'has many scripts': `$x${'^a_b'.repeat(200)}$`,
  'has many accents': `$${'\\hat'.repeat(300)} x$`,
  'has many columns': `$\\begin{matrix}${'a&'.repeat(1500)}b\\end{matrix}$`,
  'has many strays': `$${'a&b\\middle|'.repeat(300)}$`,
  'has deep groups': `$${'{'.repeat(900)}x${'}'.repeat(900)}$`,
  'has deep groups in text': `${'{'.repeat(900)}x${'}'.repeat(900)}`,
  'has deep roots': `$${'\\sqrt{'.repeat(600)}x${'}'.repeat(600)}$`,
  'has deep brackets': `$${'\\left('.repeat(300)}x${'\\right)'.repeat(300)}$`,
  'has deep emphasis': `${'\\emph{'.repeat(300)}x${'}'.repeat(300)}`,
  'has many formulas': '$x_1$ '.repeat(rounds(200, 1500)),
  'is long': 'a '.repeat(rounds(1000, 10_000)),
  'is one word': 'a'.repeat(rounds(5000, 20_000)),
  'is all backslashes': '\\'.repeat(rounds(501, 5001)),
  'is all dollars': '$'.repeat(rounds(500, 5000)),
  'is all braces': '{'.repeat(rounds(500, 3000)),
  'is all carets': '^'.repeat(rounds(500, 3000)),
  'ends in a backslash': 'A B\\',
  'ends in a backslash in a formula': 'A $x\\',
  'spells its delimiters': `\\textbackslash(\\textbackslash input\\{${secretFile}\\}\\textbackslash)`,
  'escapes its dollars': `\\$\\textbackslash input\\{${secretFile}\\}\\$`,
  'has joined commands': `\\in{}put{${secretFile}} \\in\u200bput{${secretFile}} \\url{\\in}put`,
  'leaves a command where a link was': `\\hr\\href{a}{}ef{x} \\\\label{}input{${secretFile}} $\\\\label{}input{${secretFile}}$`,
  'is a program in Typst': `$#read("${secretFile}.tex")$ #read("x") @ref <label> = Heading`,
  'is a program in Typst behind backslashes': `$\\\\\\#read("${secretFile}.tex")$ $\\\\#x$ $\\u{23}x$`,
  'is a program in Typst between formulas': `$a\\$b$ #read("${secretFile}.tex") $c\\$d$`,
  'is a raw block': '```{=latex}\n\\input{secret}\n```\n`\\input{secret}`{=latex}',
};

/** In one list: the odd ones, and each command in each surrounding; in the short form in two each. */
export const hostileTex: readonly HostileText[] = [
  ...Object.entries(odd).map(([name, text]) => ({ name, text })),
  ...Object.entries(acts).flatMap(([what, command], row) =>
    Object.entries(surroundings)
      .filter((_, column) => isLong || (column + 2 * row) % 7 === 0)
      .map(([where, text]) => ({
        name: `${what} ${where}`,
        text: text.replace('…', () => command),
      })),
  ),
];
