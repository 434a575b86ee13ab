/* What the core asks before today's plan: the morning, the day after a session, the weekly "anything new". One screen
 * each; each can be left for later, and then is not asked again this day. */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { weekdayDayMonth } from '../app/time';
import type { Ask } from '../core/types';
import { Choice, Link, Note, NumberPad, Title } from '../parts/parts';
import { dateLocale, t } from '../text/text';
import { DirectionAfter } from './selftest-after';
import { Tabs } from './tabs';

export interface Due {
  ask: Exclude<Ask, { questions: string[] } | { kind: 'measure' }>;
  later: () => void;
}

const SORENESS = [
  ['none', 0],
  ['little', 3],
  ['lot', 7],
] as const;

/* The first thing that is asked and was not put off today. A measure waits on today's page: it is never in the way. */
export function useDueAsk(): Due | null {
  const keel = useKeel();
  if (keel.phase !== 'ready') return null;
  for (const ask of keel.today.ask)
    if (!('questions' in ask) && ask.kind !== 'measure' && !keel.isPutOff(ask.kind))
      return { ask, later: () => void keel.putOff(ask.kind) };
  return null;
}

export function AskFirst({ due, onRescreen }: { due: Due; onRescreen: () => void }) {
  if (due.ask.kind === 'morning') return <Morning later={due.later} />;
  if (due.ask.kind === 'after-effect')
    return <AfterEffect session={due.ask.session} date={due.ask.date} later={due.later} />;
  if (due.ask.kind === 'direction-after') return <DirectionAfter ask={due.ask} later={due.later} />;
  return <Review later={due.later} onRescreen={onRescreen} />;
}

export function Head({ later, clock }: { later: () => void; clock?: boolean }) {
  const keel = useKeel();
  const time = new Intl.DateTimeFormat(dateLocale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(),
  );
  return (
    <div class="row between" style={{ minHeight: '48px' }}>
      <span class="soft">
        {weekdayDayMonth(keel.today.date, dateLocale())}
        {clock ? ` · ${time}` : ''}
      </span>
      <Link small onPress={later}>
        {t('ui.not-now')}
      </Link>
    </div>
  );
}

/* Two taps: pain, sore muscles. The usual value is marked, never chosen. */
function Morning({ later }: { later: () => void }) {
  const keel = useKeel();
  const [pain, setPain] = useState<number | null>(null);
  const [soreness, setSoreness] = useState<number | null>(null);
  const usual = usualMorning(keel.today.ask);
  useEffect(() => {
    if (pain !== null && soreness !== null) void keel.record({ type: 'morning-check', pain, soreness });
  }, [pain, soreness]);
  return (
    <>
      <main class="page page-tabs">
        <Head later={later} clock />
        <div class="col grow">
          <Title>{t('ui.morning.ask')}</Title>
          <div style={{ height: '18px' }} />
          <NumberPad
            label={t('ui.morning.ask')}
            onPick={setPain}
            picked={pain}
            was={usual}
            wasWord={t('ui.morning.usual')}
          />
          <h2 style={{ margin: '26px 0 14px' }}>{t('ui.morning.sore')}</h2>
          <div class="answers three" role="group" aria-label={t('ui.morning.sore')}>
            {SORENESS.map(([name, value]) => (
              <button
                type="button"
                key={name}
                class={`btn${soreness === value ? ' on' : ''}`}
                aria-pressed={soreness === value}
                onClick={() => setSoreness(value)}
              >
                {t(`ui.morning.${name}`)}
              </button>
            ))}
          </div>
          <div class="grow" style={{ minHeight: '24px' }} />
          <Note>{t('ui.morning.note')}</Note>
        </div>
      </main>
      <Tabs on="today" />
    </>
  );
}

function usualMorning(asks: readonly Ask[]): number | null {
  const ask = asks.find((one) => one.kind === 'morning');
  return ask?.kind === 'morning' ? ask.usual : null;
}

const AFTER = [
  ['settled', 'same', ''],
  ['worse-a-day', 'up1', ' h'],
  ['still-worse', 'up2', ' p'],
] as const;

function AfterEffect({ session, date, later }: { session: string; date: number; later: () => void }) {
  const keel = useKeel();
  return (
    <>
      <main class="page page-tabs">
        <Head later={later} />
        <div class="col grow">
          <Title>{t('ui.after-effect.ask', weekdayDayMonth(date, dateLocale()))}</Title>
          <div class="grow" style={{ minHeight: '20px' }} />
          <div class="col gap-3">
            {AFTER.map(([answer]) => (
              <Choice
                key={answer}
                sub={t(`ui.after-effect.${answer}-sub`)}
                onPress={() => void keel.record({ type: 'after-effect', session, answer })}
              >
                {t(`ui.after-effect.${answer}`)}
              </Choice>
            ))}
          </div>
          <div style={{ height: '24px' }} />
          <Note>{t('ui.after-effect.note')}</Note>
        </div>
      </main>
      <Tabs on="today" />
    </>
  );
}

/* Weekly, one screen. "Show me" asks the questions again in full. */
function Review({ later, onRescreen }: { later: () => void; onRescreen: () => void }) {
  const keel = useKeel();
  const signs = keel.core.catalogue().questions.filter((one) => one.tier === 'emergency' || one.tier === 'same-day');
  const none = () => void keel.record({ type: 'screening-review', answer: 'none' });
  const some = () => void keel.record({ type: 'screening-review', answer: 'some' }).then(onRescreen);
  return (
    <>
      <main class="page page-tabs">
        <Head later={later} />
        <div class="col grow">
          <Title>{t('ui.review.ask')}</Title>
          <ul class="soft s signs">
            {signs.map((one) => (
              <li key={one.id}>{t(`ui.sign.${one.id}`)}</li>
            ))}
          </ul>
          <Note>{t('ui.review.note')}</Note>
          <div class="grow" />
          <div class="today-foot col gap-3">
            <Choice onPress={none}>{t('ui.review.none')}</Choice>
            <Choice onPress={some}>{t('ui.review.show')}</Choice>
          </div>
        </div>
      </main>
      <Tabs on="today" />
    </>
  );
}
