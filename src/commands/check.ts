// okhelp check: finds and explains balance mismatches in the recorded notes, or in a file.
import { checkDocument } from '../check-document.ts';
import type { Context } from '../context.ts';
import type { CommandModule, Parsed } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { readAmountFlag, readMomentFlag } from '../flags.ts';
import { type CsvCheckOptions, checkCsv } from '../formats/check-csv.ts';
import { type CheckOptions, checkNotes, isAsked } from '../ledger/check.ts';
import type { CheckResult } from '../ledger/findings.ts';
import { parseCurrency } from '../ledger/money.ts';
import { momentAt } from '../ledger/time.ts';
import { nearest } from '../nearest.ts';
import { openSource } from '../open-source.ts';
import { noteDefaults } from './note/defaults.ts';

interface CheckFlags extends Parsed {
  account?: string;
  currency?: string;
  balance?: string;
  at?: string;
  opening?: string;
  since?: string;
  until?: string;
  format?: string;
}

const FORMATS = ['okhelp-csv'] as const;

export const check: CommandModule<CheckFlags> = {
  define: (t) => ({
    summary: t.check.summary,
    description: t.check.description,
    arguments: [{ name: '[FILE|-]', description: t.check.fileArgument }],
    options: [
      { flags: '--account <ID>', description: t.check.options.account },
      { flags: '--currency <CCY>', description: t.check.options.currency },
      { flags: '--balance <AMOUNT>', description: t.check.options.balance },
      { flags: '--at <TIME>', description: t.check.options.at },
      { flags: '--opening <AMOUNT>', description: t.check.options.opening },
      { flags: '--since <TIME>', description: t.check.options.since },
      { flags: '--until <TIME>', description: t.check.options.until },
      { flags: '--format <NAME>', description: t.check.options.format, choices: FORMATS },
    ],
    examples: t.check.examples,
  }),

  async run(flags, context) {
    const options = readOptions(flags, context);
    const file = flags.args[0];
    const result = file === undefined ? await checkStore(options, context) : await checkFile(file, options, context);
    if (context.json) {
      context.io.out(JSON.stringify(checkDocument(result, context.t), null, 2));
    } else {
      const { renderCheck } = await import('../terminal/check-view.ts');
      renderCheck(result, file ?? null, options, context);
    }
    return result.source.unreadable.length > 0 ? 3 : result.balanced ? 0 : 1;
  },
};

function readOptions(flags: CheckFlags, context: Context): CheckOptions {
  const options: CheckOptions = {};
  if (flags.account !== undefined) options.account = flags.account;
  if (flags.currency !== undefined) {
    const currency = parseCurrency(flags.currency);
    if (!currency) {
      const expected = context.t.check.currencyExpected;
      throw new OkhelpError('bad-value', { flag: '--currency', value: flags.currency, expected });
    }
    options.currency = currency;
  }
  if (flags.opening !== undefined) options.opening = readAmountFlag('--opening', flags.opening);
  if (flags.since !== undefined) options.since = readMomentFlag('--since', flags.since, context).epoch;
  if (flags.until !== undefined) options.until = readMomentFlag('--until', flags.until, context, 'end-of-day').epoch;
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

async function checkStore(options: CheckOptions, context: Context): Promise<CheckResult> {
  const notes = (await context.store()).notes.list();
  expectOneLedger(options, notes);
  return expectAsked(checkNotes(notes, options), options);
}

async function checkFile(path: string, options: CheckOptions, context: Context): Promise<CheckResult> {
  const source = await openSource(path, context);
  const { startProgress } = await import('../terminal/progress.ts');
  const progress = startProgress(context.t.check.reading(path), context);
  try {
    const defaults = noteDefaults(context);
    const streaming: CsvCheckOptions = { ...options, defaults, ...(progress && { progress: progress.update }) };
    const result = await checkCsv(source, streaming);
    expectOneLedger(options, result.accounts);
    const name = source.kind === 'stdin' ? null : path;
    expectAsked(result, options);
    return { ...result, source: { ...result.source, kind: source.kind, name } };
  } finally {
    progress?.stop();
    source.close();
  }
}

/** An account or currency that the notes do not have is a slip of the user's, not a clean result. */
function expectAsked(result: CheckResult, options: CheckOptions): CheckResult {
  if (result.accounts.length > 0 || result.leftOut.length === 0) return result;
  const flag = options.account !== undefined ? '--account' : '--currency';
  const expected = result.leftOut.map(({ account, currency }) => (flag === '--account' ? account : currency));
  const value = (flag === '--account' ? options.account : options.currency) ?? '';
  const known = [...new Set(expected)];
  throw new OkhelpError('bad-value', { flag, value, expected: known.join(', '), suggestion: nearest(value, known) });
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
