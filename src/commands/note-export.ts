// `okhelp note export`: the notes as CSV or JSON, in a form that `note import` reads back the same.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeOutput } from '../files.ts';
import { writeNotes } from '../formats/okhelp-csv.ts';
import { writeNotesJson } from '../formats/okhelp-json.ts';
import type { Note } from '../ledger/note.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { type FilterOptions, filterOptions, notesWanted } from './note/filter.ts';

interface Options extends FilterOptions {
  args: string[];
  format?: Format;
  output?: string;
  force?: boolean;
}

const FORMATS = ['csv', 'json', 'hledger', 'beancount'] as const;
type Format = (typeof FORMATS)[number];

export const noteExport: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.export.summary,
    arguments: [{ name: '[FILE]', description: t.note.export.file }],
    options: [
      { flags: '--format <FORMAT>', description: t.note.export.flags.format, choices: FORMATS },
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
    if (json && toStdout && options.format !== undefined && options.format !== 'json') {
      throw new OkhelpError('bad-value', { flag: '--format', value: options.format, expected: t.note.expected.json });
    }
    const format = options.format ?? (json && toStdout ? 'json' : formatByName(file));
    const notes = await notesWanted(options, context);
    const content = await written(format, notes);
    await writeOutput(file, content, context, { force: options.force });
    if (toStdout) return 0;
    if (json) io.out(JSON.stringify({ schema: 'okhelp.export/1', file, format, notes: notes.length }, null, 2));
    else io.say(t.note.export.written(cleanForTerminal(file), notes.length));
    return 0;
  },
};

/** The format that the name of the file to be written asks for; CSV where it asks for none. */
function formatByName(file: string): Format {
  if (/\.json$/i.test(file)) return 'json';
  if (/\.(hledger|journal)$/i.test(file)) return 'hledger';
  return /\.(beancount|bean)$/i.test(file) ? 'beancount' : 'csv';
}

async function written(format: Format, notes: readonly Note[]): Promise<string> {
  switch (format) {
    case 'json':
      return writeNotesJson(notes);
    case 'hledger':
      return (await import('../formats/write-hledger.ts')).writeHledger(notes);
    case 'beancount':
      return (await import('../formats/write-beancount.ts')).writeBeancount(notes);
    case 'csv':
      return writeNotes(notes);
  }
}
