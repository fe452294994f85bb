// The documents of the channels that the person saved, and of an address held against them.

import type { AddressVerdict } from '../support/address-check.ts';
import type { AddressKind } from '../support/address-parts.ts';
import type { SignId } from '../support/address-signs.ts';
import type { Instant } from './values.ts';

export type ContactKind = 'email' | 'phone' | 'web' | 'app' | 'chat' | 'social';

export interface SavedContactDocument {
  id: string;
  kind: ContactKind;
  value: string;
  /** Where it was found, in the person's words. */
  found: string;
  memo: string;
  saved: Instant;
  usedForDrafts: boolean;
}

/** `okhelp contact add --json` */
export interface ContactDocument extends SavedContactDocument {
  schema: 'okhelp.contact/1';
}

/** `okhelp contact --json` */
export interface ContactsDocument {
  schema: 'okhelp.contacts/1';
  contacts: SavedContactDocument[];
  supportAddress: string | null;
}

/** `okhelp contact --check ADDRESS --json` */
export interface ContactCheckDocument {
  schema: 'okhelp.contact-check/1';
  address: string;
  /** The link or address that it stands for, where it is written so that nobody opens it by accident. */
  readAs: string | null;
  kind: AddressKind;
  host: string | null;
  verdict: AddressVerdict;
  /** The saved one that it is, or is most like. */
  contact: { id: string | null; value: string; saved: Instant | null; found: string | null } | null;
  sameDomain: boolean;
  signs: { id: SignId; seen: string; saved: string | null; says: string; why: string }[];
  advice: string;
}
