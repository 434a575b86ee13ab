#!/usr/bin/env bash
# Simulated records answered natively and by wasm, byte for byte: many.sh KEEL keel.wasm catalogue.bin PEOPLE [OTHER_KEEL]
# With another native program (another compiler, or one under emulation) its answers must be the same bytes too.
set -euo pipefail
keel=$1 wasm=$2 catalogue=$3 people=$4 other=${5:-}
"$keel" sim --people "$people" --days 8 --answers | node "$(dirname "$0")/many.mjs" "$wasm" "$catalogue"
[[ -z $other ]] || cmp <("$keel" sim --people "$people" --days 8 --answers) <($other sim --people "$people" --days 8 --answers)
