// All formats that okhelp reads, and the one that a file is in, found by its content.
import { alipayAppCsv } from './alipay-app-csv.ts';
import { alipayMerchant } from './alipay-merchant.ts';
import { alipayWebTxt } from './alipay-web-txt.ts';
import { beancountJournal } from './beancount-journal.ts';
import { bitmexCsv } from './bitmex-csv.ts';
import { camt053 } from './camt053.ts';
import { chineseBank } from './chinese-bank.ts';
import { chineseBill } from './chinese-bill.ts';
import { genericCsv, keyValueText } from './generic-csv.ts';
import { headerlessCsv } from './headerless-csv.ts';
import { hledgerJournal } from './hledger-journal.ts';
import { jdCsv } from './jd-csv.ts';
import { krakenCsv } from './kraken-csv.ts';
import { mt940 } from './mt940.ts';
import { ofx } from './ofx.ts';
import { oklinkTransfers } from './oklink-transfers.ts';
import { paypalCsv } from './paypal-csv.ts';
import { qif } from './qif.ts';
import { revolutCsv } from './revolut-csv.ts';
import type { StatementFile, StatementFormat } from './statement.ts';
import { venmoCsv } from './venmo-csv.ts';
import { wechatCsv } from './wechat-csv.ts';
import { wechatMerchant } from './wechat-merchant.ts';
import { wechatXlsx } from './wechat-xlsx.ts';
import { wiseCsv } from './wise-csv.ts';
import { wiseTransfersCsv } from './wise-transfers-csv.ts';

/** One line a format; of equally sure ones the first wins. */
export const FORMATS: readonly StatementFormat[] = [
  camt053,
  ofx,
  mt940,
  qif,
  beancountJournal,
  hledgerJournal,
  revolutCsv,
  paypalCsv,
  wiseCsv,
  wiseTransfersCsv,
  venmoCsv,
  krakenCsv,
  bitmexCsv,
  alipayAppCsv,
  alipayWebTxt,
  alipayMerchant,
  wechatCsv,
  wechatXlsx,
  wechatMerchant,
  jdCsv,
  oklinkTransfers,
  chineseBank,
  chineseBill,
  keyValueText,
  genericCsv,
  headerlessCsv,
];

/** The format that recognises the file most surely, or null where none does. */
export function recogniseFormat(file: StatementFile): StatementFormat | null {
  let best: StatementFormat | null = null;
  let surest = 0;
  for (const format of FORMATS) {
    const sure = format.recognise(file);
    if (sure > surest) [best, surest] = [format, sure];
  }
  return best;
}

/** The format of that name, as `--format` gives it, or null. */
export function formatNamed(name: string): StatementFormat | null {
  return FORMATS.find((format) => format.name === name.trim().toLowerCase()) ?? null;
}
