// What plain `okhelp` shows at a terminal: what happened, or what to do; the one that cannot wait stands first.
import { COMMANDS } from '../cli.ts';
import { type Context, createContext } from '../context.ts';
import { OkhelpError } from '../errors.ts';
import { type Language, readGlobals } from '../globals.ts';
import type { ProblemId, ProblemSummary } from '../knowledge/content.ts';
import { writeSetting } from '../settings.ts';
import { BACK, type Prompter } from '../terminal/prompter.ts';
import { type OpenCase, openCases, whichCase } from './menu/open-cases.ts';

/** The problem that stands first behind the emergency steps, which Enter alone reaches. */
const FIRST: ProblemId = 'unauthorised-transaction';

/** The problems most people come with; the others are a step away, so that what one can do stands on the first screen. */
const COMMON: readonly ProblemId[] = ['payment-failed', 'account-restricted', 'balance-mismatch', 'topup-failed'];

/** The ways to turn to somebody, in the order in which they are usually taken. */
const WAYS = [
  'draft-email',
  'draft follow-up',
  'draft phone',
  'draft chat',
  'draft social',
  'draft forum',
  'draft complaint',
] as const;
type Way = (typeof WAYS)[number];

type Chosen =
  | { problem: ProblemId }
  | { case: string }
  | { command: 'emergency' | 'case list' | 'check' | 'note add' | 'report' | 'faq' | 'guide' }
  | 'other-problem'
  | 'write'
  | { language: Language }
  | 'help'
  | 'quit';

/** Asks what happened and runs what was chosen; gives its exit status. */
export async function menu(prompter: Prompter, context: Context): Promise<number> {
  const open = await openCases(context);
  for (;;) {
    const chosen = await ask(open, prompter, context);
    if (typeof chosen === 'symbol' || chosen === 'quit') return 0;
    if (chosen === 'help') {
      const { rootHelp } = await import('../terminal/help.ts');
      context.io.out(rootHelp(context.t, context.io));
      return 0;
    }
    if (typeof chosen === 'object' && 'language' in chosen) return inOther(chosen.language, context);
    const status = await follow(chosen, open, prompter, context);
    if (status !== BACK) return status;
  }
}

async function ask(open: readonly OpenCase[], prompter: Prompter, context: Context): Promise<Chosen | typeof BACK> {
  const { emergency, steps } = context.t;
  const { menu: words } = context.t.diagnose;
  const { problems } = await context.content();
  const urgent = problems.filter(({ id }) => id === FIRST);
  const common = problems.filter(({ id }) => COMMON.includes(id));
  const more = problems.length > urgent.length + common.length;
  const late = open.filter((one) => one.late !== null).slice(0, 3);
  const other: Language = context.lang === 'en' ? 'zh-CN' : 'en';
  const problem = ({ id, title, summary }: ProblemSummary) => ({ value: { problem: id }, label: title, hint: summary });
  return prompter.select<Chosen>({
    message: words.whatHappened,
    choices: [
      { value: { command: 'emergency' }, label: emergency.menu, hint: emergency.menuHint },
      ...urgent.map(problem),
      ...late.map(({ id, late: task }) => ({ value: { case: id }, label: steps.menu(id, task!) })),
      ...common.map(problem),
      ...(more ? [{ value: 'other-problem' as const, label: words.otherProblem, hint: words.otherHint }] : []),
      ...(open.length === 0 ? [] : [{ value: casesOf(open), label: words.cases(open.length) }]),
      { value: { command: 'check' }, label: words.check },
      { value: { command: 'note add' }, label: words.record },
      { value: 'write', label: words.write, hint: words.writeHint },
      { value: { command: 'report' }, label: words.report, hint: words.reportHint },
      { value: { command: 'faq' }, label: words.ask },
      { value: { command: 'guide' }, label: words.read },
      ...(isLanguageOpen(context)
        ? [{ value: { language: other }, label: words.otherLanguage, hint: words.otherLanguageHint }]
        : []),
      { value: 'help', label: words.help },
      { value: 'quit', label: words.quit },
    ],
  });
}

/** Whether okhelp took the language from the system alone. */
function isLanguageOpen({ langAsked, settings, host }: Context): boolean {
  return langAsked === null && settings.language === undefined && !host.env.OKHELP_LANG;
}

/** Keeps the language and asks again in it; where it cannot be kept, it holds for this run. */
async function inOther(language: Language, context: Context): Promise<number> {
  try {
    await writeSetting(context.configDir, 'language', language);
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
  }
  const { host } = context;
  const now = await createContext(host, { ...readGlobals(host.argv), lang: language });
  try {
    const prompter = await now.prompter();
    return prompter ? await menu(prompter, now) : 0;
  } finally {
    now.close();
  }
}

const casesOf = (open: readonly OpenCase[]): Chosen =>
  open.length === 1 ? { case: open[0]!.id } : { command: 'case list' };

/** Gives the exit status, or BACK to the menu. */
async function follow(
  chosen: Exclude<Chosen, 'help' | 'quit' | { language: Language }>,
  open: readonly OpenCase[],
  prompter: Prompter,
  context: Context,
): Promise<number | typeof BACK> {
  const { loadFullWidth } = await import('../terminal/width.ts');
  await loadFullWidth();
  if (chosen === 'write') return write(open, prompter, context);
  if (chosen === 'other-problem') return runCommand('diagnose', { args: [] }, context);
  if ('case' in chosen) return runCommand('case next', { args: [chosen.case] }, context);
  if ('problem' in chosen) return runCommand('diagnose', { args: [], chosen: chosen.problem }, context);
  const { command } = chosen;
  if (command === 'report') {
    const id = await whichCase(open, prompter, context);
    return id === BACK ? BACK : runCommand(command, { args: [], case: id }, context);
  }
  const more = { faq: question, guide: guideChosen }[command as string];
  const args = more ? await more(prompter, context) : [];
  return args === BACK ? BACK : runCommand(command, { args }, context);
}

async function runCommand(name: string, options: object, context: Context): Promise<number> {
  const entry = COMMANDS.find((one) => one.name === name)!;
  const { run } = (await entry.load()) as unknown as { run(options: object, context: Context): Promise<number> };
  return run(options, context);
}

/** To whom, in which way, and about which case; the draft itself asks the rest. */
async function write(open: readonly OpenCase[], prompter: Prompter, context: Context): Promise<number | typeof BACK> {
  const { menu: words } = context.t.diagnose;
  const choices = WAYS.map((value) => ({ value, label: words.ways[value] }));
  const way = await prompter.select<Way>({ message: words.whichWay, choices, back: true });
  if (way === BACK) return BACK;
  const id = await whichCase(open, prompter, context);
  if (id === BACK) return BACK;
  const { drafting } = await import('./asking/first-draft.ts');
  return drafting((now) => runCommand(way, { args: [], case: id }, now), {}, context);
}

/** What the person wants to know; nothing typed lists all questions. */
async function question(prompter: Prompter, { t }: Context): Promise<string[] | typeof BACK> {
  const { question: message, questionHint: hint } = t.diagnose.menu;
  const typed = await prompter.input({ message, hint, back: true });
  if (typed === BACK) return BACK;
  return typed.trim() === '' ? [] : [typed];
}

async function guideChosen(prompter: Prompter, context: Context): Promise<string[] | typeof BACK> {
  const guides = (await context.answers()).guides();
  const chosen = await prompter.select({
    message: context.t.diagnose.menu.whichGuide,
    choices: guides.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary })),
    back: true,
  });
  return chosen === BACK ? BACK : [chosen];
}
