// zsh: the script, and candidates as _describe takes them.
import type { Offer } from './offer.ts';

/** Begins what zsh expands; in a template it would begin what TypeScript does. */
const OPEN = '$' + '{';

/** The words come without their quotation marks, and unevaluated: (Q) takes off one level of quoting and nothing else. */
export const ZSH_SCRIPT = `#compdef okhelp
# zsh completion for okhelp. Load it with: source <(okhelp complete zsh)
_okhelp() {
  local kind candidate
  local -a before answer whole begun
  before=("${OPEN}(@Q)words[2,CURRENT-1]}")
  answer=("${OPEN}(@f)$(command okhelp complete zsh -- "$before[@]" "${OPEN}(Q)PREFIX}" 2>/dev/null </dev/null)}")
  kind=$answer[1]
  shift answer
  case $kind in
    file) [[ $PREFIX == --*=* ]] && compset -P '*='; _files ;;
    folder) [[ $PREFIX == --*=* ]] && compset -P '*='; _files -/ ;;
    *)
      for candidate in $answer; do
        if [[ $candidate == *=:* || $candidate == *= ]]; then begun+=("$candidate"); else whole+=("$candidate"); fi
      done
      _describe -V okhelp whole -- begun -S ''
      ;;
  esac
}
if [[ $funcstack[1] == _okhelp ]]; then
  _okhelp "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _okhelp okhelp
fi
`;

/** The kind in the first line, then `value:what it means`; zsh itself picks those that fit, as its user has set it up. */
export function zshAnswer({ is, candidates }: Offer): string {
  const lines = candidates.map(({ value, says }) => {
    const escaped = value.replace(/[\\:]/g, '\\$&');
    return says ? `${escaped}:${says}` : escaped;
  });
  return [is, ...lines, ''].join('\n');
}
