/* The first run, one thing a screen: what comes when. Kept on the device until it is through; answers are in the record
 * as soon as they are given. "Something gentle" jumps to the questions that must be asked before any movement. */
import type { Keel } from '../app/keel';

export type SetupStep =
  | 'goal'
  | 'confidence'
  | 'about'
  | 'body'
  | 'kit'
  | 'screening'
  | 'check'
  | 'programme'
  | 'done';

export interface SetupState {
  step: SetupStep;
  gentle: boolean;
}

const ORDER: readonly SetupStep[] = [
  'goal',
  'confidence',
  'about',
  'body',
  'kit',
  'screening',
  'check',
  'programme',
  'done',
];

export function nextStep(step: SetupStep): SetupStep {
  return ORDER[ORDER.indexOf(step) + 1] ?? 'done';
}

export function stepBefore(step: SetupStep): SetupStep {
  return ORDER[Math.max(0, ORDER.indexOf(step) - 1)] ?? 'goal';
}

export function stepNumber(step: SetupStep): number {
  return ORDER.indexOf(step);
}

export async function loadSetup(keel: Keel): Promise<SetupState> {
  const kept = await keel.log.meta<SetupState>('setup');
  if (kept) return kept;
  /* A record that came from another device has been set up there. */
  return { step: keel.today.goal || keel.today.programme_chosen ? 'done' : 'goal', gentle: false };
}

/* A question to ask: its tier stands in the answer; round 2 is "asked again with examples". */
export interface Question {
  question: string;
  tier: string;
  round: 1 | 2;
}

/* Questions the core still wants answered before it plans, or before it plans more than calm; `later`: those that are
 * in nobody's way. */
export function openQuestions(keel: Keel, kind: 'screening' | 'later' = 'screening'): Question[] {
  const tiers = new Map(keel.core.catalogue().questions.map((one) => [one.id, one.tier]));
  return keel.today.ask.flatMap((ask) =>
    ask.kind === kind && 'questions' in ask
      ? ask.questions.map((question, i) => ({
          question,
          tier: tiers.get(question) ?? 'emergency',
          round: ask.rounds[i] ?? 1,
        }))
      : [],
  );
}
