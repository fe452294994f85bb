// `okhelp case remind`: the dates of a case as a calendar file.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeOutput } from '../files.ts';
import { formatTime, momentAt } from '../ledger/time.ts';
import { type Alarm, alarmsOf } from '../support/alarms.ts';
import type { CalendarEntry } from '../support/calendar.ts';
import { remindersOf } from '../support/reminders.ts';
import { answer } from '../terminal/lines.ts';
import { wrap } from '../terminal/width.ts';
import { chosenCase } from './case/chosen.ts';
import { type WholeCase, wholeCase } from './case/whole.ts';

interface Options {
  args: string[];
  all?: boolean;
  output?: string;
  force?: boolean;
}

export const caseRemind: CommandModule<Options> = {
  define: ({ cases: { remind, id } }) => ({
    summary: remind.summary,
    description: remind.description,
    arguments: [{ name: '[ID]', description: id }],
    options: [
      { flags: '--all', description: remind.all },
      { flags: '-o, --output <FILE>', description: remind.output },
      { flags: '--force', description: remind.force },
    ],
    examples: [
      ['okhelp case remind', remind.examples.one],
      ['okhelp case remind --all -o okhelp.ics', remind.examples.all],
    ],
  }),

  async run({ args, all = false, output, force }, context) {
    const { io, t, json } = context;
    if (all && args.length > 0) throw new OkhelpError('not-together', { flag: '--all', other: args[0]! });
    if (output === '') throw new OkhelpError('missing-value', { flag: '--output' });
    const records = all ? (await context.store()).cases.list('open') : [await chosenCase(args[0], context)];
    const file = output ?? (all ? 'okhelp.ics' : `okhelp-${records[0]!.id}.ics`);
    const entries: DatedEntry[] = [];
    for (const record of records) entries.push(...entriesOf(await wholeCase(record, context), context));
    const words = t.cases.remind;
    const toStdout = file === '-';
    if (entries.length > 0 && !(json && toStdout)) {
      const { calendarFile } = await import('../support/calendar.ts');
      await writeOutput(file, calendarFile(entries, words.calendar, context.now()), context, { force });
    }
    if (json) {
      const { offset } = context.timeZone();
      const dates = entries.map(({ uid, day, title, rings }) => ({
        uid,
        day,
        title,
        alarms: rings.map(({ epoch }) => formatTime(momentAt(epoch, offset))),
      }));
      const written = entries.length > 0 && !toStdout ? file : null;
      io.document({ schema: 'okhelp.case-remind/1', file: written, dates });
    } else if (entries.length === 0) answer(words.none, { io });
    else if (!toStdout) {
      answer(words.written(file, entries.length), { io });
      io.say(wrap(words.add, io.widthErr).join('\n'));
    }
    return 0;
  },
};

interface DatedEntry extends CalendarEntry {
  rings: Alarm[];
}

/** Only what okhelp itself says: a calendar is often shared. */
function entriesOf({ record, steps, timeline }: WholeCase, context: Context): DatedEntry[] {
  const words = context.t.cases.remind;
  const [now, { offset }] = [context.now(), context.timeZone()];
  const opened = record.created.replace(/[-:]|\.\d+/g, '');
  return remindersOf(steps, now, offset).map((reminder) => {
    const { topic, day, mark, name } = reminder;
    const rings = alarmsOf(reminder, now, offset);
    return {
      uid: `${record.id}-${opened}-${mark}@okhelp.invalid`,
      day,
      title: words.title(record.id, words.topics[topic](name)),
      text: words.text(`okhelp case next ${record.id}`),
      sequence: timeline.length,
      alarms: rings.map(({ minutes }) => minutes),
      rings,
    };
  });
}
