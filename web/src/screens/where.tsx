/* The furthest place, as a list and as places on a figure seen from behind. */
import { t } from '../text/text';

export const PLACES = ['nowhere', 'back', 'buttock', 'thigh', 'below-knee', 'foot'] as const;
const LISTED = PLACES.slice(1);

/* x, y, width, height, radius of each place on the figure. */
const SPOTS: readonly (readonly [number, number, number, number, number])[] = [
  [36, 98, 38, 16, 8],
  [56, 118, 20, 22, 10],
  [58, 143, 15, 29, 7],
  [61, 181, 12, 32, 6],
  [62, 226, 12, 11, 5.5],
];

export function Where({ onPick }: { onPick: (place: string) => void }) {
  return (
    <div class="where">
      <svg viewBox="0 0 110 246" role="img" aria-label={t('ui.pain.figure')}>
        <Behind />
        {LISTED.map((place, i) => {
          const [x, y, w, h, r] = SPOTS[i] ?? [0, 0, 0, 0, 0];
          return (
            <g key={place} onClick={() => onPick(place)} class="spot">
              <rect x={x} y={y} width={w} height={h} rx={r} />
              <text x={x + w / 2} y={y + h / 2 + 3.4}>
                {i + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <div class="where-list">
        {LISTED.map((place, i) => (
          <button type="button" class="choice" key={place} onClick={() => onPick(place)}>
            <span class="n">{i + 1}</span>
            <span class="choice-text">{t(`ui.place.${place}`)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

const SHIRT =
  'M49 42c-12 2-22 5-26 10-5 6-7 16-8 24l14 4 2-8 2 24-3 14h50l-3-14 2-24 2 8 14-4c-1-8-3-18-8-24-4-5-14-8-26-10z';

/* A person from behind, in the colours of the figure. */
function Behind() {
  return (
    <g class="behind">
      <ellipse class="b-ground" cx="55" cy="237" rx="46" ry="6" />
      <path class="b-skin" d="M38 214l2 22c-6 2-14 2-14-2l6-20zM72 214l-2 22c6 2 14 2 14-2l-6-20z" />
      <path
        class="b-skin"
        d="M20 62c-6 20-8 40-9 58l-2 16c2 5 7 5 8 0l4-16 10-54zM90 62c6 20 8 40 9 58l2 16c-2 5-7 5-8 0l-4-16-10-54z"
      />
      <path class="b-leg" d="M31 108c-3 10-3 22-1 40l3 68h12l6-66 4-20 4 20 6 66h12l3-68c2-18 2-30-1-40z" />
      <path class="b-skin" d="M49 34h12v12H49z" />
      <path class="b-top" d={SHIRT} />
      <path class="b-hair" d="M55 10c-10 0-15 7-15 15s6 15 15 15 15-7 15-15-5-15-15-15z" />
      <circle class="b-hair" cx="55" cy="8" r="6.5" />
    </g>
  );
}
