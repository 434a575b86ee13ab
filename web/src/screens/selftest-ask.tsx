/* What a self-test asks: before it, after it, and what only the person can tell. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TestOffer } from '../core/types';
import { Picture } from '../figure/picture';
import { Big, Choice, IconButton, Link, NumberPad, Title } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { hasText, t } from '../text/text';
import { isFurther } from './pain';
import { PLACES, Where } from './where';

const DIRECTIONS: ReadonlySet<string> = new Set(['flexion', 'extension', 'side', 'rotation']);

export function isDirection(test: string): boolean {
  return DIRECTIONS.has(test);
}

export function isFurtherOut(place: string, start: string): boolean {
  const at = (one: string) => PLACES.indexOf(one as (typeof PLACES)[number]);
  return at(place) > at(start);
}

/* What it is for and how it is done, then pain now and, for a direction, the furthest place. */
export function TestBefore({
  run,
  offer,
  onBegin,
  onLeave,
  onUnwell,
}: {
  run: SessionRun;
  offer: TestOffer;
  onBegin: (pain: number, place: string | null) => void;
  onLeave: () => void;
  onUnwell: () => void;
}) {
  const [step, setStep] = useState<'what' | 'pain' | 'place'>('what');
  const [pain, setPain] = useState(0);
  const pick = (value: number) => {
    setPain(value);
    if (!isDirection(offer.test)) onBegin(value, null);
    else if (value === 0) onBegin(0, 'nowhere');
    else setStep('place');
  };
  return (
    <main class="page" key={`${run.id} ${step}`}>
      <header class="topbar">
        <IconButton icon="close" label={t('ui.close')} onPress={onLeave} />
        <span class="soft">{t('ui.test.over')}</span>
      </header>
      {step === 'what' && (
        <>
          <Title>{t(`selftest.${offer.test}.name`)}</Title>
          <p class="soft l" style={{ margin: '10px 0 18px' }}>
            {t(`selftest.${offer.test}.what`)}
          </p>
          <div class="test-pic">
            <Picture movement={offer.movement} />
          </div>
          <p class="l" style={{ margin: '18px 0' }}>
            {t(`selftest.${offer.test}.how`)}
          </p>
          {hasText(`${offer.movement}.setup`) && <p class="soft">{t(`${offer.movement}.setup`)}</p>}
          <div class="grow" style={{ minHeight: '20px' }} />
          <Big icon="arrow" onPress={() => setStep('pain')}>
            {t('ui.test.begin')}
          </Big>
        </>
      )}
      {step === 'pain' && (
        <>
          <Title>{t('ui.test.pain')}</Title>
          <p class="soft" style={{ margin: '10px 0 18px' }}>
            {t('ui.pain.sub')}
          </p>
          <NumberPad label={t('ui.test.pain')} onPick={pick} />
          <div class="grow" style={{ minHeight: '20px' }} />
          <div class="center">
            <Link quiet onPress={onUnwell}>
              {t('ui.session.unwell')}
            </Link>
          </div>
        </>
      )}
      {step === 'place' && (
        <>
          <Title>{t('ui.test.place')}</Title>
          <div style={{ height: '18px' }} />
          <Where onPick={(place) => onBegin(pain, place)} />
        </>
      )}
    </main>
  );
}

function changeOf(pain: number, before: number): string {
  if (pain < before) return 'less';
  if (pain === before) return 'same-or-less';
  return pain === before + 1 ? 'a-bit-more' : 'clearly-more';
}

/* After the repetitions: pain, and for a direction the furthest place, which may be nowhere. */
export function TestAfter({
  run,
  offer,
  onTold,
  onUnwell,
}: {
  run: SessionRun;
  offer: TestOffer;
  onTold: (pain: number, place: string | null) => void;
  onUnwell: () => void;
}) {
  const [pain, setPain] = useState<number | null>(null);
  const before = run.view.pain_before ?? 0;
  const tell = (value: number, place: string | null) => {
    onTold(value, place);
    const further = place === null ? 0 : isFurther(place, run.place);
    run.command({ do: 'answer', change: changeOf(value, before), pain: value, further });
  };
  const pick = (value: number) => {
    if (!isDirection(offer.test)) tell(value, null);
    else if (value === 0) tell(0, 'nowhere');
    else setPain(value);
  };
  return (
    <div class="s-ask" key={pain === null ? 'pain' : 'place'}>
      {pain === null ? (
        <>
          <Title>{t('ui.test.pain-after')}</Title>
          <NumberPad
            label={t('ui.test.pain-after')}
            onPick={pick}
            was={run.view.pain_before}
            wasWord={t('ui.pain.before')}
          />
        </>
      ) : (
        <>
          <Title>{t('ui.test.place')}</Title>
          <Where onPick={(place) => tell(pain, place)} />
        </>
      )}
      <div class="center">
        <Link small quiet onPress={onUnwell}>
          {t('ui.session.unwell')}
        </Link>
      </div>
    </div>
  );
}

/* One value a side, in the numbers of the record. */
export type Told = { side: 'both' | 'left' | 'right'; value: number }[];

function Asked({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="page" key={title}>
      <Title>{title}</Title>
      <div style={{ height: '22px' }} />
      {children}
    </main>
  );
}

function Answers({ test, onPick }: { test: string; onPick: (value: number) => void }) {
  const values = [0, 1, 2].filter((value) => hasText(`selftest.${test}.answers.${value}`));
  return (
    <div class="col gap-3">
      {values.map((value) => (
        <Choice key={value} onPress={() => onPick(value)}>
          {t(`selftest.${test}.answers.${value}`)}
        </Choice>
      ))}
    </div>
  );
}

/* What only the person can tell, once the movement is over. */
export function TestQuestion({ test, onTold }: { test: string; onTold: (told: Told) => void }) {
  const [left, setLeft] = useState<number | null>(null);
  const [straight, setStraight] = useState(false);
  const [count, setCount] = useState('');
  const both = (value: number) => onTold([{ side: 'both', value }]);
  if (test === 'knees' && !straight) {
    return (
      <Asked title={t('selftest.knees.then')}>
        <Big icon="arrow" onPress={() => setStraight(true)}>
          {t('ui.test.straight')}
        </Big>
      </Asked>
    );
  }
  if (test === 'psoas-length') {
    const side = left === null ? 'left' : 'right';
    const pick = (value: number) => {
      if (left === null) setLeft(value);
      else
        onTold([
          { side: 'left', value: left },
          { side: 'right', value },
        ]);
    };
    return (
      <Asked key={side} title={t('selftest.psoas-length.ask', t(`ui.test.side.${side}`))}>
        <Answers test={test} onPick={pick} />
      </Asked>
    );
  }
  if (test === 'sit-to-stand') {
    const value = Number(count);
    return (
      <Asked title={t('selftest.sit-to-stand.ask')}>
        <label class="field">
          {t('ui.test.count')}
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={60}
            value={count}
            onInput={(event) => setCount(event.currentTarget.value)}
          />
        </label>
        <div style={{ height: '22px' }} />
        <Big onPress={() => both(value)} disabled={count === '' || !Number.isInteger(value) || value < 0 || value > 60}>
          {t('ui.continue')}
        </Big>
      </Asked>
    );
  }
  return (
    <Asked title={t(`selftest.${test}.ask`)}>
      <Answers test={test} onPick={both} />
    </Asked>
  );
}
