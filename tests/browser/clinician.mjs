/* The clinician's hand: a person's file opened apart from the device's own record, changed within bounds, given back,
 * and read again by the person. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LAPTOP, PHONE } from './lib/browser.mjs';
import { person, readyPerson } from './lib/person.mjs';
import { equal, ok, test } from './lib/tests.mjs';

const SMALL_PHONE = { width: 375, height: 812 };

async function goTo(one, route) {
  await one.page.evaluate((to) => {
    location.hash = `/${to}`;
  }, route);
  await one.moment(400);
}

async function withFile(lines, run) {
  const folder = mkdtempSync(path.join(tmpdir(), 'keel-clinician-'));
  const file = path.join(folder, 'record.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  try {
    await run(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function open(one, file) {
  one.page.setDefaultTimeout(10_000);
  await goTo(one, 'clinician');
  await one.page.setInputFiles('input[type=file]', file);
  await one.moment(500);
  await one.sees(/You are looking at .* as a clinician/);
}

/* Opens the panel of a movement, chooses, says why, signs the first time, adds. */
async function change(one, movement, what, { dose, until, reason = 'seen today', sign } = {}) {
  await goTo(one, 'clinician/movements');
  await one.page.getByLabel('Search').fill(movement);
  await one.moment();
  await one.press(`Change ${movement}`);
  await one.page.locator('.sheet select').first().selectOption({ label: what });
  if (dose) await one.page.getByLabel(/^(Dose|Not more than)/).selectOption({ label: dose });
  if (until) await one.page.getByLabel(/^Until/).fill(until);
  await one.page.getByLabel('Why').fill(reason);
  await one.press('Add this change');
  if (sign) {
    await one.page.getByLabel('Name').fill(sign);
    await one.page.locator('.sheet .big').click();
  }
  await one.moment();
}

async function savedFile(one, folder) {
  const waiting = one.page.waitForEvent('download');
  await one.button(/^Save the file/, false).click();
  const copy = path.join(folder, 'given-back.jsonl');
  await (await waiting).saveAs(copy);
  return copy;
}

const editsOf = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((event) => event.type === 'clinician-edit');

test('a clinician opens a file, prescribes within bounds, gives it back; the person reads it', async ({
  browser,
  url,
}) => {
  const patient = await readyPerson(browser, { viewport: PHONE, url });
  const lines = await patient.lines();
  await withFile(lines, async (file, folder) => {
    const own = await readyPerson(browser, { viewport: LAPTOP, url, acceptDownloads: true });
    const before = await own.lines();
    await open(own, file);
    await change(own, 'Bridge', 'Put on the home programme', { dose: '2 × 8', sign: 'A. Example' });
    await change(own, 'Cat–cow', 'Put on the home programme');
    await change(own, 'Half moon', 'Take it out', { until: '2026-04-01' });
    await goTo(own, 'clinician/numbers');
    await own.press('Change how much more pain ends a movement');
    await own.page.locator('input[type=number]').fill('7');
    await own.page.getByLabel('Why').fill('irritable');
    await own.press('Add this change');
    await own.sees(/Not taken: larger than this number may be/);
    await own.page.locator('input[type=number]').fill('2');
    await own.press('Add this change');
    const copy = await savedFile(own, folder);
    const given = readFileSync(copy, 'utf8');
    ok(given.startsWith(lines.map((line) => `${line}\n`).join('')), 'what came in goes out byte for byte');
    const edits = editsOf(copy);
    equal(
      edits.map((edit) => [edit.edit, edit.movement ?? edit.threshold]),
      [
        ['prescribe', 'glute-bridge'],
        ['prescribe', 'cat-cow'],
        ['forbid', 'half-moon'],
        ['threshold', 'rise-stop'],
      ],
      'the changes',
    );
    const first = JSON.parse(lines[0]);
    for (const edit of edits) {
      equal([edit.name, edit.role, edit.person], ['A. Example', 'Physiotherapist', first.person], 'signed');
      ok(edit.device !== first.device, 'a device of its own');
      ok(edit.reason.length > 0, 'a reason');
    }
    equal(await own.lines(), before, "the device's own record is as it was");
    await own.page.context().close();

    await goTo(patient, 'settings');
    await patient.page.setInputFiles('input[type=file]', copy);
    await patient.moment(600);
    await patient.sees('4 new entries.');
    await goTo(patient, 'today');
    await patient.sees('Your physiotherapist changed something.');
    equal(
      await patient.page.locator('.mv b').allInnerTexts(),
      ['Bridge', 'Cat–cow'],
      'the list, in its order',
    );
    await patient.press('See what');
    await patient.sees('Bridge: on your list, 2 × 8');
    await patient.press('Close');
    equal(await patient.page.getByText('Your physiotherapist changed something.').count(), 0, 'read once');
    equal(patient.errors, [], 'errors');
  });
  await patient.page.context().close();
});

test('an emergency answer is cleared by a clinician, never overridden, and not on the same day', async ({
  browser,
  url,
}) => {
  const patient = await person(browser, { viewport: PHONE, url });
  await patient.press('It hurts now: something gentle');
  await patient.press('Yes');
  const lines = await patient.lines();
  await patient.page.context().close();
  await withFile(lines, async (file, folder) => {
    const own = await person(browser, { viewport: LAPTOP, url, acceptDownloads: true });
    await open(own, file);
    await own.sees('An answer like this cannot be overridden, only cleared.');
    await own.press('Seen and cleared');
    await own.sees(/After an emergency answer this is possible from/);
    await own.page.locator('.sheet .btn').click();
    await own.page.clock.setSystemTime(new Date('2026-03-13T09:00:00+01:00'));
    await change(own, 'Cat–cow', 'Put on the home programme', { sign: 'A. Example' });
    await goTo(own, 'clinician/overview');
    await own.press('Seen and cleared');
    await own.press('Cleared today, A. Example');
    await own.moment();
    equal(await own.page.getByText('An answer like this cannot be overridden').count(), 0, 'nothing holds the plan');
    const copy = await savedFile(own, folder);
    ok(readFileSync(copy, 'utf8').includes('"kind":"clinician"'), 'the clearance is in the file');
    equal(own.errors, [], 'errors');
    await own.page.context().close();
  });
});

test('a gate opens with an end date only, and taking back closes it', async ({ browser, url }) => {
  const patient = await readyPerson(browser, { viewport: PHONE, url });
  const lines = await patient.lines();
  const last = JSON.parse(lines[lines.length - 1]);
  const { person: who, device, utc_ms, offset_min, v } = last;
  const [seq, counter] = [last.seq + 1, last.counter + 1];
  const envelope = { id: 'f'.repeat(32), person: who, device, seq, counter, utc_ms, offset_min, v, safety: 0 };
  const fracture = { ...envelope, type: 'condition', condition: 'vertebral-fracture', has: 1 };
  await patient.page.context().close();
  await withFile([...lines, JSON.stringify(fracture)], async (file, folder) => {
    const own = await person(browser, { viewport: LAPTOP, url, acceptDownloads: true });
    await open(own, file);
    const gate = 'Open it although: turning all the way';
    await change(own, 'Seated twist', gate, { until: '2026-07-01', sign: 'A. Example' });
    await own.sees(/Not taken: a gate is opened for twelve weeks at most/);
    await own.page.getByLabel(/^Until/).fill('2026-04-01');
    await own.press('Add this change');
    await goTo(own, 'clinician/edits');
    await own.sees(/Seated twist, opened: turning all the way/);
    await own.press('Take back');
    await own.page.getByLabel('Why').fill('no longer needed');
    await own.page.locator('.sheet .btn').click();
    await own.moment();
    await own.sees('Nothing is changed.');
    const copy = await savedFile(own, folder);
    ok(readFileSync(copy, 'utf8').includes('no longer needed'), 'who took it back, and why, is in the record');
    equal(own.errors, [], 'errors');
    await own.page.context().close();
  });
});

for (const colorScheme of ['light', 'dark']) {
  test(`a clinician's pages: axe finds nothing, ${colorScheme}`, async ({ browser, url, shots }) => {
    const patient = await readyPerson(browser, { viewport: PHONE, url });
    const lines = await patient.lines();
    await patient.page.context().close();
    const record = process.env.KEEL_RECORD ? readFileSync(process.env.KEEL_RECORD, 'utf8').trim().split('\n') : lines;
    const at = process.env.KEEL_RECORD ? '2026-03-31T10:00:00+02:00' : '2026-03-12T09:00:00+01:00';
    await withFile(record, async (file) => {
      for (const viewport of [SMALL_PHONE, LAPTOP]) {
        const own = await person(browser, { viewport, url, colorScheme, at });
        const found = [];
        const look = async (name) => {
          const { violations } = await new AxeBuilder({ page: own.page }).analyze();
          for (const v of violations) found.push(`${name}: ${v.id} ${v.nodes[0]?.html.slice(0, 120)}`);
          const wide = await own.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) found.push(`${name}: ${wide} px too wide at ${viewport.width}`);
          if (shots)
            await own.page.screenshot({
              path: path.join(shots, `clinician-${name}-${viewport.width}-${colorScheme}.png`),
              fullPage: true,
            });
        };
        await goTo(own, 'clinician');
        await look('open');
        await open(own, file);
        await change(own, 'Bridge', 'Put on the home programme', { dose: '2 × 8', sign: 'A. Example' });
        await change(own, 'Cat–cow', 'Set the most it may have', { dose: '8 times', until: '2026-05-01' });
        for (const page of ['overview', 'movements', 'log', 'numbers', 'edits', 'print']) {
          await goTo(own, `clinician/${page}`);
          await look(page);
        }
        await goTo(own, 'clinician/movements');
        await own.press('Change Bridge');
        await look('panel');
        equal(found, [], 'axe and width');
        equal(own.errors, [], 'errors');
        await own.page.context().close();
      }
    });
  });
}

test('the home programme is one A4 page for up to six movements', async ({ browser, url, shots }) => {
  const patient = await readyPerson(browser, { viewport: PHONE, url });
  const lines = await patient.lines();
  await patient.page.context().close();
  await withFile(lines, async (file) => {
    const own = await person(browser, { viewport: LAPTOP, url });
    await open(own, file);
    const movements = ['Bridge', 'Cat–cow', 'Half moon', 'Seated twist', 'Segmental roll', 'Pelvic tilt'];
    for (const [i, movement] of movements.entries())
      await change(own, movement, 'Put on the home programme', i === 0 ? { sign: 'A. Example' } : {});
    await goTo(own, 'clinician/print');
    await own.moment(600);
    equal(await own.page.locator('.sheet-items li').count(), 6, 'movements');
    equal(await own.page.locator('svg.sheet-figure path').count().then((n) => n > 60), true, 'figures are drawn');
    await own.sees(/Prescribed by A. Example, Physiotherapist/);
    const cut = await own.page.evaluate(() => {
      const sheet = document.querySelector('.a4');
      return sheet.scrollHeight - sheet.clientHeight;
    });
    ok(cut <= 1, `nothing is cut off: ${cut}`);
    const pdf = await own.page.pdf({ preferCSSPageSize: true, printBackground: true });
    if (shots) writeFileSync(path.join(shots, 'home-programme.pdf'), pdf);
    equal(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length, 1, 'pages');
    await own.page.context().close();
  });
});
