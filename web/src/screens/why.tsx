/* Why a movement is in, or rests: when, the rule, what does the work meanwhile. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { back, go } from '../app/route';
import { dayAndMonth, moment, untilWord } from '../app/time';
import type { WhyEntry } from '../core/types';
import { Picture } from '../figure/picture';
import { Big, Link, Sheet, Title, TopBar } from '../parts/parts';
import { doseText } from '../text/dose';
import { dateLocale, movementName, ruleShort, ruleText, t, tx } from '../text/text';

const HISTORY_SHOWN = 4;

export function WhyPage({ id, onChanged }: { id: string; onChanged: () => void }) {
  const keel = useKeel();
  const [rule, setRule] = useState(false);
  const { today } = keel;
  const why = keel.core.why(moment(), id);
  const withheld = today.withheld.find((one) => one.movement === id);
  const sides = keel.core.movement(id)?.sides ?? 'none';
  const until = why.until_date ?? withheld?.until_date ?? null;
  const name = movementName(id);
  const third = why.rule === 'after.third-rise';
  const title = why.in
    ? t('ui.why.in-title', name)
    : until !== null
      ? t('ui.why.rests-title', name, untilWord(until, today.date, dateLocale()))
      : t('ui.why.out-title', name);
  const tryAgain = () => void keel.record({ type: 'try-again', movement: id }).then(() => go('today'));
  return (
    <main class="page">
      <TopBar onBack={back} label={t(why.in ? 'ui.why.in' : 'ui.why.not-today')} />
      <div class="scene-s">
        <Picture movement={id} />
      </div>
      <Title small>{title}</Title>
      <ol class="why-list" style={{ margin: '8px 0 20px' }}>
        {why.history.slice(-HISTORY_SHOWN).map((entry, i) => (
          <li key={i}>
            <span class="soft">{dayAndMonth(entry.date, dateLocale())}</span>
            <span>{happened(entry, sides)}</span>
          </li>
        ))}
        <li>
          <span class="soft">{t('ui.why.rule')}</span>
          <span>{ruleText(why.rule, why.inputs) || why.text}</span>
        </li>
        {(why.instead ?? withheld?.instead) && (
          <li>
            <span class="soft">{t('ui.why.until-then')}</span>
            <span>
              {tx('ui.why.instead', <b class="mid">{movementName(why.instead ?? withheld?.instead ?? id)}</b>)}
            </span>
          </li>
        )}
        {why.dose && (
          <li>
            <span class="soft">{t('ui.why.dose')}</span>
            <span>{doseText(why.dose, sides)}</span>
          </li>
        )}
      </ol>
      <div class="grow" />
      {third && (
        <p class="note" style={{ marginBottom: '14px' }}>
          {t('ui.why.third')}
        </p>
      )}
      <Big onPress={() => (third ? tryAgain() : go('today'))}>{t(third ? 'ui.why.try-again' : 'ui.why.back')}</Big>
      <div class="row wrap" style={{ justifyContent: 'center', gap: '0 26px', marginTop: '8px' }}>
        <Link small onPress={() => setRule(true)}>
          {t('ui.why.exact')}
        </Link>
        <Link
          small
          onPress={() => {
            go('today');
            onChanged();
          }}
        >
          {t('ui.why.changed')}
        </Link>
      </div>
      {rule && (
        <Sheet title={t('ui.why.exact')} onClose={() => setRule(false)}>
          <table>
            <tbody>
              <tr>
                <th scope="row">{t('ui.why.rule')}</th>
                <td>{why.rule}</td>
              </tr>
              <tr>
                <th scope="row">{t('ui.why.saw')}</th>
                <td>{why.inputs.length > 0 ? why.inputs.join(', ') : '–'}</td>
              </tr>
              <tr>
                <th scope="row">{t('ui.why.source')}</th>
                <td>{why.source}</td>
              </tr>
              <tr>
                <th scope="row">{t('ui.why.grade')}</th>
                <td>{t(`ui.grade.${why.grade}`)}</td>
              </tr>
            </tbody>
          </table>
        </Sheet>
      )}
    </main>
  );
}

function happened(entry: WhyEntry, sides: string): string {
  const told =
    entry.outcome_rule === 'pain.spread'
      ? ruleShort(entry.outcome_rule, [])
      : entry.rise > 0
        ? t('ui.why.rose', entry.rise)
        : t('ui.why.no-rise');
  return `${doseText(entry.dose, sides)}. ${told}`;
}
