// Dates with slashes in the bills of wallets and in lists of transfers: the order that the file tells, and what is said of it.
import { describe, expect, it } from 'vitest';
import { alipayAppCsv } from '../../src/formats/alipay-app-csv.ts';
import { wechatCsv } from '../../src/formats/wechat-csv.ts';
import { wiseTransfersCsv } from '../../src/formats/wise-transfers-csv.ts';
import { reading } from './reading.ts';

const HEAD = '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,';
const alipay = (...times: string[]) =>
  [HEAD, ...times.map((time, i) => `${time},餐饮,店,a,饭,支出,12.00,余额,交易成功,${i},2${i},,`), ''].join('\n');
const WECHAT =
  '微信支付账单明细\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n';
const WISE =
  'ID,Status,Direction,Created on,Finished on,Source fee amount,Source fee currency,Source name,Source amount (after fees),Source currency,Target name,Target amount (after fees),Target currency,Exchange rate,Reference\n';
const wise = (...days: string[]) =>
  WISE + days.map((day, i) => `T${i},COMPLETED,OUT,${day},${day},0.10,EUR,Me,12.00,EUR,Shop,12.00,EUR,1,x\n`).join('');
const days = (statement: ReturnType<typeof reading>) =>
  statement.notes.map(({ time }) => new Date(time.epoch + time.offset * 60_000).toISOString().slice(0, 10));

describe('the order of day and month', () => {
  it('is what only one order can read', () => {
    const read = reading(alipayAppCsv, alipay('03/15/2026 10:00', '03/04/2026 10:00'));
    expect(days(read)).toEqual(['2026-03-15', '2026-03-04']);
    expect(read.dates).toEqual({
      order: 'month-first',
      because: 'only-one-exists',
      example: '03/04/2026',
      read: '2026-03-04',
    });
  });

  it('is the one in which the file runs one way', () => {
    const read = reading(wiseTransfersCsv, wise('02/03/2026 10:00', '01/04/2026 09:00', '02/04/2026 09:00'));
    expect(days(read)).toEqual(['2026-03-02', '2026-04-01', '2026-04-02']);
    expect(read.dates).toMatchObject({ order: 'day-first', because: 'in-order' });
  });

  it('is said to be a guess where nothing tells', () => {
    expect(reading(wiseTransfersCsv, wise('03/04/2026 10:00')).dates).toMatchObject({ because: 'nothing' });
  });

  it('is what the user asked for', () => {
    const text = `${WECHAT}03/04/2026 10:00:00,商户消费,店,饭,支出,¥12.00,零钱,支付成功,1,2,/\n`;
    expect(days(reading(wechatCsv, text, { dateOrder: 'month-first' }))).toEqual(['2026-03-04']);
    expect(days(reading(wechatCsv, text))).toEqual(['2026-04-03']);
    expect(reading(wechatCsv, text, { dateOrder: 'month-first' }).dates).toMatchObject({ because: 'asked' });
  });

  it('is not spoken of where the year comes first', () => {
    expect(reading(alipayAppCsv, alipay('2026/3/4 10:00')).dates).toBeUndefined();
  });
});
