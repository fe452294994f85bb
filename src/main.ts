// main(host) → exit status: reads the line, runs the one command it names, and is the only place that prints errors.
import { COMMANDS, type CommandEntry, FAMILIES, type Family, TOPICS } from './cli.ts';
import { SHELLS, type Shell } from './commands/completion/shells.ts';
import type { Context, Host } from './context.ts';
import type { VersionDocument } from './documents/setup.ts';
import { OkhelpError } from './errors.ts';
import { type Globals, readGlobals } from './globals.ts';
import { nearest } from './nearest.ts';
import type { InputStream, OutputStream } from './terminal/io.ts';
import { plainInput, plainOutput } from './terminal/plain-output.ts';

declare const OKHELP_VERSION: string;

/** The exit status, and whether all that was said is written: Node's own streams may still be at it. */
export interface Ended {
  status: number;
  written: boolean;
}

/** Starts okhelp on a real process. `called` hears which command it is, before it is loaded. */
export async function start(process: NodeJS.Process, called?: (command: string) => void): Promise<Ended> {
  let written = true;
  const slow = (stream: NodeJS.WriteStream) => {
    written = false;
    return stream;
  };
  let stdin: InputStream | null = null;
  let stdout: OutputStream | null = null;
  let stderr: OutputStream | null = null;
  const status = await main({
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    get stdin() {
      stdin ??= plainInput(0, () => process.stdin) ?? process.stdin;
      return stdin;
    },
    get stdout() {
      stdout ??= plainOutput(1) ?? slow(watched(process.stdout, process));
      return stdout;
    },
    get stderr() {
      stderr ??= plainOutput(2, true) ?? slow(process.stderr.on('error', () => {}));
      return stderr;
    },
    contentDir: `${__dirname}/content`,
    home: () => process.getBuiltinModule('node:os').homedir(),
    clock: Date.now,
    called,
    leaveInterrupts() {
      const ignore = () => {};
      process.on('SIGINT', ignore);
      return () => process.off('SIGINT', ignore);
    },
    onInterrupt(heard) {
      process.on('SIGINT', heard);
      return () => process.off('SIGINT', heard);
    },
  });
  return { status, written };
}

/** On a terminal or a device errors come as events: a reader that went away is no error, a full device is status 3. */
function watched(stream: NodeJS.WriteStream, process: NodeJS.Process): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`okhelp: stdout: ${error.code}\n`);
    process.exit(3);
  });
}

export async function main(host: Host): Promise<number> {
  let context: Context | null = null;
  let globals: Globals | null = null;
  try {
    const shell = completing(host);
    if (shell) {
      const { respond } = await import('./commands/completion/respond.ts');
      return await respond(shell.name, shell.request, host);
    }
    globals = readGlobals(host.argv);
    if (globals.version) {
      const version = typeof OKHELP_VERSION === 'string' ? OKHELP_VERSION : '0.0.0-src';
      const document: VersionDocument = { schema: 'okhelp.version/1', version };
      host.stdout.write(globals.json ? `${JSON.stringify(document, null, 2)}\n` : `${version}\n`);
      return 0;
    }
    if (globals.rest[0] === 'help') {
      globals.help = true;
      globals.rest.shift();
      const topic = TOPICS.find((candidate) => candidate === globals!.rest[0]);
      if (topic && globals.rest.length === 1) {
        const { topicPage } = await import('./help-page.ts');
        return await topicPage(topic, host, globals);
      }
    }
    const family = familyIn(globals.rest);
    host.called?.(runNamed(globals, family));
    if (wantsHelpPage(globals, host, family)) {
      const { helpPage } = await import('./help-page.ts');
      const status = await helpPage(family ?? null, host, globals);
      if (!family && !globals.help && !globals.json && !globals.quiet) context = await sayOverdue(host, globals);
      return status;
    }
    const { createContext } = await import('./context.ts');
    context = await createContext(host, globals, worksWithoutSettings(globals.rest));
    return await dispatch(globals, context, family);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    const { reportError } = await import('./report-error.ts');
    return reportError(error, host, globals, context);
  } finally {
    context?.close();
  }
}

/** A shell asks what could stand at the cursor: `complete SHELL -- …`, or for PowerShell in a variable, a line a word. */
function completing({ argv, env }: Host): { name: Shell; request: readonly string[] } | null {
  const name = argv[0] === 'complete' && SHELLS.find((shell) => shell === argv[1]);
  if (!name) return null;
  if (name === 'powershell' && env.OKHELP_COMPLETE !== undefined) {
    return { name, request: env.OKHELP_COMPLETE.split('\n') };
  }
  return argv[2] === '--' ? { name, request: argv.slice(3) } : null;
}

/** The family whose verb follows; none where its name is a command of its own and no verb follows. */
function familyIn([name, verb]: readonly string[]): Family | undefined {
  const family = FAMILIES.find((candidate) => candidate === name);
  const alone = COMMANDS.some((command) => command.name === family) && (verb === undefined || verb.startsWith('-'));
  return alone ? undefined : family;
}

/** What is called for, in few words of our own: `note-list-json`, `check-help`, `pages`, `other`. */
function runNamed({ rest, help, json }: Globals, family: Family | undefined): string {
  if (rest.length === 0 || (family && rest.length === 1)) return 'pages';
  const name = family ? `${family} ${rest[1]}` : rest[0]!;
  const known = COMMANDS.some((entry) => entry.name === name) ? name.replace(' ', '-') : 'other';
  return `${known}${help ? '-help' : ''}${json ? '-json' : ''}`;
}

/** What must work where the settings cannot be read: help in danger; seeing, taking along and deleting what is there. */
function worksWithoutSettings([name = '', verb]: readonly string[]): boolean {
  return ['emergency', 'export', 'delete-all'].includes(name) || (name === 'config' && (verb ?? '-').startsWith('-'));
}

/** Whoever read our output has seen enough. */
function isClosedPipe(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' && syscall === 'write';
}

/** Whether the program's or a family's help is called for, rather than a command. */
function wantsHelpPage({ rest, help, json, noInput }: Globals, host: Host, family: Family | undefined): boolean {
  if (family) return rest.length === 1 || (help && rest[1]!.startsWith('-'));
  if (rest.length > 0) return false;
  return help || json || noInput || !host.stdin.isTTY || !host.stderr.isTTY;
}

async function dispatch(globals: Globals, context: Context, family: Family | undefined): Promise<number> {
  const words = globals.rest;
  if (words.length === 0) return menuOrHelp(globals, context);
  const entry = find(words, family, globals.help ? TOPICS : []);
  const command = await entry.load();
  const definition = command.define(context.t);
  if (globals.help) {
    const { commandHelp } = await import('./terminal/help.ts');
    const text = commandHelp(entry.name, definition, context.t, context.io);
    if (globals.json) context.io.document({ schema: 'okhelp.help/1', command: entry.name, text });
    else context.io.out(text);
    return 0;
  }
  const { parseCommand } = await import('./parse.ts');
  const options = parseCommand(definition, words.slice(entry.name.split(' ').length));
  if (!globals.json) {
    const { loadFullWidth } = await import('./terminal/width.ts');
    await loadFullWidth();
  }
  const run = (now: Context) => command.run(options as never, now);
  if (globals.json || !entry.name.startsWith('draft')) return run(context);
  const { drafting } = await import('./commands/asking/first-draft.ts');
  return drafting(run, options as { problem?: string }, context);
}

/** Below the help that plain `okhelp` shows in a pipe: that something is overdue. Nothing is loaded where there is no data. */
async function sayOverdue(host: Host, globals: Globals): Promise<Context | null> {
  const { hasData } = await import('./places.ts');
  if (!hasData(host, globals)) return null;
  const { createContext } = await import('./context.ts');
  const context = await createContext(host, globals, true);
  const { openCases } = await import('./commands/menu/open-cases.ts');
  const { steps, cases } = context.t;
  const late = (await openCases(context)).flatMap(({ id, late: task }) => (task === null ? [] : { id, task }));
  const lines = late.slice(0, 3).map(({ id, task }) => `${steps.menu(id, task)}\n  ${cases.seeNext(id)}`);
  if (lines.length > 0) context.io.say(`\n${lines.join('\n')}`);
  return context;
}

/** Plain `okhelp` at a terminal asks what happened; where it may not ask (CI), it shows the help. */
async function menuOrHelp(globals: Globals, context: Context): Promise<number> {
  const prompter = await context.prompter();
  if (!prompter) {
    const { helpPage } = await import('./help-page.ts');
    return helpPage(null, context.host, globals);
  }
  const { loadFullWidth } = await import('./terminal/width.ts');
  await loadFullWidth();
  const { menu } = await import('./commands/menu.ts');
  return menu(prompter, context);
}

/** `topics` can be meant besides commands. Throws `unknown-command` or `unknown-flag`, with the nearest one. */
function find(words: readonly string[], family: Family | undefined, topics: readonly string[]): CommandEntry {
  const name = family ? `${family} ${words[1]}` : words[0]!;
  const entry = COMMANDS.find((candidate) => candidate.name === name);
  if (entry) return entry;
  if (!family && name.startsWith('-')) {
    throw new OkhelpError('unknown-flag', {
      flag: name.split('=')[0]!,
      suggestion: nearest(name, ['--help', '--version']),
    });
  }
  const names = COMMANDS.map((candidate) => candidate.name).concat(family ? [] : FAMILIES, topics);
  const suggestion = nearest(name, names);
  throw new OkhelpError('unknown-command', {
    command: name,
    suggestion: suggestion !== null && topics.includes(suggestion) ? `help ${suggestion}` : suggestion,
  });
}
