// What happens to an account in a journal, in the order in which it counts, with the amounts that were left out.
import type { Units } from '../ledger/money.ts';
import { type Moment, parseTime } from '../ledger/time.ts';
import type { Journal, JournalOptions, Posting, Transaction } from './journal.ts';
import { amountOfWeight, type JournalAmount } from './journal-amount.ts';
import { RowProblem, type StatementRows } from './statement-rows.ts';

/** What most lines have; never changed. */
export const NO_TAGS: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

/** One thing that happens to the account, in the order in which it counts. */
export interface Event {
  line: number;
  time: Moment;
  day: number;
  rank: 0 | 1;
  account: string;
  kind: 'posting' | 'assigned' | 'balance' | 'pad';
  amount: JournalAmount | null;
  reading: JournalAmount | null;
  of: Transaction | null;
  tags: Readonly<Record<string, string>>;
}

/** All that touches the chosen accounts, in file order; what cannot be read or does not touch them goes into `rows`. */
export function eventsOf(journal: Journal, chosen: Set<string>, rows: StatementRows, options: JournalOptions): Event[] {
  const events: Event[] = [];
  const used = new Set(journal.transactions.flatMap(({ postings }) => postings.map(({ account }) => account)));
  const hasBelow = (account: string) => [...used].some((name) => name.startsWith(`${account}:`));
  const timeAt = (line: number, day: string): Moment | null => {
    const time = parseTime(day, options.zone);
    if (typeof time !== 'string') return time;
    rows.add(line, new RowProblem('time', day, time === 'impossible-date' ? time : 'time'));
    return null;
  };
  for (const of of journal.transactions) {
    const own = of.postings.filter(({ account }) => chosen.has(account));
    const time = timeAt(of.line, of.day);
    if (!own.length && time) rows.add(of.line, null);
    if (!own.length || !time) continue;
    for (const posting of own) {
      const { line, account, reading } = posting;
      const at = posting.day ? timeAt(line, posting.day) : time;
      if (!at) continue;
      const base = {
        line,
        day: at.epoch,
        time: at,
        rank: 1 as const,
        account,
        of,
        tags: own.length > 1 || of.tags === NO_TAGS ? posting.tags : { ...of.tags, ...posting.tags },
      };
      if (typeof posting.amount === 'string') rows.add(line, new RowProblem('amount', posting.amount, 'amount'));
      else if (posting.amount) events.push({ ...base, kind: 'posting', amount: posting.amount, reading });
      else {
        const amounts = leftOut(posting, of.postings, journal.rounds);
        if (amounts) {
          const posted = { ...base, kind: 'posting' as const };
          const fits = (amount: JournalAmount) => reading?.commodity === amount.commodity;
          for (const amount of amounts) events.push({ ...posted, amount, reading: fits(amount) ? reading : null });
          if (reading && !amounts.some(fits)) events.push({ ...posted, amount: { ...reading, units: 0n }, reading });
        } else if (reading) events.push({ ...base, kind: 'assigned', amount: null, reading });
        else rows.add(line, new RowProblem('amount', '', 'amount-elided'));
      }
    }
  }
  const apart = { rank: 0 as const, of: null, tags: NO_TAGS };
  for (const { line, day, account, amount, repeats } of journal.balances) {
    const time = !repeats && chosen.has(account) ? timeAt(line, day) : null;
    // Money in accounts below is counted in, and stands in ledgers of its own here: nothing to compare with.
    if (!time || (journal.inclusive && hasBelow(account))) rows.add(line, null);
    else if (typeof amount === 'string') rows.add(line, new RowProblem('balance', amount, 'amount'));
    else
      events.push({ ...apart, line, day: time.epoch, time, account, kind: 'balance', amount: null, reading: amount });
  }
  for (const { line, day, account } of journal.pads) {
    const time = chosen.has(account) ? timeAt(line, day) : null;
    if (time)
      events.push({
        ...apart,
        line,
        day: time.epoch,
        time,
        account,
        rank: 1,
        kind: 'pad',
        amount: null,
        reading: null,
      });
  }
  return events;
}

/** What a posting without an amount must be, in each commodity; null where the others do not say. */
function leftOut(posting: Posting, all: readonly Posting[], rounds: boolean): JournalAmount[] | null {
  const others = all.filter((one) => one !== posting && one.group === posting.group);
  if (posting.group === null || others.some(({ weight }) => weight === null)) return null;
  const sums = new Map<string, bigint>();
  for (const { weight } of others) sums.set(weight!.commodity, (sums.get(weight!.commodity) ?? 0n) + weight!.fine);
  const found: JournalAmount[] = [];
  for (const [commodity, fine] of sums) {
    const written = others.flatMap(({ amount }) =>
      amount && typeof amount !== 'string' && amount.commodity === commodity && amount.digits ? [amount.digits] : [],
    );
    const amount =
      fine === 0n
        ? null
        : amountOfWeight({ fine: -fine, commodity }, rounds && written.length ? Math.min(...written) : null);
    if (fine !== 0n && !amount) return null;
    if (amount) found.push(amount);
  }
  return found;
}

/** Gives amounts to what was assigned a balance, and to pads at the next balance in each commodity. */
export function settle(events: Event[]): void {
  const balances = new Map<string, Units>();
  const pads = new Map<string, Event>();
  const padded = new Set<string>();
  for (const event of [...events]) {
    const { account, amount, reading } = event;
    const keyOf = ({ commodity }: JournalAmount) => `${account}\n${commodity}`;
    if (event.kind === 'pad') {
      pads.set(account, event);
      for (const key of padded) if (key.startsWith(`${account}\n`)) padded.delete(key);
    } else if (event.kind === 'posting')
      balances.set(keyOf(amount!), (balances.get(keyOf(amount!)) ?? 0n) + amount!.units);
    else {
      const key = keyOf(reading!);
      const difference = reading!.units - (balances.get(key) ?? 0n);
      const pad = event.kind === 'balance' && !padded.has(key) ? pads.get(account) : undefined;
      if (event.kind === 'assigned') event.amount = { ...reading!, units: difference };
      else if (pad && difference !== 0n) {
        const given = { ...pad, amount: { ...reading!, units: difference } };
        if (pad.amount) events.splice(events.indexOf(pad) + 1, 0, given);
        else pad.amount = given.amount;
      }
      padded.add(key);
      if (event.kind === 'assigned' || pad) balances.set(key, reading!.units);
    }
  }
}
