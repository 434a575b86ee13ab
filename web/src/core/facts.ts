/* The catalogue's facts as the core prints them: what lists and pages of movements are made from. */
import type { Dose } from './types';

export interface PhaseFacts {
  hold: boolean;
  dose_length: boolean;
  until_eased: boolean;
  breath: string;
  track: number;
  length_ms: number;
  cue: string;
}

export interface MovementFacts {
  movement: string;
  aim: string;
  stage: string;
  sides: string;
  positions: string[];
  equipment: string[];
  directions: string[];
  lengthens: string[];
  works: string[];
  asks_effort: boolean;
  easier: string | null;
  harder: string | null;
  replaced_by: string | null;
  rungs: Dose[];
  phases: PhaseFacts[];
  sources: string[];
}

export interface ProgrammeFacts {
  programme: string;
  items: string[];
}

export interface QuestionFacts {
  question: string;
  tier: string;
  first_run: boolean;
  leg: boolean;
}

export interface CatalogueFacts {
  movements: MovementFacts[];
  programmes: ProgrammeFacts[];
  questions: QuestionFacts[];
}

/* The two ends of a movement as phases of its track: where the first move leads, and where the last one does. */
export function endPhases(movement: MovementFacts): [number, number] {
  const moves = movement.phases.filter((phase) => !phase.hold);
  const first = moves[0] ?? movement.phases[0];
  const last = moves[moves.length - 1] ?? first;
  return [first?.track ?? 0, last?.track ?? 0];
}
