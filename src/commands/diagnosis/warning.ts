// What a person should know though the diagnosis goes on: said on stderr, wrapped.
import type { Context } from '../../context.ts';
import type { OkhelpError } from '../../errors.ts';
import { sayWarning } from '../../terminal/lines.ts';

export function warn(text: string, context: Pick<Context, 'io' | 't' | 'plain'>): void {
  sayWarning(text, context);
}

/** What an error says, in the user's language. */
export function sentence({ code, values }: OkhelpError, { t }: Pick<Context, 't'>): string {
  return (t.errors.codes[code] as (values: unknown) => { message: string })(values).message;
}
