/** The next item after `at`, going round, whose words begin with the letter. */
export function nextMatch<T>(
  items: readonly T[],
  at: number,
  letter: string,
  wordsOf: (item: T) => string,
): T | undefined {
  const wanted = letter.toLocaleLowerCase();
  for (let step = 1; step <= items.length; step += 1) {
    const item = items[(Math.max(at, -1) + step) % items.length];
    if (item !== undefined && wordsOf(item).toLocaleLowerCase().startsWith(wanted)) return item;
  }
  return undefined;
}
