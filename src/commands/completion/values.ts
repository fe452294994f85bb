// The values that a flag or an argument can have, from okhelp's own lists, the content and the settings.
import type { OptionDefinition } from '../../definition.ts';
import { LANGUAGES, type Language } from '../../globals.ts';
import type { Answers } from '../../knowledge/answers.ts';
import type { Content } from '../../knowledge/content.ts';
import type { Region } from '../../knowledge/region.ts';
import { NOTE_STATUSES, NOTE_TYPES } from '../../ledger/note.ts';
import { loadTopicMessages, type Messages } from '../../messages/index.ts';
import { SETTING_KEYS, type Settings, savedColumns } from '../../settings.ts';
import { CONTACT_KINDS } from '../../store/store.ts';
import { CHANNELS } from '../../support/case-event.ts';
import { LOGGED } from '../case/log-kinds.ts';
import { regionName } from '../config/values.ts';
import { answerValues } from './answer-values.ts';
import type { KeptValues } from './kept-values.ts';
import type { Taken } from './line.ts';
import { type Candidate, type Offer, words } from './offer.ts';
import { SHELLS } from './shells.ts';
import type { Source } from './sources.ts';

/** What is known of the line, and where values can be looked up. */
export interface Asked {
  t: Messages;
  lang: Language;
  settings: Settings;
  content(): Promise<Content>;
  answers(): Promise<Answers>;
  kept: KeptValues;
  /** The command's name. */
  command: string;
  /** What was typed before. */
  taken: Taken;
  /** The word at the cursor, as far as it is there. */
  current: string;
}

/** Currencies of the places that okhelp knows, and tokens that wallets hold; any other can be typed. */
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'TWD', 'SGD', 'MYR', 'JPY', 'AUD', 'CAD', 'USDT', 'USDC', 'BTC'];

const OF_NOTHING: Candidate[] = [];

/** `choices` are those of the flag, where it has a list of its own. */
export async function offerOf(source: Source, asked: Asked, choices: OptionDefinition['choices'] = []): Promise<Offer> {
  if (source === 'file' || source === 'folder') return { is: source, candidates: [] };
  return words(await valuesOf(source, asked, choices));
}

async function valuesOf(source: Source, asked: Asked, choices: readonly string[]): Promise<Candidate[]> {
  const { t, settings, kept, command, taken } = asked;
  switch (source) {
    case 'account':
      return kept.accounts();
    case 'answer':
      return answerValues(asked);
    case 'body':
      return (await ownRegion(asked)).ladder.map(({ id, name }) => ({ value: id, says: name }));
    case 'case':
      return kept.cases(command);
    case 'case-or-kind':
      return [...(await kept.cases(command)), ...named(LOGGED, t.cases.kinds)];
    case 'channel':
      return named(CHANNELS, t.cases.channels);
    case 'choice':
      return choices.map((value) => ({ value, says: '' }));
    case 'columns':
      return savedColumns(settings).map(({ name }) => ({ value: name, says: '' }));
    case 'contact':
      return kept.contacts();
    case 'contact-kind':
      return named(CONTACT_KINDS, t.contact.kinds);
    case 'currency':
      return currencies(asked);
    case 'draft':
      return kept.drafts(caseIn(taken));
    case 'evidence':
      return kept.evidence(caseIn(taken));
    case 'faq': {
      if (taken.args.length > 0) return OF_NOTHING;
      const { entries } = (await asked.answers()).faq();
      return Object.values(entries).map(({ id, question }) => ({ value: id, says: question }));
    }
    case 'format': {
      const { formats } = await loadTopicMessages(asked.lang);
      return formats.map(([value, says]) => ({ value, says }));
    }
    case 'guide':
      return (await asked.answers()).guides().map(({ id, title }) => ({ value: id, says: title }));
    case 'kind':
      return taken.args.some((word) => LOGGED.some((kind) => kind === word))
        ? OF_NOTHING
        : named(LOGGED, t.cases.kinds);
    case 'language':
      return LANGUAGES.map((value) => ({ value, says: value === 'en' ? 'English' : '简体中文' }));
    case 'note':
      return (await kept.notes()).filter(({ value }) => !taken.args.includes(value));
    case 'note-status':
      return named(NOTE_STATUSES, t.ledger.statuses);
    case 'note-type':
      return named(NOTE_TYPES, t.ledger.types);
    case 'problem':
      return (await asked.content()).problems.map(({ id, title }) => ({ value: id, says: title }));
    case 'region':
      return regions(asked);
    case 'setting':
      return settingKeys(asked);
    case 'setting-value':
      return settingValues(asked);
    case 'shell':
      return taken.args.length > 0 ? OF_NOTHING : SHELLS.map((value) => ({ value, says: '' }));
    case 'step':
      return (await ownRegion(asked)).emergency.map(({ id, text }) => ({ value: id, says: text }));
    default:
      return OF_NOTHING;
  }
}

const named = <Name extends string>(names: readonly Name[], says: Record<Name, string>): Candidate[] =>
  names.map((value) => ({ value, says: says[value] }));

/** The case that the line names; null where it names none. */
function caseIn({ args, given }: Taken): string | null {
  return [...(given.get('--case') ?? []), ...args].find((word) => /^c?\d{1,15}$/i.test(word)) ?? null;
}

async function ownRegion({ content, settings, taken }: Asked): Promise<Region> {
  return (await content()).region(taken.given.get('--region')?.at(-1) ?? settings.region ?? 'elsewhere');
}

/** The regions whose rules okhelp knows, by the codes of their countries; for the setting, which takes any, all codes once a letter is typed. */
async function regions({ content, lang, current, command }: Asked): Promise<Candidate[]> {
  const codes = (await content()).regions().flatMap(({ countries }) => countries);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const first = current.slice(0, 1).toUpperCase();
  const more = command === 'config set' && first ? letters.map((second) => first + second) : [];
  return [...new Set([...codes, ...more])].flatMap((value) => {
    const says = regionName(value, lang);
    return says ? { value, says } : [];
  });
}

/** Those of the notes first, then the usual ones; once a letter is typed, all that the platform names. */
async function currencies({ settings, kept, lang, current }: Asked): Promise<Candidate[]> {
  const all = current ? Intl.supportedValuesOf('currency') : [];
  const codes = [
    ...(settings.currency ? [settings.currency] : []),
    ...(await kept.currencies()),
    ...CURRENCIES,
    ...all,
  ];
  const names = new Intl.DisplayNames([lang], { type: 'currency', fallback: 'none' });
  return [...new Set(codes)].map((value) => ({
    value,
    says: (/^[A-Z]{3}$/.test(value) && names.of(value)) || '',
  }));
}

function settingKeys({ t, settings, command }: Asked): Candidate[] {
  const columns = command === 'config set' ? [] : savedColumns(settings);
  return [
    ...named(SETTING_KEYS, t.config.purposes),
    ...columns.map(({ name }) => ({ value: `columns.${name}`, says: '' })),
  ];
}

async function settingValues(asked: Asked): Promise<Candidate[]> {
  switch (asked.taken.args[0]) {
    case 'language':
      return valuesOf('language', asked, []);
    case 'accessible':
      return ['yes', 'no'].map((value) => ({ value, says: '' }));
    case 'currency':
      return currencies(asked);
    case 'region':
      return regions(asked);
    case 'time-zone':
      return Intl.supportedValuesOf('timeZone').map((value) => ({ value, says: '' }));
    default:
      return OF_NOTHING;
  }
}
