// The words of the config commands.
import type { SettingKey } from '../../settings.ts';

const purposes: Record<SettingKey, string> = {
  name: 'how you sign a mail',
  'account-id': 'your account with the provider, so that support can find it',
  'reply-address': 'the mail address that support should answer to',
  region: 'where you live, as a two-letter code such as CN or GB',
  'time-zone': 'for times written without a zone, such as Asia/Shanghai',
  currency: 'for amounts written without a currency, such as CNY',
  language: 'the language okhelp speaks: en or zh-CN',
  'support-address': 'where you reach support, as you found it in your own app or account',
  company: "the provider's name, as complaints and public posts should call it",
  accessible: 'yes for a screen reader: one line after the other, numbered choices, no signs, no colour',
};

const expected: Record<SettingKey, string> = {
  name: 'a name on one line (to take it out, use okhelp config unset name)',
  'account-id': 'an account id on one line; never a card number',
  'reply-address': 'a mail address such as name@example.com',
  region: 'a two-letter code of a country or region (ISO 3166), such as CN, HK or GB',
  'time-zone': 'the name of a time zone, such as Asia/Shanghai or Europe/London',
  currency: 'a currency code such as CNY, USD or USDT',
  language: 'en, zh-CN',
  'support-address': 'a mail address, a web address, or where it is in the app, on one line',
  company: 'a name on one line',
  accessible: 'yes or no',
};

export const config = {
  purposes,
  expected,
  notACard: 'anything but a card number; okhelp keeps none',
  sources: {
    saved: 'saved',
    environment: 'from the environment',
    system: 'from this computer',
    default: 'set by okhelp',
    none: '',
  },
  notSet: '(not set)',
  from: (value: string, source: string) => `${value} (${source})`,
  columnsSaved: (day: string) => `saved columns, for files with the same header (${day})`,
  key: 'the setting; `okhelp config list` shows them all',
  value: 'its new value, in quotes if there are spaces in it',
  list: {
    summary: 'Shows all settings, where each comes from and what it is for.',
    examples: { all: 'all settings', json: 'for a script' },
  },
  get: {
    summary: 'Shows one setting.',
    examples: { currency: 'the currency of amounts written without one' },
    empty: (key: string) => `${key} is not set.`,
  },
  set: {
    summary: 'Saves a setting.',
    examples: {
      zone: 'your time zone',
      currency: 'your currency',
      reply: 'where support should answer to',
      support: 'support, as you found it in your own app',
    },
    saved: (key: string, value: string) => `Saved: ${key} = ${value}`,
    region: (name: string) => `Country or region: ${name}.`,
    support:
      'Save only an address that you found inside your own app or account, never one from a search result or a message.',
  },
  unset: {
    summary: 'Forgets a setting.',
    examples: { name: 'forget your name' },
    done: (key: string) => `${key} is not set any more.`,
    wasNot: (key: string) => `${key} was not set.`,
  },
  setup: {
    summary: 'Asks for the language, your name and your country or region, and saves them.',
    description:
      'Enter leaves each as it is. okhelp asks the same three things by itself once, before your first draft, and never again.',
    example: 'three short questions',
    first:
      'Before your first draft: a few short questions, so that it comes out complete. Enter skips each, and okhelp does not ask them again.',
    languages: { en: 'English', 'zh-CN': '中文 (Chinese)' },
    questions: {
      language: 'Which language should okhelp speak? 您希望 okhelp 使用哪种语言？',
      name: 'Under which name is your account with the provider?',
      region: 'In which country or region do you live?',
    },
    help: {
      language: 'For everything that okhelp says and writes. A draft can be in the other language with --email-lang.',
      name: 'It signs your mails, so that support can match them with your account. It stays on this computer, in okhelp’s settings.',
      region: 'It decides which consumer bodies, rules and police numbers okhelp names. It stays on this computer.',
    },
    names: { language: 'Language', name: 'Name', region: 'Country or region' },
    skip: 'Enter to skip',
    regionHint: 'its name or its two-letter code, for example CN; Enter to skip',
    notThis: (expected: string) => `That does not fit. Expected: ${expected}.`,
    unknownRegion:
      'okhelp knows no country or region of that name or code. Please write its name in English or Chinese, such as Hong Kong, or its two-letter code, such as HK.',
    saved: (name: string, value: string) => `Saved: ${name}: ${value}`,
    later: '`okhelp config setup` changes it later; `okhelp config list` shows all settings.',
    nothing: 'Nothing was changed. `okhelp config setup` asks again when you like.',
  },
  path: {
    summary: 'Shows where your notes, cases and settings are kept on this computer.',
    examples: { both: 'both places', json: 'for a script' },
    data: 'notes and cases',
    settings: 'settings',
    notYet: '(not there yet)',
  },
  where: {
    summary: 'Shows where everything lies that okhelp keeps on this computer.',
    description:
      'Your settings: `okhelp config list`, `okhelp config get`, `okhelp config set`, `okhelp config unset`, `okhelp config setup`. All that okhelp keeps in one file: `okhelp export`. To delete all of it: `okhelp delete-all`.',
    examples: { all: 'every place, and what is there', json: 'for a script' },
  },
  export: {
    summary: 'Puts everything that okhelp keeps into one .zip, for you alone.',
    description:
      'Notes as CSV and JSON; cases with timeline, drafts and copies of the files attached as evidence; saved contacts; settings; and the data file itself, which also holds removed notes and earlier versions of notes. Nothing is taken out: secrets that you wrote down are in it. The .zip is not encrypted. To give somebody a case, use `okhelp case export`, which takes secrets out.',
    output: 'the file to write (okhelp-private-DATE.zip if left out)',
    force: 'replace the file if it is there',
    examples: { plain: 'into the folder you are in', named: 'to this file' },
  },
  deleteAll: {
    summary: 'Deletes all notes, cases, contacts and settings that okhelp keeps, for good.',
    description:
      'Shows what would go, offers to export it first, and asks you to type a word. In a script it needs --yes. Your own files stay: those attached as evidence, and the drafts, reports and exports that you had written.',
    yes: 'do not ask',
    dryRun: 'only show what would be deleted',
    examples: { asked: 'asks first', dry: 'only shows it', yes: 'without asking' },
  },
};
