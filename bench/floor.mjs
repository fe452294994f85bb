// The floor under any reader of notes: one pass over the bytes that finds the amount and the balance and adds them up.
// It checks nothing, keeps nothing and knows no types; `okhelp check` is measured as a multiple of it. It leans on how
// bench/notes.mjs writes: columns in contract order, no quotes before the balance, two fraction digits.
import { closeSync, openSync, readSync } from 'node:fs';

const [COMMA, NEWLINE, QUOTE, MINUS, POINT, ZERO] = [0x2c, 0x0a, 0x22, 0x2d, 0x2e, 0x30];
const CHUNK = 1 << 18;
const LONGEST_ROW = 1 << 16;

/** Sums of the two columns in hundredths (as written, without the types' directions), and the rows under the header. */
function scan(path) {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(CHUNK + LONGEST_ROW);
  let kept = 0;
  let rows = -1;
  let amounts = 0;
  let balances = 0;
  let at = 0;

  const skipCell = () => {
    while (buffer[at++] !== COMMA);
  };
  const number = () => {
    let byte = buffer[at++];
    const negative = byte === MINUS;
    if (negative) byte = buffer[at++];
    let value = 0;
    for (; byte !== COMMA; byte = buffer[at++]) if (byte !== POINT) value = value * 10 + byte - ZERO;
    return negative ? -value : value;
  };
  const skipRow = () => {
    let quoted = false;
    for (let byte = buffer[at++]; byte !== NEWLINE || quoted; byte = buffer[at++]) if (byte === QUOTE) quoted = !quoted;
    rows++;
  };

  for (let got = readSync(file, buffer, 0, CHUNK); got > 0; got = readSync(file, buffer, kept, CHUNK)) {
    const end = kept + got;
    const last = buffer.lastIndexOf(NEWLINE, end - 1);
    at = 0;
    if (rows < 0) skipRow();
    while (at <= last) {
      skipCell();
      skipCell();
      amounts += number();
      skipCell();
      skipCell();
      balances += number();
      skipRow();
    }
    kept = end - last - 1;
    buffer.copyWithin(0, last + 1, end);
  }
  closeSync(file);
  return { rows, amounts, balances };
}

process.stdout.write(`${JSON.stringify(scan(process.argv[2]))}\n`);
