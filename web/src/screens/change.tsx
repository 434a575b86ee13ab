/* Change: easier, harder, another movement and why, lost form, or leave it out. Only what the core offers is shown. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import type { SessionRun } from '../session/run';
import { Choice, Sheet } from '../parts/parts';
import { movementName, ruleText, t } from '../text/text';

const REASONS = ['equipment', 'pain', 'dislike', 'other'] as const;

export function ChangeSheet({ run, onClose }: { run: SessionRun; onClose: () => void }) {
  const [swap, setSwap] = useState<string | null>(null);
  const { view } = run;
  const keel = useKeel();
  const act = (run_: () => void) => () => {
    run_();
    onClose();
  };
  if (swap !== null) {
    return (
      <Sheet key="why" title={t('ui.change.why', movementName(view.movement))} onClose={onClose}>
        <div class="col gap-3">
          {REASONS.map((reason) => (
            <Choice plain key={reason} onPress={act(() => run.command({ do: 'swap', movement: swap, reason }))}>
              {t(`ui.change.${reason}`)}
            </Choice>
          ))}
        </div>
      </Sheet>
    );
  }
  const { easier, harder, swaps } = view.choices;
  /* What a soft gate holds back and this movement stands in for: doing it anyway is one tap. */
  const anyway = keel.today.withheld.filter((one) => one.soft && one.instead === view.movement);
  return (
    <Sheet title={t('ui.change.title')} onClose={onClose}>
      <div class="col gap-3">
        {easier && (
          <Choice plain sub={movementName(easier)} onPress={act(() => run.command({ do: 'easier' }))}>
            {t('ui.change.easier')}
          </Choice>
        )}
        {harder && (
          <Choice plain sub={movementName(harder)} onPress={act(() => run.command({ do: 'harder' }))}>
            {t('ui.change.harder')}
          </Choice>
        )}
        {swaps
          .filter((id) => id !== easier && id !== harder)
          .map((id) => (
            <Choice plain key={id} sub={t('ui.change.instead-sub')} onPress={() => setSwap(id)}>
              {t('ui.change.instead', movementName(id))}
            </Choice>
          ))}
        {view.can.includes('swap') &&
          anyway.map((one) => (
            <Choice
              plain
              key={one.movement}
              sub={ruleText(one.rule, one.inputs)}
              onPress={act(() => run.command({ do: 'swap', movement: one.movement, reason: 'other' }))}
            >
              {t('ui.change.anyway', movementName(one.movement))}
            </Choice>
          ))}
        <Choice plain onPress={act(() => keel.change({ muscles: !keel.settings.muscles }))}>
          {t(keel.settings.muscles ? 'ui.muscles.hide' : 'ui.muscles.show')}
        </Choice>
        {view.can.includes('form-lost') && (
          <Choice plain sub={t('ui.change.form-sub')} onPress={act(() => run.command({ do: 'form-lost' }))}>
            {t('ui.change.form')}
          </Choice>
        )}
        {view.can.includes('skip') && (
          <Choice plain onPress={act(() => run.command({ do: 'skip' }))}>
            {t('ui.change.skip')}
          </Choice>
        )}
      </div>
    </Sheet>
  );
}
