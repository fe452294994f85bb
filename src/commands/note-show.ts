// `okhelp note show ID`: one note whole.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { noteDocument } from '../formats/okhelp-json.ts';
import { pairs } from '../terminal/table.ts';
import { noteFields } from './note/lines.ts';

interface Options {
  args: string[];
}

export const noteShow: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.show.summary,
    arguments: [{ name: '<ID>', description: t.note.show.id }],
    options: [],
    examples: [['okhelp note show n12', t.note.show.example]],
  }),

  async run({ args }, { io, t, json, store }) {
    const note = (await store()).notes.get(args[0]!);
    if (!note) throw new OkhelpError('unknown-note', { note: args[0]! });
    if (json) io.document({ schema: 'okhelp.note/1', note: noteDocument(note) });
    else io.out([io.paint.heading(note.id), ...pairs(noteFields(note, t), io.width)].join('\n'));
    return 0;
  },
};
