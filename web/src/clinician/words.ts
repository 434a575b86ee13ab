/* Edits in words, for the clinician and for the person. */
import { dayAndMonth } from '../app/time';
import type { Edit } from '../core/clinician';
import type { Core } from '../core/core';
import type { Dose } from '../core/types';
import { doseText } from '../text/dose';
import { dateLocale, movementName, t } from '../text/text';

function doseOf(edit: Edit): Dose | null {
  const named = [edit.sets, edit.reps, edit.hold_s, edit.work_s, edit.load_hg].some((value) => value !== null);
  if (!named) return null;
  return {
    sets: edit.sets ?? 1,
    reps: edit.reps ?? 0,
    hold_s: edit.hold_s ?? 0,
    work_s: edit.work_s ?? 0,
    rest_s: edit.rest_s ?? 0,
    load_hg: edit.load_hg ?? 0,
    lever: 0,
  };
}

/* What an edit says: "Cat–cow: on the list, 2 × 8". */
export function editText(core: Core, edit: Edit): string {
  const about = edit.movement === null ? '' : movementName(edit.movement);
  const sides = edit.movement === null ? 'none' : (core.movement(edit.movement)?.sides ?? 'none');
  const dose = doseOf(edit);
  if (edit.edit === 'threshold') return t('ui.hand.threshold', t(`tunable.${edit.threshold ?? ''}`), edit.value ?? 0);
  if (edit.edit === 'override-gate') {
    const gate = t(`gate.${edit.gate ?? ''}`);
    return about === '' ? t('ui.hand.gate', gate) : t('ui.hand.gate-of', about, gate);
  }
  if (edit.edit === 'prescribe' && dose) return t('ui.hand.prescribe-dose', about, doseText(dose, sides));
  if (edit.edit === 'dose' && dose) return t('ui.hand.dose', about, doseText(dose, sides));
  return t(`ui.hand.${edit.edit}`, about);
}

export function untilText(edit: Edit): string {
  return edit.until_date === null ? '' : t('ui.hand.until', dayAndMonth(edit.until_date, dateLocale()));
}

/* "12 March, A. Example, physiotherapist: seen today" */
export function signedText(edit: Edit): string {
  return t('ui.hand.signed', dayAndMonth(edit.date, dateLocale()), edit.name, edit.role, edit.reason);
}
