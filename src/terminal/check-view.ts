// The check as a person reads it: a verdict for each account, each mismatch with its arithmetic, and what to do next.
import type { Context } from '../context.ts';
import type { CheckOptions } from '../ledger/check.ts';
import type {
  AccountFinding,
  CheckResult,
  CheckSource,
  Correction,
  Explanation,
  Mismatch,
} from '../ledger/findings.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type Note } from '../ledger/note.ts';
import { isOwnRecord } from '../ledger/own-records.ts';
import { inZone } from '../ledger/reader-zone.ts';
import { formatWallClock } from '../ledger/time.ts';
import { shellWord } from '../shell-word.ts';
import { cleanForTerminal } from './clean.ts';
import { callout, item, paragraph } from './lines.ts';
import { declaredLines } from './statement-view.ts';
import { displayWidth, padEnd, padStart, wrap } from './width.ts';

type View = Pick<Context, 't' | 'io'> & {
  /** No sign before a verdict: the words say it. */
  plain?: boolean;
  /** The picture of a mismatch; none where it is not there. */
  draw?: (mismatch: Mismatch, currency: string) => string[];
};

/** How many mismatches and unreadable rows are written out. */
const SHOWN = 10;

/** What else the user said to the check. */
type Asked = Pick<CheckOptions, 'shown' | 'opening'>;

/**
 * Writes the verdict to stdout and the next steps to stderr. `file` as the user named it, null for the notes; `beside` are
 * lines that belong to the answer, behind the verdict.
 */
export async function renderCheck(
  result: CheckResult,
  file: string | null,
  asked: Asked,
  context: Pick<Context, 't' | 'io' | 'plain' | 'host' | 'timeZone'>,
  beside: readonly string[] = [],
): Promise<void> {
  const { t, io } = context;
  const { plain } = context;
  const followed = result.accounts.some(({ mismatches }) => mismatches.some(({ way }) => way));
  const draw = followed ? (await import('./check-chart.ts')).drawing(context) : undefined;
  const here = result.balanced ? result : inZone(result, context.timeZone().offset);
  for (const line of checkLines(here, { t, io, plain, draw })) io.out(line);
  if (beside.length) io.out(beside.join('\n'));
  if (result.source.unreadable.length) return;
  const say = (text: string) => io.say(wrap(text, io.widthErr).join('\n'));
  const name = file === null ? '' : ` ${cleanForTerminal(shellWord(file))}`;
  if (result.accounts.length === 0) {
    if (file === null) say(t.check.noNotesHint);
  } else if (result.accounts.every(({ compared }) => compared === 0)) {
    say(t.check.noReadingsHint(`okhelp check${name} --balance AMOUNT`));
  } else if (!result.balanced && !isOwnRecord(result.source)) {
    say(t.check.exportAgain);
  } else if (!result.balanced) {
    say('');
    say(t.check.compareFirst);
    for (const [command, purpose] of nextSteps(file, asked, t)) {
      io.say(`${wrap(purpose, io.widthErr).join('\n')}\n  ${io.paintErr.command(cleanForTerminal(command))}`);
    }
  }
}

/** All lines of the verdict, wrapped at the width of the output. Also used inside a diagnosis. */
export function checkLines(result: CheckResult, view: View): string[] {
  const { t } = view;
  const { unreadable } = result.source;
  const lines: string[] = [];
  if (unreadable.length) {
    lines.push(...callout('warn', t.check.unreadable(unreadable.length), view));
    for (const { line, column, value, reason } of unreadable.slice(0, SHOWN)) {
      const name = column && t.ledger.fields[column];
      lines.push(...item(t.check.unreadableRow(line, name, short(value), t.check.reasons[reason]), view));
    }
    if (unreadable.length > SHOWN) lines.push(...item(t.check.moreUnreadable(unreadable.length - SHOWN), view));
    lines.push('');
  }
  if (result.accounts.length === 0 && unreadable.length === 0) {
    lines.push(...paragraph(result.source.kind === 'notes' ? t.check.noNotes : t.check.noRows, view));
  }
  result.accounts.forEach((account, i) => {
    if (i > 0) lines.push('');
    lines.push(...accountLines(account, result.source, view));
  });
  return lines;
}

function accountLines(finding: AccountFinding, source: CheckSource, view: View): string[] {
  return [...verdictLines(finding, source, view), ...declaredLines(finding.declared ?? [], finding.currency, view)];
}

function verdictLines(finding: AccountFinding, source: CheckSource, view: View): string[] {
  const { t, io } = view;
  const { mismatches, notes, readings, omitted } = finding;
  const name = `${cleanForTerminal(finding.account)} ${finding.currency}`;
  if (readings === 0 && finding.opening === null) return paragraph(t.check.noReadings(name, notes), view);
  if (mismatches.length === 0 && finding.compared === 0) return paragraph(t.check.oneReading(name, notes), view);
  if (mismatches.length === 0 && source.unreadable.length)
    return paragraph(t.check.balancedSoFar(name, notes, readings), view);
  if (mismatches.length === 0) {
    return callout('good', t.check.balanced(name, notes, readings), view);
  }
  const count = mismatches.length + omitted;
  const lines = callout('bad', t.check.mismatches(name, count, notes, readings), view, {
    word: () => t.ask.spoken.mismatch,
  });
  for (const rule of finding.recurring ?? []) lines.push(...item(t.check.recurring(rule, finding), view));
  mismatches.slice(0, SHOWN).forEach((mismatch, i) => {
    lines.push(
      '',
      io.paint.heading(t.check.mismatch(i + 1, count)),
      ...mismatchLines(mismatch, finding.currency, source.kind !== 'notes', view),
    );
  });
  if (count > SHOWN) lines.push('', ...paragraph(t.check.moreMismatches(count - SHOWN), view));
  return lines;
}

function mismatchLines(mismatch: Mismatch, currency: string, inFile: boolean, view: View): string[] {
  const { t, io } = view;
  const { after, at, difference } = mismatch;
  const lines = figures(mismatch, currency, view);
  const size = `${formatAmount(difference < 0n ? -difference : difference, currency)} ${currency}`;
  lines.push(...item(difference < 0n ? t.check.less(size) : t.check.more(size), view));
  const place = (note: Note): string =>
    note.id ? t.check.placeOf(note, formatWallClock(note.time)) : t.check.where(note);
  lines.push(...item(t.check.betweenReadings(after && place(after.note), place(at.note)), view));
  const picture = view.draw?.(mismatch, currency) ?? [];
  if (picture.length) lines.push('', ...picture, '');
  const [first, ...others] = mismatch.explanations;
  if (first) {
    const why = t.check.likeliest(t.check.confidences[first.confidence]);
    lines.push(...item(`${why}${t.check.space}${explained(first, mismatch, view)}`, view));
    const unread = first.evidence.find((fact) => fact.kind === 'unreadable-between');
    const steps = unread
      ? [t.check.correctRow(unread.lines)]
      : first.corrections.map((correction) => stepOf(correction, first, currency, inFile, view));
    if (steps.length)
      lines.push(...item(`${t.check.toCorrect}${t.check.space}${steps.join(t.check.and)}`, view, io.paint.heading));
  }
  for (const other of others)
    lines.push(...item(`${t.check.alsoFits}${t.check.space}${explained(other, mismatch, view)}`, view, io.paint.quiet));
  if (mismatch.alternatives) lines.push(...item(t.check.alternatives(mismatch.alternatives), view, io.paint.quiet));
  for (const limit of mismatch.limits) lines.push(...item(t.check.limit(limit), view, io.paint.quiet));
  return lines;
}

/** Expected, recorded and difference under each other, at the decimal point. */
function figures({ expected, recorded, difference }: Mismatch, currency: string, { t }: View): string[] {
  const rows: [string, Units][] = [
    [t.check.expected, expected],
    [t.check.recorded, recorded],
    [t.check.difference, difference],
  ];
  const amounts = rows.map(([, units]) => formatAmount(units, currency));
  const label = Math.max(...rows.map(([name]) => displayWidth(name)));
  const width = Math.max(...amounts.map((amount) => amount.length));
  return rows.map(([name], i) => `  ${padEnd(name, label)}  ${padStart(amounts[i]!, width)} ${currency}`);
}

function explained(explanation: Explanation, mismatch: Mismatch, { t }: View): string {
  return cleanForTerminal(t.check.explain(explanation, mismatch));
}

/** A correction as a command where the note is in the store, else as what to change in the file. */
function stepOf(
  correction: Correction,
  { notes }: Explanation,
  currency: string,
  inFile: boolean,
  { t }: View,
): string {
  const words = t.check.correctInFile;
  if (correction.op === 'add') {
    const isFee = correction.type === 'fee';
    if (inFile) return (isFee ? words.addFee : words.add)(`${correction.amount} ${currency}`);
    return isFee ? addCommand(correction) : t.check.addNote(addCommand(correction));
  }
  const note = notes.find((candidate) => candidate.id === correction.note)!;
  if (note.line !== null) {
    const place = t.check.where(note);
    if (correction.op === 'remove') return words.remove(place);
    return words.set(place, t.ledger.fields[correction.field], valueWords(correction, t));
  }
  if (correction.op === 'remove') return `okhelp note remove ${note.id}`;
  // In one word, which needs no quotes in any shell.
  const to = correction.field === 'time' ? correction.to.replace(' ', 'T') : correction.to;
  return `okhelp note edit ${note.id} --${correction.field} ${to}`;
}

/** Of a fee all is known; else not the kind of what is missing, for which okhelp asks, nor its time. */
function addCommand({ type, time, amount, currency, account }: Extract<Correction, { op: 'add' }>): string {
  const isFee = type === 'fee';
  const words = ['okhelp note add', ...(isFee ? ['--type fee'] : []), `--amount ${amount}`, `--currency ${currency}`];
  if (account !== DEFAULT_ACCOUNT) words.push(`--account ${shellWord(account)}`);
  words.push(`--time ${isFee ? time.replace(' ', 'T') : 'TIME'}`);
  return words.join(' ');
}

function valueWords({ field, to }: Extract<Correction, { op: 'set' }>, t: View['t']): string {
  return field === 'status' ? t.ledger.statuses[to as keyof typeof t.ledger.statuses] : to;
}

/** A balance that was only given here is first recorded, so that what comes next knows of it. */
function nextSteps(file: string | null, { shown, opening }: Asked, t: View['t']): [command: string, purpose: string][] {
  const next = 'okhelp diagnose --answer problem=balance-mismatch';
  if (file === null) {
    const record = shown && `okhelp note add --type balance --balance ${formatAmount(shown.balance, '')}`;
    return [...(record ? [[record, t.check.nextRecord] as [string, string]] : []), [next, t.check.nextDiagnose]];
  }
  if (file === '-' || shown || opening !== undefined) return [[next, t.check.nextDiagnose]];
  return [[`${next} --notes ${shellWord(file)}`, t.check.nextDiagnose]];
}

function short(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
