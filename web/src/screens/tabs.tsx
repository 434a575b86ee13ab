/* The three places: at the foot of a phone, as links on a laptop. */
import { go } from '../app/route';
import { Icon, type IconName } from '../parts/icon';
import { t } from '../text/text';

const PLACES: readonly { name: string; icon: IconName; key: string }[] = [
  { name: 'today', icon: 'sun', key: 'ui.tab.today' },
  { name: 'progress', icon: 'chart', key: 'ui.tab.progress' },
  { name: 'movements', icon: 'book', key: 'ui.tab.movements' },
];

export function Tabs({ on }: { on: string }) {
  return (
    <nav class="tabs" aria-label={t('ui.tab.label')}>
      {PLACES.map(({ name, icon, key }) => (
        <button
          type="button"
          key={name}
          class={name === on ? 'on' : ''}
          onClick={() => go(name)}
          {...(name === on ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon name={icon} />
          <span>{t(key)}</span>
        </button>
      ))}
    </nav>
  );
}

export function TopLinks({ on }: { on: string }) {
  return (
    <nav class="toplinks" aria-label={t('ui.tab.label')}>
      {[...PLACES.map(({ name, key }) => ({ name, key })), { name: 'settings', key: 'ui.tab.settings' }].map(
        ({ name, key }) => (
          <button
            type="button"
            key={name}
            class={`link${name === on ? ' on' : ''}`}
            onClick={() => go(name)}
            {...(name === on ? { 'aria-current': 'page' as const } : {})}
          >
            {t(key)}
          </button>
        ),
      )}
    </nav>
  );
}
