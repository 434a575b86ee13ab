/* "I was assessed on … by …": recorded as told by the person; it names the lock or limit that it lifts. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { daysOfIso, isoOfDays, untilWord } from '../app/time';
import type { Lock } from '../core/types';
import { Big, Sheet } from '../parts/parts';
import { dateLocale, t } from '../text/text';

const ROLES = ['emergency-doctor', 'family-doctor', 'physiotherapist', 'nurse', 'other'] as const;

/* `assessed` lifts a lock, `advice` lifts "a clinician soon". */
export function ClearanceSheet({
  lock,
  kind,
  onClose,
}: {
  lock: Lock;
  kind: 'assessed' | 'advice';
  onClose: () => void;
}) {
  const keel = useKeel();
  const { date } = keel.today;
  const [on, setOn] = useState(isoOfDays(date));
  const [role, setRole] = useState<string>('');
  const early = lock.not_before_date !== null && date < lock.not_before_date;
  const assessed = daysOfIso(on);
  const fits = role !== '' && assessed >= (lock.since_date ?? 0) && assessed <= date;
  if (early) {
    return (
      <Sheet title={t('ui.lock.assessed-title')} onClose={onClose}>
        <p class="l soft">
          {t('ui.lock.assessed-early', untilWord(lock.not_before_date ?? date, date, dateLocale()))}
        </p>
        <div style={{ height: '18px' }} />
        <Big onPress={onClose}>{t('ui.close')}</Big>
      </Sheet>
    );
  }
  const keep = async () => {
    await keel.record({ type: 'clearance', lock: lock.event, kind, role, assessed_date: assessed });
    onClose();
  };
  return (
    <Sheet
      title={t(kind === 'advice' ? 'ui.advice.title' : 'ui.lock.assessed-title')}
      onClose={onClose}
      sub={t(kind === 'advice' ? 'ui.advice.sub' : 'ui.lock.assessed-sub')}
    >
      <div class="col gap-4">
        <label class="field">
          {t('ui.lock.assessed-on')}
          <input
            type="date"
            value={on}
            min={isoOfDays(lock.since_date ?? 0)}
            max={isoOfDays(date)}
            onInput={(event) => setOn(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {t('ui.lock.assessed-by')}
          <select value={role} onChange={(event) => setRole(event.currentTarget.value)}>
            <option value="">{t('ui.choose')}</option>
            {ROLES.map((name) => (
              <option key={name} value={t(`ui.role.${name}`)}>
                {t(`ui.role.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <Big onPress={() => void keep()} disabled={!fits}>
          {t(kind === 'advice' ? 'ui.advice.yes' : 'ui.lock.assessed-yes')}
        </Big>
      </div>
    </Sheet>
  );
}
