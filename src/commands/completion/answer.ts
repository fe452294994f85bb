// What could stand at the cursor: commands, flags, or the values of a flag or an argument. Quick, silent, and it changes nothing.
import { COMMANDS, FAMILIES, TOPICS } from '../../cli.ts';
import type { Host } from '../../context.ts';
import type { Definition } from '../../definition.ts';
import { chooseLanguage, type Language, languageNamed } from '../../globals.ts';
import { loadMessages, type Messages } from '../../messages/index.ts';
import { directories, savedFace } from '../../places.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { keptValues } from './kept-values.ts';
import { type Begun, begin, longName, namesOf, type Taken, take, takesValue } from './line.ts';
import { type Candidate, NOTHING, type Offer, words } from './offer.ts';
import { sourceOfArgument, sourceOfFlag } from './sources.ts';
import { offerOf } from './values.ts';

/** `line` are the words behind `okhelp`, the last being the one at the cursor, which may be empty. */
export async function offerFor(line: readonly string[], host: Host): Promise<Offer> {
  const current = line.at(-1) ?? '';
  const begun = begin(line.slice(0, -1));
  const places = directories(host, begun);
  const lang = languageOf(begun, host, places.config);
  const t = await loadMessages(lang);
  const { entry, family, help, awaits } = begun;
  if (awaits === '--data-dir') return { is: 'folder', candidates: [] };
  if (awaits === '--lang') return words(languages());
  const whole = /^--(lang|data-dir)=/.exec(current)?.[1];
  if (whole === 'data-dir') return { is: 'folder', candidates: [] };
  if (whole) return words(languages().map(({ value, says }) => ({ value: `--lang=${value}`, says })));
  if (begun.unknown) return NOTHING;
  if (!entry) {
    if (current.startsWith('-')) return words(everywhere(t, family === null && !help));
    return words(family ? verbs(family, t) : commands(t, help));
  }
  // `contact` is a command, and a family besides.
  const alsoVerbs = family === entry.name && begun.words.length === 0 && !current.startsWith('-');
  if (help) return words(alsoVerbs ? verbs(family!, t) : []);
  const definition = (await entry.load()).define(t);
  const taken = take(begun.words, definition);
  const content = async () => (await import('../../knowledge/content.ts')).loadContent(host.contentDir, lang);
  const asked = {
    t,
    lang,
    settings: settingsIn(places.config),
    content,
    answers: async () => (await import('../../knowledge/answers.ts')).loadAnswers(host.contentDir, lang),
    kept: keptValues(places.data, t, content),
    command: entry.name,
    taken,
    current,
  };
  const offer = async (): Promise<Offer> => {
    if (taken.awaits) return offerOf(sourceOfFlag(entry.name, taken.awaits), asked, taken.awaits.choices);
    const [, flag, begunValue] = /^(--[a-z-]+)=(.*)$/s.exec(taken.onlyArguments ? '' : current) ?? [];
    if (flag) {
      const option = definition.options.find((one) => namesOf(one).includes(flag) && takesValue(one));
      if (!option) return NOTHING;
      const found = await offerOf(sourceOfFlag(entry.name, option), { ...asked, current: begunValue! }, option.choices);
      return { ...found, candidates: found.candidates.map(({ value, says }) => ({ value: `${flag}=${value}`, says })) };
    }
    if (current.startsWith('-') && !taken.onlyArguments) return words(flags(definition, taken, t));
    const args = definition.arguments ?? [];
    const own = await offerOf(sourceOfArgument(entry.name, args, taken.args.length), asked);
    const found = alsoVerbs ? { ...own, candidates: [...own.candidates, ...verbs(family!, t)] } : own;
    const nothing = found.is === 'words' && found.candidates.length === 0;
    // Where only the person knows what to write, the flags are what can be shown.
    return nothing && !taken.onlyArguments ? words(flags(definition, taken, t)) : found;
  };
  try {
    return await offer();
  } finally {
    asked.kept.close();
  }
}

function languageOf({ lang }: Begun, host: Host, config: string): Language {
  const system = () => Intl.DateTimeFormat().resolvedOptions().locale;
  try {
    return lang === null ? chooseLanguage(host.env, savedFace(config).language, system) : languageNamed(lang, '--lang');
  } catch {
    return 'en';
  }
}

function settingsIn(config: string): Settings {
  try {
    return readSettings(config);
  } catch {
    return {};
  }
}

const languages = (): Candidate[] => [
  { value: 'en', says: 'English' },
  { value: 'zh-CN', says: '简体中文' },
];

/** What can stand first: commands and families, in the order of the help; behind `help` its topics too. */
function commands({ help }: Messages, afterHelp: boolean): Candidate[] {
  const found = new Map<string, string>();
  for (const { name } of COMMANDS) {
    const family = FAMILIES.find((candidate) => name === candidate || name.startsWith(`${candidate} `));
    if (family) found.set(family, found.get(family) ?? help.summaries[family] ?? help.families[family]);
    else found.set(name, help.summaries[name] ?? '');
  }
  for (const topic of afterHelp ? TOPICS : []) found.set(topic, help.topics[topic]);
  if (!afterHelp) found.set('help', help.helpItself);
  return [...found].map(([value, says]) => ({ value, says }));
}

function verbs(family: string, { help }: Messages): Candidate[] {
  return COMMANDS.filter(({ name }) => name.startsWith(`${family} `)).map(({ name }) => ({
    value: name.slice(family.length + 1),
    says: help.summaries[name] ?? '',
  }));
}

/** The command's own flags first; one that was given and may stand once is not offered again. */
function flags({ options }: Definition, { given }: Taken, t: Messages): Candidate[] {
  const own = options
    .filter((option) => option.repeatable || !given.has(longName(option)))
    .map((option) => ({ value: longName(option), says: option.description }));
  return [...own, ...everywhere(t, false)];
}

/** The flags that every command takes; before a command also `--version`. */
function everywhere({ help }: Messages, first: boolean): Candidate[] {
  return Object.entries(help.globals)
    .map(([names, says]) => ({ value: /--[a-z-]+/.exec(names)![0], says }))
    .filter(({ value }) => first || value !== '--version');
}
