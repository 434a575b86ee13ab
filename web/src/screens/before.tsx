/* One answer before: pain now and where furthest. Two taps, or go on without. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { IconButton, Link, NumberPad, Title } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { t } from '../text/text';
import { UnwellSheet } from './unwell';
import { Where } from './where';

export function Before({
  run,
  onLeave,
  onUnwell,
  sheet,
  onClose,
}: {
  run: SessionRun;
  onLeave: () => void;
  onUnwell: () => void;
  sheet: string | null;
  onClose: () => void;
}) {
  const keel = useKeel();
  const [pain, setPain] = useState<number | null>(null);
  const begin = (place: string | null) => {
    run.begin(pain, place);
  };
  return (
    <main class="page" key={pain === null ? 'pain' : 'place'}>
      <header class="topbar">
        <IconButton
          icon={pain === null ? 'close' : 'back'}
          label={t(pain === null ? 'ui.close' : 'ui.back')}
          onPress={() => (pain === null ? onLeave() : setPain(null))}
        />
        <span class="soft">{t('ui.before.over', keel.itemsOfSession().length)}</span>
      </header>
      {pain === null ? (
        <>
          <Title>{t('ui.before.ask')}</Title>
          <p class="soft" style={{ margin: '10px 0 18px' }}>
            {t('ui.pain.sub')}
          </p>
          <NumberPad
            label={t('ui.before.ask')}
            onPick={(value) => (value === 0 ? run.begin(0, 'nowhere') : setPain(value))}
          />
          <div class="grow" style={{ minHeight: '20px' }} />
          <div class="row between">
            <Link onPress={() => begin(null)}>{t('ui.before.skip')}</Link>
            <Link quiet onPress={onUnwell}>
              {t('ui.session.unwell')}
            </Link>
          </div>
        </>
      ) : (
        <>
          <Title>{t('ui.pain.where')}</Title>
          <div style={{ height: '18px' }} />
          <Where onPick={(place) => begin(place)} />
        </>
      )}
      {sheet === 'unwell' && <UnwellSheet run={run} onClose={onClose} />}
    </main>
  );
}
