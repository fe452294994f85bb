// Where okhelp keeps things, and the language that is saved there: what is needed before anything else is loaded.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Host } from './context.ts';
import type { Globals } from './globals.ts';
import { readSettings, type Settings } from './settings.ts';

/** Where things lie: `--data-dir`, OKHELP_DATA_DIR, then the platform's own place (XDG on Linux). */
export function directories(
  host: Pick<Host, 'env' | 'platform' | 'home'>,
  globals: Pick<Globals, 'dataDir'>,
): { data: string; config: string } {
  const { env } = host;
  const chosen = globals.dataDir ?? env.OKHELP_DATA_DIR;
  if (chosen) return { data: chosen, config: chosen };
  const home = env.HOME || host.home();
  if (host.platform === 'win32') {
    const base = join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'okhelp');
    return { data: base, config: base };
  }
  if (host.platform === 'darwin') {
    const base = join(home, 'Library', 'Application Support', 'okhelp');
    return { data: base, config: base };
  }
  return {
    data: join(absolute(env.XDG_DATA_HOME) ?? join(home, '.local', 'share'), 'okhelp'),
    config: join(absolute(env.XDG_CONFIG_HOME) ?? join(home, '.config'), 'okhelp'),
  };
}

/** Where bin/okhelp.js keeps compiled code, which names it in the same way; null where there is no such folder. */
export function cacheFolder({ env, platform }: Pick<Host, 'env' | 'platform'>): string | null {
  const chosen = absolute(env.XDG_CACHE_HOME);
  if (chosen) return join(chosen, 'okhelp');
  if (platform === 'win32') return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, 'okhelp', 'Cache') : null;
  const home = absolute(env.HOME);
  if (!home) return null;
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'okhelp') : join(home, '.cache', 'okhelp');
}

/** The system's folder for temporary files, as Node finds it. */
export function temporaryFolder({ env, platform }: Pick<Host, 'env' | 'platform'>): string {
  return (platform === 'win32' ? env.TEMP || env.TMP : env.TMPDIR || env.TMP || env.TEMP || '/tmp') || tmpdir();
}

/** Whether anything was ever kept: cases or notes. */
export function hasData(host: Pick<Host, 'env' | 'platform' | 'home'>, globals: Pick<Globals, 'dataDir'>): boolean {
  return existsSync(join(directories(host, globals).data, 'okhelp.db'));
}

/** The XDG specification has relative paths ignored. */
function absolute(path: string | undefined): string | null {
  return path && isAbsolute(path) ? path : null;
}

/** The saved language and look, where the settings can be read: help is shown even where they cannot. */
export function savedFace(config: string): Pick<Settings, 'language' | 'accessible'> {
  try {
    return readSettings(config);
  } catch {
    return {};
  }
}
