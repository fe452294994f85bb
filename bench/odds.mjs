// How likely an explanation is to somebody who knows how the ledger and the mistake were made, hidden prices and all: the
// ceiling for any ranking. Each explanation is weighed as its mistake's chance times that of the ledger it restores,
// relative to the ledger as written. Only explanations that the check lists are weighed, so that the ceiling is an upper one.

/** What cannot happen in these ledgers; not quite nothing, so that ratios stay finite. */
const NEVER = 1e-12;

const signed = { payment: -1, withdrawal: -1, 'transfer-out': -1, fee: -1 };
const fits = (row, amount) => Math.sign(amount) === (signed[row.type] ?? 1);

/**
 * `odds(explanation)` for a ledger as written. `model`: `amount(row, size)` the chance of a size in such a row, `kind(row)` of such a
 * row at all, `fee(row, size)` what is charged on it, `status` the share of each, `entry(moved)` of any row that moves so
 * much. `shapes`: the chance of each mistake in one way among the rows that it may hit. Amounts are counts of the smallest unit.
 */
export function oddsIn({ rows, model, shapes, unit, given }) {
  const byId = new Map(rows.map((row) => [`n${row.id}`, row]));
  const completed = rows.filter(({ status }) => status === 'completed').length;
  const size = (text) => Math.round(Number(text) * unit);
  const ofRow = (row, amount = row.amount, fee = row.fee, status = row.status) => {
    const charged = model.fee(row, Math.abs(amount));
    const right = fits(row, amount) ? 1 : NEVER;
    const paid = charged === fee ? 1 : 1e-6;
    return Math.max(model.amount(row, Math.abs(amount)), NEVER) * right * paid * (model.status[status] ?? NEVER);
  };

  const alone = (correction, mismatch, cause) => {
    if (correction.op === 'add') {
      // It may have stood in front of any row of the stretch.
      return (shapes.missing / (completed + 1)) * mismatch.stretch * model.entry(size(correction.amount));
    }
    const row = byId.get(correction.note);
    if (!row) return 0;
    if (correction.op === 'remove') return shapes.twice(row, rows, completed) / (ofRow(row) * model.kind(row));
    const [from, to] = [correction.from, correction.to];
    if (correction.field === 'fee') return (shapes.fee(rows) * ofRow(row, row.amount, size(to))) / ofRow(row);
    if (correction.field === 'status') {
      const ratio = ofRow(row, row.amount, row.fee, to) / ofRow(row);
      return ratio * (to === 'completed' ? shapes.through(row) / completed : shapes.undone(rows));
    }
    if (correction.field === 'balance') return shapes.reading(size(from), size(to), rows);
    if (correction.field === 'time') return shapes.time(row, from, to, rows);
    const [written, right] = [size(from), size(to)];
    if (written === -right) return (shapes.sign * turned(row)) / completed;
    return (shapes.slip(Math.abs(right), Math.abs(written), cause) / completed) * (ofRow(row, right) / ofRow(row));
  };

  /** The sign alone, or the type with it. */
  const turned = (row) => {
    const opposite = given.opposite?.[row.type];
    const asIs = ofRow(row, -row.amount) / ofRow(row);
    const other = opposite ? (given.swaps * ofRow({ ...row, type: opposite }, -row.amount)) / ofRow(row) : 0;
    return asIs * (1 - (given.swaps ?? 0)) + other;
  };

  return ({ corrections, cause }, mismatch) => {
    // A state with the time and balance that go with it is one mistake.
    const single = cause === 'several-entries' ? corrections : corrections.slice(0, 1);
    const own = single.filter((each) => cause !== 'several-entries' || !['time', 'balance'].includes(each.field));
    return own.reduce((odds, each) => odds * alone(each, mismatch, slipOf(each, cause, size)), 1);
  };
}

function slipOf(correction, cause, size) {
  if (cause !== 'several-entries' || correction.field !== 'amount') return cause;
  const [a, b] = [size(correction.from), size(correction.to)].map((each) => String(Math.abs(each)));
  const bare = (text) => text.replace(/0+$/, '');
  if (bare(a) === bare(b) && a !== b) return 'shifted-decimal';
  const length = Math.max(a.length, b.length);
  const [x, y] = [a.padStart(length, '0'), b.padStart(length, '0')];
  return [...x].filter((digit, i) => digit !== y[i]).length === 1 ? 'mistyped-digit' : 'transposed-digits';
}

/** The chance of a size in a log-normal, for one smallest unit. */
export function logNormal(middle, spread, unit) {
  return (size) => {
    if (size < 1) return 0;
    const away = (Math.log(size / unit) - middle) / spread;
    return Math.exp(-0.5 * away * away) / (spread * Math.sqrt(2 * Math.PI) * size);
  };
}
