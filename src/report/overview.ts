// The balance of one account over all its notes, in as few points as a picture needs.
import type { Units } from '../ledger/money.ts';
import { counts, movement, type Note } from '../ledger/note.ts';
import type { Moment } from '../ledger/time.ts';
import { Trace, type TracePoint } from '../ledger/trace.ts';

export interface Overview {
  points: TracePoint<Units>[];
  first: Moment;
  last: Moment;
}

/** From the first reading on; each later one counts as it was read. Null where there is none. `notes` in order of time. */
export function overviewOf(notes: readonly Note[]): Overview | null {
  const start = notes.findIndex(({ balance }) => balance !== null);
  if (start < 0) return null;
  const trace = new Trace();
  let balance = notes[start]!.balance!;
  trace.begin(start, balance);
  for (let row = start + 1; row < notes.length; row++) {
    const note = notes[row]!;
    balance = note.balance ?? balance + (counts(note) ? movement(note) : 0n);
    trace.add(row, balance);
  }
  const { points } = trace.take()!;
  return {
    points: points.map(({ step, balance: units }) => ({ step, balance: BigInt(units) })),
    first: notes[start]!.time,
    last: notes.at(-1)!.time,
  };
}
