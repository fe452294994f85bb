// Notes as a journal for beancount: the balance at the end of each day that has a reading is asserted, to the last digit.
import { formatAmount, type Units } from '../ledger/money.ts';
import { movement, type NewNote } from '../ledger/note.ts';
import { formatTime } from '../ledger/time.ts';
import { counted, FEES, OPENING, OTHER_SIDE, type PlannedNote, planJournal } from './journal-plan.ts';

/**
 * Writes notes, in order of time. beancount knows balances at the start of a day only: a reading that nothing follows
 * that day becomes `balance` on the next, the others stand in metadata, which okhelp reads back. `opening` as for hledger.
 */
export function writeBeancount(
  notes: readonly NewNote[],
  opening: (account: string, currency: string) => Units | null = () => null,
): string {
  const plan = planJournal(notes, opening);
  const others = new Set([OPENING, FEES, ...Object.values(OTHER_SIDE)]);
  const opens = [...plan.accounts.values(), ...others].map((account) => `${plan.firstDay} open ${account}`);
  const openings = plan.openings.map(({ account, currency, units }) =>
    [
      `${plan.firstDay} * "Opening balance"`,
      posting(account, units, currency),
      posting(OPENING, -units, currency),
    ].join('\n'),
  );
  return `${[opens.join('\n'), ...openings, ...plan.notes.flatMap(entry)].join('\n\n')}\n`;
}

function entry({ note, account, day, lastOfDay }: PlannedNote): string[] {
  const { currency, fee, balance } = note;
  if (!counted(note)) {
    const words = [
      note.status,
      note.type,
      `${formatAmount(note.amount, currency)} ${currency}`,
      note.counterparty,
      note.reference,
      note.memo,
    ];
    return [`; ${day} not counted: ${words.filter(Boolean).join(', ').replace(/\s+/g, ' ')}`];
  }
  const other = note.type === 'balance' ? 0n : -note.amount;
  const moves = [
    posting(account, note.type === 'balance' ? 0n : movement(note), currency),
    ...(other === 0n ? [] : [posting(OTHER_SIDE[note.type], other, currency)]),
    ...(fee === 0n || note.type === 'balance' ? [] : [posting(FEES, fee, currency)]),
  ];
  const transaction = [`${day} * ${quoted(note.counterparty)} ${quoted(note.memo)}`, ...metadata(note), ...moves].join(
    '\n',
  );
  const asserted = `${dayAfter(day)} balance ${account}  ${formatAmount(balance ?? 0n, currency)} ~ 0 ${currency}`;
  return lastOfDay && balance !== null ? [transaction, asserted] : [transaction];
}

function metadata({ time, type, fee, currency, reference, balance }: NewNote): string[] {
  const fields: [string, string][] = [
    ['type', type],
    ['time', formatTime(time)],
    ['reference', reference],
    ['fee', fee === 0n || type === 'balance' ? '' : formatAmount(fee, currency)],
    ['balance', balance === null ? '' : formatAmount(balance, currency)],
  ];
  return fields.filter(([, text]) => text).map(([name, text]) => `  okhelp-${name}: ${quoted(text)}`);
}

const posting = (account: string, units: Units, currency: string): string =>
  `  ${account}  ${formatAmount(units, currency)} ${currency}`;

const quoted = (text: string): string => `"${text.replace(/\s+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
