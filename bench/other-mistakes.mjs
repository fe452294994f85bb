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
