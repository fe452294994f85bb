#!/bin/sh
# What to ask the JSON of okhelp with jq: each recipe reads a file that demo.sh wrote.   sh demo/recipes.sh FOLDER
set -eu
cd "${1:?which folder? the one that demo.sh wrote: sh demo/recipes.sh FOLDER}"
command -v jq >/dev/null || { echo 'recipes.sh: jq is not installed' >&2; exit 127; }

# Each mismatch in a line: where, by how much, the likeliest cause and the lines it names.
jq -r '.accounts[] | .currency as $c | .mismatches[]
  | "line \(.at.line): \(.difference) \($c), \(.explanations[0].cause) (lines \(.explanations[0].lines | join(", ")))"' 01-check.json

# A figure for a monitor: 0 where everything adds up.
jq '[.accounts[].mismatches | length] | add // 0' 01-check.json

# What the statement has and the notes lack, as CSV.
jq -r '.statement.onlyInStatement[] | [.time, .type, .amount, .currency, .reference] | @csv' 02-statement.json

# Which notes say something else than the statement, and what.
jq -r '.statement.differing[] | "\(.note.note): \(.differences | map(.kind) | join(", "))"' 02-statement.json

# Was anything new in the file?
jq '.added' 03-import.json 04-import-again.json

# What the words were taken for, with how sure okhelp is; act on it alone from 0.8 on.
jq -r '.candidates[:3][] | "\(.problem) \(.score * 100 | round) %"' 05-words.json

# The steps of the outcome as a list to tick off.
jq -r '.outcome | "## \(.title)", (.steps[] | "- [ ] \(.)")' 07-diagnosis.json

# Must somebody look at it at once?
jq -r 'if .outcome.urgency == "now" then "now" else "can wait" end' 07-diagnosis.json

# What the mail still lacks, and what was taken out of it.
jq -r '"missing: \(.missing | join(", "))", "taken out: \(.redactions | map(.kind) | join(", "))"' 08-mail.json

# What is overdue, with the command that does it.
jq -r '.steps[] | select(.kind == "overdue") | "\(.due // "") \(.text)  →  \(.command // "")"' 12-next.json

# The dates that went into the calendar.
jq -r '.dates[] | "\(.day)  \(.title)"' 16-remind.json
