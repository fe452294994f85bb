// Whether two amounts differ by what a fee usually is: small beside them, and on a kind of transaction that is charged for.
import { magnitude } from '../causes/shared.ts';
import type { Units } from '../money.ts';
import { movement, type Note, type NoteType } from '../note.ts';

/** The largest usual share of the amount (1/n); kinds that are not named are rarely charged for. */
const USUAL: Partial<Record<NoteType, bigint>> = {
  withdrawal: 20n,
  'transfer-out': 20n,
  'transfer-in': 20n,
  topup: 20n,
};
const ELSEWHERE = 50n;

export interface LikelyFee {
  /** Who has it: the statement (it moves less than the notes say), or only the notes. */
  side: 'statement' | 'notes';
  amount: Units;
  /** A kind that is often charged for. */
  usual: boolean;
}

/** The fee by which two movements of one direction differ; null where they differ by more than a fee, or not at all. */
export function likelyFee(note: Note, statement: Note): LikelyFee | null {
  const [own, theirs] = [movement(note), movement(statement)];
  const less = own - theirs;
  if (less === 0n || own > 0n !== theirs > 0n) return null;
  const kind = less > 0n ? note : statement;
  const share = USUAL[kind.type];
  const smaller = magnitude(own) < magnitude(theirs) ? magnitude(own) : magnitude(theirs);
  if (magnitude(less) * (share ?? ELSEWHERE) > smaller) return null;
  return { side: less > 0n ? 'statement' : 'notes', amount: magnitude(less), usual: share !== undefined };
}
