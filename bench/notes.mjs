// Makes a large file of notes that adds up: all twelve columns, a correct reading in each row, the same for each seed.
import { closeSync, openSync, writeSync } from 'node:fs';
import { randomFrom } from './made-ledgers.mjs';

const HEADER = 'time,type,amount,currency,fee,balance,account,counterparty,reference,status,error,memo\n';
const START = Date.UTC(2024, 0, 1, 0, 0, 0);
const OFFSET = 8 * 3_600_000;

/** Type, sign of its amount, and how many of a hundred rows have it. */
const KINDS = [
  ['payment', -1, 52],
  ['topup', 1, 20],
  ['transfer-in', 1, 8],
  ['transfer-out', -1, 8],
  ['withdrawal', -1, 5],
  ['refund', 1, 5],
  ['fee', -1, 2],
];
const COUNTERPARTIES = [
  '便利店',
  'Corner Café',
  '王小明',
  '"Smith, Jones & Co."',
  '滴滴出行',
  'Bookshop',
  '电费缴纳',
  '',
];
const MEMOS = ['', '', '午饭', 'monthly rent', '"lunch, two persons"', '给妈妈', ''];

/**
 * Writes `rows` notes to `path`. Gives what a reader of the file must find: the sums of the amount and the balance column
 * in hundredths, and the last balance.
 */
export function writeNotes(path, rows, seed = 1) {
  const random = randomFrom(seed);
  const file = openSync(path, 'w');
  let text = HEADER;
  let epoch = START + OFFSET;
  let balance = 500_000;
  let amounts = 0;
  let balances = 0;
  for (let row = 1; row <= rows; row++) {
    epoch += 1000 * (1 + Math.floor(random() * 90));
    const [type, sign] = balance < 200_000 ? ['topup', 1] : kindAt(Math.floor(random() * 100));
    const amount = 1 + Math.floor(random() ** 3 * 150_000);
    const fee = type === 'withdrawal' ? Math.max(10, Math.floor(amount / 1000)) : 0;
    const status = row > 1 && random() < 0.02 ? 'failed' : 'completed';
    if (status === 'completed') balance += sign * amount - fee;
    amounts += amount;
    balances += balance;
    const time = `${new Date(epoch).toISOString().slice(0, 19)}+08:00`;
    const counterparty = COUNTERPARTIES[Math.floor(random() * COUNTERPARTIES.length)];
    const memo = MEMOS[Math.floor(random() * MEMOS.length)];
    const reference = `T${String(20_240_000_000 + row)}`;
    const error = status === 'failed' ? 'E1042 declined by the bank' : '';
    text += `${time},${type},${decimal(amount)},CNY,${fee ? decimal(fee) : ''},${decimal(balance)},main,${counterparty},${reference},${status},${error},${memo}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
  return { amounts, balances, last: decimal(balance) };
}

function kindAt(percent) {
  let bound = 0;
  for (const kind of KINDS) {
    bound += kind[2];
    if (percent < bound) return kind;
  }
  return KINDS[0];
}

/** Hundredths as a decimal: 12345 → `123.45`. */
function decimal(hundredths) {
  const text = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
