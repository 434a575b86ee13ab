/* The session. Which of its screens is shown follows the player's step; pain and "I feel unwell" keep their corner. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeel, useSession } from '../app/context';
import type { PlayerView } from '../core/types';
import { Scene } from '../figure/scene';
import { IconButton, Steps } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { hasText, movementName, t } from '../text/text';
import { Before } from './before';
import { ChangeSheet } from './change';
import { AfterAnswer, EndAsk } from './after';
import { CalmNext, Ended } from './ended';
import { Decided, PainSheet } from './pain';
import { Running } from './running';
import { LeaveSheet } from './leave';
import { UnwellSheet } from './unwell';

export type SessionSheet = 'unwell' | 'change' | 'leave' | null;

const ASKS: ReadonlySet<string> = new Set(['ask', 'pain-ask', 'calm']);

export function SessionScreen({ run }: { run: SessionRun }) {
  const keel = useKeel();
  useSession(run);
  const [sheet, setSheet] = useState<SessionSheet>(null);
  const { view } = run;
  const ran = useRef(false);
  const open = (which: SessionSheet) => {
    run.hush();
    ran.current = run.view.can.includes('pause');
    if (ran.current) run.command({ do: 'pause' });
    setSheet(which);
  };
  /* Closing a sheet goes back to the movement as it was. */
  const close = () => {
    setSheet(null);
    if (ran.current && run.view.can.includes('resume')) run.command({ do: 'resume' });
    ran.current = false;
  };
  useKeys(run, sheet, open);
  useEffect(() => setSheet(null), [view.step === 'ended']);

  if (view.step === 'before')
    return (
      <Before
        run={run}
        onLeave={() => keel.closeSession()}
        onUnwell={() => setSheet('unwell')}
        sheet={sheet}
        onClose={() => setSheet(null)}
      />
    );
  if (view.step === 'ended') return <Ended run={run} />;
  const asScreen = new URLSearchParams(location.search).has('screen');
  return (
    <main class={`session${asScreen ? ' as-screen' : ''}${ASKS.has(view.step) ? ' asks' : ''}`}>
      <SessionHead view={view} onLeave={() => open('leave')} />
      <Scene view={() => run.view} onFrame={(listener) => run.onFrame(listener)} label={poseLabel(view)} />
      <StepBody run={run} onSheet={open} />
      {view.step === 'pain-ask' && view.ask.length > 0 && <PainSheet run={run} />}
      {sheet === 'unwell' && <UnwellSheet run={run} onClose={close} />}
      {sheet === 'change' && <ChangeSheet run={run} onClose={close} />}
      {sheet === 'leave' && <LeaveSheet run={run} onClose={close} />}
    </main>
  );
}

function StepBody({ run, onSheet }: { run: SessionRun; onSheet: (sheet: SessionSheet) => void }) {
  const { view } = run;
  if (view.step === 'ask') {
    return view.ask.includes('end-pain') ? (
      <EndAsk run={run} />
    ) : (
      <AfterAnswer run={run} key={view.index} onUnwell={() => onSheet('unwell')} />
    );
  }
  if (view.step === 'pain-ask' && view.ask.length === 0) return <Decided run={run} />;
  if (view.step === 'calm') return <CalmNext run={run} />;
  return <Running run={run} onSheet={onSheet} />;
}

/* Keys: Space pause or go on, P pain, U unwell, C change, arrows skip. A clicker is Space. */
export function useKeys(run: SessionRun, sheet: SessionSheet, open: (sheet: SessionSheet) => void): void {
  const keel = useKeel();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { view } = run;
      if (event.ctrlKey || event.metaKey || event.altKey || sheet !== null) return;
      const at = event.target as HTMLElement;
      if (at.closest('input, select, textarea, [role=dialog]')) return;
      const pressing = at.closest('button, a') !== null;
      if (event.code === 'Space' && !pressing) {
        const go = view.can.includes('ready') ? 'ready' : view.paused ? 'resume' : 'pause';
        if (view.can.includes(go)) run.command({ do: go });
      } else if (event.code === 'ArrowRight' && view.can.includes('skip') && !pressing) {
        run.command({ do: view.can.includes('ready') ? 'ready' : 'skip' });
      } else if (
        keel.settings.keys &&
        event.code === 'KeyP' &&
        view.can.includes('pain') &&
        view.step !== 'pain-ask'
      ) {
        run.hush();
        run.command({ do: 'pain' });
      } else if (keel.settings.keys && event.code === 'KeyU') {
        open('unwell');
      } else if (
        keel.settings.keys &&
        event.code === 'KeyC' &&
        view.can.some((one) => ['easier', 'harder', 'swap', 'skip'].includes(one))
      ) {
        open('change');
      } else {
        return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

export function poseLabel(view: PlayerView): string {
  const key = `${view.movement}.pose.${view.track_phase}`;
  return hasText(key) ? t(key) : t('ui.session.figure', movementName(view.movement));
}

export function SessionHead({ view, onLeave }: { view: PlayerView; onLeave: () => void }) {
  const keel = useKeel();
  const side = view.side === 'both' ? '' : ` · ${t(`ui.side.${view.side}`)}`;
  const done = view.step === 'ask' ? ` · ${t('ui.session.done')}` : side;
  const name = `${movementName(view.movement)}${done}`;
  const on = keel.settings.voice || keel.settings.tones;
  return (
    <header class="s-head">
      <span class="s-close">
        <IconButton icon="close" label={t('ui.session.end')} onPress={onLeave} />
      </span>
      <div class="s-head-mid">
        <Steps
          count={view.item_count}
          now={view.item + (view.step === 'ask' ? 1 : 0)}
          part
          label={t('ui.session.of', view.item + 1, view.item_count)}
        />
        {ASKS.has(view.step) ? <p class="s-name">{name}</p> : <h1 class="s-name">{name}</h1>}
      </div>
      <IconButton
        icon={on ? 'sound' : 'mute'}
        label={t(on ? 'ui.session.sound-on' : 'ui.session.sound-off')}
        onPress={() => keel.change({ voice: !on, tones: !on })}
      />
    </header>
  );
}
