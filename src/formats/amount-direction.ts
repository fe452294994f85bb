// Where the money of one amount went, in a column that writes all signs, none, or only some of them.
import type { Units } from '../ledger/money.ts';
import { DIRECTION } from '../ledger/note.ts';
import type { CellAmount } from './cell-amounts.ts';
import { typeNamed } from './note-words.ts';
import type { TextRow } from './records.ts';
import { directionIn } from './row-words.ts';
import type { TableCells } from './table-cells.ts';

/** So many rows tell what a column is like. */
const ENOUGH = 5000;

/** What is counted of the rows whose direction or type says where money goes. */
interface Seen {
  /** Amounts with a sign of their own: the words beside them say the same, or the opposite. */
  same: number;
  opposite: number;
  /** Amounts without a sign whose type says that money went out; where balances stand beside, how many went out and in. */
  bare: number;
  out: number;
  in: number;
}

export class AmountDirections {
  /** No amount of the column has a sign. */
  private readonly unsigned: boolean;
  /** A column of its own names the directions. */
  private readonly named: boolean;
  private readonly seen: Seen = { same: 0, opposite: 0, bare: 0, out: 0, in: 0 };

  /** `known`: a provider whose signs are right wherever it writes them. */
  constructor(
    private readonly cells: TableCells,
    private readonly known: boolean,
  ) {
    this.unsigned = !cells.hasSigns('amount');
    this.named = cells.has('direction');
    if (!known && !this.unsigned && (this.named || cells.has('type'))) this.look();
  }

  /**
   * The amount with its sign; null where its sign and the words beside it contradict each other, or where the other outgoing
   * amounts have a sign and this one has none.
   */
  signed(amount: CellAmount, row: TextRow): Units | null {
    const { units } = amount;
    if (units === 0n) return units;
    const own = signOf(amount);
    const said = this.saidBy(row);
    if (this.unsigned) return said === -1 && own === null ? -units : units;
    const { same, opposite } = this.seen;
    if (own !== null) {
      if (this.known || said === null || said === 0 || said === own) return units;
      // A column of directions beside which the signs mean nothing (all of them +, say).
      if (this.named && opposite > same) return said < 0 === units < 0n ? units : -units;
      return this.named || this.typesDecide ? null : units;
    }
    if (this.named) return said === -1 ? -units : units;
    if (said !== -1 || same === 0 || same < opposite) return units;
    if (this.typesDecide) return -units;
    const { out, in: into, bare } = this.seen;
    return into > out || bare * 10 < same ? units : null;
  }

  /** Types say where unsigned amounts went: their balances do so too, or, without balances, such amounts are no exception. */
  private get typesDecide(): boolean {
    const { same, opposite, bare, out, in: into } = this.seen;
    if (bare === 0 || same === 0 || same < opposite) return false;
    return out + into > 0 ? out > into : bare * 3 >= same;
  }

  private saidBy(row: TextRow): number | null {
    const direction = this.cells.text(row, 'direction');
    const said = direction ? directionIn(direction) : null;
    if (said !== null || this.named) return said;
    const word = this.cells.text(row, 'type');
    const type = typeNamed(word);
    return type ? DIRECTION[type] : directionIn(word);
  }

  private look(): void {
    const { cells, seen } = this;
    const rows = cells.table.rows.slice(0, ENOUGH);
    rows.forEach((row, at) => {
      const said = this.saidBy(row);
      const amount = said ? cells.amount(row, 'amount') : null;
      if (!amount || amount.units === 0n) return;
      const own = signOf(amount);
      if (own !== null) seen[own === said ? 'same' : 'opposite']++;
      else if (said === 1) {
        if (this.named) seen.same++;
      } else {
        seen.bare++;
        const step = this.stepAt(rows, at, amount.units);
        if (step !== 0) seen[step < 0 ? 'out' : 'in']++;
      }
    });
  }

  /** −1 or 1 where the balance fell or rose by this amount, going by the row before or behind; else 0. */
  private stepAt(rows: readonly TextRow[], at: number, units: Units): number {
    const balance = this.cells.amount(rows[at]!, 'balance')?.units;
    if (balance === undefined) return 0;
    for (const other of [rows[at - 1], rows[at + 1]]) {
      const before = other && this.cells.amount(other, 'balance')?.units;
      if (before === undefined) continue;
      if (balance - before === units) return 1;
      if (before - balance === units) return -1;
    }
    return 0;
  }
}

/** −1 or 1 where the cell has a sign of its own. */
function signOf({ units, signed }: CellAmount): -1 | 1 | null {
  if (units < 0n) return -1;
  return signed ? 1 : null;
}
