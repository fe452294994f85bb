// The regions as people get them: each figure that was read is there in both languages, with its source, and each ladder can be climbed.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { regionName } from '../../src/commands/config/values.ts';
import { compileContent } from '../../src/knowledge/compile.ts';
import { type Body, REGION_IDS, type Region, type RegionId, type RegionSummary } from '../../src/knowledge/region.ts';
import { zoneOffsets } from '../../src/ledger/time.ts';
import type { CaseEvent } from '../../src/support/case-event.ts';
import { type Matter, standing } from '../../src/support/ladder.ts';

const documents = new Map<string, unknown>(compileContent(join(import.meta.dirname, '..', '..', 'content')));
const LANGUAGES = ['en', 'zh-CN'] as const;
const regionOf = (language: string, id: RegionId) => documents.get(`${language}/regions/${id}.json`) as Region;
const bodyOf = (region: Region, id: string) => region.ladder.find((body) => body.id === id) as Body;
const EVERYWHERE = LANGUAGES.flatMap((language) => REGION_IDS.map((id) => [language, id] as const));

/** All that can be read of a region, without what its sources say. */
const readingOf = ({ sources: _, ...region }: Region) => JSON.stringify(region);

/** A span of a deadline, in words: `15 business-days from complaint`. */
const spansOf = (region: Region) => [
  ...region.ladder.flatMap((body) =>
    [
      ...body.opens.map((deadline) => ['opens', deadline] as const),
      ...body.closes.map((deadline) => ['closes', deadline] as const),
      ...(body.answers ? [['answers', body.answers] as const] : []),
    ].map(([what, { from, span }]) => `${body.id} ${what} ${span.count} ${span.unit} from ${from}`),
  ),
  ...region.rules.flatMap(({ id, closes = [] }) =>
    closes.map(({ from, span }) => `${id} closes ${span.count} ${span.unit} from ${from}`),
  ),
];

describe.each(LANGUAGES)('the numbers of each region in %s', (language) => {
  it.each([
    ['cn', ['12363', '12315', '12378', '110', '96110', 'jubao.pcac.org.cn', '010-66001918']],
    ['hk', ['2929 2222', '18222', '999', '2878 1188']],
    ['tw', ['0800-789-885', '1998', '110', '165']],
    ['sg', ['1799', '150,000', '1800-255-0000', '999', 'fidrec.com.sg']],
    ['my', ['997', '250,000', 'fmos.org.my']],
    ['eu', ['15', '35', '2015/2366', '13', '90', '112']],
    ['uk', ['0800 023 4567', 'financial-ombudsman.org.uk', '0300 123 2040', 'reportfraud.police.uk', '101', '35', '8']],
    ['us', ['12 CFR 1005.11', '12 CFR 1005.6', '60', '45', '(855) 411-2372', 'reportfraud.ftc.gov', 'ic3.gov']],
    ['au', ['1800 931 678', 'afca.org.au', '30']],
    ['ca', ['1-888-495-8501', 'obsi.ca', '56', '180']],
    ['jp', ['188', '#9110', '110', '日本資金決済業協会']],
  ] as [RegionId, string[]][])('%s', (id, numbers) => {
    const reading = readingOf(regionOf(language, id));
    for (const number of numbers) expect(reading, number).toContain(number);
  });
});

describe('the times of each region, as figures', () => {
  it.each([
    ['cn', ['cn-pboc opens 15 days from complaint', 'cn-samr answers 7 business-days from complaint']],
    [
      'tw',
      [
        'tw-foi opens 30 days from complaint',
        'tw-foi closes 60 days from final-answer',
        'tw-foi closes 90 days from complaint',
      ],
    ],
    ['sg', ['sg-fidrec opens 4 weeks from complaint', 'sg-fidrec closes 6 months from final-answer']],
    ['my', ['my-fmos opens 60 days from complaint', 'my-fmos closes 6 months from final-answer']],
    [
      'eu',
      [
        'provider answers 15 business-days from complaint',
        'eu-fin-net answers 90 days from complaint',
        'psd2-71 closes 13 months from event',
      ],
    ],
    [
      'uk',
      [
        'provider answers 15 business-days from complaint',
        'uk-fos opens 15 business-days from complaint',
        'uk-fos closes 6 months from final-answer',
        'uk-fos closes 72 months from event',
      ],
    ],
    [
      'us',
      [
        'provider answers 10 business-days from complaint',
        'us-cfpb answers 15 days from complaint',
        'regulation-e-11 closes 60 days from event',
      ],
    ],
    ['au', ['au-afca opens 30 days from complaint', 'au-afca closes 24 months from final-answer']],
    ['ca', ['ca-obsi opens 56 days from complaint', 'ca-obsi closes 180 days from final-answer']],
  ] as [RegionId, string[]][])('%s', (id, spans) => {
    expect(spansOf(regionOf('en', id))).toEqual(expect.arrayContaining(spans));
    expect(spansOf(regionOf('zh-CN', id))).toEqual(spansOf(regionOf('en', id)));
  });

  it('have the laws of mainland China that a complaint can quote, named exactly', () => {
    expect(regionOf('zh-CN', 'cn').rules.map(({ name }) => name)).toEqual([
      '《非银行支付机构监督管理条例》第三十五条',
      '《非银行支付机构监督管理条例》第三十四条',
      '《电子商务法》第五十三条',
      '《电子商务法》第五十五条',
      '《电子商务法》第五十七条',
      '《反洗钱法》第三十九条',
      '《反电信网络诈骗法》第三十二条',
      '《消费者权益保护法》第三十九条',
      '《消费者权益保护法》第四十六条',
    ]);
  });
});

describe.each(EVERYWHERE)('%s: %s', (language, id) => {
  const region = regionOf(language, id);

  it('begins with the provider, and goes on to somebody who can be asked', () => {
    expect(region.ladder[0]!.kind).toBe('provider');
    expect(region.ladder.slice(1).every(({ kind }) => kind !== 'provider')).toBe(true);
    expect(region.ladder.length).toBeGreaterThan(1);
  });

  it('asks that the provider comes first, at every further body', () => {
    for (const { id: body, before } of region.ladder.slice(1)) expect(before.length, body).toBeGreaterThan(0);
  });

  it('has a source that is there for each number of a body and each rule', () => {
    const there = region.sources.map((source) => source.id);
    const contacts = [...region.ladder, ...region.emergency].flatMap((one) => one.contacts);
    for (const { sources, ...one } of [...contacts, ...region.rules]) {
      expect(sources.length, JSON.stringify(one)).toBeGreaterThan(0);
      for (const source of sources) expect(there).toContain(source);
    }
  });

  it('says of what was not read that it may be so', () => {
    const inferred = region.ladder.flatMap(({ refuses }) => refuses.filter(({ sources }) => sources.length === 0));
    for (const { says } of inferred) expect(says).toMatch(/\bmay\b|Ask first|ask first|可能|先问/);
  });

  it('tells what to do first in an emergency: stop, freeze, police, access, evidence, recovery frauds', () => {
    expect(region.emergency.map((step) => step.id).join()).toBe('stop,freeze,police,access,evidence,recovery');
    const police = region.emergency[2]!;
    expect(
      police.contacts.length > 0 || /in your area|nearest police station|当地|最近的警局/.test(police.how.join()),
    ).toBe(true);
  });

  it('keeps the lines of the emergency short', () => {
    const longest = language === 'en' ? 220 : 90;
    for (const { text, how } of region.emergency)
      for (const line of [text, ...how]) expect(line.length, line).toBeLessThan(longest);
  });

  it('speaks its language, and names no contact of a provider', () => {
    const texts = [
      ...region.ladder.flatMap((body) => [body.name, body.does]),
      ...region.remarks.map(({ says }) => says),
    ];
    if (language === 'zh-CN') for (const text of texts) expect(text).toMatch(/\p{Script=Han}/u);
    expect(readingOf(region)).not.toMatch(/okpay|@|https?:/i);
    expect(readingOf(region)).not.toMatch(/legal advice|法律意见/);
  });
});

describe('the countries', () => {
  const summaries = documents.get('en/regions.json') as RegionSummary[];

  it('are there by the code of today', () => {
    const codes = summaries.flatMap(({ countries }) => countries);
    expect(codes.filter((code) => regionName(code, 'en') === null)).toEqual([]);
    expect(codes).toEqual(expect.arrayContaining(['CN', 'HK', 'TW', 'GB', 'DE', 'IE', 'NO', 'US', 'JP']));
  });

  it('list the places without a region of their own last', () => {
    expect(summaries.at(-1)).toMatchObject({ id: 'elsewhere', countries: [] });
  });
});

describe('the ladder of a real region', () => {
  const event = (kind: CaseEvent['kind'], at: string): CaseEvent => ({
    id: kind,
    kind,
    at,
    recorded: at,
    body: 'provider',
  });
  const rung = (region: RegionId, body: string, timeline: CaseEvent[], now: string, more: Partial<Matter> = {}) => {
    const whole = regionOf('en', region);
    const matter: Matter = { timeline, happened: null, balance: 'fiat', licensed: 'yes', ...more };
    return standing(matter, whole, zoneOffsets(whole.timeZone), Date.parse(now)).find((one) => one.body.id === body)!;
  };
  const complaint = event('complaint', '2026-03-02T02:00:00Z');
  const refusal = event('final-answer', '2026-03-10T02:00:00Z');

  it.each([
    ['uk', 'uk-fos', '2026-03-24'],
    ['tw', 'tw-foi', '2026-04-02'],
    ['sg', 'sg-fidrec', '2026-03-31'],
    ['my', 'my-fmos', '2026-05-02'],
    ['au', 'au-afca', '2026-04-02'],
    ['ca', 'ca-obsi', '2026-04-27'],
    ['cn', 'cn-pboc', '2026-03-18'],
    ['eu', 'eu-dispute-body', '2026-03-24'],
  ] as [RegionId, string, string][])('%s: without an answer to a complaint, %s opens on %s', (region, body, day) => {
    expect(rung(region, body, [complaint], '2026-03-03T02:00:00Z')).toMatchObject({ state: 'not-yet', from: { day } });
  });

  it.each([
    ['uk', 'uk-fos', '2026-09-10'],
    ['tw', 'tw-foi', '2026-05-09'],
    ['sg', 'sg-fidrec', '2026-09-10'],
    ['my', 'my-fmos', '2026-09-10'],
    ['au', 'au-afca', '2028-03-10'],
    ['ca', 'ca-obsi', '2026-09-05'],
  ] as [RegionId, string, string][])('%s: after a final answer, %s can be asked until %s', (region, body, day) => {
    expect(rung(region, body, [complaint, refusal], '2026-03-11T02:00:00Z')).toMatchObject({
      state: 'open',
      until: { day },
    });
  });

  it.each([
    ['hk', 'hk-hkma'],
    ['hk', 'hk-consumer-council'],
    ['jp', 'jp-payments-association'],
    ['elsewhere', 'general-regulator'],
  ] as [RegionId, string][])('%s: %s wants the provider asked first, and opens the day after', (region, body) => {
    expect(rung(region, body, [], '2026-03-03T02:00:00Z')).toMatchObject({
      state: 'not-yet',
      missing: ['first-contact'],
    });
    expect(rung(region, body, [event('sent', '2026-03-02T02:00:00Z')], '2026-03-03T02:00:00Z').state).toBe('open');
  });

  it.each(REGION_IDS.map((id) => [id]))('%s: a token balance is spoken of on the ladder', (region) => {
    const refused = regionOf('en', region).ladder.flatMap(({ id }) =>
      rung(region, id, [], '2026-03-03T02:00:00Z', { balance: 'token' }).refuses.filter(({ when }) => when === 'token'),
    );
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ certain }) => certain)).toBe(true);
  });

  it('mainland China: 12363 opens with a refusal, or after the 15 days of the law', () => {
    expect(bodyOf(regionOf('zh-CN', 'cn'), 'cn-pboc').opens.map(({ sources }) => sources[0])).toEqual([
      'pboc-12363',
      'anti-money-laundering-law-39',
    ]);
  });
});
