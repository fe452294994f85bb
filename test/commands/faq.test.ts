// okhelp faq as a person and a script meet it: by words in either language, by id, by topic, and where nothing fits.
import { describe, expect, it } from 'vitest';
import { okhelp } from '../host.ts';

const json = async (...args: string[]) => JSON.parse((await okhelp(['faq', ...args, '--json'])).stdout);
const ZH = { env: { LANG: 'zh_CN.UTF-8' } };

describe('by words', () => {
  it('shows the best answer with what goes with it, and what else may fit', async () => {
    const { stdout, status } = await okhelp(['faq', 'why', 'was', 'my', 'payment', 'declined']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Why was my payment declined, and what can I do\?\n\n/);
    for (const part of [
      'Go on with\n',
      'Questions that go with it\n  okhelp faq ',
      'Guides that go with it\n  okhelp guide ',
      'What else may fit\n  okhelp faq ',
    ]) {
      expect(stdout).toContain(part);
    }
  });

  it('Chinese words under an English interface are answered in Chinese, labels too', async () => {
    const { stdout } = await okhelp(['faq', '怎样付款才安全']);
    expect(stdout).toMatch(/^怎样付款才安全？\n/);
    expect(stdout).toContain('\n相关问题\n');
  });

  it('English words under a Chinese interface are answered in English', async () => {
    expect((await okhelp(['faq', 'pay', 'safely'], ZH)).stdout).toMatch(/^How do I pay safely\?/);
  });

  it('a word of no language, such as USDT, is answered in that of the interface', async () => {
    expect((await okhelp(['faq', 'USDT'], ZH)).stdout).toMatch(/^[^\n]*\p{Script=Han}/u);
    expect((await okhelp(['faq', 'USDT'])).stdout).not.toMatch(/^[^\n]*\p{Script=Han}/u);
    expect((await okhelp(['faq', 'withdrawals'], ZH)).stdout).toMatch(/^How much can I withdraw/);
  });

  it('--lang decides the language of the answer, whatever that of the words', async () => {
    expect((await okhelp(['faq', '怎样付款才安全', '--lang', 'en'])).stdout).toMatch(/^How do I pay safely\?/);
  });

  it('marks the words that were found, where there is colour', async () => {
    const { stdout } = await okhelp(['faq', 'pay safely'], { tty: true, env: { PAGER: 'cat' } });
    expect(stdout).toMatch(/\u001b\[4mpay\u001b\[24m/);
  });

  it('says calmly that nothing fits, and what can be done instead', async () => {
    const { stdout, status } = await okhelp(['faq', 'noodle', 'recipe']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^No question of the FAQ fits these words\./);
    expect(stdout).toContain('okhelp diagnose');
    expect(stdout).toContain('okhelp faq --topic restriction');
    expect((await okhelp(['faq', '红烧肉'], ZH)).stdout).toMatch(/^常见问题里没有与此相符的内容。/);
  });

  it('is unsure where little of the words is known', async () => {
    const { stdout } = await okhelp(['faq', 'train', 'times', 'from', 'Berlin', 'to', 'Munich']);
    expect(stdout).toMatch(/^The words fit no question well\. This one is the nearest\.\n\n/);
  });

  it('--topic keeps to one', async () => {
    const { results } = await json('how long does it take', '--topic', 'withdrawal');
    expect(new Set(results.map(({ topic }: { topic: string }) => topic))).toEqual(new Set(['withdrawal']));
  });
});

describe('secrets among the words', () => {
  const SECRET = 'Tr0ub4dor&3x';

  it('are neither shown nor searched, and it is said', async () => {
    const args = ['faq', `my password is ${SECRET}, card 4111 1111 1111 1111, how do I pay safely`];
    const plain = await okhelp(args);
    const asJson = await okhelp([...args, '--json']);
    for (const { stdout, stderr } of [plain, asJson]) {
      expect(stdout + stderr).not.toContain(SECRET);
      expect(stdout + stderr).not.toMatch(/4111 ?1111 ?1111/);
      expect(stderr).toContain('was left out of the search');
    }
    expect(JSON.parse(asJson.stdout).query).not.toContain('removed');
  });
});

describe('by id', () => {
  it('shows that entry alone', async () => {
    const { stdout } = await okhelp(['faq', 'unfreezing-fee'], ZH);
    expect(stdout).toMatch(/^对方要我先交解冻费/);
    expect(stdout).not.toContain('其他可能相关的问题');
  });

  it('--sources numbers the statements and lists what they rest on', async () => {
    const { stdout } = await okhelp(['faq', 'payment-declined-causes', '--sources']);
    expect(stdout).toMatch(/\[1\]/);
    expect(stdout).toMatch(/\nSources\n {2}\[1\] .*\n[\s\S]*read\s+on\s+2026-11-22/);
    expect(stdout).toMatch(/Confirm a number or a link on the body's own site before you use it\.\n$/);
    expect((await okhelp(['faq', 'payment-declined-causes'])).stdout).not.toContain('[1]');
  });
});

describe('without words', () => {
  it('lists all questions by topic, in their order, with their ids', async () => {
    const { stdout } = await okhelp(['faq']);
    const topics = [...stdout.matchAll(/^\S.*\(([a-z-]+)\)$/gm)].map(([, topic]) => topic);
    expect(topics).toEqual([
      'payment',
      'account-security',
      'top-up',
      'withdrawal',
      'arrival',
      'restriction',
      'feedback',
      'contact',
    ]);
    expect(stdout.match(/^ {4}[a-z0-9-]+$/gm)!.length).toBeGreaterThanOrEqual(40);
  });

  it('a topic that is not there is refused with the nearest', async () => {
    const { status, stderr } = await okhelp(['faq', '--topic', 'topup']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean `top-up`?');
  });
});

describe('as JSON', () => {
  it('is okhelp.faq/1: the answer, the results best first, the topics', async () => {
    const document = await json('pay', 'safely');
    expect(document).toMatchObject({
      schema: 'okhelp.faq/1',
      language: 'en',
      query: 'pay safely',
      topic: null,
      answer: { id: 'pay-safely', topic: 'payment', question: 'How do I pay safely?' },
    });
    expect(document.results[0]).toMatchObject({ id: 'pay-safely', topic: 'payment', score: expect.any(Number) });
    const { text, see, guides, commands, sources } = document.answer;
    expect(text).not.toMatch(/\*\*|\[\^/);
    expect(see[0]).toEqual({ id: expect.any(String), question: expect.any(String) });
    expect(guides).toContainEqual({ id: 'paying-safely', title: 'Paying safely' });
    expect(commands[0].command).toMatch(/^okhelp /);
    expect(sources.every((source: { read: string }) => /^\d{4}-\d{2}-\d{2}$/.test(source.read))).toBe(true);
    const scores = document.results.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('without words and without a hit it has no answer', async () => {
    expect((await json()).answer).toBeNull();
    expect(await json('noodle recipe')).toMatchObject({ answer: null, results: [] });
  });
});
