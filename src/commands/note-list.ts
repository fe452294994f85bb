// `okhelp note list`: the notes as a table, oldest first.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { writeNotesJson } from '../formats/okhelp-json.ts';
import { formatAmount } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type Note } from '../ledger/note.ts';
import { formatWallClock } from '../ledger/time.ts';
import type { Messages } from '../messages/index.ts';
import type { Io } from '../terminal/io.ts';
import { tell } from '../terminal/lines.ts';
import { type Column, cut, pairs, table } from '../terminal/table.ts';
import { type FilterOptions, filterOptions, notesWanted } from './note/filter.ts';
import { noteFields } from './note/lines.ts';

/** The length of `2026-03-01`. */
const DAY = 10;

export const noteList: CommandModule<FilterOptions> = {
  define: (t) => ({
    summary: t.note.list.summary,
    options: filterOptions(t),
    examples: [
      ['okhelp note list', t.note.list.examples.all],
      ['okhelp note list --status pending', t.note.list.examples.pending],
      ['okhelp note list --limit 10', t.note.list.examples.recent],
      ['okhelp note list --since 2026-03-01 --account main', t.note.list.examples.since],
      ['okhelp note list --json', t.note.list.examples.json],
    ],
  }),

  async run(options, context) {
    const notes = await notesWanted(options, context);
    if (context.json) {
      context.io.stdout.write(writeNotesJson(notes));
      return 0;
    }
    const all = (await context.store()).notes.count();
    if (notes.length === 0) say(all, context);
    else {
      const draw = context.io.width < 48 || context.plain ? stacked : notesTable;
      context.io.out(draw(notes, context.t, context.io).join('\n'));
      context.io.say(context.io.paintErr.quiet(context.t.note.list.shown(notes.length, all)));
    }
    return 0;
  },
};

function say(all: number, { io, t }: Context): void {
  io.out(all === 0 ? t.note.list.none : t.note.list.noneFound);
  if (all === 0) tell(t.note.list.start, { io });
}

/** Where it is narrow the text is cut, then the time is its day alone; then fees, text, account and type are left out. */
function notesTable(notes: readonly Note[], t: Messages, { width, paint }: Pick<Io, 'width' | 'paint'>): string[] {
  const { columns } = t.note.list;
  const currencies = new Set(notes.map(({ currency }) => currency));
  const single = currencies.size === 1 ? ` ${notes[0]!.currency}` : '';
  const exact = (units: bigint, note: Note) => formatAmount(units, note.currency);
  const money = (units: bigint, note: Note) => (single ? exact(units, note) : `${exact(units, note)} ${note.currency}`);
  const balance = (note: Note) => (note.type === 'balance' ? money(note.balance!, note) : exact(note.balance!, note));
  const shown: [column: Column, cell: (note: Note) => string][] = [
    [{ title: columns.id }, (note) => note.id],
    [{ title: columns.time, brief: (cell) => cell.slice(0, DAY) }, ({ time }) => formatWallClock(time)],
    [{ title: columns.type, drop: 4 }, ({ type }) => (type === 'balance' ? t.note.list.reading : t.ledger.types[type])],
    [
      { title: `${columns.amount}${single}`, align: 'right' },
      (note) => (note.type === 'balance' ? '' : money(note.amount, note)),
    ],
  ];
  if (notes.some(({ fee }) => fee !== 0n)) {
    shown.push([
      { title: columns.fee, align: 'right', drop: 1 },
      (note) => (note.fee === 0n ? '' : exact(note.fee, note)),
    ]);
  }
  if (notes.some((note) => note.balance !== null)) {
    shown.push([{ title: columns.balance, align: 'right' }, (note) => (note.balance === null ? '' : balance(note))]);
  }
  if (notes.some(({ status }) => status !== 'completed')) {
    const status = (note: Note) => (note.status === 'completed' ? '' : t.ledger.statuses[note.status]);
    shown.push([{ title: columns.status, paint: paint.warn }, status]);
  }
  if (notes.some(({ account }) => account !== DEFAULT_ACCOUNT)) {
    shown.push([{ title: columns.account, min: 5, drop: 3 }, (note) => note.account]);
  }
  if (notes.some((note) => about(note) !== '')) shown.push([{ title: columns.about, min: 12, drop: 2 }, about]);
  const rows = notes.map((note) => shown.map(([, cell]) => cell(note)));
  const [heading, ...lines] = table(
    rows,
    shown.map(([column]) => column),
    width,
  );
  return [paint.heading(heading!), ...lines];
}

/** Where no table fits: each note on lines of its own, the later ones indented. */
function stacked(notes: readonly Note[], t: Messages, { width, paint }: Pick<Io, 'width' | 'paint'>): string[] {
  return notes.flatMap((note) => {
    const [, ...fields] = noteFields(note, t);
    const shown = fields.filter(([name]) => name !== t.ledger.fields.type && name !== t.ledger.fields.reference);
    const heading = `${note.id}  ${formatWallClock(note.time)}  ${t.ledger.types[note.type]}`;
    return [paint.heading(cut(heading, width)), ...pairs(shown, width, 2)];
  });
}

function about(note: Note): string {
  return [note.counterparty, note.memo, note.error].filter(Boolean).join(' · ');
}
