// Facts about the balance: is there anything to check, does it add up, in which direction is it off.
import type { AccountFinding, CheckResult, Mismatch } from '../ledger/findings.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type Note } from '../ledger/note.ts';
import { formatTime } from '../ledger/time.ts';
import type { About, Facts, MailFields } from './fact.ts';
import { hasFailed } from './facts-of-notes.ts';

/** Facts from the check of the notes. That all adds up is said only where every row could be read. */
export function mismatchFacts(ordered: readonly Note[], check: CheckResult | null, about: About): Facts {
  if (ordered.length === 0) return {};
  const pair = readingPair(ordered);
  const facts: Facts = { 'has-readings': { value: pair ? 'yes' : 'no', notes: pair ?? [], fields: {} } };
  const off = (check?.accounts ?? []).filter(({ mismatches }) => mismatches.length > 0);
  const account = off.find(({ currency }) => currency === about.currency) ?? off[0];
  if (!account) {
    if (pair && check?.balanced && check.source.unreadable.length === 0) {
      facts.mismatch = { value: 'no', notes: pair, fields: {} };
    }
    return facts;
  }
  const fields = fieldsOfMismatch(account);
  const notes = account.mismatches.map(({ at }) => at.note.id);
  facts.mismatch = { value: 'yes', notes, fields };
  facts['mismatch-direction'] = { value: drift(account) < 0n ? 'less' : 'more', notes, fields };
  facts['mismatch-status'] = statusFact(ordered, account, fields);
  return facts;
}

/** Two notes of one account with a balance each, so that what lies between can be checked. */
function readingPair(ordered: readonly Note[]): string[] | null {
  const first = new Map<string, string>();
  for (const { id, balance, account, currency } of ordered) {
    if (balance === null) continue;
    const ledger = `${account}\n${currency}`;
    const earlier = first.get(ledger);
    if (earlier !== undefined) return [earlier, id];
    first.set(ledger, id);
  }
  return null;
}

/** How far the last reading is off in all, or the last mismatch where they cancel out. */
function drift({ expected, recorded, mismatches }: AccountFinding): Units {
  const whole = expected === null || recorded === null ? 0n : recorded - expected;
  return whole === 0n ? mismatches.at(-1)!.difference : whole;
}

function fieldsOfMismatch(account: AccountFinding): MailFields {
  const off = drift(account);
  const fields: MailFields = {
    time: formatTime(account.mismatches[0]!.at.note.time),
    amount: formatAmount(off < 0n ? -off : off, account.currency),
    currency: account.currency,
  };
  if (account.account !== DEFAULT_ACCOUNT) fields.account = account.account;
  return fields;
}

/** Whether a note that does not count (pending, failed, cancelled, reversed) has exactly the size of a mismatch. */
function statusFact(ordered: readonly Note[], account: AccountFinding, fields: MailFields): Facts['mismatch-status'] {
  const open = ordered.filter(
    (note) =>
      note.account === account.account &&
      note.currency === account.currency &&
      (hasFailed(note) || note.status === 'pending'),
  );
  for (const mismatch of account.mismatches) {
    const note = explainedByStatus(mismatch) ?? open.find((candidate) => sameSize(candidate, mismatch));
    if (note) {
      const more = note.reference ? { ...fields, transaction: note.reference } : fields;
      return { value: 'yes', notes: [note.id], fields: more };
    }
  }
  return { value: 'no', notes: account.mismatches.map(({ at }) => at.note.id), fields };
}

function explainedByStatus({ explanations }: Mismatch): Note | undefined {
  return explanations.find(({ cause }) => cause === 'status')?.notes[0];
}

function sameSize({ amount, fee }: Note, { difference }: Mismatch): boolean {
  return [amount, -amount, amount - fee, fee - amount].includes(difference);
}
