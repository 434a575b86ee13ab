/* Which screen is shown. In this order: what hinders, another device's person, a session, a lock, the first run, what
 * is asked today, and only then where the person has gone to. */
import { useEffect, useReducer, useState } from 'preact/hooks';
import { AskFirst, useDueAsk } from '../screens/asks';
import { Banner } from '../screens/banner';
import { Library } from '../screens/library';
import { EducationPage } from '../screens/education';
import { LockScreen } from '../screens/lock';
import { Mirror } from '../screens/mirror';
import { MeasurePage } from '../screens/measure';
import { MovementPage } from '../screens/movement';
import { Pair, usePairing } from '../screens/pair';
import { ProgressPage } from '../screens/progress';
import { SelfTestScreen } from '../screens/selftest';
import { SessionScreen } from '../screens/session';
import { SettingsPage } from '../screens/settings';
import { TodayPage } from '../screens/today';
import { WhyPage } from '../screens/why';
import { ClinicianPage } from '../clinician/page';
import { PrintPage } from '../print/programme';
import { Rescreen } from '../setup/rescreen';
import { Setup } from '../setup/setup';
import { loadSetup, type SetupState } from '../setup/steps';
import { useKeel } from './context';
import { go, readRoute } from './route';

const OVER_LOCK: ReadonlySet<string> = new Set(['settings', 'progress', 'movements', 'movement', 'education']);

function useRoute() {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const on = () => {
      again(0);
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', on);
    return () => window.removeEventListener('hashchange', on);
  }, []);
  return readRoute();
}

export function App() {
  const keel = useKeel();
  if (keel.phase === 'starting') return <div class="splash" aria-busy="true" />;
  if (keel.phase === 'broken') return <Broken reason={keel.trouble} />;
  return <Ready />;
}

/* The one screen whose words do not come from the catalogue: it is shown when that could not be read. */
function Broken({ reason }: { reason: string }) {
  return (
    <main class="page">
      <h1>Keel could not start</h1>
      <p class="l" style={{ margin: '16px 0' }}>
        Your record is safe on this device. Please try again.
      </p>
      <button type="button" class="big" onClick={() => location.reload()}>
        Try again
      </button>
      <p class="soft s" style={{ marginTop: '24px' }}>
        {reason}
      </p>
    </main>
  );
}

function Ready() {
  const keel = useKeel();
  const route = useRoute();
  const pairing = usePairing();
  const [setup, setSetup] = useState<SetupState | null>(null);
  const [rescreen, setRescreen] = useState<'screening' | 'later' | null>(null);
  const due = useDueAsk();
  useEffect(() => {
    if (pairing.settled) void loadSetup(keel).then(setSetup);
  }, [pairing.settled, keel.log.who.person, keel.imports]);

  if (!pairing.settled) return <Pair pairing={pairing} />;
  if (setup === null) return <div class="splash" aria-busy="true" />;
  if (!keel.tabs.leads && keel.mirrored) return <Mirror frame={keel.mirrored} />;
  if (keel.session && keel.testing) return <SelfTestScreen run={keel.session} offer={keel.testing} />;
  if (keel.session) return <SessionScreen run={keel.session} />;
  if (route.name === 'clinician') return <ClinicianPage page={route.id} />;
  const { lock } = keel.today;
  const locked = lock !== null && lock.rule !== 'screen.unanswered';
  if (locked && !OVER_LOCK.has(route.name))
    return (
      <>
        <Banner />
        <LockScreen lock={lock} />
      </>
    );
  if (setup.step !== 'done') return <Setup state={setup} onChange={setSetup} />;
  if (rescreen || (lock?.rule === 'screen.unanswered' && !OVER_LOCK.has(route.name))) {
    return <Rescreen kind={rescreen ?? 'screening'} onDone={() => setRescreen(null)} />;
  }
  if (route.name === 'today' && due)
    return (
      <>
        <Banner />
        <AskFirst due={due} onRescreen={() => setRescreen('screening')} />
      </>
    );
  return (
    <>
      <Banner />
      <Page name={route.name} id={route.id} onRescreen={setRescreen} onSetup={setSetup} />
    </>
  );
}

function Page({
  name,
  id,
  onRescreen,
  onSetup,
}: {
  name: string;
  id: string;
  onRescreen: (kind: 'screening' | 'later') => void;
  onSetup: (state: SetupState) => void;
}) {
  if (name === 'progress') return <ProgressPage />;
  if (name === 'measure') return <MeasurePage id={id} key={id} />;
  if (name === 'movements') return <Library />;
  if (name === 'movement') return <MovementPage id={id} key={id} />;
  if (name === 'why') return <WhyPage id={id} key={id} onChanged={() => onRescreen('screening')} />;
  if (name === 'print') return <PrintPage onBack={() => go('today')} />;
  if (name === 'education') return <EducationPage />;
  if (name === 'settings') return <SettingsPage onRescreen={() => onRescreen('screening')} />;
  return <TodayPage onFinishSetup={() => onSetup({ step: 'goal', gentle: false })} onRescreen={onRescreen} />;
}
