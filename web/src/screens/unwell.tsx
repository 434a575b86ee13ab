/* "I feel unwell": one list of signs. The session ends with the first tap on one. */
import { useKeel } from '../app/context';
import { Choice, Sheet } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { t } from '../text/text';

const SIGNS = ['chest', 'faint', 'breathless', 'heartbeat', 'leg', 'headache', 'balance'] as const;

export function UnwellSheet({ run, onClose }: { run: SessionRun; onClose: () => void }) {
  const keel = useKeel();
  const give = (sign: string) => {
    run.command({ do: 'unwell', sign });
    onClose();
  };
  const signs = keel.told.has.includes('pregnancy') ? [...SIGNS, 'pregnancy', 'other'] : [...SIGNS, 'other'];
  return (
    <Sheet over={t('ui.session.paused-over')} title={t('ui.unwell.title')} sub={t('ui.unwell.sub')} onClose={onClose}>
      <div class="col gap-3">
        {signs.map((sign) => (
          <Choice plain key={sign} onPress={() => give(sign)}>
            {t(`ui.unwell.${sign}`)}
          </Choice>
        ))}
        <Choice dashed onPress={onClose}>
          {t('ui.unwell.warm')}
        </Choice>
      </div>
    </Sheet>
  );
}
