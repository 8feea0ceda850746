/** Whether two texts differ by a letter more, less, other, or by two exchanged, or not at all. */
export function isOneEdit(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  lengthA = a.length,
  lengthB = b.length,
): boolean {
  if (lengthA - lengthB > 1 || lengthB - lengthA > 1) return false;
  const shorter = Math.min(lengthA, lengthB);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[lengthA - 1 - tail] === b[lengthB - 1 - tail]) tail++;
  const [restA, restB] = [lengthA - head - tail, lengthB - head - tail];
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
}

/** Whether a text is a beginning of another, or of one that differs from it as above. */
export function isOneEditOfBeginning(
  whole: ArrayLike<number>,
  beginning: ArrayLike<number>,
  length = whole.length,
): boolean {
  // A letter that is missing or too many moves the place where the beginning ends.
  const [from, to] = [beginning.length - 1, Math.min(length, beginning.length + 1)];
  for (let end = Math.min(from, length); end <= to; end++) {
    if (isOneEdit(whole, beginning, end)) return true;
  }
  return false;
}
