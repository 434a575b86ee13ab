/* Moving, holding, resting, changing sides: cue, count | breath, pause, then pain and unwell as the last row. */
import { useKeel } from '../app/context';
import type { PlayerView } from '../core/types';
import { Icon, type IconName } from '../parts/icon';
import { Big, Btn } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { hasText, movementName, ruleText, t } from '../text/text';
import { stretchedWords } from './muscles';
import type { SessionSheet } from './session';

const LONG_CUE = 34;
const VERY_LONG_CUE = 64;
const BREATHS: Readonly<Record<string, IconName>> = { in: 'in', out: 'out', easy: 'easy' };

export function Running({ run, onSheet }: { run: SessionRun; onSheet: (sheet: SessionSheet) => void }) {
  const { view } = run;
  const waits = view.step === 'set-up' || view.step === 'rest' || view.step === 'side-change';
  const cue = cueOf(view);
  return (
    <div class="s-body">
      <p
        class={`cue${cue.length > VERY_LONG_CUE ? ' xlong' : cue.length > LONG_CUE ? ' long' : ''}`}
        aria-live="polite"
        tabIndex={-1}
      >
        {cue}
      </p>
      {view.message && view.step !== 'pain-ask' && (
        <p class="s-said" role="status">
          {ruleText(view.message.rule, view.message.inputs)}
        </p>
      )}
      <Stretched view={view} />
      <Counts view={view} />
      <div class={`low${waits ? ' waits' : view.paused ? ' paused' : ''}`}>
        {waits ? <Waiting run={run} /> : <Controls run={run} onSheet={onSheet} />}
        <SafeRow run={run} onUnwell={() => onSheet('unwell')} />
      </div>
      <Keys />
    </div>
  );
}

/* With the muscles shown: what lengthens, and on which side now. */
function Stretched({ view }: { view: PlayerView }) {
  const keel = useKeel();
  const facts = keel.core.movement(view.movement);
  if (!keel.settings.muscles || !facts || facts.stretches.length === 0) return null;
  return <p class="s-said">{stretchedWords(facts, view.mirrored)}</p>;
}

export function cueOf(view: PlayerView): string {
  if (view.paused) return t('ui.session.paused');
  if (view.cue !== '' && hasText(view.cue)) return t(view.cue);
  if (view.step === 'rest') return t('ui.session.rest');
  if (view.step === 'hold') return t('ui.session.hold');
  return movementName(view.movement);
}

/* The one number that is read from two metres away: repetitions, or seconds left. */
export function Counts({ view }: { view: PlayerView }) {
  const waits = view.step === 'set-up' || view.step === 'rest' || view.step === 'side-change';
  const left = Math.ceil((view.clock_length_ms - view.clock_ms) / 1000);
  const phaseLeft = Math.ceil((view.phase_length_ms - view.phase_ms) / 1000);
  const set = view.set_count > 1 ? t('ui.session.set', view.set, view.set_count) : '';
  if (waits) {
    const word =
      view.step === 'side-change'
        ? 'ui.session.to-change'
        : view.step === 'rest'
          ? 'ui.session.to-rest'
          : 'ui.session.to-begin';
    return (
      <div class="count-row">
        <Half alone count={left} of={t(word, left)} set={view.step === 'rest' ? set : ''} />
      </div>
    );
  }
  const timed = view.clock_length_ms > 0;
  const long = view.step === 'hold' && view.phase_length_ms >= 5_000;
  const half = timed ? (
    <Half count={left} of={t('ui.session.left')} set={set} />
  ) : view.rep_count === 1 || (long && view.rep_count === 0) ? (
    <Half count={phaseLeft} of={t('ui.session.left')} set={set} />
  ) : (
    <Half count={view.rep} of={view.rep_count > 0 ? t('ui.session.of-reps', view.rep_count) : ''} set={set} />
  );
  return (
    <div class="count-row">
      {half}
      <Breath view={view} />
    </div>
  );
}

function Half({ count, of, set, alone }: { count: number; of: string; set?: string; alone?: boolean }) {
  const digits = String(count).length;
  return (
    <div class={`count-half${alone ? ' alone' : ''}`}>
      <span class={`count${digits > 2 ? ' three' : digits > 1 ? ' two' : ''}`}>{count}</span>
      <span class="of">
        {of}
        {set && <small>{set}</small>}
      </span>
    </div>
  );
}

function Breath({ view }: { view: PlayerView }) {
  return (
    <div class="breath">
      <Icon name={BREATHS[view.breath] ?? 'easy'} />
      <span>{t(`ui.breath.${view.breath}`)}</span>
    </div>
  );
}

function Waiting({ run }: { run: SessionRun }) {
  const { view } = run;
  return (
    <div class="rest-row">
      {view.paused ? (
        <Btn onPress={() => run.command({ do: 'resume' })}>{t('ui.session.go-on')}</Btn>
      ) : (
        <Btn onPress={() => run.command({ do: 'pause' })}>{t('ui.session.wait')}</Btn>
      )}
      <Big onPress={() => run.command({ do: 'ready' })}>{t('ui.session.ready')}</Big>
    </div>
  );
}

function Controls({ run, onSheet }: { run: SessionRun; onSheet: (sheet: SessionSheet) => void }) {
  const { view } = run;
  const eased = view.can.includes('eased');
  return (
    <div class="controls">
      <button type="button" class="ctl" onClick={() => onSheet('change')}>
        <Icon name="change" />
        {t('ui.session.change')}
      </button>
      <button
        type="button"
        class="pause"
        aria-label={t(view.paused ? 'ui.session.go-on' : 'ui.session.pause')}
        onClick={() => run.command({ do: view.paused ? 'resume' : 'pause' })}
      >
        <Icon name={view.paused ? 'play' : 'pause'} filled={view.paused} />
      </button>
      {eased ? (
        <button type="button" class="ctl good" onClick={() => run.command({ do: 'eased' })}>
          <Icon name="easy" />
          {t('ui.session.eased')}
        </button>
      ) : (
        <button type="button" class="ctl" onClick={() => run.command({ do: 'skip' })}>
          <Icon name="next" />
          {t('ui.session.skip')}
        </button>
      )}
    </div>
  );
}

/* Always the last row, always in this order. */
export function SafeRow({ run, onUnwell }: { run: SessionRun; onUnwell: () => void }) {
  const pain = () => {
    run.hush();
    run.command({ do: 'pain' });
  };
  return (
    <div class="safe-row">
      <button type="button" class="pain" onClick={pain} disabled={!run.view.can.includes('pain')}>
        <Icon name="pain" />
        {t('ui.session.pain')}
      </button>
      <button
        type="button"
        class="unwell"
        onClick={() => {
          run.hush();
          onUnwell();
        }}
      >
        <Icon name="unwell" />
        {t('ui.session.unwell')}
      </button>
    </div>
  );
}

function Keys() {
  const keel = useKeel();
  if (!keel.settings.keys) return null;
  const keys = [
    ['ui.key.space', 'ui.key.pause'],
    ['ui.key.p', 'ui.key.pain'],
    ['ui.key.u', 'ui.key.unwell'],
    ['ui.key.c', 'ui.key.change'],
  ] as const;
  return (
    <p class="keys" aria-hidden="true">
      {keys.map(([key, word]) => (
        <span key={key}>
          <kbd>{t(key)}</kbd> {t(word)}
        </span>
      ))}
    </p>
  );
}
