/* The record as a person would tell it: sessions with what was prescribed and why, mornings, answers, notes; the newest
 * first. */
import { useKeel } from '../app/context';
import { weekdayDayMonth } from '../app/time';
import type { ReplayItem, ReplaySession } from '../core/clinician';
import { Title } from '../parts/parts';
import { doseText } from '../text/dose';
import { dateLocale, movementName, ruleShort, t } from '../text/text';
import { dayOf } from './overview';
import type { Line, Sitting } from './sitting';

interface Day {
  date: number;
  sessions: ReplaySession[];
  lines: Line[];
}

const TOLD: ReadonlySet<string> = new Set(['morning-check', 'symptom', 'unwell', 'note', 'after-effect', 'clearance']);

function daysOf(sitting: Sitting): Day[] {
  const days = new Map<number, Day>();
  const day = (date: number): Day => {
    const known = days.get(date) ?? { date, sessions: [], lines: [] };
    days.set(date, known);
    return known;
  };
  for (const session of sitting.replay.sessions) if (session.started) day(session.date).sessions.push(session);
  for (const line of sitting.lines) if (TOLD.has(line.type)) day(dayOf(line)).lines.push(line);
  return [...days.values()].sort((a, b) => b.date - a.date);
}

function lineText(line: Line): string {
  const value = (name: string) => String(line[name] ?? '');
  if (line.type === 'morning-check') return t('ui.clin.log.morning', value('pain'), value('soreness') || '–');
  if (line.type === 'note') return t('ui.clin.log.note', value('text'));
  if (line.type === 'unwell') return t('ui.clin.log.unwell', t(`sign.${value('sign')}`));
  if (line.type === 'clearance') return t('ui.clin.log.clearance', value('role') || value('kind'));
  if (line.type === 'symptom') return t(`ui.clin.log.${value('symptom')}`);
  return t(`ui.clin.log.after-${value('answer')}`);
}

export function LogPage({ sitting }: { sitting: Sitting }) {
  const days = daysOf(sitting);
  return (
    <>
      <Title small>{t('ui.clin.page.log')}</Title>
      {days.length === 0 && <p class="soft">{t('ui.clin.log.none')}</p>}
      <ol class="clin-days">
        {days.map((day) => (
          <li key={day.date}>
            <h2 class="h3">{weekdayDayMonth(day.date, dateLocale())}</h2>
            {day.lines.map((line) => (
              <p key={line.id}>{lineText(line)}</p>
            ))}
            {day.sessions.map((session) => (
              <SessionTold key={session.session} session={session} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function SessionTold({ session }: { session: ReplaySession }) {
  return (
    <div class="card clin-session">
      <p class="soft s">
        {t('ui.clin.log.session', t(`stage.${session.stage}`), session.pain ?? '–', session.end_pain ?? '–')}
      </p>
      <ul class="clin-plain">
        {session.items.map((item) => (
          <ItemTold key={item.index} item={item} />
        ))}
      </ul>
    </div>
  );
}

function ItemTold({ item }: { item: ReplayItem }) {
  const keel = useKeel();
  const sides = keel.core.movement(item.movement)?.sides ?? 'none';
  const { done } = item;
  const came = done
    ? [
        done.change ? t(`ui.clin.log.change.${done.change}`) : t('ui.clin.log.unanswered'),
        done.settled === 'no' ? t('ui.clin.log.unsettled') : '',
        done.challenge === null ? '' : t('ui.clin.effort', done.challenge),
        done.form === 'lost' ? t('ui.clin.log.form-lost') : '',
      ]
    : [t(item.swapped ? 'ui.clin.log.swapped' : 'ui.clin.log.not-done')];
  return (
    <li>
      <b class="mid">{movementName(item.movement)}</b> {doseText(item.dose, sides)}.{' '}
      {came.filter((word) => word !== '').join(' ')}{' '}
      <span class="soft s">{ruleShort(item.rule, item.inputs)}</span>
    </li>
  );
}
