/** For what is put together piece by piece: copying objects took as long as reading what they tell. */
export type Writable<T> = { -readonly [Name in keyof T]: T[Name] };
