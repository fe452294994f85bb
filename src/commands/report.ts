// okhelp report: the case, the balance with its chart, the notes and the evidence as one HTML file.
import { basename, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { CommandModule, Parsed } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeOutput } from '../files.ts';
import { formatTime, momentAt } from '../ledger/time.ts';
import { expectFormat } from '../notes-file.ts';
import { reportPage } from '../report/page.ts';
import { AUDIENCES, type Audience } from '../report/report.ts';
import { shellWord } from '../shell-word.ts';
import { sizeInWords } from '../support/file-size.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { answer } from '../terminal/lines.ts';
import { whileShown } from '../terminal/long-work.ts';
import { type Open, openTarget } from '../terminal/opener.ts';
import { wrap } from '../terminal/width.ts';
import { withoutSecrets } from './case/log-entry.ts';
import { ledgerOptions, periodOptions, readSelection, type SelectionFlags } from './check/asked.ts';
import { type ReadingFlags, readingOptions, wishOf } from './columns/reading.ts';
import { sentence } from './diagnosis/warning.ts';
import { composed, leftOut } from './report/compose.ts';
import { type Material, materialOf } from './report/material.ts';
import { wordsOf } from './report/words.ts';

declare const OKHELP_VERSION: string;

export interface ReportFlags extends Parsed, SelectionFlags, ReadingFlags {
  case?: string;
  statement?: string;
  for?: string;
  allNotes?: boolean;
  output?: string;
  force?: boolean;
  open?: boolean;
}

const DEFAULT_FILE = 'okhelp-report.html';

export const report: CommandModule<ReportFlags> = {
  define: (t) => ({
    summary: t.report.summary,
    description: t.report.description,
    arguments: [{ name: '[FILE|-]', description: t.report.file }],
    options: [
      { flags: '--case <ID>', description: t.report.options.case },
      { flags: '--statement <FILE>', description: t.report.options.statement },
      ...ledgerOptions(t),
      ...periodOptions(t),
      ...readingOptions(t),
      { flags: '--for <AUDIENCE>', description: t.report.options.for, choices: AUDIENCES },
      { flags: '--all-notes', description: t.report.options.allNotes },
      { flags: '-o, --output <FILE>', description: t.report.options.output },
      { flags: '--force', description: t.report.options.force },
      { flags: '--open', description: t.report.options.open },
    ],
    examples: t.report.examples,
  }),

  run: (flags, context) => writeReport(flags, context),
};

/** `open` shows the page; a made-up program in tests. */
export async function writeReport(flags: ReportFlags, context: Context, open?: Open): Promise<number> {
  const { io, t, json } = context;
  const output = flags.output ?? DEFAULT_FILE;
  const toStdout = output === '-' || output === '/dev/stdout';
  if (output === '') throw new OkhelpError('missing-value', { flag: '--output' });
  for (const [flag, given] of [
    ['--json', json],
    ['--open', flags.open],
  ] as const)
    if (toStdout && given) throw new OkhelpError('not-together', { flag, other: '-o -' });
  const audience = (flags.for ?? 'support') as Audience;
  const selection = readSelection(flags, context);
  if (flags.format !== undefined) await expectFormat(flags.format);
  const wish = await wishOf(flags, context);
  const wanted = { case: flags.case, file: flags.args[0], statement: flags.statement, selection, wish };
  const recorded = join(context.dataDir, 'okhelp.db');
  const read = () => materialOf(wanted, context);
  const material = await whileShown(t.check.busy.notes, recorded, context, read);
  const version = typeof OKHELP_VERSION === 'string' ? OKHELP_VERSION : '0.0.0-src';
  const asked = { audience, allNotes: flags.allNotes ?? false, command: commandLine(flags, audience), version };
  const { data, redactions } = await composed(material, asked, context);
  const page = reportPage(data, wordsOf(context));
  await writeOutput(output, page.html, context, { force: flags.force });
  const bytes = new TextEncoder().encode(page.html).length;
  await logged(material, toStdout ? '' : output, context);
  if (flags.open) await openTarget(resolve(context.host.cwd, output), open);

  const unreadable = material.check?.source.unreadable.length ?? 0;
  const unread = unreadable + (material.comparison?.source.unreadable.length ?? 0);
  if (json) {
    const notes = { total: material.notes.length, shown: data.ledgers.reduce((sum, { shown }) => sum + shown, 0) };
    const mismatches = (data.check?.accounts ?? []).reduce((sum, one) => sum + one.mismatches.length + one.omitted, 0);
    const counts = {
      notes,
      mismatches,
      unreadable,
      timeline: data.timeline?.length ?? 0,
      evidence: data.evidence.length,
      drafts: data.drafts.length,
    };
    const document = { schema: 'okhelp.report/1' as const, file: output, bytes, language: context.lang, for: audience };
    const { whole } = material;
    io.document({ ...document, case: whole?.record.id ?? null, sections: page.sections, counts, redactions });
  } else if (!toStdout) answer(t.report.written(output, sizeInWords(bytes)), { io });
  sayMore(material, { redactions, audience, output: toStdout ? null : output, unread, opened: flags.open }, context);
  return unread > 0 ? 3 : 0;
}

interface Said {
  redactions: Parameters<typeof leftOut>[0];
  audience: Audience;
  output: string | null;
  unread: number;
  opened: boolean | undefined;
}

/** On stderr: what is not in it, and how it goes on. */
function sayMore(material: Material, said: Said, context: Context): void {
  const { io, t } = context;
  const { report: words } = t;
  const { without, whole } = material;
  const say = (text: string) => io.say(wrap(cleanForTerminal(text), io.widthErr).join('\n'));
  for (const line of leftOut(said.redactions, said.audience, material, context)) say(line);
  if (said.unread > 0) say(words.incomplete);
  if (without !== null) say(words.withoutCase(without));
  if (said.opened) say(words.opened);
  if (said.audience === 'public') say(words.readPublic);
  if (said.output === null) return;
  say(words.paper);
  if (said.audience !== 'support') return;
  const which = whole ? ` --case ${whole.record.id}` : '';
  const command = `okhelp draft-email${which} --attach ${shellWord(said.output)}`;
  io.say(`${words.attach}\n  ${io.paintErr.command(cleanForTerminal(command))}`);
}

const FLAG = {
  currency: '--currency',
  since: '--since',
  until: '--until',
  format: '--format',
  dateOrder: '--date-order',
} as const;

/** The command that makes the same report; for others only the names of files stand in it, for anybody not even these. */
function commandLine(flags: ReportFlags, audience: Audience): string {
  const named = (path: string, stand: string) =>
    audience === 'me' || path === '-' ? shellWord(path) : audience === 'public' ? stand : shellWord(basename(path));
  return [
    'okhelp report',
    ...(flags.args[0] === undefined ? [] : [named(flags.args[0], 'FILE')]),
    ...(flags.case === undefined ? [] : ['--case', /^c?\d{1,15}$/i.test(flags.case.trim()) ? flags.case.trim() : 'ID']),
    ...(flags.statement === undefined ? [] : ['--statement', named(flags.statement, 'FILE')]),
    ...(flags.account === undefined ? [] : ['--account', audience === 'public' ? 'ID' : shellWord(flags.account)]),
    ...(['currency', 'since', 'until', 'format', 'dateOrder'] as const).flatMap((name) =>
      flags[name] === undefined ? [] : [FLAG[name], shellWord(flags[name])],
    ),
    ...(flags.columns === undefined ? [] : ['--columns', audience === 'public' ? 'MAP' : shellWord(flags.columns)]),
    ...(flags.for === undefined ? [] : ['--for', audience]),
    ...(flags.allNotes ? ['--all-notes'] : []),
  ].join(' ');
}

/** The report is there whatever becomes of its entry, so a failure is only told. */
async function logged({ whole }: Material, output: string, context: Context): Promise<void> {
  if (!whole) return;
  try {
    const at = formatTime(momentAt(context.now(), context.timeZone().offset));
    const { text } = await withoutSecrets(basename(output), 'name', context);
    (await context.store()).cases.log(whole.record.id, { kind: 'report', at, ...(text && { text }) });
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    context.io.say(wrap(context.t.report.notLogged(sentence(error, context)), context.io.widthErr).join('\n'));
  }
}
