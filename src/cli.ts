// The table of commands: name, group, and the one file that is loaded when it is called.
import type { CommandModule } from './definition.ts';

export type Group = 'trouble' | 'cases' | 'record' | 'setup';

export interface CommandEntry {
  /** As typed after `okhelp`: `check`, `note add`. */
  name: string;
  group: Group;
  load(): Promise<CommandModule<never>>;
}

export const COMMANDS: CommandEntry[] = [
  { name: 'emergency', group: 'trouble', load: async () => (await import('./commands/emergency.ts')).emergency },
  { name: 'diagnose', group: 'trouble', load: async () => (await import('./commands/diagnose.ts')).diagnose },
  { name: 'check', group: 'trouble', load: async () => (await import('./commands/check.ts')).check },
  { name: 'draft-email', group: 'trouble', load: async () => (await import('./commands/draft-email.ts')).draftEmail },
  {
    name: 'draft follow-up',
    group: 'trouble',
    load: async () => (await import('./commands/draft-follow-up.ts')).draftFollowUp,
  },
  { name: 'draft phone', group: 'trouble', load: async () => (await import('./commands/draft-phone.ts')).draftPhone },
  { name: 'draft chat', group: 'trouble', load: async () => (await import('./commands/draft-chat.ts')).draftChat },
  {
    name: 'draft social',
    group: 'trouble',
    load: async () => (await import('./commands/draft-social.ts')).draftSocial,
  },
  { name: 'draft forum', group: 'trouble', load: async () => (await import('./commands/draft-forum.ts')).draftForum },
  {
    name: 'draft complaint',
    group: 'trouble',
    load: async () => (await import('./commands/draft-complaint.ts')).draftComplaint,
  },
  { name: 'faq', group: 'trouble', load: async () => (await import('./commands/faq.ts')).faq },
  { name: 'guide', group: 'trouble', load: async () => (await import('./commands/guide.ts')).guide },
  { name: 'contact', group: 'trouble', load: async () => (await import('./commands/contact.ts')).contact },
  { name: 'contact add', group: 'trouble', load: async () => (await import('./commands/contact-add.ts')).contactAdd },
  {
    name: 'contact remove',
    group: 'trouble',
    load: async () => (await import('./commands/contact-remove.ts')).contactRemove,
  },
  { name: 'case list', group: 'cases', load: async () => (await import('./commands/case-list.ts')).caseList },
  { name: 'case show', group: 'cases', load: async () => (await import('./commands/case-show.ts')).caseShow },
  { name: 'case next', group: 'cases', load: async () => (await import('./commands/case-next.ts')).caseNext },
  { name: 'case log', group: 'cases', load: async () => (await import('./commands/case-log.ts')).caseLog },
  { name: 'case attach', group: 'cases', load: async () => (await import('./commands/case-attach.ts')).caseAttach },
  { name: 'case remind', group: 'cases', load: async () => (await import('./commands/case-remind.ts')).caseRemind },
  { name: 'case export', group: 'cases', load: async () => (await import('./commands/case-export.ts')).caseExport },
  { name: 'case close', group: 'cases', load: async () => (await import('./commands/case-close.ts')).caseClose },
  { name: 'case reopen', group: 'cases', load: async () => (await import('./commands/case-reopen.ts')).caseReopen },
  { name: 'case delete', group: 'cases', load: async () => (await import('./commands/case-delete.ts')).caseDelete },
  { name: 'report', group: 'cases', load: async () => (await import('./commands/report.ts')).report },
  { name: 'note add', group: 'record', load: async () => (await import('./commands/note-add.ts')).noteAdd },
  { name: 'note list', group: 'record', load: async () => (await import('./commands/note-list.ts')).noteList },
  { name: 'note show', group: 'record', load: async () => (await import('./commands/note-show.ts')).noteShow },
  { name: 'note edit', group: 'record', load: async () => (await import('./commands/note-edit.ts')).noteEdit },
  { name: 'note remove', group: 'record', load: async () => (await import('./commands/note-remove.ts')).noteRemove },
  { name: 'note import', group: 'record', load: async () => (await import('./commands/note-import.ts')).noteImport },
  { name: 'note export', group: 'record', load: async () => (await import('./commands/note-export.ts')).noteExport },
  { name: 'note undo', group: 'record', load: async () => (await import('./commands/note-undo.ts')).noteUndo },
  { name: 'config', group: 'setup', load: async () => (await import('./commands/config.ts')).config },
  { name: 'config list', group: 'setup', load: async () => (await import('./commands/config-list.ts')).configList },
  { name: 'config get', group: 'setup', load: async () => (await import('./commands/config-get.ts')).configGet },
  { name: 'config set', group: 'setup', load: async () => (await import('./commands/config-set.ts')).configSet },
  { name: 'config unset', group: 'setup', load: async () => (await import('./commands/config-unset.ts')).configUnset },
  { name: 'config setup', group: 'setup', load: async () => (await import('./commands/config-setup.ts')).configSetup },
  { name: 'config path', group: 'setup', load: async () => (await import('./commands/config-path.ts')).configPath },
  { name: 'export', group: 'setup', load: async () => (await import('./commands/export.ts')).exportAll },
  { name: 'delete-all', group: 'setup', load: async () => (await import('./commands/delete-all.ts')).deleteAll },
  { name: 'complete', group: 'setup', load: async () => (await import('./commands/complete.ts')).complete },
];

/** The families of commands, each with the verbs in it: `note` → `add`, `list`, …; `contact` and `config` alone are commands, too. */
export const FAMILIES = ['draft', 'contact', 'case', 'note', 'config'] as const;
export type Family = (typeof FAMILIES)[number];

/** What `okhelp help` explains besides the commands. */
export const TOPICS = ['environment', 'exit-status', 'formats', 'accessibility', 'privacy'] as const;
export type Topic = (typeof TOPICS)[number];

export const GLOBAL_FLAGS = [
  '--lang',
  '--json',
  '--no-input',
  '--no-color',
  '--accessible',
  '--plain',
  '--quiet',
  '--debug',
  '--data-dir',
  '--help',
] as const;
