// `okhelp note export`: the notes as CSV or JSON, in a form that `note import` reads back the same.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeOutput } from '../files.ts';
import { writeNotes } from '../formats/okhelp-csv.ts';
import { writeNotesJson } from '../formats/okhelp-json.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { type FilterOptions, filterOptions, notesWanted } from './note/filter.ts';

interface Options extends FilterOptions {
  args: string[];
  format?: 'csv' | 'json';
  output?: string;
  force?: boolean;
}

export const noteExport: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.export.summary,
    arguments: [{ name: '[FILE]', description: t.note.export.file }],
    options: [
      { flags: '--format <FORMAT>', description: t.note.export.flags.format, choices: ['csv', 'json'] },
      { flags: '-o, --output <FILE>', description: t.note.export.flags.output },
      { flags: '--force', description: t.note.export.flags.force },
      ...filterOptions(t),
    ],
    examples: [
      ['okhelp note export notes.csv', t.note.export.examples.csv],
      ['okhelp note export notes.json', t.note.export.examples.json],
      ['okhelp note export --account main', t.note.export.examples.some],
    ],
  }),

  async run(options, context) {
    const { io, t, json } = context;
    if (options.output !== undefined && options.args[0] !== undefined) {
      throw new OkhelpError('unexpected-argument', { argument: options.args[0] });
    }
    const file = options.output ?? options.args[0] ?? '-';
    const toStdout = file === '-';
    if (json && toStdout && options.format === 'csv') {
      throw new OkhelpError('bad-value', { flag: '--format', value: 'csv', expected: t.note.expected.json });
    }
    const format = options.format ?? (/\.json$/i.test(file) || (json && toStdout) ? 'json' : 'csv');
    const notes = await notesWanted(options, context);
    const content = format === 'json' ? writeNotesJson(notes) : writeNotes(notes);
    await writeOutput(file, content, context, { force: options.force });
    if (toStdout) return 0;
    if (json) io.out(JSON.stringify({ schema: 'okhelp.export/1', file, format, notes: notes.length }, null, 2));
    else io.say(t.note.export.written(cleanForTerminal(file), notes.length));
    return 0;
  },
};
