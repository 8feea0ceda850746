/** Words of the built-in template, in the person's language; Markdown. */
export interface NoteLabels {
  readonly digest: string;
  readonly summary: string;
  readonly abstract: string;
  readonly notes: string;
}

/** The template of those who have none of their own. */
export function defaultTemplate({ summary, abstract, notes }: NoteLabels): string {
  return `---
title: {title}
authors: {authors}
year: {year}
arxiv: {arxiv}
doi: {doi}
citekey: {key}
category: {category}
tags: [paper]
---

# {title}

{links}

<!-- preprint:begin summary -->
**${summary}:** {summary}

**${abstract}:** {abstract}
<!-- preprint:end summary -->

## ${notes}

`;
}
