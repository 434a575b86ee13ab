/* The year as small marks that differ by shape: square moved, ring easy day, dot rest. Rest is part of the plan. */
import { t } from '../text/text';

const WEEKS = 26;
const STEP = 17;

export function Year({ days, today }: { days: readonly { date: number; kind: string }[]; today: number }) {
  const kinds = new Map(days.map((day) => [day.date, day.kind]));
  const first = days[0]?.date ?? today;
  const monday = today - ((today + 3) % 7);
  const start = monday - (WEEKS - 1) * 7;
  const moved = days.filter((day) => day.kind === 'moved').length;
  const easy = days.filter((day) => day.kind === 'easy').length;
  const said = t('ui.year.sentence', moved, easy);
  const marks = [];
  for (let date = start; date <= today; date += 1) {
    const x = Math.floor((date - start) / 7) * STEP + 8;
    const y = ((date - start) % 7) * STEP + 8;
    marks.push(mark(date, x, y, date < first ? 'none' : (kinds.get(date) ?? 'rest')));
  }
  return (
    <section class="card wide">
      <h2 class="h3">{t('ui.year.title')}</h2>
      <p class="soft">{said}</p>
      <svg class="year" viewBox={`0 0 ${WEEKS * STEP} ${7 * STEP}`} role="img" aria-label={said}>
        {marks}
      </svg>
      <p class="key s soft">
        <span>
          <svg viewBox="0 0 16 16" class="year">
            {mark(0, 8, 8, 'moved')}
          </svg>
          {t('ui.year.moved')}
        </span>
        <span>
          <svg viewBox="0 0 16 16" class="year">
            {mark(1, 8, 8, 'easy')}
          </svg>
          {t('ui.year.easy')}
        </span>
        <span>
          <svg viewBox="0 0 16 16" class="year">
            {mark(2, 8, 8, 'rest')}
          </svg>
          {t('ui.year.rest')}
        </span>
      </p>
    </section>
  );
}

function mark(key: number, x: number, y: number, kind: string) {
  if (kind === 'moved') return <rect key={key} class="moved" x={x - 6} y={y - 6} width="12" height="12" rx="3" />;
  if (kind === 'easy') return <circle key={key} class="easy" cx={x} cy={y} r="5" />;
  return <circle key={key} class={kind === 'none' ? 'none' : 'rest'} cx={x} cy={y} r={kind === 'none' ? 1.6 : 2.6} />;
}
