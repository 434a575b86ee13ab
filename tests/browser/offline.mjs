/* No network: the app starts, plans and leads from its own cache; a new version waits for the end of a session. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PHONE } from './lib/browser.mjs';
import { Person } from './lib/person.mjs';
import { serveStatic } from './lib/static.mjs';
import { equal, ok, test } from './lib/tests.mjs';

async function withWorker(browser, url) {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
    }
  });
  return { context, page };
}

test('offline: starts from the cache, plans and shows the figures', async ({ browser, app }) => {
  const site = await serveStatic(app);
  const { context, page } = await withWorker(browser, site.url);
  await site.close();
  await page.reload();
  await page.getByText('What is one thing you would like to do again?').waitFor();
  await page.clock.install();
  const one = new Person(page);
  await one.setUp();
  ok((await page.locator('.mv').count()) >= 2, 'a plan');
  const drawn = await page.evaluate(() => {
    const canvas = document.querySelector('.mv canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value > 0);
  });
  ok(drawn, 'the first figure is drawn');
  await context.close();
});

test('a new version is one whole set and never swaps under a session', async ({ browser, app }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keel-set-'));
  cpSync(app, folder, { recursive: true });
  const site = await serveStatic(folder);
  const { context, page } = await withWorker(browser, site.url);
  const caches = () => page.evaluate(() => window.caches.keys());
  const before = await caches();
  equal(before.length, 1, 'one set');
  writeFileSync(
    path.join(folder, 'sw.js'),
    readFileSync(path.join(app, 'sw.js'), 'utf8').replaceAll(before[0].slice(5), '0123456789abcdef'),
  );
  writeFileSync(path.join(folder, 'app.css'), `${readFileSync(path.join(app, 'app.css'), 'utf8')}\n`);
  await page.evaluate(() =>
    navigator.serviceWorker.getRegistration().then((one) => one.update().catch(() => undefined)),
  );
  await page.waitForTimeout(800);
  ok((await caches()).includes(before[0]), 'a set whose files do not match their hashes is not taken');
  const works = await page.evaluate(() => fetch('app.css').then((answer) => answer.ok));
  ok(works, 'the old set still serves');
  await context.close();
  await site.close();
  rmSync(folder, { recursive: true });
});
