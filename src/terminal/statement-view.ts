// Notes against a statement, as a person reads it: how many agree, what differs and how, and what one side only has.
import type { Context } from '../context.ts';
import type { Comparison } from '../ledger/comparison.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import type { Note } from '../ledger/note.ts';
import type { DeclaredGap, StatementCheck } from '../ledger/statement-check.ts';
import { callout, item, paragraph } from './lines.ts';

type View = Pick<Context, 't' | 'io'> & { plain?: boolean };

/** How many rows of each list are written out. */
const SHOWN = 20;

/** All lines of the comparison. `notes`: how many notes were compared. */
export function statementLines({ source, self, matching }: Comparison, notes: number, view: View): string[] {
  const { t, io } = view;
  const words = t.statement;
  const { matched, differing, together, onlyInNotes, onlyInStatement, outside, links, clockShift } = matching;
  const lines = ['', ...paragraph(words.compared(notes, source.rows, source.format), view)];
  const counts = [
    words.matched(matched.length),
    together.length && words.together(together.length),
    differing.length && words.differ(differing.length),
    onlyInNotes.length && words.onlyNotes(onlyInNotes.length),
    onlyInStatement.length && words.onlyStatement(onlyInStatement.length),
  ].filter(Boolean);
  lines.push(...item(counts.join(t.check.and), view));
  if (differing.length + onlyInNotes.length + onlyInStatement.length === 0) {
    lines.push(...callout('good', words.allMatch, view));
  }
  const list = (title: string, rows: readonly string[]) => {
    if (rows.length === 0) return;
    lines.push(
      '',
      ...paragraph(title, view, io.paint.heading),
      ...rows.slice(0, SHOWN).flatMap((row) => item(row, view)),
    );
    if (rows.length > SHOWN) lines.push(...item(words.more(rows.length - SHOWN), view));
  };
  const refunds = new Map(links.map((link) => [link.refund.statement ?? link.refund.note, link]));
  const row = (note: Note) => {
    const link = refunds.get(note);
    if (!link) return words.row(note);
    const { note: own, statement } = link.original;
    return words.row(note) + words.givesBack((own ?? statement)!, own === null, link.partial, link.by === 'reference');
  };
  list(
    words.differTitle,
    differing.map(({ note, statement, differences, feeRow }) => {
      const said = differences.map(
        (each, at) => words.difference(each, note.currency) + (feeRow && at === 0 ? words.inRow(feeRow) : ''),
      );
      return words.pair(note, statement, said.join(t.check.and));
    }),
  );
  list(
    words.togetherTitle,
    together.map(({ notes, statement, kind }) => words.togetherRow(notes, statement, kind)),
  );
  list(words.onlyNotesTitle, onlyInNotes.map(row));
  list(words.onlyStatementTitle, onlyInStatement.map(row));
  if (outside.length) lines.push('', ...paragraph(words.outside(outside.length), view, io.paint.quiet));
  if (clockShift) lines.push('', ...paragraph(words.clockShift(clockShift / 60), view));
  return [...lines, ...selfLines(self, view)];
}

/** What is off in the statement itself; nothing where it agrees. */
function selfLines(self: StatementCheck, view: View): string[] {
  if (self.agrees) return [];
  const { t } = view;
  const lines = ['', ...callout('warn', t.statement.selfOff, view)];
  for (const { currency, gaps, declaredGaps } of self.ledgers) {
    for (const { after, at, difference } of gaps.slice(0, SHOWN)) {
      const from = after ? t.check.where(after.note) : '…';
      lines.push(...item(t.statement.gap(from, t.check.where(at.note), money(difference, currency)), view));
    }
    lines.push(...declaredLines(declaredGaps, currency, view));
  }
  return lines;
}

/** Figures that a statement declares and its rows do not bear out. */
export function declaredLines(gaps: readonly DeclaredGap[], currency: string, view: View): string[] {
  const plain = (value: Units | number) => (typeof value === 'number' ? String(value) : formatAmount(value, currency));
  return gaps.flatMap((gap) => item(view.t.statement.declared(gap.kind, plain(gap.declared), plain(gap.found)), view));
}

function money(units: Units, currency: string): string {
  return `${formatAmount(units, currency, { plus: true })} ${currency}`;
}
