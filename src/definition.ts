// What a command says of itself: its words, flags and examples. Help, parsing and completion are all made from this.
import type { Context } from './context.ts';
import type { Messages } from './messages/index.ts';

export interface OptionDefinition {
  /** As commander reads them: `-o, --output <FILE>`; `<…>` takes a value. */
  flags: string;
  description: string;
  /** May be given more than once; its value is then a list. */
  repeatable?: boolean;
  /** The only values it takes; another one is refused with a suggestion. */
  choices?: readonly string[];
}

export interface ArgumentDefinition {
  /** `[FILE]` may be left out, `<FILE>` may not, `[words...]` takes all that follow. */
  name: string;
  description: string;
}

export interface Definition {
  summary: string;
  /** What it does in a sentence or two, under the examples. */
  description?: string;
  arguments?: ArgumentDefinition[];
  options: OptionDefinition[];
  /** Pairs of a command line and what it is for. */
  examples: [line: string, purpose: string][];
}

/** One file in commands/: its definition and its run, which gives the exit status. */
export interface CommandModule<Options = never> {
  define(t: Messages): Definition;
  run(options: Options, context: Context): Promise<number>;
}

/** What parsing gives: the flags by their camel-cased names, and the arguments in order. */
export type Parsed = Record<string, unknown> & { args: string[] };
