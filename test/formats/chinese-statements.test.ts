// Chinese statements besides the two wallets: JD, other bills, banks, brokers, token transfers.
import { describe, expect, it } from 'vitest';
import { faults, gb18030, readStatement, times, told, yuan } from './chinese-sample.ts';

describe('the bill of JD', () => {
  const bill = (...rows: string[]) =>
    `\ufeff导出信息：\n京东账号名：jd_x\n日期区间：2026-03-01 至 2026-03-31\n共：4笔记录\n支出：2笔(含1笔部分退款)，80.00元\n\n交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注\n${rows.join('\n')}\n`;
  const row = (what: string, amount: string, method: string, status: string, way: string) =>
    `2026-03-09 08:05:06\t,京东平台商户,${what},${amount},${method},${status},${way},网购,77\t,88\t, ,`;

  it('counts what was paid and what came back, each once', () => {
    const statement = readStatement(
      bill(
        row('退款-裤', '20.00', '银行卡(1)', '退款成功', '不计收支'),
        row('裤 等多件', '100.00(已退款20.00)', '银行卡(1)', '交易成功', '支出'),
        row('鞋', '50.00(已全额退款)', '钱包余额', '交易成功', '不计收支'),
        row('袋', '35.61', '先享后付', '交易成功', '不计收支'),
      ),
    );
    expect([statement.format, faults(statement)]).toEqual(['jd-csv', []]);
    expect(told(statement)).toEqual([
      'refund +20.00 银行卡(1)',
      'payment -100.00 银行卡(1)',
      'payment -50.00 main',
      'payment -35.61 先享后付 pending',
    ]);
    expect(statement.notes[1]!.memo).toBe('裤 等多件；已退款20.00；商户单号 88');
    const [said] = statement.declared;
    expect([said!.count, yuan(said!.moneyOut), said!.to!.epoch - said!.from!.epoch]).toEqual([
      4,
      '80.00',
      31 * 86_400_000 - 1000,
    ]);
  });
});

describe('another Chinese bill', () => {
  it('is read by its column names', () => {
    const statement = readStatement(
      '某平台账单\n起始时间：[2026-03-01]\n\n交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,备注\n2026-03-01 11:59:00,2026-03-01 12:00:00,支付,外卖,支出,余额,¥30.00,¥25.00,9001,/\n2026-03-02 12:00:00,2026-03-02 12:00:00,退款,外卖,收入,余额,¥25.00,¥25.00,9002,/\n',
    );
    expect([statement.format, times(statement)[0]]).toEqual(['chinese-bill', '2026-03-01T12:00:00+08:00']);
    expect(told(statement)).toEqual(['payment -25.00 main', 'refund +25.00 main']);
  });
});

describe('a Chinese bank', () => {
  it('reads signed amounts with thousands, and currencies as ledgers of their own', () => {
    const statement = readStatement(
      '记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n2026-03-01,CNY,"1,234.00","1,271.66",代发工资,某公司,工资\n2026-03-02,人民币,"-1,000.00",271.66,银联ATM取款,,\n2026-03-02,美元,-3.00,7.00,快捷支付,某店,\n',
    );
    expect([statement.format, told(statement)]).toEqual([
      'chinese-bank',
      ['transfer-in +1234.00 main', 'withdrawal -1000.00 main', 'payment -3.00 main'],
    ]);
    expect(statement.notes.map(({ currency, balance }) => [currency, yuan(balance)])).toEqual([
      ['CNY', '1271.66'],
      ['CNY', '271.66'],
      ['USD', '7.00'],
    ]);
  });

  it('reads one column for in and one for out, compact dates with clocks, and leaves totals out', () => {
    const statement = readStatement(
      gb18030(
        '# 某银行交易记录\n# 账号: [6200********0001]\n交易日期,交易时间,收入,支出,余额,交易类型,交易备注\n"\t20260301","\t09:30:05","","12.50","987.50","快捷支付","某店"\n"\t20260302","\t093006","1,000.00","","1,987.50","转账汇款","张三"\n"\t20260303","","5.00","6.00","1,986.50","不明",""\n合计,,"1,000.00","12.50",,,\n',
      ),
    );
    expect([statement.rows, statement.skipped, times(statement)]).toEqual([
      4,
      1,
      ['2026-03-01T09:30:05+08:00', '2026-03-02T09:30:06+08:00'],
    ]);
    expect(told(statement)).toEqual(['payment -12.50 main', 'transfer-in +1000.00 main']);
    expect(faults(statement)).toEqual([[6, 'amount', '5.00 6.00', 'direction']]);
  });

  it('takes the direction of unsigned amounts from the mark beside them, and guesses none', () => {
    const statement = readStatement(
      '交易时间,借贷标志,交易金额,账户余额,摘要\n2026-03-01 10:00:00,借,10.00,90.00,消费\n2026-03-01 11:00:00,贷,5.00,95.00,退货\n2026-03-01 12:00:00,,5.00,100.00,\n',
    );
    expect(told(statement)).toEqual(['payment -10.00 main', 'refund +5.00 main']);
    expect(faults(statement)).toEqual([[4, 'amount', '5.00', 'direction']]);
  });
});

describe('a Chinese broker', () => {
  it('reads tab-separated cells in ="…", with fees inside the amount and rows that move nothing', () => {
    const cells = (...values: string[]) => `${values.map((value) => `="${value}"`).join('\t')}\t`;
    const statement = readStatement(
      gb18030(
        [
          cells(
            '交收日期',
            '成交时间',
            '业务名称',
            '证券名称',
            '成交金额',
            '总费用',
            '清算金额',
            '资金本次余额',
            '币种',
            '成交编号',
            '资金帐号',
          ),
          cells('20260301', '00:00:00', '银行转证券', '', '0.000', '0.00', '1000.000', '1000.000', '人民币', '', '1'),
          cells(
            '20260302',
            '10:28:52',
            '证券买入',
            '某基金',
            '394.000',
            '0.02',
            '-394.020',
            '605.980',
            '人民币',
            '5',
            '1',
          ),
          cells('20260302', '15:00:00', '指定交易', '', '0.000', '0.00', '0.000', '605.980', '人民币', '6', '1'),
          cells('20260303', '00:00:00', '证券转银行', '', '0.000', '0.00', '-100.000', '505.980', '人民币', '', '1'),
          '',
        ].join('\r\n'),
      ),
    );
    expect([statement.format, times(statement)[1]]).toEqual(['chinese-bank', '2026-03-02T10:28:52+08:00']);
    expect(told(statement)).toEqual([
      'topup +1000.00 main',
      'payment -394.02 main',
      'balance +0.00 main',
      'withdrawal -100.00 main',
    ]);
  });
});

describe('token transfers of a block explorer', () => {
  const own = `0x${'a1'.repeat(20)}`;
  const other = `0x${'b2'.repeat(20)}`;
  const third = `0x${'c3'.repeat(20)}`;
  const file = (...rows: string[]) =>
    `交易哈希,区块高度,本地时间(UTC+8),UTC时间,发送方,发送方ENS,接收方,接收方ENS,数量,代币符号,代币地址\n${rows.map((row) => `${row},\n`).join('')}`;
  const row = (from: string, to: string, amount: string, token = 'USDT', contract = '0xfeed') =>
    `0x77,1,2026/03/09 08:05:06,2026/03/09 00:05:06,${from},,${to},,${amount},${token},${contract}`;

  it('tells the direction where one whole address takes part in every row', () => {
    const statement = readStatement(
      file(row(own, other, '408.5'), row(third, own, '0.000001'), row(own, third, '5', 'USDT', '0xfa1se')),
    );
    expect([statement.format, times(statement)[0]]).toEqual(['oklink-transfers', '2026-03-09T00:05:06+00:00']);
    expect(told(statement)).toEqual([
      'transfer-out -408.50 0xfeed',
      'transfer-in +0.000001 0xfeed',
      'transfer-out -5.00 0xfa1se',
    ]);
  });

  it('lists each row where addresses are masked, or the token has no name: nothing is guessed', () => {
    const statement = readStatement(
      file(
        row('0xa1a1****a1a1a1', '0xb2b2****b2b2b2', '408.5'),
        row('0xc3c3****c3c3c3', '0xa1a1****a1a1a1', '9', '0xb74a****f0428d'),
      ),
    );
    expect(statement.notes).toEqual([]);
    expect(faults(statement)).toEqual([
      [2, 'amount', '408.5', 'masked-parties'],
      [3, 'currency', '0xb74a****f0428d', 'currency'],
    ]);
  });
});

describe('a fee in a column of its own, at a bank', () => {
  const moved = (text: string) => {
    const statement = readStatement(text);
    expect([statement.format, faults(statement)]).toEqual(['chinese-bank', []]);
    return statement.notes.map(({ amount, fee }) => `${yuan(amount)} ${yuan(fee)}`);
  };
  const header = '交易日期,交易时间,交易类型,交易金额,手续费,账户余额,对方户名';

  it('lies on top of the amount where the balances say so', () => {
    expect(
      moved(
        `${header}\n2026-03-01,09:00:00,转账,-100.00,1.00,899.00,张三\n2026-03-02,10:00:00,提现,-200.00,2.00,697.00,李四\n2026-03-03,10:00:00,充值,50.00,,747.00,李四\n`,
      ),
    ).toEqual(['-100.00 1.00', '-200.00 2.00', '50.00 0.00']);
  });

  it('lies inside the amount where the balances say so', () => {
    expect(
      moved(
        `${header}\n2026-03-01,09:00:00,转账,-100.00,1.00,900.00,张三\n2026-03-02,10:00:00,提现,-200.00,2.00,700.00,李四\n`,
      ),
    ).toEqual(['-100.00 0.00', '-200.00 0.00']);
  });

  it('stands beside columns for in and out too', () => {
    expect(
      moved(
        '记账日期,摘要,收入金额,支出金额,手续费,余额\n20260301,工资,1000.00,,,1000.00\n20260302,转账,,100.00,0.50,899.50\n20260303,取现,,200.00,2.00,697.50\n合计,,1000.00,300.00,2.50,\n',
      ),
    ).toEqual(['1000.00 0.00', '-100.00 0.50', '-200.00 2.00']);
  });

  it('that cannot be read is said so, and is not nothing', () => {
    const statement = readStatement(`${header}\n2026-03-01,09:00:00,转账,-100.00,壹元,899.00,张三\n`);
    expect(faults(statement)).toEqual([[2, 'fee', '壹元', 'amount']]);
  });
});
