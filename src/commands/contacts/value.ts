// What a saved channel may hold: one line, of its kind, and never a card number.
import { domainToUnicode } from 'node:url';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { ContactKind } from '../../store/store.ts';
import { addressParts } from '../../support/address-parts.ts';
import { findCards, maskedCard } from '../../support/card-number.ts';
import { isAddress, oneLine } from '../../support/fields.ts';

const LONGEST = 254;

/** Throws `bad-value`, or `line-break` where it is not one line. */
export function contactValue(kind: ContactKind, text: string, { t }: Pick<Context, 't'>): string {
  const value = oneLine('VALUE', text);
  const card = kind === 'phone' ? undefined : findCards(value)[0];
  if (card) {
    const masked = maskedCard(value.slice(card.start, card.end).replace(/\D/g, ''));
    throw new OkhelpError('bad-value', { flag: 'VALUE', value: masked, expected: t.contact.expected[kind] });
  }
  if (fits(kind, value)) return value;
  throw new OkhelpError('bad-value', { flag: 'VALUE', value, expected: t.contact.expected[kind] });
}

function fits(kind: ContactKind, value: string): boolean {
  if (value === '' || value.length > LONGEST) return false;
  if (kind === 'email') return isAddress(value);
  if (kind === 'app') return true;
  const parts = addressParts(value, domainToUnicode);
  if (kind === 'web')
    return parts.kind === 'web' && parts.host !== '' && parts.hidden.length === 0 && parts.meant === '';
  return kind === 'phone' ? parts.kind === 'phone' : parts.kind !== 'script';
}

/** A remark of the person's own, on one line. Throws `line-break`, `bad-value` where it is too long. */
export function remark(flag: string, text: string): string {
  const value = oneLine(flag, text);
  if (value.length <= LONGEST) return value;
  throw new OkhelpError('bad-value', { flag, value: `${value.slice(0, 20)}…`, expected: `≤ ${LONGEST}` });
}
