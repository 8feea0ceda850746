import { namesIn } from './authorNames.js';
import { aiField } from './aiField.js';
import { jsonFormat } from './jsonFormat.js';
import { textsOfEach } from './jsonObject.js';

/**
 * Hugging Face's daily papers as its API gives them (https://huggingface.co/api/daily_papers;
 * digest-formats.md 3, row 6). It knows no categories; its day is the one on which readers proposed
 * the papers, not that of their publication.
 */
export const huggingFace = jsonFormat({
  name: 'huggingFace',
  records: 'list',
  marks: ['paper'],
  paper: 'paper',
  id: 'id',
  facts: (paper) => ({ authors: namesIn(textsOfEach(paper.value('authors'), 'name')) }),
  body(paper) {
    const abstract = paper.lines('summary');
    const words = paper.list('ai_keywords').join(', ');
    return {
      ...(paper.has('ai_summary') && {
        summary: aiField('AI Summary', paper.lines('ai_summary')),
      }),
      fields: words === '' ? [] : [{ label: 'AI Keywords', text: words }],
      ...(abstract !== '' && { abstract }),
    };
  },
  listedOn: (paper) => /^20\d\d-\d\d-\d\d(?=T)/.exec(paper.line('submittedOnDailyAt'))?.[0],
});

/** The same list as newsletters made from it keep it: without authors, with a translation. */
export const huggingFaceClean = jsonFormat({
  name: 'huggingFaceClean',
  records: 'list',
  marks: ['title', 'summary', 'url', 'arxiv_url'],
  id: 'arxiv_url',
  facts: (paper) => ({ authors: paper.authors('authors') }),
  body(paper) {
    const abstract = paper.lines('summary');
    return {
      fields: paper.has('translation') ? [aiField('Translation', paper.lines('translation'))] : [],
      ...(abstract !== '' && { abstract }),
    };
  },
});
