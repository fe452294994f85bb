// Asking at a terminal what happened, one thing after the other; Enter skips what need not be said.
import type { Context } from '../../context.ts';
import { type ErrorCode, OkhelpError } from '../../errors.ts';
import { readMomentFlag } from '../../flags.ts';
import { formatWallClock, momentAt } from '../../ledger/time.ts';
import { CHANNELS } from '../../support/case-event.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { review } from '../asking/review.ts';
import { readDay, readSum } from './log-entry.ts';
import { ASKED, DETAILS, type Detail, LOGGED, type LoggedKind, NEEDED, type WrittenEntry } from './log-kinds.ts';
import { sumOf, type WholeCase } from './whole.ts';

export async function askKind(prompter: Prompter, { t }: Pick<Context, 't'>): Promise<LoggedKind> {
  const choices = LOGGED.map((value) => ({ value: value as LoggedKind, label: t.cases.kinds[value] }));
  const message = t.cases.log.questions.kind;
  return (await prompter.select({ message, help: t.why.case.kind, choices })) as LoggedKind;
}

export interface Asked {
  kind: LoggedKind;
  given: WrittenEntry;
  /** Whether the kind was asked, and is what the first question goes back to. */
  kindAsked: boolean;
}

/**
 * Asks for what was not given; going back takes an answer out again, BACK goes to the kind. Null where nothing is to be
 * recorded after all.
 */
export async function askEntry(
  { kind, given, kindAsked }: Asked,
  whole: WholeCase,
  prompter: Prompter,
  context: Context,
): Promise<WrittenEntry | null | typeof BACK> {
  const written = { ...given };
  const asked: Detail[] = [];
  for (;;) {
    const next = ASKED[kind].find((one) => written[one] === undefined && (one !== 'due' || isDueAsked(kind, written)));
    if (!next) {
      const wanted = await reviewed(kind, written, whole, prompter, context);
      if (wanted === 'save') return written;
      if (wanted === 'leave') return null;
      const answer = await askDetail(wanted, kind, { back: true, now: written[wanted] }, whole, prompter, context);
      if (answer !== BACK) written[wanted] = answer;
      continue;
    }
    const back = kindAsked || asked.length > 0;
    const answer = await askDetail(next, kind, { back }, whole, prompter, context);
    if (answer === BACK) {
      const last = asked.pop();
      if (last === undefined) return BACK;
      delete written[last];
    } else {
      written[next] = answer;
      asked.push(next);
    }
  }
}

/** Everything that was said about the entry, before it is kept. */
function reviewed(
  kind: LoggedKind,
  written: WrittenEntry,
  whole: WholeCase,
  prompter: Prompter,
  { t }: Context,
): Promise<Detail | 'save' | 'leave'> {
  const { log, kinds, channels } = t.cases;
  const shown = (detail: Detail, value: string) =>
    detail === 'channel'
      ? (channels[value as keyof typeof channels] ?? value)
      : detail === 'body'
        ? bodyNamed(value, whole, log.provider)
        : cleanForTerminal(value);
  const rows = [...new Set([...ASKED[kind], ...DETAILS])].flatMap((field) =>
    written[field] === undefined ? [] : [{ field, name: log.details[field], value: shown(field, written[field]) }],
  );
  return review(rows, { message: log.review(whole.record.id, kinds[kind]), save: log.save }, prompter, t);
}

function bodyNamed(id: string, { region }: WholeCase, provider: string): string {
  return id === 'provider' ? provider : (region?.ladder.find((one) => one.id === id)?.name ?? id);
}

/** Nobody is asked by when nothing was promised. */
function isDueAsked(kind: LoggedKind, { promised }: WrittenEntry): boolean {
  return kind !== 'call' || Boolean(promised);
}

async function askDetail(
  detail: Detail,
  kind: LoggedKind,
  { back, now }: { back: boolean; now?: string | undefined },
  whole: WholeCase,
  prompter: Prompter,
  context: Context,
): Promise<string | typeof BACK> {
  const { t } = context;
  const words = t.cases.log;
  const message = (detail === 'due' && words.dueOf[kind]) || words.questions[detail];
  const help = t.why.case[detail];
  if (detail === 'channel') {
    const choices = CHANNELS.map((value) => ({ value: value as string, label: t.cases.channels[value] }));
    return prompter.select({ message, help, choices, back, default: now });
  }
  if (detail === 'body') {
    const others = whole.region?.ladder.filter(({ id }) => id !== 'provider') ?? [];
    const choices = [
      { value: 'provider', label: words.provider },
      ...others.map(({ id, name }) => ({ value: id, label: name })),
    ];
    return choices.length === 1 ? 'provider' : prompter.select({ message, help, choices, back, default: now });
  }
  const needed = NEEDED[kind] === detail;
  const hints: Partial<Record<Detail, string>> = {
    due: words.dayHint,
    amount: words.amountHint(sumOf(whole.record).currency ?? context.settings.currency ?? 'CNY'),
  };
  return prompter.input({
    message,
    help,
    back,
    hint: hints[detail] ?? (needed || detail === 'at' ? undefined : t.ask.skip),
    ...(now && { default: now }),
    ...(detail === 'at' &&
      !now && { default: formatWallClock(momentAt(nowToMinute(context), context.timeZone().offset)) }),
    validate: (text) => complaint(detail, needed, text, whole, context),
  });
}

const nowToMinute = ({ now }: Pick<Context, 'now'>) => Math.floor(now() / 60_000) * 60_000;

function complaint(detail: Detail, needed: boolean, text: string, whole: WholeCase, context: Context): string | null {
  const { t } = context;
  if (!text.trim()) return needed ? t.ask.required : null;
  try {
    if (detail === 'due') readDay('--due', text, context);
    else if (detail === 'amount') readSum({ amount: text }, whole, context);
    else if (detail === 'at' && readMomentFlag('--at', text, context).epoch > context.now())
      throw new OkhelpError('bad-value', { flag: '--at', value: text, expected: t.cases.expected.past });
    return null;
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    if (detail === 'due') return t.cases.log.notADay(text);
    const say = t.errors.codes[error.code as ErrorCode] as (values: unknown) => { message: string; hint: string };
    return say({ ...error.values, flag: t.cases.log.details[detail] }).message;
  }
}
