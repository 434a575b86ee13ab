/* One edit: what, which dose, until when, why. Bounds are the core's; what it refuses is said with its field. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { daysOfIso, isoOfDays } from '../app/time';
import { CoreRefusal } from '../core/engine';
import type { MovementStanding } from '../core/clinician';
import type { Dose } from '../core/types';
import { names } from '../gen/events';
import type { GateName } from '../gen/events';
import { Big } from '../parts/parts';
import { cutBytes } from '../setup/goal';
import { doseText } from '../text/dose';
import { t } from '../text/text';
import { SignForm } from './sign';
import type { EditDraft, Sitting } from './sitting';

const REASON_BYTES_MAX = 200;
const WEEKS_USUAL_DAYS = 42;

export type EditKind = EditDraft['edit'];

/* The gate that keeps a movement away, when it is one that may be opened. */
export function gateOf(standing: MovementStanding): GateName | null {
  const why = standing.why;
  if (why?.rule === 'gate.morning') return 'morning-flexion';
  if (why?.rule !== 'gate.condition-hard' && why?.rule !== 'gate.condition-soft') return null;
  return (names['gate']?.[why.inputs[1] ?? -1] as GateName | undefined) ?? null;
}

function doseDraft(dose: Dose): Partial<EditDraft> {
  const draft: Partial<EditDraft> = { sets: dose.sets };
  for (const field of ['reps', 'hold_s', 'work_s', 'rest_s', 'load_hg'] as const)
    if (dose[field] > 0) draft[field] = dose[field];
  return draft;
}

export function EditForm({
  sitting,
  standing,
  kinds,
  onDone,
}: {
  sitting: Sitting;
  standing: MovementStanding;
  kinds: readonly EditKind[];
  onDone: () => void;
}) {
  const keel = useKeel();
  const facts = keel.core.movement(standing.movement);
  const gate = gateOf(standing);
  const [kind, setKind] = useState<EditKind | ''>('');
  const [rung, setRung] = useState(0);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState('');
  const [adding, setAdding] = useState(false);
  const { date } = sitting.view;
  const opens = kind === 'override-gate';
  const hasDose = kind === 'prescribe' || kind === 'dose';
  const hasEnd = kind !== '' && kind !== 'allow' && kind !== 'clear-movement';
  const fits = kind !== '' && reason.trim() !== '' && (!opens || until !== '') && (kind !== 'dose' || rung > 0);

  const choose = (next: EditKind) => {
    setKind(next);
    setRung(next === 'dose' ? standing.rung : 0);
    setUntil(next === 'override-gate' ? isoOfDays(date + WEEKS_USUAL_DAYS) : '');
    setTrouble('');
  };
  const add = () => {
    if (kind === '') return;
    const dose = facts?.rungs[rung - 1];
    const draft: EditDraft = {
      edit: kind,
      movement: standing.movement,
      ...(hasDose && dose ? doseDraft(dose) : {}),
      ...(opens && gate ? { gate } : {}),
      ...(hasEnd && until !== '' ? { until_date: daysOfIso(until) } : {}),
      reason: cutBytes(reason.trim(), REASON_BYTES_MAX),
    };
    try {
      sitting.edit(draft);
      onDone();
    } catch (error) {
      if (!(error instanceof CoreRefusal)) throw error;
      setTrouble(t('ui.clin.refused', error.message));
      setAdding(false);
    }
  };
  const sign = () => (sitting.signature ? add() : setAdding(true));
  if (adding && !sitting.signature) return <SignForm sitting={sitting} onDone={add} />;
  return (
    <div class="col gap-4">
      <label class="field">
        {t('ui.clin.what')}
        <select value={kind} onChange={(event) => choose(event.currentTarget.value as EditKind)}>
          <option value="">{t('ui.choose')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {one === 'override-gate' && gate ? t('ui.clin.do.gate', t(`gate.${gate}`)) : t(`ui.clin.do.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {hasDose && facts && (
        <label class="field">
          {t(kind === 'dose' ? 'ui.clin.dose-most' : 'ui.clin.dose')}
          <select value={String(rung)} onChange={(event) => setRung(Number(event.currentTarget.value))}>
            {kind === 'prescribe' && <option value="0">{t('ui.clin.dose-own')}</option>}
            {facts.rungs.map((dose, i) => (
              <option key={i} value={String(i + 1)}>
                {doseText(dose, facts.sides)}
              </option>
            ))}
          </select>
          {kind === 'prescribe' && rung > 0 && standing.times > 0 && rung > standing.rung && (
            <small class="soft">{t('ui.clin.dose-climbs', doseText(standing.dose, facts.sides))}</small>
          )}
        </label>
      )}
      {hasEnd && (
        <label class="field">
          {t(opens ? 'ui.clin.until-must' : 'ui.clin.until')}
          <input
            type="date"
            value={until}
            min={isoOfDays(date)}
            onInput={(event) => setUntil(event.currentTarget.value)}
          />
        </label>
      )}
      {kind !== '' && (
        <label class="field">
          {t('ui.clin.reason')}
          <input
            value={reason}
            maxLength={REASON_BYTES_MAX}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      )}
      <p role="alert" class="clin-refused">
        {trouble}
      </p>
      <Big onPress={sign} disabled={!fits}>
        {t('ui.clin.add')}
      </Big>
    </div>
  );
}
