// One thing was recorded twice: a note that undoes the difference when it goes, with a twin that stays.
import type { CauseFinder, Fit } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import type { Note } from '../note.ts';
import { magnitude, minutesBetween, movedBy } from './shared.ts';

const DAY = 24 * 60;

export const duplicateEntry: CauseFinder = ({ difference, notes, before }) => {
  const suspects = notes.filter((note) => movedBy(note) === -difference);
  const earlier = before.filter((note) => movedBy(note) === -difference);
  const fits: Fit[] = [];
  suspects.forEach((note, i) => {
    const twins = [...earlier, ...suspects.slice(0, i)].filter(
      (twin) => twin.type === note.type && twin.fee === note.fee,
    );
    const best = twins.map((twin) => likeness(note, twin)).reduce<Likeness | null>(closer, null);
    if (!best) return;
    fits.push({
      cause: 'duplicate-entry',
      score: best.score,
      notes: [note],
      between: null,
      amount: magnitude(difference),
      effect: difference,
      corrections: [{ op: 'remove', note: note.id }],
      evidence: [best.evidence],
    });
  });
  return fits;
};

interface Likeness {
  score: number;
  evidence: Evidence;
}

function closer(best: Likeness | null, next: Likeness): Likeness {
  return best && best.score >= next.score ? best : next;
}

/** How surely two notes tell of the same thing. Two different transaction ids tell of two things. */
function likeness(note: Note, twin: Note): Likeness {
  const minutes = minutesBetween(note, twin);
  const details = { kind: 'same-details', twin: twin.id, minutes } as const;
  const amount = { kind: 'same-amount', twin: twin.id, minutes } as const;
  if (note.reference && twin.reference) {
    return note.reference === twin.reference
      ? { score: 100, evidence: { kind: 'same-reference', twin: twin.id } }
      : { score: 15, evidence: amount };
  }
  const alike = note.counterparty === twin.counterparty && note.memo === twin.memo;
  if (alike && minutes === 0) return { score: 92, evidence: details };
  if (alike && note.balance !== null && note.balance === twin.balance) return { score: 90, evidence: details };
  if (note.counterparty && note.counterparty === twin.counterparty) {
    return { score: minutes <= DAY ? 80 : minutes <= 7 * DAY ? 60 : 30, evidence: details };
  }
  if (note.counterparty && twin.counterparty) return { score: 18, evidence: amount };
  return { score: minutes <= DAY ? 57 : 20, evidence: amount };
}
