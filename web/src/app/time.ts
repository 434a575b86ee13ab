/* The one place that asks the clock. The core gets moments, never a clock. */
import type { Moment } from '../core/types';

const UP_UNKNOWN = -1;

export function moment(): Moment {
  const at = new Date();
  const offset = Math.max(-840, Math.min(840, -at.getTimezoneOffset()));
  return { utcMs: at.getTime(), offsetMin: offset, upMin: UP_UNKNOWN };
}

/* Dates of the core are days since 1970-01-01; the words for them come from the browser's language tables. */
function dateOfDays(days: number): Date {
  return new Date(days * 86_400_000);
}

export function dayAndMonth(days: number, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    dateOfDays(days),
  );
}

export function weekdayDayMonth(days: number, language: string): string {
  const form = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return form.format(dateOfDays(days)).replace(',', '');
}

/* Within a week the weekday alone says it ("Wednesday"), further away day and month. */
export function untilWord(days: number, today: number, language: string): string {
  if (days - today > 6) return dayAndMonth(days, language);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(dateOfDays(days));
}

/* ISO date of a day number and back, for <input type=date>. */
export function isoOfDays(days: number): string {
  return dateOfDays(days).toISOString().slice(0, 10);
}

export function daysOfIso(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

export function partOfDay(): 'morning' | 'day' | 'evening' {
  const hour = new Date().getHours();
  return hour >= 3 && hour < 12 ? 'morning' : hour < 18 && hour >= 12 ? 'day' : 'evening';
}
