/* A person at the app: what one reads and presses, by the words on the screen. Time is Playwright's clock: it stands
 * still until a journey lets it pass, so that three days take a minute. */
export const HOUR_MS = 3_600_000;
const STEPS_MAX = 900;

export class Person {
  constructor(page) {
    this.page = page;
    this.errors = [];
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  button(name, exact = true) {
    return this.page.getByRole('button', { name, exact });
  }

  /* Lets a moment pass: real time for the store, the page's time for what waits on it. */
  async moment(ms = 300) {
    await this.page.clock.runFor(ms);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await this.page.clock.runFor(50);
  }

  async press(name, exact = true) {
    await this.button(name, exact).first().click();
    await this.moment();
  }

  async sees(text) {
    await this.page.getByText(text).first().waitFor({ timeout: 10_000 });
  }

  async text() {
    return this.page.evaluate(() => document.body.innerText);
  }

  async has(name, exact = true) {
    return (await this.button(name, exact).count()) > 0;
  }

  /* First run up to today; `answers` are given by question number from 1, all others are "No". */
  async setUp({ goal = 'Pick up a child', confidence = 6, programme = null, answers = {} } = {}) {
    await this.press(goal);
    await this.press('Continue');
    await this.press(new RegExp(`^${confidence}\\b`), false);
    await this.page.getByLabel('Year of birth').fill('1985');
    await this.press('No');
    await this.press('Continue');
    await this.press('None of these');
    await this.press('Continue');
    await this.answerScreening(answers);
    await this.press('Yes, this is right');
    if (programme) await this.press(programme, false);
    await this.press('Start with this');
  }

  async answerScreening(answers = {}) {
    for (let n = 1; n <= 60; n += 1) {
      if (!(await this.has('No'))) return;
      for (const answer of [answers[n] ?? ['No']].flat()) await this.press(answer);
    }
  }

  async startSession({ pain = 3, place = 'Back' } = {}) {
    await this.button(/^(Start ·|Once more ·|Go on$)/, false)
      .first()
      .click();
    await this.moment();
    await this.press(new RegExp(`^${pain}\\b`), false);
    if (pain > 0) await this.press(new RegExp(`^\\d ${place}$`), false);
  }

  /* Leads the session to its end; `answer` gives the words after each movement. Returns the taps it took. */
  async finishSession(answer = () => 'The same') {
    let taps = 0;
    const seen = [];
    for (let i = 0; i < STEPS_MAX; i += 1) {
      await this.page.clock.runFor(1_000);
      const where = await this.page.evaluate(() => document.querySelector('h1')?.textContent ?? '');
      if (where === 'Done for today' || where === 'That is enough for today') return { taps, seen };
      if (where === 'How is your back now, against before?') {
        const name = await this.page.evaluate(() => document.querySelector('.s-name')?.textContent ?? '');
        seen.push(name.replace(/ · done$/, ''));
        const words = answer(seen[seen.length - 1], seen.length);
        const effort = await this.has('Easy');
        if (effort && words === 'Less') await this.press('My back feels less than before');
        if (effort && (words === 'Less' || words === 'The same')) await this.press('Easy');
        else await this.press(new RegExp(`^${words}`), false);
        taps += 1;
      } else if (where === 'How is your back at the end?') {
        await this.press(/^3\b/, false);
        taps += 1;
      } else if (await this.has('I am ready')) {
        await this.press('I am ready');
      } else if (await this.has('Not yet')) {
        await this.press('It has settled');
        taps += 1;
      }
    }
    throw new Error(`the session did not end: ${(await this.text()).slice(0, 300)}`);
  }

  async backToToday() {
    await this.press('Back to today');
  }

  /* To a time of another day, by sleeping: the page is read anew, as a person would open it in the morning. */
  async wakeAt(iso) {
    await this.page.clock.setSystemTime(new Date(iso));
    await this.page.reload();
    await this.moment(600);
  }

  async morning(pain, soreness = 'None') {
    await this.sees('How is your back this morning?');
    await this.press(new RegExp(`^${pain}\\b`), false);
    await this.press(soreness);
    await this.moment(400);
  }

  /* The record on this device, as lines. */
  lines() {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const open = indexedDB.open('keel');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const all = open.result.transaction('events').objectStore('events').getAll();
            all.onsuccess = () => {
              open.result.close();
              resolve(all.result.map((row) => row.line));
            };
          };
        }),
    );
  }

  async events(type) {
    return (await this.lines()).map((line) => JSON.parse(line)).filter((event) => event.type === type);
  }
}

const ready = new Map();

/* A person who has been through the first run with "Five best"; done once a site, then taken from its stored state. */
export async function readyPerson(browser, options) {
  const { origin } = new URL(options.url);
  if (!ready.has(origin)) {
    const first = await person(browser, { ...options, viewport: { width: 390, height: 844 } });
    await first.setUp({ programme: /^Five best/ });
    ready.set(origin, await first.page.context().storageState({ indexedDB: true }));
    await first.page.context().close();
  }
  return person(browser, { ...options, storageState: ready.get(origin) });
}

/* A browser context of a person: phone, English, Berlin, clock at `at`. */
export async function person(browser, { viewport, at = '2026-03-12T07:10:00+01:00', url, ...more }) {
  const context = await browser.newContext({
    viewport,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...more,
  });
  const page = await context.newPage();
  await page.clock.install({ time: new Date(at) });
  await page.goto(url);
  const one = new Person(page);
  await one.moment(600);
  return one;
}
