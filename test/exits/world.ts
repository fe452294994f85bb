// A person whose notes, cases, contacts and settings are full of what could do harm: written by themselves, pasted, or
// found in a file from somebody else; and, where what is entered is cleaned, put into the store behind its back.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import { okhelp, temporaryFolder } from '../host.ts';
import { BREAKS, ESCAPES, everything, FORMULAS, MARKUP, oneLine, PERSONAL, secretLine, visible } from './poison.ts';

export interface World {
  dataDir: string;
  /** Where commands run, and write. */
  cwd: string;
  run: (...argv: string[]) => ReturnType<typeof okhelp>;
}

const NOW = '2026-03-15T12:00:00+08:00';
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** As somebody would: a statement imported, a note added, a diagnosis, drafts, entries, evidence, contacts, settings. */
export async function poisonedWorld(lang: string): Promise<World> {
  const dataDir = join(temporaryFolder(), 'data');
  const cwd = temporaryFolder();
  const run = (...argv: string[]) =>
    okhelp(['--lang', lang, ...argv], { dataDir, cwd, now: NOW, env: { LANG: 'C.UTF-8' } });
  const done = async (...argv: string[]) => {
    const { status, stdout, stderr } = await run(...argv);
    if (status !== 0) throw new Error(`okhelp ${argv[0]} ${argv[1]}: ${status}\n${stdout}${stderr}`);
  };
  mkdirSync(dataDir, { mode: 0o755 });
  writeFileSync(join(cwd, 'notes.csv'), notesCsv());
  writeFileSync(join(cwd, 'unreadable.csv'), `time,type,amount,memo\n2026-03-01,payment,${cell(everything(0))},x\n`);
  writeFileSync(join(cwd, 'answers.yaml'), `problem: ${JSON.stringify(everything(1))}\n`);
  writeFileSync(join(cwd, 'statement.csv'), notesCsv('S-'));
  writeFileSync(join(cwd, 'evidence.txt'), `${secretLine}\n${MARKUP}\n`);
  for (const name of [HOSTILE_NAME, CARD_NAME]) writeFileSync(join(cwd, name), 'a screenshot');
  await done('note', 'import', 'notes.csv');
  await done('diagnose', secretLine, '--no-input', '--answer', 'problem=topup-failed');
  const facts = factFlags();
  await done('draft-email', '--no-input', '--to', 'help@wallet.example', '--from', PERSONAL.reply, ...facts);
  await done('draft', 'forum', '--no-input', '--tried', visible(0), ...facts);
  await done(
    'case',
    'log',
    'call',
    '--with',
    `${oneLine(1)} ${secretLine}`,
    '--promised',
    everything(2),
    '--at',
    '2026-03-10 09:00',
  );
  await done(
    'case',
    'log',
    'answer',
    '--reference',
    `T-1 ${oneLine(3)}`,
    '--text',
    everything(4),
    '--at',
    '2026-03-11 09:00',
  );
  await done('case', 'log', 'sent', '--channel', 'email', '--to', 'help@wallet.example', '--at', '2026-03-09 09:00');
  await done('case', 'attach', 'evidence.txt', HOSTILE_NAME, '--memo', everything(5));
  await done('contact', 'add', 'app', `Me > Help ${visible(0)}`, '--found', visible(1), '--memo', visible(3));
  await done('contact', 'add', 'email', 'help@wallet.example', '--found', 'in the app');
  await behindItsBack(dataDir);
  // Nobody has answered that one: it has dates to come.
  await done('case', 'log', 'c2', 'sent', '--channel', 'email', '--at', '2026-03-15 08:00');
  // A file that somebody edited by hand, or that came with a copied folder.
  const settings = {
    name: `${PERSONAL.name} ${ESCAPES}${MARKUP}\r\nBcc: v@evil.example`,
    'account-id': `${PERSONAL.account} ${ESCAPES}`,
    'reply-address': PERSONAL.reply,
    company: `${FORMULAS[0]} ${ESCAPES}${BREAKS}`,
  };
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
  return { dataDir, cwd, run };
}

export const HOSTILE_NAME = '=cmd\u001b[31m\u202e\nBcc: v@evil.example <img src=x onerror=alert(1)>.png';

/** Its name alone is a secret. */
export const CARD_NAME = 'card 4111111111111111.png';

export function factFlags(): string[] {
  return [
    ['--account', `${PERSONAL.account} ${visible(0)}`],
    ['--error-code', `E-17 ${visible(1)}`],
    ['--error-message', `${visible(4)} ${secretLine}`],
    ['--amount', '123.45'],
    ['--currency', 'CNY'],
    ['--time', '2026-03-01 09:00'],
    ['--transaction', `${PERSONAL.transaction}`],
    ['--counterparty', `${PERSONAL.counterparty} ${visible(2)}`],
    ['--tried', `${visible(5)} ${secretLine}`],
  ].flat();
}

/** What okhelp would have cleaned when it was entered: an older version, another program, a tampered file. Without secrets. */
async function behindItsBack(dataDir: string): Promise<void> {
  const text = `${oneLine(0)} ${BREAKS}`;
  const store = await openStore(dataDir, () => Date.parse(NOW));
  store.cases.addDraft('c1', { kind: 'email', language: 'en', subject: text, body: text });
  store.cases.addDraft('c1', { kind: 'complaint', language: 'zh-CN', subject: text, body: text });
  store.cases.log('c1', {
    kind: 'remark',
    at: '2026-03-12T09:00:00+08:00',
    text,
    with: text,
    reference: text,
    to: text,
  });
  store.cases.addEvidence('c1', { name: text, path: '/nowhere/\u001b[31m\nevil', bytes: 1, sha256: 'x', memo: text });
  store.contacts.save({ kind: 'web', value: `https://wallet.example/${text}`, found: text, memo: text });
  store.cases.save({
    problem: 'payment-failed',
    state: 'open',
    answers: { problem: 'payment-failed', other: text },
    sources: {},
    fields: {
      errorMessage: text,
      counterparty: text,
      account: text,
      transaction: text,
      time: '2026-03-01T09:00:00+08:00',
      amount: `12.00 ${text}`,
    },
    outcome: null,
  });
  store.close();
}

function notesCsv(mark = 'R-'): string {
  const rows = FORMULAS.map((_, i) =>
    [
      `2026-03-0${i + 1} 09:00`,
      i % 2 ? 'payment' : 'topup',
      '20.00',
      'CNY',
      i === 5 ? '777.00' : '',
      'main',
      cell(`${PERSONAL.counterparty} ${everything(i)}`),
      cell(`${mark}${i} ${oneLine(i)}`),
      i === 7 ? 'failed' : 'completed',
      cell(everything((i + 3) % 8)),
      cell(everything((i + 5) % 8)),
    ].join(','),
  );
  const head = 'time,type,amount,currency,balance,account,counterparty,reference,status,error,memo';
  const reading = '2026-02-28 09:00,balance,,CNY,500.00,main,,,,,';
  return `${[head, reading, ...rows].join('\n')}\n`;
}
