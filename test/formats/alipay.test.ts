// Bills and ledgers of Alipay: which rows move the wallet's balance, and which only look as if they did.
import { describe, expect, it } from 'vitest';
import type { OkhelpError } from '../../src/errors.ts';
import { alipayAppCsv } from '../../src/formats/alipay-app-csv.ts';
import { formatTime } from '../../src/ledger/time.ts';
import { faults, fileOf, gb18030, readStatement, times, told, yuan } from './chinese-sample.ts';

const PREAMBLE = `--------------------------------
导出信息：
姓名：林小满
起始时间：[2026-03-01 00:00:00]    终止时间：[2026-03-31 23:59:59]
共9笔记录
收入：1笔 88.00元
支出：5笔 260.30元
不计收支：3笔 70.00元
特别提示：
1.部分账单如：充值提现、账户转存等不计入为收入或者支出；

------------------------电子客户回单------------------------
`;
const HEADER =
  '交易时间            ,交易分类    ,交易对方   ,对方账号 ,商品说明   ,收/支   ,金额    ,收/付款方式  ,交易状态   ,交易订单号 ,商家订单号 ,备注 ,\n';

const bill = (...rows: string[]) => `${PREAMBLE}${HEADER}${rows.map((row) => `${row}\n`).join('')}`;

/** A row by what matters: kind, words, direction, amount, method, status, id. */
const row = (
  kind: string,
  what: string,
  way: string,
  amount: string,
  method: string,
  status: string,
  id = '20260309001',
) => `2026-03-09 08:05:06 ,${kind} ,某店  ,/ ,${what} ,${way} ,${amount} ,${method} ,${status} ,${id}\t,T77\t, ,`;
const only = (...cells: Parameters<typeof row>) => told(readStatement(bill(row(...cells))))[0];

describe('the bill of the Alipay app', () => {
  it('is found in GB18030 below its preamble, and keeps ids, merchant ids and Chinese time', () => {
    const statement = readStatement(gb18030(bill(row('餐饮美食', '午饭', '支出', '23.80', '余额', '交易成功'))));
    expect([statement.format, statement.rows, times(statement)]).toEqual([
      'alipay-app-csv',
      1,
      ['2026-03-09T08:05:06+08:00'],
    ]);
    expect(statement.notes[0]).toMatchObject({
      line: 14,
      currency: 'CNY',
      counterparty: '某店',
      reference: '20260309001',
      memo: '午饭；商户单号 T77',
    });
  });

  it('says what the bill says of itself, for all its accounts together', () => {
    const [said] = readStatement(bill(row('餐饮', '饭', '支出', '1', '', '交易成功'))).declared;
    expect([said!.account, said!.count, yuan(said!.moneyIn), yuan(said!.moneyOut)]).toEqual(['', 9, '88.00', '260.30']);
    expect([formatTime(said!.from!), formatTime(said!.to!)]).toEqual([
      '2026-03-01T00:00:00+08:00',
      '2026-03-31T23:59:59+08:00',
    ]);
  });

  it.each([
    ['the balance', '余额', 'main'],
    ['an empty method', '', 'main'],
    ['a pot', '余额宝', '余额宝'],
    ['a card', '建设银行储蓄卡(0001)', '建设银行储蓄卡(0001)'],
    ['a discount beside it', '余额&红包', 'main'],
    ['two sources, whose shares are not told', '余额&建设银行储蓄卡(0001)', '余额&建设银行储蓄卡(0001)'],
  ])('takes the account from the method: %s', (_, method, account) => {
    expect(only('餐饮', '饭', '支出', '12.00', method, '交易成功')).toBe(`payment -12.00 ${account}`);
  });

  it.each([
    ['等待确认收货', '支出', 'payment -9.00 main'],
    ['等待对方发货', '收入', 'transfer-in +9.00 main pending'],
    ['等待付款', '支出', 'payment -9.00 main pending'],
    ['交易关闭', '支出', 'payment -9.00 main cancelled'],
    ['交易关闭', '不计收支', 'payment -9.00 main cancelled'],
    ['付款成功，份额确认中', '支出', 'payment -9.00 main'],
    ['支付失败', '支出', 'payment -9.00 main failed'],
  ])('%s (%s) is %s', (status, way, expected) => {
    expect(only('日用', '物', way, '9.00', '余额', status)).toBe(expected);
  });

  it.each([
    ['充值-普通充值', '招商银行(1)', 'topup +50.00 main'],
    ['提现-快速提现', '', 'withdrawal -50.00 main'],
    ['余额宝-自动转入', '余额', 'transfer-out -50.00 main'],
    ['余额宝-单次转入', '招商银行(1)', 'transfer-in +50.00 余额宝'],
    ['余额宝-转出到余额', '余额宝', 'transfer-in +50.00 main'],
    ['余额宝-转出到银行卡', '余额宝', 'transfer-out -50.00 余额宝'],
    ['余额宝-2026.03.08-收益发放', '余额宝', 'transfer-in +50.00 余额宝'],
    ['某稳健收益基金-买入', '余额宝', 'transfer-out -50.00 余额宝'],
    ['某稳健收益基金-卖出至余额宝', '余额宝', 'transfer-in +50.00 余额宝'],
    ['花呗自动还款', '余额', 'transfer-out -50.00 main'],
    ['免押预授权冻结', '余额', 'payment -50.00 main pending'],
  ])('不计收支: %s', (what, method, expected) => {
    expect(only('账户存取', what, '不计收支', '50.00', method, '交易成功')).toBe(expected);
  });

  it('does not guess a direction that the words do not give', () => {
    const statement = readStatement(
      bill(
        row('其他', '基金甲转换至基金乙', '不计收支', '50.00', '', '交易成功'),
        row('其他', '说不清', '不计收支', '0.00', '', '交易成功'),
      ),
    );
    expect(faults(statement)).toEqual([[14, 'amount', '50.00', 'direction']]);
    expect(told(statement)).toEqual(['payment +0.00 main']);
  });

  it('counts a closed trade whose refund stands beside it, and the refund, so that nothing is left', () => {
    const statement = readStatement(
      bill(
        row('退款', '退款-票', '不计收支', '30.00', '余额', '退款成功', '2026030911_R1'),
        row('交通', '票', '支出', '30.00', '余额', '交易关闭', '2026030911'),
        row('交通', '票', '支出', '30.00', '', '交易关闭', '2026030912'),
      ),
    );
    expect(told(statement)).toEqual(['refund +30.00 main', 'payment -30.00 main', 'payment -30.00 main cancelled']);
  });

  it('lists what cannot be read with its line and cell', () => {
    const statement = readStatement(
      bill(
        row('餐饮', '饭', '支出', '"12,3x"', '余额', '交易成功'),
        row('餐饮', '饭', '支出', '', '余额', '交易成功'),
        row('餐饮', '饭', '支出', '"1,23"', '余额', '交易成功'),
        row('餐饮', '饭', '支出', '5.00', '余额', '月亮升起'),
        row('餐饮', '饭', '转圈', '5.00', '余额', '交易成功'),
        row('餐饮', '饭', '支出', '5.00', '余额', '交易成功').replace('2026-03-09', '2026-02-30'),
        '2026-03-09 08:05:06,餐饮',
      ),
    );
    expect(statement.notes).toEqual([]);
    expect(faults(statement)).toEqual([
      [14, 'amount', '12,3x', 'amount'],
      [15, 'amount', '', 'amount-empty'],
      [16, 'amount', '1,23', 'amount'],
      [17, 'status', '月亮升起', 'status'],
      [18, 'amount', '转圈 5.00', 'direction'],
      [19, 'time', '2026-02-30 08:05:06', 'impossible-date'],
      [20, null, '', 'too-few-cells'],
    ]);
  });

  it('says when the last line was cut off, and puts a comma in a name back into it', () => {
    const whole = row('餐饮', '鱼,虾', '支出', '5.00', '余额', '交易成功');
    const cut = row('餐饮', '饭', '支出', '5.00', '余额', '交易成功').slice(0, 60);
    const statement = readStatement(bill(whole) + cut);
    expect(told(statement)).toEqual(['payment -5.00 main']);
    expect(statement.notes[0]!.memo).toBe('鱼,虾；商户单号 T77');
    expect(faults(statement)).toEqual([[15, null, '', 'cut-off']]);
  });

  it('names the column that is missing when the format is forced', () => {
    try {
      alipayAppCsv.read(fileOf('a,b\n1,2\n'), { currency: 'CNY', zone: () => 0 });
      expect.unreachable();
    } catch (error) {
      const { code, values } = error as OkhelpError;
      expect([code, values]).toEqual([
        'column-missing',
        { file: 'statement', column: '交易时间', line: 1, columns: 'a, b' },
      ]);
    }
  });
});

describe('the record of the Alipay web page', () => {
  const web = (...rows: string[]) =>
    `支付宝交易记录明细查询\n账号:[x@example.com]\n起始日期:[2026-03-01 00:00:00]    终止日期:[2026-03-31 00:00:00]\n---------------------------------交易记录明细列表------------------------------------\n交易号                  ,商家订单号               ,交易创建时间              ,付款时间                ,最近修改时间              ,交易来源地     ,类型              ,交易对方            ,商品名称                ,金额（元）   ,收/支     ,交易状态    ,服务费（元）   ,成功退款（元）  ,备注                  ,资金状态     ,\n${rows.join('\n')}\n------------------------------------------------------------------------------------\n已收入:1笔,100.00元\n待支出:0笔,0.00元\n已支出:1笔,20.00元\n导出时间:[2026-04-01 10:00:00]    用户:林小满\n`;
  const line = (
    amount: string,
    way: string,
    status: string,
    fee: string,
    refunded: string,
    funds: string,
    what = '物',
  ) =>
    `2026031${amount}\t,T1\t,2026-03-10 10:00:00,2026-03-10 10:00:09,2026-03-11 10:00:00,其他（包括阿里巴巴和外部商家）,即时到账交易,某店,${what},${amount}   ,${way}   ,${status}   ,${fee}     ,${refunded}     ,  ,${funds}     ,`;

  it('charges the service fee on top, and takes the direction of neutral rows from 资金状态 or the words', () => {
    const statement = readStatement(
      web(
        line('100.00', '收入', '交易成功', '0.60', '0.00', '已收入'),
        line('20.00', '', '交易成功', '0.00', '0.00', '已支出'),
        line('7.00', '其他', '交易成功', '0.00', '0.00', '资金转移', '余额宝-转出到余额'),
        line('8.00', '其他', '交易成功', '0.00', '0.00', '资金转移', '说不清'),
        line('9.00', '', '交易关闭', '0.00', '0.00', ''),
        line('30.00', '支出', '交易关闭', '0.00', '30.00', '已支出'),
      ),
    );
    expect([statement.format, statement.skipped, times(statement)[0]]).toEqual([
      'alipay-web-txt',
      5,
      '2026-03-10T10:00:09+08:00',
    ]);
    expect(told(statement)).toEqual([
      'transfer-in +100.00 fee 0.60 main',
      'payment -20.00 main',
      'transfer-in +7.00 main',
      'payment -9.00 main cancelled',
      'payment -30.00 main reversed',
    ]);
    expect(faults(statement)).toEqual([[9, 'amount', '8.00', 'direction']]);
    const [said] = statement.declared;
    expect([said!.count, yuan(said!.moneyIn), yuan(said!.moneyOut)]).toEqual([2, '100.00', '20.00']);
  });
});

describe('the ledger of an Alipay merchant', () => {
  it('reads both ways of writing what goes out, the balance, and the totals below', () => {
    const statement = readStatement(
      gb18030(
        [
          '#支付宝账务明细查询',
          '#起始日期：[2026年03月01日 00:00:00]   终止日期：[2026年03月02日 00:00:00]',
          '#-----------------------------------------账务明细列表----------------------------------------',
          '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注',
          'F3\t,B3\t,M2\t,伞\t,2026-03-01 12:00:00,a***@b.cn\t,,-40.00,59.40,支付宝,交易退款,退\t',
          'F2\t,B2\t,M1\t,\t,2026-03-01 11:00:00,\t,,0.60,99.40,支付宝,收费,服务费[M1]\t',
          'F1\t,B1\t,M1\t,伞\t,2026-03-01 11:00:00,a***@b.cn\t, 100.00,,100.00,支付宝,在线支付,\t',
          '#-----------------------------------------账务明细列表结束------------------------------------',
          '#支出合计：2笔，共40.60元',
          '#收入合计：1笔，共100.00元',
          '#导出时间：[2026年03月02日 09:00:00]',
          '',
        ].join('\r\n'),
      ),
    );
    expect([statement.format, statement.rows, statement.skipped]).toEqual(['alipay-merchant', 7, 4]);
    expect(told(statement)).toEqual(['payment -40.00 main', 'fee -0.60 main', 'transfer-in +100.00 main']);
    expect(statement.notes.map(({ balance }) => yuan(balance))).toEqual(['59.40', '99.40', '100.00']);
    expect(statement.notes[2]).toMatchObject({ reference: 'F1', memo: '伞；在线支付；业务流水号 B1；商户订单号 M1' });
    const [said] = statement.declared;
    expect([said!.count, yuan(said!.moneyIn), yuan(said!.moneyOut)]).toEqual([3, '100.00', '40.60']);
  });
});
