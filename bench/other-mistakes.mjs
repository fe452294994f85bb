// Mistakes for the second kind of ledger, made otherwise than in mistakes.mjs: any row may be hit, the last and the first
// too; slips go both ways; a row that moves crosses a reading; readings are mistyped, not shifted at random.
const counted = (row) => row.status === 'completed' && row.type !== 'balance';
const any = (rows, random, fits = () => true) => {
  const found = rows.filter((row, i) => fits(row, i));
  return found.length ? found[Math.floor(random() * found.length)] : null;
};
const slips = {
  'transposed-digits': (digits, random) => {
    const places = [...digits].flatMap((digit, i) => (i + 1 < digits.length && digit !== digits[i + 1] ? [i] : []));
    if (!places.length) return null;
    const at = places[Math.floor(random() * places.length)];
    return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
  },
  'mistyped-digit': (digits, random) => {
    const at = Math.floor(random() * digits.length);
    // A neighbour on the keyboard, as fingers slip.
    const near = { 0: '98', 1: '24', 2: '135', 3: '26', 4: '157', 5: '2468', 6: '359', 7: '48', 8: '5790', 9: '680' }[
      digits[at]
    ];
    return digits.slice(0, at) + near[Math.floor(random() * near.length)] + digits.slice(at + 1);
  },
};
const slip = (cause) => (rows, random) => {
  const row = any(rows, random, (each) => counted(each) && Math.abs(each.amount) > 99);
  const digits = row && slips[cause](String(Math.abs(row.amount)), random);
  if (!digits || Number(digits) === 0 || Number(digits) === Math.abs(row.amount)) return null;
  // 400 for 040 is the point in the wrong place as well.
  if ([10, 100, 1000].some((power) => Number(digits) * power === Math.abs(row.amount))) return null;
  row.amount = Math.sign(row.amount) * Number(digits);
  return { cause, row: row.id };
};

export const MISTAKES = {
  'missing-entry': (rows, random) => {
    const row =
      any(rows, random, (each, i) => counted(each) && i < rows.length - 1 && each.balance === null) ??
      any(rows, random, (each, i) => counted(each) && i < rows.length - 1);
    if (row) rows.splice(rows.indexOf(row), 1);
    return row && { cause: 'missing-entry', row: null };
  },
  'duplicate-entry': (rows, random) => {
    const row = any(rows, random, counted);
    if (!row) return null;
    const copy = { ...row, id: 100_000 + row.id, balance: null };
    const way = random();
    // Read in twice, written again a little later, or written by hand besides.
    if (way > 0.3) copy.epoch += Math.ceil(random() * 240) * 60_000;
    if (way > 0.3) copy.reference = '';
    if (way > 0.8) copy.counterparty = '';
    rows.splice(rows.indexOf(row) + (way < 0.3 ? 0 : 1), 0, copy);
    return { cause: 'duplicate-entry', row: [row.id, copy.id] };
  },
  'wrong-sign': (rows, random) => {
    const row = any(rows, random, counted);
    if (!row) return null;
    row.amount = -row.amount;
    // Sometimes it is the type that was mixed up.
    const opposite = {
      payment: 'refund',
      refund: 'payment',
      'transfer-in': 'transfer-out',
      'transfer-out': 'transfer-in',
      topup: 'withdrawal',
      withdrawal: 'topup',
    };
    if (random() < 0.3 && opposite[row.type]) row.type = opposite[row.type];
    return { cause: 'wrong-sign', row: row.id };
  },
  'transposed-digits': slip('transposed-digits'),
  'mistyped-digit': slip('mistyped-digit'),
  'shifted-decimal': (rows, random) => {
    const power = random() < 0.7 ? 10 : 100;
    const up = random() < 0.6;
    const row = any(
      rows,
      random,
      (each) => counted(each) && (up || (each.amount % power === 0 && Math.abs(each.amount) > power)),
    );
    if (row) row.amount = up ? row.amount * power : row.amount / power;
    return row && { cause: 'shifted-decimal', row: row.id };
  },
  'unrecorded-fee': (rows, random) => {
    const row = any(rows, random, (each) => counted(each) && each.fee > 0);
    if (row) row.fee = 0;
    return row && { cause: 'unrecorded-fee', row: row.id };
  },
  'status: counted, did not happen': (rows, random) => {
    const row = any(rows, random, (each) => !counted(each));
    if (row) row.status = 'completed';
    if (row && random() < 0.3) row.memo = random() < 0.5 ? '对方说没收到，处理中' : 'app said it failed';
    return row && { cause: 'status', row: row.id };
  },
  'status: happened, not counted': (rows, random) => {
    const row = any(rows, random, counted);
    if (row) row.status = random() < 0.8 ? 'pending' : 'failed';
    return row && { cause: 'status', row: row.id };
  },
  'status: went through later': (rows, random) => {
    const row = any(rows, random, (each) => counted(each) && each.amount < 0);
    if (!row) return null;
    // A hold goes through hours to ten days later, whatever balances were read until then.
    const until = row.epoch + Math.ceil(random() ** 2 * 240) * 3_600_000;
    const shown = rows.filter((each) => each.epoch >= row.epoch && each.epoch < until && each.balance !== null);
    const before = shown.filter((each) => each.epoch > row.epoch || rows.indexOf(each) >= rows.indexOf(row));
    if (before.length === 0) return null;
    for (const each of before) each.balance -= row.amount - row.fee;
    row.status = 'pending';
    return { cause: 'status', row: row.id };
  },
  'wrong-time': (rows, random) => {
    const readings = rows.flatMap((row, i) => (row.balance !== null ? [i] : []));
    const at = readings[Math.floor(random() * readings.length)];
    const back = random() < 0.5;
    const near = [1, 2, 3, 4, 5, 6]
      .map((step) => rows[at + (back ? step : 1 - step)])
      .filter((row) => row && counted(row));
    const row = near[Math.floor(random() * near.length)];
    if (!row) return null;
    const day = 86_400_000;
    row.epoch += (back ? -1 : 1) * Math.ceil(random() * 3) * (random() < 0.5 ? day : day / 4);
    return { cause: 'wrong-time', row: row.id };
  },
  'wrong-reading': (rows, random) => {
    const row = any(rows, random, (each) => each.balance !== null && Math.abs(each.balance) > 99);
    if (!row) return null;
    const cause = random() < 0.5 ? 'transposed-digits' : 'mistyped-digit';
    const digits = slips[cause](String(Math.abs(row.balance)), random);
    if (!digits || Number(digits) === Math.abs(row.balance)) return null;
    row.balance = Math.sign(row.balance) * Number(digits);
    return { cause: 'wrong-reading', row: row.id };
  },
};

/** Which of them the two mistakes of one ledger may be: any. */
export const OF_TWO = Object.keys(MISTAKES);

const KEYS = { 0: '98', 1: '24', 2: '135', 3: '26', 4: '157', 5: '2468', 6: '359', 7: '48', 8: '5790', 9: '680' };

/** The chance that such a slip makes `written` of `right`; also of a balance. */
function chanceOfSlip(right, written, cause) {
  const [a, b] = [String(right), String(written).padStart(String(right).length, '0')];
  if (b.length !== a.length) return 0;
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  if (cause === 'mistyped-digit') return KEYS[a[at]].includes(b[at]) ? 1 / a.length / KEYS[a[at]].length : 0;
  return 1 / Math.max(1, [...a].filter((digit, i) => i > 0 && digit !== a[i - 1]).length);
}

/** The chances of all these, for bench/odds.mjs: each kind as likely as any other. */
export const SHAPES = {
  missing: 1,
  twice: (row, rows, completed) => {
    let best = 0;
    for (const each of rows) {
      if (each === row || each.amount !== row.amount || each.type !== row.type) continue;
      const minutes = Math.abs(row.epoch - each.epoch) / 60_000;
      const sameParty = each.counterparty === row.counterparty;
      if (minutes === 0 && sameParty && each.reference === row.reference) best = Math.max(best, 0.3);
      const later = row.epoch > each.epoch && minutes <= 240 && row.reference === '';
      // A row of life stands in just that minute about once in 420; it lacks an id always, or once in ten.
      if (later && (sameParty || row.counterparty === '')) best = Math.max(best, ((sameParty ? 0.5 : 0.2) / 240) * 420);
    }
    return best / completed;
  },
  fee: (rows) => 1 / Math.max(1, rows.filter(({ type }) => type === 'withdrawal').length),
  through: (row) => (row.status === 'pending' ? 0.8 : row.status === 'failed' ? 0.2 : 0),
  undone: (rows) => 1 / (rows.filter((row) => !counted(row)).length + 1),
  sign: 1,
  slip: (right, written, cause) => {
    if (cause !== 'shifted-decimal') return right > 99 ? chanceOfSlip(right, written, cause) : 0;
    const power = Math.max(right / written, written / right);
    const often = power === 10 ? 0.7 : power === 100 ? 0.3 : 0;
    return often * (written > right ? 0.6 : 0.4);
  },
  reading: (from, to, rows) => {
    const [a, b] = [Math.abs(from), Math.abs(to)];
    const x = String(b);
    const y = String(a).padStart(x.length, '0');
    const different = x.length === y.length ? [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i])) : [];
    const [i, j] = different;
    const swapped = different.length === 2 && j === i + 1 && x[i] === y[j] && x[j] === y[i];
    const chance = different.length === 1 ? chanceOfSlip(b, a, 'mistyped-digit') : swapped ? chanceOfSlip(b, a, '') : 0;
    return (0.5 * chance) / rows.filter(({ balance }) => balance !== null).length;
  },
  time: (_row, _from, _to, rows) => 0.2 / rows.length,
};

export const GIVEN = {
  swaps: 0.3,
  opposite: {
    payment: 'refund',
    refund: 'payment',
    'transfer-in': 'transfer-out',
    'transfer-out': 'transfer-in',
    topup: 'withdrawal',
    withdrawal: 'topup',
  },
};
