// Whether the statement's clock is ahead of the notes' throughout, as where an export is written in another time zone.
import { DAY, HOUR, isFree, MINUTE, onlyOnes, type Row } from './row.ts';

/** So many pairs must agree. */
const ENOUGH = 3;

/** Time zones are at most so far apart. */
const FARTHEST = 26 * HOUR;

const QUARTER = 15 * MINUTE;
/** A note written down by hand is some seconds off, and often rounded to the minute. */
const TOLERANCE = 90_000;

/**
 * Milliseconds by which most of the surest pairs differ (those paired already, and amounts that occur once on either
 * side): a whole number of quarter hours, 0 where there is no such majority.
 */
export function clockShift(notes: readonly Row[], statement: readonly Row[]): number {
  const votes = new Map<number, number>();
  let cast = 0;
  for (const [note, row] of surePairs(notes, statement)) {
    if (note.dateOnly || row.dateOnly) continue;
    const ahead = row.epoch - note.epoch;
    if (Math.abs(ahead) > FARTHEST) continue;
    cast++;
    const shift = quarters(ahead);
    if (shift !== null) votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  for (const [shift, count] of votes) if (count >= ENOUGH && count * 2 > cast) return shift;
  return 0;
}

/** The distance as a whole number of quarter hours, give or take a minute and a half; null where it is none. */
function quarters(ahead: number): number | null {
  const whole = Math.round(ahead / QUARTER) * QUARTER;
  return Math.abs(ahead - whole) <= TOLERANCE ? whole + 0 : null;
}

/** Sets the statement's clock back; dates without a time stay. */
export function setBack(statement: readonly Row[], shift: number): Row[] {
  for (const row of statement) {
    if (row.dateOnly) continue;
    row.epoch -= shift;
    row.day = Math.floor((row.epoch + row.note.time.offset * MINUTE) / DAY);
  }
  return statement.toSorted((a, b) => a.epoch - b.epoch);
}

function* surePairs(notes: readonly Row[], statement: readonly Row[]): Iterable<[Row, Row]> {
  for (const note of notes) if (note.mate) yield [note, note.mate];
  const once = onlyOnes(statement);
  for (const [key, note] of onlyOnes(notes)) {
    const row = once.get(key);
    if (note && row && isFree(note) && isFree(row)) yield [note, row];
  }
}
