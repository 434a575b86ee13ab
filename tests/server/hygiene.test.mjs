// Goal: requests that two programs may read differently are refused and the connection ends; nothing smuggled
// behind one is ever answered; garbage and slow clients cost little. Method: raw sockets against a real server.
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {connect} from 'node:net';
import {test} from 'node:test';

import {raw, run, serve, writer} from './keel.mjs';

const smuggled = (host) => `GET /smuggled HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

test('shapes that are read in two ways are refused, and nothing behind them is answered', async (t) => {
	const server = await serve(t);
	const {host, token} = server;
	const auth = `Authorization: Bearer ${token}\r\n`;
	const post = `POST /api/v1/events HTTP/1.1\r\nHost: ${host}\r\n${auth}`;
	const cases = {
		'two Content-Lengths that differ':
			[`${post}Content-Length: 5\r\nContent-Length: 50\r\n\r\nhello`, 400],
		'two Content-Lengths alike': [`${post}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`, 400],
		'a list of lengths': [`${post}Content-Length: 5, 5\r\n\r\nhello`, 400],
		'a length with a sign': [`${post}Content-Length: +5\r\n\r\nhello`, 400],
		'a length in hexadecimal': [`${post}Content-Length: 0x5\r\n\r\nhello`, 400],
		'a length beyond 64 bits': [`${post}Content-Length: 99999999999999999999999\r\n\r\nhello`, 413],
		'a negative length': [`${post}Content-Length: -1\r\n\r\nhello`, 400],
		'Content-Length with chunks':
			[`${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
		'two Transfer-Encodings':
			[`${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
		'an unknown Transfer-Encoding': [`${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, 400],
		'a stacked Transfer-Encoding': [`${post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`, 400],
		'identity as Transfer-Encoding':
			[`${post}Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello`, 400],
		'chunks in HTTP/1.0': [
			`POST /api/v1/events HTTP/1.0\r\nHost: ${
				host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
			400
		],
		'a chunk size that is none':
			[`${post}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n`, 400],
		'a chunk longer than said':
			[`${post}Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n`, 400],
		'a chunk size beyond 64 bits':
			[`${post}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff1\r\nhello\r\n`, 413],
		'no Host': ['GET / HTTP/1.1\r\n\r\n', 400],
		'no Host in HTTP/1.0': ['GET / HTTP/1.0\r\n\r\n', 400],
		'an empty Host': ['GET / HTTP/1.1\r\nHost:\r\n\r\n', 400],
		'two Hosts': [`GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`, 400],
		'a Host folded over two lines': [`GET / HTTP/1.1\r\nHost: ${host}\r\n .evil.example\r\n\r\n`, 400],
		'a length folded over two lines': [`${post}Content-Length: 1\r\n\t0\r\n\r\nhello12345`, 400],
		'any folded header': [`GET / HTTP/1.1\r\nX-Any: a\r\n  b\r\nHost: ${host}\r\n\r\n`, 400],
		'an empty folded header': [`GET / HTTP/1.1\r\nX-Any:\r\n  b\r\nHost: ${host}\r\n\r\n`, 400],
		'a first header that begins with a blank': [`GET / HTTP/1.1\r\n Host: ${host}\r\n\r\n`, 400],
		'a blank before the colon':
			[`POST /api/v1/events HTTP/1.1\r\nHost: ${host}\r\nContent-Length : 5\r\n\r\nhello`, 400],
		'a header without colon': [`GET / HTTP/1.1\r\nHost: ${host}\r\nnonsense\r\n\r\n`, 400],
		'an absolute target': [`GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'an authority as target': [`CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'a star as target': [`OPTIONS * HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'a body on GET': [`GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\n\r\nhello`, 400],
		'chunks on DELETE': [
			`DELETE /api/v1/persons/x HTTP/1.1\r\nHost: ${
				host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
			400
		],
		'POST without length': [`POST /api/v1/events HTTP/1.1\r\nHost: ${host}\r\n${auth}\r\n`, 411],
		'a path that leads outside': [`GET /../etc/passwd HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'the same, encoded': [`GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'a backslash': [`GET /..\\etc HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'two slashes': [`GET //evil.example/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'an encoded NUL': [`GET /index.html%00.js HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
		'a path of 3000 bytes': [`GET /${'a'.repeat(3000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 414],
		'a control byte in a value': [`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Any: a\x01b\r\n\r\n`, 400],
		'65 headers': [`GET / HTTP/1.1\r\nHost: ${host}\r\n${'X-Any: 1\r\n'.repeat(65)}\r\n`, 431],
		'two tokens': [`GET /api/v1/persons HTTP/1.1\r\nHost: ${host}\r\n${auth}${auth}\r\n`, 400],
	};
	for (const [name, [bytes, status]] of Object.entries(cases)) {
		const answer = await raw(server.port, Buffer.from(bytes + smuggled(host), 'latin1'));
		assert.equal(answer.status, status, `${name}: ${answer.text.slice(0, 200)}`);
		assert.ok(answer.why !== 'quiet', `${name}: the connection stays open`);
		// (the library prints the head of an answer of its own twice, before it closes)
		assert.deepEqual(
			[...new Set(answer.statuses)], [status], `${name}: what stands behind it was answered too`);
	}
	const people = await server.api('/persons');
	assert.deepEqual(await people.json(), []);
});

test('versions and methods', async (t) => {
	const {port, host} = await serve(t);
	for (const [line, status] of [
		     ['GET / HTTP/2.0', 505],
		     ['GET / HTTP/0.9', 505],
		     ['PUT / HTTP/1.1', 411],
		     ['TRACE / HTTP/1.1', 405],
		     ['OPTIONS / HTTP/1.1', 405],
		     ['get / HTTP/1.1', 405],
		     ['HEAD / HTTP/1.1', 200],
	]) {
		const answer = await raw(port, `${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
		assert.equal(answer.status, status, `${line}: ${answer.text.slice(0, 100)}`);
		if (status === 405) assert.match(answer.text, /Allow: GET, HEAD, POST, DELETE/);
		if (line.startsWith('HEAD')) assert.match(answer.text, /\r\n\r\n$/, 'HEAD has no body');
	}
});

test('pipelined and kept-alive requests are answered in order', async (t) => {
	const {port, host} = await serve(t);
	const one = `GET /none HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
	const answer = await raw(port, one.repeat(5));
	assert.deepEqual(answer.statuses, [404, 404, 404, 404, 404]);
});

test('100 kB of headers and 16 MB of body are refused; the server lives on', async (t) => {
	const server = await serve(t);
	const {host, port} = server;
	const headers = await raw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Any: ${'a'.repeat(100000)}\r\n\r\n`);
	assert.ok([0, 400, 413, 414, 431].includes(headers.status), headers.text.slice(0, 100));
	const declared = await raw(
		port,
		`POST /api/v1/events HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${server.token}\r\n` +
			`Content-Length: 16777216\r\n\r\n`);
	assert.equal(declared.status, 413);
	const slightly = await server.api('/events', {method: 'POST', body: 'x'.repeat((4 << 20) + 1)});
	assert.equal(slightly.status, 413);
	assert.equal((await slightly.json()).error, 'TOO_LARGE');
	const chunked = await raw(
		port,
		`POST /api/v1/events HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${server.token}\r\n` +
			`Transfer-Encoding: chunked\r\n\r\n` +
			`100000\r\n${'a'.repeat(0x100000)}\r\n`.repeat(6) + '0\r\n\r\n',
		{quietMs: 2000});
	assert.equal(chunked.status, 413);
	assert.equal((await server.api('/persons')).status, 200);
});

test('bytes that are no HTTP at all', async (t) => {
	const server = await serve(t);
	let state = 20261120;
	const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16;
	for (let i = 0; i < 60; i += 1) {
		const bytes = Buffer.from(Array.from({length: 1 + (next() % 3000)}, () => next() & 255));
		const valid = Buffer.from(`GET /api/v1/persons HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`);
		if (i % 3 === 1)
			for (let k = 0; k < 4; k += 1) valid[next() % valid.length] = next() & 255;
		const answer = await raw(server.port, i % 3 === 1 ? valid : bytes, {quietMs: 30});
		assert.ok(answer.status === 0 || answer.status >= 400 || i % 3 === 1, answer.text.slice(0, 80));
	}
	assert.equal((await server.api('/persons')).status, 200);
	assert.equal(server.child.exitCode, null);
});

test('only our own names are answered (DNS rebinding), and writes only from our own pages', async (t) => {
	const server = await serve(t, {args: ['--public-origin', 'https://keel.example']});
	const {port, token} = server;
	const ask = (host, more = '', line = 'GET /api/v1/persons') =>
		raw(port,
		    `${line} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n${
			    more}\r\n`);
	for (const host
		     of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`,
			 'keel.example'])
		assert.equal((await ask(host)).status, 200, host);
	for (const host
		     of ['evil.example', `evil.example:${port}`, '127.0.0.1', 'localhost', `127.0.0.1:${port + 1}`,
			 'keel.example.evil', 'keel.example:444', `127.0.0.1:${port}.evil`,
			 `127.0.0.1:${port}@evil`])
		assert.equal((await ask(host)).status, 403, host);
	const host = `127.0.0.1:${port}`;
	const line = 'POST /api/v1/events';
	for (const origin of [`http://127.0.0.1:${port}`, `http://localhost:${port}`, 'https://keel.example'])
		assert.equal(
			(await ask(host, `Origin: ${origin}\r\nContent-Length: 0\r\n`, line)).status, 422, origin);
	for (const origin
		     of ['null', 'http://evil.example', 'http://keel.example', `https://127.0.0.1:${port}`, ''])
		assert.equal(
			(await ask(host, `Origin: ${origin}\r\nContent-Length: 0\r\n`, line)).status, 403, origin);
});

test('other addresses are refused with a way to do it', () => {
	for (const address of ['0.0.0.0:8750', '192.168.1.2:8750', '[::]:8750', 'example.org', '127.0.0.2:8750']) {
		const said = run('serve', '--listen', address, '--no-open', '--store', '/nowhere/keel.db');
		assert.equal(said.status, 2, address);
		assert.match(said.stderr, /nginx or\s+Caddy.*--public-origin/s);
	}
	for (const origin
		     of ['http://keel.example', 'keel.example', 'https://', 'https://a/b', 'https://a:x',
			 'https://A', 'https://a:'])
		assert.equal(
			run('serve', '--public-origin', origin, '--no-open', '--store', '/nowhere/keel.db').status,
			2, origin);
});

test('a trickle of header bytes does not hold a place for ever', async (t) => {
	const server = await serve(t);
	const began = Date.now();
	const held = await new Promise((resolve) => {
		const socket = connect({port: server.port, host: '127.0.0.1'});
		const drip = setInterval(() => socket.write('X'), 300);
		socket.write(`GET / HTTP/1.1\r\nHost: ${server.host}\r\nX-Slow: `);
		socket.on('error', () => {});
		socket.on('close', () => (clearInterval(drip), resolve(Date.now() - began)));
	});
	assert.ok(held > 5000 && held < 25_000, `${held} ms`);
});

/* Waits for what must come true, fifteen seconds at most: how soon is a question for bench/. */
async function until(holds, message) {
	const end = Date.now() + 15_000;
	while (!(await holds())) {
		assert.ok(Date.now() < end, message());
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

test('clients that leave in the middle of a header are let go', async (t) => {
	const server = await serve(t);
	const files = () => readdirSync(`/proc/${server.child.pid}/fd`).length;
	const before = files();
	await Promise.all(Array.from({length: 30}, () => new Promise((resolve) => {
		const socket = connect({port: server.port, host: '127.0.0.1'});
		socket.on('error', resolve).on('close', resolve);
		socket.on('connect', () => socket.end(`GET / HTTP/1.1\r\nHost: ${server.host}\r\n`));
	})));
	// The client sees the end a moment before the server closes its side; a busy machine makes it a long one.
	await until(() => files() <= before + 1, () => `${files() - before} connections linger`);
});

test('in a crowd newcomers hear 503 at once, and the crowd of idlers goes soon', async (t) => {
	const server = await serve(t);
	const idle = Array.from({length: 260}, () => connect({port: server.port, host: '127.0.0.1'}));
	idle.forEach((socket) => socket.on('error', () => {}));
	await Promise.all(idle.map((socket) => new Promise((r) => socket.on('connect', r))));
	const began = Date.now();
	const refused = await raw(server.port, `GET / HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`);
	assert.equal(refused.status, 503);
	assert.ok(Date.now() - began < 3000);
	let later;
	await until(async () => {
		later = await raw(server.port, `GET /none HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`);
		return later.status === 404;
	}, () => `a newcomer still hears ${later.status}`);
	idle.forEach((socket) => socket.destroy());
});

test('two signals, one clean end', async (t) => {
	for (const signal of ['SIGTERM', 'SIGINT']) {
		const server = await serve(t);
		await server.post([writer().morning()]);
		const {code} = await server.stop(signal);
		assert.equal(code, 0, server.stderr());
	}
});
