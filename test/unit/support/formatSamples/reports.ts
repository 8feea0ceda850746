import { abstract, id, names, pieces, title, tldr, type FormatSamples } from './sample.js';

const abs = 'https://arxiv.org/abs';

export const reportSamples: FormatSamples = {
  hfNewsletter: {
    path: '2026-01-02.md',
    text: pieces(
      '# 论文日报\n\n',
      (number) =>
        `### ${number + 1}. 标题\n\n**原文标题：** ${title(number)},\n  Wrapped\n\n**摘要：**\n${abstract}\n\n**论文链接：** [HuggingFace](https://huggingface.co/papers/${id(number)}) | [arXiv](${abs}/${id(number)})\n\n---\n\n`,
    ),
  },
  hfTagList: {
    path: 'tags/Optimisation.md',
    text: pieces(
      '',
      (number) =>
        `- [${title(number)}](https://github.com/made/up/archive/7/2026-01-02+${number}.yaml) / 2026-01-02\n`,
    ),
  },
  gptPaperAssistant: {
    path: 'output.md',
    text: pieces(
      '# Personalized Daily ArXiv Papers 01/02/2026\n\n---\n',
      (number) =>
        `## ${number}. [${title(number)}](${abs}/${id(number)}) <a id="link${number}"></a>\n**ArXiv ID:** ${id(number)}\n**Authors:** ${names.join(', ')}\n\n**Abstract:** ${abstract}\n\n**Comment:** Fits.\n**Relevance:** 9\n**Novelty:** 8\n\n---\n\n`,
    ),
  },
  dailyReporter: {
    path: '2-Jan-2026/topic/RAG.md',
    text: pieces(
      '',
      (number) =>
        `# ${title(number)} \n\n**Authors**: ${names.join(', ')}  \n\n**Link**: [PDF](https://arxiv.org/pdf/${id(number)})  \n\n**Abstract**: ${abstract}  \n\n---\n`,
    ),
  },
  numberedReport: {
    path: 'report.md',
    text: pieces(
      '# 📚 每日 arXiv 论文总结\n\n**日期**: 2026-01-02\n\n---\n\n',
      (number) =>
        `## ${number + 1}. ${title(number)}\n\n**作者**: ${names.join(', ')} et al.\n\n**类别**: math.NA, math.PR\n\n**链接**: [${id(number)}v1](https://arxiv.org/pdf/${id(number)}v1)\n\n**总结**:\n${tldr}\n\n---\n\n`,
    ),
  },
  abstractBullets: {
    path: '2026-01-02/topic.md',
    text: pieces(
      '# Papers\n\n',
      (number) =>
        `- **[${title(number)}](${abs}/${id(number)})**  \`arXiv:${id(number)}\`  \`cs.CV\` \`cs.AI\`  \n  _${names.join(', ')}, et al._\n  <details open><summary>Abstract</summary>\n  ${abstract.replace('\n', '\n  ')}\n  </details>\n\n`,
    ),
  },
  pickedNotes: {
    path: 'index.md',
    text: pieces(
      '# 📅 2026-01-02 精选笔记\n\n',
      (number) =>
        `### [${title(number)}](note-${number}.md)\n\n🧩 One Topic / Another\n\n${tldr}\n\n---\n\n`,
    ),
  },
  generic: {
    path: 'papers.md',
    fewest: 5,
    text: pieces(
      '# Papers\n\n',
      (number) => `## [${title(number)}](${abs}/${id(number)})\n\n${abstract}\n\n`,
    ),
  },
};
