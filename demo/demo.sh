#!/bin/sh
# From notes to a closed case, by flags alone: nothing here asks a question, and every run writes the same bytes.
#
#   sh demo/demo.sh FOLDER          in English, from examples/notes.csv
#   sh demo/demo.sh FOLDER zh-CN    in Chinese, from examples/notes-zh.csv
#
# FOLDER is made, or must be empty. What each step prints is kept there under the step's number; stderr, where okhelp says
# what it did and what comes next, beside it in NAME.said. demo/recipes.sh reads the JSON of it with jq.
# OKHELP names the program, where it is not the one of this folder: OKHELP=okhelp sh demo/demo.sh FOLDER
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
out=${1:?which folder? sh demo/demo.sh FOLDER [en|zh-CN]}
language=${2:-en}
case $language in
  en) notes=notes.csv statement=statement.csv words='my top-up did not arrive' ;;
  zh-CN) notes=notes-zh.csv statement=statement-zh.csv words='充值没有到账' ;;
  *) echo "demo.sh: $language is neither en nor zh-CN" >&2; exit 2 ;;
esac

mkdir -p "$out"
[ -z "$(ls -A "$out")" ] || { echo "demo.sh: $out is not empty" >&2; exit 2; }
cp "$here/examples/$notes" "$here/examples/$statement" "$here/examples/answers.yaml" "$out"
cd "$out"

# Its own data, so that nobody's notes are touched; gone at the end.
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
# What a run depends on is said here, and nothing else of the machine counts: the language, the zone, the clock.
unset LC_ALL LC_MESSAGES FORCE_COLOR CLICOLOR_FORCE ACCESSIBLE COLUMNS OKHELP_LANG || true
export OKHELP_DATA_DIR="$data" OKHELP_LANG="$language" OKHELP_NO_INPUT=1 NO_COLOR=1 TZ=Asia/Shanghai

okhelp() { if [ -n "${OKHELP:-}" ]; then "$OKHELP" "$@"; else node "$here/bin/okhelp.js" "$@"; fi; }

# step NAME STATUS WORDS…   Runs `okhelp WORDS…`, keeps what it prints as NAME, and wants that exit status.
step() {
  name=$1 wanted=$2
  shift 2
  status=0
  okhelp "$@" >"$name" 2>"$name.said" || status=$?
  # `-o` writes files of its own; what is empty says nothing.
  for file in "$name" "$name.said"; do [ -s "$file" ] || rm -f "$file"; done
  [ "$status" -eq "$wanted" ] || { echo "okhelp $*: status $status, not $wanted" >&2; cat "$name"* >&2; exit 1; }
}

# ---- 1 November, ten in the morning: something does not add up ----------------------------------------------------------
export OKHELP_NOW=2026-11-01T10:00:00+08:00

# Status 1: done, and a mismatch was found. --json is for a program, the text for a person; both say the same.
step 01-check.txt 1 check "$notes"
step 01-check.json 1 check "$notes" --json

# What the provider's own statement says of it.
step 02-statement.txt 1 check "$notes" --statement "$statement"
step 02-statement.json 1 check "$notes" --statement "$statement" --json

# The notes are recorded; a second import finds nothing new.
step 03-import.json 0 note import "$notes" --json
step 04-import-again.json 0 note import "$notes" --json

# ---- What to do: in words of one's own, by answers on the line, or from a file ------------------------------------------
step 05-words.json 0 diagnose "$words" --no-save --json
step 06-diagnosis.txt 0 diagnose --answers answers.yaml --no-save

# Kept as a case (c1); what the diagnosis knows goes into the mail.
step 07-diagnosis.json 0 diagnose --answers answers.yaml --json

# ---- The mail, as text and as a file for a mail program; what is missing stands in it ------------------------------------
step 08-mail.json 0 draft-email --case c1 --account U-2207 --error-code PAY-1042 --json
step 09-mail.txt 0 draft-email --case c1 --account U-2207 --error-code PAY-1042 --format eml -o mail.eml

# It was sent, says the person; from here the times count.
step 10-sent.json 0 case log c1 sent --channel email --json

# ---- 3 November: no answer ----------------------------------------------------------------------------------------------
export OKHELP_NOW=2026-11-03T10:00:00+08:00
step 11-next.txt 0 case next c1
step 12-next.json 0 case next c1 --json
step 13-follow-up.txt 0 draft follow-up --case c1
step 14-follow-up-sent.json 0 case log c1 follow-up --channel email --json

# Someone called and promised something until a day: that day goes into the calendar.
step 15-call.json 0 case log c1 call --with Wang --promised "the money within three days" --due 2026-11-06 --json
step 16-remind.json 0 case remind c1 -o dates.ics --json

# ---- 9 November: all of it in one file, for support and for a complaint ---------------------------------------------------
export OKHELP_NOW=2026-11-09T10:00:00+08:00
step 17-cases.txt 0 case list
step 18-next.txt 0 case next c1
step 19-report.json 0 report --case c1 -o report.html --json

# ---- The money is back ----------------------------------------------------------------------------------------------------
step 20-money-back.json 0 case log c1 money-back --amount 500.00 --currency CNY --json
step 21-closed.json 0 case close c1 --result solved --json
step 22-case.txt 0 case show c1
