/* Nothing is lost: a reload, a killed tab, a second tab in the middle of a session. */
import { PHONE } from './lib/browser.mjs';
import { Person, person, readyPerson } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

async function midSession(browser, url) {
  const one = await readyPerson(browser, { viewport: PHONE, url });
  await one.startSession({ pain: 3 });
  await one.press('I am ready');
  for (let i = 0; i < 20; i += 1) await one.page.clock.runFor(1_000);
  await one.moment();
  return one;
}

const count = (page) => page.evaluate(() => document.querySelector('.count')?.textContent ?? '');
const name = (page) => page.evaluate(() => document.querySelector('.s-name')?.textContent ?? '');

test('a reload in mid-session goes on at the same repetition, paused', async ({ browser, url }) => {
  const one = await midSession(browser, url);
  const before = [await name(one.page), await count(one.page)];
  ok(Number(before[1]) >= 2, `some repetitions are done: ${before}`);
  await one.page.reload();
  await one.moment(600);
  equal([await name(one.page), await count(one.page)], before, 'movement and repetition');
  await one.sees('Paused');
  await one.press('Go on');
  ok(await one.has('Pause'), 'and goes on');
  const done = await one.finishSession();
  equal(done.seen.length, 5, 'all five movements');
  equal((await one.events('session-started')).length, 1, 'one session');
  equal((await one.events('exercise-done')).length, 5, 'each movement once');
  await one.page.context().close();
});

test('a killed tab goes on in a new one', async ({ browser, url }) => {
  const one = await midSession(browser, url);
  const before = [await name(one.page), await count(one.page)];
  const context = one.page.context();
  await one.page.close({ runBeforeUnload: false });
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-03-12T07:14:00+01:00') });
  await page.goto(url);
  const again = new Person(page);
  await again.moment(600);
  equal([await name(page), await count(page)], before, 'movement and repetition');
  await context.close();
});

test('a second tab follows the first, takes over, and the first becomes the follower', async ({ browser, url }) => {
  const one = await midSession(browser, url);
  const page = await one.page.context().newPage();
  await page.clock.install({ time: new Date('2026-03-12T07:14:00+01:00') });
  await page.goto(url);
  const two = new Person(page);
  await two.moment(600);
  await one.moment(600);
  await two.moment(300);
  ok(await two.has('Go on here'), 'the second tab offers to take over');
  equal(await name(page), await name(one.page), 'it shows what the first tab leads');
  await two.press('Go on here');
  await two.moment(600);
  ok(await two.has('Go on'), 'the session is here now, paused');
  await one.moment(600);
  ok(!(await one.has('Pause')) && !(await one.has('Go on')), 'the first tab leads no more');
  await two.press('Go on');
  const done = await two.finishSession();
  equal(done.seen.length, 5, 'all five movements');
  equal((await two.events('exercise-done')).length, 5, 'each once');
  await one.page.context().close();
});

/* Makes the next tick of the player fail as an assertion inside the wasm would. */
function trapOnDemand() {
  const { Instance } = WebAssembly;
  window.traps = 0;
  WebAssembly.Instance = function made(module, imports) {
    const instance = new Instance(module, imports);
    const tick = instance.exports.keel_wasm_player_tick;
    let broken = false;
    const exports = {};
    for (const [key, value] of Object.entries(instance.exports)) {
      exports[key] =
        typeof value !== 'function'
          ? value
          : (...values) => {
              if (key === 'keel_wasm_player_tick' && window.traps > 0) {
                window.traps -= 1;
                broken = true;
              }
              if (broken) throw new WebAssembly.RuntimeError('unreachable');
              return key === 'keel_wasm_player_tick' ? tick(...values) : value(...values);
            };
    }
    return { exports };
  };
}

test('a trap in the core: a new instance from the record, and the session goes on', async ({ browser, url }) => {
  const one = await person(browser, { viewport: PHONE, url: 'about:blank' });
  await one.page.addInitScript(trapOnDemand);
  await one.page.goto(url);
  await one.moment(600);
  await one.setUp({ programme: /^Five best/ });
  await one.startSession({ pain: 3 });
  await one.press('I am ready');
  for (let i = 0; i < 12; i += 1) await one.page.clock.runFor(1_000);
  const before = [await name(one.page), await count(one.page)];
  await one.page.evaluate(() => {
    window.traps = 1;
  });
  await one.moment(600);
  await one.moment(600);
  equal([await name(one.page), await count(one.page)], before, 'the same movement and repetition');
  const done = await one.finishSession();
  equal(done.seen.length, 5, 'all five movements');
  equal((await one.events('exercise-done')).length, 5, 'each once');
  await one.page.context().close();
});
