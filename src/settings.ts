// The profile and preferences: a small JSON file, read plainly, written through conf (atomic, owner only).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OkhelpError } from './errors.ts';
import { makeFolder } from './store/own-files.ts';

export const SETTING_KEYS = [
  'name',
  'account-id',
  'reply-address',
  'region',
  'time-zone',
  'currency',
  'language',
  'support-address',
  'company',
  'accessible',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** Which column of a table is what, kept under a name for other files with the same header. */
export interface SavedColumns {
  name: string;
  /** The names in the header, as they are compared. */
  header: string[];
  /** Fields of a note and the columns that hold them. */
  map: Record<string, string>;
  dateOrder?: 'day-first' | 'month-first';
  /** ISO 8601. */
  saved: string;
}

/** What the user told okhelp about themselves; each may be missing. */
export type Settings = Partial<Record<SettingKey, string>> & {
  columns?: unknown;
  /** When the three questions before the first draft were asked. */
  setup?: unknown;
};

/** The columns that were saved; what somebody else wrote into the file and is not of that shape is left alone. */
export function savedColumns({ columns }: Settings): SavedColumns[] {
  const texts = (value: unknown): boolean =>
    value !== null && typeof value === 'object' && Object.values(value).every((one) => typeof one === 'string');
  return (Array.isArray(columns) ? columns : []).filter(
    (one): one is SavedColumns =>
      typeof one?.name === 'string' &&
      Array.isArray(one.header) &&
      texts(one.header) &&
      texts(one.map) &&
      !Number.isNaN(Date.parse(one.saved)),
  );
}

/** Reads the settings without loading conf (which takes 120 ms); none where there is no file. */
export function readSettings(directory: string): Settings {
  let text: string;
  const path = settingsPath(directory);
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  try {
    const read: unknown = JSON.parse(text);
    if (read && typeof read === 'object' && !Array.isArray(read)) return read as Settings;
  } catch {}
  throw new OkhelpError('settings-damaged', { path });
}

export function settingsPath(directory: string): string {
  return join(directory, 'settings.json');
}

/** Saves one setting, or forgets it where `value` is null. */
export function writeSetting(directory: string, key: SettingKey, value: string | null): Promise<void> {
  return write(directory, key, value);
}

/** Keeps that the questions before the first draft were asked, whatever was answered. `at` is ISO 8601. */
export function writeAsked(directory: string, at: string): Promise<void> {
  return write(directory, 'setup', at);
}

/** Saves columns under their name; they take the place of others with that name or for the same header. */
export async function writeColumns(directory: string, settings: Settings, columns: SavedColumns): Promise<void> {
  const header = columns.header.join('\n');
  const others = savedColumns(settings).filter((one) => one.name !== columns.name && one.header.join('\n') !== header);
  await write(directory, 'columns', [...others, columns]);
}

/** Forgets the columns of that name. */
export async function removeColumns(directory: string, settings: Settings, name: string): Promise<void> {
  const left = savedColumns(settings).filter((one) => one.name !== name);
  await write(directory, 'columns', left.length ? left : null);
}

async function write(directory: string, key: string, value: unknown): Promise<void> {
  const { default: Conf } = await import('conf');
  const path = settingsPath(directory);
  try {
    makeFolder(directory);
    const conf = new Conf<Record<string, unknown>>({
      cwd: directory,
      configName: 'settings',
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
    });
    if (value === null) conf.delete(key);
    else conf.set(key, value);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof SyntaxError) throw new OkhelpError('settings-damaged', { path });
    throw new OkhelpError(code === 'ENOSPC' ? 'disk-full' : 'not-writable', { path }, error);
  }
}
