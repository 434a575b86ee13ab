/* A self-test: what it is for, pain and place before, the figure leads, pain and place after, what it shows. The player
 * leads it like any session, so pain and "I feel unwell" keep their corner and their rules; only the result is new. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeel, useSession } from '../app/context';
import type { Draft } from '../gen/events';
import type { TestOffer } from '../core/types';
import { Picture } from '../figure/picture';
import { Scene } from '../figure/scene';
import { Icon } from '../parts/icon';
import { Big, Btn, Title } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { hasText, movementName, ruleText, t } from '../text/text';
import { EndAsk } from './after';
import { CalmNext, Ended } from './ended';
import { Decided, PainSheet, Settled } from './pain';
import { Counts, cueOf, SafeRow } from './running';
import { isDirection, isFurtherOut, TestAfter, TestBefore, TestQuestion, type Told } from './selftest-ask';
import { poseLabel, SessionHead, useKeys, type SessionSheet } from './session';
import { UnwellSheet } from './unwell';

const HOLDS: ReadonlySet<string> = new Set(['front-hold', 'side-hold']);
const REPS = 5;

interface Notes {
  pain: number;
  painAfter: number | null;
  placeAfter: string | null;
  held: Record<string, number>;
  reps: number;
}

export function SelfTestScreen({ run, offer }: { run: SessionRun; offer: TestOffer }) {
  const keel = useKeel();
  useSession(run);
  const notes = useRef<Notes>({ pain: 0, painAfter: null, placeAfter: null, held: {}, reps: 0 });
  const [sheet, setSheet] = useState<SessionSheet>(null);
  const [waits, setWaits] = useState('');
  const [more, setMore] = useState(false);
  const { view } = run;
  const open = (which: SessionSheet) => {
    if (which !== 'unwell') return;
    run.hush();
    if (view.can.includes('pause')) run.command({ do: 'pause' });
    setSheet(which);
  };
  const close = () => {
    setSheet(null);
    if (run.view.can.includes('resume') && run.view.step !== 'pain-ask') run.command({ do: 'resume' });
  };
  useKeys(run, sheet, open);
  useHeld(run, notes.current);
  useEffect(() => setSheet(null), [view.step === 'ended']);
  const again = view.index === 1 && view.step === 'set-up' && !more;
  useEffect(() => {
    if (again && view.can.includes('pause')) run.command({ do: 'pause' });
  }, [again]);

  const begin = (pain: number, place: string | null) => {
    notes.current.pain = pain;
    run.begin(pain, place);
    void run.settled().then(() => {
      const state = keel.today.tests.find((one) => one.test === offer.test);
      if (!state || state.state === 'due' || run.view.step === 'ended') return;
      setWaits(ruleText(state.rule, state.inputs));
      run.command({ do: 'end' });
    });
  };
  const leave = () => keel.closeSession();
  const unwell = sheet === 'unwell' && <UnwellSheet run={run} onClose={close} />;

  if (waits !== '') return <Said title={t('ui.test.wait')} text={waits} onBack={leave} />;
  if (view.step === 'before')
    return (
      <>
        <TestBefore run={run} offer={offer} onBegin={begin} onLeave={leave} onUnwell={() => setSheet('unwell')} />
        {unwell}
      </>
    );
  if (view.step === 'ended') {
    if (view.end === 'unwell') return <Ended run={run} />;
    return <Result run={run} offer={offer} notes={notes.current} onBack={leave} />;
  }
  return (
    <main class={`session${view.step === 'ask' || view.step === 'pain-ask' || again ? ' asks' : ''}`}>
      <SessionHead view={view} onLeave={() => run.command({ do: 'end' })} />
      <Scene view={() => run.view} onFrame={(listener) => run.onFrame(listener)} label={poseLabel(view)} />
      {again ? (
        <More run={run} notes={notes.current} onMore={() => setMore(true)} />
      ) : (
        <Step run={run} offer={offer} notes={notes.current} onUnwell={() => open('unwell')} />
      )}
      {view.step === 'pain-ask' && view.ask.length > 0 && <PainSheet run={run} />}
      {unwell}
    </main>
  );
}

/* How long each side was held, and how often it was done: read from the frames, the record has them too. */
function useHeld(run: SessionRun, notes: Notes): void {
  useEffect(
    () =>
      run.onFrame(() => {
        const { view } = run;
        const before = view.index * REPS;
        if (view.step === 'move' || view.step === 'hold') notes.reps = Math.max(notes.reps, before + view.rep);
        if (view.step === 'hold')
          notes.held[view.side] = Math.max(notes.held[view.side] ?? 0, Math.round(view.phase_ms / 1000));
      }),
    [run],
  );
}

function Step({
  run,
  offer,
  notes,
  onUnwell,
}: {
  run: SessionRun;
  offer: TestOffer;
  notes: Notes;
  onUnwell: () => void;
}) {
  const { view } = run;
  if (view.step === 'ask' && view.ask.includes('end-pain')) return <EndAsk run={run} />;
  if (view.step === 'ask' && view.ask.includes('settled')) return <Settled run={run} />;
  if (view.step === 'ask') {
    const told = (pain: number, place: string | null) => {
      notes.painAfter = pain;
      notes.placeAfter = place;
    };
    return <TestAfter key={view.index} run={run} offer={offer} onTold={told} onUnwell={onUnwell} />;
  }
  if (view.step === 'calm') return <CalmNext run={run} />;
  if (view.step === 'pain-ask' && view.ask.length === 0) {
    const goesOn = view.can.includes('easier') || view.can.includes('skip');
    return goesOn ? <Decided run={run} /> : <Stopped run={run} />;
  }
  return <Leading run={run} offer={offer} onUnwell={onUnwell} />;
}

/* Stopped for pain: the test ends with it, and what was said counts. */
function Stopped({ run }: { run: SessionRun }) {
  const { message, movement } = run.view;
  const on = () => {
    run.command({ do: 'continue' });
    if (run.view.step !== 'ended' && run.view.step !== 'calm') run.command({ do: 'end' });
  };
  return (
    <div class="s-ask">
      <Title>{t('ui.decided.finished', movementName(movement))}</Title>
      {message && <p class="soft l">{ruleText(message.rule, message.inputs)}</p>}
      <div class="grow" />
      <Big icon="arrow" onPress={on}>
        {t('ui.continue')}
      </Big>
    </div>
  );
}

/* The movement: cue, count and breath, and one thing to press. */
function Leading({ run, offer, onUnwell }: { run: SessionRun; offer: TestOffer; onUnwell: () => void }) {
  const { view } = run;
  const ready = view.can.includes('ready');
  const holds = HOLDS.has(offer.test) && view.can.includes('form-lost') && !view.paused;
  const own = `selftest.${offer.test}.cue`;
  return (
    <div class="s-body">
      <p class="cue long" aria-live="polite" tabIndex={-1}>
        {hasText(own) && !view.paused && !ready ? t(own) : cueOf(view)}
      </p>
      <Counts view={view} />
      <div class={`low${ready ? ' waits' : view.paused ? ' paused' : ''}`}>
        {ready || holds ? <Waiting run={run} holds={holds} /> : <Pause run={run} />}
        <SafeRow run={run} onUnwell={onUnwell} />
      </div>
    </div>
  );
}

function Waiting({ run, holds }: { run: SessionRun; holds: boolean }) {
  const { paused } = run.view;
  return (
    <div class="rest-row">
      <Btn onPress={() => run.command({ do: paused ? 'resume' : 'pause' })}>
        {t(paused ? 'ui.session.go-on' : 'ui.session.wait')}
      </Btn>
      {holds ? (
        <Big onPress={() => run.command({ do: 'form-lost' })}>{t('ui.test.let-go')}</Big>
      ) : (
        <Big onPress={() => run.command({ do: 'ready' })}>{t('ui.session.ready')}</Big>
      )}
    </div>
  );
}

function Pause({ run }: { run: SessionRun }) {
  const { paused } = run.view;
  return (
    <div class="controls">
      <span />
      <button
        type="button"
        class="pause"
        aria-label={t(paused ? 'ui.session.go-on' : 'ui.session.pause')}
        onClick={() => run.command({ do: paused ? 'resume' : 'pause' })}
      >
        <Icon name={paused ? 'play' : 'pause'} filled={paused} />
      </button>
      <span />
    </div>
  );
}

/* After the first five. Further out has ended it already. */
function More({ run, notes, onMore }: { run: SessionRun; notes: Notes; onMore: () => void }) {
  const out = notes.placeAfter !== null && isFurtherOut(notes.placeAfter, run.place ?? 'back');
  const enough = () => run.command({ do: 'end' });
  useEffect(() => {
    if (out) enough();
  }, [out]);
  const on = () => {
    onMore();
    if (run.view.can.includes('resume')) run.command({ do: 'resume' });
  };
  return (
    <div class="s-ask">
      <Title>{t('ui.test.more')}</Title>
      <p class="soft l">{t('ui.test.more-sub')}</p>
      <div class="grow" />
      <Big icon="play" onPress={on}>
        {t('ui.test.more-yes')}
      </Big>
      <Btn onPress={enough}>{t('ui.test.more-no')}</Btn>
    </div>
  );
}

/* ---- the result -------------------------------------------------------------------------------- */

function directionDraft(run: SessionRun, offer: TestOffer, notes: Notes): Draft | null {
  const painAfter = run.placeNow === null ? notes.painAfter : run.view.pain_now;
  const placeAfter = run.placeNow ?? notes.placeAfter;
  if (painAfter === null || placeAfter === null) return null;
  return {
    type: 'direction-test',
    direction: offer.test,
    pain_before: notes.pain,
    pain_after: painAfter,
    place_before: run.place ?? 'nowhere',
    place_after: placeAfter,
    reps: Math.min(20, Math.max(1, notes.reps)),
  } as Draft;
}

function heldOf(notes: Notes, sides: string): Told {
  const { held } = notes;
  if (sides === 'none') return held.both === undefined ? [] : [{ side: 'both', value: held.both }];
  return (['left', 'right'] as const).flatMap((side) => {
    const value = held[side];
    return value === undefined ? [] : [{ side, value }];
  });
}

/* Records once, then says what the core makes of it. */
function Result({
  run,
  offer,
  notes,
  onBack,
}: {
  run: SessionRun;
  offer: TestOffer;
  notes: Notes;
  onBack: () => void;
}) {
  const keel = useKeel();
  const [kept, setKept] = useState<'no' | 'nothing' | 'yes'>('no');
  const stopped = run.view.done_items.some((item) => item.end === 'pain');
  const done = run.view.done_items.some((item) => ['done', 'eased', 'form'].includes(item.end));
  const asks = !isDirection(offer.test) && !HOLDS.has(offer.test) && done && !stopped;
  const keep = (drafts: Draft[]) => {
    if (drafts.length === 0) {
      setKept('nothing');
      return;
    }
    void run
      .settled()
      .then(() => keel.record(...drafts))
      .then(() => setKept('yes'));
  };
  const keepTold = (told: Told) =>
    keep(
      told.map(
        ({ side, value }) =>
          ({ type: 'baseline', test: offer.test, side, value, movement: offer.movement }) as Draft,
      ),
    );
  useEffect(() => {
    if (asks) return;
    if (HOLDS.has(offer.test)) keepTold(done ? heldOf(notes, offer.sides) : []);
    else {
      const draft = isDirection(offer.test) ? directionDraft(run, offer, notes) : null;
      keep(draft ? [draft] : []);
    }
  }, []);
  if (kept === 'no' && asks) return <TestQuestion test={offer.test} onTold={keepTold} />;
  if (kept === 'no') return <main class="page" aria-busy="true" />;
  const found = keel.today.tests.find((one) => one.test === offer.test)?.found;
  if (kept === 'nothing' || !found)
    return <Said title={t('ui.test.left')} text={t('ui.test.left-sub')} onBack={onBack} />;
  const text = ruleText(found.rule, found.inputs);
  return <Said title={t('ui.test.found')} text={text} movement={offer.movement} onBack={onBack} />;
}

function Said({
  title,
  text,
  movement,
  onBack,
}: {
  title: string;
  text: string;
  movement?: string;
  onBack: () => void;
}) {
  return (
    <main class="page">
      {movement && (
        <div class="test-pic">
          <Picture movement={movement} />
        </div>
      )}
      <div style={{ height: '18px' }} />
      <Title>{title}</Title>
      <p class="l" role="status" style={{ margin: '14px 0' }}>
        {text}
      </p>
      {movement && <p class="soft">{t('ui.test.counts')}</p>}
      <div class="grow" />
      <Big onPress={onBack}>{t('ui.ended.back')}</Big>
    </main>
  );
}
