/** The word that was probably meant: at most two letters away, or its beginning; null otherwise. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const wanted = typed.toLowerCase().slice(0, 40);
  const ranked = words
    .map((word) => ({ word, away: word.startsWith(wanted) ? 0 : distance(wanted, word) }))
    .sort((a, b) => a.away - b.away)[0];
  return ranked && ranked.away <= Math.min(2, wanted.length - 1) ? ranked.word : null;
}

/** Levenshtein: letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
