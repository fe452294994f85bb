// okhelp check: finds and explains balance mismatches in the recorded notes, or in a file.
import { checkDocument } from '../check-document.ts';
import type { Context } from '../context.ts';
import type { CommandModule, Parsed } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { readAmountFlag, readMomentFlag } from '../flags.ts';
import { checkCsv } from '../formats/check-csv.ts';
import { type CheckOptions, isAsked } from '../ledger/check.ts';
import type { CheckResult } from '../ledger/findings.ts';
import { momentAt } from '../ledger/time.ts';
import { expectFormat, type FileWish, openNotesFile } from '../notes-file.ts';
import { isDrawn } from '../terminal/drawn.ts';
import {
  checkJson,
  checkStatementFile,
  expectAsked,
  ledgerOptions,
  periodOptions,
  readSelection,
  type SelectionFlags,
} from './check/asked.ts';
import { asker, type ReadingFlags, readingOptions, settleReading, wishOf } from './columns/reading.ts';
import { noteDefaults } from './note/defaults.ts';

interface CheckFlags extends Parsed, ReadingFlags, SelectionFlags {
  balance?: string;
  at?: string;
  opening?: string;
  statement?: string;
  fix?: boolean;
  yes?: boolean;
}

export const check: CommandModule<CheckFlags> = {
  define: (t) => ({
    summary: t.check.summary,
    description: t.check.description,
    arguments: [{ name: '[FILE|-]', description: t.check.fileArgument }],
    options: [
      ...ledgerOptions(t),
      { flags: '--balance <AMOUNT>', description: t.check.options.balance },
      { flags: '--at <TIME>', description: t.check.options.at },
      { flags: '--opening <AMOUNT>', description: t.check.options.opening },
      ...periodOptions(t),
      { flags: '--statement <FILE>', description: t.statement.flag },
      { flags: '--fix', description: t.check.fix.flag },
      { flags: '--yes', description: t.check.fix.yes },
      ...readingOptions(t),
    ],
    examples: t.check.examples,
  }),

  async run(flags, context) {
    const options: CheckOptions = { ...readOptions(flags, context), traced: isDrawn(context) };
    const file = flags.args[0];
    if (flags.format !== undefined) await expectFormat(flags.format);
    if (flags.yes && !flags.fix) throw new OkhelpError('needs-flag', { flag: '--yes', needed: '--fix' });
    if (flags.fix) return runFix(flags, options, context);
    const wish = await wishOf(flags, context);
    // What was said of the format speaks of the statement, where there is one.
    const own = flags.statement === undefined ? wish : {};
    const result =
      file === undefined ? await checkStore(options, context) : await checkFile(file, own, options, context);
    const compared =
      flags.statement === undefined ? null : await compareWith(flags.statement, file, wish, options, context);
    if (context.json) {
      const statement =
        compared && (await import('../statement-document.ts')).statementDocument(compared.found, context.t);
      context.io.document(checkDocument(result, context.t, statement));
    } else {
      const { renderCheck } = await import('../terminal/check-view.ts');
      const view = compared && (await import('../terminal/statement-view.ts'));
      const beside = view ? view.statementLines(compared.found, compared.notes, context) : [];
      await renderCheck(result, file ?? null, options, context, beside);
    }
    const unreadable = result.source.unreadable.length + (compared?.found.source.unreadable.length ?? 0);
    return unreadable > 0 ? 3 : result.balanced && (compared?.agrees ?? true) ? 0 : 1;
  },
};

/** The status is that of the check after the corrections. */
async function runFix(flags: CheckFlags, options: CheckOptions, context: Context): Promise<number> {
  const { io, t } = context;
  if (flags.statement !== undefined) throw new OkhelpError('not-together', { flag: '--fix', other: '--statement' });
  if (flags.args[0] !== undefined) {
    throw new OkhelpError('bad-value', { flag: '--fix', value: flags.args[0], expected: t.check.fix.inFile });
  }
  const { fixNotes } = await import('./check/fix.ts');
  const { applied, result } = await fixNotes(options, flags.yes ?? false, context);
  if (context.json) {
    const document = checkDocument(result, t);
    io.document({ ...document, applied: applied.flatMap(({ corrections }) => corrections) });
  } else {
    const { wrap } = await import('../terminal/width.ts');
    io.say(wrap(t.check.fix.applied(applied.length), io.widthErr).join('\n'));
    if (applied.length) io.say(t.check.fix.again);
    const { renderCheck } = await import('../terminal/check-view.ts');
    await renderCheck(result, null, options, context);
  }
  return result.balanced ? 0 : 1;
}

/** The notes (of the file, or recorded) held against the provider's statement. */
async function compareWith(
  path: string,
  notes: string | undefined,
  wish: FileWish,
  options: CheckOptions,
  context: Context,
) {
  const { compareStatement } = await import('./check/compare-statement.ts');
  return compareStatement(path, notes ?? null, wish, options, context);
}

function readOptions(flags: CheckFlags, context: Context): CheckOptions {
  const options: CheckOptions = readSelection(flags, context);
  if (flags.opening !== undefined) options.opening = readAmountFlag('--opening', flags.opening);
  if (flags.at !== undefined && flags.balance === undefined) {
    throw new OkhelpError('needs-flag', { flag: '--at', needed: '--balance' });
  }
  if (flags.balance !== undefined) {
    options.shown = {
      balance: readAmountFlag('--balance', flags.balance),
      time:
        flags.at === undefined
          ? momentAt(context.now(), context.timeZone().offset)
          : readMomentFlag('--at', flags.at, context, 'end-of-day'),
    };
  }
  return options;
}

/** Reads the recorded notes as they are at one moment, by the way of a file. */
async function checkStore(options: CheckOptions, context: Context): Promise<CheckResult> {
  const store = await context.store();
  const { startProgress } = await import('../terminal/progress.ts');
  const defaults = noteDefaults(context);
  return store.notes.inOrder(async (notes) => {
    const progress = startProgress(context.t.check.checking(notes.count), context);
    try {
      const result = await checkCsv(
        { ...notes, name: '' },
        { ...options, defaults, noteOf: notes.note, ...(progress && { progress: progress.update }) },
      );
      if (result.source.rows === 0) expectOneLedger(options, []);
      expectOneLedger(options, result.accounts);
      const { rows } = result.source;
      return expectAsked(
        { ...result, source: { kind: 'notes', name: null, format: 'okhelp', rows, unreadable: [] } },
        options,
      );
    } finally {
      progress?.stop();
    }
  });
}

async function checkFile(path: string, wish: FileWish, options: CheckOptions, context: Context): Promise<CheckResult> {
  const defaults = noteDefaults(context);
  const file = await openNotesFile(path, wish, defaults, context, asker(wish, defaults, context));
  const { startProgress } = await import('../terminal/progress.ts');
  const progress = startProgress(context.t.check.reading(path), context);
  try {
    const csv = () => checkCsv(file.source, { ...options, defaults, ...(progress && { progress: progress.update }) });
    const result =
      file.kind === 'own'
        ? ((await checkJson(file, path, defaults, options)) ?? (await csv()))
        : await checkStatementFile(file, path, options);
    await settleReading(file.kind === 'own' ? null : file.columns, result.source, wish, context);
    expectOneLedger(options, result.accounts);
    expectAsked(result, options);
    const { kind } = file.source;
    return { ...result, source: { ...result.source, kind, name: kind === 'stdin' ? null : path } };
  } finally {
    progress?.stop();
    file.source.close();
  }
}

/** `--balance` and `--opening` say something of one account in one currency; with several it must be said which. */
function expectOneLedger(options: CheckOptions, among: readonly { account: string; currency: string }[]): void {
  const flag = options.shown ? '--balance' : options.opening !== undefined ? '--opening' : null;
  if (!flag) return;
  const ledgers = new Set(
    among.filter((ledger) => isAsked(ledger, options)).map(({ account, currency }) => `${account} ${currency}`),
  );
  if (ledgers.size === 1) return;
  throw new OkhelpError('which-account', { flag, accounts: [...ledgers].join(', ') });
}
