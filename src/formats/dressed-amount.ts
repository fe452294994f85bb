// An amount of our CSV as people copy it out of an app: with a currency sign, full-width digits, or in parentheses.
import { parseAmount, type WrittenAmount } from '../ledger/money.ts';

/** The currencies that a sign may stand for. Beside any other currency the cell is not read: one of the two is wrong. */
const CURRENCIES_OF: { [sign: string]: RegExp } = {
  '¥': /^(CNY|JPY)$/,
  元: /^CNY$/,
  $: /^([A-Z]{2}D|MXN|USDT|USDC)$/,
  '€': /^EUR$/,
  '£': /^GBP$/,
};
const DRESSED = /^([+-]?)([¥$€£]?)([+-]?)([\d.,]+)(元?)$/;

/**
 * Reads what `parseAmount` reads, and the same with the sign of its own `currency` (`¥1,000.00`, `-€5`, `12.50元`), with
 * full-width characters, or in an accountant's parentheses, which take out: `(87.50)`. A comma parts thousands and nothing
 * else, as everywhere in our CSV. Null for all other texts: an unreadable amount is never zero.
 */
export function dressedAmount(text: string, currency: string): WrittenAmount | null {
  const plain = parseAmount(text);
  if (plain) return plain;
  const narrow = text.normalize('NFKC').replace(/[−–—]/g, '-').replace(/\s+/g, '');
  const inside = /^\((.*)\)$/.exec(narrow)?.[1];
  const parts = DRESSED.exec(inside ?? narrow);
  if (!parts) return null;
  const [, ahead, sign, behind, digits, yuan] = parts;
  if ((ahead && behind) || (sign && yuan) || (inside !== undefined && (ahead || behind))) return null;
  const mark = sign || yuan;
  if (mark && !CURRENCIES_OF[mark]?.test(currency)) return null;
  return parseAmount(`${inside === undefined ? ahead || behind : '-'}${digits}`);
}
