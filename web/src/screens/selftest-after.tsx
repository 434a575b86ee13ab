/* Half an hour later: was the rise of a direction test gone? The answer is the same event with one word more. */
import { useKeel } from '../app/context';
import { moment } from '../app/time';
import type { Ask } from '../core/types';
import { Choice, Note, Title } from '../parts/parts';
import { t } from '../text/text';
import { Head } from './asks';
import { Tabs } from './tabs';

type DirectionAsk = Extract<Ask, { kind: 'direction-after' }>;

export function DirectionAfter({ ask, later }: { ask: DirectionAsk; later: () => void }) {
  const keel = useKeel();
  const say = (settled: 'yes' | 'no') => {
    const lines = keel.core.progress(moment()).tests.filter((one) => one.test === ask.direction);
    const line = lines[lines.length - 1];
    if (!line) return;
    void keel.record({
      type: 'direction-test',
      replaces: ask.event,
      direction: ask.direction,
      pain_before: line.pain_before ?? 0,
      pain_after: line.pain_after ?? 0,
      place_before: line.place_before ?? 'nowhere',
      place_after: line.place_after ?? 'nowhere',
      reps: line.reps ?? 1,
      settled,
    });
  };
  const name = t(`direction.${ask.direction}`);
  return (
    <>
      <main class="page page-tabs">
        <Head later={later} />
        <div class="col grow">
          <Title>{t('ui.test.after-ask', name.charAt(0).toUpperCase() + name.slice(1))}</Title>
          <div class="grow" style={{ minHeight: '20px' }} />
          <div class="col gap-3">
            <Choice onPress={() => say('yes')}>{t('ui.test.after-yes')}</Choice>
            <Choice onPress={() => say('no')}>{t('ui.test.after-no')}</Choice>
          </div>
          <div style={{ height: '24px' }} />
          <Note>{t('ui.test.after-note')}</Note>
        </div>
      </main>
      <Tabs on="today" />
    </>
  );
}
