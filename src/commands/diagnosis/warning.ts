// What a person should know though the diagnosis goes on: said on stderr, wrapped.
import type { Context } from '../../context.ts';
import type { OkhelpError } from '../../errors.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { wrap } from '../../terminal/width.ts';

export function warn(text: string, { io }: Pick<Context, 'io'>): void {
  io.say(io.paintErr.warn(wrap(cleanForTerminal(text), io.widthErr).join('\n')));
}

/** What an error says, in the user's language. */
export function sentence({ code, values }: OkhelpError, { t }: Pick<Context, 't'>): string {
  return (t.errors.codes[code] as (values: unknown) => { message: string })(values).message;
}
