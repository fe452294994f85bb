// Notes as a journal for beancount: the balance at the end of each day that has a reading is asserted, to the last digit.
import { formatAmount, type Units } from '../ledger/money.ts';
import { movement, type NewNote } from '../ledger/note.ts';
import { counted, FEES, OPENING, OTHER_SIDE, type PlannedNote, planJournal } from './journal-plan.ts';
import { asideOf, tagsOf } from './journal-tags.ts';

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
  const opens = [
    ...[...plan.accounts].map(([own, name]) => `${plan.firstDay} open ${name}\n  okhelp-account: ${quoted(own)}`),
    ...[...others].map((account) => `${plan.firstDay} open ${account}`),
  ];
  const openings = plan.openings.map(({ account, currency, units }) =>
    [
      `${plan.firstDay} * "Opening balance"\n  okhelp-opening: "yes"`,
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
    return [`; ${day} not counted: ${words.filter(Boolean).join(', ').replace(/\s+/g, ' ')}\n${asideOf(note)}`];
  }
  const other = note.type === 'balance' ? 0n : -note.amount;
  const moves = [
    posting(account, note.type === 'balance' ? 0n : movement(note), currency),
    ...(other === 0n ? [] : [posting(OTHER_SIDE[note.type], other, currency)]),
    ...(fee === 0n || note.type === 'balance' ? [] : [posting(FEES, fee, currency)]),
  ];
  const transaction = [
    `${day} * ${quoted(oneLine(note.counterparty))} ${quoted(oneLine(note.memo))}`,
    ...metadata(note, day),
    ...moves,
  ].join('\n');
  const asserted = `${dayAfter(day)} balance ${account}  ${formatAmount(balance ?? 0n, currency)} ~ 0 ${currency}\n  okhelp-repeats: "yes"`;
  return lastOfDay && balance !== null ? [transaction, asserted] : [transaction];
}

function metadata(note: NewNote, day: string): string[] {
  const { reference, balance, currency } = note;
  const shown = { counterparty: oneLine(note.counterparty), memo: oneLine(note.memo), reference: '' };
  const tags = tagsOf(note, day, { ...shown, reference });
  if (reference) tags.push(['reference', reference]);
  if (balance !== null) tags.push(['balance', formatAmount(balance, currency)]);
  return tags.map(([name, text]) => `  okhelp-${name}: ${quoted(text)}`);
}

const posting = (account: string, units: Units, currency: string): string =>
  `  ${account}  ${formatAmount(units, currency)} ${currency}`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const quoted = (text: string): string => `"${text.replace(/[\r\n]+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
