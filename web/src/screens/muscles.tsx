/* What a movement stretches and works, in words, and the switch that lets it glow in the figure. */
import { useKeel } from '../app/context';
import type { MovementFacts } from '../core/facts';
import { Btn } from '../parts/parts';
import { t } from '../text/text';

const SHOWN = 3;

export function Muscles({ facts }: { facts: MovementFacts }) {
  const keel = useKeel();
  const on = keel.settings.muscles;
  const stretched = stretchedWords(facts, null);
  const works = shortNames(facts.works).slice(0, SHOWN).join('; ');
  if (stretched === '' && works === '') return null;
  return (
    <section class="card">
      <h2 class="h3">{t('ui.muscles.title')}</h2>
      {stretched !== '' && <p style={{ marginTop: '6px' }}>{stretched}</p>}
      {works !== '' && <p>{t('ui.muscles.works', works)}</p>}
      <div style={{ marginTop: '10px' }}>
        <Btn small pressed={on} onPress={() => keel.change({ muscles: !on })}>
          {t('ui.muscles.show')}
        </Btn>
      </div>
    </section>
  );
}

/* "Stretches: hip flexors, right side." A movement that is done to each side says so, unless the side of now is known.
 * The file draws the left side; `mirrored` is the right one. */
export function stretchedWords(facts: MovementFacts, mirrored: boolean | null): string {
  const shown = facts.stretches.slice(0, SHOWN + 1);
  if (shown.length === 0) return '';
  const both = shortNames(shown.filter((one) => one.side === 'both').map((one) => one.muscle));
  const left = shortNames(shown.filter((one) => one.side === 'left').map((one) => one.muscle));
  const right = shortNames(shown.filter((one) => one.side === 'right').map((one) => one.muscle));
  if (mirrored === null && facts.sides !== 'none') {
    const each = [...new Set([...left, ...right, ...both])].slice(0, SHOWN).join('; ');
    return t(left.length + right.length > 0 ? 'ui.muscles.each-side' : 'ui.muscles.stretches', each);
  }
  const [near, far] = mirrored ? [right, left] : [left, right];
  const sided = [
    ...near.map((name) => t('ui.muscles.left', name)),
    ...far.map((name) => t('ui.muscles.right', name)),
    ...both,
  ];
  return t('ui.muscles.stretches', sided.slice(0, SHOWN).join('; '));
}

/* "hip flexors (psoas)" and "hip flexors (iliacus)" are one thing to a person. */
function shortNames(muscles: readonly string[]): string[] {
  return [...new Set(muscles.map((muscle) => t(`muscle.${muscle}`).replace(/ \(.*\)$/, '')))];
}
