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
import { wrap } from '../../terminal/width.ts';
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
 * The first candidate where it is clear, or (with a warning that names others) where nobody can be asked; otherwise the
 * answer to "which one is it?".
 * Throws `problem-missing` where there are neither words that say anything about it nor anyone to ask.
 */
export async function chooseProblem(
  ranked: readonly Candidate[] | null,
  content: Content,
  prompter: Prompter | null,
  { t, io }: Pick<Context, 't' | 'io'>,
): Promise<NamedProblem> {
  const first = ranked?.[0];
  const title = (problem: ProblemId) => content.problems.find(({ id }) => id === problem)?.title ?? problem;
  if (first && prompter && isClear(ranked)) {
    io.say(io.paintErr.quiet(wrap(t.diagnose.taken(title(first.problem), t.ask.back), io.widthErr, 2).join('\n')));
    return { id: first.problem, source: 'words' };
  }
  if (prompter) {
    const best = ranked && saysSomething(ranked) ? ranked.slice(0, 3).map(({ problem }) => problem) : [];
    return { id: await askProblem(best, null, content, prompter, t), source: 'asked' };
  }
  if (!first || !saysSomething(ranked)) throw problemMissing(content);
  if (!isClear(ranked)) {
    const { noneFits, guessed } = t.diagnose.warnings;
    const others = rivals(ranked).map((problem): [string, string] => [problem, title(problem)]);
    warn(first.problem === 'other' ? noneFits(others) : guessed(title(first.problem), others), { io });
  }
  return { id: first.problem, source: 'words' };
}

/** Asks which problem it is: first among the `best` that the words could mean, then, or where there are none, among all. */
export async function askProblem(
  best: readonly ProblemId[],
  current: ProblemId | null,
  { problems }: Content,
  prompter: Prompter,
  { diagnose: words }: Messages,
): Promise<ProblemId> {
  const all = problems.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary }));
  const near = best.flatMap((problem) => all.filter(({ value }) => value === problem));
  if (near.length > 0) {
    const more = { value: null, label: words.noneOfThese };
    const chosen = await prompter.select<ProblemId | null>({ message: words.closest, choices: [...near, more] });
    if (chosen !== null && chosen !== BACK) return chosen;
  }
  const id = await prompter.select({ message: words.whichProblem, choices: all, default: current ?? undefined });
  return id as ProblemId;
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
