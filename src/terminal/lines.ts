// Paragraphs and items of an answer: cleaned, wrapped at the width of the output, painted line by line.
import { cleanForTerminal } from './clean.ts';
import type { Io } from './io.ts';
import { wrap } from './width.ts';

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

/** A verdict with its sign; plain, with the sign's word where it has one, since a voice would read the sign's name. */
export function signed(sign: string, text: string, { plain }: { plain?: boolean }, word?: () => string): string {
  if (plain) return word ? word() + text : text;
  return `${sign} ${text}`;
}
