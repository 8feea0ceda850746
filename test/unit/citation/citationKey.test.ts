import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { arxivStopWords } from '../../../src/core/citation/arxivStopWords.js';
import {
  citationKey,
  keyStyleNames,
  type KeyStyle,
} from '../../../src/core/citation/citationKey.js';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { parseKeyTemplate } from '../../../src/core/citation/keyTemplate.js';
import { unicodeLetters } from '../../../src/core/citation/keyParts.js';
import { latinLetters } from '../../../src/core/citation/latinLetters.js';
import { attention, paperOf } from './paperOf.js';

/** citations.md 1: computed by arXiv's own function from the last name of the first author. */
const arxivVectors: readonly (readonly [string, number, string, string])[] = [
  ['Vaswani', 2023, 'Attention Is All You Need', 'vaswani2023attentionneed'],
  [
    'Brown',
    2020,
    'Language Models are Few-Shot Learners',
    'brown2020languagemodelsfewshotlearners',
  ],
  [
    'van den Oord',
    2016,
    'WaveNet: A Generative Model for Raw Audio',
    'vandenoord2016wavenetgenerativemodelraw',
  ],
  [
    "O'Dea",
    2012,
    'A Model For Polarised Microwave Foreground Emission From Interstellar Dust',
    'odea2012modelpolarisedmicrowaveforeground',
  ],
  [
    'Müller',
    2024,
    'Über $\\ell_2$-regularization: A Survey',
    'müller2024überell2regularizationsurvey',
  ],
  ['李', 2025, '基于大模型的推理', '李2025基于大模型的推理'],
  [
    'DeepSeek-AI',
    2025,
    'DeepSeek-R1: Incentivizing Reasoning Capability in LLMs via Reinforcement Learning',
    'deepseekai2025deepseekr1incentivizingreasoningcapability',
  ],
  ['Smith', 2026, 'The System, All: What, and Why?', 'smith2026systemallwhatwhy'],
];

describe('keys in arXiv style', () => {
  for (const [author, year, title, key] of arxivVectors) {
    it(`gives ${key}`, () => {
      assert.equal(citationKey(paperOf({ authors: [author], year, title }), 'arxiv'), key);
    });
  }

  it('leaves out the 317 words that arXiv leaves out', () => {
    assert.equal(arxivStopWords.size, 317);
    for (const word of ['fify', 'amoungst', 'thickv', 'system', 'twelve']) {
      assert.ok(arxivStopWords.has(word), word);
    }
    for (const word of ['using', 'computer', '']) assert.ok(!arxivStopWords.has(word), word);
  });

  // The key names that arXiv's author parser finds in full names.
  for (const [author, name] of [
    ['Ashish Vaswani', 'vaswani'],
    ['Aaron van den Oord', 'oord'],
    ['Luc Van Gool', 'vangool'],
    ['Lonneke van der Plas', 'vanderplas'],
    ['Maria Garcia de la Banda', 'delabanda'],
    ['Martin Luther King Jr.', 'king'],
    ['J.R.R.Tolkien', 'tolkien'],
    ['Xiaomi LLM-Core Team', 'coreteam'],
    ['Gemini Team', 'geminiteam'],
    ['ATLAS Collaboration', 'atlascollaboration'],
    ['Peter St\\"utz', 'stütz'],
    ['Peter St\\ütz', 'stütz'],
    ['Linus', 'linus'],
  ] as const) {
    it(`takes ${name} from ${author}`, () => {
      const paper = paperOf({ authors: [author, 'Second Author'], year: 2026, title: 'Words' });
      assert.equal(citationKey(paper, 'arxiv'), `${name}2026words`);
    });
  }
});

describe('keys in other styles', () => {
  const cases: readonly (readonly [KeyStyle, Parameters<typeof paperOf>[0], string])[] = [
    ['betterBibtex', attention, 'vaswaniAttentionAllYou2017'],
    [
      'betterBibtex',
      {
        id: '1810.04805',
        authors: ['Jacob Devlin'],
        title: 'BERT: Pre-training of Deep Bidirectional Transformers',
      },
      'devlinBERTPretrainingDeep2018',
    ],
    [
      'betterBibtex',
      { id: '2501.12948', authors: ['DeepSeek-AI'], title: 'DeepSeek-R1: Incentivizing Reasoning' },
      'deepseek-aiDeepSeekR1IncentivizingReasoning2025',
    ],
    [
      'betterBibtex',
      { id: '1609.03499', authors: ['Aäron van den Oord'], title: 'WaveNet: A Generative Model' },
      'vandenoordWaveNetGenerativeModel2016',
    ],
    [
      'betterBibtex',
      { id: '2401.00001', authors: ['Łukasz Müller'], title: '$\\mu$-FlowNet: naïve flows' },
      'mullerMuFlowNetNaiveFlows2024',
    ],
    [
      'betterBibtex',
      { id: '2401.00001', authors: ['李明'], title: '基于大模型的推理' },
      '李明基于大模型的推理2024',
    ],
    ['scholar', attention, 'vaswani2017attention'],
    [
      'scholar',
      { id: '2003.08271', authors: ['Xipeng Qiu'], title: 'Pre-trained Models for NLP' },
      'qiu2020pre',
    ],
    [
      'scholar',
      { id: '2108.07258', authors: ['Rishi Bommasani'], title: 'On the Opportunities and Risks' },
      'bommasani2021opportunities',
    ],
    ['scholar', { authors: ['Qwen Team'], year: 2025, title: 'And then' }, 'qwenteam2025then'],
    ['jabref', attention, 'Vaswani2017'],
    ['jabref', { id: '1609.03499', authors: ['Aäron van den Oord'], title: 'WaveNet' }, 'Oord2016'],
    ['jabref', { id: '2401.00001', authors: ["Conor O'Dea"] }, 'ODea2024'],
    ['jabref', { id: '2501.12948', authors: ['DeepSeek-AI'] }, 'DeepSeekAI2025'],
    ['jabref', { id: '2401.00001', authors: ['Anna Köning'] }, 'Koening2024'],
    ['jabref', { id: '2401.00001', authors: ['G. M\\"uller'] }, 'Mueller2024'],
    ['jabref', { id: '2401.00001', authors: ['Ä. Ångström Ørsted'] }, 'Oersted2024'],
    ['jabref', { id: '2401.00001', authors: ['P. Erdős'] }, 'Erdoes2024'],
    ['jabref', { id: '2401.00001', authors: ['K. Weißæ'] }, 'Weissae2024'],
    ['jabref', { id: '2401.00001', authors: ['Ł. Żak-Čech'] }, 'ZakCech2024'],
    ['scholar', { id: '2401.00001', authors: ['A. Köning'], title: 'Words' }, 'koning2024words'],
    ['dblp', { id: '2406.17600' }, 'DBLP:journals/corr/abs-2406-17600'],
    ['dblp', { id: 'cs/0102003' }, 'DBLP:journals/corr/cs-0102003'],
    ['dblp', { authors: ['A. Smith'], title: 'First Proof' }, 'smithndproof'],
    ['arxivId', attention, '1706.03762'],
    ['arxivId', { id: 'hep-th/9901001' }, 'hep-th/9901001'],
    ['arxivId', { authors: ['A. Smith'], title: 'First Proof' }, 'smithndproof'],
  ];
  for (const [style, paper, key] of cases) {
    it(`gives ${key} in style ${style}`, () => {
      assert.equal(citationKey(paperOf(paper), style), key);
    });
  }

  it('puts a word where a paper lacks author, year or title', () => {
    assert.equal(citationKey(paperOf({}), 'arxiv'), 'unknownnduntitled');
    assert.equal(citationKey(paperOf({}), 'betterBibtex'), 'unknownUntitlednd');
    assert.equal(
      citationKey(paperOf({ title: '???', authors: [':'] }), 'scholar'),
      'unknownnduntitled',
    );
  });

  it('keeps the title of a paper whose title is all function words', () => {
    const paper = paperOf({ id: '2401.00001', authors: ['A. Christie'], title: 'And Then There' });
    assert.equal(citationKey(paper, 'arxiv'), 'christie2024andthenthere');
  });

  it('does not look like a cross-reference to Quarto', () => {
    const paper = paperOf({ id: '2401.00001', authors: ['Sol-Kim'], title: 'Tables' });
    assert.equal(citationKey(paper, 'betterBibtex'), 'solkimTables2024');
  });
});

describe('letters of a key', () => {
  const muller = paperOf({ id: '2401.00001', authors: ['Łukasz Müller'], title: 'Über Flüsse' });
  const petrov = paperOf({ id: '2401.00002', authors: ['Владимир Щукин'], title: 'Ωmega Nets' });
  const li = paperOf({ id: '2401.00003', authors: ['李明'], title: '基于 LLM 的推理' });

  it('are those of the style unless a setting says otherwise', () => {
    assert.equal(citationKey(muller, 'arxiv'), 'müller2024überflüsse');
    assert.equal(citationKey(muller, 'scholar'), 'muller2024uber');
  });

  it('stay as they are on request, in every style', () => {
    const key = (style: KeyStyle) => citationKey(muller, style, undefined, unicodeLetters);
    assert.equal(key('scholar'), 'müller2024über');
    assert.equal(key('jabref'), 'Müller2024');
    assert.equal(key('betterBibtex'), 'müllerÜberFlüsse2024');
  });

  it('are Latin on request', () => {
    const key = (paper: CitedPaper, style: KeyStyle) =>
      citationKey(paper, style, undefined, latinLetters);
    assert.equal(key(muller, 'arxiv'), 'muller2024uberflusse');
    assert.equal(key(petrov, 'scholar'), 'schukin2024omega');
    assert.equal(key(petrov, 'jabref'), 'Schukin2024');
  });

  it('give way to the id where nobody chose a Latin spelling, as for Chinese names', () => {
    const latin = (style: KeyStyle) => citationKey(li, style, undefined, latinLetters);
    assert.equal(latin('arxiv'), '2401.00003');
    assert.equal(latin('betterBibtex'), '2401.00003');
    const withoutId = paperOf({ authors: ['李明'], title: 'LLM', year: 2024 });
    assert.equal(citationKey(withoutId, 'scholar', undefined, latinLetters), '2024llm');
  });
});

describe('a new key', () => {
  it('gets a letter when older papers have the key, and leaves theirs', () => {
    const used = new Set<string>();
    const add = () => {
      const key = citationKey(attention, 'scholar', (k) => used.has(k));
      used.add(key);
      return key;
    };
    assert.deepEqual(
      [add(), add(), add()],
      ['vaswani2017attention', 'vaswani2017attentiona', 'vaswani2017attentionb'],
    );
    for (let i = 3; i < 27; i++) add();
    assert.equal(add(), 'vaswani2017attentionaa');
    assert.equal(add(), 'vaswani2017attentionab');
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...'aZ19{}\\$%&#_~^,\'"()=@ \n-.:/éß李あ½²\u0301İ−'.split('')),
      maxLength: 30,
    }),
  );
  it('is never empty and holds only letters, digits and single . / - inside', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyText, { maxLength: 3 }),
        fc.option(fc.constantFrom('2401.01234', 'hep-th/9901001'), { nil: undefined }),
        (title, authors, id) => {
          const paper = paperOf(id === undefined ? { title, authors } : { title, authors, id });
          for (const style of keyStyleNames) {
            const key = citationKey(paper, style);
            assert.match(key, /^[\p{L}\p{N}]+(?:[.:/-][\p{L}\p{N}]+)*$/u, style);
            const latin = citationKey(paper, style, undefined, latinLetters);
            assert.match(latin, /^[A-Za-z0-9]+(?:[.:/-][A-Za-z0-9]+)*$/, style);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the length of a key', () => {
  const long = paperOf({
    id: '2601.00001',
    title: `${'a'.repeat(3000)} ${'李'.repeat(3000)}`,
    authors: ['b'.repeat(3000)],
    category: 'c'.repeat(3000),
  });
  const template = parseKeyTemplate('{category}.{author}{title:20}{year}');
  assert.ok('rule' in template);
  for (const style of [...keyStyleNames, template.rule]) {
    it(`has a limit: ${typeof style === 'string' ? style : 'own template'}`, () => {
      const key = citationKey(long, style);
      assert.ok(Array.from(key).length <= 120, String(key.length));
      assert.equal(
        citationKey(long, style, (taken) => taken === key),
        `${key}a`,
      );
    });
  }

  it('never cuts a letter in two, nor leaves a mark at the end', () => {
    const parts = parseKeyTemplate('{title:20:asis}:{year}');
    assert.ok('rule' in parts);
    const title = (text: string) => citationKey(paperOf({ title: text }), parts.rule);
    assert.equal(title('a'.repeat(119)), 'a'.repeat(119));
    assert.equal(title('𝒜'.repeat(200)), 'A'.repeat(120));
    assert.equal(title('𠀀'.repeat(200)), '𠀀'.repeat(120));
  });
});
