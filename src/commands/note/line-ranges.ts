// Line numbers as runs: so a million of them take no room, and a person reads a few.

/** Ascending line numbers, neighbours drawn together. */
export class LineRuns {
  count = 0;
  private readonly runs: [first: number, last: number][] = [];

  add(line: number): void {
    this.count++;
    const run = this.runs.at(-1);
    if (run && line === run[1] + 1) run[1] = line;
    else this.runs.push([line, line]);
  }

  *[Symbol.iterator](): Generator<number> {
    for (const [first, last] of this.runs) for (let line = first; line <= last; line++) yield line;
  }

  /** `3, 5–9, 12`: at most `most` runs, and how many are left out. */
  text(most = 12): { text: string; more: number } {
    const shown = this.runs.slice(0, most).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
    return { text: shown.join(', '), more: Math.max(0, this.runs.length - most) };
  }
}
