/* What a clinician wants first: what locks, what was answered, where the person is and why, the curves, the tests. */
import { useState } from 'preact/hooks';
import { dayAndMonth, untilWord } from '../app/time';
import type { ScreenAnswer } from '../core/clinician';
import type { Lock } from '../core/types';
import { Chart } from '../parts/chart';
import { Btn, Note, Sheet, Title } from '../parts/parts';
import { cutBytes } from '../setup/goal';
import { dateLocale, ruleText, t } from '../text/text';
import { SignForm } from './sign';
import type { Line, Sitting } from './sitting';

const ROLE_BYTES_MAX = 60;

export function OverviewPage({ sitting }: { sitting: Sitting }) {
  const { today, progress } = sitting;
  return (
    <>
      <Title small>{t('ui.clin.page.overview')}</Title>
      <div class="clin-grid">
        <Locks sitting={sitting} />
        <section class="card">
          <h2 class="h3">{t('ui.clin.where')}</h2>
          <p>
            <b class="mid">{t('ui.clin.stage', t(`stage.${today.stage}`))}</b>{' '}
            {ruleText(today.stage_rule, today.stage_inputs)}
          </p>
          {today.stage_today !== today.stage && (
            <p>
              {t('ui.clin.stage-today', t(`stage.${today.stage_today}`))}{' '}
              {ruleText(today.stage_today_why.rule, today.stage_today_why.inputs)}
            </p>
          )}
          {today.holds && <p>{ruleText(today.holds.rule, today.holds.inputs)}</p>}
          <p class="soft s">
            {t('ui.clin.programme', t(`programme.${today.programme}.name`))}{' '}
            {t('ui.clin.sessions', progress.sessions)}
          </p>
          {today.goal && <p class="soft s">{t('ui.clin.goal', today.goal.text)}</p>}
          {sitting.replay.incomplete && <Note>{ruleText('log.incomplete', [])}</Note>}
        </section>
        <Body lines={sitting.lines} />
        <Curve title={t('ui.clin.pain')} points={progress.pain} />
        <Curve
          title={t('ui.clin.mornings')}
          points={progress.mornings.map((one) => ({ date: one.date, value: one.pain }))}
        />
        <Curve title={t('ui.clin.confidence')} points={progress.confidence} />
        <Tests lines={sitting.lines} />
        <Answers answers={sitting.view.screening} />
      </div>
    </>
  );
}

function Curve({ title, points }: { title: string; points: readonly { date: number; value: number }[] }) {
  const first = points[0];
  const last = points[points.length - 1];
  const said = first && last ? t('ui.clin.from-to', first.value, last.value, points.length) : t('ui.clin.no-answers');
  return (
    <section class="card">
      <h2 class="h3">{title}</h2>
      <p class="soft">{said}</p>
      <Chart points={points} label={`${title}: ${said}`} column={title} />
    </section>
  );
}

/* Locks and what limits; a clinician clears by name and date, and cannot override. */
function Locks({ sitting }: { sitting: Sitting }) {
  const [open, setOpen] = useState<Lock | null>(null);
  const { today } = sitting;
  const all = [...today.locks, ...today.limits].filter((lock) => lock.event !== '');
  const waits = today.lock?.rule === 'screen.unanswered';
  return (
    <section class="card">
      <h2 class="h3">{t('ui.clin.locks')}</h2>
      {all.length === 0 && <p>{t(waits ? 'ui.clin.locks-unanswered' : 'ui.clin.locks-none')}</p>}
      {all.map((lock) => (
        <div key={lock.event} class="clin-lock">
          <p>
            <b class="mid">{ruleText(lock.rule, lock.inputs)}</b>
          </p>
          {lock.question !== '' && <p class="soft s">{t(`screen.${lock.question}.ask`)}</p>}
          {lock.since_date !== null && (
            <p class="soft s">{t('ui.clin.since', dayAndMonth(lock.since_date, dateLocale()))}</p>
          )}
          <Btn small onPress={() => setOpen(lock)}>
            {t('ui.clin.clear')}
          </Btn>
        </div>
      ))}
      {all.length > 0 && <p class="soft s">{t('ui.clin.never-overridden')}</p>}
      {open && <ClearSheet lock={open} sitting={sitting} onClose={() => setOpen(null)} />}
    </section>
  );
}

function ClearSheet({ lock, sitting, onClose }: { lock: Lock; sitting: Sitting; onClose: () => void }) {
  const { date } = sitting.view;
  const { signature } = sitting;
  const early = lock.not_before_date !== null && date < lock.not_before_date;
  const clear = () => {
    if (!signature) return;
    const role = cutBytes(`${signature.role}, ${signature.name}`, ROLE_BYTES_MAX);
    sitting.append({ type: 'clearance', lock: lock.event, kind: 'clinician', role, assessed_date: date });
    onClose();
  };
  if (early) {
    const when = untilWord(lock.not_before_date ?? date, date, dateLocale());
    return (
      <Sheet title={t('ui.clin.clear')} sub={t('ui.clin.clear-early', when)} onClose={onClose}>
        <Btn onPress={onClose}>{t('ui.close')}</Btn>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('ui.clin.clear')} sub={t('ui.clin.clear-sub')} onClose={onClose}>
      {signature ? (
        <Btn onPress={clear}>{t('ui.clin.clear-yes', signature.name)}</Btn>
      ) : (
        <SignForm sitting={sitting} onDone={() => undefined} />
      )}
    </Sheet>
  );
}

/* The latest word on each condition and ability. */
function Body({ lines }: { lines: readonly Line[] }) {
  const said = new Map<string, boolean>();
  for (const line of lines) {
    if (line.type === 'condition') said.set(`condition.${line['condition']}`, line['has'] === 1);
    if (line.type === 'ability') said.set(`ability.${line['ability']}`, line['can'] === 0);
  }
  const names = [...said].filter(([, applies]) => applies).map(([name]) => name);
  return (
    <section class="card">
      <h2 class="h3">{t('ui.clin.body')}</h2>
      {names.length === 0 && <p class="soft">{t('ui.clin.body-none')}</p>}
      <ul>
        {names.map((name) => (
          <li key={name}>{name.startsWith('ability.') ? t('ui.clin.cannot', t(name)) : t(name)}</li>
        ))}
      </ul>
    </section>
  );
}

function testWords(line: Line): string {
  if (line.type === 'measure') {
    const value = line['measure'] === 'psfs' ? Number(line['value']) / 10 : line['value'];
    return `${t(`ui.clin.measure.${line['measure']}`)}: ${value} ${line['item'] ?? ''}`;
  }
  if (line.type === 'baseline') return `${t(`ui.clin.test.${line['test']}`)}: ${line['value']}`;
  return t(
    'ui.clin.direction',
    t(`direction.${line['direction']}`),
    Number(line['pain_before']),
    Number(line['pain_after']),
    t(`place.${line['place_before']}`),
    t(`place.${line['place_after']}`),
  );
}

const TESTS: ReadonlySet<string> = new Set(['measure', 'baseline', 'direction-test']);

function Tests({ lines }: { lines: readonly Line[] }) {
  const told = lines.filter((line) => TESTS.has(line.type) && line['measure'] !== 'confidence');
  return (
    <section class="card">
      <h2 class="h3">{t('ui.clin.tests')}</h2>
      {told.length === 0 && <p class="soft">{t('ui.clin.tests-none')}</p>}
      <ul class="clin-plain">
        {told.map((line) => (
          <li key={line.id}>
            <span class="soft s">{dayAndMonth(dayOf(line), dateLocale())}</span> {testWords(line)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const DAY_MS = 86_400_000;
const DAY_START_MS = 3 * 3_600_000;

/* The local date of an event: a day begins at three in the morning. */
export function dayOf(line: Line): number {
  return Math.floor((line.utc_ms + line.offset_min * 60_000 - DAY_START_MS) / DAY_MS);
}

/* What was not a plain "no" comes first. */
function Answers({ answers }: { answers: readonly ScreenAnswer[] }) {
  const plain = (one: ScreenAnswer) => one.answer === 'no' && one.flag === null;
  const inOrder = [...answers.filter((one) => !plain(one)), ...answers.filter(plain)];
  return (
    <section class="card clin-wide">
      <h2 class="h3">{t('ui.clin.answers')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ui.clin.question')}</th>
            <th scope="col">{t('ui.clin.answer')}</th>
            <th scope="col">{t('ui.chart.day')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((one) => (
            <tr key={one.question}>
              <td>{t(`screen.${one.question}.ask`)}</td>
              <td>
                <b class={one.answer === 'no' ? '' : 'mid'}>{t(`ui.clin.said.${one.answer}`)}</b>
                {one.flag && (
                  <span class="s"> {t(one.flag.lifted ? 'ui.clin.flag-lifted' : 'ui.clin.flag-stands')}</span>
                )}
              </td>
              <td class="s">{dayAndMonth(one.date, dateLocale())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
