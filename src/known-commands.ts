// The commands, flags and arguments there are, for the check of the texts that tell people what to type.
import { COMMANDS, GLOBAL_FLAGS } from './cli.ts';
import type { KnownCommand } from './knowledge/commands-named.ts';
import type { Messages } from './messages/index.ts';

const WITH_VALUE: readonly string[] = ['--lang', '--data-dir'];

/** All commands with their own flags and those that every command takes. */
export async function knownCommands(t: Messages): Promise<KnownCommand[]> {
  const everywhere = [...GLOBAL_FLAGS, '-h'].map((name) => ({ names: [name], takesValue: WITH_VALUE.includes(name) }));
  return Promise.all(
    COMMANDS.map(async ({ name, load }) => {
      const definition = (await load()).define(t);
      const own = definition.options.map(({ flags }) => ({
        names: flags.match(/(?<![\w-])--?[a-z][a-z-]*/g) ?? [],
        takesValue: flags.includes('<'),
      }));
      return { name, flags: [...own, ...everywhere], takesArguments: Boolean(definition.arguments?.length) };
    }),
  );
}
