/* Help by country, from the catalogue's texts: the number to call, where to go, whom to ask today. `other` stands for
 * every country that is not listed. */
import { hasText, t, textKeys } from '../text/text';

type Help = 'number' | 'place' | 'urgent';

export function countries(): string[] {
  const prefix = 'emergency.number.';
  return textKeys(prefix)
    .map((key) => key.slice(prefix.length))
    .filter((country) => country !== 'other');
}

export function emergencyHelp(help: Help, country: string): string {
  const key = `emergency.${help}.${country}`;
  return t(hasText(key) ? key : `emergency.${help}.other`);
}

/* The date the numbers were looked through, said beside them. */
export function emergencyNote(): string {
  return t('emergency.note', t('emergency.checked'));
}
