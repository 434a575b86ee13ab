/* Self-tests: offered beside the plan, led by the figure, answered in words, put off with one tap;
 * the plan never waits. */
import { AxeBuilder } from '@axe-core/playwright';
import { PHONE } from './lib/browser.mjs';
import { person, readyPerson } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

const NEXT_DAY = '2026-03-13T07:20:00+01:00';

async function dayTwo(browser, options) {
  const one = await readyPerson(browser, { viewport: PHONE, ...options });
  ok(!(await one.text()).includes('Find out what your back likes'), 'nothing is offered before the first session');
  await one.startSession({ pain: 3, place: 'Thigh' });
  await one.finishSession();
  await one.backToToday();
  ok(!(await one.text()).includes('Find out what your back likes'), 'nor after it, the same day');
  await one.wakeAt(NEXT_DAY);
  await one.morning(3);
  return one;
}

async function look(one, shots, name) {
  const { violations } = await new AxeBuilder({ page: one.page }).analyze();
  equal(
    violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`),
    [],
    `axe on ${name}`,
  );
  if (shots) await one.page.screenshot({ path: `${shots}/selftest-${name}.png` });
}

/* Lets the figure lead until the question after it. */
async function lead(one, heading) {
  for (let i = 0; i < 300; i += 1) {
    await one.page.clock.runFor(1_000);
    const where = await one.page.evaluate(() => document.querySelector('h1')?.textContent ?? '');
    if (where === heading) return;
    if (await one.has('I am ready')) await one.press('I am ready');
  }
  throw new Error(`never came to "${heading}": ${(await one.text()).slice(0, 300)}`);
}

test('a direction test: before, five repetitions, after, and what it means for the plan', async ({
  browser,
  url,
  shots,
}) => {
  const one = await dayTwo(browser, { url });
  await one.sees('Find out what your back likes');
  await one.sees('Does bending forward help?');
  ok(await one.has(/^Start ·/, false), 'the session can be started all the same');
  await look(one, shots, 'offer');
  await one.press('Try it now');
  await look(one, shots, 'what');
  await one.press('Begin');
  await one.press(/^3\b/, false);
  await look(one, shots, 'place');
  await one.press(/^\d Thigh$/, false);
  await one.press('I am ready');
  await one.page.clock.runFor(2_500);
  await look(one, shots, 'lead');
  await lead(one, 'And now, how is your back?');
  await look(one, shots, 'after');
  await one.press(/^4\b/, false);
  await one.press(/^\d Back$/, false);
  if (await one.has('Not yet')) await one.press('It has settled');
  await one.sees('Five more?');
  await look(one, shots, 'more');
  await one.press('That is enough');
  await one.moment(500);
  if (await one.has(/^4\b/, false)) await one.press(/^4\b/, false);
  await one.sees('What this shows');
  await one.sees(/nearer to the middle, from thigh to low back/);
  await look(one, shots, 'found');
  const [found] = await one.events('direction-test');
  equal(
    [found.direction, found.pain_before, found.pain_after, found.place_before, found.place_after, found.reps],
    ['flexion', 3, 4, 'thigh', 'back', 5],
    'the event',
  );
  await one.backToToday();
  ok(!(await one.text()).includes('Find out what your back likes'), 'one a day');
  ok(await one.has(/^Start ·/, false), 'and the session is still there');

  await one.wakeAt('2026-03-13T08:10:00+01:00');
  await one.sees(/Bending forward made your back feel more/);
  await look(one, shots, 'gone');
  await one.press('Yes, it was gone');
  const answers = await one.events('direction-test');
  equal([answers[1].replaces, answers[1].settled], [found.id, 'yes'], 'the answer is a correction of the test');
  await one.page.evaluate(() => {
    location.hash = '/progress';
  });
  await one.sees(/your plan prefers this direction/);
  await look(one, shots, 'progress');
  equal(one.errors, [], 'no error in the console');
  await one.page.context().close();
});

test('"Not today" puts a test off; further out stops it at once and rests the direction', async ({ browser, url }) => {
  const one = await dayTwo(browser, { url });
  await one.press('Not today');
  equal((await one.events('test-skipped')).map((event) => event.test), ['flexion'], 'recorded');
  ok(!(await one.text()).includes('Find out what your back likes'), 'nothing else is offered that day');
  await one.wakeAt('2026-03-14T07:20:00+01:00');
  await one.morning(3);
  await one.sees('Does bending back help?');
  await one.press('Try it now');
  await one.press('Begin');
  await one.press(/^3\b/, false);
  await one.press(/^\d Back$/, false);
  await one.press('I am ready');
  await one.page.clock.runFor(4_000);
  await one.press('Pain');
  await one.press(/^\d Thigh$/, false);
  await one.press(/^3\b/, false);
  await one.sees('Finish with something calm');
  await one.press('End here for today');
  await one.moment(500);
  await one.sees(/The pain moved outwards, from low back to thigh/);
  const [event] = await one.events('direction-test');
  equal([event.place_before, event.place_after], ['back', 'thigh'], 'the event');
  await one.backToToday();
  equal(one.errors, [], 'no error in the console');
  await one.page.context().close();
});

test('pain of 7 before a test: it waits for another day, in words', async ({ browser, url }) => {
  const one = await dayTwo(browser, { url });
  await one.press('Try it now');
  await one.press('Begin');
  await one.press(/^7\b/, false);
  await one.press(/^\d Back$/, false);
  await one.sees(/Your pain is 7 of 10/);
  equal(await one.events('direction-test'), [], 'nothing was tested');
  await one.backToToday();
  ok(await one.has(/^Start ·/, false), 'the session is still there');
  await one.page.context().close();
});

const DIRECTIONS = ['flexion', 'extension', 'side', 'rotation'];
const OTHERS = ['knees', 'psoas-length', 'bridge-override', 'front-hold', 'side-hold', 'sit-to-stand'];

/* The record with every test but one done on the day after the first session. */
function withAllBut(lines, left) {
  const first = JSON.parse(lines[lines.length - 1]);
  const day = first.utc_ms + 86_400_000;
  const done = [...DIRECTIONS, ...OTHERS].filter((test) => test !== left);
  const events = done.map((test, i) => {
    const { id, person: whose, offset_min } = first;
    const own = `${id.slice(0, 28)}${(0xf000 + i).toString(16)}`;
    const head = { id: own, person: whose, device: '0000000c', seq: i + 1 };
    const envelope = { ...head, counter: 5000 + i, utc_ms: day + i, offset_min, v: 1, safety: 0 };
    return DIRECTIONS.includes(test)
      ? {
          ...envelope,
          type: 'direction-test',
          direction: test,
          pain_before: 2,
          pain_after: 2,
          place_before: 'back',
          place_after: 'back',
          reps: 10,
        }
      : { ...envelope, type: 'baseline', test, side: 'both', value: 0 };
  });
  return `${[...lines, ...events.map((event) => JSON.stringify(event))].join('\n')}\n`;
}

/* Twelve days later, on a device of its own, up to the question after the movement. */
async function upToAfter(browser, url, lines, test) {
  const one = await person(browser, { viewport: PHONE, url, at: '2026-03-24T07:20:00+01:00' });
  await one.page.setInputFiles('input[type=file]', {
    name: 'record.jsonl',
    mimeType: 'text/plain',
    buffer: Buffer.from(withAllBut(lines, test)),
  });
  await one.moment(800);
  for (let i = 0; i < 4 && !(await one.has('Try it now')); i += 1) {
    if ((await one.text()).includes('How is your back this morning?')) await one.morning(2);
    else if (await one.has('Not now')) await one.press('Not now');
  }
  ok(await one.has('Try it now'), `${test} is offered: ${(await one.text()).slice(0, 200)}`);
  await one.press('Try it now');
  await one.press('Begin');
  await one.press(/^2\b/, false);
  return one;
}

const TALES = {
  knees: async (one) => {
    await lead(one, 'And now, how is your back?');
    await one.press(/^2\b/, false);
    await one.press('The legs are straight, five breaths done');
    await one.press('With the knees bent');
    await one.sees(/prefers positions that are bent/);
    return [['both', 1]];
  },
  'psoas-length': async (one) => {
    await lead(one, 'And now, how is your back?');
    await one.press(/^2\b/, false);
    await one.press('No - it stayed up');
    await one.press('Yes - it lay flat');
    await one.sees(/tighter than it could be \(left\)/);
    return [
      ['left', 1],
      ['right', 0],
    ];
  },
  'bridge-override': async (one) => {
    await lead(one, 'And now, how is your back?');
    await one.press(/^2\b/, false);
    await one.press('Behind the thighs');
    await one.sees(/Bring the heels a little closer/);
    return [['both', 1]];
  },
  'sit-to-stand': async (one) => {
    await lead(one, 'And now, how is your back?');
    await one.press(/^2\b/, false);
    await one.page.getByLabel('Times').fill('12');
    await one.press('Continue');
    await one.sees('You stood up 12 times.');
    return [['both', 12]];
  },
  'front-hold': async (one) => {
    await one.press('I am ready');
    await one.page.clock.runFor(14_000);
    await one.press('I let go');
    await lead(one, 'And now, how is your back?');
    await one.press(/^2\b/, false);
    await one.sees(/Held for 1\d seconds/);
    return [['both', null]];
  },
  'side-hold': async (one) => {
    await lead(one, 'And now, how is your back?');
    await one.press(/^2\b/, false);
    await one.sees(/Held for (29|30) seconds on the left, (29|30) on the right/);
    return [
      ['left', null],
      ['right', null],
    ];
  },
};

test('the other tests: each is led, asked in plain words, and said', async ({ browser, url }) => {
  const first = await readyPerson(browser, { viewport: PHONE, url });
  await first.startSession({ pain: 2 });
  await first.finishSession();
  const lines = await first.lines();
  await first.page.context().close();
  for (const test of OTHERS) {
    const one = await upToAfter(browser, url, lines, test);
    const wanted = await TALES[test](one);
    const events = (await one.events('baseline')).filter((event) => event.test === test);
    equal(
      events.map((event, i) => [event.side, wanted[i][1] === null ? null : event.value]),
      wanted,
      test,
    );
    ok(
      events.every((event) => typeof event.movement === 'string'),
      `${test}: with which movement`,
    );
    equal(one.errors, [], `${test}: no error in the console`);
    await one.page.context().close();
  }
});
