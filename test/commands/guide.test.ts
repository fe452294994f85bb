// okhelp guide as a person and a script meet it: the list, a guide, its sources, and a name that is not there.
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/terminal/width.ts';
import { okhelp } from '../host.ts';

const ZH = { env: { LANG: 'zh_CN.UTF-8' } };

describe('okhelp guide', () => {
  it('lists the guides without a topic', async () => {
    const { stdout } = await okhelp(['guide']);
    expect([...stdout.matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, id]) => id)).toEqual(
      expect.arrayContaining(['opening-an-account', 'topping-up', 'withdrawing', 'keeping-notes', 'escalation']),
    );
  });

  it('shows one, by its id or its title', async () => {
    const byId = await okhelp(['guide', 'paying-safely']);
    expect(byId.stdout).toMatch(/^Paying safely\n\n/);
    expect((await okhelp(['guide', 'Paying safely'])).stdout).toBe(byId.stdout);
    expect((await okhelp(['guide', '安全付款'], ZH)).stdout).toMatch(/^安全付款\n\n/);
  });

  it.each([
    ['en', 40],
    ['zh-CN', 40],
    ['zh-CN', 72],
  ])('fits the width in %s, %i columns', async (lang, columns) => {
    const { stdout } = await okhelp(['guide', 'contacting-support', '--sources', '--lang', lang], { columns });
    const wide = stdout.split('\n').filter((line) => displayWidth(line) > columns && !line.includes('okhelp '));
    expect(wide).toEqual([]);
  });

  it('--sources numbers the statements in the order in which they are read', async () => {
    const { stdout } = await okhelp(['guide', 'contacting-support', '--sources']);
    const body = stdout.slice(0, stdout.indexOf('\nSources\n'));
    const firsts = [...new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)))];
    expect(firsts.length).toBeGreaterThan(1);
    expect(firsts).toEqual(firsts.map((_, i) => i + 1));
    expect(stdout.match(/^ {2}\[\d+\] /gm)).toHaveLength(firsts.length);
  });

  it('a name that is not there is refused with the nearest', async () => {
    const { status, stderr } = await okhelp(['guide', 'toping-up']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean `okhelp guide topping-up`?');
    expect((await okhelp(['guide', 'topingup'], ZH)).stderr).toContain('没有名为 `topingup` 的指南');
  });

  it('is okhelp.guide/1 as JSON', async () => {
    const { stdout } = await okhelp(['guide', 'escalation', '--json']);
    const { schema, guide, guides } = JSON.parse(stdout);
    expect(schema).toBe('okhelp.guide/1');
    expect(guide).toMatchObject({ id: 'escalation', see: expect.any(Array), sources: expect.any(Array) });
    expect(guide.text).not.toMatch(/^#|\*\*|\[\^/m);
    expect(guides.map(({ id }: { id: string }) => id)).toContain('escalation');
    expect(JSON.parse((await okhelp(['guide', '--json'])).stdout).guide).toBeNull();
  });
});
