import { abstract, id, names, pieces, times, title, tldr, type FormatSamples } from './sample.js';

export const dailySamples: FormatSamples = {
  daily: {
    path: '2026-01-02.md',
    text: (entries) =>
      [
        `<div id=toc></div>\n\n# Table of Contents\n\n- [cs.LG](#cs.LG) [Total: ${entries}]\n`,
        "\n<div id='cs.LG'></div>\n\n# cs.LG [[Back]](#toc)\n",
        ...times(
          entries,
          (number) =>
            `\n### [${number + 1}] [${title(number)}](https://arxiv.org/abs/${id(number)})\n*${names.join(',')}*\n\nMain category: cs.LG\n\nTL;DR: ${tldr}\n\n\n<details>\n  <summary>Details</summary>\nMotivation: None.\n\nMethod: Two lines,\nby hand.\n\nAbstract: ${abstract}\n\n</details>\n\n`,
        ),
      ].join('\n'),
  },
  trending: {
    path: 'trending.txt',
    text: (entries) =>
      `Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\nSubscribe${times(
        entries,
        (number) => `${title(number)}\n${abstract.replace('\n', ' ')}\n`,
      ).join('')}`,
  },
  anchorDaily: {
    path: '2026-01-02.md',
    text: pieces(
      '# <a id="toc"></a>Table of Contents\n- [Made-up Matter](#made)\n\n# Made-up Matter\n',
      (number) =>
        `## <a id="${id(number)}v1"></a>[${title(number)}](http://arxiv.org/abs/${id(number)}v1) [[back]](#toc-1)\n**Relevance:** \`0.6126\`\n### Summary\n${tldr}\n### Background\n${abstract}\n\n`,
    ),
  },
};
