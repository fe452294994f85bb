// The flags that every command takes, read before any command is known; they may stand anywhere on the line.
import { OkhelpError } from './errors.ts';
import { nearest } from './nearest.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Globals {
  lang: Language | null;
  json: boolean;
  noInput: boolean;
  noColor: boolean;
  /** `--accessible` or `--plain`: no picture, no colour, no sign without its word, prompts without redrawing. */
  plain: boolean;
  quiet: boolean;
  debug: boolean;
  dataDir: string | null;
  help: boolean;
  version: boolean;
  /** What is left: the command, its flags and arguments. */
  rest: string[];
}

const SWITCHES: Record<string, 'json' | 'noInput' | 'noColor' | 'plain' | 'quiet' | 'debug' | 'help'> = {
  '--json': 'json',
  '--no-input': 'noInput',
  '--no-color': 'noColor',
  '--accessible': 'plain',
  '--plain': 'plain',
  '--quiet': 'quiet',
  '--debug': 'debug',
  '--help': 'help',
  '-h': 'help',
};

/** Takes the global flags out of argv; what follows `--` is left alone. Throws on a bad value. */
export function readGlobals(argv: readonly string[]): Globals {
  const globals: Globals = {
    lang: null,
    json: argv.includes('--json'),
    noInput: false,
    noColor: false,
    plain: false,
    quiet: false,
    debug: false,
    dataDir: null,
    help: false,
    version: false,
    rest: [],
  };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') {
      globals.rest.push(...argv.slice(i));
      break;
    }
    const valued = /^(--lang|--data-dir)(?:=(.*))?$/s.exec(word);
    if (valued) {
      const value = valued[2] ?? argv[++i];
      if (value === undefined || value === '') throw new OkhelpError('missing-value', { flag: valued[1]! });
      if (valued[1] === '--data-dir') globals.dataDir = value;
      else globals.lang = languageNamed(value, '--lang');
    } else if (Object.hasOwn(SWITCHES, word)) globals[SWITCHES[word]!] = true;
    else if ((word === '-V' || word === '--version') && globals.rest.length === 0) globals.version = true;
    else globals.rest.push(word);
  }
  globals.noColor ||= globals.plain;
  return globals;
}

/** The language a user named (`zh`, `zh_CN.UTF-8` and `en-GB` too); `where` is the flag or variable to name if it is none. */
export function languageNamed(value: string, where: string): Language {
  if (/^zh([-_.@]|$)/i.test(value)) return 'zh-CN';
  if (/^en([-_.@]|$)/i.test(value)) return 'en';
  throw new OkhelpError('bad-value', {
    flag: where,
    value,
    expected: LANGUAGES.join(', '),
    suggestion: nearest(value, LANGUAGES),
  });
}

/**
 * The language where no flag says it: OKHELP_LANG, the saved setting, then the first of LC_ALL, LC_MESSAGES, LANG that
 * is set (any `zh…` is zh-CN, all else en), then what the system reports.
 */
export function chooseLanguage(
  env: Record<string, string | undefined>,
  saved: string | undefined,
  system: () => string,
): Language {
  if (env.OKHELP_LANG) return languageNamed(env.OKHELP_LANG, 'OKHELP_LANG');
  if (saved) return saved === 'zh-CN' ? 'zh-CN' : 'en';
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || system();
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}

/** Whether a variable of the environment switches something on: not where it is empty, 0, false, no or off. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(0|false|no|off)?$/i.test(value.trim());
}

/** Whether everything is said line by line for a screen reader: the flag, then ACCESSIBLE, then the setting. */
export function isPlain(
  { plain }: Pick<Globals, 'plain'>,
  { ACCESSIBLE }: Record<string, string | undefined>,
  saved: string | undefined,
): boolean {
  return plain || (ACCESSIBLE ? isOn(ACCESSIBLE) : saved === 'yes');
}
