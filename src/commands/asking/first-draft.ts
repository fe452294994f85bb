// Before the first draft three questions are asked, once; only where the matter is known, and never where money is in danger.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, createContext } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { readGlobals } from '../../globals.ts';
import type { ProblemId } from '../../knowledge/content.ts';

/** Nobody whose money is moving is asked for anything first. */
const URGENT: ProblemId = 'unauthorised-transaction';

/** Runs the drafting command; where something was answered before, with what holds now. */
export async function drafting(
  run: (context: Context) => Promise<number>,
  options: { problem?: string },
  context: Context,
): Promise<number> {
  if (!isNewAtTerminal(context) || !(await mayWait(options, context))) return run(context);
  const prompter = await context.prompter();
  const { firstSetUp } = await import('../config-setup.ts');
  if (!prompter || !(await firstSetUp(prompter, context))) return run(context);
  const { host } = context;
  const now = await createContext(host, readGlobals(host.argv));
  try {
    return await run(now);
  } finally {
    now.close();
  }
}

function isNewAtTerminal({ json, quiet, settings, io, mayAsk }: Context): boolean {
  if (json || quiet || settings.setup !== undefined) return false;
  const known = settings.language && settings.name && settings.region;
  return !known && Boolean(io.stdout.isTTY) && mayAsk();
}

/** Whether it is known what the draft is about, and neither that nor any open case is about money that moves. */
async function mayWait({ problem }: { problem?: string }, context: Context): Promise<boolean> {
  if (!existsSync(join(context.dataDir, 'okhelp.db'))) return problem !== undefined && problem !== URGENT;
  try {
    const open = (await context.store()).cases.list('open').map((one): string => one.problem);
    const matters = problem === undefined ? open : [problem, ...open];
    return matters.length > 0 && !matters.includes(URGENT);
  } catch (error) {
    // What is wrong with the data is for the draft to say.
    if (error instanceof OkhelpError) return false;
    throw error;
  }
}
