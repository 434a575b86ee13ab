#!/usr/bin/env bash
# How soon the server is ready, how much memory it rests on, how fast it answers: bench/server_bench.sh PROGRAM
# Medians of 15 starts with a store of 10,000 events; budgets (issue of the main job): ready within 100 ms, 20 MB at
# rest. Exits 1 when a budget is missed. Absolute numbers are this machine's.
set -euo pipefail
keel=${1:?the program, such as build/release/cli/keel}
dir=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; rm -rf "$dir"' EXIT

node - "$dir" <<'JS'
const { writeFileSync } = require('node:fs');
const { randomBytes } = require('node:crypto');
let text = '';
for (let seq = 1; seq <= 10000; seq += 1)
	text += JSON.stringify({ id: randomBytes(16).toString('hex'), person: '00000000000000aa', device: '000000bb', seq,
		counter: seq, utc_ms: 1773212400000 + seq * 60000, offset_min: 60, v: 1, safety: 0, type: 'morning-check',
		pain: seq % 11, soreness: seq % 2 }) + '\n';
writeFileSync(`${process.argv[2]}/record.jsonl`, text);
JS
"$keel" import "$dir/record.jsonl" --store "$dir/keel.db" >/dev/null

start() { # sets server, ready_us, line
	local began ended
	began=$(date +%s%N)
	mkfifo "$dir/out"
	"$keel" serve --store "$dir/keel.db" --port 0 --no-open --json >"$dir/out" &
	server=$!
	read -r line <"$dir/out"
	ended=$(date +%s%N)
	rm "$dir/out"
	ready_us=$(((ended - began) / 1000))
}

times=()
for _ in $(seq 15); do
	start
	times+=("$ready_us")
	kill "$server"
	wait "$server" || true
done
server=
ready_us=$(printf '%s\n' "${times[@]}" | sort -n | sed -n 8p)

start
sleep 1
rss_kb=$(awk '/^VmRSS/ {print $2}' "/proc/$server/status")
printf 'ready          %8.1f ms   (at most 100)\n' "$(awk "BEGIN {print $ready_us / 1000}")"
printf 'at rest        %8.1f MB   (at most 20)\n' "$(awk "BEGIN {print $rss_kb / 1000}")"

node - "$line" <<'JS'
const http = require('node:http');
const { randomBytes } = require('node:crypto');
const { port, link } = JSON.parse(process.argv[2]);
const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
const ask = (method, path, body) => new Promise((resolve, reject) => {
	const request = http.request({ port, host: '127.0.0.1', agent, method, path, headers: {
		authorization: `Bearer ${link.split('#t=')[1]}`, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}) } },
	(answer) => (answer.resume(), answer.on('end', () => resolve(answer.statusCode))));
	request.on('error', reject);
	request.end(body);
});
let seq = 0;
const event = () => JSON.stringify({ id: randomBytes(16).toString('hex'), person: '00000000000000cc', device: '000000dd',
	seq: (seq += 1), counter: seq, utc_ms: 1773212400000, offset_min: 60, v: 1, safety: 0, type: 'morning-check', pain: 1,
	soreness: 0 }) + '\n';
async function measure(name, one) {
	const times = [];
	const until = Date.now() + 2000;
	await Promise.all([0, 1, 2, 3].map(async () => {
		while (Date.now() < until) {
			const began = process.hrtime.bigint();
			if (await one() !== 200) throw new Error(name);
			times.push(Number(process.hrtime.bigint() - began) / 1e6);
		}
	}));
	times.sort((a, b) => a - b);
	const at = (p) => times[Math.floor(times.length * p)].toFixed(2);
	console.log(`${name.padEnd(15)}${String(Math.round(times.length / 2)).padStart(7)} /s    median ${at(0.5)} ms, 99 % within ${at(0.99)} ms`);
}
(async () => {
	await measure('the page', () => ask('GET', '/'));
	await measure('post 1 event', () => ask('POST', '/api/v1/events', event()));
	await measure('post 100', () => ask('POST', '/api/v1/events', Array.from({ length: 100 }, event).join('')));
	await measure('read 5,000', () => ask('GET', '/api/v1/events?person=00000000000000aa&after=0'));
	agent.destroy();
})();
JS
printf 'after load     %8.1f MB\n' "$(awk '/^VmRSS/ {print $2 / 1000}' "/proc/$server/status")"
((ready_us <= 100000 && rss_kb <= 20000))
