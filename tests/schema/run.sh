#!/bin/sh
# run.sh KEEL_WASM CATALOGUE_BIN: installs ajv when it is not there, then checks every answer. Prints TAP.
set -eu
cd "$(dirname "$0")"
wasm=$1 catalogue=$2
[ -d node_modules/ajv ] || npm ci --ignore-scripts --no-audit --no-fund >&2
exec node check.mjs "$wasm" "$catalogue"
