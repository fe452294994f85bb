// Statements of western providers: what each row becomes under its provider's rule for fees, states and balances.
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../src/formats/decode.ts';
import { formatNamed, recogniseFormat } from '../../src/formats/registry.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { formatTime } from '../../src/ledger/time.ts';

const defaults = { currency: 'CNY', zone: () => 0 };

function read(text: string) {
  const file = decodeFile('any', Buffer.from(text));
  const format = recogniseFormat(file)!;
  return { ...format.read(file, defaults), format: format.name };
}

/** `line type amount fee currency balance account status` of each note. */
const rows = (text: string) =>
  read(text).notes.map((note) => {
    const money = (units: bigint) => formatAmount(units, note.currency);
    const balance = note.balance === null ? '·' : money(note.balance);
    return `${note.line} ${note.type} ${money(note.amount)} ${money(note.fee)} ${note.currency} ${balance} ${note.account} ${note.status}`;
  });

describe('Revolut', () => {
  const header = 'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance';
  it('charges its fee on top; only what completed has a reading; other products are other ledgers', () => {
    const text = `${header}
Topup,Current,2026-02-01 10:00:00,2026-02-01 10:00:02,From bank,500.00,0.00,EUR,COMPLETED,500.00
Exchange,Current,2026-02-02 10:00:00,2026-02-02 10:00:01,To USD,-100.00,1.50,EUR,COMPLETED,398.50
Card Payment,Current,2026-02-03 10:00:00,,Hotel,-80.00,0.00,EUR,PENDING,318.50
Card Payment,Current,2026-02-03 11:00:00,2026-02-03 12:00:00,Shop,-9.00,0.00,EUR,REVERTED,389.50
Transfer,Savings,2026-02-04 10:00:00,2026-02-04 10:00:00,Pocket,20.00,0.00,EUR,COMPLETED,20.00
`;
    expect(read(text).format).toBe('revolut-csv');
    expect(rows(text)).toEqual([
      '2 topup 500.00 0.00 EUR 500.00 main completed',
      '3 adjustment -100.00 1.50 EUR 398.50 main completed',
      '4 payment -80.00 0.00 EUR · main pending',
      '5 payment -9.00 0.00 EUR · main reversed',
      '6 transfer-in 20.00 0.00 EUR 20.00 Savings completed',
    ]);
    expect(formatTime(read(text).notes[2]!.time)).toBe('2026-02-03T10:00:00+00:00');
  });

  it('is recognised in German too', () => {
    const german =
      'Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Kontostand';
    const text = `${german}\nKartenzahlung,Girokonto,2026-02-01 10:00:00,2026-02-02 10:00:00,Bäcker,-3.20,0.00,EUR,ABGESCHLOSSEN,96.80\n`;
    expect(read(text).format).toBe('revolut-csv');
    expect(rows(text)).toEqual(['2 payment -3.20 0.00 EUR 96.80 main completed']);
  });
});

describe('PayPal', () => {
  const header =
    '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","Transaction ID","Balance","Balance Impact"';
  const text = `\ufeff${header}
"02/13/2026","08:00:00","PST","","Bank Deposit to PP Account","Pending","USD","20.00","0.00","20.00","A1","20.00","Credit"
"02/13/2026","08:00:00","PST","Shop","Express Checkout Payment","Completed","USD","-20.00","0.00","-20.00","A2","0.00","Debit"
"02/14/2026","09:00:00","PST","Buyer","Mobile Payment","Completed","USD","50.00","-1.75","48.25","A3","48.25","Credit"
"02/15/2026","09:00:00","PST","Friend","Request Sent","Completed","USD","16.00","0.00","16.00","A4","48.25","Memo"
"02/15/2026","31:00:00","PST","Friend","General Payment","Completed","USD","-1.00","0.00","-1.00","A5","47.25","Debit"
`;

  it('takes the fee from gross and net, counts a pending bank deposit, leaves out memo lines', () => {
    expect(read(text).format).toBe('paypal-csv');
    expect(rows(text)).toEqual([
      '2 topup 20.00 0.00 USD 20.00 main completed',
      '3 payment -20.00 0.00 USD 0.00 main completed',
      '4 transfer-in 50.00 1.75 USD 48.25 main completed',
    ]);
    expect(read(text)).toMatchObject({ rows: 5, skipped: 1 });
    expect(formatTime(read(text).notes[0]!.time)).toBe('2026-02-13T08:00:00-08:00');
  });

  it('counts a pending row only where the balance moved with it', () => {
    const row = (id: string, status: string, net: string, balance: string) =>
      `"02/13/2026","08:00:00","PST","Ann","Payment","${status}","USD","${net}","0.00","${net}","${id}","${balance}","Credit"`;
    const some = [row('B1', 'Completed', '10.00', '10.00'), row('B2', 'Pending', '5.00', '10.00')];
    const more = [row('B3', 'Pending', '7.00', '17.00'), row('B4', 'Denied', '-3.00', '17.00')];
    expect(rows([header, ...some, ...more].join('\n'))).toEqual([
      '2 transfer-in 10.00 0.00 USD 10.00 main completed',
      '3 transfer-in 5.00 0.00 USD · main pending',
      '4 transfer-in 7.00 0.00 USD 17.00 main completed',
      '5 payment -3.00 0.00 USD · main failed',
    ]);
  });

  it('says which row has an hour that does not exist', () => {
    expect(read(text).unreadable).toEqual([
      { line: 6, column: 'time', value: '02/15/2026 31:00:00', reason: 'impossible-date' },
    ]);
  });
});

it('Wise: a title above the header; total fees are never counted again, and charges are fees of their own', () => {
  const text = `statement_1_GBP
TransferWise ID,Date,Date Time,Amount,Currency,Description,Payment Reference,Running Balance,Total fees,Merchant
CARD-7,28-02-2026,28-02-2026 09:00:00.000,-40.00,GBP,Card transaction,,59.40,0.60,Cafe
FEE-CARD-7,28-02-2026,28-02-2026 09:00:00.000,-0.60,GBP,Wise Charges for: CARD-7,,58.80,0,
TRANSFER-8,27-02-2026,27-02-2026 09:00:00.000,99.40,GBP,Topped up account,,99.40,0.60,
`;
  expect(read(text).format).toBe('wise-csv');
  expect(rows(text)).toEqual([
    '4 fee -0.60 0.00 GBP 58.80 main completed',
    '3 payment -40.00 0.00 GBP 59.40 main completed',
    '5 transfer-in 99.40 0.00 GBP 99.40 main completed',
  ]);
});

it('Wise: where it runs newest first with the fee below its transfer, the two are turned, so that the balances follow', () => {
  const text = `TransferWise ID,Date,Amount,Currency,Description,Running Balance,Total fees
TRANSFER-3,28-02-2026,-50.00,USD,Sent money,49.50,0.50
TRANSFER-3,28-02-2026,-0.50,USD,Wise Charges for: TRANSFER-3,49.00,0
TRANSFER-2,27-02-2026,90.00,USD,Received money,99.50,0
TRANSFER-1,26-02-2026,10.00,USD,Topped up,10.00,0.50
TRANSFER-1,26-02-2026,-0.50,USD,Wise Charges for: TRANSFER-1,9.50,0
`;
  expect(read(text).notes.map(({ line, balance }) => [line, formatAmount(balance!, 'USD')])).toEqual([
    [3, '49.00'],
    [2, '49.50'],
    [4, '99.50'],
    [6, '9.50'],
    [5, '10.00'],
  ]);
});

it('Wise’s list of transfers: out of one balance with its fee, into another, or both', () => {
  const text = `ID,Status,Direction,"Created on","Finished on","Source fee amount","Source name","Source amount (after fees)","Source currency","Target name","Target amount (after fees)","Target currency",Reference
TRANSFER-1,COMPLETED,OUT,"2026-02-02 03:04:05","2026-02-02 03:05:05",1.20,Me,98.80,EUR,Bob,110.00,USD,rent
TRANSFER-2,CANCELLED,IN,"2026-02-03 03:04:05",,0,Ann,40.00,GBP,Me,46.00,EUR,
BALANCE-3,COMPLETED,NEUTRAL,"2026-02-04 03:04:05","2026-02-04 03:04:05",0.50,Me,10.00,EUR,Me,11.00,USD,
TRANSFER-4,COMPLETED,SIDEWAYS,"2026-02-04 03:04:05","2026-02-04 03:04:05",0.50,Me,10.00,EUR,Me,11.00,USD,
`;
  expect(read(text).format).toBe('wise-transfers-csv');
  expect(rows(text)).toEqual([
    '2 transfer-out -98.80 1.20 EUR · main completed',
    '3 transfer-in 46.00 0.00 EUR · main cancelled',
    '4 adjustment -10.00 0.50 EUR · main completed',
    '4 adjustment 11.00 0.00 USD · main completed',
  ]);
  expect(read(text)).toMatchObject({
    rows: 4,
    unreadable: [{ line: 5, column: 'type', value: 'SIDEWAYS', reason: 'type' }],
  });
});

it('Venmo: begin and end balance are what the statement declares', () => {
  const text = `Username,ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (fee),Funding Source,Destination,Beginning Balance,Ending Balance,Disclaimer
me,,,,,,,,,,,,"$5.00",,
,31,2026-02-01T13:00:00,Charge,Complete,rent,Me,Ann,+ $30.50,,,Venmo balance,,,
,32,2026-02-02T13:00:00,Standard Transfer,Issued,,,,- $10.50,,,My Bank,,,
,33,2026-02-03T13:00:00,Payment,Complete,lunch,Me,Bob,- $8.00,,My Bank,,,,
,,,,,,,,,,,,,"$25.00","Keep this
statement"
`;
  const { format, declared, skipped, unreadable } = read(text);
  expect(format).toBe('venmo-csv');
  expect(rows(text)).toEqual([
    '3 transfer-in 30.50 0.00 USD · main completed',
    '4 withdrawal -10.50 0.00 USD · main completed',
    '5 payment -8.00 0.00 USD · My Bank completed',
  ]);
  expect(declared).toMatchObject([{ currency: 'USD', opening: 5n * 10n ** 18n, closing: 25n * 10n ** 18n }]);
  expect([skipped, unreadable]).toEqual([2, []]);
});

it('Kraken: a ledger for each asset and wallet; what has no txid has not moved anything yet', () => {
  const text = `"txid","refid","time","type","subtype","aclass","asset","wallet","amount","fee","balance"
"","R1","2026-01-05 11:00:00","deposit","","currency","ZEUR","spot / main",100.0000,0,""
"L1","R1","2026-01-05 12:00:00","deposit","","currency","ZEUR","spot / main",100.0000,0,100.0000
"L2","R2","2026-01-06 12:00:00","trade","","currency","ZEUR","spot / main",-50.0000,0.1300,49.8700
"L3","R2","2026-01-06 12:00:00","trade","","currency","XXBT","spot / main",0.0010000000,0,0.0010000000
"L4","R3","2026-01-07 12:00:00","earn","","currency","ADA","earn / flexible",1.5,0,1.5
`;
  expect(read(text).format).toBe('kraken-csv');
  expect(rows(text)).toEqual([
    '2 topup 100.00 0.00 ZEUR · main pending',
    '3 topup 100.00 0.00 ZEUR 100.00 main completed',
    '4 adjustment -50.00 0.13 ZEUR 49.87 main completed',
    '5 adjustment 0.001 0.00 XXBT 0.001 main completed',
    '6 transfer-in 1.50 0.00 ADA 1.50 earn / flexible completed',
  ]);
});

it('BitMEX: whole satoshi, the fee inside the amount, a badly kept quote', () => {
  const text = `"transactTime","transactType","amount","fee","address","transactStatus","walletBalance"
"2/15/2026, 5:47:25 PM","Withdrawal","-200000","10000",""bc1qexample,"Completed","800000"
"2/14/2026, 3:36:31 AM","Deposit","1000000","null","","Completed","1000000"
`;
  expect(read(text).format).toBe('bitmex-csv');
  expect(rows(text)).toEqual([
    '2 withdrawal -0.002 0.00 XBT 0.008 main completed',
    '3 topup 0.01 0.00 XBT 0.01 main completed',
  ]);
  expect(formatTime(read(text).notes[0]!.time)).toBe('2026-02-15T17:47:25+00:00');
});

it('blocks of Key: value lines are rows too', () => {
  const text = `From: 01/02/2026 to 28/02/2026

Account: XXXX 4321

Date: 25/02/2026
Description: PAYMENT TO SHOP, 5.00 GBP
Amount: -5.00\u00a0
Balance: 95.00\u00a0

Date: 24/02/2026
Description: SALARY
Amount: 100.00
Balance: 100.00
`;
  const { format, notes, declared } = read(text);
  expect(format).toBe('key-value-text');
  expect(rows(text)).toEqual([
    '5 payment -5.00 0.00 CNY 95.00 XXXX 4321 completed',
    '10 transfer-in 100.00 0.00 CNY 100.00 XXXX 4321 completed',
  ]);
  expect(notes[0]!.memo).toBe('PAYMENT TO SHOP, 5.00 GBP');
  expect(declared[0]!.from!.epoch).toBe(Date.UTC(2026, 1, 1));
});

it('a format is found by its name', () => {
  expect(formatNamed('Revolut-CSV')?.name).toBe('revolut-csv');
  expect(formatNamed('nothing')).toBeNull();
});
