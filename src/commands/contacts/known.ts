// The addresses that the person found and saved: the contacts, and the setting to which drafts are addressed.

import { domainToUnicode } from 'node:url';
import type { Context } from '../../context.ts';
import type { SavedContactDocument } from '../../documents/contacts.ts';
import { momentAt } from '../../ledger/time.ts';
import type { SavedContact } from '../../store/store.ts';
import { type AddressCheck, checkAddress, type SavedAddress } from '../../support/address-check.ts';
import type { Sign } from '../../support/address-signs.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { callout } from '../../terminal/lines.ts';
import { wrap } from '../../terminal/width.ts';

/** The saved contacts, and the setting support-address where it is none of them. */
export function savedAddresses(
  contacts: readonly SavedContact[],
  { settings }: Pick<Context, 'settings'>,
): SavedAddress[] {
  const setting = settings['support-address']?.trim();
  const alone = setting && !contacts.some(({ value }) => isValue(value, setting));
  return [...contacts.map(({ id, value }) => ({ id, value })), ...(alone ? [{ id: null, value: setting }] : [])];
}

/** Whether a contact and the setting hold the same address. */
export function isValue(value: string, setting: string | undefined): boolean {
  return setting !== undefined && value.trim().toLowerCase() === setting.trim().toLowerCase();
}

/** Compares an address with all that are saved. Throws `data-…` errors. */
export async function checkAgainstSaved(
  address: string,
  context: Pick<Context, 'store' | 'settings'>,
): Promise<{ check: AddressCheck; contact: SavedContact | null }> {
  const contacts = (await context.store()).contacts.list();
  const check = checkAddress(address, savedAddresses(contacts, context), domainToUnicode);
  return { check, contact: contacts.find(({ id }) => id === check.closest?.id) ?? null };
}

/** The day on which a contact was saved, in the person's time zone. */
export function dayOf({ saved }: Pick<SavedContact, 'saved'>, { timeZone }: Pick<Context, 'timeZone'>): string {
  const { epoch, offset } = momentAt(Date.parse(saved), timeZone().offset);
  return new Date(epoch + offset * 60_000).toISOString().slice(0, 10);
}

/** What a sign says and why it matters, cleaned: it quotes the address. */
export function signWords({ id, seen, saved }: Sign, { t }: Pick<Context, 't'>): { says: string; why: string } {
  return t.contact.signs[id](cleanForTerminal(seen), cleanForTerminal(saved));
}

/**
 * Says on stderr where an address that is about to be used looks like a saved one without being it. Silent where the
 * data cannot be read: what is being done does not depend on it.
 */
export async function warnOfLookAlike(address: string, context: Context): Promise<void> {
  let contacts: SavedContact[];
  try {
    contacts = (await context.store()).contacts.list();
  } catch {
    return;
  }
  sayLookAlike(checkAddress(address, savedAddresses(contacts, context), domainToUnicode), context);
}

/** The warning itself, and the signs behind it. */
export function sayLookAlike(check: AddressCheck, context: Pick<Context, 'io' | 't' | 'plain'>): void {
  const { io, t } = context;
  const { parts, verdict, closest, signs } = check;
  if (verdict === 'same' || (verdict !== 'looks-alike' && signs.length === 0)) return;
  const address = cleanForTerminal(parts.text);
  const lead =
    verdict === 'looks-alike'
      ? t.contact.check.warning(address, cleanForTerminal(closest!.value))
      : t.contact.check.odd(address);
  const lines = callout('warn', lead, context, { on: 'err' });
  for (const sign of signs)
    lines.push(...wrap(`· ${signWords(sign, context).says}`, io.widthErr - 2).map((line) => `  ${line}`));
  io.say(lines.join('\n'));
}

/** Contacts as JSON holds them. */
export function contactDocument(contact: SavedContact, { settings }: Pick<Context, 'settings'>): SavedContactDocument {
  const { id, kind, value, found, memo, saved } = contact;
  return { id, kind, value, found, memo, saved, usedForDrafts: isValue(value, settings['support-address']) };
}
