// The open cases as the menu needs them: which are overdue, and which one is meant.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { BACK, Prompter } from '../../terminal/prompter.ts';

export interface OpenCase {
  id: string;
  /** The problem's title. */
  title: string;
  /** What is overdue, in short; null where nothing is. */
  late: string | null;
}

/** The newest first; none where there is no data yet or it cannot be read: the menu still helps. */
export async function openCases(context: Context): Promise<OpenCase[]> {
  if (!existsSync(join(context.dataDir, 'okhelp.db'))) return [];
  try {
    const { wholeCase } = await import('../case/whole.ts');
    const found: OpenCase[] = [];
    for (const record of (await context.store()).cases.list('open')) {
      const { steps, title } = await wholeCase(record, context);
      const step = steps.find(({ kind }) => kind === 'overdue');
      found.push({ id: record.id, title, late: step ? context.t.steps.brief[step.task] : null });
    }
    return found;
  } catch (error) {
    if (error instanceof OkhelpError) return [];
    throw error;
  }
}

/** Asks only where there are several; BACK to choose something else. */
export async function whichCase(
  open: readonly OpenCase[],
  prompter: Prompter,
  { t }: Pick<Context, 't'>,
): Promise<string | undefined | typeof BACK> {
  if (open.length < 2) return open[0]?.id;
  const { whichCase: message, oneCase } = t.diagnose.menu;
  const choices = open.map(({ id, title }) => ({ value: id, label: oneCase(id, title) }));
  return prompter.select({ message, choices, back: true });
}
