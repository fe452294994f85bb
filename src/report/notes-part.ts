// The part of a report with the notes: those that matter marked in words, those left out counted.
import type { CheckResult, Mismatch } from '../ledger/findings.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import type { Note } from '../ledger/note.ts';
import { shownTime } from './balance.ts';
import { type Content, html, type Markup } from './html.ts';
import type { ReportData, ReportWords } from './report.ts';
import { concerned, type ShownLedger } from './shown-notes.ts';
import { type Column, type Line, table } from './table.ts';

export function notesPart(data: ReportData, words: ReportWords): Markup | null {
  if (data.ledgers.length === 0 && !data.check?.source.unreadable.length) return null;
  return html`${data.ledgers.map((ledger) => ledgerPart(ledger, data, words))}${unreadablePart(data.check, words)}`;
}

interface Mark {
  kind: 'off' | 'agreed' | 'concerned';
  says: string[];
}

function ledgerPart(ledger: ShownLedger, data: ReportData, words: ReportWords): Markup {
  const { account, currency, total, shown, lines } = ledger;
  const finding = data.check?.accounts.find((one) => one.account === account && one.currency === currency);
  const marks = marksOf(finding?.mismatches ?? [], currency, words);
  const { columns } = words.notes;
  const notes = lines.filter((line): line is Note => typeof line !== 'number');
  const fees = notes.some(({ fee }) => fee !== 0n);
  const named: Column[] = [
    { label: columns.note, kind: 'head' },
    { label: columns.time, kind: 'time' },
    { label: columns.what },
    { label: columns.amount, kind: 'amount' },
    ...(fees ? [{ label: columns.fee, kind: 'amount' } as const] : []),
    { label: columns.balance, kind: 'amount' },
    { label: columns.details, kind: 'free' },
  ];
  const money = (units: Units, plus = false) => formatAmount(units, currency, { plus });
  const rows = lines.map((line): Line => {
    if (typeof line === 'number') return { left: words.notes.left(line) };
    const mark = marks.get(line.id);
    const { type, amount, fee, balance, status } = line;
    const cells: Content[] = [
      words.where(line),
      shownTime(line.time, data),
      [words.types[type], status === 'completed' ? '' : html` <b>(${words.statuses[status]})</b>`],
      type === 'balance' ? '' : money(amount, true),
      ...(fees ? [fee === 0n ? '' : money(fee)] : []),
      balance === null ? '' : money(balance),
      [detailsOf(line), (mark?.says ?? []).map((said) => html`<b class="mark">${said}</b>`)],
    ];
    if (!detailsOf(line) && !mark) cells[cells.length - 1] = '';
    return mark ? { cells, mark: mark.kind } : { cells };
  });
  const name = `${account} ${currency}`;
  return html`${table(words.notes.caption(name), named, rows)}${shown < total && html`<p class="quiet">${words.notes.shown(shown, total)}</p>\n`}`;
}

/** What was written down with it, each part kept apart from the others. */
function detailsOf({ counterparty, reference, error, memo }: Note): Markup | null {
  const parts = [counterparty, reference, error, memo].filter((text) => text.trim() !== '');
  if (parts.length === 0) return null;
  return html`${parts.map((text, i) => [i > 0 && ' · ', html`<bdi>${text}</bdi>`])}`;
}

/** By note: the reading that disagrees, the last one that agreed, and the notes that an explanation speaks of. */
function marksOf(mismatches: readonly Mismatch[], currency: string, words: ReportWords): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  const add = (note: Note, kind: Mark['kind'], said: string) => {
    if (note.id === '') return;
    const there = marks.get(note.id);
    if (!there) marks.set(note.id, { kind, says: [said] });
    else if (!there.says.includes(said)) there.says.push(said);
  };
  mismatches.forEach(({ at, expected }) => {
    add(at.note, 'off', words.notes.off(`${formatAmount(expected, currency)} ${currency}`));
  });
  for (const { after } of mismatches) if (after) add(after.note, 'agreed', words.notes.agrees);
  const told = new Map<Note, number[]>();
  mismatches.forEach((mismatch, i) => {
    const [best] = mismatch.explanations;
    if (!best || best.cause === 'missing-entry') return;
    for (const note of concerned({ ...mismatch, explanations: [best] }))
      told.set(note, [...(told.get(note) ?? []), i + 1]);
  });
  for (const [note, numbers] of told) add(note, 'concerned', words.notes.concerned(numbers));
  return marks;
}

/** Rows of the file that could not be read, so that the picture is not whole. */
function unreadablePart(check: CheckResult | null, words: ReportWords): Markup | null {
  const rows = check?.source.unreadable ?? [];
  if (rows.length === 0) return null;
  return html`<p class="off-line">${words.verdict.unreadable(rows.length)}${words.space}${words.notes.unreadable}${words.space}${rows
    .slice(0, 40)
    .map(({ line }) => line)
    .join(', ')}${rows.length > 40 && ' …'}</p>\n`;
}
