// From a command's definition and the words on the line to its options, through commander; its complaints become ours.
import { Command, Option } from 'commander';
import { GLOBAL_FLAGS } from './cli.ts';
import type { Definition, Parsed } from './definition.ts';
import { OkhelpError } from './errors.ts';
import { nearest } from './nearest.ts';

/** A commander command that complains in okhelp's errors instead of printing English and leaving. */
class QuietCommand extends Command {
  unknownOption(flag: string): never {
    const name = flag.split('=')[0]!;
    const known = [...this.options.map((option) => option.long!), ...GLOBAL_FLAGS];
    throw new OkhelpError('unknown-flag', { flag: name, suggestion: nearest(name, known) });
  }
  optionMissingArgument(option: Option): never {
    throw new OkhelpError('missing-value', { flag: option.long ?? option.flags });
  }
  missingArgument(name: string): never {
    throw new OkhelpError('missing-argument', { argument: name });
  }
  _excessArguments(received: string[]): never {
    throw new OkhelpError('unexpected-argument', { argument: received[this.registeredArguments.length]! });
  }
}

/** Reads the words after the command's name. Throws an OkhelpError naming the flag or argument that is wrong. */
export function parseCommand(definition: Definition, words: readonly string[]): Parsed {
  const command = new QuietCommand().helpOption(false).allowExcessArguments(false);
  for (const { name, description } of definition.arguments ?? []) command.argument(name, description);
  for (const { flags, repeatable } of definition.options) {
    const option = new Option(flags);
    if (repeatable) option.argParser((value: string, previous: string[] = []) => [...previous, value]);
    command.addOption(option);
  }
  let args: string[] = [];
  command.action(() => {
    args = command.args;
  });
  command.parse([...words], { from: 'user' });
  const options = command.opts();
  for (const { flags, choices } of definition.options) {
    if (!choices) continue;
    const option = new Option(flags);
    const value = options[option.attributeName()];
    if (value !== undefined && !choices.includes(value)) {
      const flag = option.long!;
      throw new OkhelpError('bad-value', {
        flag,
        value,
        expected: choices.join(', '),
        suggestion: nearest(value, choices),
      });
    }
  }
  return { ...options, args };
}
