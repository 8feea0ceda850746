/**
 * arXiv's own names of its subject areas, from arxiv-base `arxiv/taxonomy/definitions.py` (also
 * https://arxiv.org/category_taxonomy): the 155 categories in use, the whole archives, and the
 * archives that ended in the 1990s.
 */

/** Archives that take papers today. */
const present: Readonly<Record<string, string>> = {
  'astro-ph': 'Astrophysics',
  'cond-mat': 'Condensed Matter',
  cs: 'Computer Science',
  econ: 'Economics',
  eess: 'Electrical Engineering and Systems Science',
  'gr-qc': 'General Relativity and Quantum Cosmology',
  'hep-ex': 'High Energy Physics - Experiment',
  'hep-lat': 'High Energy Physics - Lattice',
  'hep-ph': 'High Energy Physics - Phenomenology',
  'hep-th': 'High Energy Physics - Theory',
  math: 'Mathematics',
  'math-ph': 'Mathematical Physics',
  nlin: 'Nonlinear Sciences',
  'nucl-ex': 'Nuclear Experiment',
  'nucl-th': 'Nuclear Theory',
  physics: 'Physics',
  'q-bio': 'Quantitative Biology',
  'q-fin': 'Quantitative Finance',
  'quant-ph': 'Quantum Physics',
  stat: 'Statistics',
};

/** Subject classes by archive and by the part after the dot; other archives are their own category. */
const classes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'astro-ph': {
    CO: 'Cosmology and Nongalactic Astrophysics',
    EP: 'Earth and Planetary Astrophysics',
    GA: 'Astrophysics of Galaxies',
    HE: 'High Energy Astrophysical Phenomena',
    IM: 'Instrumentation and Methods for Astrophysics',
    SR: 'Solar and Stellar Astrophysics',
  },
  'cond-mat': {
    'dis-nn': 'Disordered Systems and Neural Networks',
    'mes-hall': 'Mesoscale and Nanoscale Physics',
    'mtrl-sci': 'Materials Science',
    other: 'Other Condensed Matter',
    'quant-gas': 'Quantum Gases',
    soft: 'Soft Condensed Matter',
    'stat-mech': 'Statistical Mechanics',
    'str-el': 'Strongly Correlated Electrons',
    'supr-con': 'Superconductivity',
  },
  cs: {
    AI: 'Artificial Intelligence',
    AR: 'Hardware Architecture',
    CC: 'Computational Complexity',
    CE: 'Computational Engineering, Finance, and Science',
    CG: 'Computational Geometry',
    CL: 'Computation and Language',
    CR: 'Cryptography and Security',
    CV: 'Computer Vision and Pattern Recognition',
    CY: 'Computers and Society',
    DB: 'Databases',
    DC: 'Distributed, Parallel, and Cluster Computing',
    DL: 'Digital Libraries',
    DM: 'Discrete Mathematics',
    DS: 'Data Structures and Algorithms',
    ET: 'Emerging Technologies',
    FL: 'Formal Languages and Automata Theory',
    GL: 'General Literature',
    GR: 'Graphics',
    GT: 'Computer Science and Game Theory',
    HC: 'Human-Computer Interaction',
    IR: 'Information Retrieval',
    IT: 'Information Theory',
    LG: 'Machine Learning',
    LO: 'Logic in Computer Science',
    MA: 'Multiagent Systems',
    MM: 'Multimedia',
    MS: 'Mathematical Software',
    NA: 'Numerical Analysis',
    NE: 'Neural and Evolutionary Computing',
    NI: 'Networking and Internet Architecture',
    OH: 'Other Computer Science',
    OS: 'Operating Systems',
    PF: 'Performance',
    PL: 'Programming Languages',
    RO: 'Robotics',
    SC: 'Symbolic Computation',
    SD: 'Sound',
    SE: 'Software Engineering',
    SI: 'Social and Information Networks',
    SY: 'Systems and Control',
  },
  econ: {
    EM: 'Econometrics',
    GN: 'General Economics',
    TH: 'Theoretical Economics',
  },
  eess: {
    AS: 'Audio and Speech Processing',
    IV: 'Image and Video Processing',
    SP: 'Signal Processing',
    SY: 'Systems and Control',
  },
  math: {
    AC: 'Commutative Algebra',
    AG: 'Algebraic Geometry',
    AP: 'Analysis of PDEs',
    AT: 'Algebraic Topology',
    CA: 'Classical Analysis and ODEs',
    CO: 'Combinatorics',
    CT: 'Category Theory',
    CV: 'Complex Variables',
    DG: 'Differential Geometry',
    DS: 'Dynamical Systems',
    FA: 'Functional Analysis',
    GM: 'General Mathematics',
    GN: 'General Topology',
    GR: 'Group Theory',
    GT: 'Geometric Topology',
    HO: 'History and Overview',
    IT: 'Information Theory',
    KT: 'K-Theory and Homology',
    LO: 'Logic',
    MG: 'Metric Geometry',
    MP: 'Mathematical Physics',
    NA: 'Numerical Analysis',
    NT: 'Number Theory',
    OA: 'Operator Algebras',
    OC: 'Optimization and Control',
    PR: 'Probability',
    QA: 'Quantum Algebra',
    RA: 'Rings and Algebras',
    RT: 'Representation Theory',
    SG: 'Symplectic Geometry',
    SP: 'Spectral Theory',
    ST: 'Statistics Theory',
  },
  nlin: {
    AO: 'Adaptation and Self-Organizing Systems',
    CD: 'Chaotic Dynamics',
    CG: 'Cellular Automata and Lattice Gases',
    PS: 'Pattern Formation and Solitons',
    SI: 'Exactly Solvable and Integrable Systems',
  },
  physics: {
    'acc-ph': 'Accelerator Physics',
    'ao-ph': 'Atmospheric and Oceanic Physics',
    'app-ph': 'Applied Physics',
    'atm-clus': 'Atomic and Molecular Clusters',
    'atom-ph': 'Atomic Physics',
    'bio-ph': 'Biological Physics',
    'chem-ph': 'Chemical Physics',
    'class-ph': 'Classical Physics',
    'comp-ph': 'Computational Physics',
    'data-an': 'Data Analysis, Statistics and Probability',
    'ed-ph': 'Physics Education',
    'flu-dyn': 'Fluid Dynamics',
    'gen-ph': 'General Physics',
    'geo-ph': 'Geophysics',
    'hist-ph': 'History and Philosophy of Physics',
    'ins-det': 'Instrumentation and Detectors',
    'med-ph': 'Medical Physics',
    optics: 'Optics',
    'plasm-ph': 'Plasma Physics',
    'pop-ph': 'Popular Physics',
    'soc-ph': 'Physics and Society',
    'space-ph': 'Space Physics',
  },
  'q-bio': {
    BM: 'Biomolecules',
    CB: 'Cell Behavior',
    GN: 'Genomics',
    MN: 'Molecular Networks',
    NC: 'Neurons and Cognition',
    OT: 'Other Quantitative Biology',
    PE: 'Populations and Evolution',
    QM: 'Quantitative Methods',
    SC: 'Subcellular Processes',
    TO: 'Tissues and Organs',
  },
  'q-fin': {
    CP: 'Computational Finance',
    EC: 'Economics',
    GN: 'General Finance',
    MF: 'Mathematical Finance',
    PM: 'Portfolio Management',
    PR: 'Pricing of Securities',
    RM: 'Risk Management',
    ST: 'Statistical Finance',
    TR: 'Trading and Market Microstructure',
  },
  stat: {
    AP: 'Applications',
    CO: 'Computation',
    ME: 'Methodology',
    ML: 'Machine Learning',
    OT: 'Other Statistics',
    TH: 'Statistics Theory',
  },
};

/** Archives that ended between 1996 and 1999: their name, and the category that took them over. */
const ended: readonly (readonly [archive: string, name: string, successor: string])[] = [
  ['acc-phys', 'Accelerator Physics', 'physics.acc-ph'],
  ['adap-org', 'Adaptation, Noise, and Self-Organizing Systems', 'nlin.AO'],
  ['alg-geom', 'Algebraic Geometry', 'math.AG'],
  ['ao-sci', 'Atmospheric-Oceanic Sciences', 'physics.ao-ph'],
  ['atom-ph', 'Atomic, Molecular and Optical Physics', 'physics.atom-ph'],
  ['bayes-an', 'Bayesian Analysis', 'physics.data-an'],
  ['chao-dyn', 'Chaotic Dynamics', 'nlin.CD'],
  ['chem-ph', 'Chemical Physics', 'physics.chem-ph'],
  ['cmp-lg', 'Computation and Language', 'cs.CL'],
  ['comp-gas', 'Cellular Automata and Lattice Gases', 'nlin.CG'],
  ['dg-ga', 'Differential Geometry', 'math.DG'],
  ['funct-an', 'Functional Analysis', 'math.FA'],
  ['mtrl-th', 'Materials Theory', 'cond-mat.mtrl-sci'],
  ['patt-sol', 'Pattern Formation and Solitons', 'nlin.PS'],
  ['plasm-ph', 'Plasma Physics', 'physics.plasm-ph'],
  ['q-alg', 'Quantum Algebra and Topology', 'math.QA'],
  ['solv-int', 'Exactly Solvable and Integrable Systems', 'nlin.SI'],
  ['supr-con', 'Superconductivity', 'cond-mat.supr-con'],
];

/** Other names of a category, ended archives included, to the one that arXiv prints. */
const canonical: ReadonlyMap<string, string> = new Map([
  ['math.MP', 'math-ph'],
  ['stat.TH', 'math.ST'],
  ['math.IT', 'cs.IT'],
  ['q-fin.EC', 'econ.GN'],
  ['cs.SY', 'eess.SY'],
  ['cs.NA', 'math.NA'],
  ...ended.map(([archive, , successor]): [string, string] => [archive, successor]),
]);

/** Archive to name, the ended ones included. */
export const archiveNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(present),
  ...ended.map(([archive, name]): [string, string] => [archive, name]),
]);

/** Category in use to name: `cs.LG`, `cond-mat.soft`, and archives without classes such as `hep-th`. */
export const categoryNames: ReadonlyMap<string, string> = new Map(
  Object.entries(present).flatMap(([archive, name]): [string, string][] => {
    const parts = Object.entries(classes[archive] ?? {});
    if (parts.length === 0) return [[archive, name]];
    return parts.map(([part, title]) => [`${archive}.${part}`, title]);
  }),
);

/**
 * Archives that may stand before the slash of an old-style id (digest-formats.md 4). econ and eess
 * are younger than the change of March 2007.
 */
export const oldArchives: ReadonlySet<string> = new Set(
  [...archiveNames.keys()].filter((archive) => archive !== 'econ' && archive !== 'eess'),
);

/** English name of a category; of a bare archive (`cs`, `cmp-lg`) the archive's. Case matters. */
export function categoryName(id: string): string | undefined {
  return categoryNames.get(id) ?? archiveNames.get(id);
}

/** English name of an archive: `cs` is Computer Science. */
export function archiveName(archive: string): string | undefined {
  return archiveNames.get(archive);
}

/**
 * The archive that a category belongs to: `cs` for `cs.LG`, `hep-th` for itself, undefined for a
 * generator's free text. A class that is not in the table counts when it has the right shape, as
 * does a new archive with a class of two capitals, so that arXiv's next category needs no release.
 */
export function archiveOf(category: string): string | undefined {
  if (archiveNames.has(category)) return category;
  const [, archive, part] =
    /^([a-z]+(?:-[a-z]+)?)\.([A-Z]{2}|[a-z]+(?:-[a-z]+)*)$/.exec(category) ?? [];
  if (archive === undefined || part === undefined) return undefined;
  return archiveNames.has(archive) || /^[A-Z]/.test(part) ? archive : undefined;
}

/** Whether a text names an arXiv category or archive, known or of the right shape (`archiveOf`). */
export function isArxivCategory(text: string): boolean {
  return archiveOf(text) !== undefined;
}

/**
 * The one name for a category that has two (`cs.SY` is `eess.SY`), and the category that took over
 * an ended archive (`cmp-lg` is `cs.CL`); anything else as it is.
 */
export function canonicalCategory(id: string): string {
  return canonical.get(id) ?? id;
}
