// How a file is to be read, by the flags; and what the user should know of how it was read, once it was.
import type { Context } from '../../context.ts';
import type { OptionDefinition } from '../../definition.ts';
import { OkhelpError } from '../../errors.ts';
import type { AskColumns } from '../../file-columns.ts';
import type { NoteDefaults } from '../../formats/note-rows.ts';
import { type CheckSource, DATE_ORDERS, type DateOrder } from '../../ledger/findings.ts';
import type { Messages } from '../../messages/index.ts';
import { loadReadingMessages } from '../../messages/index.ts';
import type { FileWish, Named } from '../../notes-file.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';

export interface ReadingFlags {
  format?: string;
  columns?: string;
  saveColumns?: string;
  dateOrder?: string;
}

export const readingOptions = (t: Messages): OptionDefinition[] => [
  { flags: '--format <NAME>', description: t.check.options.format },
  { flags: '--columns <MAP>', description: t.check.options.columns },
  { flags: '--save-columns <NAME>', description: t.check.options.saveColumns },
  { flags: '--date-order <ORDER>', description: t.check.options.dateOrder, choices: DATE_ORDERS },
];

/** Throws `bad-value` where the name under which columns are to be saved is none. */
export async function wishOf(
  { format, columns, saveColumns, dateOrder }: ReadingFlags,
  { lang }: Pick<Context, 'lang'>,
): Promise<FileWish> {
  if (saveColumns !== undefined && !isColumnsName(saveColumns)) {
    const { nameRule } = await loadReadingMessages(lang);
    throw new OkhelpError('bad-value', { flag: '--save-columns', value: saveColumns, expected: nameRule });
  }
  const name = saveColumns?.trim();
  return { format, columns, ...(name && { saveColumns: name }), dateOrder: dateOrder as DateOrder | undefined };
}

/** A name that `--columns` can tell from a mapping. */
export function isColumnsName(text: string): boolean {
  return /^[^=,\p{C}]{1,40}$/u.test(text.trim()) && text.trim() !== '-';
}

/** Asks at the terminal which column is what, where okhelp may ask. `begin` is called before the first question. */
export function asker(
  { saveColumns }: FileWish,
  defaults: NoteDefaults,
  context: Context,
  { begin, keeps = true }: { begin?: () => void; keeps?: boolean } = {},
): AskColumns {
  return async (file) => {
    const prompter = await context.prompter();
    if (!prompter) return null;
    begin?.();
    const { askColumns } = await import('./ask.ts');
    return askColumns(file, keeps && saveColumns === undefined, prompter, defaults, context);
  };
}

/**
 * Saves the columns where that was asked for, and tells of what was read by them and of dates that could be read otherwise.
 * Throws `needs-flag` where there are no columns to save.
 */
export async function settleReading(
  named: Named,
  source: CheckSource,
  { saveColumns }: FileWish,
  context: Context,
): Promise<void> {
  if (saveColumns !== undefined && !named) {
    throw new OkhelpError('needs-flag', { flag: '--save-columns', needed: '--columns' });
  }
  if (named?.save && named.notes > 0) {
    const { writeColumns } = await import('../../settings.ts');
    const { formatTime, momentAt } = await import('../../ledger/time.ts');
    const saved = formatTime(momentAt(context.now(), context.timeZone().offset));
    await writeColumns(context.configDir, context.settings, { ...named.save, map: named.read.map, saved });
    source.columns = { ...named.read, name: named.save.name, saved };
  }
  if (!context.json && !context.quiet) await tell(named, source, context);
}

const CERTAIN = ['asked', 'only-one-exists', 'points'];

async function tell(named: Named, { columns, dates }: CheckSource, { io, lang }: Context): Promise<void> {
  const doubtful = dates && !CERTAIN.includes(dates.because);
  if (!columns?.name && !named?.save && !doubtful) return;
  const words = await loadReadingMessages(lang);
  const { wrap } = await import('../../terminal/width.ts');
  const say = (text: string) => io.say(wrap(cleanForTerminal(text), io.widthErr).join('\n'));
  if (named?.save) {
    say(
      named.notes > 0
        ? words.saved(named.save.name, `okhelp config unset ${await keyOf(named.save.name)}`)
        : words.notSaved,
    );
  } else if (columns?.name) say(words.columns(columns.name, columns.saved!.slice(0, 10), mapText(columns.map)));
  if (dates && doubtful) {
    const other = dates.order === 'day-first' ? 'month-first' : 'day-first';
    say(words.dates(dates.example, dates.order, dates.read, dates.because, `--date-order ${other}`));
  }
}

async function keyOf(name: string): Promise<string> {
  const { shellWord } = await import('../../shell-word.ts');
  return shellWord(`columns.${name}`);
}

/** `time=Datum, amount=Betrag` */
export function mapText(map: Record<string, string>): string {
  return Object.entries(map)
    .map(([field, name]) => `${field}=${name}`)
    .join(', ');
}
