/* Two devices, one server; the server away and back. */
import { LAPTOP, PHONE } from './lib/browser.mjs';
import { person } from './lib/person.mjs';
import { serveKeel } from './lib/keel.mjs';
import { equal, ok, test } from './lib/tests.mjs';

test('a second device is asked whose it is, and shows the same plan', async ({ browser, keel, app }) => {
  const server = await serveKeel(keel, app);
  try {
    const phone = await person(browser, { viewport: PHONE, url: server.link });
    await phone.setUp({ programme: /^Five best/ });
    await phone.moment(500);
    await phone.sees('Synced');
    const laptop = await person(browser, { viewport: LAPTOP, url: server.link });
    await laptop.sees('Whose device is this?');
    await laptop.page.locator('.choice').first().click();
    await laptop.moment(900);
    await laptop.press('Not now');
    await laptop.sees('Cat–cow');
    equal((await laptop.lines()).length, (await phone.lines()).length, 'the same record');
    await phone.page.context().close();
    await laptop.page.context().close();
  } finally {
    await server.stop();
  }
});

test('server away: everything goes on, "Will sync later"; back: synced by itself', async ({ browser, keel, app }) => {
  const server = await serveKeel(keel, app);
  try {
    const one = await person(browser, { viewport: PHONE, url: server.link });
    await one.setUp({ programme: /^Five best/ });
    await one.sees('Synced');
    await server.pause();
    await one.startSession({ pain: 2 });
    await one.finishSession();
    await one.backToToday();
    await one.moment(800);
    await one.sees('Will sync later');
    await server.again();
    for (let i = 0; i < 40 && !(await one.text()).includes('Synced'); i += 1) await one.moment(10_000);
    await one.sees('Synced');
    const lines = await one.lines();
    equal((await server.events(JSON.parse(lines[0]).person)).length, lines.length, 'nothing lost, nothing twice');
    await one.page.context().close();
  } finally {
    await server.stop();
  }
});

test('without the token nothing is asked of the server', async ({ browser, keel, app }) => {
  const server = await serveKeel(keel, app);
  try {
    const asked = [];
    const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
    const page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.origin}/`);
    await page.getByText('What is one thing you would like to do again?').waitFor();
    ok(!asked.some((url) => url.includes('/api/')), 'no request to the api');
    ok(
      asked.every((url) => url.startsWith(server.origin)),
      'no third party',
    );
    await context.close();
  } finally {
    await server.stop();
  }
});
