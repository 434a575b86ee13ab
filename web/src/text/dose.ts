/* A dose in words: "8 times", "2 × 8", "60 s a side", "3 × 20 s a side", "10 minutes". */
import type { Dose } from '../core/types';
import { t } from './text';

const LONG_S = 120;

export function doseText(dose: Dose, sides: string): string {
  const a = sides === 'none' ? '' : '-side';
  const load = dose.load_hg > 0 ? ` · ${t('ui.dose.load', (dose.load_hg / 10).toLocaleString())}` : '';
  return core(dose, a) + load;
}

function core(dose: Dose, a: string): string {
  const { sets, reps, hold_s: hold, work_s: work } = dose;
  if (work >= LONG_S && sets === 1) return t('ui.dose.minutes', Math.round(work / 60));
  if (work > 0) return sets > 1 ? t(`ui.dose.sets-work${a}`, sets, work) : t(`ui.dose.work${a}`, work);
  if (hold > 0 && reps <= 1) return sets > 1 ? t(`ui.dose.sets-work${a}`, sets, hold) : t(`ui.dose.work${a}`, hold);
  if (hold > 0) return sets > 1 ? t(`ui.dose.sets-holds${a}`, sets, reps, hold) : t(`ui.dose.holds${a}`, reps, hold);
  return sets > 1 ? t(`ui.dose.sets-reps${a}`, sets, reps) : t(`ui.dose.reps${a}`, reps);
}

export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
