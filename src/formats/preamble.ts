// What the lines above a table say of the account: its number, currency, period, opening and closing balance.
import type { Units } from '../ledger/money.ts';
import type { Moment } from '../ledger/time.ts';
import { currencyOfMark, decimalStyleOf, readAmount } from './cell-amounts.ts';
import { readTimeCell, type TimeStyle } from './cell-times.ts';
import { plainName } from './columns-named.ts';
import type { TextRow } from './records.ts';

export interface Preamble {
  account: string;
  currency: string;
  opening: Units | null;
  closing: Units | null;
  count: number | null;
  from: Moment | null;
  to: Moment | null;
}

const ACCOUNT =
  /^(?:account|account number|account no|iban|konto|kontonummer|compte|numero de compte|cuenta|numero de cuenta|账号|账户|卡号)$/;
const CURRENCY = /^(?:currency|valued in|account currency|wahrung|devise|divisa|moneda|币种|货币)$/;
const OPENING =
  /^(?:opening balance|beginning balance|starting balance|start balance|balance brought forward|previous balance|anfangssaldo|alter saldo|alter kontostand|solde initial|ancien solde|solde en debut de periode|saldo inicial|saldo anterior|期初余额|上期余额)$/;
const CLOSING =
  /^(?:closing balance|ending balance|end balance|account balance|balance|current balance|ledger balance|new balance|saldo|kontostand|endsaldo|neuer saldo|neuer kontostand|solde|solde final|nouveau solde|solde en fin de periode|saldo final|saldo actual|期末余额|账户余额|余额)$/;
const COUNT =
  /^(?:numbers? of transactions.*|transactions|anzahl (?:der )?(?:buchungen|umsatze)|nombre d operations|numero de movimientos|总笔数|笔数)$/;
const FROM = /^(?:from|from date|start date|period from|von|du|desde|起始日期|开始日期|起始时间)$/;
const TO = /^(?:to|to date|until|end date|period to|bis|au|hasta|终止日期|结束日期|终止时间)$/;
const PERIOD = /^(?:period|statement period|zeitraum|periode|periodo|日期区间|账单周期)$/;

/** `style`: how the statement's own dates are read. A line whose key is not known says nothing. */
export function readPreamble(lines: readonly TextRow[], style: TimeStyle): Preamble {
  const found: Preamble = {
    account: '',
    currency: '',
    opening: null,
    closing: null,
    count: null,
    from: null,
    to: null,
  };
  for (const { cells } of lines) {
    for (const [name, ...values] of pairsOf(cells)) {
      const undated = name.replace(/\s+(?:as of|as at|on|au|vom|am|per|al)\s+\d.*$/i, '');
      say(found, plainName(undated), values, style);
    }
  }
  return found;
}

/** `Key:;value;EUR` as it is; `Key: value` in one cell is cut in two. */
function pairsOf(cells: readonly string[]): [string, ...string[]][] {
  const filled = cells.filter(Boolean);
  if (filled.length >= 2 && !/^[^:：]{2,40}[:：]\s*\S/.test(filled[0]!)) return [filled as [string, ...string[]]];
  const pairs: [string, ...string[]][] = [];
  for (const cell of filled) {
    const range = /^(from|von|du|desde)[:：]?\s+(\S+)\s+(to|bis|au|hasta|until)\s+(\S+)$/i.exec(cell);
    const match = /^([^:：]{2,40})[:：]\s*(\S.*)$/.exec(cell) ?? /^(.* \d{2}[./]\d{2}[./]\d{4})\s+(\S.*)$/.exec(cell);
    if (range) pairs.push([range[1]!, range[2]!], [range[3]!, range[4]!]);
    else if (match) pairs.push([match[1]!, match[2]!]);
  }
  return pairs;
}

function say(found: Preamble, name: string, values: readonly string[], style: TimeStyle): void {
  const value = values[0] ?? '';
  if (ACCOUNT.test(name)) found.account ||= value;
  else if (CURRENCY.test(name)) found.currency ||= /^[A-Z]{3}$/.exec(value)?.[0] ?? '';
  else if (COUNT.test(name)) found.count ??= /^\d+$/.test(value) ? Number(value) : null;
  else if (FROM.test(name)) found.from ??= momentIn(value, style);
  else if (TO.test(name)) found.to ??= momentIn(value, style);
  else if (PERIOD.test(name)) {
    const [from = '', to = ''] = value.split(/\s+(?:-|–|to|bis|au|a|至)\s+/);
    found.from ??= momentIn(from, style);
    found.to ??= momentIn(to, style);
  } else if (OPENING.test(name) || CLOSING.test(name)) {
    const amount = readAmount(value, decimalStyleOf([value]));
    if (!amount) return;
    if (OPENING.test(name)) found.opening ??= amount.units;
    else found.closing ??= amount.units;
    found.currency ||= /^[A-Z]{3}$/.exec(values[1] ?? '')?.[0] ?? currencyOfMark(amount.mark, '');
  }
}

function momentIn(value: string, style: TimeStyle): Moment | null {
  const time = readTimeCell(value, style);
  return typeof time === 'string' ? null : time;
}
