/* One thing to do again, and how confident one is: what the plan serves. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { go } from '../app/route';
import { Big, Choice, Link, NumberPad, Title } from '../parts/parts';
import { OpenRecord } from '../screens/record';
import { t } from '../text/text';

const GOALS = ['child', 'sleep', 'film', 'shops'] as const;
const GOAL_BYTES_MAX = 160;

/* A text of at most so many bytes of UTF-8, cut between characters. */
export function cutBytes(text: string, bytesMax: number): string {
  let cut = text;
  while (new TextEncoder().encode(cut).length > bytesMax) cut = Array.from(cut).slice(0, -1).join('');
  return cut;
}

export function GoalStep({ onDone, onGentle }: { onDone: () => void; onGentle: () => void }) {
  const keel = useKeel();
  const [said, setSaid] = useState('');
  const [goal, setGoal] = useState(keel.today.goal?.text ?? '');
  const listed = GOALS.map((name) => t(`ui.goal.${name}`));
  const [own, setOwn] = useState(goal !== '' && !listed.includes(goal));
  const keep = async () => {
    const text = cutBytes(goal.trim(), GOAL_BYTES_MAX);
    if (text !== keel.today.goal?.text) await keel.record({ type: 'goal', text });
    onDone();
  };
  return (
    <>
      <Title>{t('ui.goal.ask')}</Title>
      <p class="soft" style={{ margin: '12px 0 20px' }}>
        {t('ui.goal.sub')}
      </p>
      <div class="col gap-3">
        {listed.map((text) => (
          <Choice
            key={text}
            on={!own && goal === text}
            onPress={() => {
              setOwn(false);
              setGoal(text);
            }}
          >
            {text}
          </Choice>
        ))}
        {own ? (
          <label class="field">
            <span class="vh">{t('ui.goal.own')}</span>
            <input
              value={goal}
              maxLength={120}
              placeholder={t('ui.goal.own-hint')}
              autoFocus
              onInput={(event) => setGoal(event.currentTarget.value)}
            />
          </label>
        ) : (
          <Choice
            dashed
            onPress={() => {
              setOwn(true);
              setGoal('');
            }}
          >
            {t('ui.goal.own')}
          </Choice>
        )}
      </div>
      <div class="center">
        <OpenRecord look="link link-quiet s" label={t('ui.goal.saved')} onSaid={setSaid} />
        {said !== '' && (
          <p role="status" class="soft s">
            {said}
          </p>
        )}
        <Link quiet small onPress={() => go('clinician')}>
          {t('ui.clin.title')}
        </Link>
      </div>
      <div class="grow" />
      <div class="foot">
        <Big onPress={() => void keep()} disabled={goal.trim() === ''}>
          {t('ui.continue')}
        </Big>
        <div class="center col" style={{ alignItems: 'center' }}>
          <Link onPress={onGentle}>{t('ui.goal.gentle')}</Link>
        </div>
      </div>
    </>
  );
}

export function ConfidenceStep({ onDone }: { onDone: () => void }) {
  const keel = useKeel();
  const pick = async (confidence: number) => {
    await keel.record({ type: 'goal', text: keel.today.goal?.text ?? t('ui.goal.shops'), confidence });
    onDone();
  };
  return (
    <>
      <Title>{t('ui.confidence.ask')}</Title>
      <p class="soft l" style={{ margin: '12px 0 20px' }}>
        {keel.today.goal?.text}
      </p>
      <NumberPad
        label={t('ui.confidence.ask')}
        onPick={(value) => void pick(value)}
        words={['ui.confidence.none', 'ui.confidence.full']}
      />
      <div class="grow" />
      <p class="note">{t('ui.confidence.note')}</p>
    </>
  );
}
