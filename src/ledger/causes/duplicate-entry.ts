// One thing was recorded twice: a note that undoes the difference when it goes, with a twin that stays.
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import type { Note } from '../note.ts';
import type { Usual } from '../usual.ts';
import { magnitude, minutesBetween, movedBy } from './shared.ts';

const DAY = 24 * 60;

export const duplicateEntry: CauseFinder = (scene) => {
  const { difference, notes, before } = scene;
  const suspects = notes.filter((note) => movedBy(note) === -difference);
  const earlier = before.filter((note) => movedBy(note) === -difference);
  const fits: Fit[] = [];
  suspects.forEach((note, i) => {
    const twin = closestTwin(note, [...earlier, ...suspects.slice(0, i)], scene.usual);
    if (!twin) return;
    fits.push({
      cause: 'duplicate-entry',
      likelihood: likelihoodOfTwice(note, twin, scene),
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

export function likelihoodOfTwice(
  note: Note,
  twin: Note,
  { usual, counted }: Pick<Scene, 'usual' | 'counted'>,
): number {
  return (PRIOR.duplicate / counted) * weightOf(note, twin, usual);
}

/** The earlier note that `note` most looks like a copy of; null where none has its type and fee. */
export function closestTwin(note: Note, among: readonly Note[], usual: Usual): Note | null {
  let best: Note | null = null;
  let most = 0;
  for (const twin of among) {
    if (twin.type !== note.type || twin.fee !== note.fee || twin.id === note.id) continue;
    const weight = weightOf(note, twin, usual);
    if (weight >= most) [best, most] = [twin, weight];
  }
  return best;
}

/**
 * How much rarer such a twin is where nothing was recorded twice: once in so many. Copies mostly stand within the same
 * minute or hour; two such things in life come as often as rows like these do (a daily breakfast). Two different
 * transaction ids tell of two things, the same one of one.
 */
export function weightOf(note: Note, twin: Note, usual: Usual): number {
  if (note.reference && twin.reference) return note.reference === twin.reference ? 1e6 : 0.01;
  const minutes = minutesBetween(note, twin);
  const alike = (note.memo === twin.memo ? 1 : 0.3) * partiesAlike(note, twin);
  if (note.balance !== null && note.balance === twin.balance) return 1e4 * alike;
  // Who writes a thing down again has no transaction id at hand.
  const again = note.reference === '' && twin.reference !== '' ? usual.rarelyBare : 1;
  return Math.min(1e5, (again * alike * copiedAfter(minutes)) / usual.rateLike(note));
}

function partiesAlike(note: Note, twin: Note): number {
  if (note.counterparty === twin.counterparty) return 1;
  return note.counterparty && twin.counterparty ? 0.02 : 0.5;
}

/** How densely the copies of a row lie at this distance, for each minute. */
function copiedAfter(minutes: number): number {
  if (minutes === 0) return 0.35;
  if (minutes <= 60) return 0.35 / 60;
  if (minutes <= 360) return 0.12 / 300;
  if (minutes <= DAY) return 0.08 / (DAY - 360);
  return minutes <= 7 * DAY ? 0.1 / (7 * DAY) : 0.02 / (30 * DAY);
}

export function evidenceOf(note: Note, twin: Note): Evidence {
  const minutes = minutesBetween(note, twin);
  if (note.reference && note.reference === twin.reference) return { kind: 'same-reference', twin };
  const same =
    note.counterparty === twin.counterparty && note.memo === twin.memo && !(note.reference && twin.reference);
  return same ? { kind: 'same-details', twin, minutes } : { kind: 'same-amount', twin, minutes };
}
