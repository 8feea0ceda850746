import { abstract, id, names, times, title, tldr, type FormatSamples } from './sample.js';

const texts = (count: number): string => times(count, () => abstract).join('\n\n');

/** Formats that tell of one paper. */
export const pageSamples: FormatSamples = {
  hfYaml: {
    path: '2026-01-02+A Title.yaml',
    single: true,
    text: (count) =>
      `date: "2026-01-02"\nauthor: Ada Example\ntitle: '${title(0)}'\nthumbnail: ""\nlink: https://huggingface.co/papers/${id(0)}\nsummary: |\n${texts(count).replace(/^/gm, '  ')}\nopinion: placeholder\ntags:\n    - One\n    - Two\n`,
  },
  jekyllPage: {
    path: 'papers/a-title.md',
    single: true,
    text: (count) =>
      `---\nlayout: paper\ntitle: A Title\n---\n\n# ${title(0)}\n\n<div class="paper-toolbar">\n<button data-arxiv-id="${id(0)}v1">☆</button>\n</div>\n\n**作者**: ${names.join(', ')}\n\n**分类**: cs.LG, cs.AI\n\n**发布日期**: 2026-01-02\n\n## 💡 一句话要点\n\n**一句话。**\n\n## 📄 摘要（原文）\n\n${texts(count).replace(/^/gm, '> ')}\n\n## 方法\n\n${texts(count)}\n`,
  },
  paperPage: {
    path: 'notes/a-title.md',
    single: true,
    text: (count) =>
      `# ${title(0)}\n\n**日期**: 2026-01-02  \n**arXiv**: [${id(0)}](https://arxiv.org/abs/${id(0)})  \n**领域**: One Topic\n\n## 一句话总结\n\n${tldr}\n\n## 方法\n\n${texts(count)}\n`,
  },
};
