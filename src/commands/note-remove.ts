// `okhelp note remove ID…`: takes notes out of the ledger, after asking.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { wrap } from '../terminal/width.ts';
import { noteLine } from './note/lines.ts';
import { sweepData } from './own/sweep.ts';

interface Options {
  args: string[];
  yes?: boolean;
  forGood?: boolean;
}

export const noteRemove: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.remove.summary,
    arguments: [{ name: '<ID...>', description: t.note.remove.ids }],
    description: t.note.remove.description,
    options: [
      { flags: '--for-good', description: t.note.remove.forGood },
      { flags: '-y, --yes', description: t.note.remove.yes },
    ],
    examples: [
      ['okhelp note remove n12', t.note.remove.examples.one],
      ['okhelp note remove n12 n13 n14 --yes', t.note.remove.examples.several],
      ['okhelp note remove n12 --for-good', t.note.remove.examples.forGood],
    ],
  }),

  async run({ args, yes, forGood = false }, context) {
    const { io, t } = context;
    const words = t.note.remove;
    const { notes } = await context.store();
    const chosen = new Map(
      args.map((id) => {
        const note = notes.get(id);
        if (note) return [note.id, noteLine(note, t)];
        if (!forGood || !notes.isRemoved(id)) throw new OkhelpError('unknown-note', { note: id });
        const number = `n${id.trim().replace(/^n/i, '')}`;
        return [number, words.alreadyRemoved(number)];
      }),
    );
    const ids = [...chosen.keys()];
    if (!yes) {
      const prompter = await context.prompter();
      if (!prompter) throw new OkhelpError('needs-yes', { flag: '--yes' });
      for (const line of chosen.values()) io.say(wrap(line, io.widthErr, 4).join('\n'));
      const message = forGood ? words.sureForGood(ids.length) : words.sure(ids.length);
      if (!(await prompter.confirm({ message, default: false }))) {
        io.say(wrap(words.kept, io.widthErr).join('\n'));
        return 0;
      }
    }
    if (forGood) notes.erase(ids);
    else notes.remove(ids, `note remove ${ids.join(' ')}`);
    const swept = forGood ? await sweepData(context) : true;
    if (context.json) {
      const erased = forGood ? { forGood: true as const, swept } : {};
      io.document({ schema: 'okhelp.remove/1', removed: ids, ...erased });
    } else if (!forGood) {
      io.out(words.removed(ids.join(', ')));
      io.say(wrap(words.undo, io.widthErr).join('\n'));
    } else io.out(swept ? words.erased(ids.join(', ')) : words.removed(ids.join(', ')));
    return 0;
  },
};
