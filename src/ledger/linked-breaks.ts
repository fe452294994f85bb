// One mistake can break several readings: a wrong reading two, a copied row two, an entry at the wrong time two or three.
// Breaks that one change mends together are one mismatch.

import { closestTwin, evidenceOf, weightOf } from './causes/duplicate-entry.ts';
import { heldAndSettled, takenAndBack } from './causes/later-status.ts';
import { magnitude, movedBy } from './causes/shared.ts';
import { wrongReading } from './causes/wrong-reading.ts';
import { entriesAcross, LONGEST, moved, orderOf, readingAcross, shifted } from './causes/wrong-time.ts';
import type { Break } from './chain.ts';
import type { Fit } from './explain.ts';
import { PRIOR } from './likelihood.ts';
import type { Units } from './money.ts';
import type { Note } from './note.ts';
import { mends, type Piece } from './trial.ts';
import type { Usual } from './usual.ts';

/** A break with its notes read and its numbers in units of 10^-18. */
export interface ReadBreak {
  source: Break;
  expected: Units;
  recorded: Units;
  difference: Units;
  at: Note;
  after: Note | null;
  /** The notes of the stretch, the reading's own last. Read when they are needed. */
  notes(): Note[];
  before(): Note[];
  /** Some notes behind the reading. */
  later(): Note[];
  /** How many notes the stretch has. */
  size: number;
}

export interface Linked {
  /** The breaks that go with the first, by their place in the list. */
  others: number[];
  fits: Fit[];
}

/** How many breaks further on the counterpart of a break may be. */
const REACH = 50;

/** What the whole ledger has to say: its ends, and what is usual. */
export interface Ends {
  currency: string;
  usual: Usual;
  /** The first and the last reading, and the rows behind the last. */
  first: Note;
  last: Note;
  tail: readonly Note[];
}

/** Longer stretches are not added up again for each explanation. */
const MOST_TRIED = 5000;

/** What links break `i` to later ones, if anything does and holds when it is tried. */
export function linkedFrom(breaks: readonly ReadBreak[], i: number, ledger: Ends): Linked | null {
  const { currency, usual } = ledger;
  const holding = (linked: Linked | null) => linked && tried(linked, breaks, i, ledger);
  return (
    holding(readingBetween(breaks, i, currency, usual)) ??
    holding(movedRow(breaks, i, usual)) ??
    holding(copiedRow(breaks, i, usual)) ??
    holding(movedFromEnd(breaks, i, ledger)) ??
    holding(movedEntry(breaks, i, usual))
  );
}

/** With only those explanations that make all these breaks agree and disturb nothing around them. */
function tried({ others, fits }: Linked, breaks: readonly ReadBreak[], i: number, ends: Ends): Linked | null {
  const involved = [i, ...others].map((k) => breaks[k]!);
  if (involved.reduce((sum, { size }) => sum + size, 0) * fits.length > 20 * MOST_TRIED) return { others, fits };
  const pieces = piecesOf(involved);
  const end = ends.tail.length ? [{ opening: null, notes: [ends.last, ...ends.tail] }] : [];
  const wanted = involved.map(({ at }) => at.id);
  const holding = fits.filter(({ corrections }) => mends(corrections, [...pieces, ...end], wanted));
  return holding.length ? { others, fits: holding } : null;
}

/** The notes around some breaks; stretches that follow each other are one piece. */
function piecesOf(breaks: readonly ReadBreak[]): Piece[] {
  const pieces: Piece[] = [];
  for (let k = 0; k < breaks.length; k++) {
    const first = breaks[k]!;
    const notes = [...first.before(), ...first.notes()];
    while (follows(breaks[k], breaks[k + 1])) notes.push(...breaks[++k]!.notes());
    const opening = first.after ? null : first.expected - first.notes().reduce((sum, note) => sum + movedBy(note), 0n);
    pieces.push({ opening, notes: [...notes, ...breaks[k]!.later()] });
  }
  return pieces;
}

const follows = (one: ReadBreak | undefined, other: ReadBreak | undefined): boolean =>
  one !== undefined && other !== undefined && other.source.after === one.source.at;

/** Two neighbouring stretches are off by opposite amounts: the reading between them, or an entry on its wrong side. */
function readingBetween(breaks: readonly ReadBreak[], i: number, currency: string, usual: Usual): Linked | null {
  const here = breaks[i]!;
  const next = breaks[i + 1];
  if (!follows(here, next) || here.difference !== -next!.difference) return null;
  const fits = [
    wrongReading(here, currency, usual),
    ...entriesAcross(here, next!, usual),
    ...readingAcross(here, next!, usual),
    ...takenAndBack(here, next!),
    ...heldAndSettled(here, next!, usual),
  ];
  return { others: [i + 1], fits };
}

/** Stretches further apart that are off by opposite amounts, and an entry of that size in one of them. */
function movedEntry(breaks: readonly ReadBreak[], i: number, usual: Usual): Linked | null {
  const here = breaks[i]!;
  for (let k = i + 1; k < Math.min(breaks.length, i + REACH); k++) {
    const later = breaks[k]!;
    if (later.difference !== -here.difference) continue;
    const fits = [
      ...entriesAcross(here, later, usual),
      ...takenAndBack(here, later),
      ...heldAndSettled(here, later, usual),
    ];
    if (fits.length) return { others: [k], fits };
  }
  return null;
}

/** A row whose reading and movement do not belong where it stands: without it the stretches around it agree. */
function isOutOfPlace(breaks: readonly ReadBreak[], j: number): boolean {
  const here = breaks[j];
  const next = breaks[j + 1];
  return follows(here, next) && movedBy(here!.at) !== 0n && here!.difference + next!.difference === -movedBy(here!.at);
}

/**
 * Such a row, and another stretch that lacks exactly it. Where two neighbours changed places, either may be the one that
 * went astray.
 */
function movedRow(breaks: readonly ReadBreak[], i: number, usual: Usual): Linked | null {
  for (let k = i + 1; k < Math.min(breaks.length, i + REACH); k++) {
    const late = isOutOfPlace(breaks, k) && lacks(breaks[i]!, breaks[k]!.at);
    if (late) {
      const found = rowInto(breaks[i]!, breaks[k]!.at, [k, k + 1], usual);
      const early = k === i + 1 && isOutOfPlace(breaks, i) && breaks[k + 1]!.difference === movedBy(breaks[i]!.at);
      return found && early ? { ...found, fits: [...found.fits, ...swapped(breaks[i]!, breaks[k]!, usual)] } : found;
    }
    if (k > i + 1 && isOutOfPlace(breaks, i) && lacks(breaks[k]!, breaks[i]!.at))
      return rowInto(breaks[k]!, breaks[i]!.at, [i + 1, k], usual);
  }
  return null;
}

/** The first of two neighbours belongs behind the second. */
function swapped(here: ReadBreak, next: ReadBreak, usual: Usual): Fit[] {
  const [note, boundary] = [here.at, next.at];
  const order = orderOf([...here.before().slice(-20), ...here.notes(), boundary]);
  const to = shifted(boundary.time, 60_000);
  return [moved({ note, to, effect: here.difference, share: 1, boundary, side: 'behind', order, usual })];
}

/** Such a row that belongs behind the last reading; or the first or last row, carrying its reading, that a stretch lacks. */
function movedFromEnd(breaks: readonly ReadBreak[], i: number, { first, last, tail, usual }: Ends): Linked | null {
  const here = breaks[i]!;
  if (isOutOfPlace(breaks, i) && here.at.id !== last.id) {
    const wanted = here.at.balance! - movedBy(here.at);
    let balance = last.balance!;
    for (const [k, note] of [last, ...tail].entries()) {
      if (k > 0) balance += movedBy(note);
      if (balance !== wanted) continue;
      const to = shifted(note.time, 60_000);
      const found = {
        note: here.at,
        to,
        effect: here.difference,
        share: 1,
        boundary: note,
        side: 'behind',
        order: 0,
        usual,
      } as const;
      return { others: [i + 1], fits: [moved(found)] };
    }
  }
  for (let k = i; k < Math.min(breaks.length, i + REACH); k++) {
    const other = breaks[k]!;
    if (k > i && other.at.id === last.id && movedBy(last) !== 0n && lacks(here, last))
      return rowInto(here, last, [k], usual);
    const isFirst = here.source.after !== null && here.after!.id === first.id && movedBy(first) !== 0n;
    if (isFirst && k > i && lacks(other, first)) return rowInto(other, first, [k], usual);
  }
  return null;
}

function lacks(stretch: ReadBreak, row: Note): boolean {
  return stretch.difference === movedBy(row) && stretch.size <= LONGEST;
}

/** The row fits where the balance before it is the one that its own reading tells. */
function rowInto(target: ReadBreak, row: Note, others: number[], usual: Usual): Linked | null {
  const wanted = row.balance! - movedBy(row);
  let balance = target.expected - target.notes().reduce((sum, note) => sum + movedBy(note), 0n);
  let previous = target.after;
  for (const note of target.notes()) {
    if (balance === wanted) {
      const from = previous?.time ?? shifted(note.time, -120_000);
      const middle = { epoch: Math.floor((from.epoch + note.time.epoch) / 2), offset: row.time.offset };
      return {
        others,
        fits: [
          moved({
            note: row,
            to: middle,
            effect: target.difference,
            share: 1,
            boundary: note,
            side: 'before',
            order: orderOf([...target.before().slice(-20), ...target.notes()]),
            usual,
          }),
        ],
      };
    }
    balance += movedBy(note);
    previous = note;
  }
  return null;
}

/** Such a row with a twin before it: it was copied, balance and all. */
function copiedRow(breaks: readonly ReadBreak[], i: number, usual: Usual): Linked | null {
  if (!isOutOfPlace(breaks, i)) return null;
  const { at, difference, before, notes, size } = breaks[i]!;
  if (size > LONGEST) return null;
  const twin = closestTwin(
    at,
    [...before(), ...notes()].filter((note) => note.amount === at.amount && note.balance === at.balance),
    usual,
  );
  if (!twin) return null;
  const fit: Fit = {
    cause: 'duplicate-entry',
    likelihood: PRIOR.duplicate * weightOf(at, twin, usual),
    notes: [at],
    between: null,
    amount: magnitude(movedBy(at)),
    effect: difference,
    corrections: [{ op: 'remove', note: at.id }],
    evidence: [evidenceOf(at, twin), { kind: 'agrees-without-row' }],
  };
  return { others: [i + 1], fits: [fit] };
}
