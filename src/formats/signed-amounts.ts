// Amounts of Chinese ledgers with their direction: a sign, a word beside them, or one column for in and one for out.
import type { NoteType } from '../ledger/note.ts';
import { typeOf } from './bill-words.ts';
import { amountOf } from './chinese-cells.ts';
import { RowProblem } from './statement-rows.ts';

/** A signed amount; the sign is that of the cell, of a direction beside it, or of the column that it stands in. */
export interface Signed {
  units: bigint;
  currency: string;
}

/** From two columns, of which one is filled: outgoing amounts may be written with a minus or without. */
export function fromTwoColumns(moneyIn: string, moneyOut: string): Signed | RowProblem {
  const into = moneyIn === '' ? null : amountOf(moneyIn);
  if (into instanceof RowProblem) return into;
  const out = moneyOut === '' ? null : amountOf(moneyOut);
  if (out instanceof RowProblem) return out;
  const given = into ?? out;
  if (!given) return new RowProblem('amount', '', 'amount-empty');
  if (into && out && into.units !== 0n && out.units !== 0n)
    return new RowProblem('amount', `${moneyIn} ${moneyOut}`, 'direction');
  const outgoing = out?.units ?? 0n;
  return { units: (into?.units ?? 0n) - (outgoing < 0n ? -outgoing : outgoing), currency: given.currency };
}

const OUT = /^(?:支出|支|出账?|借|借方|付|付款|转出|D|DR|-)$/i;
const IN = /^(?:收入|收|入账?|贷|贷方|收款|转入|C|CR|\+)$/i;

/** From one column with a direction beside it, or a sign of its own. `signed`: the column writes signs, so none is plus. */
export function fromOneColumn(amount: string, direction: string, signed: boolean): Signed | RowProblem {
  const read = amountOf(amount);
  if (read instanceof RowProblem) return read;
  const { units, currency } = read;
  if (OUT.test(direction)) return { units: units < 0n ? units : -units, currency };
  if (IN.test(direction) || read.signed || signed || units === 0n) return { units, currency };
  return new RowProblem('amount', `${direction} ${amount}`.trim(), 'direction');
}

/** The type of a row; money out for a refund that a merchant gives is a payment of the merchant's. */
export function typeBy(units: bigint, words: string): NoteType {
  return typeOf(units < 0n ? -1 : 1, words);
}
