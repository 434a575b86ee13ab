#!/bin/sh
# build.sh CLANG OUT DEPFILE ROOT LINK-ARGS... -- SOURCES...: compiles the sources for wasm32 and links them without
# imports. Objects stand beside OUT; a source that has not changed is compiled all the same (two seconds in all).
set -eu
clang=$1 out=$2 depfile=$3 root=$4
shift 4
links=
while [ "$1" != -- ]; do links="$links $1"; shift; done
shift
objects=
dir=$out.p
mkdir -p "$dir"
for source in "$@"; do
	object=$dir/$(printf %s "${source#"$root"/}" | tr '/.' '__').o
	# figures are drawn sixty times a second; everything else is asked a few times a minute
	case $source in */core/body/*) level=-O2 ;; *) level=-Os ;; esac
	"$clang" --target=wasm32-wasi -std=c17 "$level" -fvisibility=hidden -ffp-contract=off -fno-math-errno \
		-ffunction-sections -fdata-sections -Wall -Wextra -Werror -I"$root" -I"$root/include" \
		-MMD -MF "$object.d" -c "$source" -o "$object"
	objects="$objects $object"
done
# shellcheck disable=SC2086
"$clang" --target=wasm32-wasi -nostartfiles -O2 -Wl,--no-entry -Wl,--gc-sections -Wl,--strip-all \
	-Wl,-z,stack-size=262144 $links $objects -o "$out"
# one rule for ninja: the output depends on every header that any object saw
{
	printf '%s:' "$out"
	cat "$dir"/*.d | sed -e 's/^[^:]*\.o: *//' -e 's/\\$//' | tr -s ' \t' '\n\n' | sed '/^$/d' | sort -u |
		sed 's/^/ /' | tr -d '\n'
	printf '\n'
} >"$depfile"
