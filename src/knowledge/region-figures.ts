// The figures of a region's texts: the same in both languages, and none without a source. Build time only.
import type { AuthoredRegion, AuthoredStep } from './region-schema.ts';
import type { AuthoredText } from './schema.ts';
import { isRecord, type Path } from './yaml-file.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
/** `1 July 2024`, and nothing else that is spelt like a month. */
const DATE = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')})\\b`, 'g');

/** Each number in a text, once: `1 July 2024` and `2024 年 7 月 1 日` have the same, `第三十九条` has 39. */
export function figuresIn(text: string): string[] {
  const plain = text
    .replace(DATE, (_, day: string, month: string) => `${day} ${MONTHS.indexOf(month) + 1}`)
    .replace(/第([一二三四五六七八九十]+)条/g, (_, numeral: string) => String(numberOf(numeral)));
  return [...new Set(plain.match(/\d+(?:[.,]\d+)*/g))].sort();
}

/** Up to 99. */
function numberOf(numeral: string): number {
  const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(units);
}

function digit(numeral = ''): number {
  return Math.max(0, '零一二三四五六七八九'.indexOf(numeral || '零'));
}

/** What is wrong with the figures of a region, or of the general steps, each with its place. */
export function* wrongFigures(authored: AuthoredRegion | { steps: AuthoredStep[] }): Generator<[Path, string]> {
  for (const [path, { en, 'zh-CN': zh }, sourced] of statementsIn(authored)) {
    const [inEnglish, inChinese] = [figuresIn(en), figuresIn(zh)];
    if (inEnglish.join() !== inChinese.join())
      yield [path, `the languages do not have the same figures: ${shown(inEnglish)} / ${shown(inChinese)}`];
    if (!sourced && inEnglish.length + inChinese.length > 0) yield [path, 'states a figure and names no source'];
  }
}

function shown(figures: string[]): string {
  return figures.join(' ') || 'none';
}

/** Each text in both languages, with whether what it stands in names a source. */
function* statementsIn(value: unknown, path: Path = [], sourced = false): Generator<[Path, AuthoredText, boolean]> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* statementsIn(item, [...path, i], sourced);
  } else if (isText(value)) {
    yield [path, value, sourced];
  } else if (isRecord(value)) {
    const own = Array.isArray(value.sources) ? value.sources.length > 0 : sourced;
    for (const [key, item] of Object.entries(value)) yield* statementsIn(item, [...path, key], own);
  }
}

function isText(value: unknown): value is AuthoredText {
  return isRecord(value) && typeof value.en === 'string' && typeof value['zh-CN'] === 'string';
}
