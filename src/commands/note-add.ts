// `okhelp note add`: records one transaction or balance reading, and says at once if the balance does not agree.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { noteDocument } from '../formats/okhelp-json.ts';
import { checkNotes } from '../ledger/check.ts';
import type { Mismatch } from '../ledger/findings.ts';
import { formatAmount } from '../ledger/money.ts';
import { counts, movement, type Note } from '../ledger/note.ts';
import { formatWallClock } from '../ledger/time.ts';
import { wrap } from '../terminal/width.ts';
import { newNote } from './note/defaults.ts';
import { noteLine } from './note/lines.ts';
import { askForNote } from './note/questions.ts';
import { noteFrom, noteOptions, readType, type Written, writtenIn } from './note/values.ts';

export const noteAdd: CommandModule<Written> = {
  define: (t) => ({
    summary: t.note.add.summary,
    description: t.note.add.description,
    options: noteOptions(t),
    examples: [
      ['okhelp note add', t.note.add.examples.asked],
      ['okhelp note add --type payment --amount 66.00 --balance 934.00', t.note.add.examples.payment],
      ['okhelp note add --type balance --balance 934.00', t.note.add.examples.reading],
      ['okhelp note add --type topup --amount 500 --status failed --error E1042', t.note.add.examples.failed],
    ],
  }),

  async run(options, context) {
    const base = newNote(context);
    let written = writtenIn(options);
    const prompter = isWhole(written) ? null : await context.prompter();
    if (prompter) written = await askForNote(written, base, prompter, context);
    const made = noteFrom(written, base, context);
    const { notes } = await context.store();
    const [id] = notes.add([made], 'note add');
    const note = notes.get(id!)!;
    const ledger = notes.list({ account: note.account, currency: note.currency });
    const mismatch = mismatchAt(note, ledger);
    if (context.json) printDocument(note, mismatch, context);
    else print(note, mismatch, ledger, context);
    return 0;
  },
};

function isWhole(written: Written): boolean {
  if (written.type === undefined) return false;
  return readType(written.type) === 'balance' ? written.balance !== undefined : written.amount !== undefined;
}

/** What does not add up at this note's own balance; null where it agrees or there is nothing to hold it against. */
function mismatchAt(note: Note, ledger: readonly Note[]): Mismatch | null {
  if (note.balance === null) return null;
  const [finding] = checkNotes(ledger, { account: note.account, currency: note.currency }).accounts;
  return finding?.mismatches.find((mismatch) => mismatch.at.note.id === note.id) ?? null;
}

function printDocument(note: Note, mismatch: Mismatch | null, { io }: Context): void {
  const exact = (units: bigint) => formatAmount(units, note.currency);
  const document = {
    schema: 'okhelp.note/1',
    note: noteDocument(note),
    effect: exact(counts(note) ? movement(note) : 0n),
    mismatch: mismatch && {
      expected: exact(mismatch.expected),
      recorded: exact(mismatch.recorded),
      difference: exact(mismatch.difference),
    },
  };
  io.out(JSON.stringify(document, null, 2));
}

function print(note: Note, mismatch: Mismatch | null, ledger: readonly Note[], { io, t }: Context): void {
  const words = t.note.add;
  const effect =
    note.type === 'balance'
      ? words.reading
      : counts(note)
        ? words.effect(formatAmount(movement(note), note.currency, { plus: true }), note.currency)
        : words.noEffect(t.ledger.statuses[note.status]);
  io.out(
    [words.recorded(note.id), `  ${noteLine(note, t).slice(note.id.length + 2)}`, ...wrap(effect, io.width)].join('\n'),
  );
  if (mismatch?.after) {
    const exact = (units: bigint) => formatAmount(units, note.currency);
    const { difference } = mismatch;
    const warning = words.disagrees({
      balance: `${exact(mismatch.recorded)} ${note.currency}`,
      expected: exact(mismatch.expected),
      size: exact(difference < 0n ? -difference : difference),
      less: difference < 0n,
      since: formatWallClock(mismatch.after.note.time),
      earlier: exact(mismatch.after.balance),
    });
    io.say(wrap(warning, io.widthErr).map(io.paintErr.warn).join('\n'));
    io.say(words.explain);
  } else if (ledger.some(({ balance }) => balance !== null)) io.say(words.check);
}
