// From options to a finished diagnosis: learn the problem, gather what is known, ask for the rest, keep it as a case.
import type { Context } from '../../context.ts';
import type { Reading } from '../../diagnosis/answers.ts';
import type { Facts } from '../../diagnosis/fact.ts';
import { aboutOf, mailFields } from '../../diagnosis/fields.ts';
import { replay } from '../../diagnosis/replay.ts';
import { candidatesNamed, type Diagnosis, diagnosisOf, offPath } from '../../diagnosis/result.ts';
import { OkhelpError } from '../../errors.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import type { Note } from '../../ledger/note.ts';
import type { DiagnoseOptions } from '../diagnose.ts';
import { withFinding } from '../drafting/kept-finding.ts';
import { type CaseKeeper, caseKeeper } from './case-keeper.ts';
import { finishedCase, unfinishedCase } from './case-record.ts';
import type { Session } from './interview.ts';
import { notesAtHand } from './notes-at-hand.ts';
import { askProblem } from './problem.ts';
import { secretRemover } from './secrets.ts';
import { type Start, type StartNeeds, startOf } from './start.ts';
import { warn } from './warning.ts';

export interface Finished {
  diagnosis: Diagnosis;
  /** Null where it was not kept. */
  caseId: string | null;
  /** Whether that case was there before. */
  joined: boolean;
  /** The check of the notes; null where there were none. */
  check: CheckResult | null;
}

/**
 * Runs the whole diagnosis; questions that nobody can answer count as "I don't know". Throws usage errors, the errors of
 * the files named, and `interrupted` with the command that goes on where something was kept.
 */
export async function runDiagnosis(options: DiagnoseOptions, context: Context): Promise<Finished> {
  const keeper = caseKeeper(options.save !== false, context);
  const reading: Reading = {
    currency: context.settings.currency ?? null,
    country: context.settings.region ?? null,
    zone: (wallClock) => context.timeZone().offset(wallClock),
  };
  const needs: StartNeeds = {
    context,
    keeper,
    reading,
    prompter: await context.prompter(),
    content: await context.content(),
    secrets: secretRemover(context),
  };
  try {
    return await finish(options, needs);
  } catch (error) {
    throw error instanceof OkhelpError && error.code === 'interrupted' ? interrupted(keeper, error) : error;
  }
}

async function finish(options: DiagnoseOptions, needs: StartNeeds): Promise<Finished> {
  const { context, content, keeper, secrets } = needs;
  const start = await startOf(options, needs);
  const atHand = await notesAtHand(options.notes, context);
  const factsFor = ({ problem, answers }: Session): Facts =>
    atHand.facts(aboutOf(problem.questions, answers, start.mentions));

  const session = await asked(start, needs, atHand.notes, factsFor);
  const facts = factsFor(session);
  const done = replay(session.problem, facts, session.answers, { assumeUnknown: true });
  for (const id of offPath(start.preset, done)) warn(context.t.diagnose.warnings.offPath(id), context);
  const all = content.problems.map(({ id }) => id);
  const diagnosis = diagnosisOf({
    problem: session.problem,
    candidates:
      start.ranked && session.named === 'words' ? start.ranked.slice(0, 5) : candidatesNamed(session.problem.id, all),
    named: session.named,
    replay: done,
    facts,
    fields: await secrets.fromFields(mailFields(done, facts, start.mentions)),
  });
  const record = await withFinding(finishedCase(diagnosis), session.problem, options.notes, atHand.check, context);
  const joins = start.joins ?? (await joinAsked(diagnosis, options, needs));
  const caseId = await keeper.finish(record, joins);
  return { diagnosis, caseId, joined: caseId !== null && caseId === joins, check: atHand.check };
}

/** At a terminal, whether it is about a matter that has an open case. */
async function joinAsked(
  { problem, fields }: Diagnosis,
  { save }: DiagnoseOptions,
  { prompter, keeper, context }: StartNeeds,
): Promise<string | null> {
  if (!prompter || save === false) return null;
  const { sameMatter } = await import('./join.ts');
  return sameMatter(problem, fields, await keeper.open(), prompter, context);
}

/** Asks what is open and keeps each answer; the session as it is where nobody can be asked. */
async function asked(
  { session, joins, ranked }: Start,
  { context, prompter, reading, content, keeper, secrets }: StartNeeds,
  notes: readonly Note[],
  factsFor: (session: Session) => Facts,
): Promise<Session> {
  if (!prompter) return session;
  const { interview } = await import('./interview.ts');
  return interview(session, {
    context,
    prompter,
    reading,
    notes,
    factsFor,
    chooseProblem: async (current) => {
      const others = (ranked ?? []).map(({ problem }) => problem).filter((problem) => problem !== current);
      const question = { best: others.slice(0, 3), message: context.t.diagnose.closest, current };
      return content.problem(await askProblem(question, content, prompter, context.t));
    },
    withoutSecrets: secrets.from,
    changed: async (now) => void (await keeper.keep(unfinishedCase(now, joins))),
  });
}

function interrupted(keeper: CaseKeeper, cause: OkhelpError): OkhelpError {
  return new OkhelpError('interrupted', { resume: keeper.resumable ? 'okhelp diagnose --resume' : null }, cause);
}
