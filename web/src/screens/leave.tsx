/* Ending early: what was done is kept; one can come back today. */
import { useKeel } from '../app/context';
import { Big, Btn, Sheet } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { t } from '../text/text';

export function LeaveSheet({ run, onClose }: { run: SessionRun; onClose: () => void }) {
  const keel = useKeel();
  const rest = () => {
    run.keepNow();
    keel.leaveSession();
  };
  return (
    <Sheet title={t('ui.leave.title')} sub={t('ui.leave.sub')} onClose={onClose}>
      <div class="col gap-3">
        <Big onPress={onClose}>{t('ui.leave.go-on')}</Big>
        <Btn onPress={rest}>{t('ui.leave.later')}</Btn>
        <Btn onPress={() => run.command({ do: 'end' })}>{t('ui.leave.end')}</Btn>
      </div>
    </Sheet>
  );
}
