// What the value of each flag and argument is: a case, a note, a file … One table, so that commands need not say it.
import type { ArgumentDefinition, OptionDefinition } from '../../definition.ts';

export type Source =
  | 'account'
  | 'answer'
  | 'body'
  | 'case'
  | 'case-or-kind'
  | 'channel'
  | 'choice'
  | 'columns'
  | 'contact'
  | 'contact-kind'
  | 'currency'
  | 'draft'
  | 'evidence'
  | 'faq'
  | 'file'
  | 'folder'
  | 'format'
  | 'guide'
  | 'kind'
  | 'language'
  | 'note'
  | 'note-status'
  | 'note-type'
  | 'problem'
  | 'region'
  | 'setting'
  | 'setting-value'
  | 'shell'
  | 'step'
  /** Only the person knows: an amount, a time, a name. */
  | 'text';

const FLAGS: Record<string, Source> = {
  '--account': 'account',
  '--answer': 'answer',
  '--body': 'body',
  '--case': 'case',
  '--channel': 'channel',
  '--columns': 'columns',
  '--currency': 'currency',
  '--data-dir': 'folder',
  '--detach': 'evidence',
  '--done': 'step',
  '--draft': 'draft',
  '--email-lang': 'language',
  '--format': 'format',
  '--lang': 'language',
  '--problem': 'problem',
  '--region': 'region',
  '--status': 'note-status',
  '--type': 'note-type',
};

/** In the order in which they stand; the last holds for all that follow where it may be repeated. */
const ARGUMENTS: Record<string, readonly Source[]> = {
  'case close': ['case'],
  'case delete': ['case'],
  'case export': ['case'],
  'case log': ['case-or-kind', 'kind'],
  'case next': ['case'],
  'case remind': ['case'],
  'case reopen': ['case'],
  'case show': ['case'],
  complete: ['shell'],
  'config get': ['setting'],
  'config set': ['setting', 'setting-value'],
  'config unset': ['setting'],
  'contact add': ['contact-kind', 'text'],
  'contact remove': ['contact'],
  diagnose: ['text'],
  faq: ['faq'],
  guide: ['guide'],
  'note edit': ['note'],
  'note remove': ['note'],
  'note show': ['note'],
};

/** `command` is its name, such as `note add`. */
export function sourceOfFlag(command: string, { flags, choices }: Pick<OptionDefinition, 'flags' | 'choices'>): Source {
  const name = /--[a-z-]+/.exec(flags)![0];
  // In a draft it is the account with the provider, not one of the notes.
  if (name === '--account' && command.startsWith('draft')) return 'text';
  if (choices && name !== '--problem') return 'choice';
  return FLAGS[name] ?? byPlaceholder(flags);
}

/** `index` counts from 0. */
export function sourceOfArgument(command: string, args: readonly ArgumentDefinition[], index: number): Source {
  const argument = args[index] ?? (args.at(-1)?.name.includes('...') ? args.at(-1) : undefined);
  if (!argument) return 'text';
  const known = ARGUMENTS[command];
  return known ? (known[Math.min(index, known.length - 1)] ?? 'text') : byPlaceholder(argument.name);
}

function byPlaceholder(text: string): Source {
  if (/[<[]FILE\b/.test(text)) return 'file';
  return /[<[]DIR\b/.test(text) ? 'folder' : 'text';
}
