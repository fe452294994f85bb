// Where a mail to the provider goes: the address that the person has, or where in the app it is found.
import type { Context } from '../../context.ts';

/** `contact`: another way than a mail address, as saved. */
export function addressLines(to: string | null, contact: string | null, { t }: Pick<Context, 't'>): string[] {
  const { email } = t;
  if (to) return [email.sendTo(to)];
  if (contact) return [email.savedContact(contact), email.useContact];
  return [email.noAddress, email.saveAddress, email.sendOpen];
}
