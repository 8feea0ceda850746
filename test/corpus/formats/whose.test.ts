import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { generic } from '../../../src/core/formats/generic.js';
import { allFormats, bibliographyFormats, recognise } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { sharedPath } from '../support/shared.js';
import { siblings } from '../support/siblings.js';

/** Whose a file of a folder is, by how its name begins; `none` for what is no digest. */
const owners: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  'abstract-notes-exopoiesis': { abstracts_: 'paperPage', docs_: 'paperTable' },
  'arxiv-abs-files': 'arxivAbs',
  'arxiv-atom-api': 'arxivApi',
  'arxiv-email-listing': 'arxivMail',
  'arxiv-rss': 'arxivFeed',
  bibtex: 'bibtex',
  'bullets-LindongGuo': { Med: 'abstractBullets', empty: 'none' },
  'fork-astro-Straw674': { '2025': 'daily', '2026': 'anchorDaily' },
  'fork-en-materials-Jiayihua2001': 'daily',
  'fork-en-pdfurl-linyueqian': 'daily',
  'fork-failed-ai-zzhaozeng': 'daily',
  'fork-gemini-junle-chen': 'daily',
  'fork-ko-sanghyun-son': 'daily',
  'fork-rich-xmkxabc': 'daily',
  'fork-zh-empty-MYZhangwww': 'daily',
  'fork-zh-labels-StringsLi': 'daily',
  'fork-zh-math-peiyade': 'daily',
  'fork-zh-physics-phyzyw': 'daily',
  gpt_paper_assistant: { output: 'gptPaperAssistant', '2026': 'gptPaperAssistantPage' },
  'hf-daily-papers': {
    '2025-01-23_HF': 'huggingFaceClean',
    '2025-01-23_daily': 'hfNewsletter',
    '2025-08-05': 'huggingFace',
    '2025-12-30': 'hfYaml',
    Optimization: 'hfTagList',
  },
  'jekyll-hdShang': {
    '2509': 'jekyllPage',
    arxiv: 'papersJson',
    'cs-GR': 'jekyllIndex',
    index: 'jekyllIndex',
  },
  'json-html-gdyz-R': { '2025-': 'aigcJson', '2025_': 'none' },
  'jsonl-dw-dengwei': 'dailyJsonl',
  'kaggle-metadata-jsonl': 'kaggle',
  'legacy-templates-2025': 'daily',
  'notes-Throne0826': { index: 'articleIndex', paper_page: 'paperPage' },
  'notes-zhaoyang97': { index: 'pickedNotes', d: 'paperPage' },
  'report-Tony-tpc': 'numberedReport',
  'reporter-CSQianDong': {
    'RAG_related_papers.md': 'dailyReporter',
    'RAG_related_papers.jsonl': 'none',
  },
  ris: 'ris',
  'table-DailyArXiv-zezhishao': 'dailyArxivTable',
  'table-cv-arxiv-daily': {
    README: 'cvArxivTable',
    docs: 'cvArxivTable',
    wechat: 'cvArxivList',
    'cv-arxiv-daily': 'cvArxivJson',
  },
};

function ownerOf(folder: string, file: string): string | undefined {
  const owner = owners[folder];
  if (typeof owner !== 'object') return owner;
  return Object.entries(owner).find(([start]) => file.startsWith(start))?.[1];
}

/**
 * All that would take a file, whoever is asked first. `generic` knows no generator, and counts only
 * where nobody else takes it.
 */
function takers(text: string, path: string): string[] {
  const lines = new Lines(text);
  const names = [...allFormats, ...bibliographyFormats]
    .filter((format) => format.recognises(lines, path))
    .map(({ name }) => name);
  return names.length === 1 ? names : names.filter((name) => name !== generic.name);
}

describe('the samples of other generators', () => {
  it('are all named', () => {
    const folders = readdirSync(sharedPath('corpus', 'siblings'), { withFileTypes: true });
    assert.deepEqual(
      folders.flatMap((folder) => (folder.isDirectory() ? [folder.name] : [])).sort(),
      Object.keys(owners).sort(),
    );
  });

  for (const folder of Object.keys(owners)) {
    it(`are taken by the format that knows them, and by no other: ${folder}`, () => {
      for (const { name, text } of siblings(folder)) {
        const owner = ownerOf(folder, name);
        const expected = owner === 'none' ? undefined : owner;
        assert.deepEqual(takers(text, name), expected === undefined ? [] : [expected], name);
        assert.equal(recognise(new Lines(text), name, [], bibliographyFormats)?.name, expected);
      }
    });
  }
});
