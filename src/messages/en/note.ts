// The words of the note commands.
import type { NoteField } from '../../ledger/note.ts';
import type { SecretKind } from '../../support/draft.ts';

const notes = (n: number): string => (n === 1 ? '1 note' : `${n} notes`);
const rows = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);

/** A balance with its currency, and what the notes add up to: how far apart they are. */
interface Off {
  balance: string;
  expected: string;
  size: string;
  less: boolean;
}

const flags: Record<NoteField, string> = {
  time: 'when it was: 2026-03-01 09:00 in your time zone, or with its zone',
  type: 'payment, topup, withdrawal, transfer-in, transfer-out, refund, fee, adjustment, or balance for a balance reading alone',
  amount: 'how much, as 128.50; without a sign the type says whether it went in or out',
  currency: 'CNY, USD, USDT …',
  fee: 'a fee charged on top of the amount',
  balance: 'the balance shown afterwards',
  account: 'which account or wallet, by a name of your own',
  counterparty: 'the other side: shop, person or bank',
  reference: 'the transaction id that the provider gave it',
  status: 'completed, pending, failed, cancelled or reversed; only completed counts towards the balance',
  error: 'the error code or message that was shown',
  memo: 'anything to remember',
};

/** What is taken for a new note, behind the description of the flag. */
const leftOut: Partial<Record<NoteField, string>> = { time: ' (now, if left out)', account: ' (main, if left out)' };

const kinds: Record<SecretKind, string> = {
  'card-number': 'a card number',
  cvv: 'a card security code',
  'card-expiry': 'the expiry date of a card',
  'one-time-code': 'a one-time code',
  password: 'a password',
  'private-key': 'a private key',
  'access-key': 'an API key or access token',
  'seed-phrase': 'a recovery phrase',
};

const questions: Record<NoteField, string> = {
  time: 'When was it?',
  type: 'What kind of transaction was it?',
  amount: 'How much was it?',
  currency: 'In which currency?',
  fee: 'Was a fee charged on top of it?',
  balance: 'What balance was shown afterwards?',
  account: 'Which account or wallet?',
  counterparty: 'Who was the other side (shop, person, bank)?',
  reference: 'What is its transaction id?',
  status: 'What is its status?',
  error: 'Which error code or message was shown?',
  memo: 'Anything to remember about it?',
};

export const note = {
  flags,
  leftOut,
  questions,
  hints: {
    amount: 'for example 128.50',
    signed: 'with its sign, for example +5.00 or -5.00',
    time: 'for example 2026-03-01 09:00',
    empty: 'type - to empty it',
  },
  expected: {
    signed: 'an amount with its sign, such as +5.00 or -5.00',
    noAmount: 'nothing for a balance reading; the balance is given with --balance',
    currency: 'a currency code such as CNY, USD or USDT',
    number: 'a whole number above 0',
    json: 'json, together with --json',
  },
  what: {
    type: 'The type of the transaction',
    amount: 'The amount',
    balance: 'The balance',
    change: 'At least one change',
  },

  add: {
    review: 'Record this?',
    save: 'Record it',
    summary: 'Records a transaction, or a balance as your app shows it.',
    description:
      'At a terminal okhelp asks for what is missing. A balance after a transaction, or now and then a balance reading, is what okhelp check holds your notes against.',
    examples: {
      asked: 'be asked for everything',
      payment: 'a payment of 66.00, and the balance after it',
      reading: 'the balance as the app shows it now',
      failed: 'a top-up that failed',
    },
    recorded: (id: string) => `Recorded as ${id}:`,
    effect: (movement: string, currency: string) => `It changes the balance by ${movement} ${currency}.`,
    noEffect: (status: string) => `It does not change the balance: its status is "${status}".`,
    reading: 'A balance reading changes nothing; it is what your notes are held against.',
    disagrees: (v: Off & { since: string; earlier: string }) =>
      `The balance of ${v.balance} is ${v.size} ${v.less ? 'less' : 'more'} than your notes add up to: from the reading of ${v.earlier} (${v.since}) they lead to ${v.expected}.`,
    breaks: (v: Off & { id: string; time: string; more: number }) => {
      const others = v.more === 0 ? '' : ` Nor do${v.more === 1 ? 'es one more reading' : ` ${v.more} more readings`}.`;
      return `With this note, the reading of ${v.balance} (${v.id}, ${v.time}) no longer agrees: it is ${v.size} ${v.less ? 'less' : 'more'} than your notes add up to, ${v.expected}.${others}`;
    },
    mended: (balance: string, id: string) =>
      `With this note, the reading of ${balance} (${id}) agrees; another one still does not.`,
    balanced: (place: string) => `Now everything adds up in ${place}.`,
    explain: 'See the likely cause with: `okhelp check`',
    check: 'Hold your notes against the balance with: `okhelp check`',
  },

  secrets: {
    kinds,
    found: (field: string, kind: string) =>
      `"${field}" seems to hold ${kind}. okhelp keeps it as you wrote it, on this computer only, and takes it out of every mail.`,
    takeOut: (command: string) => `To take it out of the note for good: ${command}`,
  },

  list: {
    summary: 'Lists your notes, oldest first.',
    examples: {
      all: 'all notes',
      pending: 'what is still pending',
      recent: 'the last ten',
      since: 'from a day on',
      json: 'for a script',
    },
    filters: {
      account: 'only this account',
      currency: 'only this currency',
      type: 'only this type',
      status: 'only this status',
      since: 'only from this time on',
      until: 'only up to this time; a day alone is included',
      limit: 'only the last N',
    },
    columns: {
      id: 'no.',
      time: 'time',
      type: 'type',
      amount: 'amount',
      fee: 'fee',
      balance: 'balance',
      status: 'status',
      account: 'account',
      about: 'about',
    },
    /** The type of a balance reading, shorter than elsewhere. */
    reading: 'reading',
    none: 'There are no notes yet.',
    noneFound: 'No note fits that.',
    start: 'Record one with `okhelp note add`, or read many with `okhelp note import FILE`.',
    shown: (shown: number, all: number) => (shown === all ? notes(all) : `${shown} of ${notes(all)}`),
  },

  show: {
    summary: 'Shows all of one note.',
    example: 'all that note 12 holds',
    id: 'the number of the note, as `okhelp note list` shows it',
  },

  edit: {
    summary: 'Changes a note. `okhelp note undo` takes the change back.',
    description:
      'Only what is given is changed; an empty value ("") empties the field. At a terminal, without flags, okhelp asks what to change.',
    examples: {
      amount: 'correct the amount',
      status: 'it has gone through since',
      clear: 'take the balance out again',
      forGood: 'leave no trace of a memo',
      asked: 'be asked what to change',
    },
    which: 'What do you want to change?',
    done: 'Nothing more',
    field: (name: string, value: string) => (value ? `${name}: ${value}` : name),
    changed: (id: string) => `Changed ${id}:`,
    unchanged: (id: string) => `${id} is like that already; nothing was changed.`,
    from: (from: string, to: string) => `${from || '(empty)'} → ${to || '(empty)'}`,
    undo: 'Take it back with: `okhelp note undo`',
    forGood: 'erase what the note held before, too; cannot be taken back',
    erased: 'What it held before is erased.',
  },

  remove: {
    summary: 'Removes notes. `okhelp note undo` brings them back, unless --for-good is given.',
    description:
      'With --for-good the notes are erased, with all earlier versions of them; also notes that were removed before. If the file that they came from is imported again, they come back.',
    examples: {
      one: 'remove a note',
      several: 'remove three notes without being asked',
      forGood: 'erase a note, so that nothing of it is left',
    },
    ids: 'the numbers of the notes',
    yes: 'do not ask',
    forGood: 'erase them; cannot be taken back',
    sureForGood: (n: number) =>
      `Erase ${n === 1 ? 'this note' : `these ${n} notes`} for good? This cannot be taken back.`,
    erased: (ids: string) => `Erased for good, with earlier versions: ${ids}.`,
    alreadyRemoved: (id: string) => `${id}: removed before`,
    sure: (n: number) => (n === 1 ? 'Remove this note?' : `Remove these ${n} notes?`),
    removed: (ids: string) => `Removed: ${ids}.`,
    kept: 'Nothing was removed.',
    undo: 'Bring back what was removed with: `okhelp note undo`',
  },

  import: {
    working: (file: string) => `reading ${file}`,
    taking: (file: string, done: number, all: number) => `${file}, row ${done} of ${all}`,
    saving: (n: number) => `recording ${notes(n)}`,
    summary: 'Reads notes from a CSV file, or from a JSON export of okhelp.',
    description:
      'Rows that were recorded before are left out, however often the file is read; rows that are equal within the file each count. If a row cannot be read, nothing is changed, unless --skip-unreadable is given.',
    file: 'the file, or - for standard input',
    examples: {
      plain: 'record what is new in the file',
      dry: 'only see what would happen',
      pipe: 'from another program',
    },
    flags: {
      dryRun: 'show what would happen and change nothing',
      skip: 'import the others when rows cannot be read',
      account: 'record them under this account',
    },
    read: (file: string, n: number) => `${file}: ${rows(n)}`,
    counts: (v: { fresh: number; known: number; unreadable: number }) =>
      `${v.fresh} new, ${v.known} recorded before, ${v.unreadable} unreadable`,
    /** Rows of a statement that are counted and say nothing of a transaction. */
    besides: (n: number) =>
      `${n === 1 ? 'One row is no transaction' : `${n} rows are no transactions`}: a total, a heading or a remark.`,
    fresh: (lines: string) => `New: ${lines}`,
    known: (lines: string) => `Recorded before: ${lines}`,
    lines: (text: string, many: boolean) => `${many ? 'lines' : 'line'} ${text}`,
    moreLines: (n: number) => `and ${n} more`,
    knownRemoved: (n: number) =>
      `${n === 1 ? 'One row was' : `${n} rows were`} recorded and removed again by you, and stays so.`,
    similar: (line: number, id: string) =>
      `Line ${line} has the transaction id of ${id}, but differs from it: it may be the same transaction at a later time.`,
    added: (n: number, ids: string) => `Recorded ${notes(n)} (${ids}).`,
    nothingNew: 'Nothing new: all of it was recorded before.',
    noRows: 'The file holds a header and no notes.',
    wouldAdd: (n: number) => `${notes(n)} would be recorded. Nothing was changed (--dry-run).`,
    skipped: (n: number) => `${rows(n)} left out, as listed above.`,
    next: 'Now hold them against the balance with: `okhelp check`',
  },

  export: {
    summary: 'Writes your notes as CSV or JSON; `okhelp note import` reads both back.',
    file: 'where to write; - or nothing is standard output',
    examples: {
      csv: 'all notes, for a spreadsheet or as a backup',
      json: 'for a script',
      some: 'one account only, to the screen',
    },
    flags: {
      format: 'the format (the file name decides, if left out)',
      output: 'where to write, as FILE',
      force: 'replace the file if it is there',
    },
    working: (file: string) => `writing ${file}`,
    written: (file: string, n: number) => `Wrote ${notes(n)} to ${file}.`,
  },

  undo: {
    summary: 'Takes back the last change to your notes; again, the one before.',
    examples: { undo: 'take back the last change', dry: 'only see what it was' },
    dryRun: 'show what would be taken back and change nothing',
    done: (label: string, at: string) => `Taken back: ${label} (${at}).`,
    would: (label: string, at: string) => `The last change is: ${label} (${at}). Nothing was taken back (--dry-run).`,
    added: (n: number, ids: string) => `${notes(n)} recorded by it: ${ids}`,
    edited: (n: number, ids: string) => `${notes(n)} changed by it: ${ids}`,
    removed: (n: number, ids: string) => `${notes(n)} removed by it: ${ids}`,
    gone: (n: number) => `${notes(n)} recorded by it ${n === 1 ? 'is' : 'are'} gone.`,
    restored: (n: number) => `${notes(n)} changed by it ${n === 1 ? 'is' : 'are'} as before.`,
    back: (n: number) => `${notes(n)} removed by it ${n === 1 ? 'is' : 'are'} back.`,
  },
};
