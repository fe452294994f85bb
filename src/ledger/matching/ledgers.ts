// Which of the notes a statement speaks of: the ledger asked for, the account of the same name, or the one that fits.
import { movement, type Note } from '../note.ts';
import { DAY, MINUTE } from './row.ts';

export interface LedgerChoice {
  /** The account and the currency of the notes that the statement is held against. */
  account?: string;
  currency?: string;
}

/** The notes and the statement's rows of one account. */
export interface Sides {
  notes: Note[];
  statement: Note[];
}

/**
 * Both sides account by account; readings alone (type `balance`) are no transactions and left out. `others` are the notes
 * of accounts that the statement does not speak of.
 */
export function sidesOf(
  notes: readonly Note[],
  statement: readonly Note[],
  { account, currency }: LedgerChoice,
): { sides: Sides[]; others: Note[] } {
  const wanted = (note: Note) => note.type !== 'balance' && (currency === undefined || note.currency === currency);
  const own = byAccount(notes.filter((note) => wanted(note) && (account === undefined || note.account === account)));
  const theirs = byAccount(statement.filter(wanted));
  if (account !== undefined) {
    const rows = theirs.get(account) ?? [...theirs.values()].flat();
    return { sides: [{ notes: own.get(account) ?? [], statement: rows }], others: [] };
  }
  if (theirs.size === 0) return { sides: [...own.values()].map((notes) => ({ notes, statement: [] })), others: [] };
  const sides = new Map<string, Sides>();
  for (const [name, rows] of theirs) {
    const partner = own.has(name) ? name : partnerOf(name, rows, own, theirs);
    const side = sides.get(partner);
    if (side) side.statement = side.statement.concat(rows);
    else sides.set(partner, { notes: own.get(partner) ?? [], statement: rows });
  }
  const others = [...own].flatMap(([name, notes]) => (sides.has(name) ? [] : notes));
  return { sides: [...sides.values()], others };
}

/**
 * The notes' account that a statement's account of another name stands for: the only one, or of those that are left the
 * one that shares the most transactions with it; its own name where that cannot be told.
 */
function partnerOf(name: string, rows: readonly Note[], own: Map<string, Note[]>, theirs: Map<string, Note[]>): string {
  if (own.size === 1) return [...own.keys()][0]!;
  const left = [...own].filter(([account]) => !theirs.has(account));
  if (left.length === 1) return left[0]![0];
  const marks = new Set(rows.flatMap(marksOf));
  const ranked = left
    .map(([account, notes]) => ({
      account,
      shared: notes.filter((note) => marksOf(note).some((m) => marks.has(m))).length,
    }))
    .sort((a, b) => b.shared - a.shared);
  const [first, second] = ranked;
  return first && first.shared > (second?.shared ?? 0) ? first.account : name;
}

/** What a transaction is recognised by: its id, and its amount on its day. */
function marksOf(note: Note): string[] {
  const day = Math.floor((note.time.epoch + note.time.offset * MINUTE) / DAY);
  const amount = `${note.currency} ${movement(note)} ${day}`;
  return note.reference.length > 3 ? [note.reference, amount] : [amount];
}

function byAccount(notes: readonly Note[]): Map<string, Note[]> {
  const accounts = new Map<string, Note[]>();
  for (const note of notes) {
    const account = accounts.get(note.account);
    if (account) account.push(note);
    else accounts.set(note.account, [note]);
  }
  return accounts;
}
