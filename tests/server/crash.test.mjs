// Goal: what was acknowledged is there after kill -9 and after a full disk; what failed left no trace. Method: real
// processes; a tmpfs of 2 MB where the test may mount one (else it says so and skips).
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';

import {hex, run, scratch, serve, writer} from './keel.mjs';

const idOf = (line) => JSON.parse(line).id;

async function readAll(server, person) {
	const ids = [];
	for (let after = 0;;) {
		const answer = await server.api(`/events?person=${person}&after=${after}`);
		assert.equal(answer.status, 200);
		const lines = (await answer.text()).split('\n').slice(0, -1);
		ids.push(...lines.map(idOf));
		const cursor = Number(answer.headers.get('keel-cursor'));
		if (cursor === after) return ids;
		after = cursor;
	}
}

test('kill -9 during posts: nothing acknowledged is lost, no request is there by half', async (t) => {
	const dir = scratch();
	const person = hex(16);
	const acknowledged = new Set();
	const requests = [];
	for (let round = 0; round < 6; round += 1) {
		const server = await serve(t, {dir});
		let running = true;
		const clients = Array.from({length: 3}, async () => {
			const device = writer(person);
			while (running) {
				const lines = Array.from(
					{length: 1 + Math.floor(Math.random() * 9)}, () => device.morning());
				requests.push(lines.map(idOf));
				try {
					const answer = await server.post(lines);
					if (answer.status === 200)
						lines.forEach((line) => acknowledged.add(idOf(line)));
				} catch {
					return;
				}
			}
		});
		await new Promise((r) => setTimeout(r, 60 + Math.random() * 250));
		await server.stop('SIGKILL');
		running = false;
		await Promise.all(clients);
	}
	const server = await serve(t, {dir});
	const kept = await readAll(server, person);
	const known = new Set(kept);
	assert.equal(kept.length, known.size);
	assert.ok(acknowledged.size > 100, `${acknowledged.size} acknowledged`);
	for (const id of acknowledged) assert.ok(known.has(id), `${id} was acknowledged and is lost`);
	for (const ids of requests) {
		const there = ids.filter((id) => known.has(id)).length;
		assert.ok(there === 0 || there === ids.length, `${there} of ${ids.length} events of one request`);
	}
	await server.stop();
	assert.equal(run('verify', '--store', server.store).status, 0);
});

test('a full disk: 507, nothing acknowledged is lost, and writing goes on when there is room', async (t) => {
	const small = mkdtempSync(join(tmpdir(), 'keel-server-small-'));
	t.after(() => {
		spawnSync('umount', ['-l', small]);
		rmSync(small, {recursive: true, force: true});
	});
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=0700', 'tmpfs', small]);
	if (mounted.status !== 0) return t.skip('no right to mount a tmpfs here');
	const ballast = join(small, 'ballast');
	writeFileSync(ballast, Buffer.alloc(600000));
	const server = await serve(t, {dir: small});
	const me = writer();
	const acknowledged = [];
	let refused;
	for (let i = 0; i < 200 && !refused; i += 1) {
		const lines = Array.from({length: 50}, () => me.morning());
		const answer = await server.post(lines);
		if (answer.status === 200)
			acknowledged.push(...lines.map(idOf));
		else
			refused = {status: answer.status, said: await answer.json()};
	}
	assert.equal(refused?.status, 507, JSON.stringify(refused));
	assert.equal(refused.said.error, 'FULL');
	assert.ok(acknowledged.length > 0);
	assert.deepEqual(await readAll(server, me.person), acknowledged);
	rmSync(ballast);
	const later = [me.morning()];
	const answer = await server.post(later);
	assert.equal(answer.status, 200, await answer.clone().text());
	await server.stop();
	assert.equal(run('verify', '--store', server.store).status, 0);
	const exported = run('export', '--store', server.store);
	assert.deepEqual(exported.stdout.split('\n').slice(0, -1).map(idOf), [...acknowledged, idOf(later[0])]);
});
