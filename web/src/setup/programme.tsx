/* Which programme leads: one of the seeds as it stands, or Keel's own choice day by day. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Big, Choice, Title } from '../parts/parts';
import { t } from '../text/text';

const PERSONAL = 'personal';

export function ProgrammeStep({ onDone, inSheet }: { onDone: () => void; inSheet?: boolean }) {
  const keel = useKeel();
  const [chosen, setChosen] = useState(keel.today.programme);
  const keep = async () => {
    if (chosen !== keel.today.programme || !keel.today.programme_chosen)
      await keel.record({ type: 'programme-chosen', programme: chosen });
    onDone();
  };
  const ids = [PERSONAL, ...keel.core.catalogue().programmes.map((one) => one.id)];
  return (
    <>
      {!inSheet && <Title>{t('ui.programme.title')}</Title>}
      <p class="soft" style={{ margin: '12px 0 16px' }}>
        {t('ui.programme.sub')}
      </p>
      <div class="col gap-3">
        {ids.map((id) => (
          <Choice key={id} on={chosen === id} sub={t(`programme.${id}.idea`)} onPress={() => setChosen(id)}>
            {t(`programme.${id}.name`)}
          </Choice>
        ))}
      </div>
      <div class="grow" style={{ minHeight: '16px' }} />
      <div class="foot">
        <Big onPress={() => void keep()}>{t('ui.programme.take')}</Big>
      </div>
    </>
  );
}
