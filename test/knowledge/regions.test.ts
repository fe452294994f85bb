// The proof of regions, on small ones: what an author can get wrong is named with its file and line.
import { describe, expect, it } from 'vitest';
import { regionIn } from '../../src/knowledge/region-compile.ts';
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
ladder:
  - id: provider
    kind: provider
    name: { en: The provider, zh-CN: 服务商 }
    does: { en: Answers first, zh-CN: 先由它答复 }
    answers: { from: complaint, span: { count: 15, unit: business-days }, sources: [law] }
    rules: [psr]
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
    ['a source that is not there', UK, [], 'regions/uk.yaml:13 there is no source `law`'],
    [
      'a rule that is not there',
      UK.replace('[psr]', '[dsp]'),
      ['law'],
      'regions/uk.yaml:14 the region has no rule `dsp`',
    ],
    [
      'a step that is not there',
      UK.replace('  police:', '  army:'),
      ['law'],
      'regions/uk.yaml:22 emergency.yaml has no step `army`',
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
      'regions/uk.yaml:9 the first rung is not the provider',
    ],
  ])('names %s with its line', (_, uk, sources, finding) => expect(findings(uk, sources)).toContain(finding));

  it('misses every region that has no file', () => {
    const { findings: all } = proveRegions(new Map([['regions/uk.yaml', UK]]), new Set(['law']));
    expect(all.filter(({ message }) => message === 'this region is missing')).toHaveLength(11);
  });
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
});
