// Any table with a header that can be recognised: preambles, totals, both kinds of numbers, and the user's own columns.
import { describe, expect, it } from 'vitest';
import type { OkhelpError } from '../../src/errors.ts';
import { decodeFile } from '../../src/formats/decode.ts';
import { type ColumnMapping, genericCsv, mappedCsv } from '../../src/formats/generic-csv.ts';
import { recogniseFormat } from '../../src/formats/registry.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { formatTime } from '../../src/ledger/time.ts';
import { type SheetCell, workbook } from './chinese-sample.ts';
import { brief, refusals } from './reading.ts';

const defaults = { currency: 'CNY', zone: () => 0 };

const read = (text: string, mapping?: ColumnMapping) =>
  (mapping ? mappedCsv(mapping) : genericCsv).read(decodeFile('any', Buffer.from(text)), defaults);

/** `line day amount fee currency balance` of each note. */
const rows = (text: string, mapping?: ColumnMapping) =>
  read(text, mapping).notes.map((note) => {
    const money = (units: bigint) => formatAmount(units, note.currency);
    const balance = note.balance === null ? '·' : money(note.balance);
    return `${note.line} ${formatTime(note.time).slice(5, 10)} ${money(note.amount)} ${money(note.fee)} ${note.currency} ${balance}`;
  });
const unreadable = (text: string) =>
  read(text).unreadable.map(({ line, column, value, reason }) => [line, column, value, reason]);

describe('a header', () => {
  it('is found by its cells, under whatever stands above it, which is read as well', () => {
    const text = `Account number:;12 3456;
Opening balance:;1000.00;
Closing balance:;1020.00;
Valued in:;CHF;
Numbers of transactions in this period:;2;

Trade date;Trade time;Booking date;Currency;Debit;Credit;Balance;Description1
2026-02-25;10:15:20;2026-02-25;CHF;-30.00;;1020.00;"Shop; Bern"
2026-02-24;;2026-02-24;CHF;;50.00;1050.00;Refund
`;
    expect(rows(text)).toEqual(['8 02-25 -30.00 0.00 CHF 1020.00', '9 02-24 50.00 0.00 CHF 1050.00']);
    expect(read(text).declared).toMatchObject([
      { account: '12 3456', currency: 'CHF', opening: 1000n * 10n ** 18n, closing: 1020n * 10n ** 18n, count: 2 },
    ]);
  });

  it('may be German, with a decimal comma and the balance above', () => {
    const text = `Umsatzanzeige;Datei erstellt am: 28.02.2026\n\nZeitraum;01.02.2026 - 28.02.2026\nSaldo;1.234,56;EUR\n\nBuchung;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Betrag;Währung\n03.02.2026;Laden;Lastschrift;Einkauf;-23,79;EUR\n05.02.2026;Firma;Gutschrift;Lohn;3.570,00;EUR\n`;
    expect(rows(text)).toEqual(['7 02-03 -23.79 0.00 EUR ·', '8 02-05 3570.00 0.00 EUR ·']);
    const [declared] = read(text).declared;
    expect(formatAmount(declared!.closing!, 'EUR')).toBe('1234.56');
    expect(formatTime(declared!.to!)).toBe('2026-02-28T00:00:00+00:00');
  });

  it('may be French, each column with its own kind of number', () => {
    expect(
      rows(
        'dateOp;label;amount;accountbalance\n2026-02-10;"Marché";-45,32;1500.00\n2026-02-09;"Paie";2500,00;1545.32\n',
      ),
    ).toEqual(['2 02-10 -45.32 0.00 CNY 1500.00', '3 02-09 2500.00 0.00 CNY 1545.32']);
  });

  it('may be Chinese, with the unit in its name', () => {
    expect(rows('交易日期,交易金额(元),余额(元),摘要\n2026-02-01,-12.50,87.50,早餐\n')).toEqual([
      '2 02-01 -12.50 0.00 CNY 87.50',
    ]);
  });

  it('that is known only roughly still serves', () => {
    expect(
      rows('Posting Date,Narrative text,Withdrawal Amt,Deposit Amt,Running Bal.\n13/02/2026,Shop,5.00,,95.00\n'),
    ).toEqual(['2 02-13 -5.00 0.00 CNY 95.00']);
  });

  it('is needed: other text is not recognised', () => {
    const file = (text: string) => decodeFile('any', Buffer.from(text));
    expect(recogniseFormat(file('Dear all,\nplease pay, soon.\n'))).toBeNull();
    expect(recogniseFormat(file(''))).toBeNull();
    expect(recogniseFormat(file('name,colour\nx,red\n'))).toBeNull();
  });
});

describe('the amount', () => {
  it('comes from a column for each side, or with its direction, or from the type', () => {
    expect(rows('Date,Paid out,Paid in\n13/02/2026,£5.00,\n14/02/2026,,"£1,000.00"\n')).toEqual([
      '2 02-13 -5.00 0.00 GBP ·',
      '3 02-14 1000.00 0.00 GBP ·',
    ]);
    expect(rows('Date,Debit,Credit\n02/13/2026,5.00,\n02/12/2026,,-50.00\n')).toEqual([
      '2 02-13 -5.00 0.00 CNY ·',
      '3 02-12 50.00 0.00 CNY ·',
    ]);
    expect(rows('Datum;Af Bij;Bedrag (EUR)\n20260213;Af;5,00\n20260214;Bij;7,00\n')).toEqual([
      '2 02-13 -5.00 0.00 EUR ·',
      '3 02-14 7.00 0.00 EUR ·',
    ]);
    expect(rows('date,type,amount\n2026-02-13,withdrawal,5.00\n2026-02-14,topup,7.00\n')).toEqual([
      '2 02-13 -5.00 0.00 CNY ·',
      '3 02-14 7.00 0.00 CNY ·',
    ]);
  });

  it('of one file may be in several currencies; a balance in another currency is no reading of it', () => {
    expect(
      rows(
        'Date,Billing amount,Billing currency,Balance,Balance currency\n13/02/2026,"-1.00"\t,HKD,"99.00"\t,HKD\n14/02/2026,5.00,CNY,99.50,HKD\n',
      ),
    ).toEqual(['2 02-13 -1.00 0.00 HKD 99.00', '3 02-14 5.00 0.00 CNY ·']);
  });
});

describe('the fee', () => {
  const header = 'date,amount,fee,balance';
  it('counts as the statement’s own balances say', () => {
    expect(rows(`${header}\n2026-02-01,100,0,100\n2026-02-02,-10,1,89\n`)[1]).toBe('3 02-02 -10.00 1.00 CNY 89.00');
    expect(rows(`${header}\n2026-02-01,100,0,100\n2026-02-02,-10,1,90\n`)[1]).toBe('3 02-02 -10.00 0.00 CNY 90.00');
    expect(rows(`${header}\n2026-02-01,100,0,100\n2026-02-02,-10,-1,89\n`)[1]).toBe('3 02-02 -10.00 1.00 CNY 89.00');
  });

  it('is charged on top where nothing tells', () => {
    expect(rows('date,amount,fee\n2026-02-02,-10,1\n')).toEqual(['2 02-02 -10.00 1.00 CNY ·']);
  });
});

describe('rows', () => {
  it('that are no transactions are counted, never listed', () => {
    const text = `Date,Description,Amount,Balance
01/02/2026,Opening balance,,100.00
13/02/2026,Shop,-5.00,95.00
Date,Description,Amount,Balance
14/02/2026,Shop,-5.00,90.00
Total,,-10.00,
Closing balance,,,90.00
Thank you for banking with us
`;
    const { notes, skipped, unreadable: none, declared, rows: all } = read(text);
    expect(notes.map(({ line, type }) => [line, type])).toEqual([
      [2, 'balance'],
      [3, 'payment'],
      [5, 'payment'],
    ]);
    expect([skipped, none, all]).toEqual([4, [], 7]);
    expect(formatAmount(declared[0]!.closing!, 'CNY')).toBe('90.00');
  });

  it('that cannot be read are listed with the cell and the reason', () => {
    const header = 'Date,Description,Amount,Currency,Status,Balance';
    expect(
      unreadable(`${header}
31/02/2026,x,-5.00,EUR,Completed,1
13/02/2026,x,-5.oo,EUR,Completed,1
13/02/2026,x,,EUR,Completed,1
13/02/2026,x,-5.00,E?,Completed,1
13/02/2026,x,-5.00,EUR,Perhaps,1
13/02/2026,x,-5.00,EUR,Completed,1..0
,x,-5.00,EUR,Completed,1
13/02/2026,x
13/02/2026,x,-5.00,EUR,Completed,1
`),
    ).toEqual([
      [2, 'time', '31/02/2026', 'impossible-date'],
      [3, 'amount', '-5.oo', 'amount'],
      [4, 'amount', '', 'amount-empty'],
      [5, 'currency', 'E?', 'currency'],
      [6, 'status', 'Perhaps', 'status'],
      [7, 'balance', '1..0', 'amount'],
      [8, 'time', '', 'time-empty'],
      [9, null, '', 'too-few-cells'],
    ]);
    expect(unreadable(`${header}\n13/02/2026,x,-5.00,EUR,Completed,1\n14/02/2026,x,-5`)).toEqual([
      [3, null, '', 'cut-off'],
    ]);
  });

  it('with a comma in an unquoted name are put together where only one reading fits', () => {
    expect(rows('Date,Payee,Amount,Balance\n13/02/2026,Smith, Sons and Co,-5.00,95.00\n')).toEqual([
      '2 02-13 -5.00 0.00 CNY 95.00',
    ]);
    expect(read('Date,Payee,Amount,Balance\n13/02/2026,Smith, Sons,-5.00,95.00\n').notes[0]!.counterparty).toBe(
      'Smith,Sons',
    );
    expect(unreadable('Date,Amount,Fee,Balance\n13/02/2026,1,2,3,4\n')).toEqual([[2, null, '', 'too-many-cells']]);
  });

  it('keep the order of the file, and masked balances are no readings', () => {
    expect(rows('Date,Amount,Balance\n14/02/2026,-5.00,****\n13/02/2026,-6.00,100.00\n')).toEqual([
      '2 02-14 -5.00 0.00 CNY ·',
      '3 02-13 -6.00 0.00 CNY 100.00',
    ]);
  });

  it('of a bank that prints the balance of the day’s end are told', () => {
    const header = 'Date,Amount,Balance';
    expect(
      read(`${header}\n2026-02-14,-5.00,80.00\n2026-02-14,-6.00,80.00\n2026-02-13,1.00,91.00\n`).dayEndBalances,
    ).toBe(true);
    expect(
      read(`${header}\n2026-02-14,-5.00,80.00\n2026-02-14,-6.00,85.00\n2026-02-13,1.00,91.00\n`).dayEndBalances,
    ).toBe(false);
  });
});

describe('columns that the user names', () => {
  const text = 'When,What,Moved,Left\n13/02/2026,Shop,-5.00,95.00\n';
  it('are read as told', () => {
    expect(rows(text, { time: 'when', amount: 'Moved', balance: 'Left', memo: 'What' })).toEqual([
      '2 02-13 -5.00 0.00 CNY 95.00',
    ]);
  });

  it('must be there', () => {
    const error = (() => {
      try {
        read(text, { time: 'When', amount: 'Sum' });
      } catch (thrown) {
        return thrown as OkhelpError<'column-missing'>;
      }
    })();
    expect([error!.code, error!.values.column]).toEqual(['column-missing', 'Sum']);
  });
});

describe('a table without a header', () => {
  const infer = (text: string) => {
    const file = decodeFile('any', Buffer.from(text));
    const format = recogniseFormat(file);
    return (
      format && `${format.name} ${format.read(file, defaults).notes.map(({ amount }) => formatAmount(amount, 'CNY'))}`
    );
  };

  it('is read where its balances prove which column is which', () => {
    expect(
      infer(
        '02/20/2026,RENT,100.00,,900.00\n02/19/2026,PAY,,50.00,1000.00\n02/18/2026,SHOP,20.00,,950.00\n02/17/2026,X,30.00,,970.00\n',
      ),
    ).toBe('headerless-csv -100.00,50.00,-20.00,-30.00');
  });

  it('is not where nothing proves it', () => {
    expect(infer('02/20/2026,RENT,100.00,7.00\n02/19/2026,PAY,50.00,8.00\n02/18/2026,SHOP,20.00,9.00\n')).toBeNull();
  });
});

it('a format that was asked for says why it cannot read the file', () => {
  const thrown = (text: string) => {
    try {
      read(text);
      return null;
    } catch (error) {
      return (error as OkhelpError).code;
    }
  };
  expect([thrown(''), thrown('PK\u0003\u0004'), thrown('a,b\n1,2\n')]).toEqual([
    'file-empty',
    'file-not-text',
    'column-missing',
  ]);
});

describe('a workbook of any program', () => {
  const head = ['Date', 'Description', 'Amount', 'Balance', 'Note'];
  const read = (...sheets: SheetCell[][][]) => {
    const file = decodeFile('any', workbook(sheets));
    return recogniseFormat(file)!.read(file, { currency: 'EUR', zone: () => 0 });
  };
  const rows: SheetCell[][] = [
    [{ serial: 46_082 }, 'Shop', -10, 90],
    [{ serial: 46_083 }, 'Shop', -5.5, 84.5],
  ];

  it('is read by the names of its columns, below a title, without its totals', () => {
    const statement = read([['Statement'], ['Account', 'DE12'], head, ...rows, ['Total', '', -15.5]]);
    expect(statement.format).toBe('generic-csv');
    expect(statement.notes.map(brief)).toEqual(['2026-03-01 -10.00 EUR =90.00', '2026-03-02 -5.50 EUR =84.50']);
    expect([refusals(statement), statement.notes[0]!.line]).toEqual([[], 4]);
  });

  it('counts a second sheet with the same rows once, and one with other rows too', () => {
    const others: SheetCell[][] = [[{ serial: 46_084 }, 'Bank', 20, 104.5]];
    expect(read([head, ...rows], [head, ...rows]).notes).toHaveLength(2);
    expect(read([head, ...rows], [['Notes']], [head, ...others]).notes).toHaveLength(3);
  });

  it('with a cell that is no amount says so', () => {
    expect(refusals(read([head, ...rows, [{ serial: 46_085 }, 'Shop', '1x', 84.5]]))).toEqual(['4 amount amount']);
  });
});

describe('what spreadsheets do to cells', () => {
  it('an apostrophe before a number is no part of it; before a name it is', () => {
    const text =
      "Date,Description,Amount,Balance\n'2026-03-01,'t Winkeltje,'-10.00,'90.00\n'2026-03-02,Shop,'+5.00,'95.00\n";
    expect(rows(text)).toEqual(['2 03-01 -10.00 0.00 CNY 90.00', '3 03-02 5.00 0.00 CNY 95.00']);
    expect(read(text).notes[0]!.memo).toBe("'t Winkeltje");
  });

  it('a row whose day and amount are both spoilt is said to be unreadable, and not passed over', () => {
    const text = 'Date,Description,Amount,Balance\n2026-03-01,Shop,-10.00,90.00\n2O26-03-02,Shop,-5.0.0,85.00\n';
    expect(refusals(read(text))).toEqual(['3 time time']);
  });

  it('a currency behind the name of a column is the currency', () => {
    expect(rows("Buchungsdatum;Text;Belastung;Gutschrift;Saldo CHF\n01.03.2026;Migros;1'010.50;;8'989.50\n")).toEqual([
      '2 03-01 -1010.50 0.00 CHF 8989.50',
    ]);
  });
});

describe('a row that names no currency', () => {
  const table = (...currencies: string[]) => {
    const rows = currencies.map((currency, i) => `2026-03-0${i + 1},Shop,-${i + 1}.00,${currency}`);
    return read(['Date,Description,Amount,Currency', ...rows].join('\n'));
  };

  it('has that of the others, where they have one alone', () => {
    expect(table('USD', '', 'USD').notes.map(brief)).toEqual([
      '2026-03-01 -1.00 USD',
      '2026-03-02 -2.00 USD',
      '2026-03-03 -3.00 USD',
    ]);
  });

  it('cannot be read where they have several, and has your own where none names one', () => {
    const several = table('USD', '', 'EUR');
    expect(several.notes.map(brief)).toEqual(['2026-03-01 -1.00 USD', '2026-03-03 -3.00 EUR']);
    expect(several.unreadable).toEqual([{ line: 3, column: 'currency', value: '', reason: 'currency-empty' }]);
    expect(table('', '').notes.map(brief)).toEqual(['2026-03-01 -1.00 CNY', '2026-03-02 -2.00 CNY']);
  });
});
