// What the server's tests share: a real `keel serve` on a free port with its own store, raw sockets, and events.
// KEEL names the program (meson sets it).
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export const keel = process.env.KEEL;
if (!keel) throw new Error('KEEL must name the program');

export const hex = (digits) => randomBytes(digits / 2).toString('hex');

const scratches = [];
process.on('exit', () => scratches.forEach((dir) => rmSync(dir, {recursive: true, force: true})));

/** A scratch directory that goes at the end, after the servers that use it. */
export function scratch() {
	const dir = mkdtempSync(join(tmpdir(), 'keel-server-'));
	scratches.push(dir);
	return dir;
}

/** Runs a command to its end: {status, stdout, stderr}. */
export function run(...args) {
	const done = spawnSync(keel, args, {encoding: 'utf8', maxBuffer: 64 << 20, timeout: 30000});
	return {status: done.status, stdout: done.stdout, stderr: done.stderr};
}

/** Starts a server and waits until it says it is ready. It is stopped when the test ends. */
export async function serve(t, {dir = scratch(), args = [], env = {}} = {}) {
	const store = join(dir, 'keel.db');
	const child = spawn(keel, ['serve', '--store', store, '--port', '0', '--no-open', '--json', ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {...process.env, ...env},
	});
	let stderr = '';
	child.stderr.on('data', (d) => (stderr += d));
	const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({code, signal})));
	const ready = await new Promise((resolve, reject) => {
		let text = '';
		child.stdout.on('data', (d) => {
			text += d;
			if (text.includes('\n')) resolve(JSON.parse(text.split('\n')[0]));
		});
		ended.then(({code}) => reject(new Error(`serve ended with ${code}: ${stderr}`)));
	});
	const token = ready.link.split('#t=')[1];
	const server = {
		...ready,
		dir,
		store,
		token,
		child,
		ended,
		stderr: () => stderr,
		host: `127.0.0.1:${ready.port}`,
		stop: (signal = 'SIGTERM') => (child.kill(signal), ended),
		/** fetch with the token; node's own client, so well-formed requests only */
		api: (path, init = {}) => fetch(`http://127.0.0.1:${ready.port}/api/v1${path}`, {
			...init,
			headers: {
				authorization: `Bearer ${token}`,
				...(init.body ? {'content-type': 'application/x-ndjson'} : {}),
				...init.headers
			},
		}),
		post: (lines, init = {}) =>
			server.api('/events', {method: 'POST', body: lines.map((l) => `${l}\n`).join(''), ...init}),
	};
	// A server under a sanitizer that found something ends with another code.
	t.after(async () => {
		const gone = child.exitCode !== null || child.signalCode !== null;
		const {code, signal} = gone ? await ended : await server.stop();
		assert.ok(signal === 'SIGKILL' || code === 0, `serve ended with ${code} ${signal}: ${stderr}`);
		assert.doesNotMatch(stderr, /Sanitizer|runtime error/);
	});
	return server;
}

/** Sends bytes as they are and collects the answer until the other side closes or quiet_ms pass without a byte. */
export function raw(port, bytes, {quietMs = 400, endMs = 20000} = {}) {
	return new Promise((resolve) => {
		const socket = connect({port, host: '127.0.0.1'});
		let text = '', quiet, why = 'closed';
		const finish = (reason) => {
			clearTimeout(quiet);
			clearTimeout(end);
			why = reason;
			socket.destroy();
			resolve({
				text,
				why,
				status: statusOf(text),
				statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((m) => +m[1])
			});
		};
		const end = setTimeout(() => finish('limit'), endMs);
		const wait = () => {
			clearTimeout(quiet);
			if (quietMs) quiet = setTimeout(() => finish('quiet'), quietMs);
		};
		socket.on('data', (d) => ((text += d.toString('latin1')), wait()));
		socket.on('close', () => finish('closed'));
		socket.on('error', () => finish('reset'));
		socket.on('connect', () => (socket.write(bytes), wait()));
	});
}

const statusOf = (text) => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);

/** A person's device that writes well-formed events. */
export function writer(person = hex(16)) {
	const device = hex(8);
	let seq = 0;
	return {
		person,
		event(type, fields = {}, over = {}) {
			seq += 1;
			return JSON.stringify({
				id: hex(32),
				person,
				device,
				seq,
				counter: seq,
				utc_ms: 1773212400000 + seq * 1000,
				offset_min: 60,
				v: 1,
				safety: 0,
				type,
				...fields,
				...over,
			});
		},
		morning(pain = 3) {
			return this.event('morning-check', {pain, soreness: 1});
		},
	};
}

/** Does the value have the shape of docs/schema/NAME.json? (flat objects: that is all our commands print) */
export function assertShape(name, value) {
	const schema = JSON.parse(readFileSync(new URL(`../../docs/schema/${name}.json`, import.meta.url)));
	assert.deepEqual(Object.keys(value).sort(), [...schema.required].sort(), name);
	for (const [key, rule] of Object.entries(schema.properties)) {
		const is = Number.isInteger(value[key]) ? 'integer' : typeof value[key];
		assert.equal(is, rule.type, `${name}.${key}`);
		if (rule.pattern) assert.match(value[key], new RegExp(rule.pattern), `${name}.${key}`);
		assert.ok(!(value[key] < rule.minimum) && !(value[key] > rule.maximum), `${name}.${key}`);
	}
}
