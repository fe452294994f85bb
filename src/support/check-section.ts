// What a check of the notes found, as the mail tells it: both readings, the sum, the difference, and one possible cause.
import type { AccountFinding, CheckResult, Mismatch, Reading } from '../ledger/findings.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { formatOffset, formatWallClock } from '../ledger/time.ts';
import type { Finding, Redaction } from './draft.ts';
import type { MailVoice } from './email.ts';

/** More differences than these are counted, not told: support begins with the first. */
const TOLD = 2;

export interface CheckSection extends Finding {
  redactions: Redaction[];
}

/** Lines for the mail; none where nothing was checked. The cause is put as the user's reading of the notes, not as a fact. */
export async function checkSection(check: CheckResult | null, voice: MailVoice): Promise<CheckSection> {
  if (!check) return { lines: [], off: false, redactions: [] };
  const words = voice.words.mail.check;
  const found = check.accounts.flatMap((account) => account.mismatches.map((mismatch) => ({ account, mismatch })));
  const lines = found.slice(0, TOLD).flatMap(({ account, mismatch }) => told(account, mismatch, voice));
  if (found.length > TOLD) lines.push(words.further(found.length - TOLD));
  if (found.length === 0 && check.accounts.some((account) => account.readings > 1)) lines.push(words.balanced);
  const unread = check.source.unreadable.length;
  if (unread > 0 && lines.length > 0) lines.push(words.unread(unread));
  // An explanation may quote a remark of the notes.
  const { redact } = await import('./redact.ts');
  const clean = await Promise.all(lines.map((line) => redact(line, 'notes', voice.words.placeholders, 'reference')));
  return {
    lines: clean.map(({ text }) => text),
    off: found.length > 0,
    redactions: clean.flatMap(({ redactions }) => redactions),
  };
}

function told({ account, currency }: AccountFinding, mismatch: Mismatch, voice: MailVoice): string[] {
  const { mail } = voice.words;
  const { check } = mail;
  const money = (units: Units) => `${formatAmount(units, currency)} ${currency}`;
  const reading = ({ note, balance }: Reading) =>
    check.reading(money(balance), mail.at(formatWallClock(note.time), formatOffset(note.time.offset)));
  const size = money(mismatch.difference < 0n ? -mismatch.difference : mismatch.difference);
  const rows: [string, string][] = [];
  if (mismatch.after) rows.push([check.agreed, reading(mismatch.after)]);
  rows.push([mismatch.after ? check.shown : check.shownFirst, reading(mismatch.at)]);
  rows.push([check.expected, money(mismatch.expected)]);
  rows.push([check.difference, mismatch.difference < 0n ? check.less(size) : check.more(size)]);
  const [best] = mismatch.explanations;
  const cause = best && recordedText(check.explain(best, mismatch));
  if (cause) {
    const others = mismatch.alternatives + mismatch.explanations.length - 1;
    rows.push([check.cause, others > 0 ? `${cause}${check.gap}${check.others(others)}` : cause]);
  }
  const named = account === DEFAULT_ACCOUNT ? null : recordedText(account);
  return [check.account(named, currency), ...rows.map(([label, value]) => `- ${mail.row(label, value)}`)];
}
