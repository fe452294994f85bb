// What is unusual in the notes decides between explanations that the arithmetic cannot tell apart.
import { describe, expect, it } from 'vitest';
import { checkNotes } from '../../src/ledger/check.ts';
import type { Mismatch } from '../../src/ledger/findings.ts';
import { parseAmount } from '../../src/ledger/money.ts';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { checkWritten, first, notesOf, onlyMismatch } from './written.ts';

const units = (text: string) => parseAmount(text)!.units;
const causes = ({ explanations }: Mismatch) => explanations.map(({ cause }) => cause);

/** `days` days of breakfast for 8.50, a ride for 3.00 and lunch at a changing price; the last row may carry the balance. */
function days(count: number, from = 1): string {
  return Array.from({ length: count }, (_, i) => {
    const day = `2026-03-${String(i + from).padStart(2, '0')}`;
    return [
      `${day} 08:00,payment,8.50,,Bakery`,
      `${day} 08:20,payment,3.00,,Metro`,
      `${day} 12:10,payment,${(18 + ((i * 137) % 900) / 100).toFixed(2)},,Noodle shop`,
    ].join('\n');
  }).join('\n');
}

const spent = (count: number) =>
  Array.from({ length: count }, (_, i) => 1150 + 1800 + ((i * 137) % 900)).reduce((a, b) => a + b, 0);
const yuan = (cents: number) => (cents / 100).toFixed(2);

describe('habits', () => {
  const head = 'time,type,amount,balance,counterparty\n2026-03-01 07:00,balance,,1000.00,\n';

  it('tell which of many amounts has its digits swapped', async () => {
    const notes = days(12).replace('2026-03-07 08:00,payment,8.50', '2026-03-07 08:00,payment,5.80');
    const mismatch = await onlyMismatch(`${head}${notes}\n2026-03-13 07:00,balance,,${yuan(100_000 - spent(12))},`);
    expect(first(mismatch)).toMatchObject({ cause: 'transposed-digits', corrections: ['n20 amount -5.80 → -8.50'] });
    expect(mismatch.explanations[0]!.evidence).toEqual([{ kind: 'usual-amount' }]);
  });

  it('tell a daily thing that was left out from two mistakes that fit by accident', async () => {
    const notes = days(12).replace('2026-03-07 08:20,payment,3.00,,Metro\n', '');
    const mismatch = await onlyMismatch(`${head}${notes}\n2026-03-13 07:00,balance,,${yuan(100_000 - spent(12))},`);
    expect(first(mismatch)).toMatchObject({ cause: 'missing-entry', corrections: ['add -3.00'] });
  });
});

describe('two mistakes in one stretch', () => {
  it('are an entry against its type and one that is missing', async () => {
    const notes = days(12)
      .replace('2026-03-04 12:10,payment,', '2026-03-04 12:10,payment,+')
      .replace('2026-03-09 08:00,payment,8.50,,Bakery\n', '');
    const mismatch = await onlyMismatch(
      `time,type,amount,balance,counterparty\n2026-03-01 07:00,balance,,1000.00,\n${notes}\n2026-03-13 07:00,balance,,${yuan(100_000 - spent(12))},`,
    );
    expect(first(mismatch).cause).toBe('several-entries');
    expect(first(mismatch).corrections).toEqual(['n13 amount +22.11 → -22.11', 'add -8.50']);
  });

  it('are found among a thousand notes', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => {
      const time = new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString();
      return `${time},payment,${(((i * 7919) % 90_000) / 100 + 1.07).toFixed(2)},,Shop ${i % 40}`;
    });
    const end = rows.reduce((sum, row) => sum - units(row.split(',')[2]!), units('600000.00'));
    rows[300] = rows[300]!.replace('payment,', 'payment,+');
    rows[700] = `${rows[700]!.replace('payment,', 'payment,').split(',').slice(0, 4).join(',')},Shop 20`;
    const csv = `time,type,amount,balance,counterparty,status\n2025-12-31T00:00:00Z,balance,,600000.00,,\n${rows
      .map((row, i) => `${row},${i === 700 ? 'failed' : 'completed'}`)
      .join('\n')}`;
    const notes = notesOf(csv);
    const shown = { balance: end, time: { epoch: Date.UTC(2026, 5, 1), offset: 0 } };
    const [mismatch] = checkNotes(notes, { shown }).accounts[0]!.mismatches;
    expect(mismatch!.explanations[0]!.corrections.map((each) => 'note' in each && [each.note, each.op])).toEqual([
      ['n302', 'set'],
      ['n702', 'set'],
    ]);
    expect(mismatch!.limits).toEqual([]);
  });

  it('are not searched for among more than five thousand, which is said', () => {
    const rows = Array.from(
      { length: 5001 },
      (_, i) => `${new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString()},payment,1.00,`,
    );
    const csv = `time,type,amount,balance\n2025-12-31T00:00:00Z,balance,,9000.00\n${rows.join('\n')}\n2026-02-01T00:00:00Z,balance,,3000.00`;
    const [mismatch] = checkNotes(notesOf(csv)).accounts[0]!.mismatches;
    expect(mismatch!.limits).toEqual([{ kind: 'pairs', most: 5000 }]);
  });
});

describe('at either end', () => {
  it('an entry recorded behind the last reading may belong before it', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-02 12:00,payment,10.00,949.73
2026-03-02 18:00,payment,40.27,`);
    expect(first(mismatch)).toMatchObject({ cause: 'wrong-time', lines: [4] });
  });

  it('an entry recorded before the first reading may belong behind it', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-02-27 09:00,payment,40.27,
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-02 12:00,payment,10.00,949.73
2026-03-03 12:00,payment,1.00,948.73`);
    expect(first(mismatch)).toMatchObject({ cause: 'wrong-time', lines: [2] });
  });

  it('a row that carries the last reading may belong further up', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-02 12:00,payment,40.27,949.73
2026-03-03 12:00,payment,5.00,944.73
2026-03-04 12:00,payment,10.00,990.00`);
    expect(first(mismatch)).toMatchObject({ cause: 'wrong-time', lines: [5] });
  });

  it('a last reading that is off by one slip of the pen may be the wrong one', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-02 12:00,payment,40.27,
2026-03-03 12:00,payment,5.10,
2026-03-04 12:00,payment,10.00,
2026-03-05 12:00,payment,7.31,
2026-03-06 12:00,balance,,973.32`);
    expect(causes(mismatch)).toContain('wrong-reading');
    expect(mismatch.explanations.find(({ cause }) => cause === 'wrong-reading')!.evidence).toEqual([
      { kind: 'nothing-behind' },
      { kind: 'only-this-size' },
    ]);
  });

  it('a row that carries a reading may belong among rows that carry none', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-02 12:00,payment,40.27,
2026-03-03 12:00,payment,5.10,
2026-03-03 18:00,payment,6.20,
2026-03-04 12:00,payment,10.00,949.73
2026-03-05 12:00,payment,7.31,
2026-03-06 12:00,balance,,931.12`);
    expect(first(mismatch)).toMatchObject({ cause: 'wrong-time', lines: [6] });
  });
});

describe('where nothing but accident decides', () => {
  it('two neighbours that changed places are both no more than possible', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-03 12:00,payment,10.27,949.73
2026-03-04 12:00,payment,40.00,960.00
2026-03-06 12:00,payment,5.00,944.73`);
    expect(mismatch.explanations.map(({ cause, notes, confidence }) => [cause, notes[0]?.line, confidence])).toEqual([
      ['wrong-time', 4, 'possible'],
      ['wrong-time', 3, 'possible'],
    ]);
  });

  it('the order of the file says that they did, not which of them went astray', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-02-17 09:00,topup,8.00,1008.00
2026-02-18 09:00,payment,1.00,1007.00
2026-02-19 09:00,payment,1.00,1006.00
2026-02-20 09:00,payment,1.00,1005.00
2026-02-21 09:00,payment,1.00,1004.00
2026-02-22 09:00,payment,1.00,1003.00
2026-02-23 09:00,payment,1.00,1002.00
2026-02-24 09:00,payment,1.00,1001.00
2026-02-25 09:00,payment,1.00,1000.00
2026-03-04 12:00,payment,40.00,960.00
2026-03-03 12:00,payment,10.27,949.73
2026-03-06 12:00,payment,5.00,944.73`);
    for (const { evidence, confidence } of mismatch.explanations) {
      expect(evidence).toContainEqual({ kind: 'order-in-file' });
      expect(confidence).toBe('possible');
    }
  });

  it('several entries of one size share the chance', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `2026-03-0${i + 2} 09:00,payment,20.00,`).join('\n');
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
${rows}
2026-03-08 09:00,balance,,900.00`);
    expect(mismatch.explanations[0]!.confidence).toBe('possible');
    expect(mismatch.alternatives).toBeGreaterThanOrEqual(4);
  });
});

describe('what explains nothing', () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `2026-03-${String(i + 2).padStart(2, '0')} 09:00,payment,2${i % 10}.35,`,
  );
  const ledger = (last: string) =>
    `time,type,amount,balance\n2026-03-01 09:00,balance,,1000.00\n${rows.join('\n')}\n2026-03-20 09:00,balance,,${last}`;

  it('is said where an entry would be a hundred times larger than any', async () => {
    const mismatch = await onlyMismatch(ledger('987654.32'));
    expect(causes(mismatch).slice(0, 2)).toEqual(['unexplained', 'wrong-reading']);
    expect(mismatch.explanations[0]).toMatchObject({
      corrections: [],
      confidence: 'possible',
      evidence: [{ kind: 'larger-than-any' }],
    });
    expect(mismatch.explanations[1]!.confidence).toBe('possible');
  });

  it('and where it would be finer than any', async () => {
    expect((await onlyMismatch(ledger('700.0007'))).explanations[0]).toMatchObject({
      cause: 'unexplained',
      evidence: [{ kind: 'finer-than-any' }],
    });
  });

  it('but not where so large an entry has come before', async () => {
    expect((await onlyMismatch(ledger('1500.00'))).explanations[0]!.cause).not.toBe('unexplained');
  });
});

it('tokens with 18 decimals, several currencies and equal times are explained as well', async () => {
  const { accounts } = await checkWritten(`
time,type,amount,currency,balance
2026-03-01 09:00,topup,2.000000000000000001,ETH,2.000000000000000001
2026-03-01 09:00,topup,100.00,CNY,100.00
2026-03-02 09:00,payment,0.123456789012345678,ETH,
2026-03-02 09:00,payment,20.00,CNY,80.00
2026-03-02 09:00,payment,+0.250000000000000003,ETH,
2026-03-03 09:00,payment,5.00,CNY,75.00
2026-03-03 09:00,balance,,ETH,1.62654321098765432`);
  expect(accounts.map(({ currency, mismatches }) => [currency, mismatches.length])).toEqual([
    ['ETH', 1],
    ['CNY', 0],
  ]);
  expect(first(accounts[0]!.mismatches[0]!)).toMatchObject({ cause: 'wrong-sign', lines: [6] });
});

it('of many rows that could not be read the first ones are named, and how many there are', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `2026-03-02 ${10 + (i % 10)}:00,payment,1x,`).join('\n');
  const mismatch = await onlyMismatch(
    `time,type,amount,balance\n2026-03-01 09:00,balance,,1000.00\n${rows}\n2026-03-04 09:00,balance,,900.00`,
  );
  const [best] = mismatch.explanations;
  expect(en.check.explain(best!, mismatch)).toContain('lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 30 more lie there');
  expect(zhCN.check.explain(best!, mismatch)).toContain('第 3、4、5、6、7、8、9、10、11、12 行等 40 行就在其中');
});

describe('what goes together', () => {
  const head = 'time,type,amount,fee,balance,counterparty\n2026-03-01 07:00,balance,,,5000.00,\n';
  const rides = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const day = `2026-03-${String(i + 1).padStart(2, '0')}`;
      return `${day} 08:20,payment,4.00,,,Metro\n${day} 18:30,payment,${(9.13 + i * 1.37).toFixed(2)},,,Grocer`;
    });
  const groceries = (count: number) =>
    Array.from({ length: count }, (_, i) => 913 + i * 137).reduce((a, b) => a + b, 0);

  it('is a counterparty and the direction: a ride that brings money in has type and sign mixed up', async () => {
    const notes = rides(12).join('\n').replace('2026-03-06 08:20,payment,4.00', '2026-03-06 08:20,refund,4.00');
    const end = yuan(500_000 - 12 * 400 - groceries(12));
    const mismatch = await onlyMismatch(`${head}${notes}\n2026-03-13 07:00,balance,,,${end},`);
    expect(first(mismatch)).toMatchObject({ cause: 'wrong-sign', corrections: ['n12 amount +4.00 → -4.00'] });
  });

  it('is a refund and the one payment that it gives back: its sign is right, and something else is missing', async () => {
    const rows = rides(12);
    rows[3] += '\n2026-03-04 21:00,payment,46.53,,,Noodle shop';
    rows[6] += '\n2026-03-07 21:00,refund,46.53,,,Noodle shop';
    const others = [31.2, 58.15, 22.4, 39.8].map(
      (amount, i) => `2026-03-${String(i + 8).padStart(2, '0')} 21:00,payment,${amount.toFixed(2)},,,Noodle shop`,
    );
    others.forEach((row, i) => {
      rows[i + 7] += `\n${row}`;
    });
    const end = yuan(500_000 - 12 * 400 - groceries(12) - 15_155 - 10_113);
    const mismatch = await onlyMismatch(`${head}${rows.join('\n')}\n2026-03-13 07:00,balance,,,${end},`);
    expect(first(mismatch)).toMatchObject({ cause: 'missing-entry', corrections: ['add -101.13'] });
  });

  it('is an amount and its fee: a slip leaves the fee of the right amount beside the wrong one', async () => {
    const withdrawn = [1200, 800, 1500, 2300, 1900, 1350];
    const rows = rides(12);
    withdrawn.forEach((amount, i) => {
      const written = i === 3 ? 3200 : amount;
      rows[i * 2] +=
        `\n2026-03-${String(i * 2 + 1).padStart(2, '0')} 20:00,withdrawal,${written}.00,${(amount / 1000).toFixed(2)},,`;
    });
    const fees = withdrawn.reduce((sum, amount) => sum + amount * 100 + amount / 10, 0);
    const end = yuan(500_000 - 12 * 400 - groceries(12) - fees);
    const mismatch = await onlyMismatch(`${head}${rows.join('\n')}\n2026-03-13 07:00,balance,,,${end},`);
    expect(first(mismatch).cause).toBe('transposed-digits');
    expect(first(mismatch).corrections[0]).toMatch(/amount -3200\.00 → -2300\.00/);
  });
});
