/* Help first; the two ways back, quiet, below. No alarm colour, no exclamation mark. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { go } from '../app/route';
import type { Lock } from '../core/types';
import { Icon } from '../parts/icon';
import { Big, Btn, Link, Note, Sheet, Title } from '../parts/parts';
import { hasText, ruleText, t, tx } from '../text/text';
import { ClearanceSheet } from './clearance';
import { emergencyHelp, emergencyNote } from './emergency';

export function LockScreen({ lock }: { lock: Lock }) {
  const keel = useKeel();
  const [sheet, setSheet] = useState<'mistake' | 'assessed' | null>(null);
  const emergency = lock.rule === 'screen.emergency';
  const number = emergencyHelp('number', keel.country);
  const known = hasText(`ui.sign.${lock.question}`);
  const plain = lock.rule !== 'screen.emergency' && lock.rule !== 'screen.same-day';
  if (plain) return <PlainLock lock={lock} />;
  return (
    <main class="page">
      <div class="lock-top">
        <Icon name="unwell" />
        {t('ui.lock.first')}
      </div>
      <Title>{t(emergency ? 'ui.lock.emergency' : 'ui.lock.same-day')}</Title>
      <p style={{ fontSize: '20px', lineHeight: '1.42', margin: '12px 0 22px' }}>
        {known && <>{tx('ui.lock.told', <b class="strong">{t(`ui.sign.${lock.question}`)}</b>)} </>}
        {hasText(`screen.${lock.question}.why`)
          ? t(`screen.${lock.question}.why`)
          : t(emergency ? 'ui.lock.emergency-why' : 'ui.lock.same-day-why')}
      </p>
      {emergency && (
        <a class="big big-plum" href={`tel:${number}`}>
          <Icon name="phone" size={34} />
          <span>{t('ui.lock.call', number)}</span>
        </a>
      )}
      {hasText(`emergency.say.${lock.question}`) && (
        <>
          <h2 class="h3" style={{ margin: '20px 0 8px' }}>
            {t('ui.lock.say')}
          </h2>
          <p class="card lock-say">“{t(`emergency.say.${lock.question}`)}”</p>
        </>
      )}
      <p class="soft" style={{ marginTop: '16px' }}>
        {emergencyHelp(emergency ? 'place' : 'urgent', keel.country)}{' '}
        {t(emergency ? 'ui.lock.with-you' : 'ui.lock.today-how')}
      </p>
      {emergency && <Note>{emergencyNote()}</Note>}
      <div class="grow" style={{ minHeight: '24px' }} />
      <div class="lock-backs">
        <Btn small onPress={() => setSheet('mistake')} disabled={!lock.ways_back.includes('mistake')}>
          {t('ui.lock.mistake')}
        </Btn>
        <Btn small onPress={() => setSheet('assessed')} disabled={!lock.ways_back.includes('assessed')}>
          {t('ui.lock.assessed')}
        </Btn>
      </div>
      <div class="row" style={{ justifyContent: 'center', marginTop: '8px' }}>
        <Link small quiet onPress={() => go('settings')}>
          {t('ui.lock.record')}
        </Link>
      </div>
      {sheet === 'mistake' && <MistakeSheet lock={lock} onClose={() => setSheet(null)} />}
      {sheet === 'assessed' && <ClearanceSheet lock={lock} kind="assessed" onClose={() => setSheet(null)} />}
    </main>
  );
}

/* Locks that no answer made: too young, a newer program needed. */
function PlainLock({ lock }: { lock: Lock }) {
  return (
    <main class="page">
      <Title>{t(`ui.lock.${lock.rule}`)}</Title>
      <p class="l soft" style={{ margin: '14px 0' }}>
        {ruleText(lock.rule, [])}
      </p>
      <div class="grow" />
      <Link quiet onPress={() => go('settings')}>
        {t('ui.lock.record')}
      </Link>
    </main>
  );
}

/* Confirmed once, then asked again in full; both answers stay in the record. */
function MistakeSheet({ lock, onClose }: { lock: Lock; onClose: () => void }) {
  const keel = useKeel();
  const confirm = async () => {
    await keel.record({ type: 'clearance', lock: lock.event, kind: 'mistake' });
    onClose();
  };
  return (
    <Sheet title={t('ui.lock.mistake-title')} sub={t('ui.lock.mistake-sub')} onClose={onClose}>
      <div class="col gap-3">
        <Big onPress={() => void confirm()}>{t('ui.lock.mistake-yes')}</Big>
        <Btn onPress={onClose}>{t('ui.lock.mistake-no')}</Btn>
      </div>
    </Sheet>
  );
}
