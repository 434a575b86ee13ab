/* All movements, by aim; what is in today, what rests and until when. */
import { useKeel } from '../app/context';
import { go } from '../app/route';
import { untilWord } from '../app/time';
import { Picture } from '../figure/picture';
import { Link, Title } from '../parts/parts';
import { dateLocale, movementName, t } from '../text/text';
import { Tabs, TopLinks } from './tabs';

const AIMS = [
  'breathing',
  'mobility',
  'stretch',
  'control',
  'brace',
  'activate',
  'strengthen',
  'integrate',
  'conditioning',
] as const;

export function Library() {
  const keel = useKeel();
  const { today } = keel;
  const all = keel.core.catalogue().movements.filter((one) => one.replaced_by === null);
  const inToday = new Set((today.open_session?.items ?? today.items).map((item) => item.movement));
  const rests = new Map(today.rests.map((rest) => [rest.movement, rest.until_date]));
  const tag = (id: string) => {
    const until = rests.get(id);
    if (until !== undefined) {
      return (
        <span class="tag tag-h">
          {until === null
            ? t('ui.library.resting')
            : t('ui.library.rests-to', untilWord(until, today.date, dateLocale()))}
        </span>
      );
    }
    return inToday.has(id) ? <span class="tag tag-p">{t('ui.library.today')}</span> : null;
  };
  return (
    <>
      <main class="page page-tabs">
        <div class="row between">
          <Title>{t('ui.tab.movements')}</Title>
          <TopLinks on="movements" />
        </div>
        <Link small onPress={() => go('education')}>
          {t('ui.education.title')}
        </Link>
        <div>
          {AIMS.map((aim) => {
            const group = all.filter((one) => one.aim === aim);
            if (group.length === 0) return null;
            return (
              <section key={aim} style={{ marginTop: '22px' }}>
                <h2 style={{ fontSize: 'var(--t-l)' }}>{t(`ui.aim.${aim}`)}</h2>
                {group.map((one) => (
                  <button type="button" key={one.id} class="list-row" onClick={() => go('movement', one.id)}>
                    <Picture movement={one.id} small />
                    <span class="mid">{movementName(one.id)}</span>
                    {tag(one.id)}
                  </button>
                ))}
              </section>
            );
          })}
        </div>
      </main>
      <Tabs on="movements" />
    </>
  );
}
