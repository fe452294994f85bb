// The mistakes that people make in their notes, one function a kind. Each changes the rows and tells what was done:
// the cause that names it and the row, or null where this ledger has no row for it.

const counted = (row) => row.status === 'completed';
const inner = (rows, random, fits) => {
  const found = rows.filter((row, i) => i > 1 && i < rows.length - 2 && fits(row, i));
  return found.length ? found[Math.floor(random() * found.length)] : null;
};
const digitsOf = (row) => String(Math.abs(row.amount));
const setDigits = (row, digits) => {
  row.amount = Math.sign(row.amount) * Number(digits);
};
const DAY = 86_400_000;

/** A row whose state the next one to three balances show otherwise than those behind them; null where none are behind. */
export function later(rows, random, statusOf, way) {
  const row = inner(rows, random, way > 0 ? counted : (each) => each.status === 'failed');
  const from = rows.indexOf(row);
  const read = rows.filter((each, i) => i >= from && each.balance !== null);
  const many = Math.ceil(random() * 3);
  if (!row || read.length <= many) return null;
  row.status = statusOf(row);
  for (const each of read.slice(0, many)) each.balance -= way * (row.amount - row.fee);
  return { cause: 'status', row: row.id };
}

export const MISTAKES = {
  'missing-entry': (rows, random) => {
    const row = inner(rows, random, (each) => counted(each));
    // A row that carries the only reading of its stretch takes the reading with it, and the next one tells.
    if (row) rows.splice(rows.indexOf(row), 1);
    return row && { cause: 'missing-entry', row: null };
  },
  'duplicate-entry': (rows, random) => {
    const row = inner(rows, random, counted);
    if (!row) return null;
    const bare = random() < 0.5;
    const copy = {
      ...row,
      id: `${row.id}b`,
      balance: null,
      epoch: row.epoch + (bare ? Math.ceil(random() * 3600) * 1000 : 0),
    };
    if (bare) row.reference = copy.reference = '';
    rows.splice(rows.indexOf(row) + 1, 0, copy);
    return { cause: 'duplicate-entry', row: [row.id, copy.id] };
  },
  'copied row': (rows, random) => {
    const row = inner(rows, random, (each) => counted(each) && each.balance !== null);
    if (!row) return null;
    rows.push({ ...row, id: `${row.id}b`, epoch: row.epoch + Math.floor(random() * 3) * 7_200_000 });
    return { cause: 'duplicate-entry', row: [row.id, `${row.id}b`] };
  },
  'wrong-sign': (rows, random) => {
    const row = inner(rows, random, counted);
    if (row) row.amount = -row.amount;
    return row && { cause: 'wrong-sign', row: row.id };
  },
  'transposed-digits': (rows, random) => {
    const row = inner(
      rows,
      random,
      (each) => counted(each) && new Set(digitsOf(each)).size > 1 && digitsOf(each).length > 2,
    );
    if (!row) return null;
    const digits = [...digitsOf(row)];
    const places = digits.flatMap((digit, i) =>
      i + 1 < digits.length && digit !== digits[i + 1] && !(i === 0 && digits[1] === '0') ? [i] : [],
    );
    if (!places.length) return null;
    const at = places[Math.floor(random() * places.length)];
    [digits[at], digits[at + 1]] = [digits[at + 1], digits[at]];
    setDigits(row, digits.join(''));
    return { cause: 'transposed-digits', row: row.id };
  },
  'shifted-decimal': (rows, random) => {
    const row = inner(rows, random, (each) => counted(each) && digitsOf(each).endsWith('0') === false);
    if (row) row.amount *= random() < 0.5 ? 10 : 100;
    return row && { cause: 'shifted-decimal', row: row.id };
  },
  'mistyped-digit': (rows, random) => {
    const row = inner(rows, random, (each) => counted(each) && digitsOf(each).length > 2);
    if (!row) return null;
    const digits = [...digitsOf(row)];
    const at = Math.floor(random() * digits.length);
    const others = [...'0123456789'].filter((digit) => digit !== digits[at] && !(at === 0 && digit === '0'));
    digits[at] = others[Math.floor(random() * others.length)];
    setDigits(row, digits.join(''));
    return { cause: 'mistyped-digit', row: row.id };
  },
  'unrecorded-fee': (rows, random) => {
    const row = inner(rows, random, (each) => counted(each) && each.fee > 0);
    if (row) row.fee = 0;
    return row && { cause: 'unrecorded-fee', row: row.id };
  },
  'status: counted, did not happen': (rows, random) => {
    const row = inner(rows, random, (each) => !counted(each));
    if (row) row.status = 'completed';
    return row && { cause: 'status', row: row.id };
  },
  'status: happened, not counted': (rows, random) => {
    const row = inner(rows, random, counted);
    if (row) row.status = random() < 0.5 ? 'pending' : 'failed';
    return row && { cause: 'status', row: row.id };
  },
  // Open when the next balances were read, and through before the one after them.
  'status: went through later': (rows, random) => later(rows, random, () => (random() < 0.8 ? 'pending' : 'failed'), 1),
  // Recorded as failed; the money was taken and came back some balances later.
  'status: taken and given back': (rows, random) => later(rows, random, () => 'failed', -1),
  'wrong-time': (rows, random) => {
    const row = inner(rows, random, (each, i) => counted(each) && i < rows.length - 8 && i > 6);
    if (row) row.epoch += (random() < 0.7 ? 1 : -1) * DAY * (1 + Math.floor(random() * 2));
    return row && { cause: 'wrong-time', row: row.id };
  },
  'wrong-reading': (rows, random) => {
    const row = inner(rows, random, (each) => each.balance !== null);
    if (row) row.balance += (random() < 0.5 ? 1 : -1) * Math.ceil(random() * 9000);
    return row && { cause: 'wrong-reading', row: row.id };
  },
};

/** Which of them the two mistakes of one ledger may be: those that leave the rows in place. */
export const OF_TWO = [
  'wrong-sign',
  'unrecorded-fee',
  'status: happened, not counted',
  'transposed-digits',
  'missing-entry',
  'duplicate-entry',
];

/** The chances of all these, for bench/odds.mjs: each kind as likely as any other. */
export const SHAPES = {
  missing: 1,
  twice: (row, rows, completed) => {
    const same = rows.some((each) => each !== row && row.reference !== '' && each.reference === row.reference);
    const near = rows.some(
      (each) => each !== row && each.amount === row.amount && Math.abs(each.epoch - row.epoch) <= 3_600_000,
    );
    // In these ledgers no two ids are the same, and none is empty.
    return (same || (near && row.reference === '') ? 1e6 : 1e-9) / completed;
  },
  fee: (rows) => 1 / Math.max(1, rows.filter(({ type }) => type === 'withdrawal').length),
  through: () => 0.5,
  undone: (rows) => 1 / (rows.filter((row) => !counted(row)).length + 1),
  sign: 1,
  slip: (right, written, cause) => {
    const digits = String(right);
    if (cause === 'shifted-decimal') return written === right * 10 || written === right * 100 ? 0.5 : 0;
    if (cause === 'mistyped-digit') return written < 10 ** (digits.length - 1) ? 0 : 1 / digits.length / 9;
    return 1 / Math.max(1, [...digits].filter((digit, i) => i > 0 && digit !== digits[i - 1]).length);
  },
  reading: (from, to, rows) =>
    Math.abs(from - to) > 9000 ? 0 : 1 / 18_000 / rows.filter(({ balance }) => balance !== null).length,
  time: (_row, _from, _to, rows) => 0.35 / rows.length,
};
