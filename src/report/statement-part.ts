// The part of a report that holds the notes against the provider's statement: what differs, and what one side only has.
import type { Difference } from '../ledger/matching/differences.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import type { Note } from '../ledger/note.ts';
import { shownTime } from './balance.ts';
import { html, type Markup } from './html.ts';
import type { Listed, ReportData, ReportStatement, ReportWords } from './report.ts';
import { type Line, table } from './table.ts';

/** The lengths of all lists. */
export function countsOf({ matched, together, differing, onlyInNotes, onlyInStatement }: ReportStatement) {
  return {
    matched,
    together: together.total,
    differing: differing.total,
    notes: onlyInNotes.total,
    statement: onlyInStatement.total,
  };
}

export function statementPart(data: ReportData, words: ReportWords): Markup | null {
  const { statement } = data;
  if (!statement) return null;
  const { rows, format, agreesWithItself, differing, together, onlyInNotes, onlyInStatement, outside, clockShift } =
    statement;
  const said = words.statement;
  const { columns } = said;
  const different: Line[] = differing.shown.flatMap(({ note, statement: row, differences }) =>
    differences.map((difference) => {
      const [what, inNotes, inStatement] = difference3(difference, note.currency, words);
      return { cells: [words.where(note), words.where(row), what, inNotes, inStatement], mark: 'off' as const };
    }),
  );
  const sets: Line[] = together.shown.map(({ notes, statement: others, kind }) => ({
    cells: [notes.map(words.where).join(' + '), others.map(words.where).join(' + '), said.sets[kind]],
  }));
  return html`<p>${said.intro(rows, format)}</p>
<p>${words.verdict.statement(countsOf(statement))}</p>
${list(
  said.differing,
  [
    { label: columns.note, kind: 'head' },
    { label: columns.row },
    { label: columns.what },
    { label: columns.inNotes, kind: 'amount' },
    { label: columns.inStatement, kind: 'amount' },
  ],
  different,
  differing.total - differing.shown.length,
  words,
)}${list(said.together, [{ label: columns.note, kind: 'head' }, { label: columns.row }, { label: columns.what }], sets, together.total - together.shown.length, words)}${onlyOne(said.onlyNotes, onlyInNotes, data, words)}${onlyOne(said.onlyStatement, onlyInStatement, data, words)}${outside > 0 && html`<p class="quiet">${said.outside(outside)}</p>\n`}${clockShift !== 0 && html`<p>${said.clockShift(clockShift / 60)}</p>\n`}${!agreesWithItself && html`<p class="off-line">${said.selfOff}</p>\n`}`;
}

function list(
  caption: string,
  columns: Parameters<typeof table>[1],
  lines: readonly Line[],
  more: number,
  words: ReportWords,
): Markup | null {
  if (lines.length === 0) return null;
  return table(caption, columns, more > 0 ? [...lines, { left: words.notes.left(more) }] : lines);
}

function onlyOne(caption: string, { shown, total }: Listed<Note>, data: ReportData, words: ReportWords): Markup | null {
  const { columns } = words.notes;
  const lines = shown.map((note) => ({
    cells: [
      words.where(note),
      shownTime(note.time, data),
      words.types[note.type],
      `${formatAmount(note.amount, note.currency, { plus: true })} ${note.currency}`,
      [note.counterparty, note.reference].filter(Boolean).join(' · '),
    ],
  }));
  return list(
    caption,
    [
      { label: columns.note, kind: 'head' },
      { label: columns.time, kind: 'time' },
      { label: columns.what },
      { label: columns.amount, kind: 'amount' },
      { label: columns.details, kind: 'free' },
    ],
    lines,
    total - shown.length,
    words,
  );
}

/** What it is, and what either side says. */
function difference3(
  found: Difference,
  currency: string,
  words: ReportWords,
): [what: string, notes: string, statement: string] {
  const said = words.statement;
  const money = (units: Units) => `${formatAmount(units, currency, { plus: true })} ${currency}`;
  switch (found.kind) {
    case 'amount-typo':
      return [said.amount(said.slips[found.slip] ?? null), money(found.note), money(found.statement)];
    case 'amount':
      return [said.amount(null), money(found.note), money(found.statement)];
    case 'sign':
      return [said.sign, money(found.note), money(found.statement)];
    case 'fee': {
      const fee = `${formatAmount(found.amount, currency)} ${currency}`;
      return found.side === 'notes' ? [said.fee, fee, '–'] : [said.fee, '–', fee];
    }
    case 'currency':
      return [said.currency, found.note, found.statement];
    case 'time-shift':
      return [
        said.time,
        '',
        found.shape === 'zone'
          ? said.later(found.minutes / 60)
          : said.days(found.minutes < 0 ? -found.days : found.days),
      ];
    case 'status':
      return [said.status, words.statuses[found.note], words.statuses[found.statement]];
    case 'reference':
      return [said.reference, found.note, found.statement];
  }
}
