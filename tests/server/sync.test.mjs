// Goal: what a device sends arrives once, whole and byte for byte, or is refused with its place and leaves no
// trace; nobody without the link sees anything. Method: the API of docs/API.md against a real server and a real
// store.
import assert from 'node:assert/strict';
import {chmodSync, readFileSync, statSync, unlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {hex, run, scratch, serve, writer} from './keel.mjs';

const page = async (server, person, after = 0) => {
	const answer = await server.api(`/events?person=${person}&after=${after}`);
	assert.equal(answer.status, 200);
	const text = await answer.text();
	return {lines: text.split('\n').slice(0, -1), cursor: Number(answer.headers.get('keel-cursor'))};
};

test('events come back byte for byte, once, in order of arrival, by pages', async (t) => {
	const server = await serve(t);
	const me = writer();
	const first = [me.event('profile', {name: 'Jo'}), me.morning(), ' ' + me.morning(4).replace(',', ' , ')];
	const answer = await server.post(first);
	assert.equal(answer.status, 200, await answer.clone().text());
	assert.deepEqual(await answer.json(), {added: 3, known: 0, cursor: 3});
	assert.deepEqual(await (await server.post(first)).json(), {added: 0, known: 3, cursor: 3});
	const mixed = [first[1], me.morning(2)];
	assert.deepEqual(await (await server.post(mixed)).json(), {added: 1, known: 1, cursor: 4});
	assert.deepEqual((await page(server, me.person)).lines, [...first, mixed[1]]);
	assert.deepEqual(await (await server.api('/persons')).json(), [{person: me.person, name: 'Jo', events: 4}]);

	const many = Array.from({length: 6000}, () => me.morning());
	for (let at = 0; at < many.length; at += 3000)
		assert.equal((await server.post(many.slice(at, at + 3000))).status, 200);
	const one = await page(server, me.person, 4);
	assert.equal(one.lines.length, 5000);
	const two = await page(server, me.person, one.cursor);
	assert.deepEqual([...one.lines, ...two.lines], many);
	assert.deepEqual(await page(server, me.person, two.cursor), {lines: [], cursor: two.cursor});
});

test('a bad line is named with line, column and field, and nothing of the request is stored', async (t) => {
	const server = await serve(t);
	const me = writer();
	const good = me.morning();
	const cases = {
		'a pain of 11': [me.event('morning-check', {pain: 11, soreness: 0}), 'OUT_OF_RANGE', 'pain'],
		'an unknown field':
			[me.event('morning-check', {pain: 1, soreness: 0, mood: 1}), 'UNKNOWN_FIELD', 'mood'],
		'a missing field': [me.event('morning-check', {soreness: 0}), 'MISSING_FIELD', 'pain'],
		'a text in place of a number':
			[me.event('morning-check', {pain: 'high', soreness: 0}), 'BAD_TYPE', 'pain'],
		'half a line': [me.morning().slice(0, 60), 'SYNTAX', undefined],
		'a float': [me.event('morning-check', {pain: 1.5, soreness: 0}), undefined, undefined],
		'somebody else': [writer().morning(), 'OUT_OF_RANGE', 'person'],
		'a known id with other bytes': [good.replace('"soreness":1', '"soreness":2'), 'DUPLICATE', 'id'],
		'nothing but a word': ['hello', 'SYNTAX', undefined],
		'an id too short': [me.event('morning-check', {pain: 1, soreness: 0}, {id: 'ab'}), undefined, 'id'],
	};
	for (const [name, [bad, error, field]] of Object.entries(cases)) {
		const answer = await server.post([good, me.morning(), bad, me.morning()]);
		assert.equal(answer.status, 422, name);
		const said = await answer.json();
		assert.equal(said.line, 3, `${name}: ${JSON.stringify(said)}`);
		assert.ok(said.column >= 1 && said.column <= bad.length + 1, name);
		assert.ok(said.message.length > 5, name);
		if (error) assert.equal(said.error, error, name);
		if (field) assert.equal(said.field, field, name);
		assert.deepEqual(await (await server.api('/persons')).json(), [], name);
	}
	for (const [body, line] of [['', 1], ['\n\n', 1], [`hello\n${good}\n`, 1], [`\n${good}\nhello\n`, 3]]) {
		const answer = await server.api(
			'/events', {method: 'POST', body, headers: {'content-length': `${body.length}`}});
		assert.equal(answer.status, 422, body);
		assert.equal((await answer.json()).line, line, JSON.stringify(body));
	}
	assert.deepEqual(await (await server.api('/persons')).json(), []);
});

test('an event of a later Keel is kept and passed on byte for byte', async (t) => {
	const server = await serve(t);
	const me = writer();
	const later =
		[me.event('hydrotherapy', {minutes: 20}), me.event('morning-check', {pain: 3, mood: 'ok'}, {v: 7})];
	assert.equal((await server.post(later)).status, 200);
	assert.deepEqual((await page(server, me.person)).lines, later);
});

test('limits: lines, bytes, kinds of body, queries, methods', async (t) => {
	const server = await serve(t);
	const me = writer();
	const line = me.morning();
	assert.equal((await server.post(Array.from({length: 5001}, () => line))).status, 413);
	assert.equal((await server.post(Array.from({length: 5000}, () => line))).status, 200);
	const long = me.event('note', {text: 'x'.repeat(5000)});
	const answer = await server.post([long]);
	assert.ok([413, 422].includes(answer.status), `${answer.status}`);
	for (const [type, status] of [
		     ['application/x-www-form-urlencoded', 415], ['multipart/form-data; boundary=a', 415],
		     ['text/html', 415], ['text/plain;charset=UTF-8', 200],
		     ['application/x-ndjson; charset=utf-8', 200]])
		assert.equal((await server.post([line], {headers: {'content-type': type}})).status, status, type);
	assert.equal((await server.post([line], {headers: {'content-encoding': 'gzip'}})).status, 415);
	for (const query
		     of ['', '?person=xyz', `?person=${me.person}&after=-1`, `?person=${me.person}&after=1e3`,
			 `?person=${me.person}&person=${me.person}`, `?person=${me.person}&limit=3`,
			 `?person=${me.person.toUpperCase()}g`, `?person=${me.person}&after=99999999999999999999`,
			 `?person=${me.person}&after=`])
		assert.equal((await server.api(`/events${query}`)).status, 400, query);
	assert.deepEqual(await page(server, hex(16)), {lines: [], cursor: 0});
	assert.equal((await server.api('/persons', {method: 'POST', body: 'x'})).status, 405);
	const refused = await server.api('/events', {method: 'DELETE'});
	assert.equal(refused.status, 405);
	assert.equal(refused.headers.get('allow'), 'GET, HEAD, POST');
	assert.equal((await server.api(`/persons/${me.person}`)).status, 405);
	assert.equal((await server.api('/persons/nobody', {method: 'DELETE'})).status, 404);
	assert.equal((await server.api('/nothing')).status, 404);
	const head = await server.api('/persons', {method: 'HEAD'});
	assert.equal(head.status, 200);
	assert.equal(head.headers.get('cache-control'), 'no-store');
});

test('without the token there is nothing to see', async (t) => {
	const server = await serve(t);
	const me = writer();
	await server.post([me.morning()]);
	const wrong = [
		undefined, '', 'Bearer', 'Bearer ', `Bearer ${server.token.slice(0, -1)}`,
		`Bearer ${server.token}x`, `Bearer ${server.token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'))}`,
		`Basic ${server.token}`, server.token
	];
	for (const authorization of wrong)
		for (const [path, method] of [
			     ['/persons', 'GET'], [`/events?person=${me.person}`, 'GET'], ['/events', 'POST'],
			     [`/persons/${me.person}`, 'DELETE']]) {
			const answer = await fetch(`http://${server.host}/api/v1${path}`, {
				method,
				headers: authorization === undefined ? {} : {authorization},
				body: method === 'POST' ? me.morning() : undefined
			});
			assert.equal(answer.status, 401, `${method} ${path} ${authorization}`);
			assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
			assert.equal((await answer.json()).error, 'TOKEN');
		}
	assert.equal((await page(server, me.person)).lines.length, 1);
	const statuses = [];
	for (let i = 0; i < 80; i += 1)
		statuses.push((await fetch(`http://${server.host}/api/v1/persons`, {
				      headers: {authorization: 'Bearer x'}
			      })).status);
	assert.ok(statuses.includes(429), 'guessing is slowed');
	assert.equal((await server.api('/persons')).status, 200, 'the right link still works');
});

test('the token and the store can be read by nobody else, and the link stays the same', async (t) => {
	const server = await serve(t);
	const file = join(server.dir, 'token');
	assert.equal(statSync(file).mode & 0o777, 0o600);
	assert.equal(statSync(server.store).mode & 0o777, 0o600);
	assert.match(server.token, /^[\w-]{43}$/);
	await server.stop();
	const again = await serve(t, {dir: server.dir});
	assert.equal(again.token, server.token);
	await again.stop();
	unlinkSync(file);
	const fresh = await serve(t, {dir: server.dir});
	assert.notEqual(fresh.token, server.token);
	await fresh.stop();
	for (const spoil
		     of [() => chmodSync(file, 0o644), () => writeFileSync(file, 'short'),
			() => writeFileSync(file, '')]) {
		unlinkSync(file);
		writeFileSync(file, `${server.token}\n`, {mode: 0o600});
		spoil();
		const said = run('serve', '--store', server.store, '--port', '0', '--no-open');
		assert.equal(said.status, 4);
		assert.match(said.stderr, /token.*delete it/s);
	}
});

test('erasing a person leaves only a refusal', async (t) => {
	const server = await serve(t);
	const me = writer(), other = writer();
	await server.post([me.event('profile', {name: 'Quitzow'}), me.morning()]);
	await server.post([other.morning()]);
	const gone = await server.api(`/persons/${me.person}`, {method: 'DELETE'});
	assert.equal(gone.status, 200, await gone.text());
	assert.deepEqual((await (await server.api('/persons')).json()).map((p) => p.person), [other.person]);
	assert.equal((await server.post([me.morning()])).status, 410);
	assert.equal((await server.api(`/events?person=${me.person}`)).status, 410);
	assert.equal((await server.api(`/persons/${me.person}`, {method: 'DELETE'})).status, 200);
	assert.equal((await page(server, other.person)).lines.length, 1);
	await server.stop();
	for (const ending of ['', '-wal']) try {
			assert.ok(
				!readFileSync(server.store + ending).includes('Quitzow'),
				`the name stands in the store${ending}`);
		} catch (error) {
			if (error.code !== 'ENOENT') throw error;
		}
});

test('two clients and the command line at once: every acknowledged event is there once', async (t) => {
	const server = await serve(t);
	const person = hex(16);
	const devices = [writer(person), writer(person), writer(person), writer(person)];
	const shared = devices[0].morning();
	const acknowledged = new Set();
	const files = scratch();
	let imported = 0;
	await Promise.all(devices.map(async (device, index) => {
		for (let round = 0; round < 25; round += 1) {
			const lines = [shared, device.morning(), device.morning()];
			if (index === 3 && round % 8 === 0) {
				const file = join(files, `${round}.jsonl`);
				writeFileSync(file, lines.map((l) => `${l}\n`).join(''));
				const said = run('import', file, '--store', server.store);
				assert.equal(said.status, 0, said.stderr);
				imported += 1;
			} else {
				const answer = await server.post(lines);
				assert.equal(answer.status, 200, await answer.clone().text());
			}
			lines.forEach((line) => acknowledged.add(line));
		}
	}));
	assert.ok(imported >= 3);
	const {lines} = await page(server, person);
	assert.equal(lines.length, acknowledged.size);
	assert.deepEqual(new Set(lines), acknowledged);
	const exported = run('export', '--store', server.store);
	assert.equal(exported.stdout, lines.map((l) => `${l}\n`).join(''));
	assert.equal(run('verify', '--store', server.store).status, 0);
});
