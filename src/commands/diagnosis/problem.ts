// Learning which problem it is: from the words where they are clear, else by asking; and the offer to go on with the last.
import type { Context } from '../../context.ts';
import type { AnswerSource } from '../../diagnosis/answers.ts';
import { type Candidate, isClear, rankProblems, rivals, saysSomething } from '../../diagnosis/words.ts';
import { OkhelpError } from '../../errors.ts';
import type { Content, ProblemId } from '../../knowledge/content.ts';
import { formatWallClock, momentAt } from '../../ledger/time.ts';
import type { Messages } from '../../messages/index.ts';
import type { CaseRecord } from '../../store/store.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import type { CaseKeeper } from './case-keeper.ts';
import { warn } from './warning.ts';

export interface NamedProblem {
  id: ProblemId;
  source: AnswerSource;
}

/** The problems by how well the words fit, whatever the language of the words or of the program. */
export function problemInWords(words: string, { problems, wordModel }: Content): Candidate[] {
  const ids = problems.map(({ id }) => id);
  return rankProblems(words, wordModel).filter(({ problem }) => ids.includes(problem));
}

/**
 * The answer to "which one is it?", with the likeliest marked so that Enter takes it and one key leads to the next; where
 * nobody can be asked the first candidate, with a warning that names others unless it is clear.
 * Throws `problem-missing` where there are neither words that say anything about it nor anyone to ask.
 */
export async function chooseProblem(
  ranked: readonly Candidate[] | null,
  content: Content,
  prompter: Prompter | null,
  { t, io, plain }: Pick<Context, 't' | 'io' | 'plain'>,
): Promise<NamedProblem> {
  const first = ranked?.[0];
  const title = (problem: ProblemId) => content.problems.find(({ id }) => id === problem)?.title ?? problem;
  if (prompter) {
    const clear = ranked !== null && isClear(ranked);
    const known = clear ? ranked.filter((one, index) => index === 0 || one.problem !== 'other') : (ranked ?? []);
    const best = saysSomething(known) ? known.slice(0, 3).map(({ problem }) => problem) : [];
    const message = clear ? t.diagnose.likely : t.diagnose.closest;
    return { id: await askProblem({ best, message, current: null }, content, prompter, t), source: 'asked' };
  }
  if (!first || !saysSomething(ranked)) throw problemMissing(content);
  if (!isClear(ranked)) {
    const { noneFits, guessed } = t.diagnose.warnings;
    const others = rivals(ranked).map((problem): [string, string] => [problem, title(problem)]);
    warn(first.problem === 'other' ? noneFits(others) : guessed(title(first.problem), others), { io, t, plain });
  }
  return { id: first.problem, source: 'words' };
}

export interface ProblemQuestion {
  /** The problems that the words could mean, likeliest first. */
  best: readonly ProblemId[];
  /** What is asked above those. */
  message: string;
  /** The problem that was taken until now. */
  current: ProblemId | null;
}

/**
 * Asks which problem it is: first among the `best` that the words could mean, then, or where there are none, among all. From
 * the whole list one can go back to the short one; where a problem was taken before, back keeps it.
 */
export async function askProblem(
  { best, message, current }: ProblemQuestion,
  { problems }: Content,
  prompter: Prompter,
  { diagnose: words, why }: Messages,
): Promise<ProblemId> {
  const all = problems.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary }));
  const near = best.flatMap((problem) => all.filter(({ value }) => value === problem));
  const more = { value: null, label: words.noneOfThese };
  const help = why.problem;
  const among = [...near, more];
  for (;;) {
    const first = near.length === 0 ? null : { message, help, choices: among, back: current !== null };
    const chosen = first && (await prompter.select<ProblemId | null>(first));
    if (chosen === BACK) return current!;
    if (chosen !== null) return chosen;
    const id = await prompter.select({
      message: words.whichProblem,
      help,
      choices: all,
      default: current ?? undefined,
      back: near.length > 0 || current !== null,
    });
    if (id !== BACK) return id;
    if (near.length === 0) return current!;
  }
}

function problemMissing({ problems }: Content): OkhelpError {
  return new OkhelpError('problem-missing', { problems: problems.map(({ id }) => id).join(', ') });
}

/** Offers to go on with the diagnosis left unfinished; null where there is none, or a new one is wanted. */
export async function offerUnfinished(
  keeper: CaseKeeper,
  content: Content,
  prompter: Prompter,
  context: Pick<Context, 't' | 'timeZone'>,
): Promise<CaseRecord | null> {
  const { t } = context;
  const record = await keeper.unfinished();
  const title = content.problems.find(({ id }) => id === record?.problem)?.title;
  if (!record || title === undefined) return null;
  const when = formatWallClock(
    momentAt(Math.floor(Date.parse(record.updated) / 60_000) * 60_000, context.timeZone().offset),
  );
  const goOn = await prompter.select({
    message: t.diagnose.unfinished(title, Object.keys(record.answers).length, when),
    choices: [
      { value: true, label: t.diagnose.goOn },
      { value: false, label: t.diagnose.startAnew },
    ],
  });
  if (goOn) return record;
  await keeper.drop(record);
  return null;
}
