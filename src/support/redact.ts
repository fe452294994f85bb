// Takes secrets out of any text before it leaves the machine, and says which kinds stood where.
import { findCards, maskedCard, type TextKind } from './card-number.ts';
import type { Redaction, SecretKind } from './draft.ts';
import {
  mayHoldAccessKey,
  mayHoldPrivateKey,
  mayNameCvv,
  mayNameExpiry,
  mayNameOneTimeCode,
  mayNamePassword,
} from './secret-signs.ts';
import { findSeedPhrases } from './seed-phrase.ts';
import { type Span, shadowOf } from './shadow.ts';
import type { Find } from './told-secrets.ts';
import { simplified } from './traditional.ts';

export interface Redacted {
  text: string;
  redactions: Redaction[];
}

/** What is put in a secret's place, by kind: `[password removed]`, `[已删除：密码]`. */
export type Placeholders = Record<SecretKind, string>;

/** What an earlier run put in, in either language. */
const PLACEHOLDER = /\[[A-Za-z -]{3,20} removed\]|\[已删除:[^[\]\n]{1,8}\]|\d{6}\*{3,9}\d{4}/g;

/**
 * Removes card numbers (first six and last four digits stay), security codes, expiry dates, one-time codes, passwords,
 * private keys, keys and tokens for programs, and recovery phrases. `where` names the field for the report. `kind` says what the text is by nature: in a
 * `reference` (a transaction id) and an `error` some numbers mean something else. Redacting twice changes nothing more.
 */
export async function redact(
  text: string,
  where: string,
  placeholders: Placeholders,
  kind: TextKind = 'text',
): Promise<Redacted> {
  const redactions: Redaction[] = [];
  // What is taken out may have hidden what stood beside it, so it is looked at again until nothing is found.
  for (;;) {
    const once = await redactOnce(text, where, placeholders, kind);
    if (once.redactions.length === 0) return { text, redactions };
    redactions.push(...once.redactions);
    text = once.text;
  }
}

async function redactOnce(text: string, where: string, placeholders: Placeholders, kind: TextKind): Promise<Redacted> {
  const shadow = shadowOf(text);
  const said = simplified(shadow.text);
  const cards = findCards(said, kind);
  // In the order of their claim to what several of them find.
  const finds: Find[] = [
    ...(await keysIn(said)),
    ...(await findSeedPhrases(shadow.text)),
    ...cards.map((span): Find => ({ ...span, kind: 'card-number' })),
    ...(await toldIn(said, cards, kind)),
    ...(await passwordsIn(said)),
  ];
  const done = [...shadow.text.matchAll(PLACEHOLDER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const parts: string[] = [];
  const redactions: Redaction[] = [];
  let at = 0;
  for (const find of disjoint(
    finds.filter((one) => !done.some((span) => one.start < span.end && span.start < one.end)),
  )) {
    const start = shadow.from(find.start);
    const digits = shadow.text.slice(find.start, find.end).replace(/\D/g, '');
    parts.push(text.slice(at, start), find.kind === 'card-number' ? maskedCard(digits) : placeholders[find.kind]);
    redactions.push({ kind: find.kind, where });
    at = shadow.to(find.end - 1);
  }
  return { text: parts.length ? parts.join('') + text.slice(at) : text, redactions };
}

async function keysIn(text: string): Promise<Find[]> {
  const found: Find[] = [];
  if (mayHoldPrivateKey(text)) {
    const { findPrivateKeys } = await import('./private-keys.ts');
    found.push(...(await findPrivateKeys(text)));
  }
  if (mayHoldAccessKey(text)) {
    const { findAccessKeys } = await import('./access-keys.ts');
    found.push(...findAccessKeys(text));
  }
  return found;
}

/** Security codes, expiry dates and one-time codes: told by the words beside them, or standing beside a card's number. */
async function toldIn(text: string, cards: readonly Span[], kind: TextKind): Promise<Find[]> {
  const besideCards = cards.length > 0;
  const [cvv, expiry, code] = [mayNameCvv(text), mayNameExpiry(text), mayNameOneTimeCode(text)];
  if (!besideCards && !cvv && !expiry && !code) return [];
  const { findCvvs, findExpiries, findOneTimeCodes } = await import('./told-secrets.ts');
  const cvvs = besideCards || cvv ? findCvvs(text, cards) : [];
  const beside = [...cards, ...cvvs];
  return [
    ...cvvs,
    ...(beside.length > 0 || expiry ? findExpiries(text, beside) : []),
    ...(code ? findOneTimeCodes(text, kind) : []),
  ];
}

async function passwordsIn(text: string): Promise<Find[]> {
  if (!mayNamePassword(text)) return [];
  const { findPasswords } = await import('./passwords.ts');
  const { findPassphrases } = await import('./passphrases.ts');
  return [...findPasswords(text), ...findPassphrases(text)];
}

/** In order and apart: what overlaps becomes one, of the kind looked for first (see `redact`). */
function disjoint(finds: readonly Find[]): Find[] {
  const kept: Find[] = [];
  const ranked = finds
    .map((find, rank) => ({ find, rank }))
    .sort((a, b) => a.find.start - b.find.start || a.rank - b.rank);
  let lastRank = 0;
  for (const { find, rank } of ranked) {
    const last = kept.at(-1);
    if (!last || find.start >= last.end) {
      kept.push({ ...find });
      lastRank = rank;
      continue;
    }
    const [first, other] = rank < lastRank ? [find, last] : [last, find];
    const whole = first.start <= other.start && first.end >= other.end;
    // A card number inside a longer password is a password.
    last.kind = first.kind === 'card-number' && !whole ? other.kind : first.kind;
    last.end = Math.max(last.end, find.end);
    lastRank = Math.min(lastRank, rank);
  }
  return kept;
}
