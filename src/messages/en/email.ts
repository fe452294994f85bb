// The words of the support e-mail and of the conversation around it.
import type { MailField } from '../../knowledge/content.ts';
import type { SecretKind } from '../../support/draft.ts';
import { finding } from './finding.ts';

/** What is put in a secret's place. */
const placeholders: Record<SecretKind, string> = {
  'card-number': '[card number removed]',
  cvv: '[card security code removed]',
  'card-expiry': '[card expiry removed]',
  'one-time-code': '[one-time code removed]',
  password: '[password removed]',
  'private-key': '[private key removed]',
  'access-key': '[access key removed]',
  'seed-phrase': '[recovery phrase removed]',
};

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

const fields: Record<MailField, string> = {
  account: 'Account',
  time: 'Time',
  amount: 'Amount',
  currency: 'Currency',
  transaction: 'Transaction ID',
  errorCode: 'Error code',
  errorMessage: 'Error message',
  counterparty: 'Other party',
};

const places: Record<string, string> = {
  account: 'the account',
  time: 'the time',
  amount: 'the amount',
  currency: 'the currency',
  transaction: 'the transaction ID',
  errorCode: 'the error code',
  errorMessage: 'the error message',
  counterparty: 'the other party',
  answers: 'your answers',
  tried: 'what you have tried',
  name: 'your name',
  notes: 'your notes',
  report: 'the report',
  attachments: 'the name of an attachment',
};

/** The mail itself, in the user's voice. */
const mail = {
  subject: (subject: string, details: string[]) => (details.length ? `${subject}: ${details.join(', ')}` : subject),
  subjectTransaction: (id: string) => `transaction ${id}`,
  greeting: 'Dear support team,',
  detailsBelow: 'Here is all that I know about it.',
  details: 'Details',
  row: (label: string, value: string) => `${label}: ${value}`,
  heading: (text: string) => `${text}:`,
  at: (wallClock: string, offset: string) => `${wallClock} (UTC${offset})`,
  fillIn: '[please fill in]',
  fillInWhat: (what: string) => `[please fill in: ${what}]`,
  fillInAmount: '[please fill in, with the currency]',
  yourName: 'your name',
  ownReference: 'My own reference',
  check: finding,
  answers: 'What I answered when I went through the likely causes myself',
  answer: (question: string, answer: string) => `${question} ${answer}`,
  tried: 'What I have already tried',
  ask: 'What I ask you to do',
  asks: [
    'Please look into this and tell me what happened.',
    'Please tell me what will be done to put it right, and by when.',
  ],
  askEntries:
    'Please send me all entries of this account for the period above, so that I can compare them with my records.',
  askBackPlain: 'If you need anything else from me, please tell me what it is.',
  askBack: 'If you need anything else from me, please tell me what it is, and give me a case number that I can quote.',
  attachments: 'Attached',
  /** Where the draft cannot carry them. */
  toAttach: 'To be attached',
  attachment: (name: string, size: string) => `${name} (${size})`,
  noSecrets:
    'For safety I have put no passwords, one-time codes, card security codes or full card numbers into this message, and I will not send any of them by e-mail.',
  thanks: 'Thank you for your help. I know that it takes some time to look into this.',
  thanksUrgent: 'Thank you for acting on this at once.',
  closing: 'Kind regards,',
  reply: (address: string) => `Reply to: ${address}`,
  shortened: '[Shortened to fit into the link. The full text is in the draft: please paste it here.]',
};

export const email = {
  summary: 'Writes the e-mail to support',
  description:
    'Takes what it needs from the flags, then from the diagnosis, then from your profile. Secrets such as passwords, codes and full card numbers are taken out. okhelp sends nothing: it writes the draft, and you send it from your own mail program.',
  options: {
    case: 'the diagnosis to write about (the last one by default)',
    problem: 'what the mail is about',
    account: 'your account with the provider',
    time: 'when it happened, for example "2026-03-01 09:00"',
    errorCode: 'the error code shown',
    errorMessage: 'the error message shown, word for word',
    amount: 'the amount, for example 128.50',
    currency: 'its currency, for example CNY or USDT',
    transaction: 'the transaction ID',
    counterparty: 'who paid you or was to be paid',
    tried: 'what you have tried already',
    to: "support's address, as your app shows it",
    from: 'your own address, for the answer',
    format: 'how to write the draft (text by default)',
    output: 'write the draft to this file; - is standard output',
    force: 'replace the file if it is there',
    attach: 'attach this file; of a text file, a copy without secrets is made',
    attachNotes: 'attach your notes as CSV, without secrets',
    attachReport: 'attach the report of the case, as `okhelp report` writes it for support',
    copy: 'put the draft on the clipboard',
    open: 'open the draft in your mail program',
    emailLang: 'the language of the mail',
  },
  examples: [
    ['okhelp draft-email', 'write about the last diagnosis'],
    ['okhelp draft-email --problem topup-failed --amount 500 --currency CNY', 'write without a diagnosis'],
    ['okhelp draft-email --format eml -o mail.eml --attach screenshot.png', 'a file for your mail program'],
    ['okhelp draft-email --email-lang zh-CN --copy', 'in Chinese, to paste into a web form'],
  ] as [string, string][],
  expected: {
    address: 'one e-mail address, such as name@example.org',
    currency: 'a currency code, such as CNY or USDT',
  },

  placeholders,
  fields,
  mail,

  preview: { to: 'To', from: 'From', subject: 'Subject' },
  /** Stands behind "To:" where no address is known; in the language of the mail. */
  whereToFind: '[the address in your app, usually under Me or Settings → Help / Contact us]',
  /** Stands there where a place in the app or a web address is saved. */
  savedPlace: (place: string) => `[as you saved: ${place}]`,

  ask: {
    account: 'Which account is it (as the app shows it)?',
    time: 'When did it happen?',
    amount: 'What is the amount?',
    currency: 'In which currency?',
    transaction: 'What is the transaction ID? It stands in the details of the entry.',
    errorCode: 'Which error code was shown?',
    errorMessage: 'What did the error message say, word for word?',
    counterparty: 'Who paid you, or was to be paid?',
    to: "What is support's e-mail address, as your app shows it?",
    from: 'At which address should they answer?',
    skip: 'Enter to leave it open',
    badAddress: 'This is not one e-mail address. Type it like name@example.org, or leave it empty.',
    badAmount: 'Type digits with a point, for example 58.50.',
    badTime: 'Type it like 2026-03-01 09:30.',
    badCurrency: 'Type a code such as CNY or USDT.',
    oneLine: 'Please keep it on one line.',
  },
  offer: {
    message: 'What would you like to do with it?',
    write: 'Write it to a file for the mail program (.eml)',
    copy: 'Copy the text',
    open: 'Open it in my mail program',
    done: 'Nothing more',
    file: 'To which file?',
    replace: (file: string) => `${file} is already there. Replace it?`,
  },

  removed: (where: string, kind: SecretKind) => `Taken out of ${where}: ${secrets[kind]}.`,
  /** Where a secret stood; an attached file goes by its name. */
  places,
  missing: (names: string[]) => `Still to fill in: ${names.join(', ')}. Each place is marked in the text.`,
  noAddress:
    "okhelp does not know support's address and will not guess one. You find it in the app, usually under Me or Settings, in Help or Contact us. Do not take it from a search result or a message.",
  savedContact: (place: string) => `You saved: ${place}. That is no e-mail address, so the draft has no receiver yet.`,
  useContact:
    'Next: read it through and go there. If it shows a form or chat, paste the text (`--copy` puts it on the clipboard); if it shows an e-mail address, add it with `--to ADDRESS`. Keep a copy.',
  nameOpen: 'Your name at the end is to be filled in. `okhelp config set name NAME` saves it for the next mail.',
  saveAddress: 'Save it with `okhelp config set support-address ADDRESS`.',
  sendTo: (address: string) =>
    `Next: read it through, then send it to ${address} from your own mail program and keep a copy.`,
  sendOpen: 'Next: read it through, then send it from your own mail program and keep a copy.',
  wait: 'An answer usually comes within 24 hours.',
  opaque: (name: string) =>
    `${name}: okhelp cannot look inside this file. Make sure that it shows no password, code or full card number.`,
  tooLong: (name: string) =>
    `${name} is larger than 1 MB and was not searched for secrets. Look through it before you send it.`,
  attachedClean: (name: string) => `${name}: secrets were taken out of the attached copy; your file is unchanged.`,
  /** Where files were named and the format holds none; `secrets` stand in those of `names` that were searched. */
  notCarried: (names: string[], secrets: number) =>
    secrets === 0
      ? `okhelp cannot attach files in this format: attach ${names.join(', ')} yourself, or use \`--format eml -o mail.eml\`.`
      : `okhelp cannot attach files in this format, and ${secrets === 1 ? '1 secret stands' : `${secrets} secrets stand`} in the original of ${names.join(', ')}. Do not attach the original: \`--format eml -o mail.eml\` makes a mail with a cleaned copy.`,
  /** The notes of the store are no file yet. */
  notesNotWritten: (name: string) =>
    `${name} is not there as a file yet: \`-o FILE\` writes it beside the draft, \`--format eml -o mail.eml\` puts it into the mail.`,
  /** A file to attach, written beside the draft. */
  writtenBeside: (file: string, cleaned: boolean) =>
    cleaned
      ? `Written to ${file}, without the secrets: attach this copy. Your own file is unchanged.`
      : `Written to ${file}: attach it to the mail.`,
  attachYourself: (names: string[]) => `Attach ${names.join(', ')} yourself.`,
  otherTransaction: (caseId: string, differing: string[], left: string[]) =>
    `What you gave does not fit the transaction of case ${caseId} (${differing.join(', ')}), so this was not taken from the case: ${left.join(', ')}.`,
  noFrom:
    'The file names no sender: your mail program puts your own address there. `okhelp config set reply-address ADDRESS` saves one.',
  linkShortened:
    'The text is too long for a mailto link and was shortened in it. Copy the whole text with `--copy`, or use `--format eml`.',
  noNotes: 'There are no notes to attach.',
  notesGone: (file: string) =>
    `${file}: this file, which the diagnosis looked into, cannot be read any more, so it is not attached.`,
  notesNotKept: 'The notes that the diagnosis looked into were not kept, so they are not attached.',
  notesUnread: (reason: string) =>
    `Your notes and cases could not be read, so the draft is made without them: ${reason}`,
  written: (file: string) => `Written to ${file}.`,
  copied: 'The text is on the clipboard.',
  opened: 'Your mail program is being opened with the draft.',
};
