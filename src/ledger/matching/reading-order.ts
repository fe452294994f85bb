// The orders in which a statement's rows may have happened, and how many of its readings do not follow in each.
import { Chain } from '../chain.ts';
import { dayOf, showsDayEnds } from '../day-end.ts';
import { counts, movement, type Note } from '../note.ts';

/**
 * `file`: as they stand there; `reversed`: newest first; `blocks`: newest first, but rows of one transaction id (a payment
 * and its fee) oldest first; `time`: by their times.
 */
export type ReadingOrder = 'file' | 'reversed' | 'blocks' | 'time';

/** One ledger's rows put in an order, their readings chained. */
export interface Trial {
  order: ReadingOrder;
  /** The balance on a row is the one at the end of its day. */
  dayEnd: boolean;
  rows: readonly Note[];
  chain: Chain;
  breaks: number;
}

/**
 * The order with the fewest breaks; of equals that of the file, or its reverse where the times mostly go back. `also` counts
 * what else disagrees in an order. Readings are taken as day ends where `dayEnds` says so, or where they look it and agree
 * better that way.
 */
export function bestOrder(
  rows: readonly Note[],
  dayEnds: boolean,
  also: (chain: Chain) => number,
  traced = false,
): Trial {
  const trial = (order: ReadingOrder, ordered: readonly Note[], dayEnd: boolean): Trial => {
    const chain = dayEnd ? chainOfDays(ordered, traced) : chainOf(ordered, order, traced);
    return { order, dayEnd, rows: ordered, chain, breaks: chain.breaks.length + chain.breaksOmitted + also(chain) };
  };
  const byTime = () => trial('time', byDay(rows), true);
  if (dayEnds) return byTime();
  const tries: [ReadingOrder, () => readonly Note[]][] = [
    ['file', () => rows],
    ['reversed', () => rows.toReversed()],
    ['blocks', () => reversedInBlocks(rows)],
    ['time', () => rows.toSorted((a, b) => a.time.epoch - b.time.epoch)],
  ];
  if (isNewestFirst(rows)) tries.unshift(tries.splice(1, 1)[0]!);
  const [first, ...others] = tries;
  let best = trial(first![0], first![1](), false);
  for (const [order, ordered] of others) {
    if (best.breaks === 0) return best;
    const next = trial(order, ordered(), false);
    if (next.breaks < best.breaks) best = next;
  }
  if (best.breaks === 0 || !showsDayEnds(rows)) return best;
  const days = byTime();
  return days.breaks < best.breaks ? days : best;
}

/** Times go back more often than forward. */
function isNewestFirst(rows: readonly Note[]): boolean {
  let back = 0;
  for (let i = 1; i < rows.length; i++) back += Math.sign(rows[i - 1]!.time.epoch - rows[i]!.time.epoch);
  return back > 0;
}

/** What a row moves, and the balance behind it. Which balances are readings the format has decided. */
function step(note: Note): { move: bigint; reading: bigint | null } {
  return { move: counts(note) ? movement(note) : 0n, reading: note.balance };
}

/** Only in order of time may rows of one moment change places; any other order is the file's word. */
function chainOf(rows: readonly Note[], order: ReadingOrder, traced: boolean): Chain {
  const chain = new Chain(0n, null, undefined, traced);
  rows.forEach((note, at) => {
    const { move, reading } = step(note);
    chain.push(order === 'time' ? note.time.epoch : at, move, reading, at);
  });
  chain.end();
  return chain;
}

/** The one reading of each day counts behind the day's last row. */
function chainOfDays(rows: readonly Note[], traced: boolean): Chain {
  const chain = new Chain(0n, null, undefined, traced);
  for (let from = 0; from < rows.length; ) {
    let to = from;
    let reading: { balance: bigint; at: number } | null = null;
    for (; to < rows.length && dayOf(rows[to]!) === dayOf(rows[from]!); to++) {
      const balance = step(rows[to]!).reading;
      if (balance !== null && (rows[to]!.type !== 'balance' || reading === null)) reading = { balance, at: to };
    }
    for (let at = from; at < to; at++) chain.push(at, step(rows[at]!).move, null, at);
    if (reading) chain.push(to - 0.5, 0n, reading.balance, reading.at);
    from = to;
  }
  chain.end();
  return chain;
}

function byDay(rows: readonly Note[]): Note[] {
  return rows.toSorted((a, b) => dayOf(a) - dayOf(b));
}

function reversedInBlocks(rows: readonly Note[]): Note[] {
  const blocks: Note[][] = [];
  for (const note of rows) {
    const block = blocks.at(-1);
    if (note.reference !== '' && block?.[0]?.reference === note.reference) block.push(note);
    else blocks.push([note]);
  }
  return blocks.toReversed().flat();
}
