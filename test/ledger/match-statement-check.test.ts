// A statement held against itself: which order its rows have, where its balances break, whether its figures hold.
import { describe, expect, it } from 'vitest';
import { formatAmount, parseAmount } from '../../src/ledger/money.ts';
import { checkStatement, type DeclaredFigures, type StatementCheckOptions } from '../../src/ledger/statement-check.ts';
import { notesOf } from './written.ts';

const units = (text: string) => parseAmount(text)!.units;
const decimal = (amount: bigint | number) =>
  typeof amount === 'number' ? String(amount) : formatAmount(amount, 'CNY');

function check(csv: string, options: StatementCheckOptions = {}) {
  return checkStatement(notesOf(csv), options);
}

/** The only ledger of a statement. */
function only(csv: string, options: StatementCheckOptions = {}) {
  const { ledgers, agrees } = check(csv, options);
  expect(ledgers).toHaveLength(1);
  const { order, dayEnd, gaps, declaredGaps, compared } = ledgers[0]!;
  return {
    agrees,
    order,
    dayEnd,
    compared,
    gaps: gaps.map(({ kind, after, at, difference }) =>
      [kind, `${after?.note.line ?? ''}-${at.note.line}`, decimal(difference)].join(' '),
    ),
    figures: declaredGaps.map(({ kind, declared, found, difference }) =>
      [kind, decimal(declared), decimal(found), decimal(difference)].join(' '),
    ),
  };
}

const figures = (
  declared: Partial<Record<'opening' | 'closing' | 'moneyIn' | 'moneyOut', string>> & { count?: number },
) => {
  const { count = null, ...amounts } = declared;
  const none = { opening: null, closing: null, moneyIn: null, moneyOut: null };
  const read = Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, units(text)]));
  return { account: 'main', currency: 'CNY', count, ...none, ...read } as DeclaredFigures;
};

const MARCH = `time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-02 09:00,payment,35.80,964.20
2026-03-03 09:00,payment,10.00,954.20
2026-03-04 09:00,refund,5.00,959.20`;
const lines = (csv: string) => csv.split('\n');
const newestFirst = (csv: string) => [lines(csv)[0], ...lines(csv).slice(1).reverse()].join('\n');
const without = (csv: string, line: number) =>
  lines(csv)
    .toSpliced(line - 1, 1)
    .join('\n');

describe('the order of the rows', () => {
  it('is that of the file where its balances follow', () => {
    expect(only(MARCH)).toMatchObject({ agrees: true, order: 'file', compared: 3 });
  });

  it('is the reverse where the file is newest first, also with a row cut out', () => {
    expect(only(newestFirst(MARCH))).toMatchObject({ agrees: true, order: 'reversed', gaps: [] });
    expect(only(without(newestFirst(MARCH), 3))).toMatchObject({ order: 'reversed', gaps: ['rows 3-2 -10.00'] });
  });

  it('is that of the file although the times say otherwise', () => {
    const found = only(`time,type,amount,balance
2026-03-04 09:00,topup,1000.00,1000.00
2026-03-03 09:00,payment,35.80,964.20
2026-03-02 09:00,payment,10.00,954.20`);
    expect(found).toMatchObject({ agrees: true, order: 'file' });
  });

  it('is that of the times where only they lead from balance to balance', () => {
    const found = only(`time,type,amount,balance
2026-03-02 09:00,payment,35.80,964.20
2026-03-04 09:00,payment,5.00,949.20
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-03 09:00,payment,10.00,954.20`);
    expect(found).toMatchObject({ agrees: true, order: 'time' });
  });

  it('may be newest first with the fee behind its payment', () => {
    const found = only(`time,type,amount,balance,reference
2026-03-03 09:00,transfer-out,100.00,850.00,TR-2
2026-03-03 09:00,fee,1.00,849.00,TR-2
2026-03-02 09:00,transfer-out,49.00,951.00,TR-1
2026-03-02 09:00,fee,1.00,950.00,TR-1
2026-03-01 09:00,topup,1000.00,1000.00,TU-1`);
    expect(found).toMatchObject({ agrees: true, order: 'blocks' });
  });

  it('is the reverse where both break alike and the times only go back', () => {
    const two = `time,type,amount,balance
2026-03-02 09:00,payment,10.00,85.00
2026-03-01 09:00,payment,5.00,100.00`;
    expect(only(two)).toMatchObject({ order: 'reversed', gaps: ['rows 3-2 -5.00'] });
  });

  it('is found for each ledger by itself', () => {
    const { agrees, ledgers } = check(`time,type,amount,balance,currency
2026-03-02 09:00,payment,35.80,964.20,CNY
2026-03-01 09:00,topup,1000.00,1000.00,CNY
2026-03-01 09:00,topup,7.00,7.00,USD
2026-03-02 09:00,payment,2.00,5.00,USD
2026-03-03 09:00,payment,2.00,3.00,USD`);
    expect(agrees).toBe(true);
    expect(ledgers.map(({ currency, order }) => [currency, order])).toEqual([
      ['CNY', 'reversed'],
      ['USD', 'file'],
    ]);
  });
});

describe('its balances', () => {
  it('break where a row is missing, and go on from there', () => {
    expect(only(without(MARCH, 3))).toEqual({
      agrees: false,
      order: 'file',
      dayEnd: false,
      compared: 2,
      gaps: ['rows 2-3 -35.80'],
      figures: [],
    });
  });

  it('may be wrong once: the next one follows without it', () => {
    expect(only(MARCH.replace('964.20', '946.20')).gaps).toEqual(['balance 2-3 -18.00']);
  });

  it('are compared where there are any', () => {
    const found = only(`time,type,amount,balance
2026-03-01 09:00,topup,1000.00,
2026-03-02 09:00,payment,35.80,964.20
2026-03-03 09:00,payment,10.00,
2026-03-04 09:00,payment,5.00,949.20
2026-03-05 09:00,payment,5.00,`);
    expect(found).toMatchObject({ agrees: true, compared: 1 });
    expect(only('time,type,amount\n2026-03-01 09:00,topup,1000.00')).toMatchObject({ agrees: true, compared: 0 });
  });

  it('on rows that did not go through count where the format keeps them, and the row itself moves nothing', () => {
    const rows = (balance: string) => `time,type,amount,balance,status
2026-03-01 09:00,topup,1000.00,1000.00,completed
2026-03-02 09:00,payment,35.80,${balance},cancelled
2026-03-02 10:00,payment,20.00,,failed
2026-03-03 09:00,payment,10.00,990.00,completed`;
    expect(only(rows('1000.00'))).toMatchObject({ agrees: true, compared: 2 });
    expect(only(rows(''))).toMatchObject({ agrees: true, compared: 1 });
    expect(only(rows('964.20'))).toMatchObject({ agrees: false });
  });

  it('may be those at the end of the day, newest first or not', () => {
    const days = `time,type,amount,balance
2026-03-01,topup,1000.00,964.20
2026-03-01,payment,35.80,964.20
2026-03-02,payment,10.00,949.20
2026-03-02,payment,5.00,949.20
2026-03-03,payment,9.20,940.00`;
    expect(only(days)).toMatchObject({ agrees: true, dayEnd: true, compared: 2 });
    expect(only(newestFirst(days))).toMatchObject({ agrees: true, dayEnd: true });
    expect(only(without(days, 4))).toMatchObject({ dayEnd: true, gaps: ['rows 3-4 -10.00'] });
    expect(only(without(without(days, 6), 2), { dayEndBalances: true })).toMatchObject({ agrees: true, dayEnd: true });
  });

  it('name the lines between that could not be read', () => {
    const { ledgers } = check(MARCH.replace('2026-03-02 09:00,payment,35.80,964.20\n', '\n'), { unreadable: [3, 9] });
    expect(ledgers[0]!.gaps.map(({ unreadable }) => unreadable)).toEqual([[3]]);
  });
});

describe('its own figures', () => {
  it('hold', () => {
    const declared = [figures({ opening: '0.00', closing: '959.20', count: 4, moneyIn: '1005.00', moneyOut: '45.80' })];
    expect(only(MARCH, { declared })).toMatchObject({ agrees: true, compared: 8 });
  });

  it('do not hold, each by itself', () => {
    const declared = [
      figures({ opening: '10.00', closing: '900.00', count: 6, moneyIn: '1005.00', moneyOut: '50.00' }),
    ];
    expect(only(MARCH, { declared }).figures).toEqual([
      'opening 10.00 0.00 10.00',
      'closing 900.00 959.20 -59.20',
      'count 6 4 2',
      'money-out 50.00 45.80 4.20',
    ]);
  });

  it('are held against the rows where no row has a balance', () => {
    const bare = MARCH.replaceAll(/,[\d.]+$/gm, ',');
    expect(only(bare, { declared: [figures({ opening: '20.00', closing: '979.20' })] })).toMatchObject({
      agrees: true,
    });
    expect(only(bare, { declared: [figures({ opening: '20.00', closing: '980.00' })] }).figures).toEqual([
      'closing 980.00 979.20 0.80',
    ]);
  });

  it('decide between two orders that break alike', () => {
    const two = `time,type,amount,balance
2026-03-01 09:00,payment,10.00,85.00
2026-03-01 09:00,payment,5.00,100.00`;
    expect(only(two)).toMatchObject({ order: 'file' });
    expect(only(two, { declared: [figures({ opening: '105.00', closing: '85.00' })] })).toMatchObject({
      order: 'reversed',
      gaps: ['rows 3-2 -5.00'],
    });
  });

  it('may count rows that could not be read, or only those that went through', () => {
    expect(only(MARCH, { declared: [figures({ count: 6 })], unreadable: [6, 7] })).toMatchObject({ agrees: true });
    const failed = `time,type,amount,balance,status
2026-03-01 09:00,topup,1000.00,1000.00,completed
2026-03-02 09:00,payment,35.80,,failed`;
    for (const count of [1, 2])
      expect(only(failed, { declared: [figures({ count })] })).toMatchObject({ agrees: true });
  });

  it('may take refunds from what was spent', () => {
    const declared = [figures({ moneyIn: '1000.00', moneyOut: '40.80' })];
    expect(only(MARCH, { declared })).toMatchObject({ agrees: true });
  });

  it('lead from statement to statement', () => {
    const declared = [
      figures({ opening: '0.00', closing: '964.20' }),
      figures({ opening: '960.20', closing: '959.20' }),
    ];
    expect(only(MARCH, { declared }).figures).toEqual(['next-opening 960.20 964.20 -4.00']);
  });

  it('may be those of the whole file, over all accounts in it', () => {
    const two = `time,type,amount,account
2026-03-01 09:00,topup,100.00,余额
2026-03-02 09:00,payment,35.80,银行卡`;
    const { agrees, ledgers } = check(two, {
      declared: [{ ...figures({ count: 2, moneyOut: '35.80' }), account: '' }],
    });
    expect([agrees, ledgers.map(({ account, rows }) => [account, rows])]).toEqual([
      true,
      [
        ['余额', 1],
        ['银行卡', 1],
        ['', 2],
      ],
    ]);
  });

  it('speak of a ledger that has no rows', () => {
    const { ledgers } = check(MARCH, {
      declared: [{ ...figures({ opening: '5.00', closing: '6.00' }), currency: 'USD' }],
    });
    expect(ledgers.map(({ currency, declaredGaps }) => [currency, declaredGaps.length])).toEqual([
      ['CNY', 0],
      ['USD', 1],
    ]);
  });
});
