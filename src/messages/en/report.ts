// The words of the report: those of the command, and those of the page that it writes.
import type { SecretKind } from '../../support/draft.ts';

type Audience = 'support' | 'public' | 'me';

const rows = (count: number) => (count === 1 ? 'one row' : `${count} rows`);
const times = (text: string, count: number) => (count > 1 ? `${text} (${count} places)` : text);

const secrets: Record<SecretKind, string> = {
  'card-number': 'a card number (its first six and last four digits stay)',
  cvv: 'a card security code',
  'card-expiry': 'a card expiry date',
  'one-time-code': 'a one-time code',
  password: 'a password or PIN',
  'private-key': 'a private key',
  'access-key': 'an API key or access token',
  'seed-phrase': 'a recovery phrase',
};

/** The page itself speaks to whoever reads it, not to the person who wrote it. */
const page = {
  for: {
    support: 'For the provider’s support, or for a body that handles complaints. Secrets have been taken out.',
    public:
      'For anybody to read. Secrets, names, accounts, transaction ids and times of day have been taken out; amounts and days are as recorded.',
    me: 'For my own records. Secrets have been taken out; everything else is in it.',
  } as Record<Audience, string>,
  contents: 'Contents',
  sections: {
    summary: 'Summary',
    outcome: 'What happened',
    timeline: 'Timeline',
    balance: 'The balance',
    notes: 'Transactions as recorded',
    statement: 'Compared with the statement',
    evidence: 'Evidence',
    drafts: 'Messages written',
    made: 'How this report was made',
  },
  caseTitle: (problem: string) => `Report: ${problem}`,
  notesTitle: 'Report: the balance of a payment wallet',
  caseLine: (id: string, state: string, since: string) => `Case ${id}, ${state}, since ${since}`,
  verdict: {
    statement: (counts: { matched: number; together: number; differing: number; notes: number; statement: number }) => {
      const parts = [
        `${counts.matched} agree`,
        counts.together && `${counts.together} agree in sum`,
        counts.differing && `${counts.differing} ${counts.differing === 1 ? 'differs' : 'differ'}`,
        counts.notes && `${counts.notes} only in the notes`,
        counts.statement && `${counts.statement} only in the statement`,
      ].filter(Boolean);
      return `Notes and statement: ${parts.join('; ')}.`;
    },
    unreadable: (count: number) =>
      `${count === 1 ? 'One row of the file' : `${count} rows of the file`} could not be read, so the result is incomplete.`,
    nothing: 'No transactions were recorded, so no balance was checked.',
  },
  more: (count: number) =>
    count === 1 ? 'One more mismatch is not shown.' : `${count} more mismatches are not shown.`,
  chart: {
    title: (account: string) => `The balance of ${account} up to the mismatch`,
    overview: (account: string) => `The balance of ${account}`,
    description: (values: { agreed: string | null; expected: string; at: string; difference: string }) =>
      `${values.agreed === null ? 'From the start' : `The last balance that agrees is ${values.agreed}. From there`} the recorded transactions lead to ${values.expected}; the recorded balance is ${values.at}: ${values.difference}.`,
    steady: (values: { first: string; last: string; high: string; low: string }) =>
      `From ${values.first} to ${values.last}; the highest balance is ${values.high}, the lowest ${values.low}.`,
    enlarged: 'The gap at the end is drawn larger than it is.',
    legend:
      'Circle with a tick: last balance that agrees. Empty circle: what the balance should be. Cross: what is recorded. Entries stand at even distances, not dates.',
    table: 'The figures',
    rows: { agreed: 'Last balance that agrees', expected: 'Should be', recorded: 'Recorded', difference: 'Difference' },
    columns: { what: 'Balance', amount: 'Amount', time: 'Time', where: 'Where' },
  },
  why: (confidence: string) => `Likeliest explanation (${confidence}):`,
  alsoFits: 'These would also fit:',
  notes: {
    caption: (account: string) => `Account ${account}`,
    shown: (shown: number, total: number) =>
      `${shown} of ${total} transactions are shown: those near what does not add up, or else the latest.`,
    left: (count: number) => (count === 1 ? 'one not shown' : `${count} not shown`),
    columns: {
      note: 'Note',
      time: 'Time',
      what: 'What',
      amount: 'Amount',
      fee: 'Fee',
      balance: 'Balance',
      details: 'Details',
    },
    agrees: '✓ last balance that agrees',
    off: (expected: string) => `✗ does not add up: should be ${expected}`,
    concerned: (mismatches: number[]) => `→ named in the explanation of mismatch ${mismatches.join(', ')}`,
    unreadable: 'Lines:',
  },
  statement: {
    intro: (count: number, format: string) => `Held against ${rows(count)} of the statement (${format}).`,
    differing: 'What differs',
    together: 'One row on one side, several on the other, and the same sum',
    onlyNotes: 'Only in the notes',
    onlyStatement: 'Only in the statement',
    columns: { note: 'Note', row: 'Statement', what: 'What', inNotes: 'In the notes', inStatement: 'In the statement' },
    amount: (slip: string | null) => (slip ? `amount (${slip})` : 'amount'),
    sign: 'direction',
    fee: 'fee',
    currency: 'currency',
    time: 'time',
    later: (hours: number) =>
      `exactly ${Math.abs(hours)} h ${hours < 0 ? 'earlier' : 'later'}; possibly another time zone`,
    days: (days: number) =>
      `${Math.abs(days) === 1 ? 'one day' : `${Math.abs(days)} days`} ${days < 0 ? 'earlier' : 'later'}`,
    status: 'status',
    reference: 'transaction id',
    sets: {
      'fee-row': 'a transaction, and its fee as a row of its own',
      refunds: 'a payment, and what came back of it',
      parts: 'one sum in several parts',
    },
    outside: (count: number) =>
      count === 1
        ? 'One note is outside of what the statement covers.'
        : `${count} notes are outside of what the statement covers.`,
    clockShift: (hours: number) =>
      `The statement’s clock is ${Math.abs(hours)} h ${hours > 0 ? 'ahead of' : 'behind'} the notes throughout; that was taken into account.`,
    selfOff: 'The statement does not agree with itself.',
  },
  timeline: { columns: { at: 'When', what: 'What', details: 'Details' }, none: 'Nothing has been recorded yet.' },
  evidence: {
    columns: { id: 'No.', file: 'File', sum: 'SHA-256', about: 'About it' },
    hint: 'The SHA-256 sum was computed when the file was added. The same sum later means that the file is unchanged since then; it does not say who made it.',
    none: 'No file has been added to this case.',
    added: (day: string) => `added ${day}`,
    gone: 'not found when this report was made',
    changed: 'changed since it was added',
  },
  drafts: { columns: { id: 'No.', day: 'Day', what: 'What', subject: 'Subject' } },
  facts: 'Details',
  told: 'What okhelp said to the person',
  answers: 'Questions and answers',
  name: 'Name',
  made: {
    files: 'Files that it was made from',
    written: 'Written',
    program: 'Program',
    command: 'Command',
    source: 'Notes',
    limited: 'Limited to',
    account: (name: string | null) => (name === null ? 'one account' : `account ${name}`),
    since: (time: string) => `from ${time}`,
    until: (time: string) => `until ${time}`,
    recorded: (count: number) => (count === 1 ? 'one recorded note' : `${count} recorded notes`),
    limits: [
      'okhelp adds up what the person recorded and what a statement says. It has no connection to the wallet and cannot see into it.',
      'An explanation is a possibility that fits the figures exactly. It is not proved by that.',
    ],
  },
  /** What stands for somebody or something without its name. */
  unnamed: {
    account: (number: number) => `account ${number}`,
    counterparty: (number: number) => `party ${number}`,
    reference: (number: number) => `id ${number}`,
    file: (number: number, ending: string) => `file ${number}${ending}`,
    left: '[left out]',
  },
  leftOut: {
    secret: (kind: SecretKind, count: number) => `${times(`Taken out: ${secrets[kind]}`, count)}.`,
    public:
      'Left out or renamed: secrets, names, accounts, other parties, transaction ids, addresses, free texts, names and places of files, times of day. The same name always stands for the same one.',
    support: 'Left out: remarks to oneself, and where files lie on the computer.',
  },
};

export const report = {
  summary: 'Writes a report as one HTML file: case, balance chart, notes, evidence.',
  description:
    'Without FILE it tells of the open case that changed last and of the recorded notes; with FILE, of that file alone. The page needs no network and no script, and prints well. Passwords, codes, keys and full card numbers are taken out of every report.',
  file: 'a file of transactions instead of the recorded notes, or - for standard input',
  options: {
    case: 'the case it tells of (the open one that changed last, if left out)',
    statement: 'hold the notes against this export of the provider',
    for: 'whom it is for: support (if left out), public (names and ids are taken out too) or me (everything but secrets)',
    allNotes: 'show all notes, not only those near a mismatch',
    output: 'the file to write (okhelp-report.html if left out); - is standard output',
    force: 'replace the file if it is there',
    open: 'show it in the browser when it is written',
  },
  examples: [
    ['okhelp report', 'the open case and the recorded notes'],
    ['okhelp report notes.csv --statement export.csv', 'a file against a statement'],
    ['okhelp report --for public -o post.html', 'without names and ids'],
    ['okhelp report --case c7 --all-notes --open', 'a case with every note, shown in the browser'],
  ] as [string, string][],
  written: (file: string, size: string) => `Written to ${file} (${size}).`,
  opened: 'Handed to the browser.',
  attach: 'To send it with the mail:',
  paper: 'For a PDF, print the page in the browser and choose “Save as PDF”.',
  readPublic:
    'Amounts and days stay in it. Read it through before you post it: somebody who knows the account could recognise it by them.',
  withoutCase: (id: string) => `Case ${id} is not in it, since a file was named. With it: --case ${id}`,
  incomplete: 'Some rows could not be read, so the report is not whole. `okhelp check` names each.',
  notLogged: (reason: string) => `The report is written, but it could not be noted in the case: ${reason}`,
  page,
};
