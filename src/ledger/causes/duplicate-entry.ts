// One thing was recorded twice: a note that undoes the difference when it goes, with a twin that stays.
import type { CauseFinder, Fit } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import type { Note } from '../note.ts';
import { magnitude, minutesBetween, movedBy } from './shared.ts';

const DAY = 24 * 60;

export const duplicateEntry: CauseFinder = ({ difference, notes, before, counted }) => {
  const suspects = notes.filter((note) => movedBy(note) === -difference);
  const earlier = before.filter((note) => movedBy(note) === -difference);
  const others = before.length + notes.length;
  const fits: Fit[] = [];
  suspects.forEach((note, i) => {
    const twins = [...earlier, ...suspects.slice(0, i)];
    const twin = closestTwin(note, twins);
    if (!twin) return;
    fits.push({
      cause: 'duplicate-entry',
      likelihood: (PRIOR.duplicate / counted) * weightOf(note, twin, twins.length / others),
      notes: [note],
      between: null,
      amount: magnitude(difference),
      effect: difference,
      corrections: [{ op: 'remove', note: note.id }],
      evidence: [evidenceOf(note, twin)],
    });
  });
  return fits;
};

/** The earlier note that `note` most looks like a copy of; null where none has its type and fee. */
export function closestTwin(note: Note, among: readonly Note[]): Note | null {
  const twins = among.filter((twin) => twin.type === note.type && twin.fee === note.fee && twin !== note);
  return twins.reduce<Note | null>(
    (best, twin) => (best && weightOf(note, best, 0.1) >= weightOf(note, twin, 0.1) ? best : twin),
    null,
  );
}

/**
 * How much rarer such a twin is where nothing was recorded twice: once in so many. `usual` is the share of notes that
 * move the same anyway (a daily breakfast). Two different transaction ids tell of two things.
 */
export function weightOf(note: Note, twin: Note, usual: number): number {
  const minutes = minutesBetween(note, twin);
  if (note.reference && twin.reference) return note.reference === twin.reference ? 1e6 : 0.01;
  const chance = Math.min(0.5, Math.max(0.02, usual * 5));
  const alike = note.counterparty === twin.counterparty && note.memo === twin.memo;
  if (alike && minutes === 0) return 1e5;
  if (alike && note.balance !== null && note.balance === twin.balance) return 1e4;
  if (note.counterparty && twin.counterparty && note.counterparty !== twin.counterparty) return 0.05;
  const near = minutes <= 60 ? 4 : minutes <= DAY ? 1 : minutes <= 7 * DAY ? 0.3 : 0.05;
  return (near * (note.counterparty && alike ? 2 : 1)) / chance;
}

export function evidenceOf(note: Note, twin: Note): Evidence {
  const minutes = minutesBetween(note, twin);
  if (note.reference && note.reference === twin.reference) return { kind: 'same-reference', twin };
  const same =
    note.counterparty === twin.counterparty && note.memo === twin.memo && !(note.reference && twin.reference);
  return same ? { kind: 'same-details', twin, minutes } : { kind: 'same-amount', twin, minutes };
}
