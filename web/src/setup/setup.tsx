/* The first run: walks its steps; each is one screen. */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Steps, TopBar } from '../parts/parts';
import { t } from '../text/text';
import { AboutStep, BodyStep, KitStep } from './about';
import { ConfidenceStep, GoalStep } from './goal';
import { ProgrammeStep } from './programme';
import { CheckStep, Screening } from './screening';
import { nextStep, openQuestions, stepBefore, stepNumber, type SetupState } from './steps';

const STEP_COUNT = 8;
/* What must be answered before any movement. */
const URGENT: ReadonlySet<string> = new Set(['emergency', 'same-day']);

export function Setup({ state, onChange }: { state: SetupState; onChange: (state: SetupState) => void }) {
  const keel = useKeel();
  const [into, setInto] = useState(0);
  const { step, gentle } = state;
  useEffect(() => window.scrollTo(0, 0), [step]);

  const to = (next: SetupState) => {
    /* Whoever has just answered all this is not asked about the morning as well. */
    if (next.step === 'done') void keel.putOff('morning');
    void keel.log.setMeta('setup', next);
    onChange(next);
  };
  const on = () => to({ ...state, step: gentle && step === 'screening' ? 'done' : nextStep(step) });
  const back = () => (gentle ? to({ step: 'goal', gentle: false }) : to({ ...state, step: stepBefore(step) }));

  if (step === 'screening') {
    const questions = openQuestions(keel).filter((one) => !gentle || URGENT.has(one.tier));
    return <Screening questions={questions} onBack={back} onDone={on} before={gentle ? 0 : stepNumber(step)} />;
  }
  const bar = (
    <TopBar onBack={step === 'confidence' && into > 0 ? () => setInto(0) : back}>
      <Steps
        count={STEP_COUNT}
        now={stepNumber(step) + 1}
        label={t('ui.setup.step', stepNumber(step) + 1, STEP_COUNT)}
      />
    </TopBar>
  );
  return (
    <main class="page" key={step}>
      {bar}
      {step === 'goal' && <GoalStep onDone={on} onGentle={() => to({ step: 'screening', gentle: true })} />}
      {step === 'confidence' && <ConfidenceStep onDone={on} />}
      {step === 'about' && <AboutStep onDone={on} />}
      {step === 'body' && <BodyStep onDone={on} />}
      {step === 'kit' && <KitStep onDone={on} />}
      {step === 'check' && <CheckStep onDone={on} />}
      {step === 'programme' && <ProgrammeStep onDone={on} />}
    </main>
  );
}
