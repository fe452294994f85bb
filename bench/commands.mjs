// Every command as a script calls it, on small input: what `npm run bench` times, and a test looks at what it loads.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNotes } from './notes.mjs';

/** A program of a user's, at this moment. */
export const NOW = '2026-10-28T12:00:00Z';

/** Recorded before anything is measured: 20 notes, a case that is told to support, a contact, the profile. */
export const BEFOREHAND = [
  ['config', 'set', 'name', 'Mo Li'],
  ['config', 'set', 'region', 'GB'],
  ['config', 'set', 'company', 'OKPay'],
  ['note', 'import', 'small.csv'],
  ['diagnose', '--answer', 'problem=topup-failed', '--no-input'],
  ['case', 'log', 'c1', 'sent', '--channel', 'email'],
  ['diagnose', '--answer', 'problem=payment-failed', '--no-input'],
  ['case', 'close', 'c2', '--result', 'solved'],
  ['contact', 'add', 'email', 'help@wallet.example', '--found', 'in the app'],
];

const facts = ['--account', 'U-2207', '--time', '2026-10-27 09:00', '--amount', '50', '--currency', 'CNY'];

/**
 * One line a command: its name in the table, what is typed besides `--json --no-input`, the status, and the schema of the
 * document. A command stands more than once where it goes different ways.
 */
export const SCRIPTED = [
  ['emergency', [], 0, 'okhelp.emergency/1'],
  ['diagnose', ['--answer', 'problem=topup-failed', '--no-save'], 0, 'okhelp.diagnosis/1'],
  ['diagnose', ['my card top up was reverted', '--no-save'], 0, 'okhelp.diagnosis/1'],
  ['diagnose', ['--answer', 'problem=topup-failed'], 0, 'okhelp.diagnosis/1'],
  ['check', ['small.csv'], 0, 'okhelp.check/1'],
  ['check', [], 0, 'okhelp.check/1'],
  ['draft-email', ['--case', 'c1', ...facts], 0, 'okhelp.email/1'],
  ['draft follow-up', ['--case', 'c1', ...facts], 0, 'okhelp.draft/1'],
  ['draft phone', ['--case', 'c1', ...facts], 0, 'okhelp.draft/1'],
  ['draft chat', ['--case', 'c1', ...facts], 0, 'okhelp.draft/1'],
  ['draft social', ['--case', 'c1'], 0, 'okhelp.draft/1'],
  ['draft forum', ['--case', 'c1'], 0, 'okhelp.draft/1'],
  ['draft complaint', ['--case', 'c1', '--balance-kind', 'fiat', '--licensed', 'yes', ...facts], 0, 'okhelp.draft/1'],
  ['faq', ['top up failed'], 0, 'okhelp.faq/1'],
  ['faq', [], 0, 'okhelp.faq/1'],
  ['guide', ['topping-up'], 0, 'okhelp.guide/1'],
  ['contact', [], 0, 'okhelp.contacts/1'],
  ['contact', ['--check', 'help@wal1et.example'], 1, 'okhelp.contact-check/1'],
  ['contact add', ['email', 'more@wallet.example', '--found', 'in the app'], 0, 'okhelp.contact/1'],
  ['contact remove', ['k1'], 0, 'okhelp.remove/1'],
  ['case list', [], 0, 'okhelp.cases/1'],
  ['case show', ['c1'], 0, 'okhelp.case/1'],
  ['case next', ['c1'], 0, 'okhelp.next/1'],
  ['case log', ['c1', 'answer', '--text', 'We are looking into it'], 0, 'okhelp.case-entry/1'],
  ['case attach', ['small.csv', '--case', 'c1'], 0, 'okhelp.case-evidence/1'],
  ['case remind', ['c1', '-o', 'case.ics', '--force'], 0, 'okhelp.case-remind/1'],
  ['case export', ['c1', '-o', 'case.json', '--force'], 0, 'okhelp.case-export/1'],
  ['case close', ['c1', '--result', 'solved'], 0, 'okhelp.case/1'],
  ['case reopen', ['c2'], 0, 'okhelp.case/1'],
  ['case delete', ['c2', '--yes'], 0, 'okhelp.case-delete/1'],
  ['report', ['--case', 'c1', '-o', 'case.html', '--force'], 0, 'okhelp.report/1'],
  ['note add', ['--type', 'payment', '--amount', '5', '--currency', 'CNY'], 0, 'okhelp.note/1'],
  ['note list', [], 0, 'okhelp.notes/1'],
  ['note show', ['n3'], 0, 'okhelp.note/1'],
  ['note edit', ['n3', '--memo', 'lunch'], 0, 'okhelp.note/1'],
  ['note remove', ['n3', '--yes'], 0, 'okhelp.remove/1'],
  ['note import', ['other.csv'], 0, 'okhelp.import/1'],
  ['note export', ['-o', 'all.csv', '--force'], 0, 'okhelp.export/1'],
  ['note undo', [], 0, 'okhelp.undo/1'],
  ['config', [], 0, 'okhelp.places/1'],
  ['export', ['-o', 'all.zip', '--force'], 0, 'okhelp.archive/1'],
  ['delete-all', ['--yes'], 0, 'okhelp.delete-all/1'],
  ['complete', ['bash'], 0, 'okhelp.completion/1'],
  ['config setup', [], 2, 'okhelp.error/1'],
  ['config list', [], 0, 'okhelp.settings/1'],
  ['config get', ['region'], 0, 'okhelp.setting/1'],
  ['config set', ['region', 'DE'], 0, 'okhelp.setting/1'],
  ['config unset', ['region'], 0, 'okhelp.setting/1'],
  ['config path', [], 0, 'okhelp.paths/1'],
];

/** The words of a line of the table. */
export function wordsOf([name, args]) {
  return [...name.split(' '), ...args, '--json', '--no-input'];
}

/** Makes the folder that the commands work in; `okhelp` runs one with its words. The data lie in `data`. */
export function prepare(folder, okhelp) {
  writeNotes(join(folder, 'small.csv'), 20);
  writeFileSync(
    join(folder, 'other.csv'),
    'time,type,amount,currency\n2026-10-05T10:00:00Z,payment,4.00,CNY\n2026-10-06T11:00:00Z,payment,6.50,CNY\n',
  );
  for (const words of BEFOREHAND) okhelp([...words, '--quiet']);
  cpSync(join(folder, 'data'), join(folder, 'data-kept'), { recursive: true });
}

/** As it was before the last command. */
export function restore(folder) {
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  cpSync(join(folder, 'data-kept'), join(folder, 'data'), { recursive: true });
}
