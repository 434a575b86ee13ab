/* `keel serve` on a free port with a store of its own, ended by its own process id. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function serveKeel(keel, app) {
  const folder = mkdtempSync(path.join(tmpdir(), 'keel-browser-'));
  const run = async (port) => {
    const args = [
      'serve',
      '--store',
      path.join(folder, 'keel.db'),
      '--port',
      String(port),
      '--no-open',
      '--app',
      app,
      '--json',
    ];
    const child = spawn(keel, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let wrong = '';
    child.stderr.on('data', (bytes) => {
      wrong += bytes;
    });
    const ready = await new Promise((resolve, reject) => {
      child.stdout.on('data', (bytes) => {
        said += bytes;
        const line = said.split('\n').find((one) => one.startsWith('{'));
        if (line) resolve(JSON.parse(line));
      });
      child.on('exit', (code) => reject(new Error(`keel serve ended with ${code}: ${wrong}`)));
    });
    return { child, ready };
  };
  let { child, ready } = await run(0);
  const token = ready.link.split('#t=')[1];
  const origin = ready.link.split('#')[0].replace(/\/$/, '');
  const end = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.on('exit', resolve);
      child.kill('SIGTERM');
    });
  return {
    link: ready.link,
    origin,
    token,
    async events(person) {
      const answer = await fetch(`${origin}/api/v1/events?person=${person}&after=0`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`events: ${answer.status}`);
      return (await answer.text()).split('\n').filter((line) => line !== '');
    },
    pause: end,
    async again() {
      ({ child, ready } = await run(new URL(origin).port));
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true });
    },
  };
}
