// Bills and ledgers of WeChat Pay, as CSV and as workbook.
import { describe, expect, it } from 'vitest';
import { faults, readStatement, type SheetCell, times, told, workbook, yuan } from './chinese-sample.ts';

const HEADER = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注';
const TOP = [
  '微信支付账单明细,,,,,,,,,,',
  '微信昵称：[满],,,,,,,,,,',
  '起始时间：[2026-03-01 00:00:00] 终止时间：[2026-03-31 23:59:59],,,,,,,,,,',
  '共2笔记录,,,,,,,,,,',
  '收入：1笔 5.00元,,,,,,,,,,',
  '支出：1笔 28.16元,,,,,,,,,,',
  ',,,,,,,,,,',
  '----------------------微信支付账单明细列表--------------------,,,,,,,,,,',
];
const bill = (...rows: string[]) => `${[...TOP, HEADER, ...rows].join('\r\n')}\r\n`;
const row = (kind: string, way: string, amount: string, method: string, status: string, remark = '/') =>
  `2026-03-09 08:05:06,${kind},"某店","/",${way},${amount},${method},${status},4200001\t,1000002\t,"${remark}"`;
const only = (...cells: Parameters<typeof row>) => told(readStatement(bill(row(...cells))))[0];

describe('the CSV bill of WeChat Pay', () => {
  it('is found below its preamble', () => {
    const statement = readStatement(bill(row('商户消费', '支出', '¥28.16', '零钱', '支付成功')));
    expect([statement.format, statement.rows, times(statement)]).toEqual([
      'wechat-csv',
      1,
      ['2026-03-09T08:05:06+08:00'],
    ]);
    expect(statement.notes[0]).toMatchObject({
      line: 10,
      reference: '4200001',
      memo: '商户单号 1000002',
      counterparty: '某店',
    });
    const [said] = statement.declared;
    expect([said!.count, yuan(said!.moneyIn), yuan(said!.moneyOut)]).toEqual([2, '5.00', '28.16']);
  });

  it('counts the fee in the remark once: it is inside the amount', () => {
    expect(only('零钱提现', '/', '¥100.10', '招商银行', '提现已到账', '服务费¥0.10')).toBe(
      'withdrawal -100.00 fee 0.10 main',
    );
    expect(only('商户消费', '支出', '¥100.10', '零钱', '支付成功', '服务费5.00')).toBe('payment -100.10 main');
    expect(only('零钱提现', '/', '¥100.00', '招商银行', '提现已到账', '服务费¥0.00')).toBe('withdrawal -100.00 main');
  });

  it.each([
    ['零钱充值', '/', '工商银行(1)', '充值完成', 'topup +9.00 main'],
    ['转入零钱通-来自零钱', '/', '零钱', '支付成功', 'transfer-out -9.00 main'],
    ['转入零钱通-来自工商银行(1)', '/', '工商银行(1)', '支付成功', 'transfer-in +9.00 零钱通'],
    ['零钱通转出-到零钱', '/', '零钱通', '支付成功', 'transfer-in +9.00 main'],
    ['零钱通转出-到工商银行(1)', '/', '零钱通', '支付成功', 'transfer-out -9.00 零钱通'],
    ['信用卡还款', '/', '零钱', '支付成功', 'transfer-out -9.00 main'],
    ['购买理财通', '/', '工商银行', '支付成功', 'transfer-out -9.00 工商银行'],
    ['微信红包', '收入', '/', '已存入零钱', 'transfer-in +9.00 main'],
    ['转账', '收入', '/', '已转入零钱通', 'transfer-in +9.00 零钱通'],
    ['转账', '支出', '零钱', '对方已收钱', 'transfer-out -9.00 main'],
    ['转账', '支出', '零钱', '对方已退还', 'transfer-out -9.00 main'],
    ['转账-退款', '收入', '零钱', '已全额退款', 'refund +9.00 main'],
    ['商户消费', '支出', '零钱&招商银行(1)', '支付成功', 'payment -9.00 零钱&招商银行(1)'],
    ['商户消费', '支出', '零钱', '已退款(￥4.00)', 'payment -9.00 main'],
    ['商户消费', '/', '零钱', '已全额退款', 'payment -9.00 main'],
    ['某店-退款', '收入', '零钱', '已退款￥4.00', 'refund +9.00 main'],
    ['商户消费', '支出', '零钱', '支付失败', 'payment -9.00 main failed'],
  ])('%s (%s, %s, %s) is %s', (kind, way, method, status, expected) => {
    expect(only(kind, way, '¥9.00', method, status)).toBe(expected);
  });

  it('keeps equal rows that are really there, and does not guess', () => {
    const twice = row('商户消费', '支出', '¥2.00', '零钱', '支付成功');
    const statement = readStatement(bill(twice, twice, row('群服务', '/', '¥3.00', '零钱', '支付成功')));
    expect(told(statement)).toEqual(['payment -2.00 main', 'payment -2.00 main']);
    expect(faults(statement)).toEqual([[12, 'amount', '¥3.00', 'direction']]);
  });
});

describe('the workbook of WeChat Pay', () => {
  const head: SheetCell[][] = [
    ['微信支付账单明细'],
    ['共3笔记录'],
    ['注：'],
    ['1. 时间为 UTC+08:00'],
    ['--------列表--------'],
  ];
  const columns = HEADER.split(',');
  const cells = (time: SheetCell, amount: SheetCell, id: SheetCell, kind = '商户消费'): SheetCell[] => [
    time,
    kind,
    '某店',
    '/',
    '支出',
    amount,
    '零钱',
    '支付成功',
    id,
    '/',
    '',
  ];
  const text = [
    ...head,
    columns,
    cells('2026-03-09 08:05:06', '¥28.16', '4200001\t'),
    cells('2026-03-09 08:05:06', '¥28.16', '4200001\t'),
    cells('2026-03-10 09:00:00', '¥5.00', '4200002'),
  ];

  it('reads numbers and serial dates: with a style, bare, and counted from 1904', () => {
    const serial = 46_090 + (8 * 3600 + 5 * 60 + 6) / 86_400;
    const sheet = (time: SheetCell) =>
      [[...head, columns, cells(time, 28.160000000000004, '4200001')].flat(0)] as SheetCell[][][];
    for (const file of [
      workbook(sheet({ serial })),
      workbook(sheet(serial)),
      workbook(sheet({ serial: serial - 1462 }), { from1904: true }),
      workbook(sheet({ serial }), { inline: true }),
    ]) {
      const statement = readStatement(file);
      expect([statement.format, told(statement), times(statement)]).toEqual([
        'wechat-xlsx',
        ['payment -28.16 main'],
        ['2026-03-09T08:05:06+08:00'],
      ]);
      expect(statement.notes[0]!.line).toBe(7);
    }
  });

  it('does not count the rows twice that two sheets have, and keeps those that only one has', () => {
    const numbers = [
      ['Column1', 'Column2'],
      ...head,
      columns,
      cells({ serial: 46_090.336875 }, 28.16, '4200001'),
      cells({ serial: 46_090.336875 }, 28.16, '4200001'),
      cells({ serial: 46_091.375 }, 5, '4200002'),
      cells({ serial: 46_092.375 }, 6, '4200003'),
    ];
    const statement = readStatement(workbook([text, numbers]));
    expect(told(statement)).toEqual([
      'payment -28.16 main',
      'payment -28.16 main',
      'payment -5.00 main',
      'payment -6.00 main',
    ]);
    expect(statement.rows).toBe(4);
  });

  it('lists a row that cannot be read by its row in the sheet', () => {
    const statement = readStatement(
      workbook([[...head, columns, cells('昨天', 1, '1'), cells('2026-03-10 09:00:00', '', '2')]]),
    );
    expect(faults(statement)).toEqual([
      [7, 'time', '昨天', 'time'],
      [8, 'amount', '', 'amount-empty'],
    ]);
  });

  it('is not recognised in a damaged file', () => {
    expect(() => readStatement(workbook([text]).slice(0, 400))).toThrow('no format');
    const whole = workbook([text]);
    const bytes = whole.slice();
    bytes[200]! ^= 1;
    expect(() => readStatement(bytes)).toThrow('no format');
  });
});

describe('the ledger of a WeChat Pay merchant', () => {
  it('reads values behind backticks, the balance, and the totals', () => {
    const statement = readStatement(
      [
        '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号',
        '`2026-03-01 10:00:00,`B1,`F1,`交易,`交易,`收入,`38.80,`138.80,`admin,`结算总金额38.80元,`V1',
        '`2026-03-01 10:00:01,`B1,`F2,`扣除交易手续费,`扣除交易手续费,`支出,`0.23,`138.57,`admin,`,`V1',
        '`2026-03-01 11:00:00,`B3,`F3,`退款,`退款,`支出,`8.00,`130.57,`api,`含手续费0.05元,`V3',
        '`2026-03-01 12:00:00,`B4,`F4,`提现,`提现,`支出,`100.00,`30.57,`admin,`,`V4',
        '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
        '`4,`1,`38.80,`3,`108.23',
        '',
      ].join('\n'),
    );
    expect([statement.format, statement.rows, statement.skipped]).toEqual(['wechat-merchant', 6, 2]);
    expect(told(statement)).toEqual([
      'transfer-in +38.80 main',
      'fee -0.23 main',
      'payment -8.00 main',
      'withdrawal -100.00 main',
    ]);
    expect(statement.notes.map(({ balance }) => yuan(balance))).toEqual(['138.80', '138.57', '130.57', '30.57']);
    const [said] = statement.declared;
    expect([said!.account, said!.count, yuan(said!.moneyIn), yuan(said!.moneyOut)]).toEqual([
      'main',
      4,
      '38.80',
      '108.23',
    ]);
  });
});
