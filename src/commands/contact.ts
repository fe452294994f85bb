// okhelp contact: the official channels that the person saved; with --check, whether an address is one of them.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import type { SavedContact } from '../store/store.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { item, paragraph, tell, under } from '../terminal/lines.ts';
import { checkDocument, checkPage } from './contacts/check-view.ts';
import { checkAgainstSaved, contactDocument, dayOf, isValue } from './contacts/known.ts';

interface Options {
  args: string[];
  check?: string;
}

/** Longer than any address that is meant to be read. */
const LONGEST = 2048;

export const contact: CommandModule<Options> = {
  define: ({ contact: words }) => ({
    summary: words.summary,
    description: words.description,
    options: [{ flags: '--check <ADDRESS>', description: words.options.check }],
    examples: words.examples,
  }),

  /** With --check: 0 where the address is exactly a saved one, else 1. */
  async run({ check: address }, context) {
    if (address === undefined) return list(context);
    if (address.length > LONGEST)
      throw new OkhelpError('bad-value', {
        flag: '--check',
        value: `${address.slice(0, 40)}…`,
        expected: `≤ ${LONGEST}`,
      });
    if (address.trim() === '') throw new OkhelpError('missing-value', { flag: '--check' });
    const { check, contact: closest } = await checkAgainstSaved(address, context);
    if (context.json) context.io.document(checkDocument(check, closest, context));
    else context.io.out(checkPage(check, closest, context));
    return check.verdict === 'same' ? 0 : 1;
  },
};

async function list(context: Context): Promise<number> {
  const { io, t, json, settings } = context;
  const contacts = (await context.store()).contacts.list();
  const supportAddress = settings['support-address'] ?? null;
  if (json) {
    const documents = contacts.map((one) => contactDocument(one, context));
    io.document({ schema: 'okhelp.contacts/1', contacts: documents, supportAddress });
    return 0;
  }
  const words = t.contact;
  const blocks: string[][] = [];
  if (contacts.length > 0) {
    blocks.push([io.paint.heading(words.saved), ...contacts.flatMap((one) => entry(one, context))]);
  } else blocks.push(paragraph(words.none, context));
  if (supportAddress !== null && !contacts.some(({ value }) => isValue(value, supportAddress)))
    blocks.push(paragraph(words.inSettings(supportAddress), context));
  if (contacts.length === 0) blocks.push(paragraph(words.where, context));
  io.out(blocks.map((lines) => lines.join('\n')).join('\n\n'));
  io.say('');
  tell(words.addHint, { io });
  return 0;
}

function entry(one: SavedContact, context: Context): string[] {
  const { t, io, settings } = context;
  const about = [
    t.contact.savedOn(dayOf(one, context), cleanForTerminal(one.found)),
    one.memo,
    isValue(one.value, settings['support-address']) ? t.contact.isDefault : '',
  ];
  return [
    ...item(`${one.id}  ${t.contact.kinds[one.kind]}  ${one.value}`, context),
    ...about.filter(Boolean).flatMap((line) => under(line, context, io.paint.quiet)),
  ];
}
