// All that a command may touch: streams, prompter, clock, language, lazy store, content, settings.
import { OkhelpError } from './errors.ts';
import { chooseLanguage, type Globals, isOn, isPlain, type Language } from './globals.ts';
import type { Answers } from './knowledge/answers.ts';
import type { Content } from './knowledge/content.ts';
import { type Offsets, type ZoneOffset, zoneNamed } from './ledger/time.ts';
import type { Messages } from './messages/index.ts';
import { loadMessages } from './messages/index.ts';
import { directories } from './places.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Store } from './store/store.ts';
import { createIo, type InputStream, type Io, type OutputStream, paintFor } from './terminal/io.ts';
import type { Prompter } from './terminal/prompter.ts';
import { spoken } from './terminal/spoken.ts';
import { zoneClock } from './zone-clock.ts';

/** What okhelp needs of the machine; `process` in real life, a made-up one in tests. */
export interface Host {
  argv: readonly string[];
  env: Record<string, string | undefined>;
  cwd: string;
  platform: NodeJS.Platform;
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Where the compiled content lies: dist/content. */
  contentDir: string;
  /** The user's home folder, where no variable names it. */
  home(): string;
  /** Milliseconds since the epoch, read from the machine's clock. */
  clock(): number;
  /** Hears which command was called, by a name that holds nothing of what the user typed. */
  called?: ((command: string) => void) | undefined;
  /** Leaves Ctrl-C to a program that okhelp waits for, until what it gives is called. */
  leaveInterrupts?(): () => void;
  /** Calls `heard` at Ctrl-C in place of ending the program, until what it gives is called. */
  onInterrupt?(heard: () => void): () => void;
}

export interface Context {
  host: Host;
  io: Io;
  lang: Language;
  /** What `--lang` says; null where `lang` was found out in another way. */
  langAsked: Language | null;
  t: Messages;
  json: boolean;
  quiet: boolean;
  /** `--accessible`, ACCESSIBLE or the setting: no picture, no colour, no sign without its word, prompts line by line. */
  plain: boolean;
  /** Where notes, cases and settings lie. */
  dataDir: string;
  configDir: string;
  settings: Settings;
  /** The settings could not be read, and the command does without them. */
  settingsDamaged: boolean;
  /** The current instant in milliseconds: OKHELP_NOW where it is set. */
  now(): number;
  /** The profile's time zone, else the machine's: its name and its offsets. */
  timeZone(): { readonly name: string; offset: ZoneOffset };
  /** The offsets of a zone that is named, without loading the platform's time zone data where that can be. */
  zoneOffsets: Offsets;
  /** Opens the data (once); throws `data-…` errors. */
  store(): Promise<Store>;
  /** What people read, in `lang` or the language of this run. */
  content(lang?: Language): Promise<Content>;
  /** The FAQ and the guides, in `lang` or the language of this run. */
  answers(lang?: Language): Promise<Answers>;
  messages(lang: Language): Promise<Messages>;
  /** Whether somebody at a terminal can be asked (not with `--no-input`, nor in CI). */
  mayAsk(): boolean;
  /** Asks at the terminal; null where it may not (no terminal, `--no-input`, CI). */
  prompter(): Promise<Prompter | null>;
  /** Closes what was opened. */
  close(): void;
}

/** `withoutSettings`: settings that cannot be read count as none, for what must work in any case. */
export async function createContext(host: Host, globals: Globals, withoutSettings = false): Promise<Context> {
  const { data, config } = directories(host, globals);
  const { settings, damaged } = settingsIn(config, withoutSettings);
  const fixedNow = host.env.OKHELP_NOW ? readNow(host.env.OKHELP_NOW) : null;
  const lang = globals.lang ?? chooseLanguage(host.env, settings.language, systemLocale);
  const t = await loadMessages(lang);
  const { env } = host;
  const plain = isPlain(globals, env, settings.accessible);
  const io = createIo(host, globals.quiet, plain && !globals.json ? (text) => spoken(text, t.ask.spoken) : undefined);
  if (!globals.json && !plain) {
    io.paint = await paintFor(host.stdout, env, globals.noColor);
    io.paintErr = await paintFor(host.stderr, env, globals.noColor);
  }

  let store: Promise<Store> | null = null;
  let zone: { readonly name: string; offset: ZoneOffset } | null = null;
  let opened: Store | null = null;
  let prompter: Prompter | null = null;
  const offsets = zoneClock(env);
  const contents = new Map<Language, Promise<Content>>();
  const noInput = globals.noInput || isOn(env.OKHELP_NO_INPUT) || isOn(env.CI);

  const context: Context = {
    host,
    io,
    lang,
    langAsked: globals.lang,
    t,
    json: globals.json,
    quiet: globals.quiet,
    plain,
    dataDir: data,
    configDir: config,
    settings,
    settingsDamaged: damaged,
    now: () => fixedNow ?? host.clock(),
    timeZone: () => (zone ??= lazyZone(() => settings['time-zone'] || env.TZ, offsets)),
    zoneOffsets: offsets,
    store: () => {
      store ??= import('./store/open.ts').then(async ({ openStore }) => {
        opened = await openStore(data, context.now);
        return opened;
      });
      return store;
    },
    content: (wanted = lang) => {
      if (!contents.has(wanted)) {
        contents.set(
          wanted,
          import('./knowledge/content.ts').then(({ loadContent }) => loadContent(host.contentDir, wanted)),
        );
      }
      return contents.get(wanted)!;
    },
    answers: async (wanted = lang) => {
      const { loadAnswers } = await import('./knowledge/answers.ts');
      return loadAnswers(host.contentDir, wanted);
    },
    messages: (wanted) => (wanted === lang ? Promise.resolve(t) : loadMessages(wanted)),
    mayAsk: () => !noInput && Boolean(host.stdin.isTTY && host.stderr.isTTY),
    prompter: async () => {
      if (!context.mayAsk()) return null;
      // A terminal that cannot move its cursor is asked line by line, too.
      if (plain || env.TERM === 'dumb') {
        const { createPlainPrompter } = await import('./terminal/plain-prompter.ts');
        return (prompter ??= createPlainPrompter(host, t, io.widthErr));
      }
      const { createPrompter } = await import('./terminal/inquirer.ts');
      return createPrompter(host, t);
    },
    close: () => opened?.close(),
  };
  return context;
}

function settingsIn(directory: string, withoutThem: boolean): { settings: Settings; damaged: boolean } {
  try {
    return { settings: readSettings(directory), damaged: false };
  } catch (error) {
    if (!withoutThem || !(error instanceof OkhelpError)) throw error;
    return { settings: {}, damaged: true };
  }
}

function readNow(text: string): number {
  const instant = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(instant)) return instant;
  throw new OkhelpError('bad-time', { flag: 'OKHELP_NOW', value: text, impossible: false });
}

/** The platform's time zone data take 15 ms to load: not before the name of the machine's zone comes up. */
function lazyZone(wanted: () => string | undefined, offsets: Offsets): { readonly name: string; offset: ZoneOffset } {
  let chosen: { name: string; offset: ZoneOffset } | null | undefined;
  const named = () => {
    if (chosen === undefined) {
      const text = wanted();
      chosen = text ? zoneNamed(text, offsets) : null;
    }
    return chosen;
  };
  return {
    get name() {
      return named()?.name ?? systemTimeZone();
    },
    offset: (wallClock) => (named()?.offset ?? machineOffset)(wallClock),
  };
}

/** The machine's own clock; between two changes of it as `zoneOffsets` has it. */
function machineOffset(wallClock: number): number {
  const wall = new Date(wallClock);
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  return -new Date(
    year,
    month,
    day,
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
  ).getTimezoneOffset();
}

function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
