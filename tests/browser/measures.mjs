/* Measures: offered below the plan, never before it; filled in with the keyboard alone; shown with what counts; left in
 * peace for the day when left. And relief: "less" after a movement is kept. */
import { AxeBuilder } from '@axe-core/playwright';
import { PHONE } from './lib/browser.mjs';
import { readyPerson } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

const OFFER = /how well do the things go that you want to do again/;

async function goTo(one, route) {
  await one.page.evaluate((to) => {
    location.hash = `/${to}`;
  }, route);
  await one.moment(400);
}

async function axe(one, name) {
  const { violations } = await new AxeBuilder({ page: one.page }).analyze();
  equal(
    violations.map((v) => v.id),
    [],
    `axe on ${name}`,
  );
}

/* Presses what has the focus. */
async function key(one, name) {
  await one.page.keyboard.press(name);
  await one.moment(120);
}

test('own activities: offered on the third day, named, rated, shown; relief is kept', async ({ browser, url }) => {
  const one = await readyPerson(browser, { viewport: PHONE, url });
  ok(!OFFER.test(await one.text()), 'nothing is offered on the first day');
  await one.startSession({ pain: 3 });
  const done = await one.finishSession((name) => (name === 'Cat–cow' ? 'Less' : 'The same'));
  ok(done.taps <= 5, `one tap after each movement, not ${done.taps}`);
  const changes = (await one.events('exercise-done')).map((event) => event.change);
  equal(changes[0], 'less', 'what eased is in the record');
  await one.backToToday();

  await one.wakeAt('2026-03-14T07:20:00+01:00');
  await one.morning(3);
  ok(OFFER.test(await one.text()), 'it is offered below the plan');
  ok(await one.has(/^Start ·/, false), 'and the session does not wait for it');
  await one.press('Not now');
  ok(!OFFER.test(await one.text()), 'left for today');

  await one.wakeAt('2026-03-15T07:20:00+01:00');
  await one.morning(3);
  await one.press('Answer');
  const fields = one.page.locator('.field input');
  equal(await fields.first().inputValue(), 'Pick up a child', 'the goal is the first activity');
  await fields.nth(1).fill('Put on my socks');
  await axe(one, 'naming');
  await one.press('Continue');
  await one.press(/^3\b/, false);
  await axe(one, 'rating');
  await one.press(/^6\b/, false);
  await one.sees('What you want to do again');
  ok((await one.text()).includes('Put on my socks'), 'the activities stand in Progress');
  const kept = (await one.events('measure')).map(({ value, item }) => `${item} ${value}`);
  equal(kept, ['Pick up a child 30', 'Put on my socks 60'], 'tenths of a point, in the words said');
  await goTo(one, 'today');
  ok(!OFFER.test(await one.text()), 'answered: nothing more is offered');

  await goTo(one, 'measure/psfs');
  await one.sees('last time');
  equal(one.errors, [], 'no error in the console');
  await one.page.context().close();
});

test('the Roland-Morris list and looking back, by keyboard alone', async ({ browser, url }) => {
  const one = await readyPerson(browser, { viewport: PHONE, url });
  await goTo(one, 'measure/roland-morris');
  equal(await one.page.getByRole('checkbox').count(), 24, 'twenty-four statements');
  await axe(one, 'the list');
  await one.page.getByRole('checkbox').first().focus();
  await key(one, 'Space');
  await key(one, 'Tab');
  await key(one, 'Tab');
  await key(one, 'Space');
  await one.sees('2 ticked');
  await one.page.getByRole('checkbox').last().focus();
  await key(one, 'Space');
  await key(one, 'Tab');
  await key(one, 'Enter');
  await one.page.getByRole('heading', { name: /^Everyday life with your back/ }).waitFor();
  const [list] = await one.events('measure');
  equal([list.measure, list.value, list.yes], ['roland-morris', 3, [1, 3, 24]], 'the count, and which they were');

  await goTo(one, 'measure/global-change');
  await one.button('Worse').focus();
  await key(one, 'Enter');
  await axe(one, 'looking back');
  await one.button(/^2$/, false).focus();
  await key(one, 'Enter');
  await one.sees('Your last rating was -2');

  await goTo(one, 'measure/oswestry');
  await one.page.getByLabel('Score, 0 to 100').fill('101');
  ok(await one.button('Keep this').isDisabled(), 'a score over 100 is not taken');
  await one.page.getByLabel('Score, 0 to 100').fill('24');
  await one.press('Keep this');
  await goTo(one, 'measure/start-back');
  await one.press('Medium');
  await axe(one, 'Progress');
  const measures = (await one.events('measure')).map(({ measure, value }) => `${measure} ${value}`);
  equal(measures, ['roland-morris 3', 'global-change -2', 'oswestry 24', 'start-back 1'], 'the record');
  await one.page.emulateMedia({ media: 'print' });
  ok(await one.page.getByRole('table').first().isVisible(), 'on paper there is a table of all');
  ok(!(await one.has('Print')), 'and no buttons');
  equal(one.errors, [], 'no error in the console');
  await one.page.context().close();
});
