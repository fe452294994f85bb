// What `?` tells at a question: why okhelp asks it, or where the answer is found.
import type { NoteField } from '../../ledger/note.ts';

const note: Record<NoteField, string> = {
  type: 'It decides whether the balance goes up or down. Choose "balance" to write down only what the app shows now.',
  amount: 'The amount as the app or the statement shows it, to the last digit. okhelp adds it up; it never rounds.',
  currency: 'Each currency is added up by itself.',
  time: 'okhelp puts the notes in order by it. A time without a zone is in the zone of your settings.',
  fee: 'What was taken besides the amount. A fee that was not noted is the commonest reason why a balance does not match.',
  balance:
    'What the app showed after this transaction. okhelp compares its own sum with it and finds the place where they part.',
  account: 'Only if you have several accounts or wallets: each is added up by itself.',
  counterparty: 'It helps you to find the note again. Leave it empty if you do not know.',
  reference: 'The number that the app shows in the details of the transaction. Support finds the transaction by it.',
  status: 'Only what is completed counts towards the balance.',
  error: 'Copy it as it was shown; support looks it up.',
  memo: 'For yourself. Never write a password, a code or a full card number here.',
};

export const why = {
  note,
  case: {
    kind: 'okhelp counts from it when an answer is due and what to do next.',
    at: 'The times for the next step count from it.',
    channel: 'How long an answer takes depends on it.',
    to: 'So that you know later where you wrote to. It can stay empty.',
    with: 'A name or a staff number; it helps when something was promised.',
    promised: 'In their own words, if you can. okhelp reminds you of it.',
    due: 'If they named a day. okhelp reminds you when it has passed.',
    body: 'The provider itself, or a body that handles complaints where you live.',
    reference: 'A ticket or case number. With it nobody has to begin again.',
    amount: 'What really arrived, to the last digit.',
    currency: 'The currency of that amount.',
    text: 'A sentence or two. Never write a password, a code or a full card number here.',
  },
  mail: {
    account:
      'The account name, number or mail address by which the provider knows you; never a password or a card number.',
    time: 'Support looks into its records at that time. The minute is enough.',
    problem: 'In your own words.',
    amount: 'Support finds the entry by its amount.',
    currency: 'The currency of that amount.',
    transaction: 'The number in the details of the transaction. Support finds the transaction by it.',
    errorCode: 'Copy it as it was shown; support looks it up.',
    errorMessage: 'Copy it as it was shown; support looks it up.',
    to: 'Only an address that you found inside your own app or account. okhelp knows none and guesses none.',
    from: 'Where support should answer to.',
  } as Record<string, string>,
  emergency: {
    step: 'What you tick is kept at once, with its time; the bank and the police will ask for it. The order matters: the first steps stop the loss.',
    region: 'The numbers of the police and of those who help differ from place to place.',
  },
  fix: 'Each correction makes the balance add up there; only you can tell which of them happened. Nothing is changed before you have gone through all of them, and `okhelp note undo` takes it back.',
  problem: 'Choose what comes nearest. Each problem has a few questions of its own, and you can go back.',
  columns: 'Behind each name stands what the first rows hold in that column.',
  close: 'It is kept with the case. `okhelp case reopen` opens it again.',
  region: 'It decides which bodies and rules are named.',
  wanted: 'For example the money back, an entry corrected, or an answer by a certain day.',
  company: 'The name that stands in the app or in your contract.',
  file: 'A name, or a path to a folder that is there. Nothing is replaced without asking.',
  contact: {
    kind: 'okhelp warns you later of addresses that look like this one but are not.',
    value: 'As your app or account shows it. okhelp looks at it before it is saved and says what is odd.',
  },
};
