/* Screening: "not sure" asks again, an emergency answer locks, and the two ways back. */
import { PHONE } from './lib/browser.mjs';
import { person } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

test('an emergency answer locks at once; pressed by mistake: asked again in full, both kept', async ({
  browser,
  url,
}) => {
  const one = await person(browser, { viewport: PHONE, url });
  await one.press('It hurts now: something gentle');
  await one.press('No');
  await one.press('Yes');
  await one.sees('Please get emergency care now');
  ok(await one.page.getByRole('link', { name: /Call \d+/ }).count(), 'one button to call');
  await one.wakeAt('2026-03-12T07:20:00+01:00');
  await one.sees('Please get emergency care now');
  await one.press('I pressed that by mistake');
  await one.press('Yes, ask me again');
  await one.answerScreening();
  await one.sees('Good morning');
  const answers = await one.events('screening-answer');
  ok(
    answers.filter((event) => event.question === answers[1].question).length === 2,
    'both answers stay in the record',
  );
  equal(
    (await one.events('clearance')).map((event) => event.kind),
    ['mistake'],
    'the clearance',
  );
  ok((await one.button(/^Start/, false).count()) > 0, 'and there is something to do');
  await one.page.context().close();
});

test('an emergency sign, assessed: not before the next day, then again gently', async ({ browser, url }) => {
  const one = await person(browser, { viewport: PHONE, url });
  await one.press('It hurts now: something gentle');
  await one.press('Yes');
  await one.press('I have been seen by a clinician');
  await one.sees(/on Friday at the earliest/);
  await one.wakeAt('2026-03-13T08:00:00+01:00');
  await one.press('I have been seen by a clinician');
  await one.page.getByLabel('By whom').selectOption({ label: 'Emergency doctor' });
  await one.press('Start again gently');
  ok(!(await one.text()).includes('Please get emergency care now'), 'the day after it is open again');
  equal(
    (await one.events('clearance')).map((event) => event.role),
    ['Emergency doctor'],
    'recorded by role',
  );
  await one.page.context().close();
});

test('"I am not sure" asks once more with examples; still unsure counts one tier lower', async ({ browser, url }) => {
  const one = await person(browser, { viewport: PHONE, url });
  await one.press('It hurts now: something gentle');
  await one.press('I am not sure');
  await one.sees('One more look, with examples.');
  await one.press('Still not sure');
  await one.sees('Please speak to a clinician today');
  const rounds = (await one.events('screening-answer')).map((event) => event.round);
  equal(rounds, [1, 2], 'both rounds are in the record');
  await one.page.context().close();
});

test('something gentle: the questions that must be, then the calm set', async ({ browser, url }) => {
  const one = await person(browser, { viewport: PHONE, url });
  await one.press('It hurts now: something gentle');
  await one.answerScreening();
  await one.sees('Good morning');
  ok((await one.page.locator('.mv').count()) >= 1, 'at least one movement');
  await one.startSession({ pain: 7 });
  await one.finishSession();
  await one.page.context().close();
});
