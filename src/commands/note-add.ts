// `okhelp note add`: records one transaction or balance reading, and says at once what that does to the balances.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { noteDocument } from '../formats/okhelp-json.ts';
import { formatAmount } from '../ledger/money.ts';
import { counts, movement, NOTE_FIELDS, type Note } from '../ledger/note.ts';
import { cut } from '../terminal/table.ts';
import { wrap } from '../terminal/width.ts';
import { newNote } from './note/defaults.ts';
import { noteLine } from './note/lines.ts';
import { newsBetween, newsDocument, newsOf, tellNews } from './note/news.ts';
import { askForNote } from './note/questions.ts';
import { secretsIn, warnOfSecrets } from './note/secrets.ts';
import { noteFrom, noteOptions, readType, type Written, writtenIn } from './note/values.ts';

export const noteAdd: CommandModule<Written> = {
  define: (t) => ({
    summary: t.note.add.summary,
    description: t.note.add.description,
    options: noteOptions(t, { isNew: true }),
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
    if (prompter) {
      const asked = await askForNote(written, base, prompter, context);
      if (asked === null) {
        context.io.say(context.t.ask.review.left);
        return 0;
      }
      written = asked;
    }
    const made = noteFrom(written, base, context);
    const { notes } = await context.store();
    const many = notes.count() > MANY ? await import('./note/many-notes.ts') : null;
    const before = many && (await many.checkOfMany(made, context));
    const [id] = notes.add([made], 'note add');
    const note = notes.get(id!)!;
    const { news, hasReadings } = many
      ? newsBetween(note, before, await many.checkOfMany(note, context))
      : newsOf(note, notes.list({ account: note.account, currency: note.currency }));
    const secrets = await secretsIn(note, NOTE_FIELDS, context.t);
    if (context.json) {
      const effect = formatAmount(counts(note) ? movement(note) : 0n, note.currency);
      const told = { effect, ...newsDocument(news), secrets };
      context.io.document({ schema: 'okhelp.note/1', note: noteDocument(note), ...told });
      return 0;
    }
    print(note, context);
    const isNews = tellNews(news, context);
    if (!isNews && hasReadings) {
      const { io, t } = context;
      io.say(wrap(t.note.add.check, io.widthErr).join('\n'));
    }
    warnOfSecrets(note, secrets, context);
    return 0;
  },
};

/** More notes than this are checked as they stream by; fewer are quicker in memory. */
const MANY = 20_000;

function isWhole(written: Written): boolean {
  if (written.type === undefined) return false;
  return readType(written.type) === 'balance' ? written.balance !== undefined : written.amount !== undefined;
}

function print(note: Note, { io, t }: Context): void {
  const words = t.note.add;
  const effect =
    note.type === 'balance'
      ? words.reading
      : counts(note)
        ? words.effect(formatAmount(movement(note), note.currency, { plus: true }), note.currency)
        : words.noEffect(t.ledger.statuses[note.status]);
  const line = cut(`  ${noteLine(note, t).slice(note.id.length + 2)}`, io.width);
  io.out([words.recorded(note.id), line, ...wrap(effect, io.width)].join('\n'));
}
