// What plain `okhelp` shows at a terminal: what happened, or what to do; the one that cannot wait stands first.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../cli.ts';
import type { Context } from '../context.ts';
import { OkhelpError } from '../errors.ts';
import type { ProblemId, ProblemSummary } from '../knowledge/content.ts';
import type { Prompter } from '../terminal/prompter.ts';

/** The problem that stands first behind the emergency steps, which Enter alone reaches. */
const FIRST: ProblemId = 'unauthorised-transaction';

type Chosen =
  | { problem: ProblemId }
  | { case: string }
  | { command: 'emergency' | 'check' | 'note add' | 'draft-email' | 'faq' | 'guide' }
  | 'help'
  | 'quit';

/** Asks what happened and runs what was chosen; gives its exit status. */
export async function menu(prompter: Prompter, context: Context): Promise<number> {
  const { emergency } = context.t;
  const { menu: words } = context.t.diagnose;
  const { problems } = await context.content();
  const urgent = problems.filter(({ id }) => id === FIRST);
  const others = problems.filter(({ id }) => id !== FIRST);
  const late = await overdueCases(context);
  const problem = ({ id, title, summary }: ProblemSummary) => ({ value: { problem: id }, label: title, hint: summary });
  const chosen = await prompter.select<Chosen>({
    message: words.whatHappened,
    choices: [
      { value: { command: 'emergency' }, label: emergency.menu, hint: emergency.menuHint },
      ...urgent.map(problem),
      ...late.map(({ id, task }) => ({ value: { case: id }, label: context.t.steps.menu(id, task) })),
      ...others.map(problem),
      { value: { command: 'check' }, label: words.check },
      { value: { command: 'note add' }, label: words.record },
      { value: { command: 'draft-email' }, label: words.write },
      { value: { command: 'faq' }, label: words.ask },
      { value: { command: 'guide' }, label: words.read },
      { value: 'help', label: words.help },
      { value: 'quit', label: words.quit },
    ],
  });
  if (typeof chosen === 'symbol' || chosen === 'quit') return 0;
  if (chosen === 'help') {
    const { rootHelp } = await import('../terminal/help.ts');
    context.io.out(rootHelp(context.t, context.io));
    return 0;
  }
  const { loadFullWidth } = await import('../terminal/width.ts');
  await loadFullWidth();
  if ('case' in chosen) {
    const { caseNext } = await import('./case-next.ts');
    return caseNext.run({ args: [chosen.case] }, context);
  }
  if ('problem' in chosen) {
    const { diagnose } = await import('./diagnose.ts');
    return diagnose.run({ args: [], chosen: chosen.problem }, context);
  }
  const entry = COMMANDS.find(({ name }) => name === chosen.command)!;
  const { run } = (await entry.load()) as unknown as { run(options: object, context: Context): Promise<number> };
  const args = chosen.command === 'faq' ? await question(prompter, context) : [];
  return run({ args: chosen.command === 'guide' ? await guideChosen(prompter, context) : args }, context);
}

/** What the person wants to know; nothing typed lists all questions. */
async function question(prompter: Prompter, { t }: Context): Promise<string[]> {
  const { question: message, questionHint: hint } = t.diagnose.menu;
  const typed = await prompter.input({ message, hint });
  return typeof typed === 'symbol' || typed.trim() === '' ? [] : [typed];
}

async function guideChosen(prompter: Prompter, context: Context): Promise<string[]> {
  const guides = (await context.answers()).guides();
  const chosen = await prompter.select({
    message: context.t.diagnose.menu.whichGuide,
    choices: guides.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary })),
  });
  return typeof chosen === 'symbol' ? [] : [chosen];
}

/** What is overdue, of at most three cases; nothing where there is no data yet or it cannot be read: the menu still helps. */
async function overdueCases(context: Context): Promise<{ id: string; task: string }[]> {
  if (!existsSync(join(context.dataDir, 'okhelp.db'))) return [];
  try {
    const { wholeCase } = await import('./case/whole.ts');
    const late: { id: string; task: string }[] = [];
    for (const record of (await context.store()).cases.list('open')) {
      const { steps } = await wholeCase(record, context);
      const step = steps.find(({ kind }) => kind === 'overdue');
      if (step) late.push({ id: record.id, task: context.t.steps.brief[step.task] });
    }
    return late.slice(0, 3);
  } catch (error) {
    if (error instanceof OkhelpError) return [];
    throw error;
  }
}
