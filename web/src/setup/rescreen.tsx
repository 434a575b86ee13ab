/* The screening questions again: those the core asks for, else all of them in full. Kind `later`: those that were left
 * for another day. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Screening } from './screening';
import { openQuestions } from './steps';

export function Rescreen({ kind, onDone }: { kind: 'screening' | 'later'; onDone: () => void }) {
  const keel = useKeel();
  const [questions] = useState(() => {
    const open = openQuestions(keel, kind);
    return open.length > 0
      ? open
      : keel.core.catalogue().questions.map(({ id, tier }) => ({ question: id, tier, round: 1 as const }));
  });
  return <Screening questions={questions} onBack={onDone} onDone={onDone} before={0} />;
}
