// A second, differently made kind of ledger, to see what the rules are worth elsewhere: a household with shops and their price lists, rent,
// salary and subscriptions, rides at set hours, fees in tiers, refunds in parts; times to the minute, some shared.
import { randomFrom } from './made-ledgers.mjs';

export { randomFrom };
export const CURRENCIES = { CNY: 2, TOKEN: 6 };

const DAY = 1440;
const pick = (random, list) => list[Math.floor(random() * list.length)];

/** A gamma-like size: the mean of a few exponentials, so that small amounts are many and large ones are not as rare. */
const waited = (random, mean, shape) => {
  let sum = 0;
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random());
  return (mean * sum) / shape;
};

export function makeLedger(random, rows, density, currency) {
  const digits = CURRENCIES[currency];
  const unit = 10 ** digits;
  const cents = (amount) => Math.max(unit / 100, Math.round(amount * 100) * (unit / 100));
  const fine = (amount) => Math.max(1, Math.round(amount * unit));
  const exact = digits > 2 ? (amount) => (random() < 0.5 ? fine(amount) : cents(amount)) : cents;
  const shops = [
    '面馆',
    'Bakery',
    '便利店',
    'Pharmacy',
    '水果店',
    'Cinema',
    'Grocer',
    '书报亭',
    'Hardware',
    '茶馆',
  ].map((name) => ({
    name,
    prices: Array.from({ length: 3 + Math.floor(random() * 6) }, () => priced(waited(random, 30, 2))),
  }));
  function priced(amount) {
    const style = random();
    if (style < 0.3) return Math.ceil(amount) * unit;
    if (style < 0.6) return (Math.ceil(amount) - 1) * unit + Math.round(0.9 * unit);
    return cents(amount);
  }
  const friends = ['阿明', 'Jonas', '小雨', 'Maria', '表姐'];
  const rent = cents(1200 + random() * 900);
  const salary = cents(6000 + random() * 5000);
  const subscriptions = [cents(15), cents(25 + random() * 30), cents(9.9)];
  const tier = random() < 0.5;
  const numbered = random() < 0.7;
  const plan = [];
  const start = Math.floor(Date.UTC(2025, 2, 3) / 60_000);
  const add = (day, minute, row) => plan.push({ minutes: start + day * DAY + Math.round(minute), ...row });
  for (let day = 0; plan.length < rows * 1.3 + 20; day++) {
    if (day % 30 === 4) add(day, 540, { type: 'topup', amount: salary, counterparty: 'Employer' });
    if (day % 30 === 6) add(day, 600, { type: 'transfer-out', amount: -rent, counterparty: 'Landlord' });
    if (day % 30 === 11) {
      for (const amount of subscriptions) add(day, 30, { type: 'payment', amount: -amount, counterparty: 'Streaming' });
    }
    if (day % 7 < 5 && random() < 0.8) {
      for (const at of [500, 1110])
        add(day, at + random() * 20, { type: 'payment', amount: -4 * unit, counterparty: 'Metro' });
    }
    for (let n = Math.floor(random() * 4); n > 0; n--) {
      const shop = pick(random, shops);
      const amount = random() < 0.45 ? pick(random, shop.prices) : exact(waited(random, 38, 1));
      const at = 480 + random() * 780;
      add(day, at, { type: 'payment', amount: -amount, counterparty: shop.name });
      if (random() < 0.05) {
        const back = random() < 0.6 ? amount : Math.max(1, Math.floor(amount / 2 / (unit / 100)) * (unit / 100));
        add(day + 1 + Math.floor(random() * 6), at, { type: 'refund', amount: back, counterparty: shop.name });
      }
    }
    if (random() < 0.12)
      add(day, 900 + random() * 300, {
        type: 'transfer-in',
        amount: exact(waited(random, 120, 1)),
        counterparty: pick(random, friends),
      });
    if (random() < 0.12)
      add(day, 900 + random() * 300, {
        type: 'transfer-out',
        amount: -exact(waited(random, 90, 1)),
        counterparty: pick(random, friends),
      });
    if (random() < 0.1) {
      const amount = pick(random, [200, 300, 500, 1000, 1500, 2000]) * unit;
      const fee = tier ? (amount < 1000 * unit ? 2 * unit : 5 * unit) : Math.max(unit, Math.round(amount * 0.002));
      add(day, 700 + random() * 400, { type: 'withdrawal', amount: -amount, fee, counterparty: '' });
    }
    if (random() < 0.04) add(day, 800, { type: 'fee', amount: -cents(random() * 3), counterparty: '' });
    if (random() < 0.06)
      add(day, 760, { type: 'topup', amount: pick(random, [100, 200, 500, 888]) * unit, counterparty: '' });
  }
  plan.sort((a, b) => a.minutes - b.minutes);
  const opening = Math.round(random() * 300_000) * (unit / 100);
  let balance = opening;
  const made = plan.slice(0, rows).map((row, i) => {
    const state = random();
    const status = state < 0.02 ? 'pending' : state < 0.035 ? 'failed' : state < 0.045 ? 'cancelled' : 'completed';
    const full = { id: i, place: i, fee: 0, status, memo: '', error: '', ...row, epoch: row.minutes * 60_000 };
    full.reference = numbered && random() < 0.9 ? `2025${(row.minutes * 7919 + i) % 100_000_007}` : '';
    if (status === 'completed') balance += full.amount - full.fee;
    full.balance = balance;
    return full;
  });
  const month = (row) => new Date(row.epoch + 8 * 3_600_000).toISOString().slice(0, 7);
  const read = {
    every: () => true,
    tenth: (i) => i % 10 === 6 || i === made.length - 1,
    month: (i) => i === made.length - 1 || month(made[i]) !== month(made[i + 1]),
    end: (i) => i === made.length - 1,
  }[density];
  made.forEach((row, i) => {
    if (!read(i)) row.balance = null;
  });
  const model = modelOf({ shops, rent, salary, subscriptions, tier, friends, numbered, unit, digits });
  return { opening, rows: made, model };
}

/** The chances behind all that, for bench/odds.mjs. */
function modelOf({ shops, rent, salary, subscriptions, tier, friends, numbered, unit, digits }) {
  const grain = unit / 100;
  const waiting = (mean) => (size) => {
    const density = Math.exp(-size / unit / mean) / mean / unit;
    const coarse = size % grain === 0 ? density * grain : 0;
    return digits > 2 ? 0.5 * density + 0.5 * coarse : coarse;
  };
  const [bought, got, sent] = [waiting(38), waiting(120), waiting(90)];
  const among = (list) => (size) => list.filter((each) => each * unit === size).length / list.length;
  const [withdrawn, topped] = [among([200, 300, 500, 1000, 1500, 2000]), among([100, 200, 500, 888])];
  const inShop = (name, size) => {
    const prices = shops.find((shop) => shop.name === name)?.prices;
    return prices ? (0.45 * prices.filter((price) => price === size).length) / prices.length + 0.55 * bought(size) : 0;
  };
  const amount = ({ type, counterparty }, size) => {
    if (type === 'payment' && counterparty === 'Metro') return size === 4 * unit ? 1 : 0;
    if (type === 'payment' && counterparty === 'Streaming')
      return subscriptions.filter((each) => each === size).length / 3;
    if (type === 'payment') return counterparty ? inShop(counterparty, size) : bought(size);
    if (type === 'refund') return counterparty ? inShop(counterparty, size) : bought(size);
    if (type === 'topup') return counterparty ? Number(size === salary) : topped(size);
    if (type === 'transfer-in') return got(size);
    if (type === 'transfer-out') return counterparty === 'Landlord' ? Number(size === rent) : sent(size);
    if (type === 'withdrawal') return withdrawn(size);
    return size % grain === 0 && size <= 3 * unit ? 1 / 300 : 0;
  };
  const fee = ({ type }, size) => {
    if (type !== 'withdrawal') return 0;
    return tier ? (size < 1000 * unit ? 2 * unit : 5 * unit) : Math.max(unit, Math.round(size * 0.002));
  };
  // Rows a day, of about 3.4 in all.
  const daily = [
    ['payment', 'Metro', 1.14],
    ['payment', 'Streaming', 0.1],
    ...shops.flatMap(({ name }) => [
      ['payment', name, 0.15],
      ['refund', name, 0.0075],
    ]),
    ...friends.flatMap((name) => [
      ['transfer-in', name, 0.024],
      ['transfer-out', name, 0.024],
    ]),
    ['topup', 'Employer', 1 / 30],
    ['transfer-out', 'Landlord', 1 / 30],
    ['withdrawal', '', 0.1],
    ['fee', '', 0.04],
    ['topup', '', 0.06],
  ];
  const all = daily.reduce((sum, [, , often]) => sum + often, 0);
  const kinds = new Map(daily.map(([type, name, often]) => [`${type} ${name}`, often / all]));
  const entry = (moved) =>
    daily.reduce((sum, [type, counterparty, often]) => {
      const incoming = type === 'topup' || type === 'refund' || type === 'transfer-in';
      if (incoming !== moved > 0) return sum;
      const row = { type, counterparty };
      const sizes =
        type === 'withdrawal' ? [200, 300, 500, 1000, 1500, 2000].map((each) => each * unit) : [Math.abs(moved)];
      const size = sizes.find((each) => each + fee(row, each) === Math.abs(moved));
      return size === undefined ? sum : sum + (often / all) * amount(row, size);
    }, 0);
  const kind = ({ type, counterparty }) => kinds.get(`${type} ${counterparty}`) ?? 0.01;
  return {
    amount,
    fee,
    entry,
    kind,
    numbered,
    status: { completed: 0.955, pending: 0.02, failed: 0.015, cancelled: 0.01 },
  };
}

/** `byTime`: the file was sorted by time; otherwise each row stands where it was written down. */
export function notesOf(rows, currency, byTime = true) {
  const scale = 10n ** BigInt(18 - CURRENCIES[currency]);
  const units = (count) => BigInt(count) * scale;
  const inTime = rows
    .map((row, i) => [row, i])
    .sort(([a, i], [b, j]) => a.epoch - b.epoch || i - j)
    .map(([row]) => row);
  const places = new Map((byTime ? inTime : rows).map((row, i) => [row, i + 2]));
  return inTime.map((row) => ({
    id: `n${row.id}`,
    line: places.get(row),
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
    error: row.error,
    memo: row.memo,
  }));
}
