// What the check says: verdicts, mismatches, explanations with their arithmetic, unreadable rows.
import type {
  Cause,
  Confidence,
  Correction,
  Evidence,
  Explanation,
  Mismatch,
  SearchLimit,
  UnreadableReason,
} from '../../ledger/findings.ts';
import { formatAmount, type Units } from '../../ledger/money.ts';
import type { Note, NoteStatus } from '../../ledger/note.ts';
import type { Recurring } from '../../ledger/recurring.ts';
import { ledger } from './ledger.ts';

const causes: Record<Cause, string> = {
  'missing-entry': 'an entry is missing',
  'duplicate-entry': 'an entry is there twice',
  'wrong-sign': 'an entry on the wrong side',
  'transposed-digits': 'two digits swapped',
  'shifted-decimal': 'the decimal point in the wrong place',
  'mistyped-digit': 'one digit wrong',
  'unrecorded-fee': 'a fee that was not recorded',
  status: 'a wrong status',
  'wrong-time': 'an entry at the wrong time',
  'wrong-reading': 'the balance reading itself',
  'several-entries': 'several entries together',
  unexplained: 'no explanation found',
};

const confidences: Record<Confidence, string> = { certain: 'almost certain', likely: 'likely', possible: 'possible' };

const reasons: Record<UnreadableReason, string> = {
  amount: 'not an amount (digits with a point, for example 128.50)',
  'amount-too-fine': 'more than 18 digits behind the point',
  'amount-empty': 'the amount is empty',
  'amount-unsigned': 'an adjustment needs + or − before its amount',
  'amount-elided': 'the amount is left out, and the other amounts do not say what it is',
  direction: 'it does not say whether the money came in or went out',
  'direction-contradicts':
    'its sign and the type or direction beside it contradict each other, so it does not say whether the money came in or went out',
  time: 'not a time that can be read (for example 2026-03-01 09:00)',
  'time-empty': 'the time is empty',
  'impossible-date': 'a day or hour that does not exist',
  type: 'not a type of note',
  'type-empty': 'the type is empty',
  status: 'not a status',
  currency: 'not a currency',
  'currency-empty': 'the currency is empty, and the file has several',
  'balance-empty': 'a balance reading needs its balance',
  'too-few-cells': 'the row has fewer cells than the header',
  'too-many-cells': 'the row has more cells than the header',
  'cut-off': 'the last line ends in the middle; the file may have been cut off',
  'open-quote': 'a quotation mark is opened and not closed',
  'stray-quote': 'text behind a closing quotation mark',
  'masked-parties': 'sender and recipient are masked, so it does not say whether the money came in or went out',
  'broken-entry': 'the entry is not written as this format has it',
  include: 'another file belongs here; okhelp reads one file at a time',
};

/** The name of a note: its line in a file, its number in the store. */
const where = (note: Note): string =>
  note.line !== null ? `line ${note.line}` : note.id || 'the balance that you gave';
const money = (units: Units, note: Note): string => `${formatAmount(units, note.currency)} ${note.currency}`;
const size = (units: Units): Units => (units < 0n ? -units : units);
const named = (note: Note): string =>
  `the ${ledger.types[note.type]} of ${money(size(note.amount), note)}${note.counterparty ? ` (${note.counterparty})` : ''}, ${where(note)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `812.50 − 22.00 = 790.50` */
const sum = (from: Units, effect: Units, to: Units, note: Note): string => {
  const plain = (units: Units) => formatAmount(units, note.currency);
  return `${plain(from)} ${effect < 0n ? '−' : '+'} ${plain(size(effect))} = ${plain(to)}`;
};

/** `line 3`, `lines 3, 4`; of many the first ones. */
const listed = (lines: readonly number[]): string => {
  if (lines.length === 1) return `line ${lines[0]}`;
  const more = lines.length > 10 ? ` and ${lines.length - 10} more` : '';
  return `lines ${lines.slice(0, 10).join(', ')}${more}`;
};

const span = (minutes: number): string =>
  minutes === 0
    ? 'at the same time'
    : minutes < 120
      ? `${minutes} min apart`
      : minutes < 2880
        ? `${Math.round(minutes / 60)} h apart`
        : `${Math.round(minutes / 1440)} days apart`;

const evidence = (fact: Evidence): string => {
  switch (fact.kind) {
    case 'same-reference':
      return `it has the same transaction id as ${where(fact.twin)}`;
    case 'same-details':
      return `${where(fact.twin)} has the same amount and the same details, ${span(fact.minutes)}`;
    case 'same-amount':
      return `${where(fact.twin)} has the same amount, ${span(fact.minutes)}`;
    case 'twice-the-amount':
      return 'the difference is exactly twice the amount';
    case 'sign-against-type':
      return 'its sign is the opposite of what its type says, and the difference is exactly twice the amount';
    case 'error-recorded':
      return `its own note says: ${fact.error}`;
    case 'status-recorded':
      return `it is recorded as ${ledger.statuses[fact.status]}`;
    case 'settled-after':
      return `in the balance of ${where(fact.reading)} it was still open`;
    case 'came-back':
      return `by ${where(fact.reading)} it had come back`;
    case 'fee-rate-seen':
      return `${fact.percent} % was charged ${fact.times === 1 ? 'once' : `${fact.times} times`} elsewhere in these notes`;
    case 'fee-seen':
      return `a fee of ${fact.amount} was charged ${fact.times === 1 ? 'once' : `${fact.times} times`} elsewhere in these notes`;
    case 'fee-usual-kind':
      return 'the difference is small beside it, and such entries often carry a fee';
    case 'fee-in-words':
      return `its own note says: ${fact.words}`;
    case 'recurring': {
      const others = fact.others === 1 ? 'one other mismatch' : `${fact.others} other mismatches`;
      return fact.share
        ? `in ${others} too it is ${fact.share.percent} % of a ${ledger.types[fact.share.type]}`
        : `it is the same in ${others}`;
    }
    case 'only-this-size':
      return 'the size of the difference fits it';
    case 'usual-amount':
      return 'such entries here often have that amount';
    case 'order-in-file':
      return 'the order of the notes says so too';
    case 'nothing-behind':
      return 'no later balance confirms it';
    case 'nothing-before':
      return 'no earlier balance confirms it';
    case 'larger-than-any':
      return 'no entry in these notes comes near this size';
    case 'finer-than-any':
      return 'no entry in these notes has as many decimals';
    case 'agrees-without-reading':
      return 'the readings before and behind agree without it';
    case 'other-side-of-reading':
      return 'there, everything agrees';
    case 'statement-own':
      return 'the statement itself is not whole there';
    case 'agrees-without-row':
      return 'without it the readings before and behind agree';
    case 'unreadable-between':
      return `${listed(fact.lines)} ${fact.lines.length === 1 ? 'lies' : 'lie'} there and could not be read`;
  }
};

/** One of several corrections, in short. */
const changed = (correction: Correction, notes: readonly Note[]): string => {
  if (correction.op === 'add') {
    const [sign, size] = [correction.amount.charAt(0), correction.amount.slice(1)];
    return `an entry that ${sign === '-' ? 'takes out' : 'brings in'} ${size} ${correction.currency} is missing`;
  }
  const note = notes.find(({ id }) => id === correction.note)!;
  if (correction.op === 'remove') return `${named(note)}, is recorded twice`;
  const value = (text: string) => (correction.field === 'status' ? ledger.statuses[text as NoteStatus] : text);
  return `${named(note)}: ${ledger.fields[correction.field]} ${value(correction.from)} → ${value(correction.to)}`;
};

/** An explanation in a sentence with its arithmetic. */
const explain = (explanation: Explanation, mismatch: Mismatch): string => {
  const { cause, notes, between, amount, effect } = explanation;
  const note = notes[0] ?? mismatch.at.note;
  const arithmetic = sum(mismatch.expected, effect, mismatch.recorded, note);
  const because = explanation.evidence.map(evidence).join('; ');
  const tail = because ? `; ${because}.` : '.';
  const change = explanation.corrections[0];
  const set = change?.op === 'set' ? change : null;
  const isHabit = explanation.evidence.some((fact) => fact.kind === 'usual-amount');
  const isAlone = !explanation.evidence.some((fact) => fact.kind === 'agrees-without-reading');
  const copied = explanation.evidence.some((fact) => fact.kind === 'agrees-without-row');
  switch (cause) {
    case 'missing-entry': {
      const place = between?.[0]
        ? `between ${where(between[0])} and ${where(between[1])}`
        : `before ${where(between![1])}`;
      return `An entry that ${effect < 0n ? `takes out ${money(amount, note)}` : `brings in ${money(amount, note)}`} is missing ${place}: ${arithmetic}${tail}`;
    }
    case 'duplicate-entry':
      return copied
        ? `${capital(named(note))}, is recorded twice, with its balance${tail}`
        : `${capital(named(note))}, is recorded twice. Without it: ${arithmetic}${tail}`;
    case 'wrong-sign':
      return `${capital(named(note))}, was entered on the wrong side (${set?.from} instead of ${set?.to}). Turned round, it changes the balance by 2 × ${formatAmount(amount, note.currency)}: ${arithmetic}${tail}`;
    case 'unrecorded-fee':
      return `A fee of ${money(amount, note)} on ${named(note)}, is not recorded: ${arithmetic}${tail}`;
    case 'status': {
      const [late] = explanation.evidence;
      if (late?.kind === 'settled-after')
        return `${capital(named(note))}, is recorded as ${ledger.statuses[note.status]} and was not yet counted in the balance of ${where(late.reading)}; after that it went through: ${arithmetic}.`;
      const back = note.amount < 0n ? 'the same amount came back' : 'the same amount was taken back';
      if (late?.kind === 'came-back')
        return late.taken
          ? `${capital(named(note))}, is recorded as ${ledger.statuses[note.status]}, but the balance moved with it: ${arithmetic}. By the balance of ${where(late.reading)} ${back}.`
          : `${capital(named(note))}, was counted at first; later ${back}, so it may have been reversed or refunded: ${arithmetic}.`;
      if (late && 'twin' in late)
        return `${capital(named(note))}, is recorded as ${ledger.statuses[note.status]}, but the balance moved with it: ${arithmetic}. ${capital(where(late.twin))} ${late.kind === 'same-reference' ? 'has the same transaction id' : 'looks like the same transaction'}, and the balance did not move again with it; only one of the two counts.`;
      return set?.to === 'completed'
        ? `${capital(named(note))}, is recorded as ${ledger.statuses[note.status]}, but the balance moved as if it had gone through: ${arithmetic}.`
        : `${capital(named(note))}, is recorded as completed, but the balance did not move with it; it may not have gone through: ${arithmetic}${tail}`;
    }
    case 'transposed-digits':
    case 'shifted-decimal':
    case 'mistyped-digit':
      return `${capital(named(note))}, may be mistyped (${causes[cause]}): ${set?.from} instead of ${set?.to}. Then ${arithmetic}${isHabit ? tail : '.'}`;
    case 'wrong-reading':
      return `The balance in ${where(note)} ${isAlone ? 'may have been' : 'was'} read or typed wrongly: ${set?.from} instead of ${set?.to}${tail}`;
    case 'wrong-time':
      if (note.type === 'balance')
        return `The balance in ${where(note)} may have been looked up at another time than noted (${set?.from}), at about ${set?.to}${tail}`;
      return `${capital(named(note))}, stands at the wrong time (${set?.from}); it belongs at about ${set?.to}${tail}`;
    case 'several-entries':
      return `Two mistakes together: ${explanation.corrections.map((each) => changed(each, notes)).join('; ')}. Then ${arithmetic}.`;
    case 'unexplained':
      return `Nothing that okhelp knows explains this difference well${tail}`;
  }
};

export const check = {
  summary: 'Finds and explains what does not add up between your notes and the balances you recorded.',
  description:
    'Without FILE it checks the notes recorded with `okhelp note`. FILE may be okhelp’s own CSV or a statement of another program; `-` reads from standard input. The exit status is 0 when all adds up, 1 when a mismatch was found, 3 when rows could not be read.',
  fileArgument: 'a file of transactions, or - for standard input',
  options: {
    account: 'only this account',
    currency: 'only this currency',
    balance: 'what the app shows now',
    at: 'when it showed that balance (now, if left out)',
    opening: 'the balance before the first note',
    since: 'only from this time on',
    until: 'only up to this time; a day alone counts whole',
    format: 'the format of FILE, instead of finding it out',
    columns:
      'which columns hold what, where their names say nothing: time=NAME,amount=NAME (or in=NAME,out=NAME); or a name under which you saved that',
    saveColumns: 'save these columns under a name; files with the same header are then read like this',
    dateOrder: 'how to read dates such as 03/04/2026, where the file does not tell',
  },
  examples: [
    ['okhelp check', 'the notes you recorded'],
    ['okhelp check notes.csv', 'a file'],
    ['okhelp check --balance 790.50', 'against what the app shows now'],
    ['okhelp check --statement export.csv', 'against the provider’s export'],
    ['okhelp check notes.csv --json', 'for a script'],
  ] as [string, string][],
  causes,
  confidences,
  reasons,
  where,
  explain,
  checking: (notes: number) => `checking ${notes} notes`,
  busy: { notes: 'going through your notes', packing: 'packing all of it' },
  reading: (file: string) => `reading ${file}`,
  doing: (what: string, progress: string) => `${what}: ${progress}`,
  progress: (percent: number, seconds: number | null) =>
    `${percent} %${seconds === null ? '' : `, about ${seconds} s left`}`,
  noNotes: 'There are no notes to check yet.',
  noNotesHint: 'Record one with `okhelp note add`, or read a file with `okhelp note import FILE`.',
  noReadings: (account: string, notes: number) =>
    `${account}: ${notes === 1 ? 'one note' : `${notes} notes`}, but no balance was recorded, so there is nothing to compare.`,
  noReadingsHint: (command: string) => `Tell okhelp what the app shows: ${command}`,
  balanced: (account: string, notes: number, readings: number) =>
    `${account}: adds up. ${notes === 1 ? 'One note' : `${notes} notes`}, ${readings === 1 ? 'one balance reading' : `${readings} balance readings`}.`,
  oneReading: (account: string, notes: number) =>
    `${account}: ${notes === 1 ? 'one note' : `${notes} notes`} with a single balance reading; a second one is needed to compare.`,
  balancedSoFar: (account: string, notes: number, readings: number) =>
    `${account}: the ${notes} notes that could be read agree with their ${readings} balance readings.`,
  noRows: 'There are no notes in this file, only its header.',
  mismatches: (account: string, count: number, notes: number, readings: number) =>
    `${account}: ${count === 1 ? 'one mismatch' : `${count} mismatches`} in ${notes === 1 ? 'one note' : `${notes} notes`} with ${readings === 1 ? 'one balance reading' : `${readings} balance readings`}.`,
  mismatch: (number: number, count: number) => (count === 1 ? 'Mismatch' : `Mismatch ${number} of ${count}`),
  expected: 'should be',
  recorded: 'recorded',
  difference: 'difference',
  less: (amount: string) => `${amount} less than expected`,
  more: (amount: string) => `${amount} more than expected`,
  betweenReadings: (after: string | null, at: string) =>
    after === null ? `It is off from the start, first seen at ${at}.` : `It lies between ${after} and ${at}.`,
  chart: {
    agreed: (amount: string, time: string) => `last balance that agrees: ${amount}, ${time}`,
    enlarged: 'The gap at the end is drawn larger than it is.',
  },
  placeOf: (note: Note, time: string) => `${where(note)} (${time})`,
  likeliest: (confidence: string) => `Why (${confidence}):`,
  alsoFits: 'Also fits:',
  alternatives: (count: number) =>
    count === 1 ? 'One further explanation also fits.' : `${count} further explanations also fit.`,
  limit: ({ kind, most }: SearchLimit) =>
    kind === 'pairs'
      ? `Two mistakes together were not searched for here: too many notes lie between the two balances (the limit is ${most}, less where many balances are off).`
      : `More than ${most} notes lie between the two balances: single wrong digits were not searched for there.`,
  /** What several mismatches have in common; `numbers` from 1. */
  recurring: ({ mismatches, share, difference }: Recurring, { currency }: { currency: string }) => {
    const [less, amount] = [difference < 0n, formatAmount(size(difference), currency)];
    const numbers = mismatches.slice(0, 10).map((at) => at + 1);
    const more = mismatches.length > numbers.length ? ', …' : '';
    const what = share ? `${share.percent} % of a ${ledger.types[share.type]}` : `${amount} ${currency}`;
    const cause = share
      ? `a ${less ? 'fee' : 'bonus or cashback'} of ${share.percent} % that was not recorded`
      : less
        ? 'something that is taken regularly and was not recorded, such as a fee or a subscription'
        : 'something that comes regularly and was not recorded, such as a bonus, cashback or interest';
    return `In ${mismatches.length} of them (${numbers.join(', ')}${more}) the balance has ${what} ${less ? 'less' : 'more'} than the notes say. One thing may explain all of these: ${cause}.`;
  },
  moreMismatches: (count: number) =>
    count === 1 ? 'One more mismatch is not shown here.' : `${count} more mismatches are not shown here.`,
  /** Between a label with its colon and what follows. */
  space: ' ',
  /** Between two corrections. */
  and: '; ',
  fix: {
    review: (count: number) => `Make these ${count} corrections?`,
    correct: 'Make them',
    flag: 'go through the corrections and apply those you accept (of recorded notes)',
    yes: 'with --fix: accept without asking what is certain or likely and adds no entry',
    question: (place: string) => `How should the mismatch at ${place} be corrected?`,
    choice: (cause: string, confidence: string) => `${cause} (${confidence})`,
    leave: 'leave it as it is',
    memo: 'added by okhelp check --fix; the kind of entry is not known',
    memoOfFee: 'added by okhelp check --fix',
    applied: (count: number) =>
      count === 0
        ? 'Nothing was changed.'
        : `${count === 1 ? 'One correction was' : `${count} corrections were`} applied. To take it back: \`okhelp note undo\``,
    again: 'Checked again:',
    inFile: 'recorded notes; import the file first, or correct it by hand',
  },
  correctRow: (lines: readonly number[]) => `first correct ${listed(lines)} so that it can be read, then check again`,
  toCorrect: 'To correct it:',
  correctInFile: {
    set: (place: string, field: string, to: string) => `in ${place}, change ${field} to ${to}`,
    remove: (place: string) => `remove ${place}`,
    addFee: (amount: string) => `add a line of its own for the fee: ${amount}`,
    add: (amount: string) => `add the missing line with the amount ${amount}`,
  },
  addNote: (command: string) => `look it up in the app, then run ${command} with its time in place of TIME`,
  exportAgain: 'If rows are missing, export the statement again for the whole period, or ask the provider for it.',
  compareFirst: 'Compare with the app before you change a note.',
  unreadable: (count: number) =>
    count === 1
      ? 'One row could not be read, so this result is incomplete:'
      : `${count} rows could not be read, so this result is incomplete:`,
  unreadableRow: (line: number, column: string | null, value: string, reason: string) =>
    `line ${line}${column ? `, column ${column}` : ''}${value ? `, “${value}”` : ''}: ${reason}`,
  moreUnreadable: (count: number) => `… and ${count} more (all are in --json).`,
  nextRecord: 'Record the balance, so that okhelp knows of it:',
  nextDiagnose: 'Next, find out what to do about it:',
  currencyExpected: 'a code such as CNY or USDT',
};
