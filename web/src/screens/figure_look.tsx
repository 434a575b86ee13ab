/* Settings: the person that the figure draws. What is chosen is seen at once, standing and on the floor. */
import { useKeel } from '../app/context';
import { BUILD_COUNT, GIRTH, HEIGHT, SKIN_COUNT, type FigureLook } from '../app/settings';
import { Picture } from '../figure/picture';
import { t } from '../text/text';

export function FigureSection() {
  const keel = useKeel();
  const look = keel.settings.figure;
  const choose = (part: Partial<FigureLook>) => keel.change({ figure: { ...look, ...part } });
  return (
    <section class="set-group">
      <h2>{t('ui.settings.skin')}</h2>
      <div class="figure-look">
        <Picture movement="supported-standing" label={t('ui.settings.figure-now')} />
        <Picture movement="cat-cow" label="" />
      </div>
      <div class="answers three" role="group" aria-label={t('ui.settings.build')}>
        {Array.from({ length: BUILD_COUNT }, (_, build) => (
          <button
            type="button"
            key={build}
            class={`btn build${look.build === build ? ' on' : ''}`}
            aria-pressed={look.build === build}
            aria-label={t('ui.settings.skin-n', build + 1)}
            onClick={() => choose({ build })}
          >
            <Picture movement="supported-standing" look={{ ...look, build }} label="" />
          </button>
        ))}
      </div>
      <Slider
        label={t('ui.settings.height')}
        shown={t('ui.settings.cm', look.height)}
        bounds={HEIGHT}
        value={look.height}
        onChange={(height) => choose({ height })}
      />
      <Slider
        label={t('ui.settings.girth')}
        shown={t('ui.settings.percent', Math.round(look.girth * 100))}
        bounds={GIRTH}
        value={look.girth}
        onChange={(girth) => choose({ girth })}
      />
      <div class="skins" role="group" aria-label={t('ui.settings.tone')}>
        {Array.from({ length: SKIN_COUNT }, (_, skin) => (
          <button
            type="button"
            key={skin}
            data-skin={skin}
            class={look.skin === skin ? 'on' : ''}
            aria-pressed={look.skin === skin}
            aria-label={t('ui.settings.tone-n', skin + 1)}
            onClick={() => choose({ skin })}
          />
        ))}
      </div>
    </section>
  );
}

function Slider({
  label,
  shown,
  bounds,
  value,
  onChange,
}: {
  label: string;
  shown: string;
  bounds: { least: number; most: number; step: number };
  value: number;
  onChange: (value: number) => void;
}) {
  return (
    <label class="field range">
      <span class="row between">
        {label} <span class="soft">{shown}</span>
      </span>
      <input
        type="range"
        min={bounds.least}
        max={bounds.most}
        step={bounds.step}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
    </label>
  );
}
