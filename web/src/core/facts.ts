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
  id: string;
  aim: string;
  stage: string;
  sides: string;
  positions: string[];
  equipment: string[];
  directions: string[];
  lengthens: string[];
  /* What the body model found, the most lengthened first; sides are those of the file, which draws the left. */
  stretches: { muscle: string; side: 'left' | 'right' | 'both' }[];
  stretch_glow: [number, number];
  work_glow: [number, number];
  works: string[];
  asks_effort: boolean;
  easier: string | null;
  harder: string | null;
  replaced_by: string | null;
  /* At whose end the movement shows itself best. */
  end_phase: number;
  rungs: Dose[];
  phases: PhaseFacts[];
  sources: string[];
}

export interface ProgrammeFacts {
  id: string;
  kind: string;
  items: { movement: string; rung: number }[];
}

export interface QuestionFacts {
  id: string;
  tier: string;
  first_run: boolean;
  leg: boolean;
}

export interface CatalogueFacts {
  movements: MovementFacts[];
  programmes: ProgrammeFacts[];
  questions: QuestionFacts[];
}

/* The two ends of a movement as phases of its track: where it shows itself best, and the end of another move. */
export function endPhases(movement: MovementFacts): [number, number] {
  const end = movement.end_phase;
  const other = movement.phases.find((phase) => !phase.hold && phase.track !== end);
  return [end, other?.track ?? end];
}
