// What the mail says of the balance check: the sender's own words, about entries that support can look up.
import type { Correction, Evidence, Explanation, Mismatch } from '../../ledger/findings.ts';
import { formatAmount, type Units } from '../../ledger/money.ts';
import type { Note, NoteStatus } from '../../ledger/note.ts';
import { formatOffset, formatWallClock } from '../../ledger/time.ts';
import { ledger } from './ledger.ts';

const size = (units: Units): Units => (units < 0n ? -units : units);
const money = (units: Units, { currency }: Note): string => `${formatAmount(units, currency)} ${currency}`;
/** The offset stands beside the balances already; here only where it is another. */
const at = ({ time }: Note, mismatch: Mismatch): string =>
  `${formatWallClock(time)}${time.offset === mismatch.at.note.time.offset ? '' : ` UTC${formatOffset(time.offset)}`}`;

/** A note as support can find it: its type, amount and time, and the transaction id where there is one. */
const named = (note: Note, mismatch: Mismatch): string => {
  if (note.type === 'balance')
    return `the balance of ${money(note.balance ?? 0n, note)} shown at ${at(note, mismatch)}`;
  const id = note.reference ? ` (transaction ID ${note.reference})` : '';
  return `the ${ledger.types[note.type]} of ${money(size(note.amount), note)} at ${at(note, mismatch)}${id}`;
};

/** `812.50 − 22.00 = 790.50` */
const sum = ({ expected, recorded, at: { note } }: Mismatch, effect: Units): string => {
  const plain = (units: Units) => formatAmount(units, note.currency);
  return `${plain(expected)} ${effect < 0n ? '−' : '+'} ${plain(size(effect))} = ${plain(recorded)}`;
};

/** What of the evidence support can use; the rest only says why okhelp thought of it. */
const evidence = (fact: Evidence): string => {
  const often = (times: number) => (times === 1 ? 'one other entry' : `${times} other entries`);
  switch (fact.kind) {
    case 'fee-rate-seen':
      return ` In my records, ${fact.percent} % was charged on ${often(fact.times)}.`;
    case 'fee-seen':
      return ` In my records, a fee of ${fact.amount} was charged on ${often(fact.times)}.`;
    case 'fee-in-words':
      return ` My note on it says: ${fact.words}.`;
    case 'error-recorded':
      return ` My note on it says: ${fact.error.replace(/\.$/, '')}.`;
    case 'unreadable-between':
      return ' Part of my file could not be read there.';
    default:
      return '';
  }
};

/** One of several corrections. */
const wrong = (correction: Correction, notes: readonly Note[], mismatch: Mismatch): string => {
  if (correction.op === 'add') {
    const [sign, rest] = [correction.amount.charAt(0), correction.amount.slice(1)];
    return `an entry that ${sign === '-' ? 'takes out' : 'brings in'} ${rest} ${correction.currency} (missing from my records)`;
  }
  const note = notes.find(({ id }) => id === correction.note)!;
  if (correction.op === 'remove') return `${named(note, mismatch)} (recorded twice)`;
  const { field, from, to } = correction;
  if (field === 'fee') return `${named(note, mismatch)} (a fee of ${to} ${note.currency} not recorded)`;
  const value = (text: string) => (field === 'status' ? ledger.statuses[text as NoteStatus] : text);
  return `${named(note, mismatch)} (recorded as ${value(from)} instead of ${value(to)})`;
};

/** What may explain a difference, with its arithmetic. */
const explain = (explanation: Explanation, mismatch: Mismatch): string => {
  const { cause, notes, amount, effect, corrections } = explanation;
  const note = notes[0] ?? mismatch.at.note;
  const because = explanation.evidence.map(evidence).join('');
  const arithmetic = sum(mismatch, effect);
  const set = corrections[0]?.op === 'set' ? corrections[0] : null;
  switch (cause) {
    case 'missing-entry': {
      const place = mismatch.after ? 'Between these two balances' : 'Before this balance';
      return `${place}, an entry that ${effect < 0n ? 'takes out' : 'brings in'} ${money(amount, note)} may be missing from my records: ${arithmetic}.${because}`;
    }
    case 'duplicate-entry': {
      const twin = explanation.evidence.flatMap((fact) => ('twin' in fact ? [fact.twin] : []))[0];
      const both = twin && named(twin, mismatch) !== named(note, mismatch);
      return both
        ? `I may have recorded the same transaction twice: ${named(twin, mismatch)}, and ${named(note, mismatch)}. Counted once: ${arithmetic}.`
        : `I may have recorded ${named(note, mismatch)} twice. Counted once: ${arithmetic}.`;
    }
    case 'wrong-sign':
      return `I may have recorded ${named(note, mismatch)} in the wrong direction (${set?.from} instead of ${set?.to}). Turned round: ${arithmetic}.`;
    case 'unrecorded-fee':
      return `A fee of ${money(amount, note)} that is not in my records may have been charged on ${named(note, mismatch)}: ${arithmetic}.${because}`;
    case 'status': {
      const [late] = explanation.evidence;
      if (late?.kind === 'settled-after')
        return `My records have ${named(note, mismatch)} as ${ledger.statuses[note.status]}; it seems to have gone through after the balance shown at ${at(late.reading, mismatch)}: ${arithmetic}.`;
      const back = note.amount < 0n ? 'come back' : 'been taken back';
      if (late?.kind === 'came-back')
        return late.taken
          ? `My records have ${named(note, mismatch)} as ${ledger.statuses[note.status]}, but the balance moved with it: ${arithmetic}. By the balance shown at ${at(late.reading, mismatch)}, the same amount had ${back}.`
          : `The amount of ${named(note, mismatch)} seems to have ${back} later: ${arithmetic}. My records have no entry for that.`;
      if (late && 'twin' in late)
        return `My records have ${named(note, mismatch)} as ${ledger.statuses[note.status]}, but the balance moved with it: ${arithmetic}. I seem to have recorded it a second time (${named(late.twin, mismatch)}); the balance did not move again.`;
      return set?.to === 'completed'
        ? `My records have ${named(note, mismatch)} as ${ledger.statuses[note.status]}, but the balance moved as if it had gone through: ${arithmetic}.`
        : `My records have ${named(note, mismatch)} as completed, but the balance did not move with it: ${arithmetic}.${because}`;
    }
    case 'transposed-digits':
    case 'shifted-decimal':
    case 'mistyped-digit':
      return `I may have written down ${named(note, mismatch)} wrongly: ${set?.from} instead of ${set?.to}. Corrected: ${arithmetic}.`;
    case 'wrong-reading':
      return `I may have written down the balance shown at ${at(note, mismatch)} wrongly: ${set?.from} instead of ${set?.to}.`;
    case 'wrong-time':
      if (note.type === 'balance')
        return `I may have looked up ${named(note, mismatch)} at another time than I wrote down. Then: ${arithmetic}.`;
      return `I may have written down the time of ${named(note, mismatch)} wrongly: it may belong on the other side of the balance shown at ${at(mismatch.at.note, mismatch)}. Then: ${arithmetic}.`;
    case 'several-entries': {
      const parts = corrections.map((correction) => wrong(correction, notes, mismatch));
      return `Several entries together may explain it: ${parts.join('; ')}. Corrected: ${arithmetic}.`;
    }
    case 'unexplained':
      return '';
  }
};

export const finding = {
  title: 'What my own records show',
  account: (account: string | null, currency: string) =>
    `In my own records${account ? ` of the account "${account}"` : ''} (${currency}), one balance does not fit the transactions:`,
  reading: (amount: string, time: string) => `${amount}, ${time}`,
  agreed: 'Last balance that fitted',
  shown: 'Balance shown later',
  shownFirst: 'Balance shown',
  expected: 'Balance expected from my records',
  difference: 'Difference',
  less: (amount: string) => `${amount} less than expected`,
  more: (amount: string) => `${amount} more than expected`,
  cause: 'Possible explanation, from my own records',
  explain,
  others: (count: number) =>
    count === 1 ? 'One other explanation would fit as well.' : `${count} other explanations would fit as well.`,
  /** Between two sentences. */
  gap: ' ',
  further: (count: number) =>
    count === 1 ? 'My records show one further difference.' : `My records show ${count} further differences.`,
  balanced: 'I have added up the transactions that I recorded myself, and they agree with the balances that I noted.',
  unread: (count: number) =>
    count === 1
      ? 'One line of my records could not be read and is not counted here.'
      : `${count} lines of my records could not be read and are not counted here.`,
  /** What an ask of content/ says of the calculation; taken out where the mail holds none. */
  claim: ' The calculation is in this mail.',
};
