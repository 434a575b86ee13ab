/* A picture of each screen, phone and laptop, light and dark, for people to look at (only with KEEL_SHOTS=folder). */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { LANDSCAPE, LAPTOP, PHONE, SMALL } from './lib/browser.mjs';
import { person } from './lib/person.mjs';
import { test } from './lib/tests.mjs';

const SIZES = [
  ['phone', PHONE, 'light'],
  ['phone-dark', PHONE, 'dark'],
  ['laptop', LAPTOP, 'light'],
  ['laptop-dark', LAPTOP, 'dark'],
  ['small', SMALL, 'light'],
  ['landscape', LANDSCAPE, 'light'],
];

async function takePictures({ browser, url, shots }) {
  mkdirSync(shots, { recursive: true });
  for (const [size, viewport, colorScheme] of SIZES) {
    const one = await person(browser, { viewport, url, colorScheme });
    const shot = (name, fullPage = false) =>
      one.page.screenshot({ path: path.join(shots, `${name}-${size}.png`), fullPage });
    await shot('goal');
    await one.setUp({ programme: /^Five best/ });
    await shot('today');
    for (const route of ['progress', 'movements', 'movement/cat-cow', 'education', 'why/glute-bridge', 'settings']) {
      await one.page.evaluate((to) => {
        location.hash = `/${to}`;
      }, route);
      await one.moment(500);
      await shot(route.split('/')[0], true);
    }
    await one.page.evaluate(() => {
      location.hash = '/today';
    });
    await one.moment(400);
    await one.startSession();
    await shot('set-up');
    await one.press('I am ready');
    await one.moment(2_000);
    await shot('session');
    await one.press('I feel unwell');
    await shot('unwell');
    await one.page.keyboard.press('Escape');
    await one.moment();
    await one.press('Pain');
    await shot('pain-where');
    await one.press(/^1 Back$/, false);
    await shot('pain-much');
    await one.press(/^5\b/, false);
    await shot('settled');
    await one.press('Not yet');
    await shot('pain-done');
    await one.page.locator('.big').click();
    await one.moment();
    await one.finishSession();
    await shot('ended');
    await one.backToToday();
    await one.wakeAt('2026-03-13T07:10:00+01:00');
    await shot('morning');
    await one.page.context().close();
  }
}

if (process.env.KEEL_SHOTS) test('pictures of every screen', takePictures);
