// fish: the script, and candidates as it takes them.
import type { Offer } from './offer.ts';

/** fish puts no space behind a `=`, so what goes on there needs no sign of its own. */
export const FISH_SCRIPT = String.raw`# fish completion for okhelp. Load it with: okhelp complete fish | source
function __okhelp_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l current (commandline -ct)
    set -l answer (command okhelp complete fish -- $before "$current" 2>/dev/null </dev/null)
    set -l kind $answer[1]
    set -e answer[1]
    if contains -- "$kind" file folder
        set -l lead (string match -r -- '^--[a-z-]+=' "$current")
        set -l path (string replace -r -- '^--[a-z-]+=' '' "$current")
        set -l found
        if test "$kind" = folder
            set found (__fish_complete_directories "$path" '')
        else
            set found (__fish_complete_path "$path")
        end
        for one in $found
            echo -- "$lead$one"
        end
    else
        string join -- \n $answer
    end
end
complete -c okhelp -e
complete -c okhelp -k -f -a '(__okhelp_complete)'
`;

/** The kind in the first line, then the value and what it means with a tabulator between; fish itself picks those that fit. */
export function fishAnswer({ is, candidates }: Offer): string {
  return [is, ...candidates.map(({ value, says }) => (says ? `${value}\t${says}` : value)), ''].join('\n');
}
