// Where a diagnosis starts from: which problem it is, and the answers that flags, a file, words or an old case hold.
import type { Context } from '../../context.ts';
import type { Given, Reading } from '../../diagnosis/answers.ts';
import { answersIn } from '../../diagnosis/fields.ts';
import { type Mentions, readMentions } from '../../diagnosis/mentions.ts';
import type { Candidate } from '../../diagnosis/words.ts';
import { OkhelpError } from '../../errors.ts';
import type { Content, Problem } from '../../knowledge/content.ts';
import type { CaseRecord } from '../../store/store.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import type { DiagnoseOptions } from '../diagnose.ts';
import type { CaseKeeper } from './case-keeper.ts';
import { givenBefore, givenIn } from './case-record.ts';
import type { Session } from './interview.ts';
import { JOINS } from './join.ts';
import { type Preset, presetAnswers, problemIn, readPresets } from './presets.ts';
import { chooseProblem, type NamedProblem, offerUnfinished, problemInWords } from './problem.ts';
import type { SecretRemover } from './secrets.ts';

export interface StartNeeds {
  context: Context;
  /** Null where nobody can be asked. */
  prompter: Prompter | null;
  content: Content;
  keeper: CaseKeeper;
  secrets: SecretRemover;
  reading: Reading;
}

export interface Start {
  session: Session;
  /** The problems that the words could mean; null where the problem was named otherwise. */
  ranked: Candidate[] | null;
  mentions: Mentions;
  /** The case that the diagnosis joins; null where it opens one, or that is asked at the end. */
  joins: string | null;
  /** The answers of flags and file, which the user should hear of when they are not needed. */
  preset: Record<string, Given>;
}

/** A flag wins over the file, both over the words, these over what an unfinished diagnosis holds. */
export async function startOf(options: DiagnoseOptions, needs: StartNeeds): Promise<Start> {
  const { context, content, prompter, reading } = needs;
  const presets = await readPresets(options, context);
  const words = options.args.join(' ').trim();
  const mentions = words ? await mentionsIn(words, needs) : {};
  const joining = await caseToJoin(options, context);
  const resumed = joining ? null : await unfinished(options, presets, words, needs);

  const named = problemIn(presets, content.problems) ?? chosenBefore(options, resumed ?? (words ? null : joining));
  const ranked = named || !words ? null : problemInWords(words, content);
  if (resumed && named?.id === resumed.problem) expectKnown(resumed, content);
  const { id, source } = named ?? (await chooseProblem(ranked, content, prompter, context));
  const problem = await content.problem(id);

  const preset = await withoutSecrets(presetAnswers(presets, problem, reading), problem, needs.secrets);
  const said = Object.entries(answersIn(mentions, problem.questions)).map(([question, value]): [string, Given] => [
    question,
    { value, source: 'words' },
  ]);
  const before = resumed ? givenIn(resumed) : joining?.problem === id ? givenBefore(joining) : {};
  const joins = joining?.id ?? resumed?.fields[JOINS] ?? null;
  const answers = { ...before, ...Object.fromEntries(said), ...preset };
  return { session: { problem, named: source, answers }, ranked, mentions, preset, joins };
}

/** What the words tell; a one-time code among them is no error code. */
async function mentionsIn(words: string, { reading, context }: StartNeeds): Promise<Mentions> {
  const { errorCode, ...others } = readMentions(words, reading, context.now());
  if (errorCode === undefined) return others;
  const { redact } = await import('../../support/redact.ts');
  const { text } = await redact(words, 'errorCode', context.t.email.placeholders);
  return text.normalize('NFKC').includes(errorCode) ? { ...others, errorCode } : others;
}

/** The case that `--case` names. Throws `unknown-case`. */
async function caseToJoin(
  { case: id, resume, save }: DiagnoseOptions,
  context: Pick<Context, 'store'>,
): Promise<CaseRecord | null> {
  if (id === undefined) return null;
  if (resume) throw new OkhelpError('not-together', { flag: '--case', other: '--resume' });
  if (save === false) throw new OkhelpError('not-together', { flag: '--case', other: '--no-save' });
  const { chosenCase } = await import('../case/chosen.ts');
  return chosenCase(id, context);
}

/** The unfinished diagnosis to go on with: with `--resume`, or where it is offered and wanted. */
async function unfinished(
  { resume, chosen }: DiagnoseOptions,
  presets: readonly Preset[],
  words: string,
  { keeper, content, prompter, context }: StartNeeds,
): Promise<CaseRecord | null> {
  let record: CaseRecord | null = null;
  if (resume) {
    record = await keeper.unfinished();
    if (!record) throw new OkhelpError('nothing-to-resume', {});
  } else if (prompter && !chosen && !words && presets.length === 0) {
    record = await offerUnfinished(keeper, content, prompter, context);
  }
  if (record) keeper.take(record);
  return record;
}

/** A diagnosis kept by another okhelp can be about a problem that this one has no questions for. */
function expectKnown({ problem }: CaseRecord, { problems }: Content): void {
  const ids = problems.map(({ id }) => id);
  if (ids.includes(problem)) return;
  throw new OkhelpError('bad-value', { flag: '--resume', value: problem, expected: ids.join(', ') });
}

function chosenBefore({ chosen }: DiagnoseOptions, resumed: CaseRecord | null): NamedProblem | null {
  if (chosen) return { id: chosen, source: 'asked' };
  return resumed && { id: resumed.problem, source: (resumed.sources.problem ?? 'asked') as Given['source'] };
}

async function withoutSecrets(
  answers: Record<string, Given>,
  { questions }: Problem,
  secrets: SecretRemover,
): Promise<Record<string, Given>> {
  const clean: Record<string, Given> = {};
  for (const question of questions) {
    const given = answers[question.id];
    if (given) clean[question.id] = { ...given, value: await secrets.from(question, given.value) };
  }
  return clean;
}
