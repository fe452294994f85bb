// The profile and preferences: a small JSON file, read plainly, written through conf (atomic, owner only).
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OkhelpError } from './errors.ts';

export const SETTING_KEYS = [
  'name',
  'account-id',
  'reply-address',
  'region',
  'time-zone',
  'currency',
  'language',
  'support-address',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** What the user told okhelp about themselves; each may be missing. */
export type Settings = Partial<Record<SettingKey, string>>;

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
export async function writeSetting(directory: string, key: SettingKey, value: string | null): Promise<void> {
  const { default: Conf } = await import('conf');
  const path = settingsPath(directory);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const conf = new Conf<Record<string, string>>({
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
