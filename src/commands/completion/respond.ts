// What a shell asks while somebody types: answered in its own form, or with nothing at all; never with an error.
import type { Host } from '../../context.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { offerFor } from './answer.ts';
import { bashAnswer, wordsOf } from './bash.ts';
import { fishAnswer } from './fish.ts';
import { NOTHING, type Offer } from './offer.ts';
import { powershellAnswer } from './powershell.ts';
import type { Shell } from './shells.ts';
import { zshAnswer } from './zsh.ts';

/** readline would put in what is shown, one whole line after another: menu-complete and insert-completions. */
const MENU = ['37', '42'];

/** `request` is what stands behind `--`: the line and its last piece for bash, the words for the others. */
export async function respond(shell: Shell, request: readonly string[], host: Host): Promise<number> {
  const answer = await answered(shell, request, host);
  host.stdout.write(answer);
  return 0;
}

async function answered(shell: Shell, request: readonly string[], host: Host): Promise<string> {
  switch (shell) {
    case 'bash': {
      const [line = '', part = ''] = request;
      const { words, last } = wordsOf(line);
      const width = Number(host.env.COLUMNS) || 80;
      return bashAnswer(await offered(words, host), last, part, width, MENU.includes(host.env.OKHELP_COMP_TYPE ?? ''));
    }
    case 'zsh':
      return zshAnswer(await offered(request, host));
    case 'fish': {
      const current = wordsOf(`okhelp ${request.at(-1) ?? ''}`).last.text;
      return fishAnswer(await offered([...request.slice(0, -1), current], host));
    }
    default:
      return powershellAnswer(await offered(request, host), request.at(-1) ?? '');
  }
}

/** What cannot be told apart from a command, or would break a line, is left out; whatever goes wrong, there is just nothing. */
async function offered(words: readonly string[], host: Host): Promise<Offer> {
  try {
    const { is, candidates } = await offerFor(words, host);
    const fine = candidates.filter(({ value }) => value !== '' && value === cleanForTerminal(value));
    return { is, candidates: fine.map(({ value, says }) => ({ value, says: cleanForTerminal(says) })) };
  } catch {
    return NOTHING;
  }
}
