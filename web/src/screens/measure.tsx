/* Filling in a measure: one question a screen, or one calm list. Each can be left; nothing waits for it. What a number
 * means is said by the core. */
import { useState } from 'preact/hooks';
import { back, go } from '../app/route';
import { useKeel } from '../app/context';
import { moment } from '../app/time';
import { Big, Choice, Link, Note, NumberPad, Title, TopBar } from '../parts/parts';
import { t } from '../text/text';
import { Activities } from './measure-activities';
import { useGive } from './measure-give';
import { RolandMorris } from './measure-list';

export function MeasurePage({ id }: { id: string }) {
  const keel = useKeel();
  const leave = () => {
    void keel.putOff('measure');
    go('today');
  };
  return (
    <main class="page">
      <TopBar onBack={back}>
        <span class="grow" />
        <Link small onPress={leave}>
          {t('ui.not-now')}
        </Link>
      </TopBar>
      <div class="col grow">
        <Question id={id} />
      </div>
    </main>
  );
}

function Question({ id }: { id: string }) {
  if (id === 'psfs') return <Activities />;
  if (id === 'roland-morris') return <RolandMorris />;
  if (id === 'global-change') return <GlobalChange />;
  if (id === 'oswestry') return <Oswestry />;
  if (id === 'start-back') return <StartBack />;
  return <Confidence />;
}

/* The last answer to an instrument, marked but never chosen. */
function useLast(name: string): number | null {
  const keel = useKeel();
  const series = keel.core.progress(moment()).series.find((one) => one.series === name);
  return series?.points[series.points.length - 1]?.value ?? null;
}

function Confidence() {
  const keel = useKeel();
  const give = useGive();
  return (
    <>
      <Title>{t('ui.confidence.ask')}</Title>
      <p class="soft l" style={{ margin: '12px 0 20px' }}>
        {keel.today.goal?.text}
      </p>
      <NumberPad
        label={t('ui.confidence.ask')}
        was={useLast('confidence')}
        wasWord={t('ui.progress.last-time')}
        onPick={(value) => give({ measure: 'confidence', value })}
        words={['ui.confidence.none', 'ui.confidence.full']}
      />
      <div class="grow" style={{ minHeight: '24px' }} />
      <Note>{t('ui.confidence.note')}</Note>
    </>
  );
}

const RATING = [1, 2, 3, 4, 5, 6, 7] as const;

/* First the way, then how much: fifteen steps in two short questions. */
function GlobalChange() {
  const give = useGive();
  const [way, setWay] = useState<1 | -1 | null>(null);
  if (way === null) {
    return (
      <>
        <Title key="way">{t('ui.rating.ask')}</Title>
        <div class="col gap-3" style={{ marginTop: '24px' }}>
          <Choice onPress={() => setWay(1)}>{t('ui.rating.better')}</Choice>
          <Choice onPress={() => give({ measure: 'global-change', value: 0 })}>{t('ui.rating.same')}</Choice>
          <Choice onPress={() => setWay(-1)}>{t('ui.rating.worse')}</Choice>
        </div>
      </>
    );
  }
  return (
    <>
      <Title key="much">{t(way > 0 ? 'ui.rating.how-much-better' : 'ui.rating.how-much-worse')}</Title>
      <div class="nums" role="group" aria-label={t('ui.rating.how-much')} style={{ marginTop: '24px' }}>
        {RATING.map((value) => (
          <button
            type="button"
            key={value}
            class="num"
            onClick={() => give({ measure: 'global-change', value: way * value })}
          >
            <span>
              {value} {value === 1 && <small>{t('ui.rating.tiny')}</small>}
              {value === 7 && <small>{t('ui.rating.great')}</small>}
            </span>
          </button>
        ))}
      </div>
      <div style={{ marginTop: '18px' }}>
        <Link small onPress={() => setWay(null)}>
          {t('ui.back')}
        </Link>
      </div>
    </>
  );
}

/* A licensed instrument: its result is entered, its questions are not here. */
function Oswestry() {
  const give = useGive();
  const [text, setText] = useState('');
  const value = /^\d{1,3}$/.test(text) ? Number(text) : -1;
  return (
    <>
      <Title>{t('ui.oswestry.ask')}</Title>
      <p class="soft" style={{ margin: '12px 0 20px' }}>
        {t('ui.oswestry.sub')}
      </p>
      <label class="field">
        <span>{t('ui.oswestry.score')}</span>
        <input
          inputMode="numeric"
          maxLength={3}
          value={text}
          onInput={(event) => setText(event.currentTarget.value.trim())}
        />
      </label>
      <div class="grow" style={{ minHeight: '24px' }} />
      <Big onPress={() => give({ measure: 'oswestry', value })} disabled={value < 0 || value > 100}>
        {t('ui.measure.keep')}
      </Big>
    </>
  );
}

function StartBack() {
  const give = useGive();
  return (
    <>
      <Title>{t('ui.start-back.ask')}</Title>
      <p class="soft" style={{ margin: '12px 0 20px' }}>
        {t('ui.start-back.sub')}
      </p>
      <div class="col gap-3">
        {[0, 1, 2].map((value) => (
          <Choice key={value} onPress={() => give({ measure: 'start-back', value })}>
            {t(`ui.start-back.${value}`)}
          </Choice>
        ))}
      </div>
    </>
  );
}
