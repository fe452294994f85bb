// The words of the questionnaire, its summary and its outcome; what is asked and advised stands in content/.
import type { Urgency } from '../../knowledge/content.ts';

type Source = 'words' | 'flag' | 'file' | 'fact' | 'asked';

const sources: Record<Source, string> = {
  words: 'from your words',
  flag: 'given with --answer',
  file: 'from the answers file',
  fact: 'from your notes',
  asked: 'you answered',
};

const urgency: Record<Urgency, string> = {
  now: 'Do this now.',
  soon: 'Do this today.',
  normal: 'No need to hurry; take the steps in order.',
};

export const diagnose = {
  summary: 'Asks a few questions and says what to do',
  description:
    'Describe the trouble in your own words, in English or Chinese, or choose it from a list. okhelp asks a few questions, looks into your notes, and says what to do, what to gather and what to avoid. You can stop at any time and go on later.',
  words: 'what happened, in your own words',
  options: {
    answer: 'an answer given beforehand; `problem=…` names the problem',
    answers: 'a file of answers (JSON or YAML), or - for standard input',
    notes: 'look into this CSV file instead of your recorded notes',
    case: 'go on with this case, such as c7: its answers count until you give others',
    resume: 'go on with the diagnosis you left unfinished',
    noSave: 'keep nothing of this diagnosis',
    sources: 'number what rests on a source, and list the sources',
  },
  examples: [
    ['okhelp diagnose', 'choose the problem from a list'],
    ['okhelp diagnose my top-up of 500 failed', 'start from your own words'],
    ['okhelp diagnose --resume', 'go on where you stopped'],
    ['okhelp diagnose -a problem=topup-failed -a topup-debited=yes --no-input --json', 'for a script'],
  ] as [string, string][],

  menu: {
    whatHappened: 'What happened?',
    check: 'Check whether my balance adds up',
    record: 'Record a transaction or a balance',
    otherProblem: 'Another problem',
    otherHint: 'A withdrawal, a fee, a refund, a late transfer, verification, the login, or something else.',
    write: 'Write, call, post or complain',
    writeHint: 'An e-mail, a reminder, a call, a chat, a post or a formal complaint, drafted from your case.',
    whichWay: 'In which way?',
    ways: {
      'draft-email': 'E-mail to support',
      'draft follow-up': 'Follow up on a mail without an answer',
      'draft phone': 'Call support: what to say, and a form for notes',
      'draft chat': 'Live chat: the first message',
      'draft social': 'Public post to the company',
      'draft forum': 'Ask in a forum, without who you are',
      'draft complaint': 'Formal complaint, to the provider or a public body',
    },
    whichCase: 'About which case?',
    oneCase: (id: string, title: string) => `${id}  ${title}`,
    cases: (count: number): string => (count === 1 ? 'See what is due in my case' : 'See what is due in my cases'),
    report: 'Make a report to print or to send along',
    reportHint: 'One file with the case, the balance chart, the notes and the evidence.',
    ask: 'Look up a question',
    read: 'Read a guide',
    question: 'What do you want to know?',
    questionHint: 'in your own words; Enter alone lists all questions',
    whichGuide: 'Which guide?',
    otherLanguage: '用中文（continue in Chinese）',
    otherLanguageHint: 'okhelp 以后都用中文。okhelp config set language en 可改回英文。',
    help: 'Show what okhelp can do',
    quit: 'Leave',
  },
  whichProblem: 'Which of these is it?',
  likely: 'What you wrote sounds like the first of these. Is that it?',
  closest: 'What you wrote could be one of these. Which fits best?',
  noneOfThese: 'None of these: show all',
  problem: 'The problem:',
  problemWhy: 'Each problem has its own few questions.',

  unfinished: (title: string, answers: number, when: string) =>
    `You left a diagnosis unfinished: "${title}", ${answers === 1 ? 'one answer' : `${answers} answers`}, ${when}.`,
  goOn: 'Go on with it',
  startAnew: 'Start anew and drop the unfinished one',

  why: (why: string) => `Why okhelp asks: ${why}`,
  amountHint: (currency: string | null) => `for example 58.50${currency ? '' : ' CNY'}`,
  hintBreak: '; ',
  timeHint: 'for example 2026-03-01 09:30',
  notAnAmount: (text: string) =>
    `"${text}" is not an amount. Type digits with a point, for example 58.50 or 58.50 USD.`,
  notATime: (text: string) => `"${text}" is not a time okhelp can read. Type it like 2026-03-01 09:30.`,
  noSuchDay: (text: string) => `"${text}" is a day or hour that does not exist.`,
  fromNotes: (question: string, answer: string, notes: string) =>
    `From your notes: ${question} ${answer}${notes ? ` (${notes})` : ''}`,
  fromWords: (question: string, answer: string) => `From your words: ${question} ${answer}`,
  note: (id: string, parts: string[]) => `${id}: ${parts.join(', ')}`,
  andMore: (notes: string[], more: number) => `${notes.join('; ')}${more ? `; and ${more} more` : ''}`,
  answered: (answer: string, source: string) => `${answer} (${source})`,
  quoted: (text: string) => `"${text}"`,
  sources,
  guessedSource: 'guessed from your words',
  guessed: (title: string, others: string[]) =>
    `okhelp guessed from your words that this is about "${title}". If it is something else, ${others.length ? `for example ${others.join(' or ')}, ` : ''}name it with --answer problem=….`,

  noneFits: (others: string[]) =>
    `Your words fit none of the problems that okhelp knows well. If it is one of them after all, ${others.length ? `for example ${others.join(' or ')}, ` : ''}name it with --answer problem=….`,

  yourAnswers: 'Your answers',
  allRight: 'Is everything right?',
  showOutcome: 'Yes, show me what to do',
  changeThis: 'Enter to change this answer',
  pathEntry: (question: string, answer: string) => `${question} ${answer}`,

  urgency,
  because: 'What it looks like',
  steps: 'What to do',
  evidence: 'What to keep as evidence',
  avoid: 'What to avoid',
  next: 'What comes next',
  finding: 'What your notes say',
  errorNoted: (error: string) => `The failed entry carries this message: "${error}"`,
  balanced: 'The balances in your notes add up.',
  mismatch: (account: string, amount: string, currency: string, less: boolean) =>
    `In the account ${account}, a recorded balance is ${amount} ${currency} ${less ? 'less' : 'more'} than your notes add up to.`,
  commands: 'Go on with',
  writeMail: 'write the e-mail to support',
  checkNotes: 'see where the balance stops adding up',
  recordNotes: 'record your transactions, so that okhelp can check them',
  questions: 'Questions and answers',
  path: 'How okhelp came to this',
  unanswered: 'Not answered, so counted as "I don\'t know"',
  again: 'The same diagnosis as one command',
  seeNext: 'see what is due next, and record what you did',
  joined: (id: string) => `Kept with case ${id}.`,
  saved: (id: string) => `Kept as case ${id}.`,

  warnings: {
    guessed: (title: string, others: [string, string][]) =>
      `Your words do not say clearly which problem it is; okhelp guessed "${title}".${others.length ? ` If it is another one: ${others.map(([id, other]) => `--answer problem=${id} ("${other}")`).join(', or ')}.` : ''}`,
    noneFits: (others: [string, string][]) =>
      `Your words fit none of the problems that okhelp knows well.${others.length ? ` If it is one of these after all: ${others.map(([id, other]) => `--answer problem=${id} ("${other}")`).join(', or ')}.` : ''}`,
    offPath: (question: string) =>
      `The answer to ${question} was not needed: your other answers lead past that question.`,
    rows: (count: number, file: string) =>
      `${file}: ${count === 1 ? 'one row' : `${count} rows`} could not be read and ${count === 1 ? 'was' : 'were'} left out. See \`okhelp check ${file}\`.`,
    notSaved: (reason: string) => `This diagnosis could not be kept: ${reason}`,
    notRead: (reason: string) => `Your notes could not be looked into: ${reason}`,
    removed: (count: number) =>
      count === 1
        ? 'A secret was recognised in what you typed or recorded, and was left out.'
        : `${count} secrets were recognised in what you typed or recorded, and were left out.`,
  },
  answersFile: {
    notAMap: 'this is not a map of question to answer',
    notReadable: 'this is not valid JSON or YAML',
    twice: 'a question is answered twice',
    notPlain: (question: string) => `the answer to ${question} must be a single value`,
  },
};
