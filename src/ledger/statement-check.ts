// The statement held against itself, before anybody's notes are blamed: do its rows, balances and totals agree?
import type { Chain } from './chain.ts';
import type { BalanceWay, Reading } from './findings.ts';
import { type Compared, chained, type DeclaredFigures, type DeclaredGap, totals } from './matching/declared-figures.ts';
import { bestOrder, type ReadingOrder, type Trial } from './matching/reading-order.ts';
import type { Units } from './money.ts';
import { counts, movement, type Note } from './note.ts';
import { wayOf } from './trace.ts';

export type { DeclaredFigures, DeclaredGap };

export interface StatementCheckOptions {
  /** Several of one ledger are statements that follow each other, in this order. */
  declared?: readonly DeclaredFigures[];
  /** The format is known to show the balance at the end of the day on each row of that day. */
  dayEndBalances?: boolean;
  /** Lines of the file that could not be read: a gap or a figure that is off may be due to them. */
  unreadable?: readonly number[];
  /** The first gaps keep the way of the balance to them, for a picture. */
  traced?: boolean;
}

/** Two balances of the statement with rows between them that do not lead from one to the other. */
export interface StatementGap {
  /** `rows`: rows are missing there, or differ; `balance`: one balance is wrong, the next one follows without it. */
  kind: 'rows' | 'balance';
  after: Reading | null;
  at: Reading;
  expected: Units;
  recorded: Units;
  /** recorded − expected. */
  difference: Units;
  /** Lines between the two that could not be read: then the gap may be okhelp's, not the statement's. */
  unreadable: number[];
  way?: BalanceWay;
}

export interface StatementLedger {
  /** Empty for the figures of the whole file. */
  account: string;
  currency: string;
  rows: number;
  readings: number;
  order: ReadingOrder;
  dayEnd: boolean;
  /** Before the first row and behind the last: by the readings, else as declared; null where nothing says it. */
  opening: Units | null;
  closing: Units | null;
  /** In the order in which the rows happened. */
  gaps: StatementGap[];
  /** Further gaps that are not listed (more than a thousand). */
  omitted: number;
  declaredGaps: DeclaredGap[];
  /** How many balances and figures could be compared; with 0 the statement gives nothing to check it by. */
  compared: number;
}

export interface StatementCheck {
  /** Nothing in it contradicts itself; says little where nothing could be compared. */
  agrees: boolean;
  ledgers: StatementLedger[];
}

/** Checks the rows of a statement, in the order of its file, ledger by ledger. What it finds is the statement's own. */
export function checkStatement(notes: readonly Note[], options: StatementCheckOptions = {}): StatementCheck {
  const ledgers = new Map<string, Note[]>();
  const rowsOf = ({ account, currency }: { account: string; currency: string }): Note[] => {
    const key = `${account}\n${currency}`;
    let rows = ledgers.get(key);
    if (!rows) ledgers.set(key, (rows = []));
    return rows;
  };
  for (const note of notes) rowsOf(note).push(note);
  const named = notes.every(({ account }) => account !== '');
  const ofFile = (figures: DeclaredFigures) => named && figures.account === '';
  for (const figures of options.declared ?? []) if (!ofFile(figures)) rowsOf(figures);
  const checked = [...ledgers].map(([key, rows]) => {
    const [account, currency] = key.split('\n') as [string, string];
    return checkLedger(account, currency, rows, options);
  });
  for (const figures of (options.declared ?? []).filter(ofFile)) checked.push(checkFile(figures, notes, options));
  return {
    agrees: checked.every(({ gaps, declaredGaps }) => gaps.length + declaredGaps.length === 0),
    ledgers: checked,
  };
}

/** Counts and sums over all accounts; an opening or closing balance of all of them together says nothing. */
function checkFile(
  figures: DeclaredFigures,
  notes: readonly Note[],
  { unreadable = [] }: StatementCheckOptions,
): StatementLedger {
  const rows = notes.filter(({ currency }) => currency === figures.currency);
  const { gaps: declaredGaps, compared } = totals(rows, [figures], unreadable.length);
  const nothing = { readings: 0, opening: null, closing: null, gaps: [], omitted: 0 };
  const { account, currency } = figures;
  return { account, currency, rows: rows.length, order: 'file', dayEnd: false, ...nothing, declaredGaps, compared };
}

function checkLedger(
  account: string,
  currency: string,
  rows: readonly Note[],
  { declared = [], dayEndBalances = false, unreadable = [], traced }: StatementCheckOptions,
): StatementLedger {
  const figures = declared.filter((one) => one.account === account && one.currency === currency);
  const opening = figures[0]?.opening ?? null;
  const closing = figures.at(-1)?.closing ?? null;
  const whole = unreadable.length === 0;
  const ends = (chain: Chain) => endsOf(chain, rows, opening, closing, whole);
  const trial = bestOrder(rows, dayEndBalances, (chain) => ends(chain).gaps.length, traced);
  const { chain } = trial;
  const inside = [ends(chain), chained(figures), totals(rows, figures, unreadable.length)];
  return {
    account,
    currency,
    rows: rows.length,
    readings: chain.readings,
    order: trial.order,
    dayEnd: trial.dayEnd,
    opening: (chain.opening as Units | null) ?? opening,
    closing: currentOf(chain, rows, opening),
    gaps: gapsOf(trial, unreadable),
    omitted: chain.breaksOmitted,
    declaredGaps: inside.flatMap(({ gaps }) => gaps),
    compared: Math.max(0, chain.readings - 1) + inside.reduce((sum, { compared }) => sum + compared, 0),
  };
}

/** The breaks of the chain; one that the next undoes is a single wrong balance. */
function gapsOf({ chain: { breaks }, rows }: Trial, unreadable: readonly number[]): StatementGap[] {
  const reading = (row: number): Reading => ({ note: rows[row]!, balance: rows[row]!.balance! });
  const gaps: StatementGap[] = [];
  for (let i = 0; i < breaks.length; i++) {
    const { after, at, expected, recorded } = breaks[i]!;
    const difference = (recorded as Units) - (expected as Units);
    const way = wayOf(breaks[i]!, { resolve: (row) => rows[row]!, units: BigInt });
    const next = breaks[i + 1];
    const undone = next?.after === at && (next.recorded as Units) - (next.expected as Units) === -difference;
    gaps.push({
      kind: undone ? 'balance' : 'rows',
      after: after === null ? null : reading(after),
      at: reading(at),
      expected: expected as Units,
      recorded: recorded as Units,
      difference,
      unreadable: after === null ? [] : unreadable.filter(between(rows[after]!, rows[at]!)),
      ...(way && { way }),
    });
    if (undone) i++;
  }
  return gaps;
}

/** Newest-first files have the earlier row further down. */
function between({ line: one }: Note, { line: other }: Note): (line: number) => boolean {
  const [low, high] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)];
  return (line) => line > low && line < high;
}

/**
 * The declared balances against the first and the last reading; without readings, one against the other over the rows,
 * if those are `whole`.
 */
function endsOf(
  chain: Chain,
  rows: readonly Note[],
  opening: Units | null,
  closing: Units | null,
  whole: boolean,
): Compared {
  const gaps: DeclaredGap[] = [];
  let compared = 0;
  const compare = (kind: 'opening' | 'closing', declared: Units | null, found: Units | null) => {
    if (declared === null || found === null) return;
    compared++;
    if (declared !== found) gaps.push({ kind, declared, found, difference: declared - found });
  };
  compare('opening', opening, chain.opening as Units | null);
  if (whole || chain.current !== null) compare('closing', closing, currentOf(chain, rows, opening));
  return { gaps, compared };
}

/** The balance behind the last row. */
function currentOf(chain: Chain, rows: readonly Note[], opening: Units | null): Units | null {
  if (chain.current !== null) return chain.current as Units;
  return opening === null ? null : rows.reduce((sum, note) => sum + (counts(note) ? movement(note) : 0n), opening);
}
