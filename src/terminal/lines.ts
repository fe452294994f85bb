// Paragraphs and items of an answer: cleaned, wrapped at the width of the output, painted line by line.

import type { Messages } from '../messages/index.ts';
import { cleanForTerminal } from './clean.ts';
import type { Io } from './io.ts';
import { displayWidth, wrap } from './width.ts';

type Paint = (line: string) => string;
const plain: Paint = (line) => line;

export function paragraph(text: string, { io }: { io: Pick<Io, 'width'> }, paint = plain): string[] {
  return wrap(cleanForTerminal(text), io.width).map(paint);
}

/** Indented by two columns, its further lines by four. */
export function item(text: string, { io }: { io: Pick<Io, 'width'> }, paint = plain): string[] {
  return wrap(cleanForTerminal(text), io.width - 2, 2).map((line) => paint(`  ${line}`));
}

/** What belongs to the item above it: indented by four columns. */
export function under(text: string, { io }: { io: Pick<Io, 'width'> }, paint = plain): string[] {
  return wrap(cleanForTerminal(text), io.width - 4).map((line) => paint(`    ${line}`));
}

const SIGNS = { good: '✓', bad: '✗', warn: '!', urgent: '!', ask: '?' } as const;
const PAINTS = { good: 'good', bad: 'bad', warn: 'warn', urgent: 'bad', ask: 'warn' } as const;

export interface CalloutView {
  io: Pick<Io, 'width' | 'widthErr' | 'paint' | 'paintErr'>;
  t: Pick<Messages, 'ask'>;
  plain?: boolean;
}

/**
 * A verdict or a warning: its sign in colour, the words behind it; further lines stand under the words. Plain, a word in the
 * place of the sign: `word`, or that of its kind. On standard output unless `on` says otherwise.
 */
export function callout(
  kind: keyof typeof SIGNS,
  text: string,
  { io, t, plain }: CalloutView,
  { on = 'out', word }: { on?: 'out' | 'err'; word?: () => string } = {},
): string[] {
  const paint = (on === 'out' ? io.paint : io.paintErr)[PAINTS[kind]];
  const width = on === 'out' ? io.width : io.widthErr;
  if (plain) {
    const { ok, warning } = t.ask.spoken;
    const spoken = word ? word() : kind === 'good' ? ok : warning;
    return wrap(spoken + cleanForTerminal(text), width).map(paint);
  }
  return wrap(cleanForTerminal(text), width - 2).map((line, i) =>
    i === 0 ? paint(`${SIGNS[kind]} ${line}`) : PAINTS[kind] === 'bad' ? paint(`  ${line}`) : `  ${line}`,
  );
}

/** A warning on stderr. */
export function sayWarning(text: string, view: CalloutView & { io: Pick<Io, 'say'> }): void {
  view.io.say(callout('warn', text, view, { on: 'err' }).join('\n'));
}

/** A sentence of the answer, wrapped. */
export function answer(text: string, { io }: { io: Pick<Io, 'out' | 'width'> }): void {
  io.out(wrap(cleanForTerminal(text), io.width).join('\n'));
}

/** A sentence of the conversation, wrapped; nothing under `--quiet`. */
export function tell(text: string, { io }: { io: Pick<Io, 'say' | 'widthErr'> }): void {
  io.say(wrap(cleanForTerminal(text), io.widthErr).join('\n'));
}

/** What could not be done where okhelp goes on asking: the message and under it the hint, also under `--quiet`. */
export function tellFailed(
  { message, hint }: { message: string; hint: string },
  { io }: { io: Pick<Io, 'complain' | 'widthErr' | 'paintErr'> },
): void {
  const lines = (text: string) => wrap(cleanForTerminal(text), io.widthErr);
  io.complain([...lines(message).map(io.paintErr.bad), ...(hint ? lines(hint) : [])].join('\n'));
}

/** A text that is sent on, as one reads it: at a terminal its lines break between words; elsewhere it stays as it is. */
export function readable(text: string, { stdout, width }: Pick<Io, 'stdout' | 'width'>): string {
  if (!stdout.isTTY) return text;
  const fits = (line: string) => displayWidth(line) <= width;
  const hang = (line: string) => /^(?:- |\d{1,2}\. )?/.exec(line)![0].length;
  const lines = text.split('\n').flatMap((line) => (fits(line) ? [line] : wrap(line, width, hang(line))));
  return lines.join('\n');
}

/** A verdict with its sign; plain, with the sign's word where it has one, since a voice would read the sign's name. */
export function signed(sign: string, text: string, { plain }: { plain?: boolean }, word?: () => string): string {
  if (plain) return word ? word() + text : text;
  return `${sign} ${text}`;
}
