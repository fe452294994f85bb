// Fees that stand in rows of their own beside what they were charged for: by the transaction id, or right at that moment.
import { magnitude } from './causes/shared.ts';
import type { Units } from './money.ts';
import { counts, type Note } from './note.ts';

/** A fee without an id of its transaction stands next to it, and so near in time, in milliseconds. */
const AT_ONCE = 2 * 60_000;
/** It is at most this part (1/n) of the amount. */
const LARGEST_PART = 4n;
/** Shorter ids are no proof when one only contains the other. */
const LONG_ENOUGH = 6;

/** The fee of each transaction that has one beside it, by the transaction's id; `notes` in order of time. */
export function feesBeside(notes: readonly Note[]): Map<string, Units> {
  const found = new Map<string, Units>();
  const isFee = (note: Note) => note.type === 'fee' && note.amount < 0n && counts(note);
  if (!notes.some(isFee)) return found;
  const hosts = new Map<string, Note>();
  for (const note of notes) if (note.reference && canCarry(note)) hosts.set(note.reference, note);
  notes.forEach((fee, i) => {
    if (!isFee(fee)) return;
    const free = (host: Note | undefined): host is Note =>
      host !== undefined &&
      canCarry(host) &&
      !found.has(host.id) &&
      -fee.amount * LARGEST_PART <= magnitude(host.amount);
    const host = [namedBy(fee, hosts), ...[notes[i - 1], notes[i + 1]].filter((next) => isAtOnce(fee, next))].find(
      free,
    );
    if (host) found.set(host.id, -fee.amount);
  });
  return found;
}

function canCarry(note: Note): boolean {
  return counts(note) && note.type !== 'fee' && note.fee === 0n && note.amount !== 0n;
}

/** The transaction whose id the fee has, or has in its own (`FEE-TRANSFER-118`). */
function namedBy({ reference }: Note, hosts: Map<string, Note>): Note | undefined {
  const same = hosts.get(reference);
  if (same || reference.length <= LONG_ENOUGH) return same;
  for (let cut = 1; reference.length - cut >= LONG_ENOUGH; cut++) {
    const host = hosts.get(reference.slice(cut)) ?? hosts.get(reference.slice(0, -cut));
    if (host) return host;
  }
  return undefined;
}

/** A day alone says nothing of the moment; and an id of another transaction says that the fee is not of this one. */
function isAtOnce(fee: Note, next: Note | undefined): boolean {
  if (!next || Math.abs(next.time.epoch - fee.time.epoch) > AT_ONCE) return false;
  const isDayAlone = (fee.time.epoch + fee.time.offset * 60_000) % 86_400_000 === 0;
  return !isDayAlone && (!fee.reference || !next.reference);
}
