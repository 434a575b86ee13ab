#!/bin/sh
# run.sh KEEL_WASM CATALOGUE_BIN: installs ajv when it is not there, then checks every answer. Prints TAP.
set -eu
wasm=$(realpath "$1") catalogue=$(realpath "$2")
cd "$(dirname "$0")"
[ -d node_modules/ajv ] || npm ci --ignore-scripts --no-audit --no-fund >&2
exec node check.mjs "$wasm" "$catalogue"
