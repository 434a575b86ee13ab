/* The numbers that may be set for one person: bounds, what is usual, source and grade. */
import { useState } from 'preact/hooks';
import { daysOfIso, isoOfDays } from '../app/time';
import type { Threshold } from '../core/clinician';
import { CoreRefusal } from '../core/engine';
import type { TunableName } from '../gen/events';
import { Big, Link, Note, Sheet, Title } from '../parts/parts';
import { cutBytes } from '../setup/goal';
import { t } from '../text/text';
import { SignForm } from './sign';
import type { Sitting } from './sitting';

const REASON_BYTES_MAX = 200;

export function NumbersPage({ sitting }: { sitting: Sitting }) {
  const [open, setOpen] = useState<Threshold | null>(null);
  return (
    <>
      <Title small>{t('ui.clin.page.numbers')}</Title>
      <Note>{t('ui.clin.numbers-sub')}</Note>
      <ul class="clin-list">
        {sitting.view.thresholds.map((row) => (
          <li key={row.threshold} class="card clin-number">
            <div>
              <b class="mid">{t(`tunable.${row.threshold}`)}</b>
              <p class="soft s">
                {t('ui.clin.number-bounds', row.least, row.most, row.usual)}{' '}
                {t('ui.clin.number-source', row.source)} {t(`ui.grade.${row.grade}`)}
              </p>
            </div>
            <span class={`clin-value${row.value === row.usual ? '' : ' set'}`}>{row.value}</span>
            <Link small onPress={() => setOpen(row)}>
              {t('ui.clin.change')}
              <span class="vh"> {t(`tunable.${row.threshold}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {open && <NumberSheet row={open} sitting={sitting} onClose={() => setOpen(null)} />}
    </>
  );
}

function NumberSheet({ row, sitting, onClose }: { row: Threshold; sitting: Sitting; onClose: () => void }) {
  const [value, setValue] = useState(String(row.value));
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState('');
  const [adding, setAdding] = useState(false);
  const add = () => {
    try {
      sitting.edit({
        edit: 'threshold',
        threshold: row.threshold as TunableName,
        value: Math.round(Number(value)),
        ...(until === '' ? {} : { until_date: daysOfIso(until) }),
        reason: cutBytes(reason.trim(), REASON_BYTES_MAX),
      });
      onClose();
    } catch (error) {
      if (!(error instanceof CoreRefusal)) throw error;
      setTrouble(t('ui.clin.refused', error.message));
      setAdding(false);
    }
  };
  const sign = () => (sitting.signature ? add() : setAdding(true));
  return (
    <Sheet title={t(`tunable.${row.threshold}`)} onClose={onClose}>
      {adding && !sitting.signature ? (
        <SignForm sitting={sitting} onDone={add} />
      ) : (
        <div class="col gap-4">
          <label class="field">
            {t('ui.clin.number-bounds', row.least, row.most, row.usual)}
            <input
              type="number"
              inputMode="numeric"
              value={value}
              min={row.least}
              max={row.most}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            {t('ui.clin.until')}
            <input
              type="date"
              value={until}
              min={isoOfDays(sitting.view.date)}
              onInput={(event) => setUntil(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            {t('ui.clin.reason')}
            <input
              value={reason}
              maxLength={REASON_BYTES_MAX}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </label>
          <p role="alert" class="clin-refused">
            {trouble}
          </p>
          <Big onPress={sign} disabled={reason.trim() === '' || value.trim() === ''}>
            {t('ui.clin.add')}
          </Big>
        </div>
      )}
    </Sheet>
  );
}
