// Each cause as a person meets it: a small ledger with one mistake in it, and what the check says first.
import { describe, expect, it } from 'vitest';
import { amounts, first, onlyMismatch } from './written.ts';

describe('an entry is missing', () => {
  it('lies between the two readings, with the amount that is missing', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,35.80,964.20
2026-03-03 18:00,payment,50.00,826.95
2026-03-04 08:00,payment,12.00,814.95`);
    expect(amounts(mismatch)).toEqual(['914.20', '826.95', '-87.25']);
    expect(first(mismatch)).toEqual({ cause: 'missing-entry', lines: [3, 4], corrections: ['add -87.25'] });
  });

  it('says when a row that could not be read lies there', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,87.2x,912.80
2026-03-03 18:00,payment,50.00,862.80`);
    expect(mismatch.explanations[0]).toMatchObject({
      cause: 'missing-entry',
      evidence: [{ kind: 'unreadable-between', lines: [3] }],
    });
  });
});

describe('an entry is there twice', () => {
  it('is certain where the transaction id is the same', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,counterparty,reference
2026-03-01 09:00,topup,1000.00,1000.00,,T1
2026-03-01 12:30,payment,35.80,964.20,Café,P1
2026-03-01 12:31,payment,35.80,,Café,P1
2026-03-03 18:00,payment,50.00,914.20,Books,P2`);
    expect(first(mismatch)).toEqual({ cause: 'duplicate-entry', lines: [4], corrections: ['remove n3'] });
    expect(mismatch.explanations[0]!.confidence).toBe('certain');
  });

  it('is found where the whole row was copied with its balance', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,counterparty
2026-03-01 09:00,topup,1000.00,1000.00,
2026-03-01 12:30,payment,35.80,964.20,Café
2026-03-01 12:30,payment,35.80,964.20,Café
2026-03-03 18:00,payment,50.00,914.20,Books`);
    expect(first(mismatch)).toMatchObject({ cause: 'duplicate-entry', lines: [4] });
  });

  it('is not said of two payments with different transaction ids', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,counterparty,reference
2026-03-01 09:00,topup,1000.00,1000.00,,T1
2026-03-01 12:30,payment,35.80,,Café,P1
2026-03-02 12:31,payment,35.80,,Café,P2
2026-03-03 18:00,payment,50.00,914.20,Books,P3`);
    expect(first(mismatch).cause).not.toBe('duplicate-entry');
  });
});

describe('an entry on the wrong side', () => {
  it('differs by twice its amount, and is corrected by turning its sign', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,+35.80,964.20
2026-03-03 18:00,payment,50.00,914.20`);
    expect(amounts(mismatch)).toEqual(['1035.80', '964.20', '-71.60']);
    expect(first(mismatch)).toEqual({
      cause: 'wrong-sign',
      lines: [3],
      corrections: ['n2 amount +35.80 → -35.80'],
    });
    expect(mismatch.explanations[0]!.amount).toBe(35_800_000_000_000_000_000n);
  });

  it('is told apart from a duplicate between sparse readings', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,35.80,
2026-03-02 12:30,payment,18.25,
2026-03-02 19:30,refund,-20.10,
2026-03-03 18:00,payment,50.00,916.05`);
    expect(first(mismatch)).toMatchObject({ cause: 'wrong-sign', lines: [5] });
  });
});

describe('a fee that was not recorded', () => {
  it('is known by the rate of fees in rows of their own', async () => {
    const day = (n: number, amount: number, fee: string | null) =>
      [
        `2026-03-0${n} 09:00,withdrawal,${amount}.00,,`,
        ...(fee ? [`2026-03-0${n} 09:00:30,fee,${fee},,`] : []),
        `2026-03-0${n} 18:00,balance,,${n},`,
      ].join('\n');
    const rows = [
      day(1, 1000, '1.20'),
      day(2, 300, '0.36'),
      day(3, 2000, '2.40'),
      day(4, 500, '0.60'),
      `2026-03-05 08:00,payment,700.00,,\n${day(5, 800, null)}`,
      day(6, 1500, '1.80'),
    ];
    const balances = ['8998.80', '8698.44', '6696.04', '6195.44', '4694.48', '3192.68'];
    const csv = `time,type,amount,balance,reference\n2026-03-01 08:00,balance,,10000.00,\n${rows.join('\n')}`;
    const written = csv.replace(/balance,,(\d),/g, (_, n) => `balance,,${balances[Number(n) - 1]},`);
    const [best] = (await onlyMismatch(written)).explanations;
    expect(best!.cause).toBe('unrecorded-fee');
    expect(best!.notes[0]).toMatchObject({ type: 'withdrawal', line: 16 });
    expect(best!.evidence).toEqual([{ kind: 'fee-rate-seen', percent: '0.12', times: 5 }]);
    // It is to be written as the others are.
    expect(best!.corrections).toMatchObject([
      { op: 'add', type: 'fee', amount: '-0.96', time: '2026-03-05T09:00:00+08:00' },
    ]);
  });

  it('is recognised by the rate charged elsewhere', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,fee,balance
2026-03-01 09:00,topup,5000.00,,5000.00
2026-03-02 09:00,withdrawal,1000.00,1.00,3999.00
2026-03-09 09:00,withdrawal,1500.00,,2497.50
2026-03-10 09:00,payment,50.00,,2447.50`);
    expect(first(mismatch)).toEqual({ cause: 'unrecorded-fee', lines: [4], corrections: ['n3 fee 0.00 → 1.50'] });
    expect(mismatch.explanations[0]!.evidence).toEqual([{ kind: 'fee-rate-seen', percent: '0.1', times: 1 }]);
  });

  it('is recognised by the words of the entry', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,fee,balance,memo
2026-03-01 09:00,topup,500.00,,500.00,
2026-03-02 09:00,withdrawal,100.00,,399.90,服务费¥0.10
2026-03-10 09:00,payment,50.00,,349.90,`);
    expect(first(mismatch)).toMatchObject({ cause: 'unrecorded-fee', lines: [3] });
    expect(mismatch.explanations[0]!.confidence).toBe('certain');
  });
});

describe('a wrong status', () => {
  it('counted a top-up that did not arrive', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status,error
2026-03-01 09:00,topup,1000.00,1000.00,completed,
2026-03-02 09:00,topup,300.00,,completed,E1042 bank declined
2026-03-03 18:00,payment,50.00,950.00,completed,`);
    expect(first(mismatch)).toEqual({
      cause: 'status',
      lines: [3],
      corrections: ['n2 status completed → failed'],
    });
  });

  it('did not count a payment that went through', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status
2026-03-01 09:00,topup,1000.00,1000.00,completed
2026-03-02 09:00,payment,88.80,,处理中
2026-03-03 18:00,payment,50.00,861.20,completed`);
    expect(first(mismatch)).toEqual({
      cause: 'status',
      lines: [3],
      corrections: ['n2 status pending → completed'],
    });
  });
});

describe('a slip of the pen', () => {
  it('swapped two digits', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,53.80,964.20
2026-03-03 18:00,payment,50.00,914.20`);
    expect(first(mismatch)).toMatchObject({ cause: 'transposed-digits', corrections: ['n2 amount -53.80 → -35.80'] });
  });

  it('shifted the decimal point', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,358.00,964.20
2026-03-03 18:00,payment,50.00,914.20`);
    expect(first(mismatch)).toMatchObject({ cause: 'shifted-decimal', corrections: ['n2 amount -358.00 → -35.80'] });
  });
});

it('a wrong reading is one mismatch, not two', async () => {
  const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:30,payment,35.80,946.20
2026-03-03 18:00,payment,50.00,914.20`);
  expect(first(mismatch)).toEqual({
    cause: 'wrong-reading',
    lines: [3],
    corrections: ['n2 balance 946.20 → 964.20'],
  });
});

describe('one mistake that breaks several readings is one mismatch', () => {
  it('a row copied later with its old balance', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,counterparty
2026-03-01 09:00,topup,1000.00,1000.00,
2026-03-01 12:30,payment,35.80,964.20,Café
2026-03-02 12:30,payment,10.00,954.20,Bus
2026-03-02 13:00,payment,35.80,964.20,Café
2026-03-03 18:00,payment,50.00,904.20,Books`);
    expect(first(mismatch)).toEqual({ cause: 'duplicate-entry', lines: [5], corrections: ['remove n4'] });
  });

  it('a row with its balance at the wrong time', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-01 12:00,payment,35.80,964.20
2026-03-02 12:00,payment,10.00,914.20
2026-03-03 08:00,payment,40.00,924.20
2026-03-03 18:00,payment,50.00,864.20`);
    expect(first(mismatch)).toEqual({
      cause: 'wrong-time',
      lines: [5],
      corrections: ['n4 time 2026-03-03T08:00:00+08:00 → 2026-03-02T00:00:00+08:00'],
    });
  });

  it('an entry without a balance on the wrong side of two readings', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance
2026-03-01 09:00,topup,1000.00,1000.00
2026-03-02 12:00,payment,10.00,949.75
2026-03-02 18:00,payment,5.00,944.75
2026-03-03 08:00,payment,40.25,
2026-03-03 18:00,payment,50.00,894.75`);
    expect(first(mismatch)).toMatchObject({ cause: 'wrong-time', lines: [5] });
    expect(mismatch.at.note.line).toBe(3);
  });
});

describe('two mistakes in one stretch', () => {
  it('are explained together where that is the simplest reading', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status
2026-03-01 09:00,topup,1000.00,1000.00,completed
2026-03-01 12:00,payment,+35.83,,completed
2026-03-02 12:00,payment,12.49,,pending
2026-03-03 08:00,payment,40.25,,completed
2026-03-03 18:00,payment,51.07,860.36,completed`);
    expect(mismatch.explanations[0]!.cause).toBe('several-entries');
    expect(mismatch.explanations[0]!.corrections).toEqual([
      { op: 'set', note: 'n2', field: 'amount', from: '+35.83', to: '-35.83' },
      { op: 'set', note: 'n3', field: 'status', from: 'pending', to: 'completed' },
    ]);
  });
});

describe('a state that changed between two balances', () => {
  it('is a hold that went through after its own balance was read', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status
2026-03-01 09:00,topup,100.00,100.00,completed
2026-03-01 10:00,payment,30.00,100.00,pending
2026-03-02 10:00,payment,40.00,30.00,completed`);
    expect(first(mismatch)).toEqual({
      cause: 'status',
      lines: [3],
      corrections: [
        'n2 status pending → completed',
        'n2 time 2026-03-01T10:00:00+08:00 → 2026-03-01T10:01:00+08:00',
        'n2 balance 100.00 → 70.00',
      ],
    });
    expect(mismatch.explanations[0]!.confidence).toBe('likely');
  });

  it('is a hold without a balance of its own, several balances before', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status
2026-03-01 09:00,topup,100.00,100.00,completed
2026-03-01 10:00,withdrawal,30.00,,pending
2026-03-01 11:00,payment,5.00,95.00,completed
2026-03-02 10:00,payment,4.00,91.00,completed
2026-03-04 10:00,payment,6.00,55.00,completed`);
    expect(first(mismatch)).toMatchObject({ cause: 'status', lines: [3] });
    expect(first(mismatch).corrections).toHaveLength(2);
  });

  it('is two holds that went through together', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status
2026-03-01 09:00,topup,500.00,500.00,completed
2026-03-01 10:00,payment,31.20,500.00,pending
2026-03-01 11:00,payment,18.75,500.00,pending
2026-03-02 10:00,payment,40.00,460.00,completed
2026-03-03 10:00,payment,6.00,404.05,completed`);
    expect(first(mismatch)).toMatchObject({ cause: 'several-entries', lines: [3, 4] });
    expect(first(mismatch).corrections).toContain('n2 status pending → completed');
    expect(first(mismatch).corrections).toContain('n3 status pending → completed');
  });

  it('is found where the dates have no hours', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status
2026-03-01,topup,100.00,100.00,completed
2026-03-01,payment,30.00,100.00,pending
2026-03-01,payment,40.00,30.00,completed`);
    expect(first(mismatch)).toEqual({
      cause: 'status',
      lines: [3],
      corrections: ['n2 status pending → completed', 'n2 balance 100.00 → 70.00'],
    });
  });

  it('is a payment that was counted and came back, where no refunds are recorded', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,counterparty
2026-03-01 09:00,topup,100.00,100.00,
2026-03-01 10:00,payment,30.00,70.00,Café
2026-03-02 10:00,topup,20.00,120.00,`);
    expect(first(mismatch)).toEqual({ cause: 'status', lines: [3], corrections: ['add +30.00'] });
    expect(mismatch.explanations[1]!.cause).toBe('missing-entry');
  });

  it('is a failed withdrawal that was taken and given back, as one mismatch', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,status
2026-03-01 09:00,topup,100.00,100.00,completed
2026-03-01 10:00,withdrawal,30.00,70.00,failed
2026-03-01 12:00,payment,5.00,65.00,completed
2026-03-02 10:00,topup,20.00,115.00,completed
2026-03-02 11:00,payment,7.00,108.00,completed`);
    expect(first(mismatch)).toEqual({
      cause: 'status',
      lines: [3],
      corrections: ['n2 status failed → completed', 'add +30.00'],
    });
  });

  it('is a hold that the balance counts, recorded again when it was settled', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,counterparty,status,reference
2026-10-01 09:00,balance,,500.00,,,
2026-10-02 12:10,payment,36.00,464.00,hotel,pending,H1
2026-10-04 08:20,payment,12.00,452.00,bakery,,
2026-10-05 08:20,payment,36.00,452.00,hotel,,H1
2026-10-06 08:20,payment,10.00,442.00,bakery,,`);
    expect(first(mismatch)).toEqual({
      cause: 'status',
      lines: [3, 5],
      corrections: ['n2 status pending → completed', 'remove n4'],
    });
    expect(mismatch.explanations[0]!.confidence).toBe('certain');
  });

  it('is a hold that came back where the settled payment is of another size', async () => {
    const mismatch = await onlyMismatch(`
time,type,amount,balance,counterparty,status
2026-10-01 09:00,balance,,500.00,,
2026-10-02 12:10,payment,36.00,464.00,hotel,pending
2026-10-04 08:20,payment,12.00,452.00,bakery,
2026-10-05 08:20,payment,40.00,448.00,hotel,
2026-10-06 08:20,payment,10.00,438.00,bakery,`);
    expect(first(mismatch)).toEqual({
      cause: 'status',
      lines: [3],
      corrections: ['n2 status pending → completed', 'add +36.00'],
    });
  });
});

describe('a balance written down by itself', () => {
  it('may be the one with the wrong time, so that nothing is certain', async () => {
    const { explanations } = await onlyMismatch(`
time,type,amount,balance,counterparty
2026-10-01 09:00,balance,,500.00,
2026-10-02 08:00,balance,,464.00,
2026-10-02 12:10,payment,36.00,,hotel
2026-10-03 12:10,payment,10.00,454.00,bakery`);
    const told = explanations.map(({ cause, confidence, notes }) => [cause, confidence, notes[0]!.line]);
    expect(told).toEqual([
      ['wrong-time', 'likely', 4],
      ['wrong-time', 'possible', 3],
      ['wrong-reading', 'possible', 3],
    ]);
    expect(explanations[1]!.corrections).toMatchObject([{ field: 'time', to: '2026-10-02T12:11:00+08:00' }]);
  });
});
