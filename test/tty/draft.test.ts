// A draft as a person makes it at a terminal: from the menu, with what is missing asked once, written, and recorded as sent.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { chooses, problemOf, reads, squeezed, types } from './person.ts';
import { endSessions, KEY, type Session, session } from './session.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-draft-'));
});
afterEach(endSessions);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const all = (terminal: Session) => squeezed(terminal.history().join(''));

describe.each([
  ['en', en, 60],
  ['zh-CN', zhCN, 44],
] as const)('a draft in %s', (lang, t, columns) => {
  const { menu } = t.diagnose;
  const person = () => {
    const where = mkdtempSync(join(folder, 'person-'));
    return (words: string[], now = '2026-03-02T10:00:00Z') =>
      session(words, { folder: where, columns, rows: 50, env: { OKHELP_LANG: lang, OKHELP_NOW: now, TZ: 'UTC' } });
  };

  it('is asked for what it lacks, written, recorded as sent, and not asked again', async () => {
    const okhelp = person();
    const opened = okhelp(['diagnose', '-a', 'problem=topup-failed', '-a', 'topup-debited=yes', '--no-input']);
    expect(await opened.exit()).toBe(0);

    const chat = okhelp([]);
    await reads(chat, menu.whatHappened);
    await chooses(chat, menu.write);
    await reads(chat, menu.whichWay);
    await chooses(chat, menu.ways['draft chat']);
    // The first draft of all.
    for (const question of [t.config.setup.questions.name, t.config.setup.questions.region]) {
      await reads(chat, question);
      chat.send(KEY.enter);
    }
    const { ask } = t.email;
    for (const [question, answer] of [
      [ask.account, 'U-2207'],
      [ask.time, '2026-03-01 09:00'],
      [ask.amount, '500 CNY'],
      [ask.transaction, 'T20260301'],
      [ask.errorMessage, 'Refused'],
    ] as const) {
      await reads(chat, question);
      types(chat, answer);
    }
    const { offer } = t.draft;
    await reads(chat, offer.message);
    await chooses(chat, offer.write);
    await reads(chat, offer.file);
    chat.send(KEY.enter);
    // The same question again, below what was said of the file.
    await chat.waitFor((screen) => squeezed(screen.join('')).includes(squeezed(t.email.written('okhelp-chat.txt'))));
    await reads(chat, offer.message);
    await chooses(chat, offer.done);
    await reads(chat, t.cases.sent.ask);
    chat.send(`y${KEY.enter}`);
    expect(await chat.exit()).toBe(0);
    expect(readFileSync(join(chat.folder, 'okhelp-chat.txt'), 'utf8')).toContain('T20260301');
    const names = [t.email.fields.account, t.email.fields.time];
    expect(all(chat)).toContain(squeezed(names.join(lang === 'en' ? ', ' : '、')));
    expect(chat.cursorVisible()).toBe(true);

    const phone = okhelp(['draft', 'phone'], '2026-03-02T11:00:00Z');
    await reads(phone, offer.message);
    await chooses(phone, offer.done);
    expect(await phone.exit()).toBe(0);
    expect(all(phone)).toContain('T20260301');

    const mail = okhelp(['draft-email', '--to', 'help@wallet.example', '--from', 'me@example.org', '-o', 'mail.eml']);
    await reads(mail, t.cases.sent.ask);
    const before = all(mail);
    expect(before.indexOf('T20260301')).toBeGreaterThan(-1);
    expect(before.indexOf('T20260301')).toBeLessThan(before.indexOf(squeezed(t.email.written('mail.eml'))));
    mail.send(KEY.enter);
    expect(await mail.exit()).toBe(0);

    const shown = okhelp(['case', 'show']);
    expect(await shown.exit()).toBe(0);
    expect(all(shown)).toContain(squeezed(t.cases.kinds.sent));
    expect(all(shown)).toContain('U-2207');
  });

  it('without a case asks which problem it is about, and Ctrl-C leaves nothing behind', async () => {
    const okhelp = person();
    const mail = okhelp([]);
    await reads(mail, menu.whatHappened);
    await chooses(mail, menu.write);
    await reads(mail, menu.whichWay);
    await chooses(mail, t.ask.back);
    await reads(mail, menu.whatHappened);
    await chooses(mail, menu.write);
    await reads(mail, menu.whichWay);
    await chooses(mail, menu.ways['draft complaint']);
    await reads(mail, t.diagnose.whichProblem);
    await chooses(mail, problemOf('refund-missing', lang).title);
    await reads(mail, t.email.ask.account);
    mail.send(KEY.ctrlC);
    expect(await mail.exit()).toBe(130);
    expect(existsSync(join(mail.folder, 'data', 'okhelp.db'))).toBe(false);
    expect(mail.cursorVisible()).toBe(true);
  });
});
