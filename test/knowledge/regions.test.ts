// The proof of regions, on small ones: what an author can get wrong is named with its file and line.
import { describe, expect, it } from 'vitest';
import { regionIn } from '../../src/knowledge/region-compile.ts';
import { figuresIn } from '../../src/knowledge/region-figures.ts';
import { proveRegions } from '../../src/knowledge/region-proof.ts';

const EMERGENCY = `
steps:
  - id: police
    text: { en: Report it to the police, zh-CN: 报警 }
`;
const UK = `
id: uk
order: 10
title: { en: United Kingdom, zh-CN: 英国 }
countries: [GB]
timeZone: Europe/London
weekend: [0, 6]
letters: [en]
ladder:
  - id: provider
    kind: provider
    name: { en: The provider, zh-CN: 服务商 }
    does: { en: Answers first, zh-CN: 先由它答复 }
    answers: { from: complaint, span: { count: 15, unit: business-days }, sources: [law] }
    rules: [psr]
  - id: uk-fos
    kind: ombudsman
    name: { en: The ombudsman, zh-CN: 申诉专员 }
    does: { en: Decides within 90 days, zh-CN: 90 天内决定 }
    sources: [law]
rules:
  - id: psr
    name: { en: The rule, zh-CN: 规定 }
    says: { en: It must answer, zh-CN: 必须答复 }
    holds: { balance: fiat, provider: licensed }
    sources: [law]
emergency:
  police: { contacts: [{ kind: phone, value: "101", sources: [law] }] }
`;

/** The findings that are about the file itself: in these small sets all other regions are missing. */
function findings(uk: string, sources = ['law']): string[] {
  const files = new Map([
    ['emergency.yaml', EMERGENCY],
    ['regions/uk.yaml', uk],
  ]);
  return proveRegions(files, new Set(sources))
    .findings.filter(({ message }) => message !== 'this region is missing')
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('the proof of the regions', () => {
  it('finds nothing wrong in a whole one', () => expect(findings(UK)).toEqual([]));

  it.each([
    ['a source that is not there', UK, [], 'regions/uk.yaml:14 there is no source `law`'],
    [
      'a rule that is not there',
      UK.replace('[psr]', '[dsp]'),
      ['law'],
      'regions/uk.yaml:15 the region has no rule `dsp`',
    ],
    [
      'a step that is not there',
      UK.replace('  police:', '  army:'),
      ['law'],
      'regions/uk.yaml:28 emergency.yaml has no step `army`',
    ],
    [
      'a time zone that is none',
      UK.replace('Europe/London', 'Europe/Londn'),
      ['law'],
      'regions/uk.yaml:6 `timeZone` is no time zone',
    ],
    [
      'a ladder without the provider',
      UK.replace('kind: provider', 'kind: court'),
      ['law'],
      'regions/uk.yaml:10 the first rung is not the provider',
    ],
    [
      'a body without a source',
      UK.replace('90 天内决定 }\n    sources: [law]', '90 天内决定 }'),
      ['law'],
      'regions/uk.yaml:16 body `uk-fos` names no source',
    ],
    [
      'a figure without a source',
      UK.replace('Answers first, zh-CN: 先由它答复', 'Answers in 15 days, zh-CN: 15 天内答复'),
      ['law'],
      'regions/uk.yaml:13 states a figure and names no source',
    ],
    [
      'a figure that the other language does not have',
      UK.replace('90 天内决定', '60 天内决定'),
      ['law'],
      'regions/uk.yaml:19 the languages do not have the same figures: 90 / 60',
    ],
  ])('names %s with its line', (_, uk, sources, finding) => expect(findings(uk, sources)).toContain(finding));

  it('asks for somebody to turn to after the provider, and for the police among the emergency steps', () => {
    const alone = UK.replace(/ {2}- id: uk-fos[\s\S]*(?=rules:\n {2}- id: psr)/, '');
    expect(findings(alone)).toEqual(['regions/uk.yaml:9 there is nobody to turn to after the provider']);
    const { findings: all } = proveRegions(
      new Map([
        ['emergency.yaml', EMERGENCY.replace('police', 'report')],
        ['regions/uk.yaml', UK],
      ]),
      new Set(['law']),
    );
    expect(all).toContainEqual({ file: 'emergency.yaml', line: 1, message: 'there is no step `police`' });
  });

  it('misses every region that has no file', () => {
    const { findings: all } = proveRegions(new Map([['regions/uk.yaml', UK]]), new Set(['law']));
    expect(all.filter(({ message }) => message === 'this region is missing')).toHaveLength(11);
  });
});

describe('the figures of a text', () => {
  it.each([
    ['From 1 July 2024, up to S$150,000', '自 2024 年 7 月 1 日起，上限 150,000 新元'],
    ['电子商务法, Article 53', '《电子商务法》第五十三条'],
    ['Article 20, not 3', '第二十条，不是第三条'],
    ['It may take 10 days', '可能需要 10 天'],
  ])('are the same in "%s" and "%s"', (en, zh) => expect(figuresIn(en)).toEqual(figuresIn(zh)));

  it('tells a separator of thousands from the end of a sentence', () =>
    expect(figuresIn('RM 250,000, or 60 days.')).toEqual(['250,000', '60']));
});

describe('a compiled region', () => {
  it('has the general steps with its own numbers, and every source it refers to', () => {
    const files = new Map([
      ['emergency.yaml', EMERGENCY],
      ['regions/uk.yaml', UK],
    ]);
    const { regions, emergency } = proveRegions(files, new Set(['law']));
    const law = {
      title: { en: 'The law', 'zh-CN': '法规' },
      where: 'legislation',
      kind: 'primary' as const,
      read: '2026-11-22',
      says: { en: 'It says so.', 'zh-CN': '有此规定。' },
    };
    const uk = regionIn(regions[0]!, emergency, { law }, 'zh-CN');
    expect(uk.emergency).toEqual([
      {
        id: 'police',
        text: '报警',
        how: [],
        contacts: [{ kind: 'phone', value: '101', sources: ['law'] }],
        sources: [],
      },
    ]);
    expect(uk.sources).toEqual([
      { id: 'law', title: '法规', where: 'legislation', kind: 'primary', read: '2026-11-22', says: '有此规定。' },
    ]);
    expect(uk.ladder[0]?.answers?.span).toEqual({ count: 15, unit: 'business-days' });
  });

  it('says in its language for what a deadline holds, and until when a rule can be relied on', () => {
    const noted = UK.replace(
      'unit: business-days }, sources',
      'unit: business-days }, note: { en: For payments, zh-CN: 针对付款 }, sources',
    ).replace(
      'provider: licensed }\n',
      'provider: licensed }\n    closes: [{ from: event, span: { count: 13, unit: months }, sources: [law] }]\n',
    );
    const files = new Map([
      ['emergency.yaml', EMERGENCY],
      ['regions/uk.yaml', noted],
    ]);
    const { regions, emergency } = proveRegions(files, new Set(['law']));
    const law = { title: { en: '', 'zh-CN': '' }, where: 'law', kind: 'primary' as const, read: '2026-11-22' };
    const uk = regionIn(regions[0]!, emergency, { law: { ...law, says: law.title } }, 'zh-CN');
    expect(uk.ladder[0]?.answers?.note).toBe('针对付款');
    expect(uk.rules[0]?.closes).toEqual([{ from: 'event', span: { count: 13, unit: 'months' }, sources: ['law'] }]);
  });
});
