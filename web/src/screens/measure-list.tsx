/* Roland-Morris as one list of ticks, in the published words (catalogue/text/en/measures.yaml). */
import { useState } from 'preact/hooks';
import { Big, Title } from '../parts/parts';
import { t } from '../text/text';
import { useGive } from './measure-give';

const STATEMENTS = 24;

export function RolandMorris() {
  const give = useGive();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const tick = (number: number, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(number);
    else next.delete(number);
    setTicked(next);
  };
  const keep = () => {
    const yes = [...ticked].sort((a, b) => a - b);
    give({ measure: 'roland-morris', value: yes.length, ...(yes.length > 0 ? { yes } : {}) });
  };
  return (
    <>
      <Title>{t('measure.roland-morris.title')}</Title>
      <p class="soft" style={{ margin: '12px 0 18px' }}>
        {t('measure.roland-morris.intro')}
      </p>
      <fieldset class="ticks">
        <legend class="vh">{t('measure.roland-morris.title')}</legend>
        {Array.from({ length: STATEMENTS }, (_, i) => i + 1).map((number) => (
          <label key={number} class={`tick${ticked.has(number) ? ' on' : ''}`}>
            <input
              type="checkbox"
              checked={ticked.has(number)}
              onChange={(event) => tick(number, event.currentTarget.checked)}
            />
            <span>{t(`measure.roland-morris.${number}`)}</span>
          </label>
        ))}
      </fieldset>
      <p role="status" class="soft s" style={{ margin: '14px 0' }}>
        {t('ui.measure.ticked', ticked.size)}
      </p>
      <Big onPress={keep}>{t(ticked.size === 0 ? 'ui.measure.none-fits' : 'ui.measure.keep')}</Big>
    </>
  );
}
