/* Today: two to four movements with figure, dose, minutes and reason, and one start. */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { go } from '../app/route';
import { partOfDay, weekdayDayMonth } from '../app/time';
import type { Keel } from '../app/keel';
import type { Item, Lock, Today } from '../core/types';
import { Picture } from '../figure/picture';
import { openQuestions } from '../setup/steps';
import { Big, IconButton, Link, Note, Title } from '../parts/parts';
import { doseText, minutesOf } from '../text/dose';
import { hasText, dateLocale, movementName, ruleShort, ruleText, t, tx } from '../text/text';
import { ClearanceSheet } from './clearance';
import { FewerSheet, WhyNotSheet } from './today-sheets';
import { TestCard } from './selftest-card';
import { HandNews } from './hand';
import { SyncTag } from './sync-tag';
import { Tabs, TopLinks } from './tabs';

/* Reasons of a choice that are about this person, and reasons of a dose that say nothing new. */
const TOLD: ReadonlySet<string> = new Set([
  'plan.relief',
  'plan.liked',
  'plan.morning-less',
  'direction.way-back',
  'after.try-again',
  'clinician.pins',
  'clinician.prescribes',
]);
const QUIET: ReadonlySet<string> = new Set([
  'dose.first',
  'dose.hold',
  'effort.right-hold',
  'effort.unanswered',
  'comfort.top',
  'dose.top',
]);

interface Questions {
  onFinishSetup: () => void;
  onRescreen: (kind: 'screening' | 'later') => void;
}

export function TodayPage({ onFinishSetup, onRescreen }: Questions) {
  const keel = useKeel();
  const [sheet, setSheet] = useState<'shorter' | 'gentler' | 'why' | null>(null);
  const { today } = keel;
  const items = shownItems(keel);
  const start = () =>
    void (today.open_session ? keel.resume() : keel.begin()).catch((error: unknown) => keel.broke(error));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || event.target !== document.body) return;
      event.preventDefault();
      start();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <>
      <main class="page page-tabs today">
        <div class="today-side">
          <div class="today-head">
            <span class="soft only-phone">{weekdayDayMonth(today.date, dateLocale())}</span>
            <span class="row" style={{ gap: '4px' }}>
              <SyncTag />
              <span class="only-phone">
                <IconButton icon="gear" label={t('ui.tab.settings')} onPress={() => go('settings')} />
              </span>
            </span>
            <span class="brand">{t('ui.name')}</span>
          </div>
          <p class="soft today-date only-laptop">{weekdayDayMonth(today.date, dateLocale())}</p>
          <div class="today-title">
            <Title>{greeting(keel.told.name)}</Title>
          </div>
          {today.goal && (
            <p class="soft today-goal">
              {tx('ui.today.towards', <b>{lowerFirst(today.goal.text)}</b>)}
              {today.goal.confidence !== null && (
                <span class="only-laptop">
                  <br />
                  {t('ui.today.confidence', today.goal.confidence)}
                </span>
              )}
            </p>
          )}
          <div class="today-foot only-laptop">
            <Start today={today} items={items} onStart={start} />
          </div>
        </div>
        <div class="today-main">
          <div class="row between only-laptop" style={{ marginBottom: '18px' }}>
            <h2>{t('ui.today.count', items.length)}</h2>
            <TopLinks on="today" />
          </div>
          <HandNews />
          <Said onFinishSetup={onFinishSetup} onRescreen={onRescreen} />
          <TestCard />
          <div class="col gap-3 today-list">
            {items.map((item) => (
              <Card key={item.movement} item={item} />
            ))}
          </div>
          <Measure />
          <div class="today-links">
            {today.withheld.length > 0 && (
              <Link small onPress={() => setSheet('why')}>
                {whyNotLabel(today)}
              </Link>
            )}
            {!today.open_session && (
              <Link small onPress={() => setSheet('shorter')}>
                {t('ui.today.shorter')}
              </Link>
            )}
            {!today.open_session && (
              <Link small onPress={() => setSheet('gentler')}>
                {t('ui.today.gentler')}
              </Link>
            )}
            <Link small onPress={() => go('print')}>
              {t('ui.print.entry')}
            </Link>
          </div>
        </div>
        <div class="today-foot only-phone">
          <Start today={today} items={items} onStart={start} />
        </div>
      </main>
      <Tabs on="today" />
      {sheet === 'why' && <WhyNotSheet onClose={() => setSheet(null)} />}
      {(sheet === 'shorter' || sheet === 'gentler') && <FewerSheet kind={sheet} onClose={() => setSheet(null)} />}
    </>
  );
}

function greeting(name: string): string {
  const part = partOfDay();
  return name === '' ? t(`ui.today.good-${part}`) : t(`ui.today.good-${part}-name`, name);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function whyNotLabel(today: Today): string {
  const resting = today.rests[0] ?? today.withheld.find((one) => one.until_date !== null);
  return resting ? t('ui.today.why-not', movementName(resting.movement).toLowerCase()) : t('ui.today.why-not-others');
}

function Start({ today, items, onStart }: { today: Today; items: readonly Shown[]; onStart: () => void }) {
  const keel = useKeel();
  return (
    <>
      <Big icon="play" onPress={onStart} disabled={!keel.tabs.leads || items.length === 0}>
        {t(startKey(today), today.minutes)}
      </Big>
      <p class="or">{tx('ui.today.or-press', <kbd>{t('ui.key.space')}</kbd>)}</p>
    </>
  );
}

function startKey(today: Today): string {
  if (today.open_session) return 'ui.today.go-on';
  return today.sessions_today > 0 ? 'ui.today.again' : 'ui.today.start';
}

/* What has to be said above the list: an easy day, advice, questions that wait. */
function Said({ onFinishSetup, onRescreen }: Questions) {
  const keel = useKeel();
  const { today } = keel;
  const [limit, setLimit] = useState<Lock | null>(null);
  const stage = today.easy_day ? ruleText('stage.easy-day', []) : '';
  const open = openQuestions(keel).length;
  if (!today.goal) {
    return (
      <div class="card offer">
        <span>{t('ui.today.finish-setup')}</span>
        <Link small onPress={onFinishSetup}>
          {t('ui.today.finish-setup-go')}
        </Link>
      </div>
    );
  }
  return (
    <>
      {open > 0 && (
        <div class="card offer">
          <span>{t('ui.today.questions-wait', open)}</span>
          <Link small onPress={() => onRescreen('screening')}>
            {t('ui.today.questions-go')}
          </Link>
        </div>
      )}
      {open === 0 && openQuestions(keel, 'later').length > 0 && (
        <div class="card offer">
          <span>{ruleText('screen.later', [])}</span>
          <Link small onPress={() => onRescreen('later')}>
            {t('ui.today.questions-go')}
          </Link>
        </div>
      )}
      {today.limits
        .filter((one) => one.ways_back.includes('advice'))
        .map((one) => (
          <div key={one.event} class="card offer">
            <span>{ruleText(one.rule, one.inputs)}</span>
            <Link small onPress={() => setLimit(one)}>
              {t('ui.advice.had')}
            </Link>
          </div>
        ))}
      {limit && <ClearanceSheet lock={limit} kind="advice" onClose={() => setLimit(null)} />}
      {today.sessions_today > 0 && (
        <div style={{ marginBottom: '10px' }}>
          <Note>{t('ui.today.moved')}</Note>
        </div>
      )}
      {today.holds && today.sessions_today === 0 && (
        <div style={{ marginBottom: '10px' }}>
          <Note>{ruleText(today.holds.rule, today.holds.inputs)}</Note>
        </div>
      )}
      {stage !== '' && (
        <div style={{ marginBottom: '10px' }}>
          <Note>{stage}</Note>
        </div>
      )}
      {today.advice
        .filter((one) => !today.limits.some((limit) => limit.rule === one.rule))
        .map((one) => ruleText(one.rule, one.inputs))
        .filter((text) => text !== '')
        .map((text) => (
          <div key={text} style={{ marginBottom: '10px' }}>
            <Note>{text}</Note>
          </div>
        ))}
    </>
  );
}

/* A measure that is due: a word below the list, which can be left for another day. */
function Measure() {
  const keel = useKeel();
  const due = keel.today.ask.find((one) => one.kind === 'measure');
  if (due?.kind !== 'measure' || keel.isPutOff('measure') || keel.today.open_session) return null;
  return (
    <div class="card offer" style={{ marginTop: '14px' }}>
      <span>{t(`ui.turn.offer-${due.measure}`)}</span>
      <div class="row wrap" style={{ gap: '0 24px' }}>
        <Link small onPress={() => go('measure', due.measure)}>
          {t('ui.turn.answer')}
        </Link>
        <Link small quiet onPress={() => void keel.putOff('measure')}>
          {t('ui.not-now')}
        </Link>
      </div>
    </div>
  );
}

/* The reason in one line: what to mind, else what changed in the dose, else why it was chosen, else what it is for. */
function reasonOf(item: Item): string {
  const caution = item.cautions[0];
  if (caution) return ruleShort(caution.rule, caution.inputs);
  if (item.steps_up) return ruleShort(item.rule, item.inputs);
  if (TOLD.has(item.choice_rule)) return ruleShort(item.choice_rule, item.choice_inputs);
  if (!QUIET.has(item.rule)) return ruleShort(item.rule, item.inputs);
  return hasText(`${item.movement}.why`) ? t(`${item.movement}.why`) : '';
}

/* One card: an item of today's plan, or of the session that runs. */
interface Shown {
  movement: string;
  dose: string;
  minutes: number | null;
  reason: string;
}

function shownItems(keel: Keel): Shown[] {
  const { open_session: open, items } = keel.today;
  const sides = (movement: string) => keel.core.movement(movement)?.sides ?? 'none';
  if (!open) {
    return items.map((item) => ({
      movement: item.movement,
      dose: doseText(item.dose, item.sides),
      minutes: minutesOf(item.total_s),
      reason: reasonOf(item),
    }));
  }
  return open.items
    .filter((item) => !item.swapped)
    .map((item) => ({
      movement: item.movement,
      dose: doseText(item.dose, sides(item.movement)),
      minutes: null,
      reason: item.done ? t('ui.today.done') : '',
    }));
}

function Card({ item }: { item: Shown }) {
  return (
    <button type="button" class="card mv" onClick={() => go('movement', item.movement)}>
      <Picture movement={item.movement} />
      <span class="mv-text">
        <b>{movementName(item.movement)}</b>
        <span class="mv-dose">
          {item.dose}
          {item.minutes !== null && <span class="mv-min">{t('ui.minutes', item.minutes)}</span>}
        </span>
        <span class="mv-why">{item.reason}</span>
      </span>
    </button>
  );
}
