// The verdict on an address, as a person reads it and as a script does: what is seen, why it matters, what to do.

import type { Context } from '../../context.ts';
import type { ContactCheckDocument } from '../../documents/contacts.ts';
import type { SavedContact } from '../../store/store.ts';
import type { AddressCheck } from '../../support/address-check.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { callout, item, paragraph, under } from '../../terminal/lines.ts';
import { dayOf, signWords } from './known.ts';

type View = Pick<Context, 'io' | 't' | 'timeZone' | 'plain'>;

/** `contact` is the saved one that it is, or is most like; null where that stands in the settings, or there is none. */
export function checkPage(check: AddressCheck, contact: SavedContact | null, view: View): string {
  const { io, t } = view;
  const { parts, verdict, closest, signs } = check;
  const words = t.contact.check;
  const address = cleanForTerminal(parts.text);
  const verdicts = {
    same: words.same,
    'looks-alike': words.looksAlike,
    different: words.different,
    unknown: words.unknown,
  };
  const kind = ({ same: 'good', 'looks-alike': 'bad', different: 'ask', unknown: 'ask' } as const)[verdict];
  const blocks = [callout(kind, verdicts[verdict](address), view)];
  if (parts.meant) blocks[0]!.push(...paragraph(words.readAs(cleanForTerminal(parts.meant)), view));
  if (closest) blocks[0]!.push(...paragraph(savedLine(closest.value, contact, view), view));
  if (verdict !== 'same' && check.sameDomain && parts.domain)
    blocks[0]!.push(...paragraph(words.sameDomain(parts.domain.registered), view));
  if (verdict !== 'same' && signs.length > 0 && parts.kind === 'web' && parts.readHost)
    blocks[0]!.push(...paragraph(words.leadsTo(parts.readHost), view));
  if (signs.length > 0) {
    const seen = signs.flatMap((sign) => {
      const { says, why } = signWords(sign, view);
      return [...item(`· ${says}`, view), ...under(why, view, io.paint.quiet)];
    });
    blocks.push([io.paint.heading(words.signs), ...seen]);
  } else if (verdict !== 'same') blocks.push(paragraph(words.noSigns, view));
  blocks.push(paragraph(adviceOn(check, view), view));
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function savedLine(value: string, contact: SavedContact | null, view: View): string {
  const { check } = view.t.contact;
  if (!contact) return check.fromSettings(cleanForTerminal(value));
  return check.saved(cleanForTerminal(contact.value), dayOf(contact, view), cleanForTerminal(contact.found));
}

function adviceOn({ verdict, signs }: AddressCheck, { t }: Pick<Context, 't'>): string {
  const { check } = t.contact;
  if (verdict === 'same') return check.sameCare;
  if (verdict === 'looks-alike' || signs.length > 0) return verdict === 'unknown' ? check.adviceOdd : check.advice;
  return verdict === 'unknown' ? check.adviceUnknown : check.adviceOther;
}

/** okhelp.contact-check/1. The address is cleaned in it: whoever prints it is safe from what it hides. */
export function checkDocument(check: AddressCheck, contact: SavedContact | null, view: View): ContactCheckDocument {
  const { parts, verdict, closest, signs, sameDomain } = check;
  return {
    schema: 'okhelp.contact-check/1',
    address: cleanForTerminal(parts.text),
    readAs: parts.meant === '' ? null : cleanForTerminal(parts.meant),
    kind: parts.kind,
    host: parts.readHost || null,
    verdict,
    contact: closest && {
      id: closest.id,
      value: cleanForTerminal(closest.value),
      saved: contact?.saved ?? null,
      found: contact?.found ?? null,
    },
    sameDomain: verdict === 'same' || sameDomain,
    signs: signs.map((sign) => ({
      id: sign.id,
      seen: cleanForTerminal(sign.seen),
      saved: sign.saved === '' ? null : cleanForTerminal(sign.saved),
      ...signWords(sign, view),
    })),
    advice: adviceOn(check, view),
  };
}
