// `okhelp complete SHELL`: the script that makes a shell complete okhelp's commands, flags and values.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { BASH_SCRIPT } from './completion/bash.ts';
import { FISH_SCRIPT } from './completion/fish.ts';
import { POWERSHELL_SCRIPT } from './completion/powershell.ts';
import { SHELLS, type Shell } from './completion/shells.ts';
import { ZSH_SCRIPT } from './completion/zsh.ts';

interface Options {
  args: string[];
}

const SCRIPTS: Record<Shell, string> = {
  bash: BASH_SCRIPT,
  zsh: ZSH_SCRIPT,
  fish: FISH_SCRIPT,
  powershell: POWERSHELL_SCRIPT,
};

export const complete: CommandModule<Options> = {
  define: ({ complete: words }) => ({
    summary: words.summary,
    description: words.description,
    arguments: [{ name: '<SHELL>', description: words.shell(SHELLS.join(', ')) }],
    options: [],
    examples: [
      ['okhelp complete bash >> ~/.bashrc', words.examples.bash],
      ['okhelp complete zsh >> ~/.zshrc', words.examples.zsh],
      ['okhelp complete fish > ~/.config/fish/completions/okhelp.fish', words.examples.fish],
      ['okhelp complete powershell | Add-Content $PROFILE', words.examples.powershell],
    ],
  }),

  async run({ args: [asked = ''] }, { io, json }) {
    const shell = SHELLS.find((one) => one === asked.toLowerCase());
    if (!shell) {
      throw new OkhelpError('bad-value', {
        flag: 'SHELL',
        value: asked,
        expected: SHELLS.join(', '),
        suggestion: nearest(asked, SHELLS),
      });
    }
    const script = SCRIPTS[shell];
    if (json) io.document({ schema: 'okhelp.completion/1', shell, script });
    else io.out(script.trimEnd());
    return 0;
  },
};
