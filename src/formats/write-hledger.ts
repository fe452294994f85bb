// Notes as a journal for hledger: each balance reading is an assertion, so `hledger check` finds what okhelp finds.
import { formatAmount, fractionDigits, type Units } from '../ledger/money.ts';
import { movement, type NewNote } from '../ledger/note.ts';
import { counted, FEES, OPENING, OTHER_SIDE, type PlannedNote, planJournal } from './journal-plan.ts';
import { asideOf, escaped, type Shown, tagsOf } from './journal-tags.ts';

/**
 * Writes notes, in order of time. `opening` gives what a ledger held before its first note; null leaves it to the first
 * reading. Notes that do not count stand as comments. What a journal has no place for (the exact time, the type, a fee
 * inside a movement) stands in tags beginning with `okhelp-`, which okhelp reads back.
 */
export function writeHledger(
  notes: readonly NewNote[],
  opening: (account: string, currency: string) => Units | null = () => null,
): string {
  const plan = planJournal(notes, opening);
  const others = new Set([OPENING, FEES, ...Object.values(OTHER_SIDE)]);
  const head = [
    'decimal-mark .',
    ...plan.currencies.map(
      (currency) => `commodity ${money(1000n * 10n ** 18n, currency, Math.max(fractionDigits(currency), 1))}`,
    ),
    ...[...plan.accounts].map(([own, account]) => `account ${account}  ; okhelp-account:${escaped(own)}`),
    ...[...others].map((account) => `account ${account}`),
  ];
  const openings = plan.openings.map(({ account, currency, units }) =>
    [
      `${plan.firstDay} * Opening balance  ; okhelp-opening:yes`,
      posting(account, money(units, currency)),
      posting(OPENING, money(-units, currency)),
    ].join('\n'),
  );
  const entries = plan.notes.map(entry);
  return `${[head.join('\n'), ...openings, ...entries].join('\n\n')}\n`;
}

function entry({ note, account, day }: PlannedNote): string {
  if (!counted(note)) {
    const words = [
      note.status,
      note.type,
      money(note.amount, note.currency),
      plain(note.counterparty),
      plain(note.reference),
      plain(note.memo),
    ];
    return `; ${day} not counted: ${words.filter(Boolean).join(', ')}\n${asideOf(note)}`;
  }
  const { currency, fee } = note;
  const moved = note.type === 'balance' ? 0n : movement(note);
  const reading = note.balance === null ? '' : ` = ${money(note.balance, currency)}`;
  const other = note.type === 'balance' ? 0n : -note.amount;
  return [
    headOf(note, day),
    `    ; ${tags(note, day).join(', ')}`,
    posting(account, `${money(moved, currency)}${reading}`),
    ...(other === 0n ? [] : [posting(OTHER_SIDE[note.type], money(other, currency))]),
    ...(fee === 0n || note.type === 'balance' ? [] : [posting(FEES, money(fee, currency))]),
  ].join('\n');
}

/** `2026-03-01 * (reference) counterparty | memo`; a note that names neither is named by its type. */
function headOf(note: NewNote, day: string): string {
  const { reference, counterparty, memo } = shownOf(note);
  const words = [counterparty || (memo ? '' : note.type), memo].filter((part, at) => part || at === 0);
  return `${day} * (${reference}) ${words.join(' | ')}`.trimEnd();
}

function shownOf({ reference, counterparty, memo }: NewNote): Shown {
  return {
    reference: reference.replace(/[();\s]+/g, ' ').trim(),
    counterparty: plain(counterparty).replaceAll('|', '/'),
    memo: plain(memo).replaceAll('|', '/'),
  };
}

function tags(note: NewNote, day: string): string[] {
  return tagsOf(note, day, shownOf(note)).map(([name, value]) => `okhelp-${name}:${escaped(value)}`);
}

const posting = (account: string, amount: string): string => `    ${account}  ${amount}`;

/** A code with digits or points in it stands in quotes. */
function money(units: Units, currency: string, digits = 0): string {
  const amount = formatAmount(units, currency);
  const padded = digits && !amount.includes('.') ? `${amount}.` : amount;
  return `${padded} ${/^[A-Z]+$/.test(currency) ? currency : `"${currency}"`}`;
}

/** A semicolon would begin a comment. */
const plain = (text: string): string => text.replaceAll(';', ',').replace(/\s+/g, ' ').trim();
