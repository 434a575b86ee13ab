/* The record as one file, out and in; erasing all of it. */
import { readFileSync } from 'node:fs';
import { PHONE } from './lib/browser.mjs';
import { person, readyPerson } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

test('save the record, erase everything, open it again: the same plan', async ({ browser, url }) => {
  const one = await readyPerson(browser, { viewport: PHONE, url, acceptDownloads: true });
  const lines = await one.lines();
  await one.page.evaluate(() => {
    location.hash = '/settings';
  });
  await one.moment();
  const waiting = one.page.waitForEvent('download');
  await one.button('Save my record as a file').click();
  const file = await (await waiting).path();
  equal(readFileSync(file, 'utf8').trim().split('\n'), lines, 'the file holds the record line by line');
  await one.press('Erase everything');
  await one.press('Erase it');
  await one.moment(800);
  await one.sees('What is one thing you would like to do again?');
  equal((await one.lines()).length, 0, 'nothing is left');
  await one.page.setInputFiles('input[type=file]', file);
  await one.moment(600);
  await one.press('Not now');
  await one.sees('Cat–cow');
  equal(await one.lines(), lines, 'the same record again');
  await one.page.context().close();
});

test('a damaged file is refused with a sentence, and nothing changes', async ({ browser, url }) => {
  const one = await person(browser, { viewport: PHONE, url });
  await one.setUp();
  const before = await one.lines();
  await one.page.evaluate(() => {
    location.hash = '/settings';
  });
  await one.moment();
  await one.page.setInputFiles('input[type=file]', {
    name: 'bad.jsonl',
    mimeType: 'text/plain',
    buffer: Buffer.from('{"id":"zz","type":"morning-check"}\n'),
  });
  await one.moment();
  await one.sees(/This file could not be read/);
  equal(await one.lines(), before, 'the record is as it was');
  await one.page.evaluate(() => {
    location.hash = '/today';
  });
  await one.moment();
  ok((await one.page.locator('.mv').count()) > 0, 'the plan still stands');
  await one.page.context().close();
});
