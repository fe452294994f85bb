// A small problem and made-up notes, so that a test shows the whole case.
import type { Problem, Question } from '../../src/knowledge/content.ts';
import { parseAmount } from '../../src/ledger/money.ts';
import { DIRECTION, type Note, type NoteType } from '../../src/ledger/note.ts';
import { type Moment, parseTime } from '../../src/ledger/time.ts';

const choice = (id: string, values: Record<string, string>, more: Partial<Question> = {}): Question => ({
  id,
  text: `${id}?`,
  why: `why ${id}`,
  kind: 'choice',
  choices: Object.entries(values).map(([value, next]) => ({ value, label: `label ${value}`, next })),
  ...more,
});

const outcome = (id: string): Problem['outcomes'][number] => ({
  id,
  title: `title ${id}`,
  urgency: 'normal',
  because: 'because',
  steps: [{ text: 'for all' }],
  evidence: [],
  avoid: [],
  next: [],
  ask: null,
  faq: [],
});

/** amount → debited? yes → channel? → trace (or wait for a card); no → retry; unknown → look. */
export const SAMPLE: Problem = {
  id: 'topup-failed',
  title: 'A top-up failed',
  summary: 'summary',
  start: 'topup-amount',
  questions: [
    {
      ...choice('topup-amount', {}),
      kind: 'amount',
      field: 'amount',
      fact: 'topup-amount',
      next: 'topup-debited',
      nextUnknown: 'topup-debited',
    },
    choice(
      'topup-debited',
      { yes: 'topup-channel', no: 'outcome:retry', unknown: 'outcome:look' },
      { fact: 'failed-topup' },
    ),
    choice('topup-channel', { card: 'outcome:wait', bank: 'outcome:trace', unknown: 'outcome:trace' }),
  ],
  outcomes: [
    outcome('retry'),
    outcome('look'),
    outcome('wait'),
    {
      ...outcome('trace'),
      steps: [
        { text: 'for all' },
        { text: 'for bank', when: { 'topup-channel': ['bank'] } },
        { text: 'for no idea', when: { 'topup-channel': ['unknown'] } },
        { text: 'with an amount', when: { 'topup-amount': ['given'] } },
        { text: 'never asked', when: { 'topup-elsewhere': ['unknown'] } },
      ],
    },
  ],
  mail: { subject: 'subject', opening: 'opening', needs: [] },
};

export const SHANGHAI = () => 480;

export function at(text: string): Moment {
  const moment = parseTime(text, SHANGHAI);
  if (typeof moment === 'string') throw new Error(`${text}: ${moment}`);
  return moment;
}

/** Notes from lines like `2026-03-01 payment 58.00 failed =942.00 ref=P77 error=E102`; ids n1, n2, … in order. */
export function notesOf(lines: string): Note[] {
  return lines
    .trim()
    .split('\n')
    .map((line, i) => noteOf(line.trim().split(/\s+/), i));
}

function noteOf([time, type, amount, ...more]: string[], i: number): Note {
  const named = (name: string) => more.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const units = (text: string) => parseAmount(text)!.units;
  const balance = more.find((word) => word.startsWith('='))?.slice(1);
  return {
    id: `n${i + 1}`,
    line: i + 2,
    time: at(`${time} 09:0${i % 10}`),
    type: type as NoteType,
    amount: type === 'balance' ? 0n : units(amount!) * BigInt(DIRECTION[type as NoteType] || 1),
    currency: named('in') ?? 'CNY',
    fee: named('fee') ? units(named('fee')!) : 0n,
    balance: balance === undefined ? null : units(balance),
    account: named('account') ?? 'main',
    counterparty: '',
    reference: named('ref') ?? '',
    status:
      (['pending', 'failed', 'cancelled', 'reversed'] as const).find((status) => more.includes(status)) ?? 'completed',
    error: named('error') ?? '',
    memo: '',
  };
}
