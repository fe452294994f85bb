// What a check found, for anybody to read: amounts and days stay, and nothing that names a person, an account or a payment.
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';

/** What stands in the place of a name; the same name has the same number wherever it comes up. */
export interface StandIns {
  account(number: number): string;
  counterparty(number: number): string;
  reference(number: number): string;
  /** Where a text stood that may say anything. */
  left: string;
}

const DAY = 86_400_000;
/** Values of our own vocabulary, under these keys only. */
const OWN_WORDS = new Set(
  'type status cause confidence kind op field slip shape side by reason format because order'.split(' '),
);
const OWN_WORD = /^[a-z0-9-]{1,40}$/;
const AMOUNT = /^[+-]?\d{1,40}(\.\d{1,18})?$/;
const CURRENCY = /^[A-Z][A-Z0-9.]{1,11}$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T[\d:.]{5,12}(Z|[+-]\d{2}:\d{2})$/;
const NOTE_ID = /^n\d{1,15}$/;
/** As programs write them. */
const ERROR_CODE = /^[A-Z]{1,6}[-_]?\d{1,5}$|^[A-Z]{2,16}(_[A-Z0-9]{1,16}){1,4}$/;

/**
 * A copy of any value of the ledger (check results, notes, comparisons). What is not known to say nothing about a person is
 * left out. Moments become the midnight of their day. The same object in two places stays one object.
 */
export function unnamed<T>(value: T, words: StandIns): T {
  const numbers = { account: new Map<string, string>(), counterparty: new Map(), reference: new Map() };
  const standIn = (kind: keyof typeof numbers, name: string): string => {
    if (name.trim() === '' || (kind === 'account' && name === DEFAULT_ACCOUNT)) return name.trim();
    const known = numbers[kind];
    if (!known.has(name)) known.set(name, words[kind](known.size + 1));
    return known.get(name)!;
  };
  const textOf = (text: string, key: string, parent: Record<string, unknown>): string | null => {
    if (key === 'account' || key === 'counterparty' || key === 'reference') return standIn(key, text);
    if ((key === 'note' || key === 'statement') && parent.kind === 'reference') return standIn('reference', text);
    if (key === 'memo' || key === 'value' || text === '') return '';
    if (key === 'name') return null;
    if (key === 'error') return ERROR_CODE.test(text) ? text : words.left;
    const kept =
      key === 'id' || key === 'between'
        ? NOTE_ID.test(text)
        : key === 'note' || key === 'statement'
          ? NOTE_ID.test(text) || (parent.kind === 'currency' ? CURRENCY : OWN_WORD).test(text)
          : key === 'currency'
            ? CURRENCY.test(text)
            : key === 'amount' || key === 'percent'
              ? AMOUNT.test(text)
              : key === 'from' || key === 'to'
                ? AMOUNT.test(text) || (parent.field === 'status' && OWN_WORD.test(text))
                : OWN_WORDS.has(key) && OWN_WORD.test(text);
    if (kept) return text;
    return (key === 'from' || key === 'to' || key === 'time') && TIME.test(text) ? text.slice(0, 10) : words.left;
  };
  const seen = new Map<object, unknown>();
  const walk = (from: unknown, key: string, parent: Record<string, unknown>): unknown => {
    if (typeof from === 'string') return textOf(from, key, parent);
    if (typeof from !== 'object' || from === null) return from;
    if (seen.has(from)) return seen.get(from);
    if (Array.isArray(from)) return from.map((one) => walk(one, key, parent));
    const object = from as Record<string, unknown>;
    if (typeof object.epoch === 'number' && typeof object.offset === 'number') {
      const wall = object.epoch + object.offset * 60_000;
      return { epoch: wall - (((wall % DAY) + DAY) % DAY) - object.offset * 60_000, offset: object.offset };
    }
    const copy: Record<string, unknown> = {};
    seen.set(from, copy);
    for (const [name, one] of Object.entries(object)) copy[name] = walk(one, name, object);
    return copy;
  };
  return walk(value, '', {}) as T;
}

/** The code of an error, if the text is one and no more than that. */
export function errorCodeIn(text: string): string | null {
  return ERROR_CODE.test(text) ? text : null;
}
