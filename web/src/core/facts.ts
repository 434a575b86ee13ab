/* The catalogue's facts as the core prints them: what lists and pages of movements are made from. */
import type { Dose } from './types';

export interface MovementFacts {
  id: string;
  aim: string;
  stage: string;
  sides: string;
  positions: string[];
  equipment: string[];
  directions: string[];
  easier: string | null;
  harder: string | null;
  replaced_by: string | null;
  rungs: Dose[];
  end_phase: number;
}

export interface ProgrammeFacts {
  id: string;
  items: { movement: string; rung: number }[];
}

export interface QuestionFacts {
  id: string;
  tier: string;
  first_run: boolean;
}

export interface CatalogueFacts {
  movements: MovementFacts[];
  programmes: ProgrammeFacts[];
  questions: QuestionFacts[];
}
