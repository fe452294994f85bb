// The interview: asks what is not known yet, one question at a time, until the person is content with the answers.
import type { Context } from '../../context.ts';
import { type Given, type Reading, readAnswer, UNKNOWN } from '../../diagnosis/answers.ts';
import type { Facts } from '../../diagnosis/fact.ts';
import { type Replay, replay } from '../../diagnosis/replay.ts';
import type { Problem, ProblemId, Question } from '../../knowledge/content.ts';
import type { Note } from '../../ledger/note.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { wrap } from '../../terminal/width.ts';
import { answerText, factLine } from './wording.ts';

/** What is known so far: the problem, where that was learnt, and all answers, also those of other problems. */
export interface Session {
  problem: Problem;
  named: Given['source'];
  answers: Record<string, Given>;
}

export interface InterviewNeeds {
  context: Context;
  prompter: Prompter;
  reading: Reading;
  notes: readonly Note[];
  factsFor(session: Session): Facts;
  chooseProblem(current: ProblemId | null): Promise<Problem>;
  /** Takes secrets out of what was typed. */
  withoutSecrets(question: Question, value: string): Promise<string>;
  /** Called after each answer. */
  changed(session: Session): Promise<void>;
}

/** Asks until the outcome is reached and the summary is accepted. Ctrl-C throws `interrupted`. */
export async function interview(start: Session, needs: InterviewNeeds): Promise<Session> {
  let session = start;
  const said = new Set<string>();
  const taken: Record<string, string> = {};
  for (;;) {
    const facts = needs.factsFor(session);
    const state = replay(session.problem, facts, session.answers);
    announce(state, facts, said, needs);
    const question = state.next ?? (await summary(session, state, needs));
    if (question === 'done') return session;
    const answer = question === 'problem' ? null : await ask(question, state, taken, canGoBack(state, session), needs);
    const back = state.next && answer === BACK ? lastAsked(state) : null;
    if (question !== 'problem' && answer !== null && answer !== BACK) {
      session = { ...session, answers: { ...session.answers, [question.id]: { value: answer, source: 'asked' } } };
    } else if (back !== null) {
      const { [back]: dropped, ...answers } = session.answers;
      taken[back] = dropped!.value;
      session = { ...session, answers };
    } else if (question === 'problem' || state.next) {
      const problem = await needs.chooseProblem(session.problem.id);
      session = { ...session, problem, named: 'asked' };
    }
    await needs.changed(session);
  }
}

/** Says the answers that were not asked for, once each, as they come up. */
function announce({ path }: Replay, facts: Facts, said: Set<string>, needs: InterviewNeeds): void {
  const { context } = needs;
  for (const step of path) {
    const key = `${step.question.id}=${step.answer}`;
    if (said.has(key) || step.source === 'asked') continue;
    said.add(key);
    const fact = step.source === 'fact' && step.question.fact ? facts[step.question.fact] : undefined;
    const line = fact
      ? factLine(step, fact, needs.notes, context)
      : step.source === 'words'
        ? context.t.diagnose.fromWords(step.question.text, answerText(step.question, step.answer, context))
        : null;
    if (line) context.io.say(context.io.paintErr.quiet(wrap(line, context.io.widthErr, 2).join('\n')));
  }
}

/** Shows every answer with its source; gives the question to change, or `done`. */
async function summary(
  session: Session,
  { path }: Replay,
  needs: InterviewNeeds,
): Promise<Question | 'problem' | 'done'> {
  const { context, prompter } = needs;
  const { diagnose } = context.t;
  const line = (question: string, answer: string, source: Given['source']) =>
    `${question}\n→ ${diagnose.answered(answer, diagnose.sources[source])}`;
  const chosen = await prompter.select<Question | 'problem' | 'done'>({
    message: diagnose.yourAnswers,
    why: diagnose.allRight,
    choices: [
      { value: 'done', label: diagnose.showOutcome },
      {
        value: 'problem',
        label: line(diagnose.problem, session.problem.title, session.named),
        hint: diagnose.changeThis,
      },
      ...path.map(({ question, answer, source }) => ({
        value: question,
        label: line(question.text, answerText(question, answer, context), source),
        hint: diagnose.changeThis,
      })),
    ],
  });
  return chosen === BACK ? 'done' : chosen;
}

async function ask(
  question: Question,
  state: Replay,
  taken: Readonly<Record<string, string>>,
  back: boolean,
  needs: InterviewNeeds,
): Promise<string | typeof BACK> {
  const { prompter, reading, context } = needs;
  const current = currentAnswer(question, state, taken);
  const { ask: words, diagnose } = context.t;
  const asked = { message: question.text, why: diagnose.why(question.why), back };
  if (question.kind === 'choice') {
    const choices = question.choices.map(({ value, label }) => ({ value, label }));
    return prompter.select({ ...asked, choices, default: current ?? undefined });
  }
  const example =
    question.kind === 'amount'
      ? diagnose.amountHint(reading.currency)
      : question.kind === 'time'
        ? diagnose.timeHint
        : '';
  const typed = await prompter.input({
    ...asked,
    hint: [example, words.unknownIfEmpty].filter(Boolean).join(diagnose.hintBreak),
    default: current === null || current === UNKNOWN ? undefined : answerText(question, current, context),
    validate: (text) => {
      const read = readAnswer(question, text || UNKNOWN, reading);
      if ('value' in read || read.refused === 'empty') return null;
      if (read.refused === 'not-an-amount') return diagnose.notAnAmount(text);
      return read.refused === 'no-such-day' ? diagnose.noSuchDay(text) : diagnose.notATime(text);
    },
  });
  if (typed === BACK) return BACK;
  const read = readAnswer(question, typed, reading);
  return 'value' in read ? needs.withoutSecrets(question, read.value) : UNKNOWN;
}

/** What stands there now, to begin from: the answer on the path, or the one taken back. */
function currentAnswer({ id }: Question, { path }: Replay, taken: Readonly<Record<string, string>>): string | null {
  return path.find(({ question }) => question.id === id)?.answer ?? taken[id] ?? null;
}

/** The question answered last in this interview, so that "back" leads to it; null where none was. */
function lastAsked({ path }: Replay): string | null {
  return path.findLast(({ source }) => source === 'asked')?.question.id ?? null;
}

function canGoBack(state: Replay, { named }: Session): boolean {
  return state.next === null || lastAsked(state) !== null || named === 'asked' || named === 'words';
}
