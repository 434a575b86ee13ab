/* After each movement: less, the same, a bit more, clearly more; a number only if clearly more; effort only where it is
 * asked. One tap where nothing rose. "Less" is judged like the same, and remembered as relief. */
import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icon';
import { Link, NumberPad, Sheet, Title } from '../parts/parts';
import type { PlayerCommand } from '../core/types';
import type { SessionRun } from '../session/run';
import { t } from '../text/text';
import { isFurther, Settled } from './pain';
import { Where } from './where';

const NO_MORE: readonly (readonly [string, IconName])[] = [
  ['less', 'down1'],
  ['same-or-less', 'same'],
];
const MORE: readonly (readonly [string, IconName, string])[] = [
  ['a-bit-more', 'up1', ' h'],
  ['clearly-more', 'up2', ' p'],
];
const EFFORTS: readonly (readonly [string, number])[] = [
  ['easy', 20],
  ['right', 55],
  ['hard', 85],
];

type Answer = Omit<Extract<PlayerCommand, { do: 'answer' }>, 'do'>;

export function AfterAnswer({ run, onUnwell }: { run: SessionRun; onUnwell: () => void }) {
  const { ask } = run.view;
  const give = (fields: Answer) => run.command({ do: 'answer', ...fields });
  if (ask.includes('settled')) return <Settled run={run} />;
  if (ask.includes('pain')) return <HowMuch run={run} give={give} />;
  const effort = ask.includes('challenge');
  return (
    <div class="s-ask">
      <Title>{t('ui.after.ask')}</Title>
      <div class="col" style={{ gap: '12px' }}>
        {effort ? (
          <SameAndEffort give={give} />
        ) : (
          <div class="step-pair">
            {NO_MORE.map(([change, icon]) => (
              <button type="button" key={change} class="step-answer" onClick={() => give({ change })}>
                <Shape icon={icon} tone="" />
                <b>{t(`ui.after.${change}`)}</b>
              </button>
            ))}
          </div>
        )}
        {MORE.map(([change, icon, tone]) => (
          <button type="button" key={change} class="step-answer" onClick={() => give({ change })}>
            <Shape icon={icon} tone={tone} />
            <span>
              <b>{t(`ui.after.${change}`)}</b>
              <small>{t(`ui.after.${change}-sub`)}</small>
            </span>
          </button>
        ))}
      </div>
      <p class="soft s center">{t(effort ? 'ui.effort.note' : 'ui.after.note')}</p>
      <div class="row between">
        <Link small quiet onPress={() => run.command({ do: 'skip' })}>
          {t('ui.effort.skip')}
        </Link>
        <Link small quiet onPress={onUnwell}>
          {t('ui.session.unwell')}
        </Link>
      </div>
    </div>
  );
}

function Shape({ icon, tone }: { icon: IconName; tone: string }) {
  return (
    <span class={`step-shape${tone}`}>
      <Icon name={icon} />
    </span>
  );
}

/* Where effort is asked, the same tap tells both: no more than before, and how hard it was. */
function SameAndEffort({ give }: { give: (fields: Answer) => void }) {
  const [formLost, setFormLost] = useState(false);
  const [less, setLess] = useState(false);
  const form = formLost ? { form: 'lost' } : {};
  return (
    <div class="step-answer same-effort" role="group" aria-label={t('ui.after.effort')}>
      <Shape icon="same" tone="" />
      <b>{t('ui.after.effort')}</b>
      <div class="answers three">
        {EFFORTS.map(([name, challenge]) => (
          <button
            type="button"
            key={name}
            class="btn"
            onClick={() => give({ change: less ? 'less' : 'same-or-less', challenge, ...form })}
          >
            {t(`ui.effort.${name}`)}
          </button>
        ))}
      </div>
      <Mark on={less} onPress={() => setLess(!less)} text="ui.effort.less" />
      <Mark on={formLost} onPress={() => setFormLost(!formLost)} text="ui.effort.form-lost" />
    </div>
  );
}

/* A word that goes with the answer, said before it. */
function Mark({ on, onPress, text }: { on: boolean; onPress: () => void; text: string }) {
  return (
    <button type="button" class="form-lost" aria-pressed={on} onClick={onPress}>
      <span class={`dot${on ? ' dot-on' : ''}`}>{on && <Icon name="check" />}</span>
      {t(text)}
    </button>
  );
}

/* Clearly more: where, and one number. */
function HowMuch({ run, give }: { run: SessionRun; give: (fields: Answer) => void }) {
  const [place, setPlace] = useState<string | null>(null);
  const skip = () => run.command({ do: 'skip' });
  if (place === null) {
    return (
      <Sheet key="where" over={t('ui.pain.step', 1)} title={t('ui.pain.where')} onClose={skip}>
        <Where onPick={setPlace} />
      </Sheet>
    );
  }
  return (
    <Sheet key="much" over={t('ui.pain.step', 2)} title={t('ui.pain.much')} sub={t('ui.pain.sub')} onClose={skip}>
      <NumberPad
        label={t('ui.pain.much')}
        was={run.view.pain_before}
        wasWord={t('ui.pain.before')}
        onPick={(pain) => give({ pain, further: isFurther(place, run.place) })}
      />
    </Sheet>
  );
}

/* When pain rose today: how it is at the end. */
export function EndAsk({ run }: { run: SessionRun }) {
  return (
    <div class="s-ask">
      <Title>{t('ui.end.ask')}</Title>
      <NumberPad
        label={t('ui.end.ask')}
        was={run.view.pain_before}
        wasWord={t('ui.pain.before')}
        onPick={(pain) => run.command({ do: 'answer', pain })}
      />
      <Link small quiet onPress={() => run.command({ do: 'skip' })}>
        {t('ui.end.skip')}
      </Link>
    </div>
  );
}
