// Makes the data of a report out of its material: shortened to what is shown, without secrets, and for anybody without names.
import { basename } from 'node:path';
import type { Context } from '../../context.ts';
import type { Comparison } from '../../ledger/comparison.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import { formatOffset, formatWallClock, momentAt } from '../../ledger/time.ts';
import type { Audience, Listed, ReportData, ReportFile, ReportStatement } from '../../report/report.ts';
import { shownNotes } from '../../report/shown-notes.ts';
import type { Redaction } from '../../support/draft.ts';
import { sizeInWords } from '../../support/file-size.ts';
import { secretsWithin } from '../../support/secrets-within.ts';
import { unnamed } from '../../support/unnamed.ts';
import { fingerprintOf } from '../case/evidence.ts';
import { caseData } from './case-part.ts';
import { type Material, placeOf } from './material.ts';

/** So many mismatches of an account, and rows of a list, are looked at closely. */
const MISMATCHES = 20;
const LISTED = 40;

export interface Asked {
  audience: Audience;
  allNotes: boolean;
  /** The command as it was typed; paths in it are the user's. */
  command: string;
  version: string;
}

export async function composed(
  material: Material,
  asked: Asked,
  context: Context,
): Promise<{ data: ReportData; redactions: Redaction[] }> {
  const { t, lang } = context;
  const { audience } = asked;
  const { page } = t.report;
  const secrets = secretsWithin(t.email.placeholders);
  const check = material.check && shortened(material.check);
  const found = {
    check,
    ledgers: shownNotes(material.notes, check, asked.allNotes),
    statement: material.comparison && statementOf(material.comparison),
  };
  const clean = await secrets.from(found, 'notes');
  const told = audience === 'public' ? unnamed(clean, page.unnamed) : clean;
  const ofCase = material.whole && (await secrets.from(await caseData(material.whole, audience, context), 'case'));
  const { moment, made, files } = await secrets.from(await makingOf(material, asked, context), 'files');
  const data: ReportData = {
    title: page.notesTitle,
    about: [],
    outcome: null,
    answers: [],
    timeline: null,
    evidence: [],
    drafts: [],
    ...ofCase,
    facts: (ofCase?.facts ?? []).map(({ name, text, reference, error }) => [name, text ?? reference ?? error ?? '']),
    ...told,
    language: lang,
    audience,
    daysOnly: audience === 'public',
    made: [[page.made.written, moment], ...made],
    files,
    leftOut: leftOut(secrets.redactions, audience, material, context),
  };
  return { data, redactions: secrets.redactions };
}

/** What was taken out, once for each kind, and what is left out by nature. */
export function leftOut(
  redactions: readonly Redaction[],
  audience: Audience,
  { whole }: Pick<Material, 'whole'>,
  { t }: Pick<Context, 't'>,
): string[] {
  const words = t.report.page.leftOut;
  // Of what names nobody there is no text left in which a part of a secret could stay.
  if (audience === 'public') return [words.public];
  const kinds = new Map<Redaction['kind'], number>();
  for (const { kind } of redactions) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const lines = [...kinds].map(([kind, count]) => words.secret(kind, count));
  return audience === 'support' && whole ? [...lines, words.support] : lines;
}

/** Cells that could not be read stay where they are; of many mismatches the first are told. */
function shortened(check: CheckResult): CheckResult {
  const { source, accounts } = check;
  const unreadable = source.unreadable.map((row) => ({ ...row, value: '' }));
  return {
    ...check,
    source: { ...source, unreadable, dates: undefined, columns: undefined },
    leftOut: [],
    accounts: accounts.map((account) => ({
      ...account,
      mismatches: account.mismatches.slice(0, MISMATCHES),
      omitted: account.omitted + Math.max(0, account.mismatches.length - MISMATCHES),
    })),
  };
}

function statementOf({ source, self, matching }: Comparison): ReportStatement {
  const listed = <T>(all: readonly T[]): Listed<T> => ({ shown: all.slice(0, LISTED), total: all.length });
  return {
    rows: source.rows,
    format: source.format,
    agreesWithItself: self.agrees,
    matched: matching.matched.length,
    differing: listed(matching.differing),
    together: listed(matching.together),
    onlyInNotes: listed(matching.onlyInNotes),
    onlyInStatement: listed(matching.onlyInStatement),
    outside: matching.outside.length,
    clockShift: matching.clockShift,
  };
}

/** Which notes it is limited to; nothing where it is not. */
function limitsOf(
  { account, currency, since, until }: Material['selection'],
  audience: Audience,
  context: Context,
): [string, string][] {
  const { made } = context.t.report.page;
  const { offset } = context.timeZone();
  const at = (epoch: number) => formatWallClock(momentAt(epoch, offset)).slice(0, audience === 'public' ? 10 : 16);
  const parts = [
    ...(account === undefined ? [] : [made.account(audience === 'public' ? null : account)]),
    ...(currency === undefined ? [] : [currency]),
    ...(since === undefined ? [] : [made.since(at(since))]),
    ...(until === undefined ? [] : [made.until(at(until))]),
  ];
  return parts.length === 0 ? [] : [[made.limited, parts.join(context.t.diagnose.hintBreak)]];
}

async function makingOf(material: Material, { audience, command, version }: Asked, context: Context) {
  const { page } = context.t.report;
  const now = momentAt(context.now(), context.timeZone().offset);
  const moment =
    audience === 'public'
      ? formatWallClock(now).slice(0, 10)
      : `${formatWallClock(now)} (UTC${formatOffset(now.offset)})`;
  const files: ReportFile[] = [];
  for (const [i, path] of material.files.entries()) {
    const place = placeOf(path, context);
    const { bytes, sha256 } = await fingerprintOf(place, path);
    files.push({
      id: String(i + 1),
      name: audience === 'public' ? page.unnamed.file(i + 1, '') : basename(path),
      size: sizeInWords(bytes),
      sha256,
      about: audience === 'me' ? [place] : [],
      changed: null,
    });
  }
  const fromStore = material.check?.source.kind === 'notes';
  const made: [string, string][] = [
    [page.made.program, `okhelp ${version}`],
    [page.made.command, command],
    ...limitsOf(material.selection, audience, context),
    ...(fromStore ? [[page.made.source, page.made.recorded(material.notes.length)] as [string, string]] : []),
  ];
  return { moment, made, files };
}
