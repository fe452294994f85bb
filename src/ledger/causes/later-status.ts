// What changed its state between two balances: a hold that went through after a balance had been read, money that was taken
// and came back. The note lies before the stretch that is off, beside a reading that it agrees with.
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Correction } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import type { ReadBreak } from '../linked-breaks.ts';
import { formatAmount, type Units } from '../money.ts';
import { counts, movement, type Note } from '../note.ts';
import { formatTime, type Moment } from '../time.ts';
import { mends } from '../trial.ts';
import type { Usual } from '../usual.ts';
import { closestTwin, evidenceOf, weightOf } from './duplicate-entry.ts';
import { entryOf } from './missing-entry.ts';
import { magnitude, movedBy } from './shared.ts';
import { toldStatus } from './status.ts';
import { near } from './wrong-time.ts';

/** What the pieces of a ledger need to be added up again. */
type Where = Pick<Scene, 'notes' | 'before' | 'after' | 'at' | 'currency' | 'size'>;

export const laterStatus: CauseFinder = (scene) =>
  scene.after === null ? [] : [...settledLater(scene), ...cameBack(scene)];

/** Recorded as pending, failed, … and not counted in an earlier balance, but in this one. */
function settledLater(scene: Scene): Fit[] {
  return openBefore(scene)
    .filter((note) => movement(note) === scene.difference)
    .flatMap((note) => {
      const corrections = settled([note], scene);
      if (!corrections) return [];
      return [
        {
          cause: 'status',
          likelihood: likelihoodOfSettled(note, scene),
          notes: [note],
          between: null,
          amount: magnitude(scene.difference),
          effect: scene.difference,
          corrections,
          evidence: [{ kind: 'settled-after', reading: scene.after!.note }],
        } satisfies Fit,
      ];
    });
}

/** Notes before the stretch that no reading so far has counted. */
export function openBefore({ before }: Pick<Scene, 'before'>): Note[] {
  return before.filter((note) => !counts(note) && note.type !== 'balance' && movement(note) !== 0n);
}

/** Recent ones go through sooner than those that have long been open. */
export function likelihoodOfSettled(note: Note, scene: Pick<Scene, 'before' | 'at'>): number {
  const { at } = scene;
  const others = openBefore(scene).filter(({ status }) => status === note.status);
  const all = others.reduce((sum, each) => sum + nearWeeks(each, at.note), 0);
  const told = note.status !== 'pending' && toldStatus(note) ? 0.5 : 1;
  return (PRIOR.settled[note.status] * told * nearWeeks(note, at.note)) / Math.max(1, all);
}

/** Holds go through within days; the weight falls off over weeks. */
function nearWeeks(note: Note, at: Note): number {
  return 1 / (1 + Math.abs(at.time.epoch - note.time.epoch) / (14 * 86_400_000));
}

/**
 * The corrections that let notes from before go through behind the earlier reading: state, time, and the balance beside
 * them where they carry one. Null where that does not make the readings agree.
 */
export function settled(open: readonly Note[], where: Where, others: readonly Correction[] = []): Correction[] | null {
  const { after, at, notes, before, currency, size } = where;
  if (after === null || notes.length < size) return null;
  const [place, reached] = gapBehind(after.note, after.balance, notes);
  const corrections: Correction[] = [...others];
  let balance = reached;
  for (const note of open) {
    balance += movement(note);
    const set = (field: 'status' | 'time' | 'balance', from: string, to: string) =>
      from === to ? [] : [{ op: 'set', note: note.id, field, from, to } as const];
    const plain = (units: Units) => formatAmount(units, currency);
    corrections.push(
      ...set('status', note.status, 'completed'),
      ...set('time', formatTime(note.time), formatTime({ ...place, offset: note.time.offset })),
      ...(note.balance === null ? [] : set('balance', plain(note.balance), plain(balance))),
    );
  }
  const piece = { opening: null, notes: [...before, ...notes] };
  return mends(corrections, [piece], [at.note.id]) ? corrections : null;
}

/** A moment behind the reading with nothing else in it, and the balance there; where there is none, that of the reading. */
function gapBehind(after: Note, balance: Units, notes: readonly Note[]): [Moment, Units] {
  let [last, reached] = [after, balance];
  for (const note of notes) {
    const room = note.time.epoch - last.time.epoch;
    if (room > 1) {
      const step = Math.min(60_000, room > 2000 ? Math.floor(room / 2000) * 1000 : Math.floor(room / 2));
      return [{ epoch: last.time.epoch + step, offset: after.time.offset }, reached];
    }
    last = note;
    reached += movedBy(note);
  }
  return [after.time, balance];
}

/** Counted in an earlier balance, and since then the same came back without a note of it. */
function cameBack(scene: Scene): Fit[] {
  const { before, difference, at } = scene;
  const counted = before.filter((note) => movedBy(note) !== 0n);
  const all = counted.reduce((sum, note) => sum + near(note, at.note), 0);
  // Where refunds are recorded, one that is missing is as good a reason.
  const prior = PRIOR.cameBack * (scene.usual.refunds > 0 ? 0.1 : 1);
  return counted
    .filter((note) => movedBy(note) === -difference)
    .map((note) => ({
      cause: 'status',
      likelihood: (prior * near(note, at.note) * (toldStatus(note) ? 50 : 1)) / (1 + all),
      notes: [note],
      between: null,
      amount: magnitude(difference),
      effect: difference,
      corrections: [entryOf(difference, scene)],
      evidence: [{ kind: 'came-back', reading: at.note, taken: false }],
    }));
}

/** Recorded as not gone through, but taken in the one stretch and given back in the other. */
export function takenAndBack(here: ReadBreak, later: ReadBreak): Fit[] {
  const open = here.notes().filter((note) => !counts(note) && note.type !== 'balance');
  return open
    .filter((note) => movement(note) === here.difference)
    .map((note) => {
      const [after, at] = [later.after, later.at].map((each) => each && { note: each, balance: each.balance! });
      return {
        cause: 'status',
        likelihood: PRIOR.takenAndBack / open.length,
        notes: [note],
        between: null,
        amount: magnitude(here.difference),
        effect: here.difference,
        corrections: [
          { op: 'set', note: note.id, field: 'status', from: note.status, to: 'completed' },
          entryOf(later.difference, { after: after!, at: at!, account: note.account, currency: note.currency }),
        ],
        evidence: [{ kind: 'came-back', reading: later.at, taken: true }],
      };
    });
}

/**
 * A hold that the one balance counts already, and again as a row of its own when it went through: only one of the two is
 * right. How likely that is, is how much rarer two such rows are in life.
 */
export function heldAndSettled(here: ReadBreak, later: ReadBreak, usual: Usual): Fit[] {
  const open = here.notes().filter((note) => note.status === 'pending' && note.type !== 'balance');
  const again = later.notes().filter((note) => movedBy(note) === here.difference);
  return open
    .filter((note) => movement(note) === here.difference)
    .flatMap((note) => {
      const twin = closestTwin(note, again, usual);
      if (!twin) return [];
      return [
        {
          cause: 'status',
          likelihood: (PRIOR.takenAndBack / open.length) * weightOf(note, twin, usual),
          notes: [note, twin],
          between: null,
          amount: magnitude(here.difference),
          effect: here.difference,
          corrections: [
            { op: 'set', note: note.id, field: 'status', from: note.status, to: 'completed' },
            { op: 'remove', note: twin.id },
          ],
          evidence: [evidenceOf(note, twin)],
        } satisfies Fit,
      ];
    });
}
