/* Which programme leads: one of the seeds as it stands, or Keel's own choice day by day. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Big, Choice, Title } from '../parts/parts';
import { hasText, movementName, t } from '../text/text';

const PERSONAL = 'personal';

export function ProgrammeStep({ onDone, inSheet }: { onDone: () => void; inSheet?: boolean }) {
  const keel = useKeel();
  const [chosen, setChosen] = useState(keel.today.programme ?? PERSONAL);
  const keep = async () => {
    if (chosen !== keel.today.programme) await keel.record({ type: 'programme-chosen', programme: chosen });
    onDone();
  };
  const ids = [PERSONAL, ...keel.core.catalogue().programmes.map((one) => one.id).filter((id) => id !== PERSONAL)];
  return (
    <>
      {!inSheet && <Title>{t('ui.programme.title')}</Title>}
      <p class="soft" style={{ margin: '12px 0 16px' }}>{t('ui.programme.sub')}</p>
      <div class="col gap-3">
        {ids.map((id) => (
          <Choice key={id} on={chosen === id} sub={about(keel.core.catalogue().programmes, id)} onPress={() => setChosen(id)}>
            {id === PERSONAL ? t('ui.programme.personal') : t(`programme.${id}.name`)}
          </Choice>
        ))}
      </div>
      <div class="grow" style={{ minHeight: '16px' }} />
      <div class="foot"><Big onPress={() => void keep()}>{t('ui.programme.take')}</Big></div>
    </>
  );
}

function about(programmes: readonly { id: string; items: { movement: string }[] }[], id: string): string {
  if (id === PERSONAL) return t('ui.programme.personal-about');
  if (hasText(`programme.${id}.why`)) return t(`programme.${id}.why`);
  const items = programmes.find((one) => one.id === id)?.items ?? [];
  return items.map((item) => movementName(item.movement)).join(', ');
}
