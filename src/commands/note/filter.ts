// Which notes a command is about: the filters that list and export share.
import type { Context } from '../../context.ts';
import type { OptionDefinition } from '../../definition.ts';
import { OkhelpError } from '../../errors.ts';
import { readMomentFlag } from '../../flags.ts';
import type { Note } from '../../ledger/note.ts';
import { recordedText } from '../../ledger/recorded.ts';
import type { Messages } from '../../messages/index.ts';
import { readCurrency, readStatus, readType } from './values.ts';

export interface FilterOptions {
  account?: string;
  currency?: string;
  type?: string;
  status?: string;
  since?: string;
  until?: string;
  limit?: string;
}

export function filterOptions(t: Messages): OptionDefinition[] {
  const { filters } = t.note.list;
  return [
    { flags: '--account <TEXT>', description: filters.account },
    { flags: '--currency <CCY>', description: filters.currency },
    { flags: '--type <TYPE>', description: filters.type },
    { flags: '--status <STATUS>', description: filters.status },
    { flags: '--since <TIME>', description: filters.since },
    { flags: '--until <TIME>', description: filters.until },
    { flags: '--limit <N>', description: filters.limit },
  ];
}

/** The notes that the flags ask for, by time. Throws `bad-value` or `bad-time` naming the flag. */
export async function notesWanted(options: FilterOptions, context: Where): Promise<Note[]> {
  const { filter, isWanted, limit } = filterOf(options, context);
  const found = (await context.store()).notes.list(filter).filter(isWanted);
  return limit === null ? found : found.slice(-limit);
}

/**
 * The same, some at a time: reads the flags and opens the data at once, and gives a function that hands the notes on, with
 * the share that is done by then, up to 1. Those that `--limit` asks for, the last ones, are handed on together.
 */
export async function piecesWanted(options: FilterOptions, context: Where) {
  const { filter, isWanted, limit } = filterOf(options, context);
  const { notes } = await context.store();
  return async (use: (notes: readonly Note[], share: number) => Promise<void>): Promise<void> => {
    if (limit !== null) return use(await notesWanted(options, context), 1);
    const all = notes.count(filter);
    let done = 0;
    await notes.each(filter, (piece) => {
      done += piece.length;
      return use(piece.filter(isWanted), done / all);
    });
  };
}

type Where = Pick<Context, 't' | 'timeZone' | 'store'>;

function filterOf(options: FilterOptions, context: Where) {
  const type = options.type === undefined ? null : readType(options.type);
  const status = options.status === undefined ? null : readStatus(options.status);
  const limit = options.limit === undefined ? null : readLimit(options.limit, context.t);
  const filter = {
    account: options.account === undefined ? undefined : recordedText(options.account),
    currency: options.currency === undefined ? undefined : readCurrency(options.currency, context.t),
    since: options.since === undefined ? undefined : readMomentFlag('--since', options.since, context).epoch,
    until:
      options.until === undefined ? undefined : readMomentFlag('--until', options.until, context, 'end-of-day').epoch,
  };
  const isWanted = (note: Note) => (type === null || note.type === type) && (status === null || note.status === status);
  return { filter, isWanted, limit };
}

function readLimit(text: string, t: Messages): number {
  const limit = Number(text);
  if (/^\d{1,9}$/.test(text) && limit > 0) return limit;
  throw new OkhelpError('bad-value', { flag: '--limit', value: text, expected: t.note.expected.number });
}
