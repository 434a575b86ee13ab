/* The patient-specific scale: three to five own activities, each rated from 0, unable, to 10, as before. They are
 * remembered and asked again in the same words. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { moment } from '../app/time';
import { Big, Link, NumberPad, Steps, Title } from '../parts/parts';
import { cutBytes } from '../setup/goal';
import { t } from '../text/text';
import { useGive } from './measure-give';

const LEAST = 3;
const MOST = 5;
const BYTES_MAX = 120;

export function Activities() {
  const keel = useKeel();
  const known = keel.core.progress(moment()).activities;
  const [chosen, setChosen] = useState<string[] | null>(known.length > 0 ? known : null);
  if (chosen === null) {
    const begin = known.length > 0 ? known : [keel.today.goal?.text ?? ''];
    return <Choose begin={begin} onDone={setChosen} />;
  }
  return <Rate activities={chosen} onChange={() => setChosen(null)} />;
}

function Choose({ begin, onDone }: { begin: string[]; onDone: (activities: string[]) => void }) {
  const [lines, setLines] = useState([...begin, '', '', ''].slice(0, Math.max(LEAST, begin.length)));
  const filled = [...new Set(lines.map((line) => cutBytes(line.trim(), BYTES_MAX)).filter((line) => line !== ''))];
  const put = (place: number, text: string) => setLines(lines.map((line, i) => (i === place ? text : line)));
  return (
    <>
      <Title key="choose">{t('ui.activities.ask')}</Title>
      <p class="soft" style={{ margin: '12px 0 20px' }}>
        {t('ui.activities.sub')}
      </p>
      <div class="col gap-3">
        {lines.map((line, i) => (
          <label key={i} class="field">
            <span>{t('ui.activities.one', i + 1)}</span>
            <input
              value={line}
              maxLength={80}
              placeholder={t(`ui.activities.hint-${(i % 3) + 1}`)}
              onInput={(event) => put(i, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
      {lines.length < MOST && (
        <div style={{ marginTop: '10px' }}>
          <Link small onPress={() => setLines([...lines, ''])}>
            {t('ui.activities.more')}
          </Link>
        </div>
      )}
      <div class="grow" style={{ minHeight: '24px' }} />
      <Big onPress={() => onDone(filled)} disabled={filled.length === 0}>
        {t('ui.continue')}
      </Big>
    </>
  );
}

function Rate({ activities, onChange }: { activities: string[]; onChange: () => void }) {
  const keel = useKeel();
  const give = useGive();
  const [values, setValues] = useState<number[]>([]);
  const now = values.length;
  const activity = activities[now] ?? '';
  const before = keel.core.progress(moment()).series.find((one) => one.item === activity);
  const was = before?.points[before.points.length - 1]?.value;
  const pick = (value: number) => {
    const all = [...values, value];
    setValues(all);
    if (all.length < activities.length) return;
    give(...activities.map((item, i) => ({ measure: 'psfs' as const, value: (all[i] ?? 0) * 10, item })));
  };
  if (now === activities.length) return null;
  return (
    <>
      <div class="row">
        <Steps count={activities.length} now={now} label={t('ui.activities.step', now + 1, activities.length)} part />
      </div>
      <div style={{ height: '18px' }} />
      <p class="soft">{t('ui.activities.rate')}</p>
      <Title key={now}>{activity}</Title>
      <div style={{ height: '20px' }} />
      <NumberPad
        key={activity}
        label={activity}
        was={was === undefined ? null : was / 10}
        wasWord={t('ui.progress.last-time')}
        onPick={pick}
        words={['ui.activities.unable', 'ui.activities.as-before']}
      />
      <div class="row between wrap" style={{ marginTop: '18px' }}>
        {now > 0 ? (
          <Link small onPress={() => setValues(values.slice(0, -1))}>
            {t('ui.activities.last')}
          </Link>
        ) : (
          <Link small onPress={onChange}>
            {t('ui.activities.change')}
          </Link>
        )}
      </div>
    </>
  );
}
