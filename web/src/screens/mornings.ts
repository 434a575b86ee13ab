/* What the core found about the mornings after a movement, with its counts; nothing while it is too little to tell. */
import type { Mornings } from '../core/types';
import { t } from '../text/text';

export function mornings(after: Mornings): string {
  if (after.verdict === 'more')
    return t('ui.mornings.more', after.more, after.after, after.other_more, after.other);
  if (after.verdict === 'less')
    return t('ui.mornings.less', after.less, after.after, after.other_less, after.other);
  return '';
}

/* The same for the movement's own page, where silence is explained. */
export function morningsInFull(after: Mornings): string {
  return mornings(after) || t(`ui.mornings.${after.verdict}`, after.after, after.other);
}
