// okhelp contact remove ID: forgets a saved channel, and the setting where drafts were addressed to it.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeSetting } from '../settings.ts';
import { answer } from '../terminal/lines.ts';
import { isValue } from './contacts/known.ts';

interface Options {
  args: string[];
}

export const contactRemove: CommandModule<Options> = {
  define: ({ contact: { remove: words } }) => ({
    summary: words.summary,
    arguments: [{ name: '<ID>', description: words.ids }],
    options: [],
    examples: words.examples,
  }),

  async run({ args }, context) {
    const { io, t, settings } = context;
    const id = args[0]!.trim().toLowerCase();
    const { contacts } = await context.store();
    const found = contacts.list().find((one) => one.id === id);
    if (!found) throw new OkhelpError('unknown-contact', { contact: args[0]! });
    contacts.remove(found.id);
    const wasDefault = isValue(found.value, settings['support-address']);
    if (wasDefault) await writeSetting(context.configDir, 'support-address', null);
    if (context.json) {
      io.document({ schema: 'okhelp.remove/1', removed: [found.id] });
      return 0;
    }
    answer(t.contact.remove.done(found.id, found.value), { io });
    if (wasDefault) answer(t.contact.remove.unset, { io });
    return 0;
  },
};
