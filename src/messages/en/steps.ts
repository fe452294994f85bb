// The words of a case's next steps: what to do, why, and by when.
import type { CountedFrom, Span } from '../../knowledge/region.ts';
import type { StepTask } from '../../support/next-step.ts';

/** What a sentence about a step may name; times and days as the person reads them, null where there is none. */
export interface StepValues {
  /** When the entry happened that the step follows from. */
  at: string | null;
  due: string | null;
  /** The body's name. */
  body: string;
  /** Of the draft that waits to be sent. */
  draft: string;
  /** Nothing of this has happened yet. */
  missing: CountedFrom[];
  /** It follows from a final answer. */
  refused: boolean;
  /** How many steps of the emergency list are open; 0 before it was begun. */
  open: number;
}

const first: Record<CountedFrom, string> = {
  'first-contact': 'you have written to the provider',
  complaint: 'you have complained to the provider',
  'final-answer': "you have the provider's final answer",
  event: 'the day of the event is known',
};

type Said = (values: StepValues) => string;

/** What to do, in one sentence. */
const what: Record<StepTask, Said> = {
  'finish-questions': () => 'Answer the remaining questions of the diagnosis.',
  emergency: ({ open }) => {
    if (open === 0) return 'Go through the emergency list: money or the account may be in danger.';
    return open === 1
      ? 'Finish the emergency list. One step of it is open.'
      : `Finish the emergency list. ${open} steps of it are open.`;
  },
  'send-draft': ({ draft }) => `Send the draft ${draft} if you have not, then record it here.`,
  'first-message': () => 'Write to support.',
  'outcome-steps': () => 'Take the steps that the diagnosis named.',
  'await-answer': () => 'Wait for the answer to your mail.',
  'follow-up': ({ at }) => `Follow up on your mail of ${at}, in the same conversation.`,
  'await-promise': () => 'Wait for what was promised.',
  'ask-promise': ({ due }) => `Ask about what was promised for ${due}.`,
  'send-documents': () => 'Send the documents they asked for, then record it here.',
  'in-writing': () => 'Say it in writing too, so that there is a date and a text to point to.',
  complaint: () => "Make a formal complaint to the provider's complaints office.",
  'await-complaint': ({ due }) =>
    due ? 'Wait for the answer to your complaint.' : 'Watch for the answer to your complaint.',
  'ask-complaint': () => 'Remind the provider of your complaint.',
  'ask-body': ({ body }) => `Turn to: ${body}.`,
  'await-body': ({ body }) => `Wait for the answer from: ${body}.`,
  'remind-body': ({ body }) => `Ask what has become of your complaint: ${body}.`,
  close: ({ refused }) => (refused ? 'Close the case, if you go no further.' : 'Close the case, if this settles it.'),
};

/** Why now, or why not yet; empty where the sentence above says it. */
const why: Record<StepTask, Said> = {
  'finish-questions': () => 'They were left in the middle.',
  emergency: ({ open, at }) => {
    if (open === 0) return 'No step of it is recorded yet.';
    return at === null ? '' : `The last step was done on ${at}. What does not apply to you can be left out there.`;
  },
  'send-draft': () => 'It is not recorded as sent. The times for an answer count from the sending.',
  'first-message': ({ at }) =>
    at
      ? `The case was opened again on ${at}, and no message to the provider is recorded since.`
      : 'No message to the provider is recorded yet.',
  'outcome-steps': () => 'No mail is called for before that.',
  'await-answer': ({ at }) => `You sent it on ${at}. An answer usually comes within 24 hours.`,
  'follow-up': () => 'An answer usually comes within 24 hours, and none is recorded.',
  'await-promise': ({ at }) => `It was said on ${at}.`,
  'ask-promise': ({ at }) => `It was said on ${at}, and nothing is recorded since.`,
  'send-documents': ({ at }) =>
    `They asked on ${at}. Upload them in the app or on the site itself; do not send identity documents by plain mail.`,
  'in-writing': ({ at }) => (at ? `No answer to the message of ${at} is recorded.` : 'So far only calls are recorded.'),
  complaint: ({ at }) =>
    at
      ? `Your follow-up of ${at} has had no answer for 24 hours either.`
      : 'This is the way on if support does not settle it. The deadlines of many rules count from a formal complaint.',
  'await-complaint': ({ at, due }) =>
    due
      ? `You made it on ${at}.`
      : `You made it on ${at}. okhelp knows of no rule here that sets a day for the answer.`,
  'ask-complaint': ({ at, due }) =>
    due
      ? `You made it on ${at}, and no answer is recorded.`
      : `You made it on ${at}, more than two weeks ago, and no answer is recorded.`,
  'ask-body': ({ missing }) => (missing.length ? `Not before ${missing.map((one) => first[one]).join(', or ')}.` : ''),
  'await-body': ({ at }) => `You turned to it on ${at}.`,
  'remind-body': ({ at }) => `You turned to it on ${at}, and no answer is recorded.`,
  close: ({ at, refused }) => (refused ? `Their final answer came on ${at}.` : `Money came back on ${at}.`),
};

const units: Record<Span['unit'], [one: string, many: string]> = {
  days: ['day', 'days'],
  'business-days': ['business day', 'business days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
};

const counted: Record<CountedFrom, string> = {
  'first-contact': 'the first message to the provider',
  complaint: 'the complaint',
  'final-answer': 'the final answer',
  event: 'the event',
};

export const steps = {
  what,
  why,
  kinds: { overdue: 'Overdue', do: 'To do', may: 'You may', wait: 'Not yet' },
  by: (day: string) => `By ${day}`,
  since: (day: string) => `Was due by ${day}`,
  expected: (day: string) => `Expected by ${day}`,
  from: (day: string) => `From ${day}`,
  until: (day: string) => `Last day: ${day}`,
  counted: ({ count, unit }: Span, from: CountedFrom) => {
    if (count === 0) return `from ${counted[from]} on`;
    if (unit === 'months' && count % 12 === 0 && count > 12) return `${count / 12} years from ${counted[from]}`;
    return `${count} ${units[unit][count === 1 ? 0 : 1]} from ${counted[from]}`;
  },
  dayCounted: (day: string, count: string) => `${day} (${count})`,
  /** A rule that wants the provider told until a day. */
  rules: {
    until: (rule: string, day: string, count: string) =>
      `To rely on ${rule}, tell the provider by ${day} at the latest (${count}).`,
    untilUnknown: (rule: string, count: string) => `To rely on ${rule}, tell the provider no later than ${count}.`,
    only: (doubts: ('fiat' | 'licensed')[]) =>
      `It is only for ${doubts.map((one) => ({ fiat: 'ordinary money, not tokens', licensed: 'licensed providers' })[one]).join(', and only for ')}.`,
    sayWhen: (command: string) => `When it happened is not recorded. \`${command} --time TIME\` adds it.`,
  },
  openStep: (place: number, text: string) => `${place}. ${text}`,
  evidence: (text: string) => `It asks for: ${text}`,
  where: (contacts: string[]) => `Where: ${contacts.join('; ')}`,
  doors: 'The time is over for',
  over: (body: string, day: string) => `${body} (last day: ${day})`,
  remarks: 'Where you live',
  sources: 'Sources',
  source: (title: string, where: string, read: string) => `${title}. ${where}, read ${read}.`,
  holidays:
    'Business days leave out the weekend. okhelp does not know public holidays: where there is one, the day is later.',
  confirm:
    "This is no legal advice. Confirm deadlines, conditions and numbers on the body's own site before you rely on them.",
  regionUnknown: (region: string) =>
    `okhelp does not know where you live and shows what holds in general (${region}). Say it with \`--region CODE\`, such as CN or GB.`,
  nothing: 'Nothing is due.',
  closed: (id: string) => `Case ${id} is closed. \`okhelp case reopen ${id}\` opens it again.`,
  none: 'There is no open case. `okhelp diagnose` opens one.',
  /** One line, for lists and after an entry. */
  brief: {
    'finish-questions': 'questions left',
    emergency: 'emergency list',
    'send-draft': 'send the draft',
    'first-message': 'write to support',
    'outcome-steps': 'take the steps',
    'await-answer': 'answer to the mail',
    'follow-up': 'follow up',
    'await-promise': 'what was promised',
    'ask-promise': 'ask about the promise',
    'send-documents': 'send documents',
    'in-writing': 'say it in writing',
    complaint: 'complain formally',
    'await-complaint': 'answer to the complaint',
    'ask-complaint': 'remind them of the complaint',
    'ask-body': 'turn to another body',
    'await-body': 'answer of a body',
    'remind-body': 'ask a body again',
    close: 'close the case',
  } as Record<StepTask, string>,
  /** The day in such a line. */
  briefFrom: (day: string) => `from ${day}`,
  /** The same where there is room for the body's name. */
  briefOf: {
    'ask-body': (body: string) => `turn to ${body}`,
    'await-body': (body: string) => `answer from ${body}`,
    'remind-body': (body: string) => `ask ${body} again`,
  },
  briefUntil: (day: string) => `last day ${day}`,
  briefly: (kind: 'overdue' | 'do' | 'may' | 'wait', task: string, day: string | null) => {
    const lead = { overdue: 'overdue: ', do: 'to do: ', may: 'possible: ', wait: 'waiting for: ' }[kind];
    return `${lead}${task}${day ? ` (${day})` : ''}`;
  },
  menu: (id: string, task: string) => `Case ${id}, overdue: ${task}`,
  ask: {
    region: 'Where do you live? The bodies and deadlines depend on it.',
    regionElsewhere: 'Somewhere else',
    balance: 'What is the balance of the wallet?',
    balanceWhy: 'Many public bodies do not take complaints about tokens.',
    balances: {
      fiat: 'Ordinary money, such as CNY, EUR or USD',
      token: 'A token, such as USDT',
      unknown: "I don't know",
    },
    licensed: 'Is the provider licensed where you live?',
    licensedWhy: 'Ombudsmen take complaints about licensed providers only. The register of the authority tells.',
    licences: { yes: 'Yes', no: 'No', unknown: "I don't know" },
  },
};
