/* Accessibility: axe on every screen in light and dark, focus, live regions, touch sizes, 200 % zoom. */
import { AxeBuilder } from '@axe-core/playwright';
import { PHONE } from './lib/browser.mjs';
import { person, readyPerson } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

async function axe(one, name) {
  const { violations } = await new AxeBuilder({ page: one.page }).analyze();
  const said = violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 2)
        .map((node) => node.html.slice(0, 120))
        .join(' ; ')}`,
  );
  one.found = [...(one.found ?? []), ...said.map((line) => `${name}: ${line}`)];
}

async function goTo(one, route) {
  await one.page.evaluate((to) => {
    location.hash = `/${to}`;
  }, route);
  await one.moment(400);
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ browser, url }) => {
    const one = await person(browser, { viewport: PHONE, url, colorScheme });
    await axe(one, 'goal');
    await one.setUp({ programme: /^Five best/ });
    await axe(one, 'today');
    for (const route of ['progress', 'movements', 'movement/cat-cow', 'education', 'why/cat-cow', 'settings']) {
      await goTo(one, route);
      await axe(one, route);
    }
    await goTo(one, 'today');
    await one
      .button(/^Start/, false)
      .first()
      .click();
    await one.moment();
    await axe(one, 'before');
    await one.press(/^3\b/, false);
    await axe(one, 'where');
    await one.press(/^1 Back$/, false);
    await axe(one, 'set-up');
    await one.press('I am ready');
    await axe(one, 'movement');
    await one.press('Change');
    await axe(one, 'change');
    await one.page.keyboard.press('Escape');
    await one.press('I feel unwell');
    await axe(one, 'unwell');
    await one.page.keyboard.press('Escape');
    await one.press('Pain');
    await one.press(/^1 Back$/, false);
    await axe(one, 'how much');
    await one.press(/^5\b/, false);
    await axe(one, 'settled');
    await one.press('Not yet');
    await axe(one, 'decided');
    await one.page.locator('.big').click();
    await one.finishSession();
    await axe(one, 'ended');
    await one.backToToday();
    await one.wakeAt('2026-03-13T07:20:00+01:00');
    await axe(one, 'morning');
    equal(one.found, [], 'axe');
    await one.page.context().close();
  });
}

test('axe on the lock', async ({ browser, url }) => {
  const one = await person(browser, { viewport: PHONE, url });
  await one.press('It hurts now: something gentle');
  await axe(one, 'screening');
  await one.press('Yes');
  await axe(one, 'lock');
  equal(one.found, [], 'axe');
  await one.page.context().close();
});

test('a screen reader can do the session: cue announced, figure named, focus in the sheet and back', async ({
  browser,
  url,
}) => {
  const one = await readyPerson(browser, { viewport: PHONE, url });
  await one.startSession();
  await one.press('I am ready');
  const live = await one.page.evaluate(() => document.querySelector('.cue')?.getAttribute('aria-live'));
  equal(live, 'polite', 'the cue is a live region');
  ok(await one.page.locator('.scene canvas[role=img][aria-label]').count(), 'the figure has a name');
  await one.button('I feel unwell').focus();
  await one.page.keyboard.press('Enter');
  await one.moment();
  const first = await one.page.evaluate(() => document.activeElement?.textContent ?? '');
  ok(first.startsWith('Pain or pressure'), `the sheet's first answer has the focus, not "${first}"`);
  await one.page.keyboard.press('Escape');
  await one.moment();
  equal(await one.page.evaluate(() => document.activeElement?.textContent), 'I feel unwell', 'and it goes back');
  await one.page.context().close();
});

test('everything that is pressed is large enough, and nothing is cut off at 320 px (200 % zoom)', async ({
  browser,
  url,
}) => {
  const one = await person(browser, { viewport: { width: 320, height: 640 }, url });
  const check = async (name) => {
    const found = await one.page.evaluate(() => {
      const small = Array.from(document.querySelectorAll('button, a[href], input, select'))
        .filter(
          (element) => element.checkVisibility() && !element.closest('.vh') && !element.classList.contains('vh'),
        )
        .map((element) => [
          element.textContent || element.getAttribute('aria-label'),
          element.getBoundingClientRect(),
        ])
        .filter(([, box]) => box.width > 1 && (box.height < 44 || box.width < 44))
        .map(([text, box]) => `${text} ${box.width}x${box.height}`);
      return { small, wide: document.documentElement.scrollWidth };
    });
    equal(found.small, [], `${name}: smaller than 44 px`);
    ok(found.wide <= 320, `${name}: scrolls sideways (${found.wide})`);
  };
  await check('goal');
  await one.setUp({ programme: /^Five best/ });
  await check('today');
  await one.startSession();
  await check('set-up');
  await one.press('I am ready');
  await check('movement');
  await one.press('Pain');
  await check('where');
  await one.page.context().close();
});
