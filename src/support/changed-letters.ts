// How one name was made from another: by which slip or trick, where they are so close that the eye may miss it.

export type Change = 'swapped' | 'doubled' | 'added' | 'missing' | 'replaced' | 'several';

/** The change from `from` to `to`; null where they are equal, or too far apart to be taken for each other. */
export function changeBetween(from: string, to: string): Change | null {
  const [a, b] = [[...from], [...to]];
  if (from === to || Math.min(a.length, b.length) < 3) return null;
  const steps = distance(a, b);
  if (steps > allowed(Math.min(a.length, b.length))) return null;
  if (steps > 1) return 'several';
  if (a.length === b.length) {
    const places = a.flatMap((letter, i) => (letter === b[i] ? [] : [i]));
    return places.length === 2 ? 'swapped' : 'replaced';
  }
  if (b.length < a.length) return 'missing';
  const place = b.findIndex((letter, i) => letter !== a[i]);
  return b[place] === b[place - 1] ? 'doubled' : 'added';
}

/** Short names are one slip apart from many honest others. */
function allowed(length: number): number {
  return length < 6 ? 1 : length < 12 ? 2 : 3;
}

/** Damerau's distance (optimal string alignment): letters added, missing, replaced, or swapped with their neighbour. */
export function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
