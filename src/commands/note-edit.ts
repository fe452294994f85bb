// `okhelp note edit ID`: changes what is given and nothing else.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { noteDocument } from '../formats/okhelp-json.ts';
import { NOTE_FIELDS, type Note, type NoteField } from '../ledger/note.ts';
import { tell } from '../terminal/lines.ts';
import { BACK, type Prompter } from '../terminal/prompter.ts';
import { pairs } from '../terminal/table.ts';
import { wrap } from '../terminal/width.ts';
import { changedFields, type FieldChange } from './note/changes.ts';
import { noteFields } from './note/lines.ts';
import { askForField } from './note/questions.ts';
import { secretsIn, warnOfSecrets } from './note/secrets.ts';
import { noteFrom, noteOptions, type Written, writtenIn } from './note/values.ts';
import { sweepData } from './own/sweep.ts';

type Options = Written & { args: string[]; forGood?: boolean };

export const noteEdit: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.edit.summary,
    description: t.note.edit.description,
    arguments: [{ name: '<ID>', description: t.note.show.id }],
    options: [...noteOptions(t, { isNew: false }), { flags: '--for-good', description: t.note.edit.forGood }],
    examples: [
      ['okhelp note edit n12 --amount 66.50', t.note.edit.examples.amount],
      ['okhelp note edit n12 --status completed', t.note.edit.examples.status],
      ['okhelp note edit n12 --balance ""', t.note.edit.examples.clear],
      ['okhelp note edit n12 --memo "" --for-good', t.note.edit.examples.forGood],
      ['okhelp note edit n12', t.note.edit.examples.asked],
    ],
  }),

  async run(options, context) {
    const { notes } = await context.store();
    const before = notes.get(options.args[0]!);
    if (!before) throw new OkhelpError('unknown-note', { note: options.args[0]! });
    let written = writtenIn(options);
    if (Object.keys(written).length === 0) {
      const prompter = await context.prompter();
      if (!prompter) {
        const flag = NOTE_FIELDS.map((field) => `--${field}`).join(', ');
        throw new OkhelpError('answer-missing', { flag, what: context.t.note.what.change });
      }
      written = await askForChanges(before, prompter, context);
    }
    const after: Note = { ...before, ...noteFrom(written, before, context) };
    const changed = changedFields(before, after);
    const note = changed.length ? notes.edit(before.id, patchOf(changed, after), `note edit ${before.id}`) : before;
    if (options.forGood) notes.forgetEdits(note.id);
    const swept = options.forGood ? await sweepData(context) : false;
    const secrets = await secretsIn(
      note,
      changed.map(({ field }) => field),
      context.t,
    );
    if (context.json) {
      const erased = options.forGood ? { forGood: true as const, swept } : {};
      context.io.document({ schema: 'okhelp.note/1', note: noteDocument(note), changed, secrets, ...erased });
      return 0;
    }
    print(note, changed, options.forGood ?? false, context);
    if (swept) tell(context.t.note.edit.erased, context);
    warnOfSecrets(note, secrets, context);
    return 0;
  },
};

/** Lets the user pick one field after the other until nothing more is to be changed. */
async function askForChanges(before: Note, prompter: Prompter, context: Context): Promise<Written> {
  const { t } = context;
  const written: Written = {};
  for (;;) {
    const current: Note = { ...before, ...noteFrom(written, before, context) };
    const shown = new Map(noteFields(current, t));
    const label = (field: NoteField) =>
      t.note.edit.field(t.ledger.fields[field], shown.get(t.ledger.fields[field]) ?? '');
    const choices = NOTE_FIELDS.map((field) => ({ value: field as NoteField | null, label: label(field) }));
    const picked = await prompter.select({
      message: t.note.edit.which,
      choices: [...choices, { value: null, label: t.note.edit.done }],
    });
    if (picked === BACK || picked === null) return written;
    const answer = await askForField(picked, { base: current, type: current.type, back: true }, prompter, context);
    if (answer === BACK) continue;
    const answers =
      picked === 'type'
        ? await askForNeeded({ ...written, type: answer }, current, prompter, context)
        : { ...written, [picked]: answer };
    Object.assign(written, answers);
  }
}

/** A reading that becomes a transaction needs an amount, and the other way round a balance. */
async function askForNeeded(written: Written, current: Note, prompter: Prompter, context: Context): Promise<Written> {
  try {
    noteFrom(written, current, context);
    return written;
  } catch (error) {
    if (!(error instanceof OkhelpError) || error.code !== 'answer-missing') throw error;
    const field = (error.values as { flag: string }).flag === '--balance' ? 'balance' : 'amount';
    const type = field === 'balance' ? 'balance' : undefined;
    const answer = await askForField(field, { base: current, type, back: true }, prompter, context);
    return answer === BACK ? {} : { ...written, [field]: answer };
  }
}

function print(note: Note, changed: FieldChange[], forGood: boolean, { io, t }: Context): void {
  if (changed.length === 0) {
    io.out(t.note.edit.unchanged(note.id));
    return;
  }
  const rows = changed.map(({ field, from, to }): [string, string] => [
    t.ledger.fields[field],
    t.note.edit.from(named(field, from, t), named(field, to, t)),
  ]);
  io.out([t.note.edit.changed(note.id), ...pairs(rows, io.width, 2)].join('\n'));
  if (!forGood) io.say(wrap(t.note.edit.undo, io.widthErr).join('\n'));
}

function patchOf(changed: FieldChange[], after: Note): Partial<Pick<Note, NoteField>> {
  return Object.fromEntries(changed.map(({ field }) => [field, after[field]]));
}

/** Types and statuses by their names; everything else as it is. */
function named(field: NoteField, value: string, t: Context['t']): string {
  if (field === 'type') return t.ledger.types[value as Note['type']];
  if (field === 'status') return t.ledger.statuses[value as Note['status']];
  return value;
}
