// What each setting may hold, and where a setting comes from that was not saved.

import type { Context } from '../../context.ts';
import type { SavedColumnsDocument, SettingSource } from '../../documents/setup.ts';
import { OkhelpError } from '../../errors.ts';
import { chooseLanguage, isOn, languageNamed } from '../../globals.ts';
import { parseCurrency } from '../../ledger/money.ts';
import type { Messages } from '../../messages/index.ts';
import { nearest } from '../../nearest.ts';
import { type SavedColumns, SETTING_KEYS, type SettingKey, type Settings, savedColumns } from '../../settings.ts';
import { findCards, maskedCard } from '../../support/card-number.ts';
import { isAddress, oneLine } from '../../support/fields.ts';
import { mapText } from '../columns/reading.ts';
import { DEFAULT_CURRENCY } from '../note/defaults.ts';

const COLUMNS = 'columns.';

/** The saved columns that `columns.NAME` means; null for another key. Throws `unknown-setting` where there are none. */
export function columnsMeant(text: string, settings: Settings): SavedColumns | null {
  if (!text.startsWith(COLUMNS)) return null;
  const saved = savedColumns(settings);
  const found = saved.find(({ name }) => COLUMNS + name === text.trim());
  if (found) return found;
  const keys = [...saved.map(({ name }) => COLUMNS + name), ...SETTING_KEYS];
  throw new OkhelpError('unknown-setting', { key: text, keys: keys.join(', '), suggestion: nearest(text, keys) });
}

/** Saved columns as JSON and as text. */
export function columnsDocument({ name, header, map, dateOrder, saved }: SavedColumns): SavedColumnsDocument {
  return { key: COLUMNS + name, name, map, dateOrder: dateOrder ?? null, header, saved };
}

export function columnsText({ map, dateOrder }: SavedColumns): string {
  return `${mapText(map)}${dateOrder ? ` · ${dateOrder}` : ''}`;
}

/** The setting that a user named. Throws `unknown-setting`, with the nearest one. */
export function settingNamed(text: string): SettingKey {
  const key = text.trim().toLowerCase().replaceAll('_', '-');
  const found = SETTING_KEYS.find((candidate) => candidate === key);
  if (found) return found;
  throw new OkhelpError('unknown-setting', {
    key: text,
    keys: SETTING_KEYS.join(', '),
    suggestion: nearest(key, SETTING_KEYS),
  });
}

/** The value as it is saved. Throws `bad-value`, or `line-break` where it is not one line. */
export function settingValue(key: SettingKey, text: string, t: Messages): string {
  const value = oneLine(key, text);
  const refuse = (suggestion: string | null = null): never => {
    throw new OkhelpError('bad-value', { flag: key, value, expected: t.config.expected[key], suggestion });
  };
  if (value === '' || value.length > 254) return refuse();
  switch (key) {
    case 'language':
      return languageNamed(value, key);
    case 'currency':
      return parseCurrency(value) ?? refuse();
    case 'time-zone':
      return zoneNamed(value) ?? refuse(zoneLike(value));
    case 'region':
      return regionName(value.toUpperCase(), 'en') ? value.toUpperCase() : refuse(regionLike(value));
    case 'reply-address':
      return isAddress(value) ? value : refuse();
    case 'accessible':
      return yesOrNo(value) ?? refuse();
    case 'support-address':
      return isContact(value) ? value : refuse();
    default:
      refuseCard(key, value, t);
      return value;
  }
}

/** `yes` or `no`, however it was said. */
function yesOrNo(value: string): string | null {
  if (/^(yes|y|on|true|1|是|开)$/i.test(value)) return 'yes';
  return /^(no|n|off|false|0|否|关)$/i.test(value) ? 'no' : null;
}

function refuseCard(flag: string, value: string, t: Messages): void {
  const [card] = findCards(value);
  if (!card) return;
  const masked = maskedCard(value.slice(card.start, card.end).replace(/\D/g, ''));
  throw new OkhelpError('bad-value', { flag, value: masked, expected: t.config.notACard });
}

/** A mail address, a web address, or words that say where support is found. */
function isContact(text: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return /^https?:$/.test(protocolOf(text));
  return /^\S*@\S*$/.test(text) && text.lastIndexOf('@') > 0 ? isAddress(text) : true;
}

function protocolOf(text: string): string {
  try {
    return new URL(text).protocol;
  } catch {
    return '';
  }
}

/** The zone in the platform's spelling; null where it knows none of that name. */
function zoneNamed(text: string): string | null {
  const known = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === text.toLowerCase());
  if (known) return known;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return null;
  }
}

/** `Shanghai` → `Asia/Shanghai`; all of China keeps the time of that zone. */
function zoneLike(text: string): string | null {
  if (/^(beijing|peking|china|中国|北京|上海|深圳|广州)/i.test(text)) return 'Asia/Shanghai';
  const zones = Intl.supportedValuesOf('timeZone');
  const city = text.toLowerCase().replaceAll(' ', '_');
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? nearest(text, zones);
}

/** Codes that CLDR names and that are no country or region of ISO 3166-1. */
const NO_REGION = /^(AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|XA|XB|ZZ)$/;

/** The name of a region by its code of today, or null. */
export function regionName(code: string, language: string, style: 'long' | 'short' = 'long'): string | null {
  if (!/^[A-Z]{2}$/.test(code) || NO_REGION.test(code) || codeOfToday(code) !== code) return null;
  return new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }).of(code) ?? null;
}

/** `GB` for `UK`, which is not its ISO 3166 code. */
function codeOfToday(code: string): string | undefined {
  return new Intl.Locale(`und-${code}`).region;
}

/** The code of today for a region's name in English or Chinese, or for an old code; null where there is none. */
export function regionLike(text: string): string | null {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const wanted = text.toLowerCase();
  const today = /^[A-Za-z]{2}$/.test(text) && codeOfToday(text.toUpperCase());
  if (today && regionName(today, 'en')) return today;
  const names = (code: string) =>
    ['en', 'zh-CN'].flatMap((lang) => [regionName(code, lang), regionName(code, lang, 'short')]);
  return codes.find((code) => names(code).some((name) => name?.toLowerCase() === wanted)) ?? null;
}

/** What holds for a setting now, and where it comes from; null where nothing does. */
export function settingInForce(key: SettingKey, context: Context): { value: string | null; source: SettingSource } {
  const { settings, host } = context;
  if (key === 'language' && host.env.OKHELP_LANG) {
    return { value: languageNamed(host.env.OKHELP_LANG, 'OKHELP_LANG'), source: 'environment' };
  }
  if (key === 'accessible' && host.env.ACCESSIBLE) {
    return { value: isOn(host.env.ACCESSIBLE) ? 'yes' : 'no', source: 'environment' };
  }
  const saved = settings[key];
  if (saved !== undefined) return { value: saved, source: 'saved' };
  switch (key) {
    case 'language': {
      const system = () => Intl.DateTimeFormat().resolvedOptions().locale;
      return { value: chooseLanguage(host.env, undefined, system), source: 'system' };
    }
    case 'time-zone':
      return { value: context.timeZone().name, source: host.env.TZ ? 'environment' : 'system' };
    case 'accessible':
      return { value: 'no', source: 'default' };
    case 'currency':
      return { value: DEFAULT_CURRENCY, source: 'default' };
    default:
      return { value: null, source: 'none' };
  }
}
