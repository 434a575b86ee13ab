/* The home programme on one A4 page: figures, doses in words, breath, when to stop, who prescribed it and when. */
import { useKeel } from '../app/context';
import { dayAndMonth } from '../app/time';
import type { Edit } from '../core/clinician';
import { endPhases, type MovementFacts } from '../core/facts';
import type { Item, Today } from '../core/types';
import { Btn, Link, Note } from '../parts/parts';
import { emergencyHelp } from '../screens/emergency';
import { doseText } from '../text/dose';
import { dateLocale, movementName, ruleText, t, textKeys } from '../text/text';
import { SvgFigure } from './figure';

const ITEMS_ON_A_PAGE = 6;
const YEAR_DAYS = 365.2425;

/* Where the page comes from: the person's own day, or a clinician's sitting. */
export interface Printable {
  today: Today;
  name: string;
}

export function PrintedProgramme({ of, onBack }: { of: Printable; onBack: () => void }) {
  const keel = useKeel();
  const { today } = of;
  const items = today.items.slice(0, ITEMS_ON_A_PAGE);
  const list = today.clinician.filter((edit) => edit.edit === 'prescribe');
  const left = list.filter((edit) => !today.items.some((item) => item.movement === edit.movement));
  const year = Math.floor(1970 + today.date / YEAR_DAYS);
  return (
    <div class="sheet-page">
      <div class="no-print sheet-tools">
        <Link onPress={onBack}>{t('ui.back')}</Link>
        <Btn onPress={() => window.print()}>{t('ui.print.print')}</Btn>
      </div>
      {today.items.length > ITEMS_ON_A_PAGE && (
        <div class="no-print">
          <Note>{t('ui.print.more', ITEMS_ON_A_PAGE)}</Note>
        </div>
      )}
      <main class="a4" data-count={items.length}>
        <header>
          <h1>{of.name === '' ? t('ui.print.title') : t('ui.print.title-of', of.name)}</h1>
          <p>
            {dayAndMonth(today.date, dateLocale())} {year}
            {' · '}
            {byWhom(list)}
          </p>
        </header>
        {items.length === 0 && <p class="l">{today.lock ? ruleText(today.lock.rule, today.lock.inputs) : ''}</p>}
        <ol class="sheet-items">
          {items.map((item) => (
            <PrintedItem key={item.movement} item={item} facts={keel.core.movement(item.movement)} />
          ))}
        </ol>
        {left.length > 0 && (
          <p class="sheet-left">
            {t('ui.print.left', left.map((edit) => movementName(edit.movement ?? '')).join(', '))}
          </p>
        )}
        <footer>
          <div>
            <h2>{t('ui.print.stop')}</h2>
            <p>{t('ui.print.stop-pain')}</p>
            <p>{t('ui.print.stop-leg')}</p>
            <p>{t('ui.print.stop-after')}</p>
          </div>
          <div>
            <h2>{t('ui.print.help')}</h2>
            <p>{t('ui.print.emergency', emergencyHelp('number', keel.country))}</p>
            <p>{t('ui.print.unwell')}</p>
          </div>
        </footer>
      </main>
    </div>
  );
}

function byWhom(list: readonly Edit[]): string {
  const last = list[list.length - 1];
  return last ? t('ui.print.by', last.name, last.role) : t('ui.print.by-keel');
}

/* The breaths of the parts that move, each said once: "breathe out, breathe in". */
function breathText(facts: MovementFacts | undefined): string {
  const breaths = (facts?.phases ?? []).filter((phase) => !phase.hold).map((phase) => phase.breath);
  const said = [...new Set(breaths.length > 0 ? breaths : ['easy'])];
  return said.map((breath) => t(`breath.${breath}`)).join(', ');
}

function PrintedItem({ item, facts }: { item: Item; facts: MovementFacts | undefined }) {
  const how = textKeys(`${item.movement}.how.`).map((key) => t(key));
  const [end, other] = facts ? endPhases(facts) : [0, 0];
  const rest = item.dose.sets > 1 && item.dose.rest_s > 0 ? t('ui.print.rest', item.dose.rest_s) : '';
  return (
    <li>
      <SvgFigure movement={item.movement} phase={end} ghost={other} />
      <div>
        <h2>{movementName(item.movement)}</h2>
        <p class="sheet-dose">
          {doseText(item.dose, item.sides)}
          {rest}
        </p>
        <p class="sheet-how">{how.join(' ')}</p>
        <p class="sheet-breath">{t('ui.print.breath', breathText(facts))}</p>
      </div>
    </li>
  );
}

/* The person's own, from today. */
export function PrintPage({ onBack }: { onBack: () => void }) {
  const keel = useKeel();
  return <PrintedProgramme of={{ today: keel.today, name: keel.told.name }} onBack={onBack} />;
}
