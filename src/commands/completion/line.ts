// The command line as far as it is typed: which command it is, which flags and arguments it has, and what comes next.
import { COMMANDS, type CommandEntry, FAMILIES, type Family } from '../../cli.ts';
import type { Definition, OptionDefinition } from '../../definition.ts';

/** The words before the one at the cursor, read; `words` are those behind the command's name. */
export interface Begun {
  /** After `okhelp help`: only a command's name or a topic can follow. */
  help: boolean;
  family: Family | null;
  entry: CommandEntry | null;
  /** Something stands where a command should that is none. */
  unknown: boolean;
  words: string[];
  /** What was said by the flags that every command takes. */
  lang: string | null;
  dataDir: string | null;
  /** The flag that every command takes and whose value comes next. */
  awaits: '--lang' | '--data-dir' | null;
}

const GLOBAL_VALUE = /^(--lang|--data-dir)(?:=(.*))?$/s;

/** Takes out the flags that every command takes, and finds the command. */
export function begin(before: readonly string[]): Begun {
  const begun: Begun = {
    help: false,
    family: null,
    entry: null,
    unknown: false,
    words: [],
    lang: null,
    dataDir: null,
    awaits: null,
  };
  for (let i = 0; i < before.length; i++) {
    const word = before[i]!;
    if (begun.entry && word === '--') {
      begun.words.push(...before.slice(i));
      break;
    }
    const [, flag, value] = GLOBAL_VALUE.exec(word) ?? [];
    if (flag) {
      const said = value ?? before[++i] ?? null;
      if (said === null) begun.awaits = flag as Begun['awaits'];
      else if (flag === '--lang') begun.lang = said;
      else begun.dataDir = said;
    } else if (begun.entry && !(begun.family && begun.words.length === 0 && startsVerb(begun, word))) {
      begun.words.push(word);
    } else if (!word.startsWith('-')) name(begun, word);
  }
  return begun;
}

/** `contact` is a command and a family: the word behind it may still be the verb. */
function startsVerb(begun: Begun, word: string): boolean {
  return COMMANDS.some((command) => command.name === `${begun.family} ${word}`) && begun.entry!.name === begun.family;
}

function name(begun: Begun, word: string): void {
  const called = begun.family ? `${begun.family} ${word}` : word;
  if (word === 'help' && !begun.family && !begun.help) {
    begun.help = true;
    return;
  }
  begun.entry = COMMANDS.find((command) => command.name === called) ?? null;
  if (!begun.family) begun.family = FAMILIES.find((family) => family === word) ?? null;
  else if (!begun.entry) begun.unknown = true;
  if (!begun.entry && !begun.family) begun.unknown = true;
}

/** How the words behind a command's name are to be taken. */
export interface Taken {
  args: string[];
  /** The flags given so far, by their long names, each with its values. */
  given: Map<string, string[]>;
  /** The flag whose value comes next. */
  awaits: OptionDefinition | null;
  /** Behind `--`: flags are no longer flags. */
  onlyArguments: boolean;
}

export function take(words: readonly string[], { options }: Definition): Taken {
  const taken: Taken = { args: [], given: new Map(), awaits: null, onlyArguments: false };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (taken.onlyArguments || word === '-' || !word.startsWith('-')) taken.args.push(word);
    else if (word === '--') taken.onlyArguments = true;
    else {
      const option = optionNamed(word.split('=')[0]!, options);
      if (!option) continue;
      const values = taken.given.get(longName(option)) ?? [];
      taken.given.set(longName(option), values);
      if (word.includes('=')) values.push(word.slice(word.indexOf('=') + 1));
      else if (takesValue(option)) {
        if (i + 1 < words.length) values.push(words[++i]!);
        else taken.awaits = option;
      }
    }
  }
  return taken;
}

export function optionNamed(flag: string, options: readonly OptionDefinition[]): OptionDefinition | undefined {
  return options.find((option) => namesOf(option).includes(flag));
}

/** `-o` and `--output`. */
export function namesOf({ flags }: Pick<OptionDefinition, 'flags'>): string[] {
  return flags.match(/(?<![\w-])--?[a-z][a-z-]*/gi) ?? [];
}

export function longName(option: Pick<OptionDefinition, 'flags'>): string {
  return namesOf(option).at(-1)!;
}

export const takesValue = ({ flags }: Pick<OptionDefinition, 'flags'>): boolean => flags.includes('<');
