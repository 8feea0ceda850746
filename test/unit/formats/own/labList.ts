/** A list that no generator writes, and its description as a person would put it into the setting. */
export const labList = {
  entry: String.raw`^## (?<title>.+?)(?: \((?<id>[^()]+)\))?$`,
  section: '^# (?<category>.+)$',
  end: '^---$',
  authors: '^By:',
  summary: '^Gist:',
  fields: { Why: '^Why we read it:', Next: '^Next step:' },
  abstract: String.raw`^> (?<text>\S)`,
  date: '^Week of (?<date>.+)$',
};

export const labListText = `Week of 13 Feb 2026

# cs.LG

## A Model of Small Things (2601.00001v2)
By: Ada Example, Ben Sample and Cy Third

Gist: Small things
are enough.

Why we read it: It cites arXiv:2512.00007.
Next step:

> We study small things.
> They are many.
---
Read by nobody yet.

# stat.ML

## Trees (see https://arxiv.org/abs/math/0309136)
By: Example, Ada; Sample, Ben
## A Title Without an Id
## A Talk (Room 5)
`;
