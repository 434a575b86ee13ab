/* A measure over time: what the core says of it in one sentence, and its chart with the noise and the change that
 * counts shaded. Nothing is judged here. */
import type { Series } from '../core/progress';
import { t } from '../text/text';
import { Chart, one } from './chart';

/* A stored value as the person knows it. */
export function shown(series: Series, value: number): string {
  if (series.measure === 'start-back') return t(`ui.start-back.${value}`);
  if (series.measure === 'global-change' && value > 0) return `+${value}`;
  return one(value / series.scale);
}

export function latestOf(series: Series): number {
  return series.latest ?? series.points[series.points.length - 1]?.value ?? 0;
}

/* The sentence of its verdict, with the size of the change and what the instrument cannot see. */
export function seriesText(series: Series): string {
  const first = shown(series, series.first ?? 0);
  const latest = shown(series, latestOf(series));
  const rating = series.measure === 'global-change';
  const said = t(rating ? `ui.series.rating.${series.verdict}` : `ui.series.${series.verdict}`, first, latest);
  const size = series.size ? ` ${t(`ui.series.size-${series.size}`)}` : '';
  return said + size + (series.note ? ` ${t(`ui.series.note-${series.note}`)}` : '');
}

/* From where on a change counts for the better; nothing when that is off the scale. */
function better(series: Series, from: number): [number, number] | null {
  if (series.needed === null) return null;
  const edge = series.more_is_better ? from + series.needed : from - series.needed;
  if (edge <= series.low || edge >= series.high) return null;
  return series.more_is_better ? [edge, series.high] : [series.low, edge];
}

export function SeriesChart({ series, tone }: { series: Series; tone?: 'pine' }) {
  const from = series.measure === 'global-change' ? 0 : series.first;
  const scaled = (range: [number, number]): [number, number] => [range[0] / series.scale, range[1] / series.scale];
  const judged = from !== null && series.verdict !== 'unjudged';
  const band = judged ? better(series, from) : null;
  const noise: [number, number] | null = judged
    ? [Math.max(series.low, from - series.noise), Math.min(series.high, from + series.noise)]
    : null;
  return (
    <Chart
      points={series.points.map((point) => ({ date: point.date, value: point.value / series.scale }))}
      {...(tone ? { tone } : {})}
      noise={noise && scaled(noise)}
      band={band && scaled(band)}
      low={series.low / series.scale}
      high={series.high / series.scale}
      label={`${t(`ui.series.name.${series.series}`)}. ${seriesText(series)}`}
      column={t(`ui.series.name.${series.series}`)}
    />
  );
}
