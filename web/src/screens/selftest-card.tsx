/* Self-tests beside the plan: today's offer, which can be left, and what was found so far. */
import { useKeel } from '../app/context';
import { weekdayDayMonth } from '../app/time';
import type { Progress, TestLine } from '../core/progress';
import { Btn, Link } from '../parts/parts';
import { minutesOf } from '../text/dose';
import { dateLocale, ruleText, t } from '../text/text';

/* Only when today's session is not running, and somebody can lead it here. */
export function TestCard() {
  const keel = useKeel();
  const { test, open_session: open, goal } = keel.today;
  if (!test || open || !goal || !keel.tabs.leads) return null;
  const begin = () => void keel.beginTest().catch((error: unknown) => keel.broke(error));
  return (
    <section class="card offer" aria-label={t('ui.test.offer')}>
      <span class="s soft">{t('ui.test.offer')}</span>
      <b>{t(`selftest.${test.test}.name`)}</b>
      <span class="s">
        {t(`selftest.${test.test}.what`)} {t('ui.test.minutes', minutesOf(test.total_s * (test.twice ? 2 : 1)))}
      </span>
      <div class="row" style={{ gap: '20px' }}>
        <Btn small onPress={begin}>
          {t('ui.test.do')}
        </Btn>
        <Link small quiet onPress={() => void keel.record({ type: 'test-skipped', test: test.test })}>
          {t('ui.test.not-today')}
        </Link>
      </div>
    </section>
  );
}

/* First and latest of a number, where both were measured in the same movement and on the same side. */
function change(lines: readonly TestLine[]): string {
  const last = lines[lines.length - 1];
  const first = lines.find((one) => one.movement === last?.movement && one.side === last.side);
  if (!first || !last || first === last || first.value === null || last.value === null) return '';
  return t('ui.test.first', first.value, last.value);
}

const COUNTED: ReadonlySet<string> = new Set(['front-hold', 'side-hold', 'sit-to-stand']);

export function TestList({ progress }: { progress: Progress }) {
  const keel = useKeel();
  const found = keel.today.tests.filter((one) => one.found !== null);
  if (found.length === 0) return null;
  return (
    <section class="card">
      <h2 class="h3">{t('ui.test.list')}</h2>
      <p class="soft">{t('ui.test.list-sub')}</p>
      <ul class="found">
        {found.map(({ test, found: one }) => {
          const sides = ['both', 'left', 'right'].map((side) =>
            change(progress.tests.filter((line) => line.test === test && line.side === side)),
          );
          return (
            <li key={test}>
              <b>{t(`selftest.${test}.name`)}</b>
              <span class="s soft">{one && weekdayDayMonth(one.date, dateLocale())}</span>
              <p>
                {one && ruleText(one.rule, one.inputs)}{' '}
                {COUNTED.has(test) && sides.filter((text) => text !== '').join(' · ')}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
