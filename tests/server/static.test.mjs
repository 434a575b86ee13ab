// Goal: the app's files arrive with the right kind, cache rules and a policy that lets nothing leave for elsewhere;
// a static copy needs no server. Method: a small app in a folder; the program's own app where it was built with
// one.
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {test} from 'node:test';

import {raw, run, scratch, serve} from './keel.mjs';

const files = {
	'index.html':
		'<!doctype html><title>Keel</title><script type="module" src="assets/index-AbCd1234.js"></script>',
	'assets/index-AbCd1234.js': `console.log(${JSON.stringify('x'.repeat(2000))});`,
	'assets/style-zz_-9876.css': 'body { color: black }',
	'keel.wasm': Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]),
	'sw.js': 'self.addEventListener("fetch", () => {});',
	'manifest.webmanifest': '{"name":"Keel"}',
	'icons/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'catalogue.bin': Buffer.alloc(300, 7),
	'.built': 'a stamp that is nobody\'s business',
};

function appFolder() {
	const dir = scratch();
	for (const [name, bytes] of Object.entries(files)) {
		mkdirSync(join(dir, name, '..'), {recursive: true});
		writeFileSync(join(dir, name), bytes);
	}
	return dir;
}

const get = (server, path, headers = {}) => fetch(`http://${server.host}${path}`, {headers, redirect: 'manual'});

test('kinds, cache rules, tags', async (t) => {
	const server = await serve(t, {args: ['--app', appFolder()]});
	const kinds = {
		'/': 'text/html; charset=utf-8',
		'/index.html': 'text/html; charset=utf-8',
		'/assets/index-AbCd1234.js': 'text/javascript; charset=utf-8',
		'/assets/style-zz_-9876.css': 'text/css; charset=utf-8',
		'/keel.wasm': 'application/wasm',
		'/sw.js': 'text/javascript; charset=utf-8',
		'/manifest.webmanifest': 'application/manifest+json',
		'/icons/icon.svg': 'image/svg+xml',
		'/catalogue.bin': 'application/octet-stream',
	};
	for (const [path, kind] of Object.entries(kinds)) {
		const answer = await get(server, path);
		assert.equal(answer.status, 200, path);
		assert.equal(answer.headers.get('content-type'), kind, path);
		assert.deepEqual(
			Buffer.from(await answer.arrayBuffer()),
			Buffer.from(files[path === '/' ? 'index.html' : path.slice(1)]));
		const forever = path.startsWith('/assets/');
		assert.equal(
			answer.headers.get('cache-control'),
			forever ? 'public, max-age=31536000, immutable' : 'no-cache', path);
		const tag = answer.headers.get('etag');
		assert.match(tag, /^"[0-9a-f]{16}"$/);
		for (const match of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
			const again = await get(server, path, {'if-none-match': match});
			assert.equal(again.status, 304, `${path} ${match}`);
			assert.equal((await again.arrayBuffer()).byteLength, 0);
		}
		assert.equal((await get(server, path, {'if-none-match': `${tag.slice(0, -2)}"`})).status, 200);
	}
	for (const path of ['/.built', '/nothing', '/assets/', '/assets', '/index.html/'])
		assert.ok([400, 404].includes((await get(server, path)).status), path);
	const posted = await fetch(`http://${server.host}/index.html`, {method: 'POST', body: 'x'});
	assert.equal(posted.status, 405);
	const head =
		await raw(server.port, `HEAD /sw.js HTTP/1.1\r\nHost: ${server.host}\r\nConnection: close\r\n\r\n`);
	assert.match(head.text, new RegExp(`Content-Length: ${files['sw.js'].length}\r\n`, 'i'));
	assert.match(head.text, /\r\n\r\n$/);
});

test('every answer carries the policy, refusals too', async (t) => {
	const server = await serve(t, {args: ['--app', appFolder()]});
	for (const path of ['/', '/keel.wasm', '/nothing', '/api/v1/persons', '/api/none']) {
		const {headers} = await get(server, path);
		const policy = Object.fromEntries(
			headers.get('content-security-policy').split('; ').map((d) => [d.split(' ')[0], d]));
		assert.equal(policy['default-src'], "default-src 'none'", path);
		assert.equal(policy['script-src'], "script-src 'self' 'wasm-unsafe-eval'");
		assert.equal(policy['connect-src'], "connect-src 'self'");
		assert.equal(policy['frame-ancestors'], "frame-ancestors 'none'");
		assert.ok(!/unsafe-inline|unsafe-eval'? |https?:/.test(
			headers.get('content-security-policy').replace('wasm-unsafe-eval', '')));
		assert.equal(headers.get('x-content-type-options'), 'nosniff');
		assert.equal(headers.get('referrer-policy'), 'no-referrer');
		assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
		assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
		assert.match(headers.get('permissions-policy'), /camera=\(self\), screen-wake-lock=\(self\)/);
		assert.equal(headers.get('access-control-allow-origin'), null);
	}
});

test('keel app writes a copy that any static host can serve', async (t) => {
	const source = appFolder(), out = join(scratch(), 'site');
	const said = run('app', '-o', out, '--app', source);
	assert.equal(said.status, 0, said.stderr);
	assert.match(said.stdout, /8 files/);
	for (const [name, bytes] of Object.entries(files))
		if (name !== '.built') assert.deepEqual(readFileSync(join(out, name)), Buffer.from(bytes), name);
	assert.ok(!existsSync(join(out, '.built')));
	assert.match(readFileSync(join(out, '_headers'), 'utf8'), /Content-Security-Policy: default-src 'none'/);

	// Again, after an update: what is gone from the app goes, what its owner put there stays.
	writeFileSync(join(out, 'CNAME'), 'back.example\n');
	writeFileSync(join(source, 'assets', 'index-EfGh5678.js'), 'new');
	const {unlinkSync} = await import('node:fs');
	unlinkSync(join(source, 'assets', 'index-AbCd1234.js'));
	const json = run('app', '-o', out, '--app', source, '--json');
	assert.equal(json.status, 0, json.stderr);
	assert.equal(JSON.parse(json.stdout).files, 8);
	assert.deepEqual(readdirSync(join(out, 'assets')).sort(), ['index-EfGh5678.js', 'style-zz_-9876.css']);
	assert.equal(readFileSync(join(out, 'CNAME'), 'utf8'), 'back.example\n');
	assert.ok(!readdirSync(out).some((name) => name.includes('keel-new')));

	// A server that knows nothing of Keel.
	const plain = createServer(
		(request, response) =>
			response.end(readFileSync(join(out, request.url === '/' ? 'index.html' : request.url))));
	await new Promise((r) => plain.listen(0, '127.0.0.1', r));
	t.after(() => plain.close());
	const answer = await fetch(`http://127.0.0.1:${plain.address().port}/keel.wasm`);
	assert.deepEqual(Buffer.from(await answer.arrayBuffer()), files['keel.wasm']);
});

test('keel app leaves other folders alone', () => {
	const source = appFolder(), out = scratch();
	writeFileSync(join(out, 'thesis.txt'), 'mine');
	const said = run('app', '-o', out, '--app', source);
	assert.equal(said.status, 1);
	assert.match(said.stderr, /other files/);
	assert.deepEqual(readdirSync(out), ['thesis.txt']);
	assert.equal(run('app').status, 2);
	assert.equal(run('app', '-o', join(out, 'thesis.txt'), '--app', source).status, 4);
	assert.equal(run('app', '-o', join(out, 'x'), '--app', '/nowhere').status, 4);
});

test('the app inside the program', async (t) => {
	const out = join(scratch(), 'site');
	const server = await serve(t);
	if (run('app', '-o', out).status !== 0) {
		const page = await get(server, '/');
		assert.equal(page.status, 200);
		assert.match(await page.text(), /built without the web app/);
		return t.skip('this program carries no app');
	}
	const names = readdirSync(out, {recursive: true}).filter((n) => /\.(js|html|wasm)$/.test(n));
	let packed = 0;
	for (const name of names) {
		const bytes = readFileSync(join(out, name));
		const head = `GET /${name} HTTP/1.1\r\nHost: ${server.host}\r\nConnection: close\r\n`;
		const zipped = await get(server, `/${name}`, {'accept-encoding': 'br;q=1.0, gzip;q=0.8'});
		assert.deepEqual(Buffer.from(await zipped.arrayBuffer()), bytes, name);
		packed += zipped.headers.get('content-encoding') === 'gzip';
		for (const accept of ['', 'Accept-Encoding: identity\r\n', 'Accept-Encoding: gzip;q=0, br\r\n']) {
			const plain = await raw(server.port, `${head}${accept}\r\n`);
			assert.doesNotMatch(plain.text, /Content-Encoding/i);
			assert.match(plain.text, new RegExp(`Content-Length: ${bytes.length}\r\n`));
		}
	}
	assert.ok(packed > 0);
});

test('a browser is started with an address that works once', async (t) => {
	const bin = scratch();
	writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > ${join(bin, 'opened')}\n`, {mode: 0o755});
	const dir = scratch();
	const {spawn} = await import('node:child_process');
	const {keel} = await import('./keel.mjs');
	const child = spawn(keel, ['serve', '--store', join(dir, 'keel.db'), '--port', '0'], {
		env: {...process.env, DISPLAY: ':9', PATH: `${bin}:${process.env.PATH}`},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	t.after(() => child.kill('SIGKILL'));
	let said = '';
	child.stdout.on('data', (d) => (said += d));
	for (let i = 0; i < 100 && !existsSync(join(bin, 'opened')); i += 1)
		await new Promise((r) => setTimeout(r, 30));
	await new Promise((r) => setTimeout(r, 100));
	const token = /#t=([\w-]{43})/.exec(said)[1];
	const link = readFileSync(join(bin, 'opened'), 'utf8');
	assert.ok(!link.includes(token), 'the token stands on a command line');
	const first = await fetch(link, {redirect: 'manual'});
	assert.equal(first.status, 303);
	assert.equal(first.headers.get('location'), `/#t=${token}`);
	assert.equal((await fetch(link, {redirect: 'manual'})).status, 404);
});

test('the link as a QR code', async (t) => {
	const dir = scratch();
	const {spawn} = await import('node:child_process');
	const {keel} = await import('./keel.mjs');
	const child =
		spawn(keel, ['serve', '--store', join(dir, 'keel.db'), '--port', '0', '--no-open', '--qr'],
		      {stdio: ['ignore', 'pipe', 'inherit']});
	t.after(() => child.kill('SIGKILL'));
	let said = '';
	await new Promise((r) => child.stdout.on('data', (d) => ((said += d), said.includes('Ctrl-C') && r())));
	const rows = said.split('\n').filter((line) => /[█▀▄]/.test(line));
	assert.ok(rows.length >= 18 && rows.length <= 30, `${rows.length} rows`);
});
