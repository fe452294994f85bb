// `okhelp note export`: the notes as CSV or JSON, in a form that `note import` reads back the same.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { type Content, writeOutput } from '../files.ts';
import { notesHeader, writeNoteRows } from '../formats/okhelp-csv.ts';
import { writingNotesJson } from '../formats/okhelp-json.ts';
import type { Note } from '../ledger/note.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { tell } from '../terminal/lines.ts';
import { type FilterOptions, filterOptions, piecesWanted } from './note/filter.ts';

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
    const pieces = await piecesWanted(options, context);
    const { startProgress } = await import('../terminal/progress.ts');
    // On a terminal what is written would run into what is told of it.
    const progress = toStdout ? null : startProgress(t.note.export.working(cleanForTerminal(file)), context);
    let count = 0;
    const content: Content = (write) =>
      writing[format](write, (use) =>
        pieces(async (notes, share) => {
          count += notes.length;
          await progress?.update(share, 1);
          await use(notes);
        }),
      );
    try {
      await writeOutput(file, content, context, { force: options.force });
    } finally {
      progress?.stop();
    }
    if (toStdout) return 0;
    if (json) io.document({ schema: 'okhelp.export/1', file, format, notes: count });
    else tell(t.note.export.written(file, count), { io });
    return 0;
  },
};

/** The format that the name of the file to be written asks for; CSV where it asks for none. */
function formatByName(file: string): Format {
  if (/\.json$/i.test(file)) return 'json';
  if (/\.(hledger|journal)$/i.test(file)) return 'hledger';
  return /\.(beancount|bean)$/i.test(file) ? 'beancount' : 'csv';
}

type Write = (text: string) => Promise<void>;
type Pieces = (use: (notes: readonly Note[]) => Promise<void>) => Promise<void>;

/** CSV and JSON are written as the notes come; a journal begins with its accounts, so it needs all of them first. */
const writing: Record<Format, (write: Write, pieces: Pieces) => Promise<void>> = {
  csv: async (write, pieces) => {
    await write(notesHeader());
    await pieces((notes) => write(writeNoteRows(notes)));
  },
  json: async (write, pieces) => {
    const { head, some, tail } = writingNotesJson();
    await write(head);
    await pieces((notes) => write(some(notes)));
    await write(tail());
  },
  hledger: async (write, pieces) => {
    const { writeHledger } = await import('../formats/write-hledger.ts');
    await write(writeHledger(await together(pieces)));
  },
  beancount: async (write, pieces) => {
    const { writeBeancount } = await import('../formats/write-beancount.ts');
    await write(writeBeancount(await together(pieces)));
  },
};

async function together(pieces: Pieces): Promise<Note[]> {
  const all: Note[] = [];
  await pieces(async (notes) => {
    for (const note of notes) all.push(note);
  });
  return all;
}
