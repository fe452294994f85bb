// What may stand in public: nothing that tells who somebody is. Whatever could is left out, or made coarse.
import { parseAmount } from '../../ledger/money.ts';
import type { CaseEvent } from '../case-event.ts';
import { isProviders, type Material } from './material.ts';

/** The size of an amount, and no more of it. */
export type Magnitude = 'under-1' | 'under-10' | 'tens' | 'hundreds' | 'thousands' | 'ten-thousands' | 'more';

const SIZES: [below: bigint, size: Magnitude][] = [
  [1n, 'under-1'],
  [10n, 'under-10'],
  [100n, 'tens'],
  [1_000n, 'hundreds'],
  [10_000n, 'thousands'],
  [100_000n, 'ten-thousands'],
];
const UNIT = 10n ** 18n;

/** The size of an amount without its sign; null where it cannot be read. */
export function magnitudeOf(amount: string): Magnitude | null {
  const read = parseAmount(amount);
  if (!read) return null;
  const size = read.units < 0n ? -read.units : read.units;
  return SIZES.find(([below]) => size < below * UNIT)?.[1] ?? 'more';
}

/** All that the case and the profile know and that is nobody else's business. */
export function personalValues({ input, timeline }: Pick<Material, 'input' | 'timeline'>): string[] {
  const { fields } = input;
  const values: (string | null | undefined)[] = [input.name, input.from, ...Object.values(fields)];
  for (const { to, with: person, promised, text, amount } of timeline) values.push(to, person, promised, text, amount);
  const words = (input.name ?? '').split(/[\s·.,]+/);
  return [...new Set([...values, ...words])].flatMap((value) => (value && bare(value).length >= 2 ? [value] : []));
}

/** Letters and digits only, so that a space or dash hides nothing. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether one holds the other, however they are written. */
function meets(text: string, personal: string): boolean {
  const [one, other] = [bare(text), bare(personal)];
  return one.includes(other) || (one.length >= 4 && other.includes(one));
}

/**
 * The provider's number for the matter, if it can be shown: the last one logged, of the shape of a ticket number
 * (at most 24 letters, digits, dashes and signs, with one to ten digits in it: more have telephone, account, card and
 * transaction numbers), no date, and nothing of what is personal.
 */
export function publicReference(material: Pick<Material, 'input' | 'timeline'>): {
  reference: string | null;
  hidden: boolean;
} {
  const logged = material.timeline.findLast((event) => event.reference && isProviders(event))?.reference?.trim();
  if (!logged) return { reference: null, hidden: false };
  const personal = personalValues(material);
  const shown =
    /^#?[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+){0,4}$/.test(logged) &&
    logged.length <= 24 &&
    /\d/.test(logged) &&
    !isNumberOfAnother(logged) &&
    !personal.some((value) => meets(logged, value));
  return { reference: shown ? logged : null, hidden: !shown };
}

/** A telephone, card, identity or account number, a date, an IBAN, a wallet address. */
function isNumberOfAnother(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (/^#?(?:19|20)\d\d[-/]?(?:0[1-9]|1[0-2])[-/]?(?:0[1-9]|[12]\d|3[01])$/.test(text)) return true;
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,}$/i.test(text) || /^0x[0-9a-f]/i.test(text)) return true;
  return digits.length > 10;
}

/** An error code as programs write them; null for anything that is more than that. */
export function publicErrorCode(material: Pick<Material, 'input' | 'timeline'>): string | null {
  const code = material.input.fields.errorCode?.trim() ?? '';
  const shaped = /^[A-Za-z]{0,6}[-_]?\d{1,6}$/.test(code) || /^[A-Z]{2,16}(?:_[A-Z0-9]{1,16}){1,4}$/.test(code);
  const { errorCode: _, ...others } = material.input.fields;
  const personal = personalValues({ ...material, input: { ...material.input, fields: others } });
  return shaped && !personal.some((value) => meets(code, value)) ? code : null;
}

/** A currency's code; null for what is none by its shape, or is something personal. */
export function publicCurrency(material: Pick<Material, 'input' | 'timeline'>): string | null {
  const currency = material.input.fields.currency?.trim() ?? '';
  const { currency: _, ...others } = material.input.fields;
  const personal = personalValues({ ...material, input: { ...material.input, fields: others } });
  // `500.00 CNY` may stand where only the amount should.
  const fits = /^[A-Z]{3,5}$/.test(currency) && !personal.some((value) => bare(value) === bare(currency));
  return fits ? currency : null;
}

/** What could lead to a person, by its shape: addresses, links, handles, long numbers, times and dates. */
const SHAPES = [
  /[^\s，。；、]*@[^\s，。；、]*/g,
  /\b(?:https?:\/\/|www\.)[^\s，。；、]*/gi,
  /\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{1,2}月\d{1,2}[日号]/g,
  /\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/g,
  /\d{1,2}[:：点时]\d{2}(?:[:：分]\d{2})?/g,
  /[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*/g,
  /\d[\d ,.'’()-]{1,}\d/g,
];

/** A text that the person typed, with everything in it that is known to be personal, or looks so, replaced by `mark`. */
export function withoutIdentity(text: string, personal: readonly string[], mark: string): string {
  let rest = masked(narrowed(text), personal, mark);
  for (const shape of SHAPES) rest = rest.replace(shape, mark);
  const marks = mark.replace(/[[\]]/g, '\\$&');
  return rest.replace(new RegExp(`${marks}(?:[\\s\\p{P}]{0,3}${marks})+`, 'gu'), mark);
}

/** Full-width digits and letters as the others, so that their shapes are seen; full-width punctuation stays. */
function narrowed(text: string): string {
  return text.replace(/[\uff0e-\uff19\uff20-\uff3a\uff41-\uff5a]/g, (sign) => sign.normalize('NFKC'));
}

/** The text with each of the values replaced, however spaces, signs and capitals stand in it. */
function masked(text: string, values: readonly string[], mark: string): string {
  const signs = [...text];
  // Letters and digits alone, each with its place among the signs.
  let letters = '';
  const places: number[] = [];
  signs.forEach((sign, place) => {
    const letter = bare(sign);
    letters += letter;
    for (let n = 0; n < letter.length; n++) places.push(place);
  });
  const hidden = new Array<boolean>(signs.length).fill(false);
  for (const value of new Set(values.map(bare)))
    for (let at = letters.indexOf(value); at >= 0; at = letters.indexOf(value, at + 1))
      hidden.fill(true, places[at], places[at + value.length - 1]! + 1);
  return signs.map((sign, place) => (hidden[place] ? (hidden[place - 1] ? '' : mark) : sign)).join('');
}

/** Days are counted from here: when it happened, else the first entry of the timeline. `2026-03-01`; null where unknown. */
export function firstDay({ input, timeline }: Pick<Material, 'input' | 'timeline'>): string | null {
  const time = /^\d{4}-\d{2}-\d{2}(?=T)/.exec(input.fields.time ?? '')?.[0];
  const days = [...(time ? [time] : []), ...timeline.map(({ at }: CaseEvent) => at.slice(0, 10))];
  return days.sort()[0] ?? null;
}
