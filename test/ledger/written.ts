// Ledgers written inline as a user would write them, checked both ways: as notes at hand and as a stream of bytes.
import { expect } from 'vitest';
import { memorySource } from '../../src/formats/byte-source.ts';
import { type CsvCheckOptions, checkCsv } from '../../src/formats/check-csv.ts';
import { readNotes } from '../../src/formats/okhelp-csv.ts';
import { type CheckOptions, checkNotes } from '../../src/ledger/check.ts';
import type { CheckResult, Mismatch } from '../../src/ledger/findings.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import type { Note } from '../../src/ledger/note.ts';

const defaults = { currency: 'CNY', zone: () => 480 };

export function notesOf(csv: string): Note[] {
  return readNotes(Buffer.from(csv.trim()), { file: 'inline.csv', ...defaults }).notes;
}

/** The findings of both ways, which must be the same. */
export async function checkWritten(csv: string, options: CheckOptions = {}): Promise<CheckResult> {
  const bytes = Buffer.from(csv.trim());
  const streamed = await checkCsv(memorySource(bytes, 'inline.csv'), { ...options, defaults } as CsvCheckOptions);
  const atHand = checkNotes(readNotes(bytes, { file: 'inline.csv', ...defaults }).notes, options);
  if (streamed.source.unreadable.length === 0) expect(streamed.accounts).toEqual(atHand.accounts);
  return streamed;
}

/** The only mismatch of the only account. */
export async function onlyMismatch(csv: string): Promise<Mismatch> {
  const { accounts } = await checkWritten(csv);
  expect(accounts).toHaveLength(1);
  expect(accounts[0]!.mismatches).toHaveLength(1);
  return accounts[0]!.mismatches[0]!;
}

/** Cause, lines and corrections of the likeliest explanation, as short as they can be told. */
export function first({ explanations }: Mismatch): { cause: string; lines: (number | null)[]; corrections: string[] } {
  const explanation = explanations[0]!;
  return {
    cause: explanation.cause,
    lines: (explanation.between ?? explanation.notes).map((note) => note?.line ?? null),
    corrections: explanation.corrections.map((c) =>
      c.op === 'set'
        ? `${c.note} ${c.field} ${c.from} → ${c.to}`
        : c.op === 'remove'
          ? `remove ${c.note}`
          : `add ${c.amount}`,
    ),
  };
}

export const amounts = ({ expected, recorded, difference }: Mismatch): string[] =>
  [expected, recorded, difference].map((units) => formatAmount(units, 'CNY'));
