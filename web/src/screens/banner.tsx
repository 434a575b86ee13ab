/* When another tab leads: say so, offer to go on here. */
import { useKeel } from '../app/context';
import { Btn } from '../parts/parts';
import { t } from '../text/text';

export function Banner() {
  const keel = useKeel();
  if (keel.tabs.leads) return null;
  return (
    <div class="banner" role="status">
      <span>{t('ui.tabs.other')}</span>
      <Btn small onPress={() => keel.tabs.take()}>
        {t('ui.tabs.take')}
      </Btn>
    </div>
  );
}
