// Realistic ledgers for measuring explanations: log-normal amounts with cents, habits, fees, refunds, open entries; the
// same for each seed. Every reading is right until a mistake is made in it (bench/mistakes.mjs).

import { logNormal } from './odds.mjs';

/** Numbers from 0 to 1, the same for each seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PLACES = ['早餐店', 'Corner Café', '地铁', '超市', 'Bookshop', '外卖', '电费', 'Gym'];
const OUT = new Set(['payment', 'withdrawal', 'transfer-out', 'fee']);

export const CURRENCIES = { CNY: 2, TOKEN: 6 };

/**
 * `rows` notes whose numbers are counts of the smallest unit. `density`: `every` row has a reading, every `tenth`, each
 * `month` its last, or the `end` alone. Gives also the opening balance.
 */
export function makeLedger(random, rows, density, currency) {
  const unit = 10 ** CURRENCIES[currency];
  const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const sized = (middle, spread) => Math.max(1, Math.round(Math.exp(middle + spread * normal()) * unit));
  const habits = PLACES.map(() => sized(3, 0.8));
  const opening = 5000 * unit;
  let balance = opening;
  let epoch = Date.UTC(2026, 0, 1, 8);
  const made = [];
  for (let i = 0; i < rows; i++) {
    epoch += Math.ceil(random() * 8 * 3600) * 1000;
    const row = { id: i, epoch, counterparty: '', fee: 0, status: 'completed', reference: `R${100000 + i}` };
    const kind = random();
    if (kind < 0.62) {
      const place = Math.floor(random() * PLACES.length);
      row.type = 'payment';
      row.counterparty = PLACES[place];
      row.amount = random() < 0.3 ? habits[place] : sized(3.3, 1);
    } else if (kind < 0.75) {
      row.type = 'topup';
      row.amount = random() < 0.6 ? Math.ceil(random() * 20) * 100 * unit : sized(6, 0.7);
    } else if (kind < 0.82) [row.type, row.amount] = ['transfer-in', sized(4.5, 1)];
    else if (kind < 0.89) [row.type, row.amount] = ['transfer-out', sized(4.5, 1)];
    else if (kind < 0.95) {
      row.type = 'withdrawal';
      row.amount = Math.ceil(random() * 20) * 100 * unit + (random() < 0.4 ? Math.floor(random() * 100 * unit) : 0);
      row.fee = Math.max(Math.round(unit / 10), Math.round(row.amount * 0.001));
    } else [row.type, row.amount] = ['refund', sized(3.3, 1)];
    if (random() < 0.05) row.status = random() < 0.5 ? 'pending' : 'failed';
    if (OUT.has(row.type)) row.amount = -row.amount;
    if (row.status === 'completed') balance += row.amount - row.fee;
    row.balance = balance;
    made.push(row);
  }
  const isRead = {
    every: () => true,
    tenth: (i) => i % 10 === 9,
    month: (i) => i === rows - 1 || monthOf(made[i]) !== monthOf(made[i + 1]),
    end: (i) => i === rows - 1,
  }[density];
  made.forEach((row, i) => {
    if (!isRead(i)) row.balance = null;
  });
  return { opening, rows: made, model: modelOf(habits, unit) };
}

/** The chances behind all that, for bench/odds.mjs. */
function modelOf(habits, unit) {
  const payment = logNormal(3.3, 1, unit);
  const topup = logNormal(6, 0.7, unit);
  const transfer = logNormal(4.5, 1, unit);
  const round = (size) => (size % (100 * unit) === 0 && size >= 100 * unit && size <= 2000 * unit ? 1 / 20 : 0);
  const sizes = {
    payment: ({ counterparty }, size) =>
      (size === habits[PLACES.indexOf(counterparty)] ? 0.3 : 0) + 0.7 * payment(size),
    topup: (_, size) => 0.6 * round(size) + 0.4 * topup(size),
    'transfer-in': (_, size) => transfer(size),
    'transfer-out': (_, size) => transfer(size),
    withdrawal: (_, size) =>
      size < 100 * unit || size >= 2100 * unit ? 0 : 0.6 * round(size) + 0.4 / (20 * 100 * unit),
    refund: (_, size) => payment(size),
  };
  const kinds = {
    payment: 0.62 / 8,
    topup: 0.13,
    'transfer-in': 0.07,
    'transfer-out': 0.07,
    withdrawal: 0.06,
    refund: 0.05,
  };
  const amount = (row, size) => sizes[row.type]?.(row, size) ?? 0;
  const fee = ({ type }, size) =>
    type === 'withdrawal' ? Math.max(Math.round(unit / 10), Math.round(size * 0.001)) : 0;
  const entry = (moved) => {
    let sum = 0;
    for (const type of Object.keys(kinds)) {
      if (OUT.has(type) !== moved < 0) continue;
      const places = type === 'payment' ? PLACES : [''];
      for (const counterparty of places) {
        const row = { type, counterparty };
        // Of what a withdrawal moves, the fee is a part that follows from the rest.
        let size = Math.abs(moved);
        for (let turn = 0; type === 'withdrawal' && turn < 3; turn++) size = Math.abs(moved) - fee(row, size);
        if (size + fee(row, size) === Math.abs(moved)) sum += kinds[type] * amount(row, size);
      }
    }
    return sum;
  };
  return {
    amount,
    fee,
    entry,
    kind: ({ type }) => kinds[type] ?? 0,
    status: { completed: 0.95, pending: 0.025, failed: 0.025 },
  };
}

function monthOf(row) {
  return new Date(row.epoch).toISOString().slice(0, 7);
}

/** Rows as the notes that `checkNotes` takes, in order of time. */
export function notesOf(rows, currency) {
  const scale = 10n ** BigInt(18 - CURRENCIES[currency]);
  const units = (count) => BigInt(count) * scale;
  return rows
    .toSorted((a, b) => a.epoch - b.epoch)
    .map((row, i) => ({
      id: `n${row.id}`,
      line: i + 2,
      time: { epoch: row.epoch, offset: 480 },
      type: row.type,
      amount: units(row.amount),
      currency,
      fee: units(row.fee),
      balance: row.balance === null ? null : units(row.balance),
      account: 'main',
      counterparty: row.counterparty,
      reference: row.reference,
      status: row.status,
      error: '',
      memo: '',
    }));
}
