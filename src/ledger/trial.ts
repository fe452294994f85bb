// Corrections tried out: the part of a ledger that they touch is added up again as they leave it.
import { stepFor } from './apply.ts';
import { placeOf } from './causes/wrong-time.ts';
import { Chain } from './chain.ts';
import type { Correction } from './findings.ts';
import type { Units } from './money.ts';
import { counts, movement, type Note } from './note.ts';

/** Neighbouring notes of a ledger in order of time, and the balance before them where it is known. */
export interface Piece {
  opening: Units | null;
  notes: readonly Note[];
}

/**
 * Whether the readings `wanted` (ids of their notes) agree once the corrections are carried out, and no reading that agreed
 * before stops doing so. A note that changes its time is taken out of one piece and put into that where its new time lies.
 */
export function mends(
  corrections: readonly Correction[],
  pieces: readonly Piece[],
  wanted: readonly string[],
): boolean {
  const all = new Map(pieces.flatMap(({ notes }) => notes.map((note) => [note.id, note] as const)));
  const after = new Map(all);
  corrections.forEach((correction, i) => {
    const step = stepFor(correction, [...after.values()], '');
    if (step.op === 'remove') after.delete(step.id);
    else if (step.op === 'set') after.set(step.id, { ...after.get(step.id)!, ...step.patch });
    else after.set(`new ${i}`, { ...step.note, id: `new ${i}`, line: null });
  });
  const changed = [...after.values()].filter((note) => all.get(note.id) !== note);
  return pieces.every(({ opening, notes }) => {
    const [from, to] = [notes[0]!.time.epoch, notes.at(-1)!.time.epoch];
    const kept = notes.filter(({ id }) => after.get(id) === all.get(id));
    const here = new Set(notes.map(({ id }) => id));
    const put = changed.filter(
      ({ id, time }) => (time.epoch >= from && time.epoch <= to) || (here.has(id) && to < time.epoch),
    );
    const was = broken(notes, opening);
    const now = broken([...kept, ...put], opening);
    return now.every((id) => was.includes(id) && !wanted.includes(id));
  });
}

/** The ids of the notes whose readings do not agree. */
function broken(notes: readonly Note[], opening: Units | null): string[] {
  const chain = new Chain(0n, opening);
  const ordered = notes.toSorted((a, b) => a.time.epoch - b.time.epoch || inOrder(a, b));
  ordered.forEach((note, row) => {
    chain.push(note.time.epoch, counts(note) ? movement(note) : 0n, note.balance, row);
  });
  chain.end();
  return chain.breaks.map(({ at }) => ordered[at]!.id);
}

/** As they were recorded; what is added comes last. */
function inOrder(a: Note, b: Note): number {
  return (placeOf(a) ?? Number.MAX_SAFE_INTEGER) - (placeOf(b) ?? Number.MAX_SAFE_INTEGER);
}
