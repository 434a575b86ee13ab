/* Where the record is: here, on the server too, or not yet there. */
import { useKeel } from '../app/context';
import { Icon, type IconName } from '../parts/icon';
import { t } from '../text/text';

const ICONS: Readonly<Record<string, IconName>> = {
  here: 'check',
  synced: 'cloud',
  later: 'clock',
  refused: 'clock',
  gone: 'clock',
};

export function SyncTag() {
  const keel = useKeel();
  const { state } = keel.sync;
  return (
    <span class="tag" role="status">
      <Icon name={ICONS[state] ?? 'check'} />
      {t(`ui.sync.${state}`)}
    </span>
  );
}
