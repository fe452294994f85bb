// Cells of Chinese statements: times as the clocks of China show them, amounts in yuan with commas for thousands only.
import type { DateOrder } from '../ledger/findings.ts';
import type { Units } from '../ledger/money.ts';
import type { Moment, ZoneOffset } from '../ledger/time.ts';
import { currencyOfMark, readAmount } from './cell-amounts.ts';
import { readTimeCell } from './cell-times.ts';
import { RowProblem } from './statement-rows.ts';

/** China has had one clock, UTC+08:00, and no summer time since 1991; its providers write that time for users anywhere. */
export const CHINA: ZoneOffset = () => 480;

export function timeOf(
  text: string,
  clock = '',
  zone: ZoneOffset = CHINA,
  order: DateOrder = 'day-first',
): Moment | RowProblem {
  const time = readTimeCell(text, { order, zone }, clock);
  return typeof time === 'string' ? new RowProblem('time', `${text} ${clock}`.trim(), time) : time;
}

export interface Yuan {
  units: Units;
  signed: boolean;
  currency: string;
  /** Words in brackets behind the number: `已退款89.84`. */
  remark: string;
}

export function amountOf(text: string, column: 'amount' | 'balance' | 'fee' = 'amount'): Yuan | RowProblem {
  if (text === '') return new RowProblem(column, '', column === 'amount' ? 'amount-empty' : 'amount');
  const amount = readAmount(text, 'point');
  const badThousands = /,(?!\d{3}(?!\d))/.test(text.normalize('NFKC').replace(/\(.*\)\s*$/, ''));
  if (!amount || badThousands) return new RowProblem(column, text, 'amount');
  const { units, signed, mark, remark } = amount;
  return { units, signed, currency: currencyOfMark(mark, 'CNY'), remark };
}

const CURRENCIES: Record<string, string> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  澳元: 'AUD',
  澳大利亚元: 'AUD',
  加元: 'CAD',
  加拿大元: 'CAD',
  新加坡元: 'SGD',
  瑞士法郎: 'CHF',
  澳门元: 'MOP',
  新台币: 'TWD',
  韩元: 'KRW',
};

/** A currency by its Chinese name; other text as it stands. */
export function currencyNamed(text: string): string {
  return CURRENCIES[text.trim()] ?? text;
}

/** `/`, `-` and the like stand for "nothing" in these statements. */
export function said(text: string): string {
  return /^[/\\\-—–]*$/.test(text) || text === 'null' ? '' : text;
}
