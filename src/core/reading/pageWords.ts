/** What the page says itself, localised by the host. `{0}`, `{1}` stand for numbers and titles. */
export interface PageWords {
  /** `{0} of {1}` */
  readonly some: string;
  readonly onePaper: string;
  /** `{0} papers` */
  readonly all: string;
  readonly muted: string;
  readonly allCategories: string;
  readonly noCategory: string;
  /** No paper passes the filter. */
  readonly nothing: string;
  /** For those who do not see the marks. */
  readonly unread: string;
  readonly read: string;
  readonly starred: string;
  readonly isMuted: string;
  /** `Paper {0} of {1}` */
  readonly position: string;
}
