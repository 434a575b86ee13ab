/* Progress: goal and confidence first, pain second, noise called noise; where one is; the year with rest as part of it.
 * The numbers come from the core; here they are only drawn. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { moment } from '../app/time';
import type { Progress } from '../core/progress';
import { Picture } from '../figure/picture';
import { Chart, one, type Point } from '../parts/chart';
import { Btn, Link, NumberPad, Sheet, Title } from '../parts/parts';
import { doseText } from '../text/dose';
import { movementName, t } from '../text/text';
import { TestList } from './selftest-card';
import { Tabs, TopLinks } from './tabs';
import { Year } from './year';

const CONFIDENCE_CHANGE = 2;

export function ProgressPage() {
  const keel = useKeel();
  const [asking, setAsking] = useState(false);
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
        <div class="progress-grid">
          <Goal progress={progress} onAsk={() => setAsking(true)} />
          <Pain progress={progress} />
          <Ladders progress={progress} />
          <TestList progress={progress} />
          <Year days={progress.days} today={keel.today.date} />
        </div>
      </main>
      <Tabs on="progress" />
      {asking && <ConfidenceSheet progress={progress} onClose={() => setAsking(false)} />}
    </>
  );
}

function Goal({ progress, onAsk }: { progress: Progress; onAsk: () => void }) {
  const points = progress.confidence;
  const first = points[0];
  const last = points[points.length - 1];
  const changed = first && last && points.length > 1 ? last.value - first.value : 0;
  return (
    <section class="card goal-card">
      <span class="s">{t('ui.progress.goal')}</span>
      <h2>{progress.goal?.text ?? t('ui.progress.no-goal')}</h2>
      {first && last && (
        <p style={{ margin: '8px 0' }}>
          <b class="strong">
            {points.length > 1
              ? t('ui.progress.confidence-from', first.value, last.value)
              : t('ui.progress.confidence-is', last.value)}
          </b>{' '}
          {points.length > 1 &&
            t(
              Math.abs(changed) >= CONFIDENCE_CHANGE
                ? 'ui.progress.confidence-change'
                : 'ui.progress.confidence-same',
            )}
        </p>
      )}
      {points.length > 1 && (
        <Chart
          points={points}
          tone="pine"
          label={t('ui.progress.confidence-chart')}
          column={t('ui.progress.confidence')}
        />
      )}
      <div>
        <Link small onPress={onAsk}>
          {t('ui.progress.confidence-ask')}
        </Link>
      </div>
    </section>
  );
}

function ConfidenceSheet({ progress, onClose }: { progress: Progress; onClose: () => void }) {
  const keel = useKeel();
  const was = progress.confidence[progress.confidence.length - 1]?.value ?? null;
  const pick = (value: number) => void keel.record({ type: 'measure', measure: 'confidence', value }).then(onClose);
  return (
    <Sheet title={t('ui.confidence.ask')} sub={progress.goal?.text ?? ''} onClose={onClose}>
      <NumberPad
        label={t('ui.confidence.ask')}
        was={was}
        wasWord={t('ui.progress.last-time')}
        onPick={pick}
        words={['ui.confidence.none', 'ui.confidence.full']}
      />
    </Sheet>
  );
}

/* Means of weeks once there are enough answers, else the answers themselves. */
function weekly(points: readonly Point[]): Point[] {
  if (points.length < 14) return [...points];
  const weeks = new Map<number, number[]>();
  for (const point of points) {
    const week = Math.floor((point.date + 3) / 7);
    weeks.set(week, [...(weeks.get(week) ?? []), point.value]);
  }
  return [...weeks].map(([week, values]) => ({
    date: week * 7 - 3,
    value: values.reduce((a, b) => a + b, 0) / values.length,
  }));
}

function Pain({ progress }: { progress: Progress }) {
  const points = weekly(progress.pain);
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) {
    return (
      <section class="card">
        <h2 class="h3">{t('ui.progress.pain')}</h2>
        <p class="soft">{t('ui.progress.pain-none')}</p>
      </section>
    );
  }
  const important = Math.max(progress.important_points, (first.value * progress.important_percent) / 100);
  const fell = first.value - last.value;
  const key = points.length < 3 ? 'few' : fell >= important ? 'better' : fell <= -important ? 'more' : 'same';
  const noise: [number, number] = [
    Math.max(0, first.value - progress.noise_points),
    Math.min(10, first.value + progress.noise_points),
  ];
  const counts = first.value - important;
  return (
    <section class="card">
      <h2 class="h3">{t('ui.progress.pain')}</h2>
      <p class="soft">{t(`ui.progress.pain-${key}`, one(first.value), one(last.value))}</p>
      <Chart
        points={points}
        noise={points.length > 2 ? noise : null}
        band={points.length > 2 && counts > 0.5 ? [0, counts] : null}
        label={t(`ui.progress.pain-${key}`, one(first.value), one(last.value))}
        column={t('ui.progress.pain')}
      />
    </section>
  );
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
          </div>
        </div>
      ))}
    </section>
  );
}
