/* Pain, unwell, change and the keys in a session. */
import { LAPTOP, PHONE } from './lib/browser.mjs';
import { readyPerson } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

async function inSession(browser, url, viewport) {
  const one = await readyPerson(browser, { viewport, url });
  await one.startSession({ pain: 3 });
  await one.press('I am ready');
  await one.moment(1_500);
  return one;
}

test('pain in two taps: a rise of 3 ends the session gently and the movement rests', async ({ browser, url }) => {
  const one = await inSession(browser, url, PHONE);
  await one.press('Pain');
  await one.press(/^1 Back$/, false);
  await one.press(/^6\b/, false);
  const said = await one.text();
  ok(/from 3 to 6/.test(said), `says what happened: ${said.slice(0, 200)}`);
  const reports = await one.events('pain-report');
  ok(reports.length >= 1 && reports[0].pain === 6, 'the report is in the record at once');
  await one.wakeAt('2026-03-13T07:20:00+01:00');
  await one.morning(3);
  const names = await one.page.locator('.mv b').allTextContents();
  ok(names.length > 0 && !names.includes('Cat–cow'), `cat–cow is not in today: ${names}`);
  await one
    .button(/^Why not/, false)
    .first()
    .click();
  await one.moment();
  await one.page.locator('.list-row', { hasText: /^Cat–cow/ }).click();
  await one.moment();
  await one.sees(/Cat–cow is resting until/);
  await one.page.context().close();
});

test('pain pressed by mistake goes back into the same breath', async ({ browser, url }) => {
  const one = await inSession(browser, url, PHONE);
  await one.press('Pain');
  await one.page.keyboard.press('Escape');
  await one.moment();
  ok(await one.has('Pause'), 'the movement goes on');
  equal((await one.events('pain-report')).length, 0, 'nothing was recorded');
  await one.page.context().close();
});

test('leg pain further down stops the movement', async ({ browser, url }) => {
  const one = await inSession(browser, url, PHONE);
  await one.press('Pain');
  await one.press(/Below the knee$/, false);
  await one.press(/^3\b/, false);
  equal((await one.events('pain-report'))[0].further, 1, 'further down');
  ok(/leg/.test(await one.text()), 'says why');
  await one.page.context().close();
});

test('I feel unwell: one list, one tap, the session ends; chest leads to help', async ({ browser, url }) => {
  const one = await inSession(browser, url, PHONE);
  await one.press('I feel unwell');
  await one.press('Pain or pressure in chest, jaw or arm');
  await one.sees('Please get emergency care now');
  equal(
    (await one.events('unwell')).map((event) => event.sign),
    ['chest'],
    'the sign',
  );
  equal(
    (await one.events('session-ended')).map((event) => event.end),
    ['unwell'],
    'the end',
  );
  await one.page.context().close();
});

test('keys: Space pauses, P asks for pain, U for unwell, C changes, Escape goes back', async ({ browser, url }) => {
  const one = await inSession(browser, url, LAPTOP);
  const key = async (name) => {
    await one.page.keyboard.press(name);
    await one.moment();
  };
  await key('Space');
  await one.sees('Paused');
  await key('Space');
  ok(await one.has('Pause'), 'Space goes on');
  await key('c');
  await one.sees('Change this movement');
  await key('Escape');
  ok(await one.has('Pause'), 'closing the sheet goes on');
  await key('u');
  await one.sees('What do you notice?');
  await key('Escape');
  await key('p');
  await one.sees('Where is the furthest you feel it?');
  await key('Escape');
  await key('ArrowRight');
  ok(
    (await one.events('exercise-done')).some((event) => event.end === 'skipped'),
    'arrow skips',
  );
  await one.page.context().close();
});

test('easier in the session is recorded as a swap', async ({ browser, url }) => {
  const one = await inSession(browser, url, PHONE);
  await one.press('Change');
  const easier = one.button(/^Easier/, false);
  if ((await easier.count()) === 0) throw new Error(`nothing easier is offered: ${await one.text()}`);
  await easier.click();
  await one.moment();
  equal(
    (await one.events('exercise-swapped')).map((event) => event.reason),
    ['easier'],
    'the swap',
  );
  await one.page.context().close();
});
