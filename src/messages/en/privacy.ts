// The words of showing, exporting and deleting all that okhelp keeps.
import type { Counts, LeftWhy, OwnKind } from '../../support/own-data.ts';

const some = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const kinds: Record<OwnKind, string> = {
  data: 'Notes, cases, drafts, saved contacts',
  settings: 'Settings',
  log: 'Details of an error, for reporting it',
  'damaged-copy': 'Copy of damaged data',
  temporary: 'Left over from a run that was cut off',
  'compiled-code': 'Compiled code of okhelp itself, for a faster start (nothing of yours is in it)',
};
const why: Record<LeftWhy, string> = {
  gone: 'is not there any more',
  unreadable: 'cannot be read',
  'too-large': 'is too large for a .zip; copy it yourself',
};

export const privacy = {
  kinds,
  folder: 'Folder',
  otherFolder: 'Folder of the settings',
  notYet: '(not there yet)',
  at: (what: string, path: string) => `${what}: ${path}`,
  size: (path: string, size: string) => `${path} (${size})`,
  counts: ({ notes, cases, entries, drafts, contacts }: Counts) =>
    [
      some(notes, 'note', 'notes'),
      some(cases, 'case', 'cases'),
      some(entries, 'entry in timelines', 'entries in timelines'),
      some(drafts, 'draft', 'drafts'),
      some(contacts, 'saved contact', 'saved contacts'),
    ].join(', '),
  unread: (message: string) => `What is in it could not be read: ${message}`,
  evidence: 'Your own files that are evidence in a case (okhelp keeps their path and SHA-256, no copy)',
  written:
    'Drafts, reports, calendars and exports that you had written are where you put them. okhelp keeps no list of them.',
  closed: 'Files that okhelp writes are for you alone: other users of this computer cannot open them.',
  next: 'All of it in one file: okhelp export. To delete all of it: okhelp delete-all.',

  exported: (file: string, count: number) => `Written to ${file}: ${some(count, 'file', 'files')}.`,
  isPrivate:
    'This file is for you alone: it holds what you wrote as you wrote it, secrets too, and is not encrypted. Keep it where only you can get at it, and send it to nobody. To give somebody a case: okhelp case export.',
  left: (name: string, reason: LeftWhy) => `${name}: ${why[reason]}, so no copy is in it.`,
  changed: (name: string) => `${name} has changed since it was added. A copy of what it is now is in it.`,
  readme: (day: string) => `Everything that okhelp kept for you on ${day}.

PRIVATE: FOR YOU ALONE. Nothing was taken out of it. If you wrote down a password,
a code or a card number, it is in here, and the .zip is not encrypted. Send it to
nobody. To give support or a complaints body a case, run okhelp case export:
it takes secrets out.

notes.csv, notes.json   your notes; okhelp note import reads both
cases/                  each case: case.json has all of it, timeline.csv what
                        happened, drafts/ what was written, evidence.csv the files
                        with their SHA-256, evidence/ copies of them
contacts.csv, .json     the official channels that you saved
settings.json           your settings, if you have any
okhelp.db               the data file, which also has removed notes and earlier
                        versions of notes. Put into an empty data folder
                        (okhelp config shows where), it brings everything back
okhelp-error.log        details of the last fault in okhelp, if there was one
SHA256SUMS.txt          the SHA-256 of every file, for sha256sum --check
`,

  nothing: 'okhelp keeps nothing on this computer.',
  willGo: 'This would be deleted, for good:',
  history: 'the history of changes to notes, with removed notes',
  settings: (n: number) => some(n, 'setting', 'settings'),
  evidenceKept: (n: number) =>
    `${some(n, 'record', 'records')} of evidence: path and SHA-256, not the files themselves`,
  inFolder: (folder: string) => `where it lies: ${folder}`,
  willStay: 'This stays:',
  stays: [
    'your own files: evidence, and the drafts, reports and exports that you had written',
    'mails and posts that were sent, and backups that your system made',
  ],
  others: (paths: string) => `what is not okhelp's in its folder: ${paths}`,
  exportFirst: 'Put all of it into one file for yourself first?',
  file: 'Write it to which file?',
  help: {
    exportFirst:
      'It makes one .zip with everything in it, for you to keep. Without it nothing of what is deleted can be brought back.',
    file: 'The name of the .zip. Without a folder before the name, it is written to the folder you are in.',
    sure: 'Nothing is deleted before you have typed the word and pressed Enter. It cannot be taken back.',
  },
  word: 'DELETE',
  sure: (word: string) => `Type ${word} to delete all of it. Anything else keeps it.`,
  kept: 'Nothing was deleted.',
  deleted: 'Everything that okhelp kept is deleted.',
  drive:
    'The files were overwritten before their space was given back. What a drive, a backup or a synchronised folder keeps of its own accord is beyond the reach of okhelp.',

  remains: (path: string) =>
    `It is deleted, but the data file could not be rewritten just now, because another okhelp is using it or the disk is full. Words of it may still be in ${path}; the next deletion for good takes them out.`,
  copies: (paths: string) =>
    `A copy of damaged data was kept earlier and may still hold it: ${paths}. Delete that file if you do not need it any more.`,
};
