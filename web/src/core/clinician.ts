/* What the core says for a clinician's screen (docs/API.md): edits and what became of them, numbers with their bounds,
 * the screening, how each movement stands, and the sessions as recorded. */
import type { Dose, RuleSaid } from './types';

export interface Edit {
  event: string;
  edit: string;
  movement: string | null;
  gate: string | null;
  sets: number | null;
  reps: number | null;
  hold_s: number | null;
  work_s: number | null;
  rest_s: number | null;
  load_hg: number | null;
  threshold: string | null;
  value: number | null;
  date: number;
  until_date: number | null;
  role: string;
  name: string;
  reason: string;
  standing: 'stands' | 'over' | 'replaced' | 'taken-back' | 'refused' | 'doubt' | 'done';
  fault: { field: string; message: string } | null;
}

export interface Threshold {
  threshold: string;
  value: number;
  usual: number;
  least: number;
  most: number;
  unit: string;
  population: string;
  source: string;
  grade: string;
}

export interface ScreenAnswer {
  question: string;
  tier: string;
  answer: string;
  date: number;
  flag: { event: string; tier: string; unsure: boolean; date: number; lifted: boolean; cleared: string | null } | null;
}

export interface MovementStanding {
  movement: string;
  standing: 'allowed' | 'soft' | 'withheld';
  why: RuleSaid | null;
  until_date: number | null;
  rung: number;
  rung_count: number;
  dose: Dose;
  dose_why: RuleSaid;
  times: number;
  clean: number;
  last_date: number | null;
  rises: { date: number; rise: number; further: boolean }[];
}

export interface ClinicianView {
  date: number;
  date_text: string;
  edits: Edit[];
  thresholds: Threshold[];
  screening: ScreenAnswer[];
  movements: MovementStanding[];
}

export interface ReplayItem extends RuleSaid {
  index: number;
  movement: string;
  purpose: string;
  rung: number;
  dose: Dose;
  swapped: boolean;
  done: null | {
    end: string;
    change: string | null;
    pain: number | null;
    settled: string | null;
    further: number | null;
    challenge: number | null;
    form: string | null;
  };
}

export interface ReplaySession {
  session: string;
  date: number;
  programme: string;
  stage: string;
  stage_rule: string;
  stage_inputs: number[];
  started: boolean;
  pain: number | null;
  end: string | null;
  end_pain: number | null;
  items: ReplayItem[];
}

export interface Replay {
  person: string;
  events: number;
  doubtful: number;
  incomplete: boolean;
  sessions: ReplaySession[];
}
