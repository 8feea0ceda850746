import { abstract, escaped, id, names, pieces, title, type FormatSamples } from './sample.js';

const barsEscaped = (text: string): string => text.replaceAll('|', '\\|');

export const tableSamples: FormatSamples = {
  cvArxivTable: {
    path: 'README.md',
    text: pieces(
      '## Updated on 2026.01.03\n\n## SLAM\n\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n',
      (number) =>
        `|**2026-01-02**|**${title(number)}**|Ada Example et.al.|[${id(number)}v2](http://arxiv.org/abs/${id(number)}v2)|**[link](https://github.com/made/up)**|\n`,
    ),
  },
  cvArxivList: {
    path: 'docs/wechat.md',
    text: pieces(
      '> Updated on 2026.01.03\n\n## SLAM\n\n',
      (number) =>
        `- 2026-01-02, **${title(number)}**, Ada Example et.al., Paper: [http://arxiv.org/abs/${id(number)}](http://arxiv.org/abs/${id(number)}), Code: **[https://github.com/made/up](https://github.com/made/up)**\n`,
    ),
  },
  dailyArxivTable: {
    path: 'README.md',
    text: pieces(
      'Last update: 2026-01-03\n\n## Time Series\n| **Title** | **Date** | **Abstract** | **Comment** |\n| --- | --- | --- | --- |\n',
      (number) =>
        `| **[${barsEscaped(title(number))}](https://arxiv.org/abs/${id(number)}v1)** | 2026-01-02 | <details><summary>Show</summary><p>${abstract.replace('\n', ' ')}</p></details> | 12 pages |\n`,
    ),
  },
  paperTable: {
    path: 'index.md',
    text: pieces(
      '# Papers\n\n_Updated 2026-01-03_\n\n<table class="papers">\n<tbody>\n',
      (number) =>
        `<tr class="paper">\n<td>2026-01-02</td>\n<td><div class="paper-title"><a href="${id(number)}.md">${escaped(title(number))}</a></div><div class="paper-tags"><a href="tag">tag</a></div></td>\n<td>Ada Example, Bo C. Sample</td>\n<td><a href="http://arxiv.org/abs/${id(number)}">${id(number)}</a></td>\n</tr>\n`,
    ),
  },
  jekyllIndex: {
    path: 'cs.LG/index.md',
    text: pieces(
      '---\nlayout: default\ntitle: Papers - cs.LG - 2026-01-02\n---\n\n<table>\n<thead>\n<tr><th>#</th><th>题目</th><th>一句话要点</th><th>标签</th></tr>\n</thead>\n<tbody>\n',
      (number) =>
        `<tr>\n  <td>${number + 1}</td>\n  <td><a href="./papers/${number}">${escaped(title(number))}</a></td>\n  <td>一句话。</td>\n  <td class="tags-cell"><span class="paper-tag">one</span><span class="paper-tag">two</span></td>\n  <td><button data-arxiv-id="${id(number)}v2" title="x">☆</button></td>\n</tr>\n`,
    ),
  },
  articleIndex: {
    path: 'index.md',
    text: pieces(
      '# 2026-01-02\n\n<div class="daily-paper-list" markdown="1">\n\n',
      (number) =>
        `<article class="daily-paper-item" markdown="1">\n\n#### [${title(number)}](topic/${number}.md)\n\n<div class="daily-paper-meta"><span class="daily-paper-id">arXiv ${id(number)}</span><span class="paper-category-chip">cs.LG</span></div>\n\n<div class="daily-paper-summary" markdown="1">\n\n一句话。\n\n</div>\n\n</article>\n\n`,
    ),
  },
  gptPaperAssistantPage: {
    path: 'index.html',
    text: pieces(
      '<style>\n.paper-row {\n  margin: 0;\n}\n</style>\n<main class="daily-arxiv">\n<p class="eyebrow">2026-01-02</p>\n',
      (number) =>
        `<details class="paper-row" id="link${number}">\n<summary><strong>${escaped(title(number))}</strong>\n<small>${names.join(', ')}</small>\n<span class="category-tag">cs.LG</span></summary>\n<span>Paper ${number + 1} / arXiv:${id(number)}</span>\n<div class="paper-scores"><span>Relevance <strong>9</strong></span><span>Novelty <strong>8</strong></span></div>\n<p class="comment"><strong>Why selected:</strong> Because.</p>\n<p class="abstract">${escaped(abstract)}</p>\n</details>\n`,
    ),
  },
};
