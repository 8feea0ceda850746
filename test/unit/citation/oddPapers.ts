import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { paperOf } from './paperOf.js';

/** Titles as digests have them: brackets, formulas, TeX, signs, letters, capitals, lengths. */
const titles = [
  'A Plain Title in a Few Words',
  'Plain: With a Colon, and a Comma',
  'Measuring (Almost) Everything',
  'Dialog[ue]s: A [Second] Look',
  '[Re] An Earlier Result',
  'Cyclic Codes Over the Ring Z2[u,v](u2(1+u),v2(1+v2))',
  'On $\\exists^*\\forall^*$ Sentences',
  'Norms $\\ell_2$ and $\\|x\\|_1$ Compared',
  'The $O(n \\log n)$ Bound for $k$-Paths',
  'Learning $p(y \\mid x)$ in $\\mathbb{R}^d$',
  '\\textsc{LogicMade}: Rules by Hand',
  'On \\emph{Few} Words and \\textbf{Bold} Ones',
  'LLM_annotate: A Tool of Its Own',
  'A* Search and Its Heirs',
  'Cats & Dogs at 100%',
  'LMK > CLS When $n < 5$',
  'Using `code` in Titles',
  'Hán Dān Xué Bù: Walking Anew',
  'Über die ℓ₂-Norm von Größen',
  '大模型的推理: A Survey of Reasoning',
  'First Proof',
  'mRNA and iPS in COVID-19 and GPT-4',
  'Multi-Agent--Multi-Task Learning',
  '“Quoted” and “Quoted Again”',
  "It's ``Quoted'' in TeX",
  'Poincar\\\'e and G\\"odel Revisited',
  'Is This a Question? Yes! And #1',
  'On $α$-Rays, $2β × γ$ and β, 30° | 5 µm',
  'Paths $\\text{in $G$ if $x_1$ is α}$ and $\\mbox{$ρ$-EOS}$',
  "A \\texorpdfstring{$\\kappa$}{kappa}-Measure of {\\DJ}ok\\-ovi{\\'c} and Nguy{\\~{\\^e}}n",
  `A Title of ${'Many Words and '.repeat(14)}an End`,
] as const;

/** Author lists as digests have them: particles, suffixes, initials, one name, teams, TeX, many. */
const authorLists: readonly (readonly string[])[] = [
  ['Ada Example', 'Bo C. Sample'],
  ['Ludwig van den Berg', 'Maria de la Cruz'],
  ['Dan Third, Jr.', 'Eve Fourth III'],
  ['J.-P. Fifth', 'A. B. C. Sixth'],
  ['Linus'],
  ['Dan Fifth, Jr.', 'G.Holgado', 'Ana Da Silva', 'Fabio La Franca'],
  ['Đặng Thị Ngọc Ánh', 'Guðmundur Þór Ðor', 'Ștefan Ţîrnoveanu', 'Ọlá Adéọ́lá'],
  ['The Made-up Collaboration', 'Xiaomi LLM-Core Team'],
  ["Jos\\'e Garc\\'ia", 'Peter St\\"utz'],
  ['Jörg Müller', 'Łukasz Żak', 'Văn An Trân'],
  ['李明', '王小明'],
  Array.from({ length: 60 }, (_, at) => `Author Number${'abcdefghij'[at % 10] ?? ''}`),
];

/** Made up, each with an id and a category; titles and authors meet in turn. */
export const oddPapers: readonly CitedPaper[] = [...titles, ...titles].map((title, at) =>
  paperOf({
    id: `26${String(1 + (at % 9)).padStart(2, '0')}.${String(90_001 + at)}`,
    title,
    authors: authorLists[at % authorLists.length] ?? [],
    category: ['cs.LG', 'math.CO', 'hep-th'][at % 3] ?? 'cs.LG',
  }),
);
