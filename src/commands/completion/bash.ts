// bash: the script, the line taken apart as bash hands it over, and candidates as readline takes them.
import { cleanForTerminal } from '../../terminal/clean.ts';
import { displayWidth, padEnd } from '../../terminal/width.ts';
import type { Offer } from './offer.ts';

/** The line up to the cursor. */
const TYPED = '$' + '{COMP_LINE:0:COMP_POINT}';

/**
 * okhelp gets the line up to the cursor as one word and takes it apart itself: bash has cut it at every `=` and `:`. Nothing
 * of the line is ever evaluated. It works from bash 3.2 on, the one of macOS, which knows no compopt.
 */
export const BASH_SCRIPT = String.raw`# bash completion for okhelp. Load it with: source <(okhelp complete bash)
_okhelp() {
  local kind='' candidate
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done
  } < <(OKHELP_COMP_TYPE="$COMP_TYPE" COLUMNS="$COLUMNS" \
    command okhelp complete bash -- "${TYPED}" "$2" 2>/dev/null </dev/null)
  case $kind in
    file) compopt -o bashdefault -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$2")) ;;
    folder) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$2")) ;;
    open) compopt -o nosort -o nospace 2>/dev/null ;;
    *) compopt -o nosort 2>/dev/null ;;
  esac
}
complete -F _okhelp okhelp
`;

/** The word at the cursor as it was typed, and what it means without its quotation marks. */
interface TypedWord {
  raw: string;
  text: string;
  /** The quotation mark that is still open. */
  quote: '"' | "'" | '';
}

/** The words of a line as a shell would take them, the one at the cursor last; the command's name is left out. */
export function wordsOf(line: string): { words: string[]; last: TypedWord } {
  const found: TypedWord[] = [];
  let word: TypedWord | null = null;
  for (let i = 0; i < line.length; i++) {
    const sign = line[i]!;
    const quote: TypedWord['quote'] = word?.quote ?? '';
    if (!quote && /\s/.test(sign)) {
      if (word) found.push(word);
      word = null;
      continue;
    }
    word ??= { raw: '', text: '', quote: '' };
    word.raw += sign;
    if (sign === '\\' && quote !== "'" && i + 1 < line.length) {
      const next = line[++i]!;
      word.raw += next;
      word.text += quote && !/["\\$`]/.test(next) ? sign + next : next;
    } else if (quote ? sign === quote : sign === '"' || sign === "'") {
      word.quote = quote ? '' : (sign as '"' | "'");
    } else word.text += sign;
  }
  const last = word ?? { raw: '', text: '', quote: '' };
  return { words: [...found.map(({ text }) => text), last.text].slice(1), last };
}

/**
 * The kind in the first line, then what readline puts in place of `part`, the piece of the word behind the last `=` or `:`.
 * With several candidates each is followed by what it means: what they have in common is then still what they have in
 * common, and the rest is only shown. `menu` is on where readline would put in whole lines.
 */
export function bashAnswer(offer: Offer, last: TypedWord, part: string, width: number, menu: boolean): string {
  const cut = last.raw.endsWith(part) ? last.raw.length - part.length : 0;
  const fitting = offer.candidates
    .filter(({ value }) => value.startsWith(last.text))
    .map(({ value, says }) => ({ text: quoted(value, last.quote).slice(cut), open: value.endsWith('='), says }));
  if (offer.is !== 'words') return `${offer.is}\n`;
  const kind = fitting.length === 1 && fitting[0]!.open ? 'open' : 'words';
  const widest = Math.max(0, ...fitting.map(({ text }) => displayWidth(text)));
  const lines = fitting.map(({ text, says }) => {
    if (fitting.length === 1 || menu || says === '') return text;
    return `${padEnd(text, widest)}  (${shortened(says, width - widest - 5)})`;
  });
  return [kind, ...lines, ''].join('\n');
}

/** As it can stand on the line: nothing in it is a variable, a command or another word. */
function quoted(value: string, quote: TypedWord['quote']): string {
  if (quote === "'") return `'${value.replaceAll("'", String.raw`'\''`)}`;
  if (quote === '"') return `"${value.replace(/["\\$`!]/g, '\\$&')}`;
  return value.replace(/[^\w@%+=:,./\u0080-\uffff-]/g, '\\$&');
}

function shortened(text: string, width: number): string {
  const line = cleanForTerminal(text);
  if (displayWidth(line) <= width) return line;
  let short = '';
  for (const character of line) {
    if (displayWidth(short + character) > width - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
