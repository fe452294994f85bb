// Line numbers as a person reads them: runs drawn together, and not too many.

/** `3, 5–9, 12`: line numbers with their runs drawn together, at most `most` of those, and how many are left out. */
export function lineRanges(lines: readonly number[], most = 12): { text: string; more: number } {
  const runs: [first: number, last: number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line === run[1] + 1) run[1] = line;
    else runs.push([line, line]);
  }
  const text = runs.slice(0, most).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return { text: text.join(', '), more: Math.max(0, runs.length - most) };
}
