// Which notes a report shows: all of a few; of many, those near a mismatch, and how many were left out in between.
import type { CheckResult, Mismatch } from '../ledger/findings.ts';
import type { Note } from '../ledger/note.ts';
import { type Overview, overviewOf } from './overview.ts';

/** Up to so many notes of an account are shown all. */
const ALL = 60;
/** So many notes around each note that matters are shown with it. */
const AROUND = 3;
/** A stretch between two readings is shown whole up to this. */
const STRETCH = 24;
/** Without a mismatch the last ones stand for the others. */
const LAST = 20;

export interface ShownLedger {
  account: string;
  currency: string;
  total: number;
  /** In order of time; a number stands for as many notes that are left out there. */
  lines: (Note | number)[];
  shown: number;
  /** For the picture of an account that adds up. */
  overview: Overview | null;
}

/** By account and currency. `whole`: nothing is left out. */
export function shownNotes(notes: readonly Note[], check: CheckResult | null, whole: boolean): ShownLedger[] {
  const ledgers = new Map<string, Note[]>();
  for (const note of notes) {
    const key = `${note.account}\n${note.currency}`;
    const group = ledgers.get(key);
    if (group) group.push(note);
    else ledgers.set(key, [note]);
  }
  return [...ledgers.values()].map((group) => {
    const { account, currency } = group[0]!;
    const all = group.toSorted((a, b) => a.time.epoch - b.time.epoch);
    const finding = check?.accounts.find((one) => one.account === account && one.currency === currency);
    const wanted = whole || all.length <= ALL ? null : nearby(all, finding?.mismatches ?? []);
    const lines = wanted ? withGaps(all, wanted) : all;
    const shown = wanted ? wanted.size : all.length;
    return { account, currency, total: all.length, lines, shown, overview: overviewOf(all) };
  });
}

function nearby(all: readonly Note[], mismatches: readonly Mismatch[]): Set<number> {
  const at = new Map(all.map((note, i) => [note.id, i]));
  const wanted = new Set<number>();
  const add = (from: number, to: number) => {
    for (let i = Math.max(0, from); i <= Math.min(all.length - 1, to); i++) wanted.add(i);
  };
  for (const mismatch of mismatches) {
    const named = [mismatch.after?.note, mismatch.at.note, ...concerned(mismatch)];
    for (const note of named) {
      const i = note && at.get(note.id);
      if (i !== undefined) add(i - AROUND, i + AROUND);
    }
    const [from, to] = [at.get(mismatch.after?.note.id ?? '') ?? 0, at.get(mismatch.at.note.id)];
    if (to !== undefined && to - from <= STRETCH) add(from, to);
  }
  if (wanted.size === 0) add(all.length - LAST, all.length - 1);
  return wanted;
}

/** The notes that the listed explanations speak of. */
export function concerned({ explanations }: Mismatch): Note[] {
  return explanations.flatMap(({ notes, between }) => [...notes, ...(between ?? []).flatMap((note) => note ?? [])]);
}

function withGaps(all: readonly Note[], wanted: ReadonlySet<number>): (Note | number)[] {
  const lines: (Note | number)[] = [];
  let left = 0;
  all.forEach((note, i) => {
    if (!wanted.has(i)) {
      left++;
      return;
    }
    if (left > 0) lines.push(left);
    left = 0;
    lines.push(note);
  });
  return left > 0 ? [...lines, left] : lines;
}
