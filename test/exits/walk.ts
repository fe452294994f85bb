// Every way out of okhelp, by command: what is run, and what comes out. A command without an entry fails the test.
import type { Kind, Leave } from './harmless.ts';
import { everything, MARKUP, oneLine, secretLine, visible } from './poison.ts';
import { CARD_NAME, factFlags, HOSTILE_NAME } from './world.ts';

export interface Exit extends Leave {
  argv: string[];
  /** What stands on standard output; a terminal's text if left out. With --json it is a document. */
  kind?: Kind;
  /** What is piped in. */
  stdin?: string;
}

const noted = { own: true };
const facts = factFlags();
const letter = ['--no-input', ...facts];

/** `own`: the person's own record, shown to them as they wrote it. `open`: for everybody to read. */
export const WALK: Record<string, Exit[]> = {
  emergency: [{ argv: ['--done', oneLine(0)] }, { argv: ['--region', oneLine(1)] }, { argv: [] }],
  diagnose: [
    { argv: [everything(0), '--no-input'], ownMembers: ['check'] },
    {
      argv: [secretLine, '--no-input', '--answer', `problem=payment-failed`, '--answer', `payment-error=${oneLine(0)}`],
    },
    { argv: ['--no-input', '--answer', oneLine(1)] },
    { argv: ['--no-input', '--answer', `problem=${oneLine(1)}`] },
    { argv: ['--no-input', '--answers', 'answers.yaml'] },
    { argv: ['--no-input', '--answer', 'problem=balance-mismatch', '--notes', 'notes.csv'], ownMembers: ['check'] },
  ],
  check: [
    { argv: [], ...noted },
    { argv: ['notes.csv'], ...noted },
    { argv: ['unreadable.csv'], ...noted },
    { argv: ['--statement', 'statement.csv'], ...noted },
    { argv: ['-'], stdin: everything(2), ...noted },
    { argv: [oneLine(1)] },
    { argv: ['--account', oneLine(0), '--opening', '1'] },
    { argv: ['--balance', oneLine(0)] },
  ],
  'draft-email': [
    { argv: letter },
    { argv: [...letter, '--email-lang', 'zh-CN', '--attach', 'evidence.txt', '--attach-notes', '-o', 'mail-zh.eml'] },
    { argv: [...letter, '--format', 'eml', '--attach', HOSTILE_NAME, '--attach', CARD_NAME, '-o', 'mail.eml'] },
    { argv: [...letter, '--attach', 'evidence.txt', '-o', 'mail.txt'] },
    { argv: [...letter, '--format', 'mailto', '--to', 'help@wallet.example'], kind: 'link' },
    { argv: ['--no-input', '--case', 'c2', '--format', 'eml'], kind: 'mail' },
    { argv: ['--no-input', '--to', 'a@b.example\r\nBcc: v@evil.example'] },
    { argv: ['--no-input', '--attach', `${MARKUP}\u001b[31m`] },
  ],
  'draft follow-up': [
    { argv: letter },
    { argv: [...letter, '--email-lang', 'zh-CN', '-o', 'follow-up.eml'] },
    { argv: ['--no-input', '--case', 'c2'] },
  ],
  'draft phone': [{ argv: letter }, { argv: ['--no-input', '--case', 'c2', '-o', 'phone.txt'] }],
  'draft chat': [{ argv: letter }, { argv: [...letter, '--second', '-o', 'chat.txt'] }],
  'draft social': [
    { argv: [...letter, '--company', oneLine(0)], open: true },
    { argv: ['--no-input', '--case', 'c2', '-o', 'social.txt'], open: true },
  ],
  'draft forum': [
    { argv: [...letter, '--company', oneLine(0)], open: true },
    { argv: ['--no-input', '--case', 'c2', '-o', 'forum.txt'], open: true },
  ],
  'draft complaint': [
    { argv: [...letter, '--region', 'GB', '--wanted', oneLine(0), '--cost', secretLine, '--company', oneLine(3)] },
    { argv: [...letter, '--region', 'CN', '--email-lang', 'zh-CN', '--attach-notes', '-o', 'complaint.eml'] },
    { argv: [...letter, '--body', oneLine(1)] },
  ],
  faq: [{ argv: [everything(0)] }, { argv: [secretLine, '--sources'] }, { argv: ['--topic', oneLine(0)] }],
  guide: [{ argv: [oneLine(0)] }, { argv: [] }],
  contact: [
    { argv: [] },
    { argv: ['--check', `https://wal1et.example/${oneLine(0)}`] },
    { argv: ['--check', secretLine], own: true },
  ],
  'contact add': [
    { argv: ['web', `https://wallet.example/${visible(1)}`, '--found', visible(0)] },
    { argv: ['app', `Me > ${visible(1)}`, '--found', `${visible(0)} ${secretLine}`, '--memo', secretLine] },
    { argv: [oneLine(0), 'x', '--found', 'y'] },
  ],
  'contact remove': [{ argv: [oneLine(0)] }, { argv: ['k1'] }],
  'case list': [{ argv: ['--all'] }],
  'case show': [
    { argv: [] },
    { argv: ['c1'] },
    { argv: ['c2'] },
    { argv: ['c1', '--draft', 'd3'] },
    { argv: [oneLine(0)] },
  ],
  'case next': [{ argv: ['c1'] }, { argv: ['c2'] }, { argv: ['--region', oneLine(0)] }],
  'case log': [
    { argv: ['c1', 'remark', '--text', everything(0)] },
    { argv: ['c1', 'call', '--with', secretLine, '--promised', oneLine(0)] },
    { argv: [oneLine(0)] },
    { argv: ['c1', '--undo'] },
  ],
  'case attach': [
    { argv: ['evidence.txt', '--memo', everything(1)] },
    { argv: [HOSTILE_NAME] },
    { argv: [oneLine(2)] },
    { argv: ['--detach', oneLine(0)] },
  ],
  'case remind': [{ argv: ['c2', '-o', '-'], kind: 'calendar' }, { argv: ['--all', '-o', 'dates.ics'] }],
  'case export': [{ argv: ['c1', '-o', 'case.zip'] }, { argv: ['c2', '-o', 'case2.zip'] }, { argv: [oneLine(0)] }],
  'case close': [{ argv: ['c2', '--result', 'solved', '--text', everything(0)] }, { argv: ['--result', oneLine(0)] }],
  'case reopen': [{ argv: ['c2', '--text', everything(0)] }, { argv: [oneLine(0)] }],
  report: [
    { argv: ['-o', 'report.html'] },
    { argv: ['-o', 'report-me.html', '--for', 'me', '--all-notes'] },
    { argv: ['-o', 'report-public.html', '--for', 'public', '--all-notes'] },
    { argv: ['--case', 'c2', '--for', 'public', '-o', '-'], kind: 'html', open: true },
    { argv: ['notes.csv', '--statement', 'statement.csv', '-o', 'report-file.html'] },
    { argv: [oneLine(0)] },
  ],
  'note add': [
    {
      argv: [
        '--type',
        'payment',
        '--amount',
        '1',
        '--time',
        '2026-03-14',
        '--memo',
        everything(0),
        '--counterparty',
        everything(1),
      ],
      own: true,
    },
    { argv: ['--type', oneLine(0)] },
    { argv: ['--type', 'payment', '--amount', oneLine(1)] },
  ],
  'note list': [{ argv: [], own: true }, { argv: ['--account', oneLine(0)] }, { argv: ['--since', oneLine(0)] }],
  'note show': [{ argv: ['n3'], own: true }, { argv: [oneLine(0)] }],
  'note edit': [{ argv: ['n3', '--memo', everything(3)], own: true }, { argv: ['n3', '--currency', oneLine(0)] }],
  'note remove': [{ argv: ['n4', '--yes'] }, { argv: ['n5', '--yes', '--for-good'] }, { argv: [oneLine(0), '--yes'] }],
  'note import': [
    { argv: ['notes.csv', '--dry-run'], own: true },
    { argv: ['unreadable.csv', '--skip-unreadable'], own: true },
    {
      argv: ['-'],
      stdin: `time,type,amount,memo\n2026-03-02,payment,1,"${everything(0).replaceAll('"', '""')}"\n`,
      own: true,
    },
    { argv: [oneLine(1)] },
    { argv: ['notes.csv', '--columns', oneLine(0)] },
  ],
  'note export': [
    { argv: ['-'], kind: 'csv', own: true },
    { argv: ['notes.json'], own: true },
    { argv: ['all.hledger'], own: true },
    { argv: ['all.beancount'], own: true },
    { argv: [`${MARKUP.replaceAll('/', '')}\u001b[31m.csv`], own: true },
  ],
  'note undo': [{ argv: ['--dry-run'] }, { argv: [] }],
  config: [{ argv: [] }],
  'config list': [{ argv: [] }],
  'config get': [{ argv: ['name'] }, { argv: ['company'] }, { argv: [oneLine(0)] }],
  'config setup': [{ argv: [] }],
  'config set': [{ argv: ['company', oneLine(3)] }, { argv: [oneLine(0), 'x'] }, { argv: ['region', oneLine(1)] }],
  'config unset': [{ argv: ['company'] }, { argv: [`columns.${oneLine(0)}`] }],
  'config path': [{ argv: ['--data-dir', `there${oneLine(1)}`] }, { argv: [] }],
  complete: [{ argv: ['fish'] }, { argv: [oneLine(0)] }],
  export: [{ argv: ['-o', 'everything-private.zip'] }, { argv: ['-o', `no/such/${oneLine(1)}.zip`] }],
  // What deletes stands last: the walk goes in this order.
  'case delete': [{ argv: [oneLine(0), '--yes'] }, { argv: ['c2', '--yes'] }],
  'delete-all': [{ argv: ['--dry-run'] }, { argv: [] }, { argv: ['--yes'] }],
};

/** The files that keep all as it was written, because they are the person's own. */
export const OWN_FILES = ['everything-private.zip', 'notes.json', 'all.hledger', 'all.beancount'];
/** The files that everybody may read. */
export const OPEN_FILES = ['report-public.html', 'social.txt', 'forum.txt'];

/** What comes before a command is known: the program's own complaints, which say again what was typed. */
export const WITHOUT_COMMAND: string[][] = [
  [oneLine(0)],
  [secretLine],
  ['note', oneLine(1)],
  ['help', oneLine(0)],
  ['check', `--${oneLine(2)}`],
  ['check', 'a.csv', secretLine],
  ['--lang', oneLine(0)],
  ['--data-dir', oneLine(4), 'note', 'list'],
  ['--help'],
  ['--version'],
];
