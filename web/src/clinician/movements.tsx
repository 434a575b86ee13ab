/* Each movement as it stands: rung, dose, clean ones, rises, what is next and why; and the hand on it. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { dayAndMonth } from '../app/time';
import type { MovementStanding } from '../core/clinician';
import { Picture } from '../figure/picture';
import { Sheet, Title } from '../parts/parts';
import { doseText } from '../text/dose';
import { dateLocale, hasText, movementName, ruleShort, ruleText, t } from '../text/text';
import { EditForm, gateOf, type EditKind } from './edit-form';
import { EditRow } from './edits';
import type { Sitting } from './sitting';

type Shown = 'known' | 'all';

export function MovementsPage({ sitting }: { sitting: Sitting }) {
  const [shown, setShown] = useState<Shown>('known');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const { view, today } = sitting;
  const inToday = new Set(today.items.map((item) => item.movement));
  const edited = new Set(view.edits.map((edit) => edit.movement));
  const known = (row: MovementStanding) =>
    row.last_date !== null || inToday.has(row.movement) || edited.has(row.movement);
  const sought = search.trim().toLowerCase();
  const rows = view.movements.filter((row) =>
    sought === '' ? shown === 'all' || known(row) : movementName(row.movement).toLowerCase().includes(sought),
  );
  const row = view.movements.find((one) => one.movement === open);
  return (
    <>
      <Title small>{t('ui.clin.page.movements')}</Title>
      <div class="row wrap" style={{ margin: '10px 0' }}>
        <label class="field clin-search">
          {t('ui.clin.search')}
          <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        </label>
        <label class="field clin-search">
          {t('ui.clin.shown')}
          <select value={shown} onChange={(event) => setShown(event.currentTarget.value as Shown)}>
            <option value="known">{t('ui.clin.shown-known')}</option>
            <option value="all">{t('ui.clin.shown-all')}</option>
          </select>
        </label>
      </div>
      <ul class="clin-list">
        {rows.map((one) => (
          <Row key={one.movement} row={one} sitting={sitting} onOpen={() => setOpen(one.movement)} />
        ))}
      </ul>
      {row && <Panel row={row} sitting={sitting} onClose={() => setOpen(null)} />}
    </>
  );
}

function standingText(row: MovementStanding): string {
  return row.why ? ruleShort(row.why.rule, row.why.inputs) : ruleText(row.dose_why.rule, row.dose_why.inputs);
}

function Row({ row, sitting, onOpen }: { row: MovementStanding; sitting: Sitting; onOpen: () => void }) {
  const keel = useKeel();
  const sides = keel.core.movement(row.movement)?.sides ?? 'none';
  const item = sitting.today.items.find((one) => one.movement === row.movement);
  const last = row.rises[row.rises.length - 1];
  return (
    <li class="card clin-row">
      <Picture movement={row.movement} small />
      <div>
        <b class="mid">{movementName(row.movement)}</b>
        <span class="s">
          {t('ui.clin.row-dose', doseText(item?.dose ?? row.dose, sides), item?.rung ?? row.rung, row.rung_count)}
        </span>
        <span class="soft s">
          {row.times > 0 ? t('ui.clin.row-times', row.times, row.clean) : t('ui.clin.row-never')}
          {last && ` ${t('ui.clin.row-rise', row.rises.length, dayAndMonth(last.date, dateLocale()))}`}
        </span>
        <span class="s">{standingText(row)}</span>
      </div>
      <div class="clin-row-end">
        <span class={`tag${item ? ' tag-p' : row.standing === 'allowed' ? '' : ' tag-h'}`}>
          {t(item ? 'ui.clin.today' : `ui.clin.standing.${row.standing}`)}
        </span>
        <button type="button" class="link s" onClick={onOpen}>
          {t('ui.clin.change')}
          <span class="vh"> {movementName(row.movement)}</span>
        </button>
      </div>
    </li>
  );
}

function kindsOf(row: MovementStanding): EditKind[] {
  const kinds: EditKind[] = ['prescribe', 'dose', 'pin'];
  kinds.push(row.why?.rule === 'clinician.forbids' ? 'allow' : 'forbid');
  if (row.rises.length > 0) kinds.push('clear-movement');
  if (gateOf(row)) kinds.push('override-gate');
  return kinds;
}

/* How the movement loads the low back, by the body model: asked for, and only here. */
function Load({ movement }: { movement: string }) {
  if (!hasText(`${movement}.load-band`)) return null;
  return (
    <details>
      <summary>{t('ui.clin.load')}</summary>
      <p class="s soft">
        {t('ui.clin.load-band', t(`${movement}.load-band`), t(`${movement}.load-spread`))}
      </p>
    </details>
  );
}

function Panel({ row, sitting, onClose }: { row: MovementStanding; sitting: Sitting; onClose: () => void }) {
  const keel = useKeel();
  const why = sitting.why(row.movement);
  const sides = keel.core.movement(row.movement)?.sides ?? 'none';
  const edits = sitting.view.edits.filter((edit) => edit.movement === row.movement && edit.standing === 'stands');
  return (
    <Sheet title={movementName(row.movement)} sub={standingText(row)} onClose={onClose}>
      {edits.length > 0 && (
        <ul class="clin-edits">
          {edits.map((edit) => (
            <EditRow key={edit.event} edit={edit} sitting={sitting} />
          ))}
        </ul>
      )}
      <Load movement={row.movement} />
      <EditForm sitting={sitting} standing={row} kinds={kindsOf(row)} onDone={onClose} />
      {why.history.length > 0 && (
        <table style={{ marginTop: '18px' }}>
          <caption class="vh">{t('ui.clin.history')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ui.chart.day')}</th>
              <th scope="col">{t('ui.clin.dose')}</th>
              <th scope="col">{t('ui.clin.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {why.history.map((entry, i) => (
              <tr key={i}>
                <td>{dayAndMonth(entry.date, dateLocale())}</td>
                <td>{doseText(entry.dose, sides)}</td>
                <td>
                  {entry.rise > 0 ? t('ui.why.rose', entry.rise) : t('ui.why.no-rise')}
                  {entry.challenge !== null && ` ${t('ui.clin.effort', entry.challenge)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}
