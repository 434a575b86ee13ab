/* A few things that change which movements are offered; nothing else is asked. All of it can be left out. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Big, Choice, Title } from '../parts/parts';
import { names, type Draft } from '../gen/events';
import { t } from '../text/text';

export const ABILITIES = names['ability'] ?? [];
export const CONDITIONS = names['condition'] ?? [];
/* A mat is never asked for: a carpet or a folded blanket does. */
export const EQUIPMENT = (names['equipment'] ?? []).filter((name) => name !== 'mat');
/* Conditions whose rule changes with the weeks (C5): pregnancy from week 20, abdominal surgery or birth to week 12. */
const WITH_WEEKS: readonly string[] = ['pregnancy', 'abdominal'];
const WEEKS_MOST = 45;
const COMMON_KIT: readonly string[] = ['chair', 'wall', 'counter', 'pillow'];
const ADULT_YEARS = 18;

export function AboutStep({ onDone }: { onDone: () => void }) {
  const keel = useKeel();
  const [year, setYear] = useState('');
  const [training, setTraining] = useState<string | null>(null);
  const thisYear = new Date().getFullYear();
  const value = Number(year);
  const known = /^\d{4}$/.test(year) && value >= 1900 && value <= thisYear;
  const young = known && thisYear - value < ADULT_YEARS;
  const keep = async () => {
    await keel.record({
      type: 'profile',
      birth_year: value,
      language: 'en',
      country: keel.country,
      ...(training ? { training } : {}),
    });
    onDone();
  };
  return (
    <>
      <Title>{t('ui.about.title')}</Title>
      <div class="col gap-5" style={{ marginTop: '20px' }}>
        <label class="field">
          {t('ui.about.year')}
          <input
            inputMode="numeric"
            autoComplete="bday-year"
            maxLength={4}
            value={year}
            aria-describedby="about-why"
            onInput={(event) => setYear(event.currentTarget.value.replace(/\D/g, ''))}
          />
        </label>
        <p id="about-why" class="soft s">
          {young ? t('ui.about.young') : t('ui.about.year-why')}
        </p>
        <div class="col gap-3" role="group" aria-label={t('ui.about.training')}>
          <h2 class="h3">{t('ui.about.training')}</h2>
          <Choice on={training === 'yes'} onPress={() => setTraining('yes')}>
            {t('ui.yes')}
          </Choice>
          <Choice on={training === 'no'} onPress={() => setTraining('no')}>
            {t('ui.no')}
          </Choice>
        </div>
      </div>
      <div class="grow" />
      <div class="foot">
        <Big onPress={() => void keep()} disabled={!known || young || training === null}>
          {t('ui.continue')}
        </Big>
      </div>
    </>
  );
}

function toggled(list: readonly string[], name: string): string[] {
  return list.includes(name) ? list.filter((one) => one !== name) : [...list, name];
}

export function Ticks({
  names: shown,
  prefix,
  on,
  onToggle,
}: {
  names: readonly string[];
  prefix: string;
  on: readonly string[];
  onToggle: (name: string) => void;
}) {
  return (
    <div class="checks">
      {shown.map((name) => (
        <Choice key={name} on={on.includes(name)} onPress={() => onToggle(name)}>
          {t(`${prefix}.${name}`)}
        </Choice>
      ))}
    </div>
  );
}

/* The weeks, for what needs them; left empty, the stricter rule holds. */
export function Weeks({ has, onWeeks }: { has: readonly string[]; onWeeks: (name: string, weeks: number) => void }) {
  return (
    <>
      {WITH_WEEKS.filter((name) => has.includes(name)).map((name) => (
        <label key={name} class="field" style={{ marginTop: '14px' }}>
          {t(`ui.body.weeks-${name}`)}
          <input
            inputMode="numeric"
            maxLength={2}
            onChange={(event) => {
              const text = event.currentTarget.value.trim();
              if (/^\d+$/.test(text) && Number(text) <= WEEKS_MOST) onWeeks(name, Number(text));
            }}
          />
        </label>
      ))}
    </>
  );
}

export function conditionDraft(name: string, has: boolean, today: number, weeks?: number): Draft {
  const since = has && weeks !== undefined ? { since_date: today - 7 * weeks } : {};
  return { type: 'condition', condition: name, has: has ? 1 : 0, ...since };
}

/* Names whose tick is another than before. */
function changed(list: readonly string[], before: readonly string[], now: readonly string[]): string[] {
  return list.filter((name) => before.includes(name) !== now.includes(name));
}

/* Positions one cannot use and conditions that change which movements are offered. */
export function BodyStep({ onDone }: { onDone: () => void }) {
  const keel = useKeel();
  const [cannot, setCannot] = useState(keel.told.cannot);
  const [has, setHas] = useState(keel.told.has);
  const [weeks, setWeeks] = useState<Record<string, number>>({});
  const keep = async () => {
    const drafts: Draft[] = [
      ...changed(ABILITIES, keel.told.cannot, cannot).map((ability) => {
        return { type: 'ability', ability, can: cannot.includes(ability) ? 0 : 1 } as Draft;
      }),
      ...changed(CONDITIONS, keel.told.has, has).map((name) =>
        conditionDraft(name, has.includes(name), keel.today.date, weeks[name]),
      ),
    ];
    await keel.record(...drafts);
    onDone();
  };
  return (
    <>
      <Title>{t('ui.body.title')}</Title>
      <p class="soft" style={{ margin: '12px 0 16px' }}>
        {t('ui.body.sub')}
      </p>
      <h2 class="h3" style={{ margin: '0 0 10px' }}>
        {t('ui.body.cannot')}
      </h2>
      <Ticks
        names={ABILITIES}
        prefix="ui.ability"
        on={cannot}
        onToggle={(name) => setCannot(toggled(cannot, name))}
      />
      <h2 class="h3" style={{ margin: '24px 0 10px' }}>
        {t('ui.body.has')}
      </h2>
      <Ticks names={CONDITIONS} prefix="ui.condition" on={has} onToggle={(name) => setHas(toggled(has, name))} />
      <Weeks has={has} onWeeks={(name, count) => setWeeks({ ...weeks, [name]: count })} />
      <div class="foot" style={{ marginTop: '16px' }}>
        <Big onPress={() => void keep()}>
          {cannot.length + has.length === 0 ? t('ui.body.none') : t('ui.continue')}
        </Big>
      </div>
    </>
  );
}

export function KitStep({ onDone }: { onDone: () => void }) {
  const keel = useKeel();
  const [kit, setKit] = useState(keel.told.kit.length > 0 ? keel.told.kit : [...COMMON_KIT]);
  const keep = async () => {
    await keel.record(
      ...EQUIPMENT.map((item) => ({ type: 'equipment', item, have: kit.includes(item) ? 1 : 0 }) as Draft),
    );
    onDone();
  };
  return (
    <>
      <Title>{t('ui.kit.title')}</Title>
      <p class="soft" style={{ margin: '12px 0 16px' }}>
        {t('ui.kit.sub')}
      </p>
      <Ticks names={EQUIPMENT} prefix="ui.equipment" on={kit} onToggle={(name) => setKit(toggled(kit, name))} />
      <div class="foot" style={{ marginTop: '16px' }}>
        <Big onPress={() => void keep()}>{t('ui.continue')}</Big>
      </div>
    </>
  );
}
