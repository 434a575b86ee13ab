/* One small line chart of numbers over dates, from 0 to 10 unless it says otherwise: the usual range and the important
 * change shaded. Every chart has a sentence above it and a table behind "As a table". */
import { useState } from 'preact/hooks';
import { dayAndMonth } from '../app/time';
import { dateLocale, t } from '../text/text';
import { Link } from './parts';

export interface Point {
  date: number;
  value: number;
}

const WIDTH = 310;
const HEIGHT = 176;
const LEFT = 26;
const BOTTOM = 152;
const TOP = 10;

export function Chart({
  points,
  tone,
  noise,
  band,
  label,
  column,
  low = 0,
  high = 10,
}: {
  points: readonly Point[];
  tone?: 'pine';
  noise?: [number, number] | null;
  band?: [number, number] | null;
  label: string;
  column: string;
  low?: number;
  high?: number;
}) {
  const [table, setTable] = useState(false);
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) return null;
  const span = Math.max(1, last.date - first.date);
  const x = (date: number) => LEFT + ((date - first.date) / span) * (WIDTH - LEFT - 14);
  const y = (value: number) => BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP);
  const zone = (range: [number, number], name: string) => (
    <rect
      class={name}
      x={LEFT}
      width={WIDTH - LEFT - 10}
      y={y(range[1])}
      height={Math.max(0, y(range[0]) - y(range[1]))}
      rx="4"
    />
  );
  return (
    <>
      <svg class={`chart${tone ? ` ${tone}` : ''}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {noise && zone(noise, 'noise')}
        {band && zone(band, 'band')}
        {[low, (low + high) / 2, high].map((value) => (
          <g key={value}>
            <path class="grid" d={`M${LEFT} ${y(value)}H${WIDTH - 10}`} />
            <text x={LEFT - 8} y={y(value) + 4} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        {noise && (
          <text x={WIDTH - 16} y={y(noise[1]) + 15} text-anchor="end">
            {t('ui.chart.usual')}
          </text>
        )}
        {band && (
          <text x={LEFT + 6} y={y(band[0]) - 6}>
            {t('ui.chart.counts')}
          </text>
        )}
        {points.length > 1 && (
          <path
            class="line"
            d={points
              .map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.date).toFixed(1)} ${y(p.value).toFixed(1)}`)
              .join('')}
          />
        )}
        {points.length < 16 &&
          points.slice(0, -1).map((p) => <circle key={p.date} class="dot-o" cx={x(p.date)} cy={y(p.value)} r="4" />)}
        <circle class="dot-now" cx={x(last.date)} cy={y(last.value)} r="6.5" />
        <text class="lab" x={x(last.date)} y={y(last.value) - 12} text-anchor={points.length > 1 ? 'end' : 'start'}>
          {one(last.value)}
        </text>
        <text x={LEFT} y={HEIGHT - 4}>
          {dayAndMonth(first.date, dateLocale())}
        </text>
        {points.length > 1 && (
          <text x={WIDTH - 10} y={HEIGHT - 4} text-anchor="end">
            {t('ui.chart.now')}
          </text>
        )}
      </svg>
      <Link small onPress={() => setTable(!table)}>
        {t(table ? 'ui.chart.hide-table' : 'ui.chart.table')}
      </Link>
      {table && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ui.chart.day')}</th>
              <th scope="col">{column}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((p) => (
              <tr key={p.date}>
                <td>{dayAndMonth(p.date, dateLocale())}</td>
                <td>{one(p.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

export function one(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
