/** An entry while it is put together: what is optional is set where it is known, without a copy. */
export type Writable<T> = { -readonly [Name in keyof T]: T[Name] };
