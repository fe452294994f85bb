// Values of the mail as someone typed them: one line each, exact amounts, real times, one well-formed address.
import { OkhelpError } from '../errors.ts';
import { formatAmount, parseAmount, parseCurrency } from '../ledger/money.ts';
import { formatTime, parseTime, type ZoneOffset } from '../ledger/time.ts';
import { cardInAmount, maskedCard } from './luhn.ts';

const CONTROL = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/;
/** Marks that turn the direction of what follows: a mail address with them is not what it looks like. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Throws `line-break` for a control character, which could begin a mail header of its own (RFC 5322 section 2.2). */
export function oneLine(flag: string, value: string): string {
  if (CONTROL.test(value)) throw new OkhelpError('line-break', { flag });
  return value.trim();
}

const LOCAL_PART = /^[^\s@<>()[\]\\,;:"]{1,64}$/u;
const DOMAIN = /^(?=.{4,253}$)(?:[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?\.)+(?=\D)[A-Za-z\d-]{2,63}$/;
/** The same with the letters of all scripts, of which the tables take a millisecond to be read. */
const domainOfAnyScript = () =>
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+(?=\P{N})[\p{L}\p{N}\p{M}-]{2,63}$/u;

/** One address, `local@domain.tld` (RFC 5321 section 4.1.2 without quoted parts, RFC 6531 letters). */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || DIRECTION.test(text) || !LOCAL_PART.test(local)) return false;
  return !/^\.|\.\.|\.$/.test(local) && isDomain(text.slice(at + 1)) && !text.endsWith('-');
}

function isDomain(text: string): boolean {
  return (/^[ -~]*$/.test(text) ? DOMAIN : domainOfAnyScript()).test(text);
}

/** Throws `line-break`, or `bad-value` where it is not one address. `expected` says what is, in the user's language. */
export function readAddress(flag: string, value: string, expected: string): string {
  const address = oneLine(flag, value);
  if (!isAddress(address)) throw new OkhelpError('bad-value', { flag, value, expected });
  return address;
}

/** An exact amount, written as its currency is; throws `bad-amount`, also for a card number, which is then masked. */
export function readAmount(flag: string, value: string, currency: string): string {
  const card = cardInAmount(value);
  if (card) throw new OkhelpError('bad-amount', { flag, value: maskedCard(card) });
  const amount = parseAmount(oneLine(flag, value));
  if (!amount) throw new OkhelpError('bad-amount', { flag, value });
  return formatAmount(amount.units, currency);
}

/** Throws `bad-value`. */
export function readCurrency(flag: string, value: string, expected: string): string {
  const currency = parseCurrency(oneLine(flag, value));
  if (!currency) throw new OkhelpError('bad-value', { flag, value, expected });
  return currency;
}

/** A time as ISO 8601 with its offset; without one it is in `zone`. Throws `bad-time`. */
export function readTime(flag: string, value: string, zone: ZoneOffset): string {
  const moment = parseTime(oneLine(flag, value), zone);
  if (typeof moment === 'string')
    throw new OkhelpError('bad-time', { flag, value, impossible: moment === 'impossible-date' });
  return formatTime(moment);
}
