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
