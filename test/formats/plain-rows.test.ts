// The quick lane through plain rows: whatever breaks the plainness, the stream tells what the notes at hand tell.

import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/formats/byte-source.ts';
import { checkCsv } from '../../src/formats/check-csv.ts';
import { readNotes } from '../../src/formats/okhelp-csv.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import { fc } from '../properties.ts';

const defaults = { currency: 'CNY', zone: () => 480 };
const HEAD = 'time,type,amount,currency,fee,balance,account,status,memo';

const source = (csv: string) => memorySource(Buffer.from(csv), 'x.csv');

/** What is found by the quick lane, which must be what is found without it (it stays closed where a period is asked for). */
async function both(csv: string) {
  const found = await checkCsv(source(csv), { defaults });
  const slowly = { defaults, until: Number.POSITIVE_INFINITY };
  expect(found).toEqual(await checkCsv(source(csv), slowly));
  expect(await checkCsv(source(csv), { defaults, traced: true })).toEqual(
    await checkCsv(source(csv), { ...slowly, traced: true }),
  );
  const { notes, unreadable } = readNotes(Buffer.from(csv), { file: 'x.csv', ...defaults });
  if (unreadable.length === 0) expect(found.accounts).toEqual(checkNotes(notes).accounts);
  return found;
}

interface Oddity {
  at: number;
  kind: string;
}

const oddity: fc.Arbitrary<Oddity> = fc.record({
  at: fc.nat(400),
  kind: fc.constantFrom(
    'wrong',
    'blank',
    'quoted',
    'other-account',
    'other-currency',
    'pending',
    'fee',
    'no-balance',
    'same-time',
    'unsigned',
    'garbage-time',
    'no-day',
    'garbage-amount',
    'short',
    'cr',
    'quoted-line',
    'long-fraction',
    'spaced',
    'zulu',
    'no-zone',
    'type',
    'unsigned-type',
    'half',
    'reading-alone',
    'long-word',
  ), // prettier-ignore
});

/** A ledger of plain rows, with an oddity here and there that may or may not break it. */
function written(rows: number, oddities: readonly Oddity[], end: string): string {
  const at = new Map(oddities.map((one) => [one.at, one.kind]));
  let balance = 100_000;
  const lines: string[] = [HEAD];
  const time = (i: number) => `${new Date(Date.UTC(2026, 1, 27) + i * 3_300_000).toISOString().slice(0, 19)}`;
  for (let i = 0; i < rows; i++) {
    const kind = at.get(i);
    const cents = ((i * 7919) % 20_011) - 9000;
    const sum = (count: number) => `${count < 0 ? '-' : ''}${(Math.abs(count) / 100).toFixed(2)}`;
    const cells = {
      time: `${time(i)}+08:00`,
      type: 'adjustment',
      amount: cents < 0 ? sum(cents) : `+${sum(cents)}`,
      currency: 'CNY',
      fee: '',
      account: '',
      status: '',
      memo: '',
    };
    let moved = cents;
    let reading: string | null = null;
    if (kind === 'blank') lines.push('');
    if (kind === 'quoted') cells.memo = '"a, b"';
    if (kind === 'quoted-line') cells.memo = '"a\nb"';
    if (kind === 'other-account') cells.account = 'card';
    if (kind === 'other-currency') cells.currency = 'USD';
    if (kind === 'pending') cells.status = 'pending';
    if (kind === 'pending' || kind === 'other-account' || kind === 'other-currency') moved = 0;
    if (kind === 'fee') cells.fee = '1.50';
    if (kind === 'fee') moved -= 150;
    if (kind === 'no-balance') reading = '';
    if (kind === 'same-time') cells.time = `${time(i - 1)}+08:00`;
    if (kind === 'unsigned') cells.amount = sum(Math.abs(cents));
    if (kind === 'garbage-time') cells.time = '2026-02-2x';
    if (kind === 'no-day') cells.time = '2026-02-30T10:00:00+08:00';
    if (kind === 'garbage-amount') cells.amount = '12,3x';
    if (kind === 'long-fraction') cells.amount += '0001';
    if (kind === 'half') cells.amount = '+5.';
    if (kind === 'spaced') cells.amount = ` ${cells.amount}`;
    if (kind === 'zulu') cells.time = `${time(i).replace('T', ' ')}Z`;
    if (kind === 'no-zone') cells.time = time(i);
    if (kind === 'type') cells.type = cents < 0 ? 'payment' : 'topup';
    if (kind === 'unsigned-type') {
      cells.type = cents < 0 ? '付款' : '充值';
      cells.amount = sum(Math.abs(cents));
    }
    if (kind === 'reading-alone') [cells.type, cells.amount, moved] = ['balance', '', 0];
    if (kind === 'long-word') cells.account = 'a'.repeat(50);
    balance += moved;
    if (kind === 'wrong') balance += 700;
    const row = [...Object.values(cells).slice(0, 5), reading ?? sum(balance), ...Object.values(cells).slice(5)];
    lines.push(kind === 'short' ? row.slice(0, 4).join(',') : row.join(',') + (kind === 'cr' ? '\r' : ''));
  }
  return lines.join('\n') + end;
}

describe('plain rows', () => {
  it('give what they give one by one, with any oddity among them', async () => {
    const oddities = fc.array(oddity, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), oddities, fc.constantFrom('', '\n'), (rows, odd, end) =>
        both(written(rows, odd, end)).then(() => undefined),
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('of many pieces are all counted, and a break far in is named by its line', async () => {
    const found = await both(written(60_000, [{ at: 45_678, kind: 'wrong' }], '\n'));
    const [account] = found.accounts;
    expect(account).toMatchObject({ notes: 60_000, readings: 60_000 });
    expect(account!.mismatches.map(({ at }) => at.note.line)).toEqual([45_680]);
  }, 60_000);

  it('tell lines right behind blank lines and quoted line ends', async () => {
    const odd = [2, 510, 511, 512, 513, 1500].map((at, i) => ({ at, kind: i % 2 ? 'blank' : 'quoted-line' }));
    const found = await both(written(3000, [...odd, { at: 2500, kind: 'wrong' }], '\n'));
    expect(found.accounts[0]!.mismatches.map(({ at }) => at.note.line)).toEqual([2508]);
  });

  it('beyond what plain numbers hold are left to the exact way', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => {
      const balance = 700_000_000_000n * BigInt(i + 1);
      return `2026-03-01T09:00:${String(i).padStart(2, '0')}+08:00,adjustment,+700000000000.00,CNY,,${balance}.00,,,`;
    });
    expect((await both([HEAD, ...rows].join('\n'))).balanced).toBe(true);
  });
});
