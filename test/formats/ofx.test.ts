// OFX and QFX: closed and unclosed elements, dates with zones, bank, card and investment statements.
import { expect, test } from 'vitest';
import { ofx } from '../../src/formats/ofx.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { formatTime } from '../../src/ledger/time.ts';
import { brief, fileOf, reading, refusals } from './reading.ts';

const HEADER = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n';

const bank = (entries: string, rest = '') => `${HEADER}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>
<CURDEF>EUR
<BANKACCTFROM><BANKID>1<ACCTID>77-1<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
${entries}
</BANKTRANLIST>
${rest}
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

const entry = (amount: string, date = '20260302', rest = '<TRNTYPE>OTHER') =>
  `<STMTTRN>${rest}\n<DTPOSTED>${date}\n<TRNAMT>${amount}\n</STMTTRN>`;
const amounts = (text: string) =>
  reading(ofx, text).notes.map(({ amount, currency }) => formatAmount(amount, currency));

test('elements that are not closed, and the balance behind the last entry', () => {
  const text = bank(
    '<STMTTRN>\n<TRNTYPE>POS\n<DTPOSTED>20260302\n<TRNAMT>-12.30\n<FITID>F1\n<NAME>Caf\u00e9 &amp; Co\n<MEMO>two coffees\n</STMTTRN>',
    '<LEDGERBAL><BALAMT>87.70<DTASOF>20260331</LEDGERBAL><AVAILBAL><BALAMT>500<DTASOF>20260331</AVAILBAL>',
  );
  const read = reading(ofx, text);
  expect(ofx.recognise(fileOf(text))).toBe(1);
  expect(read.notes.map(brief)).toEqual(['2026-03-02 -12.30 EUR', '2026-03-31 EUR =87.70']);
  expect(read.notes[0]).toMatchObject({
    line: 9,
    type: 'payment',
    account: '77-1',
    reference: 'F1',
    counterparty: 'Café & Co',
    memo: 'two coffees',
  });
});

test('an element left empty swallows nothing', () => {
  const text = bank('<STMTTRN><TRNTYPE>OTHER<CHECKNUM>\n<DTPOSTED>20260302<TRNAMT>1.00<NAME>\n<MEMO>m</STMTTRN>');
  expect(reading(ofx, text).notes).toMatchObject([{ memo: 'm', counterparty: '' }]);
});

test('OFX 2: the same in XML, a card', () => {
  const text = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="211"?><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>USD</CURDEF><CCACCTFROM><ACCTID>4</ACCTID></CCACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>FEE</TRNTYPE><DTPOSTED>20260302120000.000[-5:EST]</DTPOSTED><TRNAMT>-2.50</TRNAMT><FITID>9</FITID><NAME/></STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
  expect(ofx.recognise(fileOf(text))).toBe(1);
  expect(reading(ofx, text).notes).toMatchObject([{ type: 'fee', account: '4', currency: 'USD', reference: '9' }]);
});

test('an investment account: its bank entries, and what buying and income do to the cash', () => {
  const text = `${HEADER}<OFX><INVSTMTRS><CURDEF>USD<INVACCTFROM><BROKERID>b<ACCTID>I1</INVACCTFROM><INVTRANLIST>
<BUYSTOCK><INVBUY><INVTRAN><FITID>1<DTTRADE>20260302</INVTRAN><UNITS>2<UNITPRICE>5<TOTAL>-10.0000</INVBUY></BUYSTOCK>
<INCOME><INVTRAN><FITID>2<DTTRADE>20260303</INVTRAN><TOTAL>1.5</INCOME>
<INVBANKTRAN><STMTTRN><TRNTYPE>DEP<DTPOSTED>20260304<TRNAMT>+00000000000020.1250<FITID>3</STMTTRN></INVBANKTRAN>
</INVTRANLIST></INVSTMTRS></OFX>`;
  expect(reading(ofx, text).notes.map(brief)).toEqual([
    '2026-03-02 -10.00 USD',
    '2026-03-03 1.50 USD',
    '2026-03-04 20.125 USD',
  ]);
});

test.each([
  ['20260302', '2026-03-02T00:00:00+08:00'],
  ['20260302000000', '2026-03-02T00:00:00+08:00'],
  ['20260302093000.000', '2026-03-02T09:30:00+00:00'],
  ['20260302093000[-5:EST]', '2026-03-02T09:30:00-05:00'],
  ['20260302093000.000[5.5:IST]', '2026-03-02T09:30:00+05:30'],
  ['20260302093000[+9]', '2026-03-02T09:30:00+09:00'],
])('the date %s is %s', (written, time) => {
  const [note] = reading(ofx, bank(entry('1.00', written)), { zone: () => 480 }).notes;
  expect(formatTime(note!.time)).toBe(time);
});

test('the decimal mark is a matter of the whole file', () => {
  expect(amounts(bank(entry('-1.234') + entry('-5,60')))).toEqual(['-1234.00', '-5.60']);
  expect(amounts(bank(entry('-1,234') + entry('-5.60')))).toEqual(['-1234.00', '-5.60']);
  expect(amounts(bank(entry('-1.234,50')))).toEqual(['-1234.50']);
  expect(amounts(bank(entry('.75')))).toEqual(['0.75']);
});

test('an amount in another currency is in that currency; one that was converted is in the account’s own', () => {
  const foreign = (name: string) =>
    entry('5.00', '20260302', `<TRNTYPE>OTHER<${name}><CURRATE>1.1<CURSYM>CHF</${name}>`);
  expect(
    reading(ofx, bank(foreign('CURRENCY') + foreign('ORIGCURRENCY'))).notes.map(({ currency }) => currency),
  ).toEqual(['CHF', 'EUR']);
});

test('entries newest first are turned round before the balance', () => {
  const text = bank(
    entry('2', '20260303') + entry('1', '20260302'),
    '<LEDGERBAL><BALAMT>3<DTASOF>20260303</LEDGERBAL>',
  );
  expect(reading(ofx, text).notes.map(brief)).toEqual([
    '2026-03-02 1.00 EUR',
    '2026-03-03 2.00 EUR',
    '2026-03-03 EUR =3.00',
  ]);
});

test('what cannot be read is listed with its line', () => {
  const read = reading(ofx, bank([entry('1.0.0'), entry(''), entry('1', '2026'), entry('1', '20260230')].join('\n')));
  expect(refusals(read)).toEqual([
    '9 amount amount',
    '13 amount amount-empty',
    '17 time time',
    '21 time impossible-date',
  ]);
});

test('no statement at all', () => {
  expect(() => reading(ofx, `${HEADER}<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>`)).toThrow('file-unreadable');
});
