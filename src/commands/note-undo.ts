// `okhelp note undo`: takes back the last change to the notes; called again, the one before.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { formatWallClock, momentAt } from '../ledger/time.ts';
import type { NoteChange } from '../store/store.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { wrap } from '../terminal/width.ts';

interface Options {
  dryRun?: boolean;
}

export const noteUndo: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.undo.summary,
    options: [{ flags: '--dry-run', description: t.note.undo.dryRun }],
    examples: [
      ['okhelp note undo', t.note.undo.examples.undo],
      ['okhelp note undo --dry-run', t.note.undo.examples.dry],
    ],
  }),

  async run({ dryRun = false }, context) {
    const { notes } = await context.store();
    const change = dryRun ? notes.lastChange() : notes.undo();
    if (!change) throw new OkhelpError('nothing-to-undo', {});
    if (context.json) printDocument(change, dryRun, context);
    else print(change, dryRun, context);
    return 0;
  },
};

function printDocument({ label, ...change }: NoteChange, dryRun: boolean, { io }: Context): void {
  io.document({ schema: 'okhelp.undo/1', dryRun, change: { command: label, ...change } });
}

function print(change: NoteChange, dryRun: boolean, context: Context): void {
  const { io } = context;
  const words = context.t.note.undo;
  const at = formatWallClock(momentAt(Date.parse(change.at), context.timeZone().offset));
  const label = cleanForTerminal(change.label);
  const ids = span(change.notes);
  const lines = dryRun
    ? [
        words.would(label, at),
        change.added && words.added(change.added, ids),
        change.edited && words.edited(change.edited, ids),
        change.removed && words.removed(change.removed, ids),
      ]
    : [
        words.done(label, at),
        change.added && words.gone(change.added),
        change.edited && words.restored(change.edited),
        change.removed && words.back(change.removed),
      ];
  io.out(
    lines
      .filter((line) => typeof line === 'string')
      .flatMap((line) => wrap(line, io.width))
      .join('\n'),
  );
}

/** A handful of ids; of more, the first and the last. */
function span(ids: readonly string[]): string {
  return ids.length <= 8 ? ids.join(', ') : `${ids[0]} … ${ids.at(-1)}`;
}
