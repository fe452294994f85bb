// Which column is what: a few questions with guesses, the first rows as they would be read, and a name to keep it under.
import type { Context } from '../../context.ts';
import type { ChosenColumns } from '../../file-columns.ts';
import { mappedCsv } from '../../formats/generic-csv.ts';
import type { NoteDefaults } from '../../formats/note-rows.ts';
import type { Statement, StatementFile } from '../../formats/statement.ts';
import { guessColumns, type UnknownTable, unknownTable } from '../../formats/unknown-table.ts';
import type { DateOrder, DatesRead } from '../../ledger/findings.ts';
import { formatAmount } from '../../ledger/money.ts';
import { formatWallClock } from '../../ledger/time.ts';
import { loadReadingMessages, type ReadingMessages } from '../../messages/index.ts';
import { shellWord } from '../../shell-word.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { tell } from '../../terminal/lines.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { cut } from '../../terminal/table.ts';
import { isColumnsName, mapText } from './reading.ts';

type Field = 'time' | 'amount' | 'in' | 'out' | 'balance' | 'counterparty';

/** The place of a column; null: there is none; `two`: the amount stands in two of them. */
type Place = number | 'two' | null;
type Places = Partial<Record<Field, Place>>;

interface Asking {
  file: StatementFile;
  table: UnknownTable;
  prompter: Prompter;
  defaults: NoteDefaults;
  words: ReadingMessages;
  context: Pick<Context, 't' | 'io' | 'lang'>;
}

const SAMPLES = 2;
const SHOWN = 3;

/** Null where the file holds no table, or the user does not want it read. `offers`: the columns may be kept. */
export async function askColumns(
  file: StatementFile,
  offers: boolean,
  prompter: Prompter,
  defaults: NoteDefaults,
  context: Pick<Context, 't' | 'io' | 'lang'>,
): Promise<ChosenColumns | null> {
  const table = unknownTable(file);
  if (!table) return null;
  const words = await loadReadingMessages(context.lang);
  const asking: Asking = { file, table, prompter, defaults, words, context };
  tell(words.ask.intro(file.name), context);
  let places: Places = guesses(table);
  for (;;) {
    places = await askPlaces(places, asking);
    const map = mapOf(places, table);
    const { dateOrder, statement } = await settleDates(map, asking);
    const answer = await confirm(map, statement, asking);
    if (answer === 'leave') return null;
    if (answer === 'choose') continue;
    const keep = offers ? await askName(asking) : null;
    const flag = `--columns ${shellWord(mapText(map).replaceAll(', ', ','))}`;
    const ordered = dateOrder ? ` --date-order ${dateOrder}` : '';
    if (!Object.values(map).some((name) => name.includes(','))) {
      tell(words.again, context);
      context.io.say(`  ${cleanForTerminal(flag + ordered)}`);
    }
    return { map, ...(dateOrder && { dateOrder }), from: null, keep };
  }
}

function guesses(table: UnknownTable): Places {
  const { time, amount, in: into, out, balance = null, counterparty = null } = guessColumns(table);
  const sides = into !== undefined && out !== undefined;
  return { time, amount: sides ? 'two' : amount, in: into, out, balance, counterparty };
}

/** Asks for each field in turn; going back asks for the one before again. */
async function askPlaces(guessed: Places, asking: Asking): Promise<Places> {
  const places: Places = {};
  const asked: Field[] = [];
  for (;;) {
    const field = nextField(places, asked);
    if (!field) return places;
    const taken = asked.map((one) => places[one]).filter((place) => typeof place === 'number');
    const answer = await askPlace(field, guessed[field], taken as number[], asked.length > 0, asking);
    if (answer === BACK) delete places[asked.pop()!];
    else {
      places[field] = answer;
      asked.push(field);
    }
  }
}

function nextField({ amount }: Places, asked: readonly Field[]): Field | undefined {
  const sides: Field[] = amount === 'two' ? ['in', 'out'] : [];
  const order: Field[] = ['time', 'amount', ...sides, 'balance', 'counterparty'];
  return order.find((field) => !asked.includes(field));
}

function askPlace(
  field: Field,
  guess: Place | undefined,
  taken: readonly number[],
  back: boolean,
  { table, words, prompter, context }: Asking,
): Promise<Place | typeof BACK> {
  const choices = table.header
    .map((name, at) => ({ value: at as Place, label: labelOf(name, at, table) }))
    .filter(({ value }) => !taken.includes(value as number))
    .filter(({ value }) => table.header.indexOf(table.header[value as number]!) === value);
  if (field === 'amount') choices.push({ value: 'two', label: words.ask.two });
  if (field === 'balance' || field === 'counterparty') choices.push({ value: null, label: words.ask.none });
  const known = choices.some(({ value }) => value === guess);
  return prompter.select<Place>({
    message: words.ask[field],
    help: context.t.why.columns,
    choices,
    ...(known && { default: guess }),
    back,
  });
}

/** The column's name with what stands in it. */
function labelOf(name: string, at: number, { rows }: UnknownTable): string {
  const cells = rows.map((row) => row.cells[at]!).filter(Boolean);
  const samples = cells.slice(0, SAMPLES).map((cell) => cut(cleanForTerminal(cell), 24));
  return [cut(cleanForTerminal(name), 24), samples.length ? `(${samples.join(' · ')})` : ''].filter(Boolean).join('  ');
}

function mapOf(places: Places, { header }: UnknownTable): Record<string, string> {
  const entries = Object.entries(places).filter(([, place]) => typeof place === 'number');
  return Object.fromEntries(entries.map(([field, place]) => [field, header[place as number]!]));
}

const read = (map: Record<string, string>, { file, defaults }: Asking, dateOrder?: DateOrder): Statement =>
  mappedCsv(map).read(file, { ...defaults, ...(dateOrder && { dateOrder }) });

/** Where the file leaves day and month open, the user says it. */
async function settleDates(map: Record<string, string>, asking: Asking) {
  const { prompter, words } = asking;
  const statement = read(map, asking);
  const { dates } = statement;
  if (!dates || ['asked', 'only-one-exists', 'points'].includes(dates.because)) return { statement };
  const order = await prompter.select<DateOrder>({
    message: words.ask.dates(dates.example),
    choices: [
      { value: 'day-first', label: words.ask.dayFirst(dayAs('day-first', dates)) },
      { value: 'month-first', label: words.ask.monthFirst(dayAs('month-first', dates)) },
    ],
    default: dates.order,
  });
  const dateOrder = order === BACK ? dates.order : order;
  return { statement: read(map, asking, dateOrder), dateOrder };
}

/** The example's day, read in this order. */
function dayAs(order: DateOrder, dates: DatesRead): string {
  const [year, month, day] = dates.read.split('-');
  return order === dates.order ? dates.read : [year, day, month].join('-');
}

async function confirm(map: Record<string, string>, statement: Statement, { prompter, words, context }: Asking) {
  const { notes, unreadable } = statement;
  const rows = notes.slice(0, SHOWN).map((note) => {
    const money = `${formatAmount(note.amount, note.currency, { plus: true })} ${note.currency}`;
    const balance =
      note.balance === null ? '' : `${context.t.ledger.fields.balance} ${formatAmount(note.balance, note.currency)}`;
    return [formatWallClock(note.time), money, balance, cut(note.counterparty, 30)].filter(Boolean).join('  ');
  });
  const preview = notes.length ? [words.ask.rows(notes.length, unreadable.length), ...rows] : [words.ask.noRows];
  const answer = await prompter.select<'yes' | 'choose' | 'leave'>({
    message: words.ask.confirm,
    why: [mapText(map), ...preview].join('\n'),
    choices: [
      ...(notes.length ? [{ value: 'yes' as const, label: words.ask.yes }] : []),
      { value: 'choose', label: words.ask.choose },
      { value: 'leave', label: words.ask.leave },
    ],
  });
  return answer === BACK ? 'choose' : answer;
}

/** Proposes the file's own name; null where nothing is to be kept. */
async function askName({ file, prompter, words }: Asking): Promise<string | null> {
  const stem = file.name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[=,]/g, ' ')
    .slice(0, 40);
  const answer = await prompter.input({
    message: words.ask.name,
    hint: words.ask.nameHint,
    ...(isColumnsName(stem) && { default: stem }),
    validate: (text) => (text.trim() === '' || isColumnsName(text) ? null : words.nameRule),
  });
  return answer === BACK || answer.trim() === '' ? null : answer.trim();
}
