/* Settings: how it sounds and looks on this device, what the plan should know, and the record itself. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { back, go } from '../app/route';
import type { Settings } from '../app/settings';
import { ABILITIES, CONDITIONS, conditionDraft, EQUIPMENT, Ticks, Weeks } from '../setup/about';
import { cutBytes } from '../setup/goal';
import { ProgrammeStep } from '../setup/programme';
import { Btn, Choice, Sheet, Title, TopBar } from '../parts/parts';
import { Voice } from '../session/voice';
import { t } from '../text/text';
import { countries } from './emergency';
import { FigureSection } from './figure_look';
import { HandSheet } from './hand';
import { RecordSection } from './record';
import { TopLinks } from './tabs';

type SheetName = 'programme' | 'kit' | 'body' | 'time' | 'hand' | null;

export function SettingsPage({ onRescreen }: { onRescreen: () => void }) {
  const keel = useKeel();
  const [sheet, setSheet] = useState<SheetName>(null);
  return (
    <main class="page">
      <div class="row between">
        <TopBar onBack={back} label={t('ui.tab.settings')} />
        <TopLinks on="settings" />
      </div>
      <Title>{t('ui.tab.settings')}</Title>
      <div class="col gap-5" style={{ marginTop: '20px' }}>
        <Sounds />
        <Looks />
        <FigureSection />
        <section class="set-group">
          <h2>{t('ui.settings.plan')}</h2>
          <Btn onPress={() => setSheet('programme')}>{t('ui.settings.programme')}</Btn>
          <Btn onPress={() => setSheet('time')}>{t('ui.settings.time')}</Btn>
          <Btn onPress={() => setSheet('kit')}>{t('ui.kit.title')}</Btn>
          <Btn onPress={() => setSheet('body')}>{t('ui.settings.body')}</Btn>
          <Btn onPress={onRescreen}>{t('ui.settings.screening')}</Btn>
        </section>
        <Me />
        <RecordSection />
        <section class="set-group">
          <h2>{t('ui.clin.title')}</h2>
          <p class="soft">{t('ui.clin.entry-sub')}</p>
          <Btn onPress={() => go('clinician')}>{t('ui.clin.open-title')}</Btn>
          {keel.today.clinician.length > 0 && (
            <Btn onPress={() => setSheet('hand')}>{t('ui.hand.settings')}</Btn>
          )}
        </section>
        <p class="soft s">{t('ui.settings.about', keel.today.core, keel.today.facts)}</p>
      </div>
      {sheet === 'programme' && (
        <Sheet title={t('ui.settings.programme')} onClose={() => setSheet(null)}>
          <ProgrammeStep onDone={() => setSheet(null)} inSheet />
        </Sheet>
      )}
      {sheet === 'kit' && <KitSheet onClose={() => setSheet(null)} />}
      {sheet === 'body' && <BodySheet onClose={() => setSheet(null)} />}
      {sheet === 'hand' && <HandSheet onClose={() => setSheet(null)} />}
      {sheet === 'time' && <TimeSheet onClose={() => setSheet(null)} />}
    </main>
  );
}

function Switch({ on, onPress, label, sub }: { on: boolean; onPress: () => void; label: string; sub?: string }) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={onPress}>
      <span>
        {label}
        {sub && (
          <small class="soft s">
            <br />
            {sub}
          </small>
        )}
      </span>
      <span class="knob" />
    </button>
  );
}

function Sounds() {
  const keel = useKeel();
  const { settings } = keel;
  const flip = (name: 'tones' | 'voice' | 'counts' | 'keys') =>
    keel.change({ [name]: !settings[name] } as Partial<Settings>);
  return (
    <section>
      <h2>{t('ui.settings.sound')}</h2>
      <Switch
        on={settings.voice}
        onPress={() => flip('voice')}
        label={t('ui.settings.voice')}
        sub={t(Voice.local() ? 'ui.settings.voice-sub' : 'ui.settings.voice-none')}
      />
      <Switch on={settings.tones} onPress={() => flip('tones')} label={t('ui.settings.tones')} />
      <Switch on={settings.counts} onPress={() => flip('counts')} label={t('ui.settings.counts')} />
      <Switch on={settings.keys} onPress={() => flip('keys')} label={t('ui.settings.keys')} />
    </section>
  );
}

function Looks() {
  const keel = useKeel();
  return (
    <section class="set-group">
      <h2>{t('ui.settings.looks')}</h2>
      <div class="answers three" role="group" aria-label={t('ui.settings.theme')}>
        {(['auto', 'light', 'dark'] as const).map((theme) => (
          <button
            type="button"
            key={theme}
            class={`btn${keel.settings.theme === theme ? ' on' : ''}`}
            aria-pressed={keel.settings.theme === theme}
            onClick={() => keel.change({ theme })}
          >
            {t(`ui.settings.${theme}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

function Me() {
  const keel = useKeel();
  const [name, setName] = useState(keel.told.name);
  const keepName = async () => {
    const text = cutBytes(name.trim(), 60);
    if (text === keel.told.name || text === '') return;
    await keel.record({ type: 'profile', name: text });
  };
  const keepCountry = async (country: string) => {
    await keel.record({ type: 'profile', country });
  };
  const regions = new Intl.DisplayNames(['en'], { type: 'region' });
  const listed = [...new Set([keel.country, ...countries()])].sort((a, b) =>
    (regions.of(a) ?? a).localeCompare(regions.of(b) ?? b),
  );
  return (
    <section class="set-group">
      <h2>{t('ui.settings.me')}</h2>
      <label class="field">
        {t('ui.settings.name')}
        <input
          value={name}
          maxLength={40}
          onInput={(event) => setName(event.currentTarget.value)}
          onBlur={() => void keepName()}
        />
      </label>
      <label class="field">
        {t('ui.settings.country')}
        <select value={keel.country} onChange={(event) => void keepCountry(event.currentTarget.value)}>
          {listed.map((code) => (
            <option key={code} value={code}>
              {regions.of(code)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

function flipped(list: readonly string[], name: string): string[] {
  return list.includes(name) ? list.filter((one) => one !== name) : [...list, name];
}

function KitSheet({ onClose }: { onClose: () => void }) {
  const keel = useKeel();
  const flip = (item: string) => {
    const kit = flipped(keel.told.kit, item);
    void keel.record({ type: 'equipment', item, have: kit.includes(item) ? 1 : 0 });
  };
  return (
    <Sheet title={t('ui.kit.title')} onClose={onClose}>
      <Ticks names={EQUIPMENT} prefix="ui.equipment" on={keel.told.kit} onToggle={flip} />
    </Sheet>
  );
}

function BodySheet({ onClose }: { onClose: () => void }) {
  const keel = useKeel();
  const flipAbility = (ability: string) => {
    const cannot = flipped(keel.told.cannot, ability);
    void keel.record({ type: 'ability', ability, can: cannot.includes(ability) ? 0 : 1 });
  };
  const flipCondition = (condition: string) => {
    const has = flipped(keel.told.has, condition);
    void keel.record(conditionDraft(condition, has.includes(condition), keel.today.date));
  };
  return (
    <Sheet title={t('ui.settings.body')} onClose={onClose}>
      <h2 class="h3" style={{ marginBottom: '10px' }}>
        {t('ui.body.cannot')}
      </h2>
      <Ticks names={ABILITIES} prefix="ui.ability" on={keel.told.cannot} onToggle={flipAbility} />
      <h2 class="h3" style={{ margin: '24px 0 10px' }}>
        {t('ui.body.has')}
      </h2>
      <Ticks names={CONDITIONS} prefix="ui.condition" on={keel.told.has} onToggle={flipCondition} />
      <Weeks
        has={keel.told.has}
        onWeeks={(name, weeks) => void keel.record(conditionDraft(name, true, keel.today.date, weeks))}
      />
    </Sheet>
  );
}

const MINUTES = [8, 12, 16, 20, 30] as const;
const DAYS = [3, 4, 5, 6, 7] as const;

function TimeSheet({ onClose }: { onClose: () => void }) {
  const keel = useKeel();
  const [wake, setWake] = useState('');
  const keepWake = () => {
    const [hour, minute] = wake.split(':').map(Number);
    if (hour !== undefined && minute !== undefined)
      void keel.record({ type: 'schedule', wake_min: hour * 60 + minute });
  };
  return (
    <Sheet title={t('ui.settings.time')} onClose={onClose}>
      <div class="col gap-5">
        <div class="col gap-3" role="group" aria-label={t('ui.time.minutes')}>
          <h2 class="h3">{t('ui.time.minutes')}</h2>
          {MINUTES.map((minutes) => (
            <Choice key={minutes} onPress={() => void keel.record({ type: 'schedule', minutes }).then(onClose)}>
              {t('ui.shorter.minutes', minutes)}
            </Choice>
          ))}
        </div>
        <div class="col gap-3" role="group" aria-label={t('ui.time.days')}>
          <h2 class="h3">{t('ui.time.days')}</h2>
          <div class="answers three">
            {DAYS.map((days) => (
              <Btn key={days} onPress={() => void keel.record({ type: 'schedule', days_a_week: days }).then(onClose)}>
                {days}
              </Btn>
            ))}
          </div>
        </div>
        <label class="field">
          {t('ui.time.wake')}
          <input type="time" value={wake} onInput={(event) => setWake(event.currentTarget.value)} onBlur={keepWake} />
        </label>
      </div>
    </Sheet>
  );
}
