/* From today: why something is not in, and asking for less. Less is told to the core as a wish for this date; what it
 * means for the plan is the core's business. */
import { useKeel } from '../app/context';
import { go } from '../app/route';
import { untilWord } from '../app/time';
import type { Withheld } from '../core/types';
import { Big, Choice, Sheet } from '../parts/parts';
import { dateLocale, movementName, ruleText, t } from '../text/text';

const SHORTER = [5, 8, 12] as const;
const SHOWN = 12;

export function WhyNotSheet({ onClose }: { onClose: () => void }) {
  const { today } = useKeel();
  const order = [...today.withheld].sort((a, b) => Number(b.until_date !== null) - Number(a.until_date !== null));
  return (
    <Sheet title={t('ui.today.not-today')} onClose={onClose}>
      <ul>
        {order.slice(0, SHOWN).map((one) => (
          <li key={one.movement}>
            <button type="button" class="list-row" onClick={() => go('why', one.movement)}>
              <span />
              <span>
                <b class="mid">{movementName(one.movement)}</b>
                <br />
                <span class="soft s">{shortReason(one, today.date)}</span>
              </span>
              <span class="soft" aria-hidden="true">
                ›
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function shortReason(one: Withheld, today: number): string {
  const until =
    one.until_date === null ? '' : t('ui.why.resting-until', untilWord(one.until_date, today, dateLocale()));
  return until !== '' ? until : ruleText(one.rule, one.inputs);
}

export function FewerSheet({ kind, onClose }: { kind: 'shorter' | 'gentler'; onClose: () => void }) {
  const keel = useKeel();
  const shorter = async (minutes: number) => {
    await keel.record({ type: 'day-wish', date: keel.today.date, minutes });
    onClose();
  };
  if (kind === 'shorter') {
    const less = SHORTER.filter((minutes) => minutes < keel.today.minutes);
    return (
      <Sheet title={t('ui.shorter.title')} onClose={onClose}>
        <div class="col gap-3">
          {(less.length > 0 ? less : [5]).map((minutes) => (
            <Choice plain key={minutes} onPress={() => void shorter(minutes)}>
              {t('ui.shorter.minutes', minutes)}
            </Choice>
          ))}
          <p class="soft s">{t('ui.shorter.note')}</p>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('ui.gentler.title')} sub={t('ui.gentler.sub')} onClose={onClose}>
      <div class="col gap-3">
        <Choice
          plain
          sub={t('ui.gentler.today-sub')}
          onPress={() => void keel.record({ type: 'day-wish', date: keel.today.date, calm: 1 }).then(onClose)}
        >
          {t('ui.gentler.today')}
        </Choice>
        <Choice
          plain
          sub={t('ui.gentler.fewer-sub')}
          onPress={() => void keel.record({ type: 'schedule', exercises_max: 2 }).then(onClose)}
        >
          {t('ui.gentler.fewer')}
        </Choice>
        <Big onPress={onClose}>{t('ui.gentler.keep')}</Big>
      </div>
    </Sheet>
  );
}
