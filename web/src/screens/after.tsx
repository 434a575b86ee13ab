/* After each movement: same or less, a bit more, clearly more; a number only if clearly more; effort only where it is
 * asked. One tap where nothing rose and no effort is asked. */
import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icon';
import { Link, NumberPad, Sheet, Title } from '../parts/parts';
import type { PlayerCommand } from '../core/types';
import type { SessionRun } from '../session/run';
import { t } from '../text/text';
import { isFurther, Settled } from './pain';
import { Where } from './where';

const CHANGES: readonly (readonly [string, IconName, string])[] = [
  ['same-or-less', 'same', ''],
  ['a-bit-more', 'up1', ' h'],
  ['clearly-more', 'up2', ' p'],
];
const EFFORTS: readonly (readonly [string, number])[] = [
  ['easy', 20],
  ['right', 55],
  ['hard', 85],
];

type Answer = Extract<PlayerCommand, { do: 'answer' }>;

export function AfterAnswer({ run, onUnwell }: { run: SessionRun; onUnwell: () => void }) {
  const { ask } = run.view;
  const [formLost, setFormLost] = useState(false);
  const [place, setPlace] = useState<string | null>(null);
  const give = (fields: Omit<Answer, 'do'>) => run.command({ do: 'answer', ...fields });

  if (ask.includes('change')) {
    return (
      <div class="s-ask">
        <Title>{t('ui.after.ask')}</Title>
        <div class="col" style={{ gap: '12px' }}>
          {CHANGES.map(([change, icon, tone]) => (
            <button type="button" key={change} class="step-answer" onClick={() => give({ change })}>
              <span class={`step-shape${tone}`}>
                <Icon name={icon} />
              </span>
              <span>
                <b>{t(`ui.after.${change}`)}</b>
                <small>{t(`ui.after.${change}-sub`)}</small>
              </span>
            </button>
          ))}
        </div>
        <p class="soft s center">{t('ui.after.note')}</p>
        <div class="row between">
          <span />
          <Link small quiet onPress={onUnwell}>
            {t('ui.session.unwell')}
          </Link>
        </div>
      </div>
    );
  }
  if (ask.includes('pain') || ask.includes('further')) {
    const done = (pain?: number, where?: string) =>
      give({
        ...(pain === undefined ? {} : { pain }),
        ...(where === undefined ? {} : { further: isFurther(where, run.place) }),
      });
    if (ask.includes('further') && place === null) {
      return (
        <Sheet key="where" title={t('ui.pain.where')} onClose={() => setPlace('back')}>
          <Where onPick={(where) => (ask.includes('pain') ? setPlace(where) : done(undefined, where))} />
        </Sheet>
      );
    }
    return (
      <Sheet key="much" title={t('ui.pain.much')} sub={t('ui.pain.sub')} onClose={() => run.command({ do: 'skip' })}>
        <NumberPad
          label={t('ui.pain.much')}
          was={run.view.pain_before}
          wasWord={t('ui.pain.before')}
          onPick={(pain) => done(pain, place ?? undefined)}
        />
      </Sheet>
    );
  }
  if (ask.includes('settled')) return <Settled run={run} />;
  return (
    <div class="s-ask">
      <Title>{t('ui.effort.ask')}</Title>
      <div class="answers three" role="group" aria-label={t('ui.effort.ask')}>
        {EFFORTS.map(([name, challenge]) => (
          <button
            type="button"
            key={name}
            class="btn"
            onClick={() =>
              give({
                ...(ask.includes('challenge') ? { challenge } : {}),
                ...(formLost ? { form: 'lost' } : {}),
              })
            }
          >
            {t(`ui.effort.${name}`)}
          </button>
        ))}
      </div>
      {ask.includes('form') && (
        <button
          type="button"
          class={`choice${formLost ? ' on' : ''}`}
          aria-pressed={formLost}
          onClick={() => setFormLost(!formLost)}
        >
          <span class="choice-text">{t('ui.effort.form-lost')}</span>
          <span class="dot">{formLost && <Icon name="check" />}</span>
        </button>
      )}
      <p class="soft s">{t('ui.effort.note')}</p>
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
