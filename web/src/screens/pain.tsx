/* Pain, in two taps: where, how much. Then, if it rose, whether it has settled within a minute. What follows is decided
 * by the core at once and said here: what happens, and what to do now. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Icon } from '../parts/icon';
import { Big, Link, NumberPad, Sheet, Title } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { hasText, movementName, ruleText, t, tx } from '../text/text';
import { PLACES, Where } from './where';
import { UnwellSheet } from './unwell';

/* Leg pain that is felt further down than at the start. */
export function isFurther(place: string, start: string | null): 0 | 1 {
  const now = PLACES.indexOf(place as (typeof PLACES)[number]);
  const first = PLACES.indexOf((start ?? 'back') as (typeof PLACES)[number]);
  return now > first && now >= PLACES.indexOf('thigh') ? 1 : 0;
}

export function PainSheet({ run }: { run: SessionRun }) {
  const [place, setPlace] = useState<string | null>(null);
  const { view } = run;
  const close = () => run.command({ do: 'resume' });
  if (view.ask.includes('settled') && !view.ask.includes('pain')) return <Settled run={run} />;
  if (place === null) {
    return (
      <Sheet key="where" over={t('ui.pain.step', 1)} title={t('ui.pain.where')} onClose={close}>
        <Where onPick={setPlace} />
      </Sheet>
    );
  }
  const give = (pain: number) => {
    run.placeNow = place;
    run.command({ do: 'pain', pain, further: isFurther(place, run.place) });
  };
  return (
    <Sheet
      key="much"
      over={t('ui.pain.step', 2)}
      title={t('ui.pain.much')}
      onClose={close}
      sub={t('ui.pain.in', t(`ui.place.${place}`).toLowerCase())}
    >
      <NumberPad
        label={t('ui.pain.much')}
        was={view.pain_before}
        wasWord={t('ui.pain.before')}
        onPick={give}
        extra={
          view.can.includes('resume') && (
            <button type="button" class="num word" onClick={close}>
              {t('ui.pain.settled')}
            </button>
          )
        }
      />
    </Sheet>
  );
}

/* The minute in which it may settle: the answer can be given before it is over. */
export function Settled({ run }: { run: SessionRun }) {
  const { view } = run;
  const [down, setDown] = useState(false);
  const left = Math.max(0, Math.ceil((view.clock_length_ms - view.clock_ms) / 1000));
  const further: { further?: 0 | 1 } = view.ask.includes('further') ? { further: down ? 1 : 0 } : {};
  const say = (settled: 'yes' | 'no') => {
    run.command({ do: view.step === 'pain-ask' ? 'pain' : 'answer', settled, ...further });
  };
  return (
    <Sheet
      title={t('ui.settled.title')}
      sub={t('ui.settled.sub')}
      over={t('ui.session.paused-over')}
      onClose={() => say('no')}
    >
      <div class="answers two">
        <button type="button" class="btn" onClick={() => say('yes')}>
          {t('ui.settled.yes')}
        </button>
        <button type="button" class="btn" onClick={() => say('no')}>
          {t('ui.settled.no')}
        </button>
      </div>
      <div class="count-row" role="timer" aria-label={t('ui.settled.left', left)}>
        <div class="count-half alone">
          <span class="count two">{left}</span>
          <span class="of">{t('ui.session.left')}</span>
        </div>
      </div>
      {view.ask.includes('further') && (
        <button type="button" class="form-lost" aria-pressed={down} onClick={() => setDown(!down)}>
          <span class={`dot${down ? ' dot-on' : ''}`}>{down && <Icon name="check" />}</span>
          {t('ui.settled.further')}
        </button>
      )}
    </Sheet>
  );
}

/* What was decided, and what to do now. */
export function Decided({ run }: { run: SessionRun }) {
  const keel = useKeel();
  const [unwell, setUnwell] = useState(false);
  const { view } = run;
  const { message } = view;
  if (!message) return null;
  const name = movementName(view.movement);
  const goesOn = view.can.includes('easier') || view.can.includes('skip');
  const title = `ui.decided.${message.rule}`;
  const next = message.next ?? nextMovement(run);
  return (
    <div class="s-ask">
      <Title>{hasText(title) ? t(title, name) : t(goesOn ? 'ui.decided.go-on' : 'ui.decided.finished', name)}</Title>
      <p class="soft l">{ruleText(message.rule, message.inputs)}</p>
      <p class="l">
        {goesOn
          ? t('ui.decided.now-smaller')
          : next !== null
            ? tx('ui.decided.now', <b>{movementName(next)}</b>)
            : t('ui.decided.now-done')}
      </p>
      <div class="grow" />
      <Big icon="arrow" onPress={() => run.command({ do: 'continue' })}>
        {goesOn ? t('ui.decided.smaller') : next !== null ? movementName(next) : t('ui.continue')}
      </Big>
      <div class="row wrap" style={{ justifyContent: 'center', gap: '0 26px' }}>
        {view.can.includes('easier') && view.choices.easier && (
          <Link small onPress={() => run.command({ do: 'easier' })}>
            {t('ui.decided.easier', movementName(view.choices.easier))}
          </Link>
        )}
        {view.can.includes('skip') && (
          <Link small onPress={() => run.command({ do: 'skip' })}>
            {t('ui.decided.leave-it')}
          </Link>
        )}
        <Link small onPress={() => run.command({ do: 'end' })}>
          {t('ui.decided.end')}
        </Link>
        <Link small quiet onPress={() => setUnwell(true)}>
          {t('ui.session.unwell')}
        </Link>
      </div>
      {unwell && <UnwellSheet run={run} onClose={() => setUnwell(false)} />}
    </div>
  );

  function nextMovement(of: SessionRun): string | null {
    const items = keel.itemsOfSession();
    const done = new Set(of.view.done_items.map((item) => item.index));
    return items.find((item) => !done.has(item.index) && item.index !== of.view.index)?.movement ?? null;
  }
}
