// The frame of the check: which readings count, what collapses into one mismatch, what is left alone.
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/ledger/money.ts';
import { amounts, checkWritten, first, onlyMismatch } from './written.ts';

const units = (text: string) => parseAmount(text)!.units;

describe('mismatches', () => {
  it('collapses the readings that are wrong only because of an earlier mistake', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,35.80,942.20
2026-03-02 12:30,payment,10.00,932.20
2026-03-03 18:00,payment,50.00,882.20`);
    expect(amounts(mismatch)).toEqual(['964.20', '942.20', '-22.00']);
    expect([mismatch.after!.note.line, mismatch.at.note.line]).toEqual([2, 3]);
  });

  it('reports each later independent one with its own difference', async () => {
    const { accounts } = await checkWritten(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,35.80,942.20
2026-03-02 12:30,payment,10.00,932.20
2026-03-03 18:00,payment,50.00,893.45
2026-03-04 18:00,payment,1.00,892.45`);
    expect(accounts[0]!.mismatches.map(amounts)).toEqual([
      ['964.20', '942.20', '-22.00'],
      ['882.20', '893.45', '11.25'],
    ]);
    expect(accounts[0]).toMatchObject({ opening: 0n, expected: units('903.20'), recorded: units('892.45') });
  });

  it('keeps accounts and currencies apart', async () => {
    const { accounts } = await checkWritten(`
time,type,amount,currency,balance,account
2026-03-01 09:00,topup,1000.00,CNY,1000.00,main
2026-03-01 09:01,topup,5.500000,USDT,5.5,main
2026-03-01 12:30,payment,35.80,CNY,964.20,main
2026-03-01 12:31,payment,0.000001,USDT,5.499999,main
2026-03-01 12:32,payment,3.00,CNY,90.00,second
2026-03-01 12:33,payment,3.00,CNY,86.00,second`);
    expect(accounts.map((a) => [a.account, a.currency, a.mismatches.length])).toEqual([
      ['main', 'CNY', 0],
      ['main', 'USDT', 0],
      ['second', 'CNY', 1],
    ]);
  });

  it('is exact at 18 fraction digits and beyond the size of plain numbers', async () => {
    const { balanced } = await checkWritten(`
time,type,amount,currency,balance
2026-03-01 09:00,topup,123456789012345.000000000000000001,ETH,123456789012345.000000000000000001
2026-03-01 12:30,payment,0.000000000000000001,ETH,123456789012345`);
    expect(balanced).toBe(true);
    const mismatch = await onlyMismatch(`
time,type,amount,currency,balance
2026-03-01 09:00,topup,123456789012345.000000000000000001,ETH,123456789012345.000000000000000001
2026-03-01 12:30,payment,0.000000000000000001,ETH,123456789012345.000000000000000001`);
    expect(mismatch.difference).toBe(1n);
  });
});

describe('readings', () => {
  it('may be sparse: the mistake lies somewhere between two of them', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,35.80,
2026-03-02 12:30,payment,10.00,
2026-03-03 18:00,payment,50.00,
2026-03-04 08:00,balance,,860.20
2026-03-05 18:00,payment,1.00,859.20`);
    expect(mismatch.stretch).toBe(4);
    expect(first(mismatch)).toMatchObject({ cause: 'missing-entry', lines: [2, 6] });
  });

  it('of one moment are put into an order in which they agree', async () => {
    const { balanced } = await checkWritten(`
time,type,amount,balance
2026-03-01,topup,1000.00,1000.00
2026-03-02,payment,50.00,860.00
2026-03-02,payment,10.00,910.00
2026-03-02,payment,80.00,920.00
2026-03-03,payment,60.00,800.00`);
    expect(balanced).toBe(true);
  });

  it('newest first are read the other way round', async () => {
    const { balanced } = await checkWritten(`
time,type,amount,balance
2026-03-03,payment,60.00,800.00
2026-03-02,payment,50.00,860.00
2026-03-02,payment,10.00,910.00
2026-03-02,payment,80.00,920.00
2026-03-01,topup,1000.00,1000.00`);
    expect(balanced).toBe(true);
  });

  it('that only pending, failed or cancelled entries stand between are not disturbed by them', async () => {
    const { balanced } = await checkWritten(`
time,type,amount,balance,status
2026-03-01 09:00,topup,1000.00,1000.00,completed
2026-03-01 10:00,topup,300.00,1000.00,pending
2026-03-01 11:00,payment,20.00,1000.00,failed
2026-03-01 12:00,payment,30.00,1000.00,cancelled
2026-03-01 13:00,payment,40.00,1000.00,reversed
2026-03-01 14:00,payment,40.00,960.00,completed`);
    expect(balanced).toBe(true);
  });

  it('are none: then nothing can be compared, and nothing is made up', async () => {
    const { balanced, accounts } = await checkWritten(`
time,type,amount
2026-03-01 09:00,topup,1000.00
2026-03-01 12:30,payment,35.80`);
    expect(balanced).toBe(true);
    expect(accounts[0]).toMatchObject({ notes: 2, readings: 0, opening: null, expected: null, recorded: null });
  });
});

describe('what the user adds', () => {
  const ledger = `
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,
2026-03-01 12:30,payment,35.80,964.20
2026-03-02 12:30,payment,10.00,`;

  it('an opening balance that does not lead to the first reading is a mismatch from the start', async () => {
    const { accounts } = await checkWritten(ledger, { opening: units('5.00') });
    const [mismatch] = accounts[0]!.mismatches;
    expect(mismatch!.after).toBeNull();
    expect(amounts(mismatch!)).toEqual(['969.20', '964.20', '-5.00']);
  });

  it('what the app shows now is one more reading', async () => {
    const shown = { balance: units('944.20'), time: { epoch: Date.UTC(2026, 2, 5), offset: 480 } };
    const { accounts } = await checkWritten(ledger, { shown });
    expect(accounts[0]!.mismatches.map(amounts)).toEqual([['954.20', '944.20', '-10.00']]);
  });

  it('a period leaves out what is before it, and takes the balance it began with', async () => {
    const since = Date.UTC(2026, 2, 1, 4, 0);
    const { accounts } = await checkWritten(ledger, { since });
    expect(accounts[0]).toMatchObject({ notes: 2, readings: 1 });
    const { accounts: none } = await checkWritten(ledger, { until: Date.UTC(2026, 2, 1, 2, 0) });
    expect(none[0]).toMatchObject({ notes: 1, readings: 0 });
  });
});

it('counts what else fits and lists the best three', async () => {
  const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,25.00,
2026-03-01 13:30,payment,45.00,
2026-03-01 14:30,payment,65.00,
2026-03-01 15:30,payment,85.00,
2026-03-02 09:00,payment,50.00,750.00`);
  expect(mismatch.explanations).toHaveLength(3);
  expect(mismatch.alternatives).toBeGreaterThan(0);
});
