// A case as a person lives it at a terminal: record a call, see what is due, close; in two languages, narrow and wide.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { chooses, reads, squeezed, types } from './person.ts';
import { endSessions, KEY, session } from './session.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-case-'));
});
afterEach(endSessions);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['en', en, 60, 'United Kingdom'],
  ['zh-CN', zhCN, 44, '英国'],
] as const)('a case in %s', (lang, t, columns, region) => {
  it('is opened, followed and closed', async () => {
    const where = mkdtempSync(join(folder, 'person-'));
    const okhelp = (words: string[], now: string) =>
      session(words, { folder: where, columns, rows: 50, env: { OKHELP_LANG: lang, OKHELP_NOW: now, TZ: 'UTC' } });
    const opened = okhelp(['diagnose', '-a', 'problem=payment-failed', '--no-input'], '2026-03-02T09:00:00Z');
    expect(await opened.exit()).toBe(0);

    const call = okhelp(['case', 'log'], '2026-03-02T10:00:00Z');
    const { questions } = t.cases.log;
    await reads(call, questions.kind);
    await chooses(call, t.cases.kinds.call);
    await reads(call, questions.with);
    types(call, '王小明');
    await reads(call, questions.at);
    call.send(KEY.enter);
    await reads(call, questions.promised);
    types(call, 'a refund / 退款');
    await reads(call, t.cases.log.dueOf.call!);
    types(call, '2026-03-03');
    await reads(call, questions.reference);
    call.send(KEY.enter);
    await reads(call, t.cases.log.review('c1', t.cases.kinds.call));
    await chooses(call, t.cases.log.save);
    expect(await call.exit()).toBe(0);

    const next = okhelp(['case', 'next'], '2026-03-04T09:00:00Z');
    await reads(next, t.steps.ask.region);
    await chooses(next, region);
    await reads(next, t.steps.ask.balance);
    await chooses(next, t.steps.ask.balances.fiat);
    await reads(next, t.steps.ask.licensed);
    await chooses(next, t.steps.ask.licences.yes);
    expect(await next.exit()).toBe(0);
    const said = squeezed(next.history().join(''));
    expect(said).toContain(squeezed(t.steps.kinds.overdue));
    expect(said).toContain('okhelpdraftfollow-up--casec1');
    expect(next.overflow()).toEqual([]);
    expect(next.cursorVisible()).toBe(true);

    const close = okhelp(['case', 'close'], '2026-03-05T09:00:00Z');
    await reads(close, t.cases.close.question);
    await chooses(close, t.cases.close.labels.solved);
    expect(await close.exit()).toBe(0);
    expect(squeezed(close.history().join(''))).toContain(squeezed(t.cases.close.done('c1', t.cases.results.solved)));
  });
});
