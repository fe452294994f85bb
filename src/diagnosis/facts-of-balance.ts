// Facts about the balance: is there anything to check, does it add up, in which direction is it off.
import type { AccountFinding, Cause, CheckResult, Mismatch } from '../ledger/findings.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type Note } from '../ledger/note.ts';
import { formatTime } from '../ledger/time.ts';
import { ageInDays } from './age.ts';
import type { About, Facts, MailFields } from './fact.ts';
import { hasFailed } from './facts-of-notes.ts';

/** Causes that lie in what the person wrote down, so that the notes are corrected before anybody is written to. */
const IN_NOTES: readonly Cause[] = [
  'duplicate-entry',
  'wrong-sign',
  'transposed-digits',
  'shifted-decimal',
  'mistyped-digit',
  'unrecorded-fee',
  'wrong-time',
  'wrong-reading',
];

/** Facts from the check of the notes. That all adds up is said only where every row could be read. */
export function mismatchFacts(ordered: readonly Note[], check: CheckResult | null, about: About, now: number): Facts {
  if (ordered.length === 0) return {};
  const pair = readingPair(ordered);
  const facts: Facts = { 'has-readings': { value: pair ? 'yes' : 'no', notes: pair ?? [], fields: {} } };
  const off = (check?.accounts ?? []).filter(
    ({ mismatches, currency }) => mismatches.length > 0 && (about.currency === null || currency === about.currency),
  );
  const [account] = off;
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
  facts['mismatch-cause-in-notes'] = causeFact(off, fields);
  const open = entryOfThatSize(ordered, account);
  if (!open) {
    facts['mismatch-status'] = { value: 'no', notes, fields };
    return facts;
  }
  const ofEntry = { notes: [open.id], fields: open.reference ? { ...fields, transaction: open.reference } : fields };
  facts['mismatch-status'] = { value: 'yes', ...ofEntry };
  facts['mismatch-entry-age'] = { value: ageInDays(open.time, now, 15), ...ofEntry };
  return facts;
}

/** Whether every mismatch is most likely a slip in the notes; nothing where a slip is no more than possible. */
function causeFact(off: readonly AccountFinding[], fields: MailFields): Facts['mismatch-cause-in-notes'] {
  const likeliest = off.flatMap(({ mismatches }) =>
    mismatches.map((mismatch) => ({ mismatch, slip: slipOf(mismatch) })),
  );
  const value = likeliest.every(({ slip }) => slip === 'yes')
    ? 'yes'
    : likeliest.some(({ slip }) => slip === 'no')
      ? 'no'
      : undefined;
  if (value === undefined) return undefined;
  const notes = likeliest.flatMap(({ mismatch: { at, explanations } }) => {
    const named = value === 'yes' ? (explanations[0]?.notes ?? []) : [];
    return named.length > 0 ? named.map(({ id }) => id) : [at.note.id];
  });
  return { value, notes, fields };
}

function slipOf({ explanations }: Mismatch): 'yes' | 'no' | 'perhaps' {
  const [first] = explanations;
  if (first?.cause === 'several-entries') return 'perhaps';
  if (!first || !IN_NOTES.includes(first.cause)) return 'no';
  return first.confidence === 'possible' ? 'perhaps' : 'yes';
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

/** A note of exactly the size of a mismatch that does not count (pending, failed …), or whose status explains it. */
function entryOfThatSize(ordered: readonly Note[], account: AccountFinding): Note | undefined {
  const open = ordered.filter(
    (note) =>
      note.account === account.account &&
      note.currency === account.currency &&
      (hasFailed(note) || note.status === 'pending'),
  );
  for (const mismatch of account.mismatches) {
    const note = explainedByStatus(mismatch) ?? open.find((candidate) => sameSize(candidate, mismatch));
    if (note) return note;
  }
  return undefined;
}

/** The note whose status explains it; one recorded as completed only where that is the likeliest explanation. */
function explainedByStatus({ explanations }: Mismatch): Note | undefined {
  return explanations.find(
    ({ cause, notes }, rank) => cause === 'status' && (rank === 0 || notes[0]?.status !== 'completed'),
  )?.notes[0];
}

function sameSize({ amount, fee }: Note, { difference }: Mismatch): boolean {
  return [amount, -amount, amount - fee, fee - amount].includes(difference);
}
