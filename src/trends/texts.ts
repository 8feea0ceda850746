import type { Span, TimeUnit } from '../core/trends/calendar.js';

/** Fills `{0}`, `{1}` … of a text of the host. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, place: string) =>
    String(values[Number(place)] ?? whole),
  );
}

/** How the page's language writes numbers and days. */
export class Texts {
  readonly #number: Intl.NumberFormat;
  readonly #share: Intl.NumberFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #shortDay: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;

  constructor(language: string) {
    const utc = { timeZone: 'UTC' } as const;
    this.#number = new Intl.NumberFormat(language);
    this.#share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    this.#day = new Intl.DateTimeFormat(language, { ...utc, dateStyle: 'long' });
    this.#shortDay = new Intl.DateTimeFormat(language, { ...utc, month: 'short', day: 'numeric' });
    this.#month = new Intl.DateTimeFormat(language, { ...utc, year: 'numeric', month: 'short' });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  share(value: number): string {
    return this.#share.format(value);
  }

  day(day: string): string {
    return this.#day.format(new Date(`${day}T00:00:00Z`));
  }

  time({ from, to }: Span): string {
    return from === to ? this.day(from) : `${this.day(from)} – ${this.day(to)}`;
  }

  /** For the axis. */
  tick({ from }: Span, unit: TimeUnit): string {
    const date = new Date(`${from}T00:00:00Z`);
    return (unit === 'month' ? this.#month : this.#shortDay).format(date);
  }
}
