// Notes held against a statement, both written inline: what pairs with what, what differs, what stays alone.
import { describe, expect, it } from 'vitest';
import { type Matching, type MatchOptions, matchStatement } from '../../src/ledger/match.ts';
import type { Difference } from '../../src/ledger/matching/differences.ts';
import type { Party } from '../../src/ledger/matching/refund-links.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import type { Note } from '../../src/ledger/note.ts';
import { notesOf } from './written.ts';

const HEAD = 'time,type,amount,fee,counterparty,reference,status,account,currency,memo\n';

/** Rows without a header; trailing cells may be left out. */
function match(notes: string, statement: string, options: MatchOptions = {}): Matching {
  return matchStatement(rows(notes), rows(statement), options);
}

function rows(csv: string): Note[] {
  const lines = csv.trim().split('\n').filter(Boolean);
  const full = lines.map((line) => line.split(',').concat(Array(10).fill('')).slice(0, 10).join(','));
  return notesOf(HEAD + full.join('\n'));
}

/** As `n1=n2` for a pair, with what differs; `n3` alone, `=n4` alone in the statement. */
function told(matching: Matching): string[] {
  return [
    ...matching.matched.map(({ note, statement }) => `${note.id}=${statement.id}`),
    ...matching.differing.map(
      ({ note, statement, differences }) => `${note.id}=${statement.id} ${differences.map(named).join(', ')}`,
    ),
    ...matching.onlyInNotes.map(({ id }) => id),
    ...matching.onlyInStatement.map(({ id }) => `=${id}`),
  ];
}

function named(difference: Difference): string {
  switch (difference.kind) {
    case 'amount-typo':
      return difference.slip;
    case 'fee':
      return `fee ${formatAmount(difference.amount, 'CNY')} in ${difference.side}`;
    case 'time-shift':
      return `${difference.shape} ${difference.shape === 'days' ? difference.days : difference.minutes}`;
    case 'status':
    case 'currency':
    case 'reference':
      return `${difference.kind} ${difference.note}/${difference.statement}`;
    default:
      return difference.kind;
  }
}

describe('pairs', () => {
  it('by transaction id, however far apart in time', () => {
    const found = match(
      '2026-03-01 09:00,payment,20.00,,Shop,T1001',
      '2026-03-01 09:03,payment,20.00,,Other,T1002\n2026-03-21 09:00,payment,20.00,,Shop Ltd,T1001',
    );
    expect(told(found)).toEqual(['n1=n2 days 20', '=n1']);
  });

  it('by amount and time, where there is no id', () => {
    const found = match(
      '2026-03-01 09:00,payment,20.00,,Shop\n2026-03-02 09:00,payment,31.50,,Café',
      '2026-03-02 09:04,payment,31.50,,CAFE & Co,T2\n2026-03-01 09:01,payment,20.00,,Shop 12,T1',
    );
    expect(told(found)).toEqual(['n1=n2', 'n2=n1']);
  });

  it('the whole best, not each its nearest', () => {
    // The nearest row of n2 is n1's own: taken greedily, n1 would be left with the far one.
    const found = match(
      '2026-03-01 09:00,payment,5.00,,Metro\n2026-03-01 12:00,payment,5.00,,Bakery',
      '2026-03-01 11:30,payment,5.00,,Metro\n2026-03-01 15:30,payment,5.00,,Bakery',
    );
    expect(told(found).map((pair) => pair.split(' ')[0])).toEqual(['n1=n1', 'n2=n2']);
  });

  it('leave N identical rows N: the third stays alone', () => {
    const ride = '2026-03-01 09:00,payment,3.00,,地铁';
    expect(told(match(`${ride}\n${ride}\n${ride}`, `${ride}\n${ride}`))).toEqual(['n1=n1', 'n2=n2', 'n3']);
  });

  it('do not merge strangers that share an amount two days apart', () => {
    const found = match('2026-03-01 09:00,payment,20.00,,Bookshop', '2026-03-03 21:00,payment,20.00,,加油站');
    expect(told(found)).toEqual(['n1', '=n1']);
  });

  it('reach further than the window for an amount that occurs once, not for one that recurs', () => {
    const notes = '2026-03-01 09:00,payment,481.20,,Hotel\n2026-03-01 09:00,payment,3.00,,地铁';
    const statement = '2026-03-08 10:00,payment,481.20,,Hotel\n2026-03-08 10:00,payment,3.00,,地铁';
    expect(told(match(notes, `${statement}\n2026-03-20 10:00,payment,3.00,,地铁`))).toEqual([
      'n1=n1 days 7',
      'n2',
      '=n2',
      '=n3',
    ]);
    expect(told(match(notes, statement, { days: 1, farthest: 2 }))).toEqual(['n1', 'n2', '=n1', '=n2']);
  });

  it('take a fee inside the amount and one beside it for the same', () => {
    expect(
      told(match('2026-03-01 09:00,withdrawal,100.00,1.00,Bank', '2026-03-01 09:00,withdrawal,101.00,,Bank')),
    ).toEqual(['n1=n1']);
  });

  it('a note of a date alone with the row of that day', () => {
    expect(told(match('2026-03-01,payment,20.00,,Shop', '2026-03-01 21:17:04,payment,20.00,,Shop'))).toEqual(['n1=n1']);
  });

  it('take no sign such as - or 0 for a transaction id', () => {
    const found = match(
      '2026-03-01 09:00,payment,20.00,,Shop,-\n2026-03-09 09:00,payment,7.00,,Kiosk,000',
      '2026-03-01 09:00,payment,9.99,,Taxi,-\n2026-03-01 12:00,topup,7.00,,Bank,000',
    );
    expect(told(found)).toEqual(['n1', 'n2', '=n1', '=n2']);
  });
});

describe('differing pairs', () => {
  const cases: [string, string, string, string][] = [
    ['two digits swapped', 'payment,35.80,,Shop', 'payment,38.50,,Shop', 'transposed-digits'],
    ['the point shifted', 'payment,35.80,,Shop', 'payment,358.00,,Shop', 'shifted-decimal'],
    ['one digit wrong', 'payment,35.80,,Shop', 'payment,35.20,,Shop', 'mistyped-digit'],
    ['the other side', 'topup,50.00,,Shop', 'payment,50.00,,Shop', 'sign'],
    ['a fee the notes do not have', 'withdrawal,100.00,,Bank', 'withdrawal,100.00,0.10,Bank', 'fee 0.10 in statement'],
    ['a fee inside the amount', 'withdrawal,500.00,,Bank', 'withdrawal,505.00,,Bank', 'fee 5.00 in statement'],
    ['a fee taken from what came', 'topup,100.00,,Card', 'topup,97.50,,Card', 'fee 2.50 in statement'],
    ['a fee only in the notes', 'withdrawal,100.00,2.00,Bank', 'withdrawal,100.00,,Bank', 'fee 2.00 in notes'],
    ['another status', 'payment,20.00,,Shop,,pending', 'payment,20.00,,Shop,,completed', 'status pending/completed'],
    ['another id', 'payment,20.00,,Shop,T1001', 'payment,20.00,,Shop,T2002', 'reference T1001/T2002'],
    ['another currency', 'payment,20.00,,Shop,,,,USD', 'payment,20.00,,Shop,,,,CNY', 'currency USD/CNY'],
    ['the same id, an amount nothing explains', 'payment,20.00,,Shop,T1001', 'payment,77.31,,Shop,T1001', 'amount'],
  ];
  it.each(cases)('%s', (_, note, statement, difference) => {
    const found = match(`2026-03-01 09:00,${note}`, `2026-03-01 09:02,${statement}`);
    expect(told(found)).toEqual([`n1=n1 ${difference}`]);
  });

  const times: [string, string, string, string | null][] = [
    ['some minutes', '2026-03-01 09:00', '2026-03-01 09:25', null],
    ['after midnight', '2026-03-01 23:55', '2026-03-02 00:04:10', null],
    ['eight hours', '2026-03-01 17:00', '2026-03-01 09:00', 'zone -480'],
    ['half-hour zones', '2026-03-01 17:00', '2026-03-01 22:30', 'zone 330'],
    ['the day of booking', '2026-03-01 21:40', '2026-03-02', 'days 1'],
    ['two days later', '2026-03-01 21:40', '2026-03-03 08:12', 'days 2'],
    ['from morning to night', '2026-03-01 07:05', '2026-03-01 21:40', null],
    ['some hours but not exactly', '2026-03-01 09:00:17', '2026-03-01 17:00:41', null],
    ['the next morning', '2026-03-01 22:05', '2026-03-02 08:40', 'days 1'],
  ];
  it.each(times)('at another time: %s', (_, noted, stated, difference) => {
    const found = match(`${noted},payment,20.00,,Shop`, `${stated},payment,20.00,,Shop`);
    expect(told(found)).toEqual([difference ? `n1=n1 ${difference}` : 'n1=n1']);
  });

  it('several at once, each named', () => {
    const found = match(
      '2026-03-01 09:00,payment,35.80,,Shop,T1001,pending',
      '2026-03-04 11:00,payment,38.50,,Shop,T1001,completed',
    );
    expect(told(found)).toEqual(['n1=n1 transposed-digits, days 3, status pending/completed']);
  });

  it('a near amount is not claimed where an exact one is there', () => {
    const found = match(
      '2026-03-01 09:00,payment,35.80,,Shop',
      '2026-03-01 09:00,payment,38.50,,Shop\n2026-03-01 20:00,payment,35.80,,Shop',
    );
    expect(told(found)).toEqual(['n1=n2 zone 660', '=n1']);
  });

  it('a full refund is not its payment on the wrong side', () => {
    const found = match('2026-03-01 09:00,payment,50.00,,Shop,T1001', '2026-03-01 10:00,refund,50.00,,Shop,T1001');
    expect(told(found)).toEqual(['n1', '=n1']);
  });

  it('sees a clock that is off throughout, and pairs by it', () => {
    // Two rides a day, exactly the same: without knowing of the eight hours, the evening goes with the next morning.
    const days = ['02', '03', '04', '05'];
    const notes = days.map((day) => `2026-03-${day} 08:30,payment,3.00,,地铁\n2026-03-${day} 18:30,payment,3.00,,地铁`);
    const statement = days.map(
      (day) => `2026-03-${day} 00:30,payment,3.00,,地铁\n2026-03-${day} 10:30,payment,3.00,,地铁`,
    );
    const others = [11.37, 25.4, 8.15, 99.9].map((amount, i) => [
      `2026-03-0${i + 2} 12:10,payment,${amount},,Shop`,
      `2026-03-0${i + 2} 04:10,payment,${amount},,Shop`,
    ]);
    const found = match(
      [...notes, ...others.map(([note]) => note)].join('\n'),
      [...statement, ...others.map(([, row]) => row)].join('\n'),
    );
    expect(found.clockShift).toBe(-480);
    expect(told(found)).toHaveLength(12);
    expect(told(found).every((pair) => pair.endsWith('zone -480'))).toBe(true);
  });
});

describe('rows that share an id', () => {
  it('a payment and its fee are paired each with its own', () => {
    const found = match(
      '2026-03-01 09:00,fee,1.50,,Wise,TR77-1\n2026-03-01 09:00,transfer-out,300.00,,Anna,TR77-1',
      '2026-03-01 09:05,transfer-out,300.00,,Anna B.,TR77-1\n2026-03-01 09:05,fee,1.50,,Wise Charges,TR77-1',
    );
    expect(told(found)).toEqual(['n2=n1', 'n1=n2']);
  });

  it('one note against a payment and its fee takes the payment', () => {
    const found = match(
      '2026-03-01 09:00,transfer-out,300.00,,Anna,TR77-1',
      '2026-03-01 09:05,fee,1.50,,Charges,TR77-1\n2026-03-01 09:05,transfer-out,300.00,,Anna,TR77-1',
    );
    expect(told(found)).toEqual(['n1=n2 fee 1.50 in statement']);
    expect(found.differing[0]!.feeRow!.id).toBe('n1');
  });
});

describe('one row that is several on the other side', () => {
  const sets = (notes: string, statement: string) => {
    const found = match(notes, statement);
    return [
      ...found.together.map(
        ({ notes, statement, kind, by }) =>
          `${notes.map(({ id }) => id).join('+')}=${statement.map(({ id }) => id).join('+')} ${kind} ${by}`,
      ),
      ...told(found),
    ];
  };
  const cases: [string, string, string, string[]][] = [
    [
      'a fee inside the note, a row of its own in the statement, by id',
      '2026-03-01 09:00,transfer-out,301.50,,Anna,TR77100',
      '2026-03-01 09:05,transfer-out,300.00,,Anna,TR77100\n2026-03-01 09:05,fee,1.50,,Charges,TR77100-F',
      ['n1=n1+n2 fee-row reference'],
    ],
    [
      'the same without an id',
      '2026-03-01 09:00,withdrawal,500.00,5.00,Bank',
      '2026-03-01 09:05,withdrawal,500.00,,Bank Ltd\n2026-03-01 09:05,fee,5.00,,ATM',
      ['n1=n1+n2 fee-row words'],
    ],
    [
      'two notes, one row with the fee in it',
      '2026-03-01 09:00,withdrawal,500.00,,Bank\n2026-03-01 09:00,fee,5.00,,Bank',
      '2026-03-01 09:05,withdrawal,500.00,5.00,Bank',
      ['n1+n2=n1 fee-row words'],
    ],
    [
      'a sum settled in parts',
      '2026-03-01 09:00,payment,300.00,,Shop,ORDER-9001',
      '2026-03-01 09:05,payment,120.00,,Shop,ORDER9001\n2026-03-02 10:05,payment,180.00,,Shop,ORDER9001',
      ['n1=n1+n2 parts reference'],
    ],
    [
      'two purchases noted, one row',
      '2026-03-01 09:00,payment,12.30,,Shop\n2026-03-01 09:40,payment,7.70,,Shop',
      '2026-03-01 10:05,payment,20.00,,Shop',
      ['n1+n2=n1 parts words'],
    ],
    [
      'a payment noted as what it came to after a partial refund',
      '2026-03-01 09:00,payment,70.00,,Shop',
      '2026-03-01 09:01,payment,100.00,,Shop,T2001001\n2026-03-02 10:05,refund,30.00,,Shop,T2001001_1',
      ['n1=n1+n2 refunds words'],
    ],
    [
      'a refund in two instalments',
      '2026-03-01 09:00,payment,100.00,,Shop,T2001001\n2026-03-05 09:00,refund,30.00,,Shop,T2001001',
      '2026-03-01 09:00,payment,100.00,,Shop,T2001001\n2026-03-04 10:05,refund,10.00,,Shop,T2001001_1\n2026-03-06 10:05,refund,20.00,,Shop,T2001001_2',
      ['n2=n2+n3 parts reference', 'n1=n1'],
    ],
  ];
  it.each(cases)('%s', (_, notes, statement, expected) => {
    expect(sets(notes, statement)).toEqual(expected);
  });

  it('a fee that the notes lack stands with the row beside which it was charged', () => {
    const found = match(
      '2026-03-01 09:00,payment,80.00,,Shop\n2026-03-02 09:00,withdrawal,500.00,,Bank',
      '2026-03-01 09:00,payment,80.00,,Shop\n2026-03-02 09:01,withdrawal,500.00,,Bank\n2026-03-02 09:01,fee,5.00,,ATM',
    );
    expect(told(found)).toEqual(['n1=n1', 'n2=n2 fee 5.00 in statement']);
  });

  it('a fee that both sides have, days apart, is one fee', () => {
    const transfer = '2026-03-02 09:00,transfer-out,300.00,,Anna,TR771001';
    const fee = 'fee,1.50,,Charges,TR771001-F';
    const found = match(`${transfer}\n2026-03-02 09:00,fee,1.50,,Wise`, `${transfer}\n2026-03-29 09:00,${fee}`);
    expect(told(found)).toEqual(['n1=n1', 'n2=n2 days 27']);
  });

  it('a fee between two transactions that could both carry it stays alone', () => {
    const rows = '2026-03-02 09:00,withdrawal,500.00,,Bank\n2026-03-02 09:01,withdrawal,300.00,,Bank';
    expect(told(match(rows, `${rows}\n2026-03-02 09:01,fee,5.00,,ATM`))).toEqual(['n1=n1', 'n2=n2', '=n3']);
  });

  it('sums of strangers are no set, nor rows of another currency or status', () => {
    const one = '2026-03-01 09:00,payment,20.00,,Shop';
    for (const other of ['payment,12.30,,Bakery', 'payment,12.30,,Shop,,pending', 'payment,12.30,,Shop,,,,USD']) {
      const found = match(one, `2026-03-01 09:00,${other}\n2026-03-01 09:40,payment,7.70,,Shop`);
      expect(found.together).toEqual([]);
    }
  });
});

describe('ids with something before, behind or between', () => {
  const ids: [string, string][] = [
    ['`4200001234202603010001', '4200001234202603010001'],
    ['T-2026-0301-77', 'T2026030177'],
    ['ORDER 20260301770', '20260301770'],
    ['20260301770', '20260301770_1'],
  ];
  it.each(ids)('%s is %s, many days apart', (noted, stated) => {
    const found = match(
      `2026-03-01 09:00,payment,20.00,,Shop,${noted}\n2026-03-02 09:00,payment,20.00,,Shop`,
      `2026-03-11 09:00,payment,20.00,,Shop Ltd,${stated}\n2026-03-02 09:00,payment,20.00,,Shop`,
    );
    expect(told(found)).toEqual(['n1=n1 days 10', 'n2=n2'].sort((a, b) => a.length - b.length));
  });
});

describe('which ledger', () => {
  it('the account of the same name; notes of other accounts are outside', () => {
    const found = match(
      '2026-03-01 09:00,payment,20.00,,Shop,,,main\n2026-03-01 09:00,payment,20.00,,Shop,,,card',
      '2026-03-01 09:00,payment,20.00,,Shop,,,card',
    );
    expect(told(found)).toEqual(['n2=n1']);
    expect(found.outside.map(({ id }) => id)).toEqual(['n1']);
  });

  it("the only account there is, whatever the statement's is called", () => {
    const found = match(
      '2026-03-01 09:00,payment,20.00,,Shop,,,wallet',
      '2026-03-01 09:00,payment,20.00,,Shop,,,NL08INGB0000001234',
    );
    expect(told(found)).toEqual(['n1=n1']);
  });

  it('of several accounts, the one that shares transactions with it', () => {
    const notes = `2026-03-01 09:00,payment,20.00,,Shop,,,main
2026-03-01 09:00,payment,31.00,,Café,,,card
2026-03-02 09:00,payment,20.00,,Shop,,,card`;
    const found = match(notes, '2026-03-01 09:02,payment,31.00,,Café,,,Current');
    expect([told(found), found.outside.map(({ id }) => id)]).toEqual([['n2=n1', 'n3'], ['n1']]);
  });

  it('the account asked for', () => {
    const notes = '2026-03-01 09:00,payment,20.00,,Shop,,,main\n2026-03-01 09:00,payment,20.00,,Shop,,,card';
    const found = match(notes, '2026-03-01 09:00,payment,20.00,,Shop,,,Current', { account: 'card' });
    expect(told(found)).toEqual(['n2=n1']);
  });

  it('notes of a currency or a time that the statement does not cover are outside', () => {
    const found = match(
      '2026-02-10 09:00,payment,20.00,,Shop\n2026-03-01 09:00,payment,5.00,,Shop,,,,USD\n2026-03-02 09:00,payment,9.00,,Shop',
      '2026-03-01 09:00,payment,31.00,,Shop',
      { period: { from: Date.UTC(2026, 2, 1) - 8 * 3_600_000, to: Date.UTC(2026, 3, 1) } },
    );
    expect(told(found)).toEqual(['n3', '=n1']);
    expect(found.outside.map(({ id }) => id)).toEqual(['n1', 'n2']);
  });

  it('readings alone are no transactions', () => {
    const reading = notesOf('time,type,amount,balance\n2026-03-01 09:00,balance,,100.00');
    expect(told(matchStatement(reading, reading))).toEqual([]);
  });
});

describe('refunds', () => {
  const links = ({ links }: Matching) =>
    links.map(({ refund, original, partial, by, alternatives }) =>
      [`${party(refund)}<${party(original)}`, by, partial ? 'part' : 'whole', alternatives].join(' '),
    );
  const party = ({ note, statement }: Party) => `${note?.id ?? ''}=${statement?.id ?? ''}`;

  it('are linked by the beginning of their id, more than one to a payment', () => {
    const found = match(
      '2026-03-01 09:00,payment,100.00,,Shop,20260301220001',
      `2026-03-01 09:00,payment,100.00,,Shop,20260301220001
2026-03-05 09:00,refund,30.00,,Shop,20260301220001_1
2026-03-06 09:00,refund,70.00,,Shop,20260301220001_2
2026-03-07 09:00,refund,1.00,,Elsewhere,20260301220001_3`,
    );
    expect(links(found)).toEqual(['=n2<n1=n1 reference part 0', '=n3<n1=n1 reference part 0']);
  });

  it('are linked by counterparty to an earlier payment that is large enough, the exact amount first', () => {
    const found = match(
      `2026-03-01 09:00,payment,80.00,,Shop
2026-03-02 09:00,payment,25.00,,Shop
2026-03-03 09:00,payment,60.00,,Shop
2026-03-04 09:00,refund,25.00,,Shop
2026-03-05 09:00,refund,70.00,,Shop
2026-03-06 09:00,refund,70.00,,Shop
2026-03-07 09:00,payment,90.00,,Shop`,
      '2026-03-20 09:00,payment,11.11,,Nobody',
    );
    expect(links(found)).toEqual(['n4=<n2= counterparty whole 2', 'n5=<n1= counterparty part 0']);
  });

  it('of a payment that failed do not exist', () => {
    const found = match('2026-03-01 09:00,payment,80.00,,Shop,,failed\n2026-03-02 09:00,refund,80.00,,Shop', '');
    expect(links(found)).toEqual([]);
  });
});
