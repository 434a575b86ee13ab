/* Keeps the answers of a measure and goes back to where they are shown. */
import { useKeel } from '../app/context';
import { go } from '../app/route';
import type { MeasureDraft } from '../gen/events';
import type { EnvelopedDraft } from '../log/envelope';

export function useGive(): (...answers: Omit<MeasureDraft, 'type'>[]) => void {
  const keel = useKeel();
  return (...answers) => {
    const drafts = answers.map((answer): EnvelopedDraft => ({ type: 'measure', ...answer }));
    void keel.record(...drafts).then(() => go('progress'));
  };
}
