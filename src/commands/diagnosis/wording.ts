// How answers, facts and notes are worded for a person.
import type { Context } from '../../context.ts';
import { UNKNOWN } from '../../diagnosis/answers.ts';
import type { Fact } from '../../diagnosis/fact.ts';
import type { Step } from '../../diagnosis/replay.ts';
import type { Question } from '../../knowledge/content.ts';
import { formatAmount } from '../../ledger/money.ts';
import type { Note } from '../../ledger/note.ts';
import { formatWallClock, parseTime } from '../../ledger/time.ts';
import type { Messages } from '../../messages/index.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';

/** An answer as the person saw it: a choice's label, a time in the profile's zone, "I don't know". */
export function answerText(question: Question, value: string, context: Pick<Context, 't' | 'timeZone'>): string {
  const choice = question.choices.find((candidate) => candidate.value === value);
  if (choice) return choice.label;
  if (value === UNKNOWN) return context.t.ask.unknown;
  if (question.kind === 'time') {
    const moment = parseTime(value, context.timeZone().offset);
    // A day named without an hour is kept as its midnight.
    if (typeof moment !== 'string') return formatWallClock(moment).replace(/ 00:00$/, '');
  }
  return cleanForTerminal(value);
}

/** The line that says which answer the notes gave, and which notes. */
export function factLine(
  step: Step,
  fact: Fact,
  notes: readonly Note[],
  context: Pick<Context, 't' | 'timeZone'>,
): string {
  const { t } = context;
  const named = fact.notes.flatMap((id) => notes.find((note) => note.id === id) ?? []);
  const shown = named.slice(0, 2).map((note) => noteText(note, t));
  const which = t.diagnose.andMore(shown, named.length - shown.length);
  return t.diagnose.fromNotes(step.question.text, answerText(step.question, step.answer, context), which);
}

/** `n3: 2026-03-02 18:30, payment -58.00 CNY, failed, "E102"`. */
function noteText(note: Note, t: Messages): string {
  const type = t.ledger.types[note.type];
  const reading =
    note.balance === null
      ? ''
      : `${t.ledger.fields.balance} ${formatAmount(note.balance, note.currency)} ${note.currency}`;
  const parts = [formatWallClock(note.time)];
  if (note.type === 'balance') parts.push(reading);
  else {
    parts.push(`${type} ${formatAmount(note.amount, note.currency, { plus: true })} ${note.currency}`);
    if (note.status !== 'completed') parts.push(t.ledger.statuses[note.status]);
    else if (reading) parts.push(reading);
    if (note.error) parts.push(t.diagnose.quoted(cleanForTerminal(note.error)));
  }
  return t.diagnose.note(note.id, parts);
}
