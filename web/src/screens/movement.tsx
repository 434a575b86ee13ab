/* One movement: how, what you may feel, what it does for you, where it comes from. */
import { useKeel } from '../app/context';
import { endPhases } from '../core/facts';
import { back, go } from '../app/route';
import { moment } from '../app/time';
import { Picture } from '../figure/picture';
import { Btn, IconButton, Link, Title } from '../parts/parts';
import { doseText } from '../text/dose';
import { hasText, movementName, t, tx } from '../text/text';
import { Muscles } from './muscles';
import { morningsInFull } from './mornings';

const STEPS_MAX = 8;

export function MovementPage({ id }: { id: string }) {
  const keel = useKeel();
  const facts = keel.core.movement(id);
  if (!facts)
    return (
      <main class="page">
        <Title>{t('ui.movement.unknown')}</Title>
      </main>
    );
  const why = keel.core.why(moment(), id);
  const [end, other] = endPhases(facts);
  const glow = keel.settings.muscles;
  const mine = keel.itemsOfSession().find((item) => item.movement === id);
  const how = Array.from({ length: STEPS_MAX }, (_, i) => `${id}.how.${i + 1}`).filter(hasText);
  const liked = (liking: string) => void keel.record({ type: 'preference', movement: id, liking });
  return (
    <main class="page">
      <div class="movement-top">
        <IconButton icon="back" label={t('ui.back')} onPress={back} />
        <div class="movement-pics">
          <Picture movement={id} phase={other} label={t('ui.movement.one-end', movementName(id))} glow={glow} />
          <Picture movement={id} phase={end} label={t('ui.movement.other-end', movementName(id))} glow={glow} />
        </div>
      </div>
      <div class="col gap-4">
        <div>
          <Title>{movementName(id)}</Title>
          {hasText(`${id}.why`) && (
            <p class="l soft" style={{ marginTop: '4px' }}>
              {t(`${id}.why`)}
            </p>
          )}
        </div>
        <div class="row wrap" style={{ gap: '8px' }}>
          <span class="tag tag-p">{t(`ui.aim.${facts.aim}`)}</span>
          {facts.positions.map((name) => (
            <span key={name} class="tag tag-p">
              {t(`ui.position.${name}`)}
            </span>
          ))}
          {facts.equipment.map((name) => (
            <span key={name} class="tag">
              {t(`ui.equipment.${name}`)}
            </span>
          ))}
        </div>
        <section>
          <h2 class="h3" style={{ marginBottom: '8px' }}>
            {t('ui.movement.how')}
          </h2>
          <ol class="how">
            {how.map((key) => (
              <li key={key}>
                <span>{t(key)}</span>
              </li>
            ))}
          </ol>
        </section>
        {hasText(`${id}.feel`) && (
          <section class="card">
            <h2 class="h3">{t('ui.movement.feel')}</h2>
            <p class="feel">
              <i />
              <span>{t(`${id}.feel`)}</span>
            </p>
          </section>
        )}
        <Muscles facts={facts} />
        <section class="card">
          <h2 class="h3">{t('ui.movement.for-you')}</h2>
          <p style={{ marginTop: '6px' }}>
            {mine ? tx('ui.movement.today', <b class="mid">{doseText(mine.dose, facts.sides)}</b>) : why.text}
          </p>
          {why.eased > 0 && <p class="s soft">{t('ui.progress.eased', why.eased, why.times)}</p>}
          {why.times > 0 && <p class="s soft">{morningsInFull(why.mornings)}</p>}
          <div class="row wrap" style={{ gap: '0 24px' }}>
            {facts.easier && (
              <Link small onPress={() => go('movement', facts.easier ?? '')}>
                {t('ui.movement.easier', movementName(facts.easier))}
              </Link>
            )}
            {facts.harder && (
              <Link small onPress={() => go('movement', facts.harder ?? '')}>
                {t('ui.movement.harder', movementName(facts.harder))}
              </Link>
            )}
            <Link small onPress={() => go('why', id)}>
              {t(why.in ? 'ui.movement.why-in' : 'ui.movement.why-out')}
            </Link>
          </div>
          <div class="row wrap" style={{ marginTop: '8px' }}>
            <Btn small onPress={() => liked('like')}>
              {t('ui.movement.like')}
            </Btn>
            <Btn small onPress={() => liked('dislike')}>
              {t('ui.movement.dislike')}
            </Btn>
          </div>
        </section>
        <section>
          <h2 class="h3" style={{ marginBottom: '6px' }}>
            {t('ui.movement.from')}
          </h2>
          <ul class="s soft">
            {facts.sources
              .filter((source) => hasText(`source.${source}`))
              .map((source) => (
                <li key={source}>{t(`source.${source}`)}</li>
              ))}
          </ul>
          <p class="s soft" style={{ marginTop: '6px' }}>
            {t('ui.movement.honest')}
          </p>
        </section>
      </div>
    </main>
  );
}
