/* Three days from empty to a changed plan: goal, screening, session, morning, session, and a dose that has moved. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PHONE } from './lib/browser.mjs';
import { person } from './lib/person.mjs';
import { serveKeel } from './lib/keel.mjs';
import { equal, ok, test } from './lib/tests.mjs';

const FIVE_BEST = ['Cat–cow', 'Downward dog to plank', 'Bridge', 'Seated twist', 'Half moon'];

async function threeDays(one) {
  await one.setUp({ programme: /^Five best/ });
  await one.sees('Good morning');
  const first = await one.text();
  for (const name of FIVE_BEST) ok(first.includes(name), `day 1 shows ${name}`);
  await one.startSession({ pain: 3 });
  const day1 = await one.finishSession();
  equal(day1.seen, FIVE_BEST, 'the movements of day 1, in order');
  ok(day1.taps <= 5, `one tap after each movement, not ${day1.taps}`);
  await one.backToToday();

  await one.wakeAt('2026-03-13T07:20:00+01:00');
  await one.morning(3);
  await one.startSession({ pain: 3 });
  await one.finishSession();
  await one.backToToday();

  await one.wakeAt('2026-03-16T07:20:00+01:00');
  await one.morning(3);
  const plan = await one.page.evaluate(() =>
    Array.from(document.querySelectorAll('.mv')).map((card) => card.innerText),
  );
  const cat = plan.find((card) => card.startsWith('Cat–cow')) ?? '';
  ok(cat.includes('8 times'), `two clean days: cat–cow goes from 5 to 8, the card says "${cat}"`);
  equal(one.errors, [], 'no error in the console');
  return one.lines();
}

function replay(keel, lines, at) {
  const folder = mkdtempSync(path.join(tmpdir(), 'keel-journey-'));
  const log = path.join(folder, 'log.jsonl');
  writeFileSync(log, `${lines.join('\n')}\n`);
  const said = JSON.parse(execFileSync(keel, ['replay', log, '--at', at, '--json'], { encoding: 'utf8' }));
  rmSync(folder, { recursive: true });
  return said;
}

test('three days from static files: the plan changes, and replay says the same', async ({ browser, url, keel }) => {
  const one = await person(browser, { viewport: PHONE, url });
  const lines = await threeDays(one);
  const said = replay(keel, lines, '2026-03-16T07:30:00+01:00');
  const cat = said.today.items.find((item) => item.movement === 'cat-cow');
  equal(cat.dose.reps, 8, 'replay of the same record: repetitions of cat–cow');
  equal(said.events, lines.length, 'replay read every line');
  await one.page.context().close();
});

test('three days against keel serve: the server keeps the same record', async ({ browser, keel, app }) => {
  const server = await serveKeel(keel, app);
  try {
    const one = await person(browser, { viewport: PHONE, url: server.link });
    ok(!one.page.url().includes('t='), 'the token has left the address');
    const lines = await threeDays(one);
    await one.sees('Synced');
    const kept = await server.events(JSON.parse(lines[0]).person);
    equal([...kept].sort(), [...lines].sort(), "the server's copy");
    await one.page.context().close();
  } finally {
    await server.stop();
  }
});
