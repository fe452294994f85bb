// `okhelp note remove ID…`: takes notes out of the ledger, after asking.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { wrap } from '../terminal/width.ts';
import { noteLine } from './note/lines.ts';

interface Options {
  args: string[];
  yes?: boolean;
}

export const noteRemove: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.remove.summary,
    arguments: [{ name: '<ID...>', description: t.note.remove.ids }],
    options: [{ flags: '-y, --yes', description: t.note.remove.yes }],
    examples: [
      ['okhelp note remove n12', t.note.remove.examples.one],
      ['okhelp note remove n12 n13 n14 --yes', t.note.remove.examples.several],
    ],
  }),

  async run({ args, yes }, context) {
    const { io, t } = context;
    const { notes } = await context.store();
    const found = args.map((id) => {
      const note = notes.get(id);
      if (!note) throw new OkhelpError('unknown-note', { note: id });
      return note;
    });
    const chosen = [...new Map(found.map((note) => [note.id, note])).values()];
    if (!yes) {
      const prompter = await context.prompter();
      if (!prompter) throw new OkhelpError('needs-yes', { flag: '--yes' });
      for (const note of chosen) io.say(wrap(noteLine(note, t), io.widthErr, 4).join('\n'));
      if (!(await prompter.confirm({ message: t.note.remove.sure(chosen.length), default: false }))) {
        io.say(t.note.remove.kept);
        return 0;
      }
    }
    const ids = chosen.map(({ id }) => id);
    notes.remove(ids, `note remove ${ids.join(' ')}`);
    if (context.json) io.document({ schema: 'okhelp.remove/1', removed: ids });
    else {
      io.out(t.note.remove.removed(ids.join(', ')));
      io.say(t.note.remove.undo);
    }
    return 0;
  },
};
