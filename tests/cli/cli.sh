#!/bin/sh
# cli.sh KEEL CATALOGUE: the command line as a contract. Each line of the contract (help, exit codes, places of errors,
# JSON, --fast) is run as a person or a script would. Prints TAP.
set -u
keel=$(realpath "$1") catalogue=$(realpath "$2")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
XDG_DATA_HOME=$dir XDG_CACHE_HOME=$dir/cache
export XDG_DATA_HOME XDG_CACHE_HOME
cd "$dir" || exit 4
count=0 failed=0

# ok NAME: the status of the command before says how it went.
ok() {
	status=$?
	count=$((count + 1))
	if [ "$status" -eq 0 ]; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		failed=$((failed + 1))
	fi
}

# ends CODE COMMAND...: the command ends with that code; its output stands in out and err.
ends() {
	want=$1
	shift
	"$@" >out 2>err </dev/null
	got=$?
	[ "$got" -eq "$want" ] || { echo "# exit $got, not $want: $*"; sed 's/^/#   /' err | head -5; return 1; }
}

at=2026-03-02T08:00:00+01:00

ends 2 "$keel";                                        ok "no command is a usage error"
ends 2 "$keel" dance;                                  ok "an unknown command is a usage error"
grep -q dance err;                                     ok "... and is named"
ends 0 "$keel" --version && grep -q '^keel [0-9]' out; ok "--version"
ends 0 "$keel" --help && grep -q replay out;           ok "--help lists the commands"
for command in today do replay why catalogue figure serve app export import backup restore verify; do
	ends 0 "$keel" $command --help && grep -q "^usage: keel $command" out; ok "$command --help"
done
ends 0 "$keel" help --man && grep -q '^.TH KEEL 1' out && grep -q 'KEEL replay' out; ok "the manual is made from the same texts"
command -v man >/dev/null 2>&1 && { "$keel" help --man >keel.1; ! man -l --warnings keel.1 2>&1 >/dev/null | grep -q .; } || ! command -v man >/dev/null 2>&1
ok "man reads it without a warning"

ends 2 "$keel" replay;                                 ok "replay wants a record"
ends 4 "$keel" replay nowhere.jsonl;                   ok "a file that is not there: the world failed"
printf '%s\n' '' '{"id":1}' >bad.jsonl
ends 3 "$keel" replay bad.jsonl;                       ok "a bad line is bad input"
grep -Eq '^bad.jsonl:2:[0-9]+: ' err;                  ok "... with file:line:column"
ends 2 "$keel" replay bad.jsonl --at noon;             ok "a time must be RFC 3339"
ends 2 "$keel" replay bad.jsonl --at 2026-02-30T08:00:00Z; ok "30 February is no time"
ends 2 "$keel" replay bad.jsonl --loud;                ok "an unknown option is a usage error"
ends 2 "$keel" replay a b;                             ok "one operand too many is a usage error"
: >empty.jsonl
ends 0 "$keel" replay empty.jsonl --at $at --json;     ok "an empty record replays"
grep -q '"lock":{"rule":"screen.unanswered"' out;      ok "... and asks its questions first"
ends 1 "$keel" today --log empty.jsonl --at $at;       ok "today ends with 1 while the plan is locked"

# a first day: every question no, then the session
{ for _ in $(seq 40); do echo n; done; } | "$keel" do --log log.jsonl --fast --at $at >out 2>err
[ $? -eq 1 ] && ! grep -q session-prescribed log.jsonl; ok "do asks the questions of the first run, and begins nothing when nobody is there"
printf '3\n1\n3\nb\ns\n50\ns\n50\ns\n50\ns\n50\ns\n50\n' | "$keel" do --log log.jsonl --fast --at 2026-03-02T09:00:00+01:00 >out 2>err
ok "do --fast leads a session from standard input"
grep -q '"type":"session-ended"' log.jsonl;            ok "... to its recorded end"
grep -q '"type":"exercise-done".*"change":"same-or-less"' log.jsonl; ok "... with the answers"
[ "$(stat -c %a log.jsonl)" = 600 ];                   ok "a record is for its owner only"
ends 0 "$keel" replay log.jsonl --json;                ok "its record replays"
cp out one.json
ends 0 "$keel" replay log.jsonl --json && cmp -s out one.json; ok "... twice the same"
shuf log.jsonl >shuffled.jsonl && ends 0 "$keel" replay shuffled.jsonl --json && cmp -s out one.json; ok "... in any order the same"
"$keel" replay - --json <log.jsonl >out 2>err && cmp -s out one.json; ok "- is standard input"
ends 0 "$keel" today --log log.jsonl --at 2026-03-03T08:00:00+01:00; ok "today, the day after"
grep -q 'Does bending forward help?' out;                ok "... and the self-test of that day is told"
grep -q 'March 2026' out;                              ok "... in words"
ends 0 "$keel" today --log log.jsonl --at 2026-03-03T08:00:00+01:00 --json && grep -q '"items":\[{"index":0' out; ok "... and as JSON"
first=$(sed 's/.*"items":\[{"index":0,"movement":"\([a-z0-9-]*\)".*/\1/' out)
ends 0 "$keel" why log.jsonl "$first" --at 2026-03-03T08:00:00+01:00; ok "why a movement is in: 0"
grep -q 'source' out;                                  ok "... with its source"
ends 0 "$keel" today --log log.jsonl --at 2026-03-03T08:00:00+01:00 --pdf home.pdf && [ "$(head -c 5 home.pdf)" = "%PDF-" ]
ok "today as one printed page"
ends 2 "$keel" today --log log.jsonl --json --pdf home.pdf; ok "... not as JSON and as a page"
ends 1 "$keel" today --log empty.jsonl --at $at --pdf none.pdf && [ ! -e none.pdf ]; ok "no page while the plan is locked"
ends 1 "$keel" why log.jsonl donkey-kick;              ok "why it is out: 1"
ends 3 "$keel" why log.jsonl moonwalk;                 ok "no such movement: bad input"
ends 0 "$keel" replay log.jsonl --until 2026-03-02T08:30:00+01:00 --json && grep -q '"sessions":\[\]' out; ok "--until leaves out what came after"
ends 0 "$keel" replay log.jsonl --until 2026-03-02T09:00:01+01:00 && grep -q '^[0-9]* events' out; ok "... in the middle of a session too"
ends 0 "$keel" replay log.jsonl --until 2030-01-01T00:00:00Z --json && cmp -s out one.json; ok "... and nothing when all came before"

# broken off and gone on with
printf '3\n1\n3\nb\ns\n50\n' | timeout 60 "$keel" do --log two.jsonl --fast --at $at >out 2>err
ends 1 "$keel" do --store new.db --fast --at $at;      ok "do on a new store asks, and without answers waits"
{ for _ in $(seq 40); do echo n; done; } | "$keel" do --store new.db --fast --at $at >out 2>err
printf '3\n1\n3\nb\ns\n50\ns\n50\ns\n50\ns\n50\n' | "$keel" do --store new.db --fast --at 2026-03-02T09:00:00+01:00 >out 2>err
ok "do on a store leads a session"
ends 0 "$keel" today --store new.db --at 2026-03-03T08:00:00+01:00 && grep -q 'March 2026' out; ok "... and today reads it"
ends 2 "$keel" today --log log.jsonl --store new.db;   ok "--log and --store exclude each other"
ends 2 "$keel" do --log -;                             ok "do does not write to standard input"
head -c -1 log.jsonl >joined.jsonl
printf '3\n1\n3\nb\n' | "$keel" do --log joined.jsonl --fast --at 2026-03-04T09:00:00+01:00 >out 2>err
ends 0 "$keel" replay joined.jsonl;                    ok "a last line without newline is ended before the next"
chmod 000 log.jsonl
if [ "$(id -u)" -ne 0 ]; then ends 4 "$keel" today --log log.jsonl; else true; fi; ok "a record that cannot be read: the world failed"
chmod 600 log.jsonl
(trap '' XFSZ; ulimit -f 4; for _ in $(seq 40); do echo n; done | "$keel" do --log full.jsonl --fast --at $at) >out 2>err
[ $? -eq 4 ];                                          ok "a disk that is full: the world failed"
[ -s err ];                                            ok "... and says so"
sed '$d' full.jsonl >kept.jsonl; ends 0 "$keel" replay kept.jsonl --at $at; ok "... and what was told before it is whole"

ends 0 "$keel" catalogue list && grep -q '^cat-cow ' out;  ok "catalogue list"
ends 0 "$keel" catalogue list --json && grep -q '"movements":\[{"id"' out; ok "... as JSON"
ends 0 "$keel" catalogue show cat-cow && grep -q 'Dose 1' out; ok "catalogue show"
grep -q 'Dose 1 .*(as in its source)' out;             ok "... with the dose of its source marked"
ends 0 "$keel" catalogue show clamshell && ! grep -q 'as in its source' out; ok "... where a source gives one"
ends 0 "$keel" catalogue show cat-cow && ! grep -q '^Load' out; ok "... the load on the back is not shown unasked"
ends 0 "$keel" catalogue show cat-cow --load && grep -q '^Load     moderate' out; ok "... and with --load it is"
ends 3 "$keel" catalogue show moonwalk;                ok "... of nothing: bad input"
ends 2 "$keel" catalogue;                              ok "catalogue wants a word"
ends 2 "$keel" catalogue sing;                         ok "... one it knows"
ends 0 "$keel" catalogue check "$catalogue" --fast;    ok "catalogue check passes our own"
mkdir mine && cp -r "$catalogue"/. mine && printf 'id: broken\nspin: 3\n' >mine/exercises/broken.yaml
ends 1 "$keel" catalogue check mine --fast;            ok "... and finds a mistake"
grep -Eq 'broken.yaml:[0-9]+:[0-9]+: error' err;       ok "... with file:line:column"
rm mine/exercises/broken.yaml
ends 0 "$keel" catalogue new wall-angel mine && grep -q '^id: wall-angel' mine/exercises/wall-angel.yaml; ok "catalogue new"
ends 2 "$keel" catalogue new wall-angel mine;          ok "... never over what is there"
ends 2 "$keel" catalogue new 'Wall Angel' mine;        ok "... wants an id"
ends 1 "$keel" catalogue check mine --only wall-angel --pictures pictures; ok "... its words must be filled"
! grep 'error' err | grep -v 'text-unfilled' ;         ok "... and nothing else is wrong with it"
[ -s pictures/wall-angel.tall.png ] && [ -s pictures/wall-angel.bent.png ]; ok "... and its poses are drawn"
sed -i 's/: <\(.*\)>/: \1/; s/- <\(.*\)>/- \1/' mine/text/en/movements/wall-angel.yaml
ends 0 "$keel" catalogue check mine --only wall-angel --pictures pictures; ok "... filled it passes"
sed -i 's/shoulder_abd_l: 34/shoulder_abd_l: 4/' mine/exercises/wall-angel.yaml
ends 1 "$keel" catalogue check mine --pictures failing; ok "an arm through the hip is a mistake"
grep -q 'see failing/wall-angel.bent.png' err && [ -s failing/wall-angel.bent.png ]; ok "... with a picture of it"

ends 0 "$keel" catalogue book -o book.pdf && head -c 4 book.pdf | grep -q PDF; ok "the handbook: one PDF"
movements=$("$keel" catalogue list | wc -l)
grep -Eq "^[0-9]+ pages, $movements movements" out;    ok "... of every movement"
pages=$(sed 's/ .*//' out)
sleep 1
ends 0 "$keel" catalogue book -o again.pdf && cmp -s book.pdf again.pdf; ok "... the same bytes every time"
ends 2 "$keel" catalogue book -o folder;               ok "... which wants a .pdf"
ends 4 "$keel" catalogue book -o nowhere/book.pdf;     ok "... in a folder that is there"
if command -v pdftotext >/dev/null && command -v pdfinfo >/dev/null; then
	pdfinfo book.pdf | grep -q "^Pages: *$pages\$"; ok "... with as many pages as it says"
	pdftotext -f 3 -l 3 -layout book.pdf contents.txt
	page=$(grep -o 'Cat–cow  *[0-9]*' contents.txt | grep -o '[0-9]*$')
	pdftotext -f "$page" -l "$page" book.pdf page.txt
	grep -q '^Cat–cow$' page.txt && grep -q 'Round your back' page.txt; ok "... its contents name the right page"
	grep -q 'begin here, as in its source' page.txt && grep -q 'When to stop' page.txt && grep -q 'Easier: Seated cat–cow (p. ' page.txt
	ok "... with dose, stop rule and the easier neighbour"
	pdftotext book.pdf whole.txt
	"$keel" catalogue list | sed -E 's/^([^ ]+ +){3}//' | while read -r title; do
		grep -qxF "$title" whole.txt || echo "$title"
	done >missing
	[ ! -s missing ];                         ok "... and a heading for every movement"
else
	for i in 1 2 3 4; do true; ok "the handbook's text # SKIP no pdftotext"; done
fi

ends 0 "$keel" figure cat-cow -o cat.svg && grep -q '<svg' cat.svg; ok "figure as SVG"
ends 0 "$keel" figure cat-cow --sheet -o cat.png && head -c 4 cat.png | grep -q PNG; ok "a sheet as PNG"
ends 0 "$keel" figure cat-cow --sheet -o cat.pdf && head -c 4 cat.pdf | grep -q PDF; ok "a sheet as PDF"
ends 0 "$keel" figure donkey-kick --sheet -o kick.svg; ok "a sheet as SVG"
says() { sed -n 's/<text[^>]*>\(.*\)<.text>/\1/p' kick.svg | tr '\n' ' ' | grep -q "$1"; }
says 'Kick straight back Move 1 s · breathe out';      ok "... with cue, phase, seconds and breath"
says '3 × 20 s a side, 20 s rest  ·  begin here.* 3 × 40 s'; ok "... the ladder, its first rung marked"
says 'One side, then the other.*When to stop';         ok "... sides, and when to stop"
ends 0 "$keel" figure walk-brisk --sheet -o kick.svg && ! says 'Move 0' && ! grep -q '[0-9]\.[0-9]* s ·' kick.svg
ok "a sheet counts whole seconds"
ends 0 "$keel" figure cat-cow --strip -o strip.svg && ! grep -q '<text' strip.svg && [ "$(grep -c '<clipPath' strip.svg)" -eq 2 ]
ok "a strip: the key poses once each, without a word"
ends 2 "$keel" figure cat-cow --pose 99 -o x.svg;      ok "no such phase"
ends 2 "$keel" figure cat-cow -o x.gif;                ok "no such kind of picture"
ends 3 "$keel" figure moonwalk -o x.svg;               ok "no such movement"
ends 4 "$keel" figure cat-cow -o nowhere/x.svg;        ok "a folder that is not there: the world failed"

ends 1 "$keel" sim --people 4 --days 12 --plant 9 --logs .; ok "a violation ends with 1"
until=$(sed -n 's/.*--until //p' err)
grep -q 'first: --seed 1 --person 0, day 9' out;       ok "... and says seed, person and day"
ends 0 "$keel" replay keel-sim-1-0.jsonl --until "$until" && grep -q '11 March 2026' out; ok "... and its record replays to that day"
"$keel" sim --people 30 --days 20 --json >one; "$keel" sim --people 30 --days 20 --threads 3 --json >three
cmp -s one three;                                      ok "the same numbers from any number of threads"

echo "1..$count"
exit "$failed"
