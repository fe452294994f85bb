// Rows that share one moment: their order in a file says little, so an order is looked for in which their readings agree.
import type { RowRef } from './chain.ts';
import { type Count, minus, plus } from './count.ts';

export interface Step {
  move: Count;
  reading: Count | null;
  row: RowRef;
}

/** How many placements are tried before the order of the file is taken as it is. */
const MOST_TRIES = 20_000;

/**
 * The steps in an order that leads from `start` (null: any start) through every reading; tried are the order given, its
 * reverse, then a search. Where none agrees, whichever of the first two breaks less.
 */
export function orderWithinMoment(steps: Step[], start: Count | null): Step[] {
  const given = breaksIn(steps, start);
  if (given === 0) return steps;
  const backwards = steps.toReversed();
  const reversed = breaksIn(backwards, start);
  if (reversed === 0) return backwards;
  return search(steps, start) ?? (reversed < given ? backwards : steps);
}

function breaksIn(steps: readonly Step[], start: Count | null): number {
  let balance = start;
  let breaks = 0;
  let floating: Count | null = null;
  for (const { move, reading } of steps) {
    if (balance !== null) balance = plus(balance, move);
    else floating = floating === null ? move : plus(floating, move);
    if (reading === null) continue;
    if (balance !== null && balance !== reading) breaks++;
    balance = reading;
  }
  return breaks;
}

/**
 * Depth-first: from the balance reached, a row whose reading follows from it comes next; where none does, a row without
 * a reading. Rows that look alike are tried once.
 */
function search(steps: readonly Step[], start: Count | null): Step[] | null {
  const left = new Set(steps);
  const order: Step[] = [];
  let tries = 0;

  const from = (balance: Count | null): boolean => {
    if (left.size === 0) return true;
    const tried = new Set<string>();
    for (const step of candidates(left, balance)) {
      const key = `${step.move}/${step.reading}`;
      if (tried.has(key)) continue;
      tried.add(key);
      if (++tries > MOST_TRIES) return false;
      left.delete(step);
      order.push(step);
      if (from(step.reading ?? (balance === null ? null : plus(balance, step.move)))) return true;
      order.pop();
      left.add(step);
    }
    return false;
  };
  return steps.length <= 1000 && from(start) ? order : null;
}

function candidates(left: ReadonlySet<Step>, balance: Count | null): Step[] {
  const all = [...left];
  if (balance === null) return all.filter((step) => step.reading !== null);
  const following = all.filter((step) => step.reading !== null && minus(step.reading, step.move) === balance);
  return [...following, ...all.filter((step) => step.reading === null)];
}
