// Walks through the prompts of a command: asks each for help, takes a choice that was not taken before, types what will do.
import { squeezed } from './person.ts';
import { KEY, type Session } from './session.ts';

/** A prompt that was met: the first row of its question, and the screen after `?`. */
export interface Met {
  question: string;
  helped: string;
}

/** Typed one after the other until one is accepted; first Enter alone. */
const TYPED = ['', '5', '2026-03-01 10:00', 'someone@example.com', '+44 20 7946 0000', 'https://example.com', 'time'];

/** A question is asked again in some loops ("what now?"): so often, then it is left. */
const OFTEN = 3;

/** The rows of the prompt that waits; none where none does. */
function prompt(terminal: Session): string[] {
  const screen = terminal.screen();
  const begin = screen.findLastIndex((row) => row.startsWith('? '));
  const rows = begin < 0 ? [] : screen.slice(begin);
  return rows.some((row) => /^( {2})?>/.test(row)) ? rows : [];
}

const questionOf = (rows: readonly string[]) => squeezed((rows[0] ?? '').slice(2));
const markedIn = (rows: readonly string[]) =>
  rows
    .find((row) => row.startsWith('> '))
    ?.slice(2)
    .trim();

/** Waits until what was pressed has been drawn: something came, and then nothing for a moment. */
async function drawn(terminal: Session, before: number): Promise<void> {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  for (let turns = 0; terminal.raw().length === before && !terminal.ended() && turns < 100; turns++) await pause(10);
  for (let now = -1; now !== terminal.raw().length; ) {
    now = terminal.raw().length;
    await pause(40);
  }
}

async function press(terminal: Session, keys: string): Promise<void> {
  const before = terminal.raw().length;
  terminal.send(keys);
  await drawn(terminal, before);
}

/**
 * One way through a command to its end, or out of a loop with Ctrl-C. `taken` holds the choices of each list that were
 * taken in earlier ways; `leaves` are the words that the help of every prompt has.
 */
export async function walk(terminal: Session, taken: Map<string, Set<string>>, leaves: string): Promise<Met[]> {
  const met: Met[] = [];
  for (;;) {
    await terminal.waitFor(() => terminal.ended() || prompt(terminal).length > 0);
    if (terminal.ended()) return met;
    const rows = prompt(terminal);
    const question = questionOf(rows);
    const marked = markedIn(rows);
    terminal.send(marked === undefined ? `?${KEY.enter}` : '?');
    await terminal.waitFor((screen) => squeezed(screen.join('')).includes(squeezed(leaves)));
    met.push({ question, helped: terminal.screen().join('\n') });
    if (met.filter((one) => one.question === question).length > OFTEN) {
      terminal.send(KEY.ctrlC);
      return met;
    }
    if (marked === undefined) await type(terminal, question);
    else await choose(terminal, question, taken);
  }
}

/** The first choice that was not taken yet, else the last one above the way back. */
async function choose(terminal: Session, question: string, taken: Map<string, Set<string>>): Promise<void> {
  const before = taken.get(question) ?? new Set();
  taken.set(question, before);
  const label = () => markedIn(prompt(terminal)) ?? '';
  for (let now = label(), last = ''; now !== last && before.has(now); ) {
    last = now;
    await press(terminal, KEY.down);
    now = label();
  }
  if (before.has(label()) && label().startsWith('←')) await press(terminal, KEY.up);
  before.add(label());
  await press(terminal, KEY.enter);
}

async function type(terminal: Session, question: string): Promise<void> {
  for (const text of TYPED) {
    await press(terminal, text === '' ? KEY.enter : `\x15${text}${KEY.enter}`);
    if (terminal.ended() || questionOf(prompt(terminal)) !== question) return;
  }
}
