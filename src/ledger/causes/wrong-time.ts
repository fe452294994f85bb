// An entry on the wrong side of a reading: two stretches are off by opposite amounts, or, beyond the first and the last
// reading, where nothing can be off, one is.
import type { Fit } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import type { ReadBreak } from '../linked-breaks.ts';
import type { Units } from '../money.ts';
import { counts, type Note } from '../note.ts';
import { formatTime, type Moment } from '../time.ts';
import type { Usual } from '../usual.ts';
import { magnitude, movedBy } from './shared.ts';

/** Longer stretches are not searched for the place where a row belongs. */
export const LONGEST = 20_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
/** The odds that the file's own order is right where it contradicts the times. */
const BY_FILE = 20;
/** A balance alone is mostly written down as it is looked up; its time goes astray so much more seldom than an entry's. */
const BARE = 0.4;

/** Entries without a reading of their own that mend both stretches when they change sides. */
export function entriesAcross(here: ReadBreak, later: ReadBreak, usual: Usual): Fit[] {
  if (here.size > LONGEST || later.size > LONGEST) return [];
  const [early, late] = [loose(here.notes()), loose(later.notes())];
  const all = nearness(early, here.at) + nearness(late, later.after!) + 1;
  const effect = here.difference;
  const order = orderOf([...here.notes(), ...later.notes()]);
  // A late entry belongs before the first reading that lacks it, an early one behind the last that should.
  return [
    ...late
      .filter((note) => movedBy(note) === effect)
      .map((note) => {
        const share = near(note, later.after!) / all;
        return moved({ note, to: justBefore(here), effect, share, boundary: here.at, side: 'before', order, usual });
      }),
    ...early
      .filter((note) => movedBy(note) === -effect)
      .map((note) => {
        const share = near(note, here.at) / all;
        return moved({
          note,
          to: justBehind(later),
          effect,
          share,
          boundary: later.after!,
          side: 'behind',
          order,
          usual,
        });
      }),
  ];
}

/** Rows behind the last reading (`tail`) or before the first (`head`); null where the stretch is not at that end. */
export function entriesBeyond(
  here: ReadBreak,
  head: readonly Note[] | null,
  tail: readonly Note[] | null,
  usual: Usual,
): Fit[] {
  if (here.size > LONGEST) return [];
  const { difference: effect, at, after } = here;
  const within = loose(here.notes());
  const order = orderOf(here.notes());
  const fits: Fit[] = [];
  const beyond = (rows: readonly Note[], boundary: Note, to: Moment, back: Moment, side: Side) => {
    const outside = loose(rows);
    const all = nearness(outside, boundary) + 1;
    for (const note of outside) {
      if (movedBy(note) !== effect) continue;
      fits.push(moved({ note, to, effect, share: (0.5 * near(note, boundary)) / all, boundary, side, order, usual }));
    }
    const inside = nearness(within, boundary) + 1;
    for (const note of within) {
      if (movedBy(note) !== -effect) continue;
      const share = (0.04 * near(note, boundary)) / inside;
      fits.push(
        moved({ note, to: back, effect, share, boundary, side: side === 'before' ? 'behind' : 'before', order, usual }),
      );
    }
  };
  if (tail) beyond(tail, at, justBefore(here), shifted(at.time, MINUTE), 'before');
  if (head && after) beyond(head, after, justBehind(here), shifted(after.time, -MINUTE), 'behind');
  return fits;
}

/**
 * The row that carries the reading, or the reading alone, belongs further up or down, among rows without a reading: passing
 * them makes its reading right. Both stretches are off by opposite amounts.
 */
export function readingAcross(here: ReadBreak, next: ReadBreak, usual: Usual): Fit[] {
  const row = here.at;
  const isBare = row.type === 'balance';
  if (here.size > LONGEST || next.size > LONGEST || (movedBy(row) === 0n && !isBare)) return [];
  const above = here.notes().slice(0, -1).toReversed();
  const below = next.notes();
  const all = nearness(above, row) + nearness(below, row) + 1;
  const order = orderOf([...above.toReversed(), ...below]);
  const places = (rows: readonly Note[], end: Note | null, sum: Units, to: -1 | 1): Fit[] => {
    const fits: Fit[] = [];
    let passed = 0n;
    rows.forEach((note, i) => {
      passed += movedBy(note);
      if (passed !== sum || movedBy(note) === 0n) return;
      const further = rows[i + 1] ?? end;
      const middle = further ? (note.time.epoch + further.time.epoch) / 2 : note.time.epoch + to * MINUTE;
      const close = note.time.epoch + to * Math.min(MINUTE, Math.abs(middle - note.time.epoch));
      fits.push(
        moved({
          note: row,
          to: { epoch: Math.floor(isBare ? close : middle), offset: row.time.offset },
          effect: here.difference,
          share: (isBare ? BARE : 1) * (near(note, row) / all),
          boundary: note,
          side: to < 0 ? 'before' : 'behind',
          order,
          usual,
        }),
      );
    });
    return fits;
  };
  return [
    ...places(above, here.after, -here.difference, -1),
    ...places(below.slice(0, -1), below.at(-1)!, here.difference, 1),
  ];
}

type Side = 'before' | 'behind';
type FileOrder = -1 | 0 | 1;

interface Move {
  note: Note;
  to: Moment;
  effect: Units;
  /** The chance that of all entries just this one went astray. */
  share: number;
  /** Where it belongs, seen from a reading or row. */
  boundary: Note;
  side: Side;
  order: FileOrder;
  usual: Usual;
}

export function moved({ note, to, effect, share, boundary, side, order, usual }: Move): Fit {
  const evidence: Evidence[] = [{ kind: 'other-side-of-reading' }];
  const told = sideInFile(note, boundary, order) === side;
  if (told) evidence.push({ kind: 'order-in-file' });
  return {
    cause: 'wrong-time',
    likelihood: PRIOR.time * share * (told ? BY_FILE : 1) * usual.oddHour(note),
    notes: [note],
    between: null,
    amount: magnitude(movedBy(note)),
    effect,
    corrections: [{ op: 'set', note: note.id, field: 'time', from: formatTime(note.time), to: formatTime(to) }],
    evidence,
  };
}

/** On which side of the boundary the note was recorded, where the file goes by time and only this note does not. */
function sideInFile(note: Note, boundary: Note, order: FileOrder): Side | null {
  const [place, other] = [placeOf(note), placeOf(boundary)];
  if (order === 0 || place === null || other === null || place === other) return null;
  return place < other === order > 0 ? 'before' : 'behind';
}

/** 1: the file is oldest first, −1: newest first, 0: neither, for nine in ten of these notes (given in order of time). */
export function orderOf(notes: readonly Note[]): FileOrder {
  let up = 0;
  let all = 0;
  notes.forEach((note, i) => {
    const [place, last] = [placeOf(note), i > 0 ? placeOf(notes[i - 1]!) : null];
    if (place === null || last === null) return;
    all++;
    if (place > last) up++;
  });
  if (all < 8) return 0;
  // One note out of place makes one or two steps go the other way.
  const odd = Math.max(2, all / 10);
  return all - up <= odd ? 1 : up <= odd ? -1 : 0;
}

/** The line, or the number in the store: notes are recorded one after the other. */
export function placeOf({ line, id }: Note): number | null {
  if (line !== null) return line;
  const number = /^n(\d+)$/.exec(id)?.[1];
  return number === undefined ? null : Number(number);
}

function loose(notes: readonly Note[]): Note[] {
  return notes.filter((note) => note.balance === null && counts(note));
}

/** Entries go astray over short distances more often than over long ones. */
export function near(note: Note, boundary: Note): number {
  return 1 / (1 + Math.abs(note.time.epoch - boundary.time.epoch) / DAY);
}

function nearness(notes: readonly Note[], boundary: Note): number {
  return notes.reduce((sum, note) => sum + near(note, boundary), 0);
}

function justBefore({ at, after }: ReadBreak): Moment {
  const room = after ? Math.floor((at.time.epoch - after.time.epoch) / 2) : MINUTE;
  return shifted(at.time, -Math.min(MINUTE, room));
}

function justBehind({ at, after }: ReadBreak): Moment {
  return shifted(after!.time, Math.min(MINUTE, Math.floor((at.time.epoch - after!.time.epoch) / 2)));
}

export function shifted({ epoch, offset }: Moment, by: number): Moment {
  return { epoch: epoch + by, offset };
}
