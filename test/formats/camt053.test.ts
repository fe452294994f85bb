// camt.053: statements with their balances, in all versions' shapes.
import { expect, test } from 'vitest';
import { camt053 } from '../../src/formats/camt053.ts';
import { brief, fileOf, reading, refusals } from './reading.ts';

const document = (statements: string, version = '02', prefix = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}Document xmlns${prefix ? `:${prefix.slice(0, -1)}` : ''}="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><${prefix}BkToCstmrStmt>\n${statements}\n</${prefix}BkToCstmrStmt></${prefix}Document>`;

const statement = (content: string) =>
  `<Stmt><Acct><Id><IBAN>XX00TEST0001</IBAN></Id><Ccy>EUR</Ccy></Acct>\n${content}\n</Stmt>`;

const balance = (code: string, amount: string, day: string, mark = 'CRDT') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;

const entry = (amount: string, mark: string, rest = '', status = 'BOOK', day = '2026-03-02') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt>${mark ? `<CdtDbtInd>${mark}</CdtDbtInd>` : ''}<Sts>${status}</Sts>${day ? `<BookgDt><Dt>${day}</Dt></BookgDt>` : ''}${rest}</Ntry>`;

test('an opening balance, entries, a closing balance', () => {
  const text = document(
    statement(
      balance('OPBD', '100.00', '2026-03-01') +
        entry('30.5', 'DBIT') +
        entry('7', 'CRDT', '', 'PDNG') +
        entry('5', 'CRDT', '', 'INFO') +
        balance('CLBD', '69.50', '2026-03-02'),
    ),
  );
  const read = reading(camt053, text);
  expect(camt053.recognise(fileOf(text))).toBe(1);
  expect(read.notes.map(brief)).toEqual([
    '2026-03-01 EUR =100.00',
    '2026-03-02 -30.50 EUR',
    '2026-03-02 7.00 EUR pending',
    '2026-03-02 EUR =69.50',
  ]);
  expect([read.rows, read.skipped, read.notes[0]!.account]).toEqual([5, 1, 'XX00TEST0001']);
  expect(read.declared).toMatchObject([{ opening: 100n * 10n ** 18n, closing: 695n * 10n ** 17n, count: null }]);
});

test('the direction of a reversal is the one written; it is a refund', () => {
  const read = reading(camt053, document(statement(entry('9.00', 'CRDT', '<RvslInd>true</RvslInd>'))));
  expect(read.notes.map(({ amount, type }) => [amount > 0n, type])).toEqual([[true, 'refund']]);
});

test('a newer version: status and parties one level deeper, a prefix on every name', () => {
  const plain = statement(
    `<Ntry><Amt Ccy="EUR">12.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-03-02T10:15:00+02:00</DtTm></BookgDt><AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Bakery &amp; Sons</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>bread</Ustrd><Ustrd>rolls</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  const text = document(plain.replace(/<(\/?)(\w)/g, '<$1ns2:$2'), '13', 'ns2:');
  expect(camt053.recognise(fileOf(text))).toBe(1);
  expect(reading(camt053, text).notes).toMatchObject([
    { counterparty: 'Bakery & Sons', reference: 'R1', memo: 'bread rolls', time: { offset: 120 } },
  ]);
});

test('a batch is read one by one where its parts make the whole, as one entry where they do not', () => {
  const part = (amount: string, id: string) =>
    `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls></TxDtls>`;
  const batch = (...parts: string[]) => entry('10.00', 'DBIT', `<NtryDtls>${parts.join('')}</NtryDtls>`);
  const summary = '<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries></TtlNtries></TxsSummry>';
  const whole = reading(camt053, document(statement(summary + batch(part('4.00', 'A'), part('6.00', 'B')))));
  expect(whole.notes.map(({ reference }) => reference)).toEqual(['A', 'B']);
  expect(whole.declared[0]!.count).toBeNull();
  const torn = reading(camt053, document(statement(summary + batch(part('4.00', 'A'), part('5.00', 'B')))));
  expect(torn.notes.map(brief)).toEqual(['2026-03-02 -10.00 EUR']);
  expect(torn.declared[0]!.count).toBe(1);
});

test('statements follow each other; a gap between two is shown where the second opens', () => {
  const first = statement(
    balance('OPBD', '10.00', '2026-03-01') + entry('1', 'CRDT') + balance('CLBD', '11.00', '2026-03-02'),
  );
  const next = (open: string) =>
    statement(
      balance('PRCD', open, '2026-03-02') +
        entry('2', 'CRDT', '', 'BOOK', '2026-03-03') +
        balance('CLBD', '13.00', '2026-03-03'),
    );
  const readings = (text: string) =>
    reading(camt053, text)
      .notes.filter(({ type }) => type === 'balance')
      .map(brief);
  const fitting = ['2026-03-01 EUR =10.00', '2026-03-02 EUR =11.00', '2026-03-03 EUR =13.00'];
  expect(readings(document(first + next('11.00')))).toEqual(fitting);
  expect(readings(document(next('11.00') + first))).toEqual(fitting);
  expect(readings(document(first + next('11.50'))).toSpliced(2, 1)).toEqual(fitting);
});

test('entries newest first are turned round, so that the closing balance stands behind the last', () => {
  const text = statement(
    entry('2', 'CRDT', '', 'BOOK', '2026-03-03') +
      entry('1', 'CRDT', '', 'BOOK', '2026-03-02') +
      balance('CLBD', '13.00', '2026-03-03'),
  );
  expect(reading(camt053, document(text)).notes.map(brief)).toEqual([
    '2026-03-02 1.00 EUR',
    '2026-03-03 2.00 EUR',
    '2026-03-03 EUR =13.00',
  ]);
});

test('what cannot be read is listed, and is never zero', () => {
  const text = statement(
    [
      entry('1,00', 'CRDT'),
      entry('1.00', ''),
      entry('1.00', 'CRDT', '', 'ODD'),
      entry('1.00', 'CRDT', '', 'BOOK', ''),
      entry('1.00', 'CRDT', '', 'BOOK', '2026-02-30'),
      balance('CLBD', 'x', '2026-03-03'),
    ].join('\n'),
  );
  const read = reading(camt053, document(text));
  expect(read.notes).toEqual([]);
  expect(refusals(read)).toEqual([
    '4 amount amount',
    '5 amount direction',
    '6 status status',
    '7 time time-empty',
    '8 time impossible-date',
    '9 balance amount',
  ]);
});

test('a file that ends in the middle is no statement', () => {
  const text = document(statement(entry('1.00', 'CRDT'))).slice(0, -30);
  expect(() => reading(camt053, text)).toThrow('file-unreadable');
});
