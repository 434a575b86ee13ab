/* Progress: goal and confidence first, then what the person wants to do again, pain after that; noise called noise;
 * where one is; the year with rest as part of it. Numbers and their meaning come from the core; here they are drawn. */
import { useKeel } from '../app/context';
import { go } from '../app/route';
import { dayAndMonth, moment, weekdayDayMonth } from '../app/time';
import type { Progress, Series } from '../core/progress';
import { Picture } from '../figure/picture';
import { Chart, one, type Point } from '../parts/chart';
import { Btn, Link, Title } from '../parts/parts';
import { latestOf, SeriesChart, seriesText, shown } from '../parts/series';
import { doseText } from '../text/dose';
import { dateLocale, movementName, t } from '../text/text';
import { mornings } from './mornings';
import { TestList } from './selftest-card';
import { Tabs, TopLinks } from './tabs';
import { Year } from './year';

const LICENSED = ['oswestry', 'start-back'] as const;

export function ProgressPage() {
  const keel = useKeel();
  const progress = keel.core.progress(moment());
  const weeks = progress.first_date === null ? 0 : Math.floor((keel.today.date - progress.first_date) / 7);
  return (
    <>
      <main class="page page-tabs page-wide">
        <div class="row between wrap">
          <Title>{weeks >= 1 ? t('ui.progress.weeks', weeks) : t('ui.progress.begin')}</Title>
          <div class="row no-print" style={{ gap: '28px' }}>
            <TopLinks on="progress" />
            <Btn small onPress={() => window.print()}>
              {t('ui.progress.print')}
            </Btn>
          </div>
        </div>
        <Summary progress={progress} today={keel.today.date} />
        <div class="progress-grid">
          <Goal progress={progress} />
          <Activities progress={progress} />
          <Pain progress={progress} />
          <Ladders progress={progress} />
          <Measured progress={progress} names={['roland-morris']} />
          <Measured progress={progress} names={['global-change', ...LICENSED]} />
          <TestList progress={progress} />
          <Turns progress={progress} />
          <Year days={progress.days} today={keel.today.date} />
        </div>
      </main>
      <Tabs on="progress" />
    </>
  );
}

function find(progress: Progress, name: string): Series | undefined {
  return progress.series.find((series) => series.series === name);
}

function Goal({ progress }: { progress: Progress }) {
  const series = find(progress, 'confidence');
  const many = series && series.points.length > 1;
  return (
    <section class="card goal-card">
      <span class="s">{t('ui.progress.goal')}</span>
      <h2>{progress.goal?.text ?? t('ui.progress.no-goal')}</h2>
      {series && (
        <p style={{ margin: '8px 0' }}>
          <b class="strong">
            {many
              ? t('ui.progress.confidence-from', series.first ?? 0, latestOf(series))
              : t('ui.progress.confidence-is', latestOf(series))}
          </b>{' '}
          {many && t(`ui.progress.confidence-${series.verdict === 'no-change' ? 'same' : 'change'}`)}
        </p>
      )}
      {many && <SeriesChart series={series} tone="pine" />}
      <div class="no-print">
        <Link small onPress={() => go('measure', 'confidence')}>
          {t('ui.progress.confidence-ask')}
        </Link>
      </div>
    </section>
  );
}

/* What the person wants to do again: their own activities, and how each has changed. */
function Activities({ progress }: { progress: Progress }) {
  const mean = find(progress, 'psfs');
  const each = progress.series.filter(
    (series) => series.series === 'psfs-activity' && progress.activities.includes(series.item),
  );
  return (
    <section class="card">
      <h2 class="h3">{t('ui.activities.title')}</h2>
      <p class="soft">{mean ? seriesText(mean) : t('ui.activities.none')}</p>
      {mean && mean.points.length > 1 && <SeriesChart series={mean} tone="pine" />}
      <ul class="own">
        {each.map((series) => (
          <li key={series.item}>
            <span>{series.item}</span>
            <b class="mid">
              {series.points.length > 1
                ? t('ui.activities.from', shown(series, series.first ?? 0), shown(series, latestOf(series)))
                : t('ui.activities.is', shown(series, latestOf(series)))}
            </b>
          </li>
        ))}
      </ul>
      <div class="no-print">
        <Link small onPress={() => go('measure', 'psfs')}>
          {t(each.length > 0 ? 'ui.progress.confidence-ask' : 'ui.activities.begin')}
        </Link>
      </div>
    </section>
  );
}

/* Weeks once there are two of them; before that the answers themselves, with nothing said of them. */
function Pain({ progress }: { progress: Progress }) {
  const series = find(progress, 'pain');
  const points: Point[] = progress.pain.map(({ date, value }) => ({ date, value }));
  const last = points[points.length - 1];
  if (!series || !last) {
    return (
      <section class="card">
        <h2 class="h3">{t('ui.progress.pain')}</h2>
        <p class="soft">{t('ui.progress.pain-none')}</p>
      </section>
    );
  }
  const judged = series.verdict !== 'few';
  const said = judged ? seriesText(series) : t('ui.progress.pain-few', one(last.value));
  return (
    <section class="card">
      <h2 class="h3">{t('ui.progress.pain')}</h2>
      <p class="soft">{said}</p>
      {judged ? (
        <SeriesChart series={series} />
      ) : (
        <Chart points={points} label={said} column={t('ui.progress.pain')} />
      )}
      <Mornings progress={progress} />
    </section>
  );
}

function Mornings({ progress }: { progress: Progress }) {
  const series = find(progress, 'mornings');
  if (!series) return null;
  return (
    <>
      <h2 class="h3" style={{ marginTop: '14px' }}>
        {t('ui.progress.mornings')}
      </h2>
      <p class="soft">
        {progress.usual_morning !== null && `${t('ui.progress.usual', progress.usual_morning)} `}
        {series.verdict !== 'few' && seriesText(series)}
      </p>
      {series.points.length > 1 && <SeriesChart series={series} />}
    </>
  );
}

/* Other instruments, once they hold an answer. */
function Measured({ progress, names }: { progress: Progress; names: readonly string[] }) {
  const held = names.map((name) => find(progress, name)).filter((series) => series !== undefined);
  if (held.length === 0) return null;
  return (
    <section class="card col gap-3">
      {held.map((series) => (
        <div key={series.series}>
          <h2 class="h3">{t(`ui.series.name.${series.series}`)}</h2>
          <p class="soft">{seriesText(series)}</p>
          {series.points.length > 1 && <SeriesChart series={series} />}
        </div>
      ))}
    </section>
  );
}

/* What comes when, and what can be entered at any time. */
function Turns({ progress }: { progress: Progress }) {
  const when = (date: number | null, due: boolean) => {
    if (due) return t('ui.turn.now');
    return date === null ? t('ui.turn.later') : t('ui.turn.on', dayAndMonth(date, dateLocale()));
  };
  return (
    <section class="card wide no-print">
      <h2 class="h3">{t('ui.turn.title')}</h2>
      <p class="soft">{t('ui.turn.sub')}</p>
      <div class="turns">
        {progress.schedule.map((turn) => (
          <div key={turn.measure} class="turn">
            <Link small onPress={() => go('measure', turn.measure)}>
              {t(`ui.turn.${turn.measure}`)}
            </Link>
            <span class="s soft">{when(turn.due_date, turn.due)}</span>
          </div>
        ))}
        {LICENSED.map((name) => (
          <div key={name} class="turn">
            <Link small quiet onPress={() => go('measure', name)}>
              {t(`ui.turn.${name}`)}
            </Link>
          </div>
        ))}
      </div>
    </section>
  );
}

/* On paper only: every series in one table. */
function Summary({ progress, today }: { progress: Progress; today: number }) {
  return (
    <table class="only-print">
      <caption>{t('ui.summary.caption', weekdayDayMonth(today, dateLocale()))}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.summary.measure')}</th>
          <th scope="col">{t('ui.summary.first')}</th>
          <th scope="col">{t('ui.summary.latest')}</th>
          <th scope="col">{t('ui.summary.change')}</th>
        </tr>
      </thead>
      <tbody>
        {progress.series.map((series) => (
          <tr key={series.series + series.item}>
            <th scope="row">{series.item === '' ? t(`ui.series.name.${series.series}`) : series.item}</th>
            <td>{dated(series, 0)}</td>
            <td>{dated(series, series.points.length - 1)}</td>
            <td>{t(`ui.summary.${series.verdict}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dated(series: Series, place: number): string {
  const point = series.points[place];
  return point ? `${shown(series, point.value)} (${dayAndMonth(point.date, dateLocale())})` : '';
}

function Ladders({ progress }: { progress: Progress }) {
  const keel = useKeel();
  const sides = (id: string) => keel.core.movement(id)?.sides ?? 'none';
  return (
    <section class="card">
      <h2 class="h3">{t('ui.progress.where')}</h2>
      <p class="soft">{t(progress.movements.length > 0 ? 'ui.progress.where-sub' : 'ui.progress.where-none')}</p>
      {progress.movements.map((entry) => (
        <div key={entry.movement} class="ladder">
          <Picture movement={entry.movement} small />
          <div>
            <div class="row between">
              <span>{movementName(entry.movement)}</span>
              <span class="s">{doseText(entry.dose, sides(entry.movement))}</span>
            </div>
            <div class="rungs" role="img" aria-label={t('ui.progress.rung', entry.rung, entry.rung_count)}>
              {Array.from({ length: entry.rung_count }, (_, i) => (
                <i
                  key={i}
                  class={i + 1 < entry.rung ? 'done' : i + 1 === entry.rung ? 'now' : ''}
                  style={{ height: `${8 + i * 3}px` }}
                />
              ))}
            </div>
            {entry.eased > 0 && <p class="s soft">{t('ui.progress.eased', entry.eased, entry.times)}</p>}
            {mornings(entry.mornings) !== '' && <p class="s soft">{mornings(entry.mornings)}</p>}
          </div>
        </div>
      ))}
    </section>
  );
}
