// What the user hears of a ZIP archive: which file in it to unpack.
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { transactionsInZip } from '../../src/formats/zip-contents.ts';

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(1)])));

test('names the files that may hold transactions', () => {
  expect(transactionsInZip(zip('bill.csv', 'notice.pdf', '__MACOSX/._bill.csv'))).toEqual(['bill.csv']);
  expect(transactionsInZip(zip('notice.pdf'))).toEqual([]);
});

test('of an archive that okhelp made, the notes alone', () => {
  const whole = ['README.txt', 'notes.csv', 'notes.json', 'contacts.csv', 'cases/c1/timeline.csv', 'SHA256SUMS.txt'];
  expect(transactionsInZip(zip(...whole))).toEqual(['notes.csv']);
  expect(transactionsInZip(zip('case.json', 'timeline.csv', 'SHA256SUMS.txt'))).toEqual([]);
});

test('reads names that a Chinese Windows wrote in GB18030 without saying so', () => {
  const made = Buffer.from(zip('abcd.csv'));
  const name = Buffer.from([0xd5, 0xcb, 0xb5, 0xa5]);
  for (let at = made.indexOf('abcd'); at >= 0; at = made.indexOf('abcd')) name.copy(made, at);
  expect(transactionsInZip(made)).toEqual(['账单.csv']);
});

test('a workbook, a damaged file and a text are no archive of files', () => {
  expect(transactionsInZip(zip('[Content_Types].xml', 'xl/workbook.xml'))).toBeNull();
  expect(transactionsInZip(zip('bill.csv').subarray(0, 60))).toBeNull();
  expect(transactionsInZip(Buffer.from('time,type,amount\n'))).toBeNull();
});
