/* Today: two to four movements with figure, dose, minutes and reason, and one start. */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { go } from '../app/route';
import { partOfDay, weekdayDayMonth } from '../app/time';
import type { Item, Today } from '../core/types';
import { Picture } from '../figure/picture';
import { openQuestions } from '../setup/steps';
import { Big, IconButton, Link, Note, Title } from '../parts/parts';
import { doseText, minutesOf } from '../text/dose';
import { hasText, language, movementName, ruleText, t, tx } from '../text/text';
import { FewerSheet, WhyNotSheet } from './today-sheets';
import { SyncTag } from './sync-tag';
import { Tabs, TopLinks } from './tabs';

export function TodayPage({ onFinishSetup, onRescreen }: { onFinishSetup: () => void; onRescreen: () => void }) {
  const keel = useKeel();
  const [sheet, setSheet] = useState<'shorter' | 'gentler' | 'why' | null>(null);
  const { today } = keel;
  const items = today.open_session?.items ?? today.items;
  const start = () => void (today.open_session ? keel.resume() : keel.begin()).catch((error: unknown) => keel.broke(error));
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
    <div class="page page-tabs today">
      <div class="today-side">
        <div class="today-head">
          <span class="soft only-phone">{weekdayDayMonth(today.date, language())}</span>
          <span class="row" style={{ gap: '4px' }}>
            <SyncTag />
            <span class="only-phone"><IconButton icon="gear" label={t('ui.tab.settings')} onPress={() => go('settings')} /></span>
          </span>
          <span class="brand">{t('ui.name')}</span>
        </div>
        <p class="soft today-date only-laptop">{weekdayDayMonth(today.date, language())}</p>
        <div class="today-title"><Title>{greeting(keel.name)}</Title></div>
        {today.goal && (
          <p class="soft today-goal">
            {tx('ui.today.towards', <b>{lowerFirst(today.goal.text)}</b>)}
            {today.goal.confidence !== null && (
              <span class="only-laptop"><br />{t('ui.today.confidence', today.goal.confidence)}</span>
            )}
          </p>
        )}
        <div class="today-foot only-laptop"><Start today={today} items={items} onStart={start} /></div>
      </div>
      <main class="today-main">
        <div class="row between only-laptop" style={{ marginBottom: '18px' }}>
          <h2>{t('ui.today.count', items.length)}</h2>
          <TopLinks on="today" />
        </div>
        <Said today={today} onFinishSetup={onFinishSetup} onRescreen={onRescreen} />
        <div class="col gap-3 today-list">{items.map((item) => <Card key={item.index} item={item} />)}</div>
        <div class="today-links">
          {today.withheld.length > 0 && <Link small onPress={() => setSheet('why')}>{whyNotLabel(today)}</Link>}
          {!today.open_session && <Link small onPress={() => setSheet('shorter')}>{t('ui.today.shorter')}</Link>}
          {!today.open_session && <Link small onPress={() => setSheet('gentler')}>{t('ui.today.gentler')}</Link>}
        </div>
      </main>
      <div class="today-foot only-phone"><Start today={today} items={items} onStart={start} /></div>
      <Tabs on="today" />
      {sheet === 'why' && <WhyNotSheet onClose={() => setSheet(null)} />}
      {(sheet === 'shorter' || sheet === 'gentler') && <FewerSheet kind={sheet} onClose={() => setSheet(null)} />}
    </div>
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

function Start({ today, items, onStart }: { today: Today; items: Item[]; onStart: () => void }) {
  const keel = useKeel();
  return (
    <>
      <Big icon="play" onPress={onStart} disabled={!keel.tabs.leads || items.length === 0}>
        {today.open_session ? t('ui.today.go-on') : t('ui.today.start', today.minutes)}
      </Big>
      <p class="or">{tx('ui.today.or-press', <kbd>{t('ui.key.space')}</kbd>)}</p>
    </>
  );
}

/* What has to be said above the list: an easy day, advice, questions that wait. */
function Said({ today, onFinishSetup, onRescreen }: { today: Today; onFinishSetup: () => void; onRescreen: () => void }) {
  const stage = today.easy_day ? ruleText('stage.easy-day', []) : '';
  const open = openQuestions(today).length;
  if (!today.goal) {
    return (
      <div class="card offer">
        <span>{t('ui.today.finish-setup')}</span>
        <Link small onPress={onFinishSetup}>{t('ui.today.finish-setup-go')}</Link>
      </div>
    );
  }
  return (
    <>
      {open > 0 && (
        <div class="card offer">
          <span>{t('ui.today.questions-wait', open)}</span>
          <Link small onPress={onRescreen}>{t('ui.today.questions-go')}</Link>
        </div>
      )}
      {stage !== '' && <div style={{ marginBottom: '10px' }}><Note>{stage}</Note></div>}
      {today.advice.map((one) => ruleText(one.rule, one.inputs)).filter((text) => text !== '').map((text) => (
        <div key={text} style={{ marginBottom: '10px' }}><Note>{text}</Note></div>
      ))}
    </>
  );
}

/* The reason in one line: what changed in the dose, else why it was chosen, else what it is for. */
export function reasonOf(item: Item): string {
  const caution = item.cautions[0];
  if (caution && ruleText(caution.rule, caution.inputs) !== '') return ruleText(caution.rule, caution.inputs);
  const chosen = ruleText(item.choice_rule, item.choice_inputs);
  const dosed = ruleText(item.rule, item.inputs);
  const quiet = item.rule === 'dose.first' || item.rule === 'dose.hold' || item.rule === 'effort.right-hold';
  if (dosed !== '' && !quiet) return dosed;
  if (chosen !== '' && item.choice_rule !== 'plan.programme' && item.choice_rule !== 'plan.chosen') return chosen;
  return hasText(`${item.movement}.why`) ? t(`${item.movement}.why`) : dosed;
}

function Card({ item }: { item: Item }) {
  const done = item.done === true;
  return (
    <button type="button" class={`card mv${done ? ' mv-done' : ''}`} onClick={() => go('movement', item.movement)}>
      <Picture movement={item.movement} />
      <span class="mv-text">
        <b>{movementName(item.movement)}</b>
        <span class="mv-dose">{doseText(item.dose, item.sides)}<span class="mv-min">{t('ui.minutes', minutesOf(item.total_s))}</span></span>
        <span class="mv-why">{done ? t('ui.today.done') : reasonOf(item)}</span>
      </span>
    </button>
  );
}
