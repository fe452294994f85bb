// `okhelp config path`: where the notes, cases and settings lie.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommandModule } from '../definition.ts';
import { settingsPath } from '../settings.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { displayWidth, padEnd } from '../terminal/width.ts';

export const configPath: CommandModule<object> = {
  define: (t) => ({
    summary: t.config.path.summary,
    options: [],
    examples: [
      ['okhelp config path', t.config.path.examples.both],
      ['okhelp config path --json', t.config.path.examples.json],
    ],
  }),

  async run(_, { io, t, json, dataDir, configDir }) {
    const data = join(resolve(dataDir), 'okhelp.db');
    const settings = settingsPath(resolve(configDir));
    if (json) {
      io.document({ schema: 'okhelp.paths/1', data, settings });
      return 0;
    }
    const words = t.config.path;
    const names = Math.max(displayWidth(words.data), displayWidth(words.settings));
    // Never wrapped: a path is there to be copied.
    const line = (name: string, path: string) =>
      `${padEnd(name, names)}  ${cleanForTerminal(path)}${existsSync(path) ? '' : `  ${words.notYet}`}`;
    io.out([line(words.data, data), line(words.settings, settings)].join('\n'));
    return 0;
  },
};
