// Goal: a person's data leaves and comes back as one readable file; a store can be copied, checked and put back,
// and no command destroys what it was not told to. Method: the commands themselves; exit codes as DESIGN says.
import assert from 'node:assert/strict';
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {assertShape, keel, run, scratch, serve, writer} from './keel.mjs';

function someRecord(dir, count = 20) {
	const me = writer();
	const lines = [me.event('profile', {name: 'Jo'}), ...Array.from({length: count}, () => me.morning())];
	const file = join(dir, 'jo.jsonl');
	writeFileSync(file, lines.map((l) => `${l}\n`).join(''));
	return {me, lines, file, text: readFileSync(file, 'utf8')};
}

test('export and import give the same bytes; again changes nothing', () => {
	const dir = scratch();
	const {file, text, me} = someRecord(dir);
	const store = join(dir, 'a.db');
	const first = run('import', file, '--store', store);
	assert.equal(first.status, 0, first.stderr);
	assert.match(first.stdout, /^21 events added, 0 were there already/);
	assert.equal(statSync(store).mode & 0o777, 0o600);
	assert.deepEqual(
		JSON.parse(run('import', file, '--store', store, '--json').stdout),
		{person: me.person, added: 0, known: 21});
	assert.equal(run('export', '--store', store).stdout, text);
	const out = join(dir, 'out.jsonl');
	const said = run('export', '--store', store, '--person', 'Jo', '-o', out, '--json');
	assert.deepEqual(JSON.parse(said.stdout), {person: me.person, events: 21, bytes: text.length, file: out});
	assert.equal(readFileSync(out, 'utf8'), text);
	assert.equal(statSync(out).mode & 0o777, 0o600);
	const other = join(dir, 'b.db');
	assert.equal(run('import', out, '--store', other).status, 0);
	assert.equal(run('export', '--store', other, '--person', me.person).stdout, text);
});

test('a bad line is said with file, line and column, and nothing is kept', () => {
	const dir = scratch();
	const {lines} = someRecord(dir);
	const store = join(dir, 'a.db'), bad = join(dir, 'bad.jsonl');
	for (const [spoil, pattern] of [
		     [(l) => l.replace('"pain":3', '"pain":33'), /bad\.jsonl:7:\d+: error: pain: /],
		     [(l) => l.slice(0, -5), /bad\.jsonl:7:\d+: error: /],
		     [() => writer().morning(), /bad\.jsonl:7:\d+: error: person/],
	]) {
		writeFileSync(bad, lines.map((l, i) => `${i === 6 ? spoil(l) : l}\n`).join(''));
		const said = run('import', bad, '--store', store);
		assert.equal(said.status, 3, said.stderr);
		assert.match(said.stderr, pattern);
		assert.match(said.stderr, /nothing was kept/);
		assert.equal(run('export', '--store', store).status, 1);
	}
	assert.equal(run('import', join(dir, 'missing.jsonl'), '--store', store).status, 4);
	assert.equal(run('import').status, 2);
	writeFileSync(bad, '');
	assert.equal(run('import', bad, '--store', store).status, 3);
});

test('which person: by id, by name, or asked back', () => {
	const dir = scratch();
	const store = join(dir, 'a.db');
	assert.equal(run('export', '--store', store).status, 4, 'no store is made by reading');
	assert.ok(!existsSync(store));
	const people = ['Ann', 'Bo', 'Bo'].map((name) => {
		const me = writer(), file = join(dir, `${me.person}.jsonl`);
		writeFileSync(file, `${me.event('profile', {name})}\n`);
		assert.equal(run('import', file, '--store', store).status, 0);
		return me.person;
	});
	const none = run('export', '--store', store);
	assert.equal(none.status, 2);
	for (const person of people) assert.match(none.stderr, new RegExp(person));
	assert.match(run('export', '--store', store, '--person', 'Ann').stdout, new RegExp(people[0]));
	assert.equal(run('export', '--store', store, '--person', 'Bo').status, 2);
	assert.equal(run('export', '--store', store, '--person', people[2]).status, 0);
	assert.equal(run('export', '--store', store, '--person', 'Cy').status, 1);
});

test('backup while Keel runs; verify; restore', async (t) => {
	const dir = scratch();
	const server = await serve(t, {dir});
	const me = writer();
	await server.post([me.event('profile', {name: 'Jo'}), me.morning()]);
	const copy = join(dir, 'copy.db');
	let writing = true;
	const busy = (async () => {
		while (writing) assert.equal((await server.post([me.morning()])).status, 200);
	})();
	const {spawn} = await import('node:child_process');
	const status = await new Promise(
		(r) => spawn(keel, ['backup', '-o', copy, '--store', server.store]).on('exit', r));
	writing = false;
	await busy;
	assert.equal(status, 0);
	assert.equal(statSync(copy).mode & 0o777, 0o600);
	assert.equal(run('verify', '--store', copy).status, 0);
	const again = run('backup', '-o', copy, '--store', server.store);
	assert.equal(again.status, 1);
	assert.match(again.stderr, /there already/);
	await server.post([me.morning(9)]);
	await server.stop();

	const whole = run('export', '--store', server.store).stdout, part = run('export', '--store', copy).stdout;
	assert.ok(whole.startsWith(part) && whole.length > part.length);
	const refused = run('restore', copy, '--store', server.store);
	assert.equal(refused.status, 1);
	assert.match(refused.stderr, /--force/);
	assert.equal(run('export', '--store', server.store).stdout, whole);
	const done = run('restore', copy, '--store', server.store, '--force');
	assert.equal(done.status, 0, done.stderr);
	assert.equal(run('export', '--store', server.store).stdout, part);
	const kept = readdirSync(dir).find(
		(name) => name.startsWith('keel.db.before-restore-') && !/-(wal|shm)$/.test(name));
	assert.equal(run('export', '--store', join(dir, kept)).stdout, whole, 'the old one is kept aside');
	const fresh = join(dir, 'new.db');
	const json = run('restore', copy, '--store', fresh, '--json');
	assert.equal(json.status, 0, json.stderr);
	assert.equal(JSON.parse(json.stdout).kept, false);
	assert.equal(run('export', '--store', fresh).stdout, part);
});

test('damage is found, said, and never restored', () => {
	const dir = scratch();
	const {file, text} = someRecord(dir, 400);
	const store = join(dir, 'a.db'), copy = join(dir, 'copy.db'), bad = join(dir, 'bad.db');
	run('import', file, '--store', store);
	assert.equal(run('backup', '-o', copy, '--store', store).status, 0);
	const sound = run('verify', '--store', copy, '--json');
	assert.deepEqual(JSON.parse(sound.stdout), {sound: true, persons: 1, events: 401, erased: 0});
	const bytes = readFileSync(copy);
	const at = bytes.indexOf('"pain":3', bytes.length / 2);
	bytes[at + 7] = '4'.charCodeAt(0);
	writeFileSync(bad, bytes);
	const found = run('verify', '--store', bad);
	assert.equal(found.status, 1, found.stderr);
	assert.ok(found.stderr.length > 20);
	const refused = run('restore', bad, '--store', store, '--force');
	assert.equal(refused.status, 3, refused.stderr);
	writeFileSync(bad, readFileSync(copy).subarray(0, 5000));
	assert.ok([1, 3].includes(run('verify', '--store', bad).status));
	assert.equal(run('restore', bad, '--store', store, '--force').status, 3);
	writeFileSync(bad, 'not a store at all, only words, and some more of them\n'.repeat(99));
	assert.equal(run('verify', '--store', bad).status, 3);
	assert.equal(run('restore', bad, '--store', store, '--force').status, 3);
	assert.ok([3, 4].includes(run('restore', join(dir, 'missing.db'), '--store', store, '--force').status));
	assert.equal(run('export', '--store', store).stdout, text);
	assert.ok(!readdirSync(dir).some((name) => name.includes('before-restore')));
});

test('a damaged store can be replaced by its backup', () => {
	const dir = scratch();
	const {file, text} = someRecord(dir);
	const store = join(dir, 'a.db'), copy = join(dir, 'copy.db');
	run('import', file, '--store', store);
	assert.equal(run('backup', '-o', copy, '--store', store).status, 0);
	writeFileSync(store, 'ruined');
	assert.equal(run('export', '--store', store).status, 3);
	const done = run('restore', copy, '--store', store, '--force');
	assert.equal(done.status, 0, done.stderr);
	assert.equal(run('export', '--store', store).stdout, text);
	assert.ok(readdirSync(dir).some((name) => name.includes('before-restore')));
});

test('wrong command lines say what was wrong', () => {
	const store = join(scratch(), 'a.db');
	for (const args
		     of [['serve', '--color'], ['serve', 'x'], ['serve', '--port'],
			 ['serve', '--port', '70000', '--store', store], ['export', '--json', '--store', store],
			 ['backup'], ['restore'], ['verify', '--deep'], ['import', 'a', 'b'],
			 ['serve', '--store', 'postgres://x', '--no-open'], ['export', '--store=']]) {
		const said = run(...args);
		assert.equal(said.status, 2, args.join(' '));
		assert.match(said.stderr, /^keel /, args.join(' '));
	}
	for (const command of ['serve', 'app', 'export', 'import', 'backup', 'restore', 'verify']) {
		const said = run(command, '--help');
		assert.equal(said.status, 0);
		assert.match(said.stdout, new RegExp(`^usage: keel ${command}`));
	}
});

test('a taken port is said', async (t) => {
	const server = await serve(t);
	const said = run('serve', '--store', join(scratch(), 'b.db'), '--port', `${server.port}`, '--no-open');
	assert.equal(said.status, 4);
	assert.match(said.stderr, /taken.*--port/);
});

test('the store of its own accord: XDG_DATA_HOME/keel/keel.db', async () => {
	const home = scratch(), dir = scratch();
	const {file} = someRecord(dir);
	const {spawnSync} = await import('node:child_process');
	const said =
		spawnSync(keel, ['import', file], {env: {...process.env, XDG_DATA_HOME: home}, encoding: 'utf8'});
	assert.equal(said.status, 0, said.stderr);
	assert.equal(statSync(join(home, 'keel', 'keel.db')).mode & 0o777, 0o600);
	assert.equal(statSync(join(home, 'keel')).mode & 0o777, 0o700);
	copyFileSync(join(home, 'keel', 'keel.db'), join(dir, 'c.db'));
});

test('a store of a later Keel is refused by every command, and left as it is', () => {
	const dir = scratch();
	const {file} = someRecord(dir);
	const store = join(dir, 'a.db');
	assert.equal(run('import', file, '--store', store).status, 0);
	const bytes = readFileSync(store);
	bytes.writeUInt32BE(99, 60);  // user_version in the header of an SQLite file
	writeFileSync(store, bytes);
	for (const args of [['serve', '--port', '0', '--no-open'], ['export'], ['import', file], ['verify'],
			    ['backup', '-o', join(dir, 'copy.db')]]) {
		const said = run(...args, '--store', store);
		assert.equal(said.status, 3, `${args[0]}: ${said.stderr}`);
		assert.match(said.stderr, /99/, args[0]);
	}
	assert.equal(run('restore', store, '--store', join(dir, 'b.db')).status, 3);
	const after = readFileSync(store);
	for (const at of [24, 92]) bytes.copy(after, at, at, at + 4);  // SQLite's own counters of openings for writing
	assert.deepEqual(after, bytes);
	assert.ok(!existsSync(join(dir, 'copy.db')) && !existsSync(join(dir, 'b.db')));
});

test('what --json prints has the shape of docs/schema', async () => {
	const dir = scratch();
	const {file} = someRecord(dir);
	const store = join(dir, 'a.db'), copy = join(dir, 'copy.db');
	const shape = (name, ...args) => {
		const said = run(name, ...args, '--json');
		assert.equal(said.status, 0, said.stderr);
		assertShape(name, JSON.parse(said.stdout));
	};
	shape('import', file, '--store', store);
	shape('export', '--store', store, '-o', join(dir, 'out.jsonl'));
	shape('backup', '--store', store, '-o', copy);
	shape('verify', '--store', copy);
	shape('restore', copy, '--store', store, '--force');
	mkdirSync(join(dir, 'app'));
	writeFileSync(join(dir, 'app', 'index.html'), 'app');
	shape('app', '--app', join(dir, 'app'), '-o', join(dir, 'site'));
	const {spawn} = await import('node:child_process');
	const child = spawn(keel, ['serve', '--store', store, '--port', '0', '--no-open', '--json']);
	const line = await new Promise((resolve) => child.stdout.on('data', (d) => resolve(d.toString())));
	child.kill();
	assertShape('serve', JSON.parse(line));
});
